//! Usual actions, answers and the log's kinds on real SQLite.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

mod common;
#[path = "common/dice/mod.rs"]
mod dice;

use common::*;
use dice::{Dice, Known};
use domain::action_log::LogKind;
use domain::action_template::shipped;
use domain::ids::*;
use domain::reference::ActionNumber;
use proptest::prelude::*;

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

/// A hub with everything that an action names.
fn with_action(dice: &mut Dice) -> Hub {
    let mut made = hub();
    let known = known();
    made.write(|writer| {
        writer.put_agency(&dice::agency(dice, known.agency))?;
        writer.put_officer(&dice::officer(dice, known.officer, known.agency))?;
        writer.put_area(&dice::area(dice, known.area))?;
        writer.put_subject(&dice::subject(dice, known.subject, known.agency))?;
        writer.put_case(&dice::case(dice, known.case, 12, &known))?;
        writer.put_meeting(&dice::meeting(dice, known.meeting, 45))?;
        let number = ActionNumber { meeting: 45, serial: 1 };
        writer.put_action(&dice::action(dice, known.action, number, &known))
    });
    made
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn every_answer_and_escalation_of_an_action_is_read_as_it_was_written(seed: u64) {
        let mut dice = Dice(seed);
        let mut made = with_action(&mut dice);
        let known = known();
        for serial in 1..6 {
            let number = ActionNumber { meeting: 45, serial };
            let action = dice::action(&mut dice, known.action, number, &known);
            made.write(|writer| writer.put_action(&action));
            prop_assert_eq!(made.read(|reader| reader.get_action(known.action)), Some(action));
        }
    }

    #[test]
    fn a_usual_action_is_read_as_it_was_written(seed: u64) {
        let mut dice = Dice(seed);
        let mut made = with_action(&mut dice);
        let template = dice::action_template(&mut dice, ActionTemplateId(id(300)), &known());
        prop_assert!(made.write(|writer| writer.put_action_template(&template)));
        prop_assert!(!made.write(|writer| writer.put_action_template(&template)), "twice changes nothing");
        prop_assert!(made.read(|reader| reader.list_action_templates()).contains(&template));
    }
}

#[test]
fn a_hub_that_changed_nothing_has_the_shipped_list_and_keeps_its_place_for_an_amended_row() {
    let mut made = hub();
    assert_eq!(made.read(|reader| reader.list_action_templates()), shipped());
    let mut amended = shipped().remove(2);
    amended.days = Some(10);
    made.write(|writer| writer.put_action_template(&amended));
    let list = made.read(|reader| reader.list_action_templates());
    assert_eq!((list.len(), &list[2]), (shipped().len(), &amended));
}

#[test]
fn the_last_update_of_an_action_is_what_was_told_and_not_what_was_merely_changed() {
    let mut dice = Dice(3);
    let mut made = with_action(&mut dice);
    let known = known();
    let mut entry = |number, kind| {
        let id = ActionUpdateId(id(number));
        let update = dice::action_update(&mut dice, id, &known);
        domain::action::ActionUpdate { kind, ..update }
    };
    let entries = [
        entry(400, LogKind::Said),
        entry(401, LogKind::Due),
        entry(402, LogKind::StatusWithReason),
        entry(403, LogKind::Status),
        entry(404, LogKind::Owner),
    ];
    made.write(|writer| entries.iter().try_for_each(|entry| writer.add_action_update(entry).map(|_| ())));
    assert_eq!(made.read(|reader| reader.latest_updates()), [entries[2].clone()]);
    assert_eq!(made.read(|reader| reader.updates_of(known.action)), entries, "the log keeps all of them");
}
