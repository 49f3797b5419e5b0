//! Demand, other forums and moves on real SQLite: read as written, amended, taken back, undone.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

mod common;
#[path = "common/dice/mod.rs"]
mod dice;

use common::*;
use dice::{Dice, Known};
use domain::case::CaseLink;
use domain::ids::*;
use domain::meeting::{Decision, Outcome};
use domain::moment::Moment;
use proptest::prelude::*;
use store::{StoreError, Writer};

fn known() -> Known {
    Known {
        agency: AgencyId(id(101)),
        officer: OfficerId(id(102)),
        area: AreaId(id(103)),
        subject: SubjectId(id(104)),
        case: CaseId(id(105)),
        episode: EpisodeId(id(106)),
        meeting: MeetingId(id(107)),
        referral: ReferralId(id(108)),
        item: ItemId(id(109)),
        action: ActionId(id(110)),
        matrix: MatrixVersionId(id(111)),
    }
}

const OTHER: u128 = 205;

/// Writes two cases with what a move between them names.
fn two_cases(dice: &mut Dice, writer: &mut Writer<'_>) -> Result<CaseLinkId, StoreError> {
    let known = known();
    writer.put_agency(&dice::agency(dice, known.agency))?;
    writer.put_officer(&dice::officer(dice, known.officer, known.agency))?;
    writer.put_area(&dice::area(dice, known.area))?;
    writer.put_subject(&dice::subject(dice, known.subject, known.agency))?;
    writer.put_case(&dice::case(dice, known.case, 12, &known))?;
    writer.put_case(&dice::case(dice, CaseId(id(OTHER)), 13, &known))?;
    writer.put_episode(&dice::episode(dice, known.episode, 1, &known))?;
    writer.put_meeting(&dice::meeting(dice, known.meeting, 45))?;
    let named: Vec<_> = writer.list_cases()?.into_iter().map(|case| (case.id, case.reference)).collect();
    assert_eq!((named.len(), writer.list_references()?), (2, named));
    let link = dice::link(dice, CaseLinkId(id(122)), CaseId(id(OTHER)), &known);
    writer.put_link(&link)?;
    Ok(link.id)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn demand_forums_and_moves_are_read_as_they_were_written(seed in any::<u64>()) {
        let mut made = hub();
        let dice = &mut Dice(seed);
        let known = known();
        let (demand, forum) = (DemandCountId(id(140)), ForumLinkId(id(141)));
        made.write(|writer| {
            let link = two_cases(dice, writer)?;
            let made = dice::case_move(dice, CaseMoveId(id(142)), link, CaseId(id(OTHER)), &known);
            assert!(writer.add_move(&made)?);
            assert!(!writer.add_move(&made)?, "twice changes nothing");
            assert_eq!(writer.moves_of(known.case)?, std::slice::from_ref(&made));
            assert_eq!(writer.moves_of(CaseId(id(OTHER)))?, std::slice::from_ref(&made), "it is found from both ends");
            for _ in 0..2 {
                let count = dice::demand(dice, demand, &known);
                writer.put_demand(&count)?;
                assert!(!writer.put_demand(&count)?);
                assert_eq!(writer.get_demand(demand)?.as_ref(), Some(&count));
                assert_eq!(writer.demand_of(known.case)?, [count]);
                let link = dice::forum(dice, forum, &known);
                writer.put_forum(&link)?;
                assert!(!writer.put_forum(&link)?);
                assert_eq!(writer.get_forum(forum)?.as_ref(), Some(&link));
                assert_eq!(writer.forums_of(known.case)?, [link]);
            }
            assert!(writer.remove_demand(demand)? && writer.remove_forum(forum)?);
            assert!(writer.demand_of(known.case)?.is_empty() && writer.forums_of(known.case)?.is_empty());
            Ok(())
        });
        let report = made.store.check().unwrap();
        prop_assert!(report.ok, "{:?}", report.problems);
    }
}

#[test]
fn a_move_is_undone_and_never_rewritten() {
    let mut made = hub();
    let dice = &mut Dice(5);
    let id_of = CaseMoveId(id(142));
    let first = made.write(|writer| {
        let link = two_cases(dice, writer)?;
        let made = dice::case_move(dice, id_of, link, CaseId(id(OTHER)), &known());
        writer.add_move(&made)?;
        Ok(made)
    });
    let other = domain::case_move::CaseMove { moved: Vec::new(), on: "2001-01-01".parse().unwrap(), ..first };
    let refused = made.try_write(|writer| writer.add_move(&other));
    assert!(matches!(refused, Err(StoreError::AppendOnly { table: "case_move" })), "{refused:?}");
    assert!(made.write(|writer| writer.undo_move(id_of)));
    assert!(made.read(|reader| reader.get_move(id_of)).unwrap().undone);
    assert!(!made.write(|writer| writer.undo_move(id_of)), "twice changes nothing");
}

#[test]
fn decisions_to_split_and_to_combine_keep_their_case_and_their_move() {
    let mut made = hub();
    let dice = &mut Dice(6);
    let known = known();
    made.write(|writer| {
        let link = two_cases(dice, writer)?;
        let moved = CaseMoveId(id(142));
        writer.add_move(&dice::case_move(dice, moved, link, CaseId(id(OTHER)), &known))?;
        writer.put_referral(&dice::referral(dice, known.referral, 61, &known))?;
        writer.put_item(&dice::item(dice, known.item, 1, &known))?;
        let reference: domain::reference::CaseReference = "CSH.21a".parse().unwrap();
        let outcomes = [
            Outcome::Split { off: reference.clone(), made: moved },
            Outcome::Combine { into: reference, made: moved },
        ];
        for (serial, outcome) in (1..).zip(outcomes) {
            let decision = Decision {
                id: DecisionId(id(150 + u128::from(serial))),
                item: known.item,
                serial,
                outcome,
                text: String::new(),
                withdrawn: false,
                at: Moment(0),
            };
            writer.add_decision(&decision)?;
            assert_eq!(writer.decisions_of_item(known.item)?.pop(), Some(decision));
        }
        Ok(())
    });
}

#[test]
fn a_link_that_was_taken_back_may_be_put_back() {
    let mut made = hub();
    let dice = &mut Dice(7);
    made.write(|writer| {
        let link = two_cases(dice, writer)?;
        let kept: CaseLink = writer.list_links()?.remove(0);
        assert!(writer.remove_link(link)? && writer.list_links()?.is_empty());
        writer.put_link(&kept)?;
        assert_eq!(writer.list_links()?, [kept]);
        Ok(())
    });
}
