//! Splitting, combining and undoing, alone and in chains.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use proptest::prelude::*;
use uuid::Uuid;

use crate::action::{Action, ActionStatus};
use crate::case::{Case, CaseError, CaseKind, CaseLink, LinkKind, survivor_of};
use crate::case_file::CaseFile;
use crate::case_move::{CaseMove, MoveKind, Piece};
use crate::combining::{Going, MoveError, combine};
use crate::episode::{ClosureReason, Episode};
use crate::ids::*;
use crate::order::{Order, OrderOn, OrderStage};
use crate::reference::CaseReference;
use crate::splitting::{Plan, SplitOff, reference_of, split};
use crate::subject::{SubjectPart, SubjectRole};
use crate::undoing::{WorkedOn, undo};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn meeting_day() -> NaiveDate {
    day("2026-11-24")
}

fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

fn case_id(number: u128) -> CaseId {
    CaseId(id(number))
}

fn part(number: u128) -> SubjectPart {
    SubjectPart { subject: SubjectId(id(number)), role: SubjectRole::AtRisk }
}

/// The record: what a plan is applied to, as the store would.
#[derive(Clone, Debug, PartialEq)]
struct Record {
    cases: Vec<Case>,
    episodes: Vec<Episode>,
    actions: Vec<Action>,
    orders: Vec<Order>,
    links: Vec<CaseLink>,
    moves: Vec<CaseMove>,
}

fn put<T: Clone>(all: &mut Vec<T>, new: Vec<T>, same: impl Fn(&T, &T) -> bool) {
    for each in new {
        match all.iter_mut().find(|old| same(old, &each)) {
            Some(old) => *old = each,
            None => all.push(each),
        }
    }
}

impl Record {
    /// Cases 1 to `count`, each with a person, two actions (one done), an order, and a cross reference to the next one.
    fn of(count: u128) -> Self {
        let mut record = Self {
            cases: Vec::new(),
            episodes: Vec::new(),
            actions: Vec::new(),
            orders: Vec::new(),
            links: Vec::new(),
            moves: Vec::new(),
        };
        for number in 1..=count {
            let case = case_id(number);
            let reference = CaseReference::new("CSH", number as u32);
            let subjects = vec![part(number * 10), part(number * 10 + 1)];
            record.cases.push(Case { subjects, ..Case::new(case, reference, CaseKind::Topic) });
            let episode = EpisodeId(id(number * 100));
            record.episodes.push(Episode::first(episode, case, day("2026-10-01")));
            let action = |serial: u32, status| Action {
                id: ActionId(id(number * 1000 + u128::from(serial))),
                number: crate::reference::ActionNumber { meeting: number as u32, serial },
                case,
                status,
                ..crate::agenda::tests::action(serial, "2026-12-01")
            };
            record.actions.extend([action(1, ActionStatus::UnderWay), action(2, ActionStatus::Done)]);
            record.orders.push(Order {
                id: OrderId(id(number * 10_000)),
                kind: "CBO".into(),
                on: OrderOn::Case { case, episode },
                stage: OrderStage::Considered,
                ..order()
            });
            if number < count {
                let (from, to) = (case, case_id(number + 1));
                let id = CaseLinkId(id(number * 100_000));
                record.links.push(CaseLink { id, kind: LinkKind::CrossReference, from, to, on: None });
            }
        }
        record
    }

    fn file(&self, case: CaseId) -> CaseFile {
        let of = |order: &&Order| matches!(order.on, OrderOn::Case { case: on, .. } if on == case);
        CaseFile {
            case: self.cases.iter().find(|each| each.id == case).unwrap().clone(),
            episodes: self.episodes.iter().filter(|each| each.case == case).cloned().collect(),
            actions: self.actions.iter().filter(|each| each.case == case).cloned().collect(),
            orders: self.orders.iter().filter(of).cloned().collect(),
        }
    }

    fn reference(&self, case: CaseId) -> Option<CaseReference> {
        self.cases.iter().find(|each| each.id == case).map(|each| each.reference.clone())
    }

    fn apply(&mut self, plan: Plan) {
        put(&mut self.cases, plan.cases, |one, other| one.id == other.id);
        put(&mut self.episodes, plan.episodes, |one, other| one.id == other.id);
        put(&mut self.actions, plan.actions, |one, other| one.id == other.id);
        put(&mut self.orders, plan.orders, |one, other| one.id == other.id);
        put(&mut self.links, plan.links, |one, other| one.id == other.id);
        self.links.retain(|link| !plan.removed_links.contains(&link.id));
        self.episodes.retain(|episode| !plan.removed_episodes.contains(&episode.id));
        self.cases.retain(|case| !plan.removed_cases.contains(&case.id));
        self.moves.extend(plan.made);
        for made in self.moves.iter_mut().filter(|made| Some(made.id) == plan.undone) {
            made.undone = true;
        }
    }

    /// Combines with everything that can go, unless `goes` says what.
    fn combine(&mut self, from: u128, into: u128, goes: Option<&[Piece]>) -> Result<(), MoveError> {
        let (from, into) = (self.file(case_id(from)), self.file(case_id(into)));
        let usual: Vec<Piece> = from
            .movable(MoveKind::Combined, Some(&into), &self.links)
            .into_iter()
            .filter(|each| each.goes)
            .map(|each| each.piece)
            .collect();
        let serial = self.moves.len() as u128 + 1;
        let going = Going {
            id: CaseMoveId(id(serial)),
            link: CaseLinkId(id(serial + 77_000_000)),
            on: meeting_day(),
            meeting: Some(MeetingId(id(45))),
            goes: goes.unwrap_or(&usual),
        };
        let plan = combine(&from, &into, &self.links, &|case| self.reference(case), &going)?;
        self.apply(plan);
        Ok(())
    }

    fn split(&mut self, from: u128, letter: &str, goes: &[Piece]) -> Result<CaseId, MoveError> {
        let file = self.file(case_id(from));
        let taken: BTreeSet<_> = self.cases.iter().map(|case| case.reference.clone()).collect();
        let reference = reference_of(&file.case.reference, letter, self.cases.len() as u32 + 1, &taken)?;
        let serial = self.moves.len() as u128 + 1;
        let off = SplitOff {
            id: case_id(500 + serial),
            episode: EpisodeId(id(500_000 + serial)),
            reference,
            kind: CaseKind::Person,
            title: "the younger brother",
            place: "",
            outline: "",
        };
        let going = Going {
            id: CaseMoveId(id(serial)),
            link: CaseLinkId(id(serial + 77_000_000)),
            on: meeting_day(),
            meeting: None,
            goes,
        };
        let plan = split(&file, &off, &going)?;
        self.apply(plan);
        Ok(off.id)
    }

    fn undo(&mut self, at: usize) -> Result<(), MoveError> {
        let made = self.moves[at].clone();
        let (from, to) = (self.file(made.from), self.file(made.to));
        let plan = undo(&made, &from, &to, &self.links, WorkedOn::default())?;
        self.apply(plan);
        Ok(())
    }

    /// The record without the log of what was done, for comparing.
    fn facts(&self) -> Self {
        let mut facts = Self { moves: Vec::new(), ..self.clone() };
        facts.cases.sort_by_key(|case| case.id);
        facts.links.sort_by_key(|link| link.id);
        facts
    }
}

fn order() -> Order {
    Order::as_published(OrderId(Uuid::nil()), "", OrderOn::Alone, OrderStage::Considered)
}

fn person(number: u128) -> Piece {
    Piece::Person { subject: SubjectId(id(number)) }
}

fn action(number: u128) -> Piece {
    Piece::Action { action: ActionId(id(number)) }
}

#[test]
fn a_combined_case_closes_on_the_day_and_its_work_goes_on_in_the_other() {
    let mut record = Record::of(4);
    record.combine(1, 4, None).unwrap();
    let (signpost, survivor) = (record.file(case_id(1)), record.file(case_id(4)));
    let closed = signpost.episodes[0].closed.as_ref().unwrap();
    assert_eq!((closed.on, closed.reason), (meeting_day(), ClosureReason::Combined));
    assert_eq!(closed.no_score_because.as_deref(), Some("combined with CSH.4 on 24 Nov 2026"));
    assert_eq!(signpost.actions.len(), 1, "what is done stays where it was done");
    let numbers: Vec<String> = survivor.actions.iter().map(|action| action.number.to_string()).collect();
    assert!(numbers.contains(&"1/1".to_owned()), "an action keeps its number: {numbers:?}");
    assert_eq!(survivor.case.subjects.len(), 4);
    assert_eq!(signpost.case.subjects.len(), 2, "the signpost still tells whom it was about");
    let in_survivor = OrderOn::Case { case: case_id(4), episode: EpisodeId(id(400)) };
    assert!(survivor.orders.iter().any(|order| order.id == OrderId(id(10_000)) && order.on == in_survivor));
    assert!(record.links.iter().any(|link| link.joins(case_id(4), case_id(2)) && link.id.0 == id(100_000)));
}

#[test]
fn what_the_meeting_leaves_behind_stays() {
    let mut record = Record::of(2);
    record.combine(1, 2, Some(&[action(1001)])).unwrap();
    assert_eq!(record.file(case_id(1)).orders.len(), 1);
    assert_eq!(record.file(case_id(2)).case.subjects.len(), 2);
    assert_eq!(record.moves[0].moved.len(), 1);
}

#[test]
fn a_link_between_the_two_and_one_that_is_there_already_stay() {
    let mut record = Record::of(3);
    let doubled =
        CaseLink { id: CaseLinkId(id(5)), from: case_id(3), to: case_id(1), ..record.links[0].clone() };
    record.links.push(doubled);
    // 1–2, 2–3 and 3–1: combining 1 with 2 leaves both of 1's links behind.
    let (one, two) = (record.file(case_id(1)), record.file(case_id(2)));
    let links: Vec<_> = one
        .movable(MoveKind::Combined, Some(&two), &record.links)
        .into_iter()
        .filter(|each| matches!(each.piece, Piece::Link { .. }))
        .map(|each| (each.goes, each.stays_because))
        .collect();
    let (itself, there) = (Some("refers to the case it goes on in"), Some("is there already"));
    assert_eq!(links, [(false, itself), (false, there)]);
    let forced = [Piece::Link { link: CaseLinkId(id(5)) }];
    assert!(matches!(record.combine(1, 2, Some(&forced)), Err(MoveError::ListChanged(_))));
}

#[test]
fn a_case_is_not_combined_with_itself_in_a_circle_or_with_a_signpost() {
    let mut record = Record::of(3);
    let itself = record.combine(1, 1, None).unwrap_err();
    assert_eq!(itself.to_string(), "CSH.1 cannot be combined with itself");
    record.combine(1, 2, None).unwrap();
    let before = record.clone();
    assert!(matches!(record.combine(2, 1, None), Err(MoveError::Case(CaseError::CombinedInCircle { .. }))));
    let signpost = record.combine(3, 1, None).unwrap_err();
    assert_eq!(signpost.to_string(), "CSH.1 was combined with CSH.2; combine with CSH.2 instead");
    assert!(matches!(record.combine(1, 3, None), Err(MoveError::Case(CaseError::IsSignpost { .. }))));
    assert_eq!(record, before, "a refusal changes nothing");
}

#[test]
fn an_open_case_does_not_go_on_in_a_closed_one() {
    let mut record = Record::of(3);
    record.combine(1, 2, None).unwrap();
    record.undo(0).unwrap();
    let closed = record.episodes.iter_mut().find(|episode| episode.case == case_id(2)).unwrap();
    let (on, reason) = (day("2026-11-01"), ClosureReason::Closed);
    closed
        .close(crate::episode::Closure {
            on,
            reason,
            no_score_because: None,
            summary: String::new(),
            check: Default::default(),
        })
        .unwrap();
    assert!(matches!(record.combine(1, 2, None), Err(MoveError::IntoClosed(_))));
    record.combine(2, 1, None).unwrap();
    assert_eq!(record.moves.last().unwrap().closed, None, "nothing was open to close");
}

#[test]
fn a_split_takes_along_what_was_chosen_and_is_opened_on_the_day() {
    let mut record = Record::of(1);
    let chosen = [person(11), action(1001), Piece::Order { order: OrderId(id(10_000)) }];
    let new = record.split(1, "A", &chosen).unwrap();
    let (left, off) = (record.file(case_id(1)), record.file(new));
    assert_eq!(off.case.reference.to_string(), "CSH.1a");
    assert_eq!(off.case.subjects, [part(11)]);
    assert_eq!(left.case.subjects, [part(10)]);
    assert_eq!(off.open_episode().unwrap().opened, meeting_day());
    assert_eq!((off.actions.len(), off.orders.len()), (1, 1));
    assert_eq!((left.actions.len(), left.orders.len()), (1, 0));
    assert!(record.links.iter().any(|link| link.kind == LinkKind::SplitFrom && link.from == new));
}

#[test]
fn a_split_takes_the_next_free_number_or_a_letter_that_is_free() {
    let from = CaseReference::new("CSH", 21);
    let taken = BTreeSet::from(["CSH.21".parse().unwrap(), "CSH.21a".parse().unwrap()]);
    let named = |letter| reference_of(&from, letter, 53, &taken).map(|reference| reference.to_string());
    assert_eq!(named(" "), Ok("CSH.53".into()));
    assert_eq!(named("B"), Ok("CSH.21b".into()));
    assert_eq!(named("a").unwrap_err().to_string(), "CSH.21a is taken; choose another letter");
    for wrong in ["ab", "1", "é", "🏚"] {
        assert_eq!(named(wrong), Err(MoveError::NotALetter), "{wrong}");
    }
}

#[test]
fn a_split_refuses_what_is_finished_closed_or_not_there() {
    let mut record = Record::of(2);
    let before = record.clone();
    assert!(matches!(record.split(1, "", &[action(1002)]), Err(MoveError::ListChanged(_))), "it is done");
    assert!(
        matches!(record.split(1, "", &[action(2001)]), Err(MoveError::ListChanged(_))),
        "of another case"
    );
    assert_eq!(record, before);
    record.combine(1, 2, None).unwrap();
    assert!(matches!(record.split(1, "", &[]), Err(MoveError::SplitClosed(_))));
}

#[test]
fn undoing_a_split_brings_everyone_back_to_the_place_they_had() {
    let mut record = Record::of(2);
    let before = record.facts();
    record.split(1, "", &[person(10), action(1001)]).unwrap();
    assert_ne!(record.facts(), before);
    record.undo(0).unwrap();
    assert_eq!(record.facts(), before);
    let again = record.moves[0].may_be_undone(None, meeting_day());
    assert_eq!(again, Err(MoveError::AlreadyUndone));
}

#[test]
fn a_split_stays_once_the_new_case_was_worked_on() {
    let mut record = Record::of(1);
    let new = record.split(1, "", &[]).unwrap();
    let raised = Action { id: ActionId(id(9)), case: new, ..record.actions[0].clone() };
    record.actions.push(raised);
    let refusal = record.undo(0).unwrap_err();
    assert!(matches!(refusal, MoveError::WorkedOn { what: "it has new actions", .. }));
}

#[test]
fn an_action_that_was_worked_on_comes_back_as_it_is_now() {
    let mut record = Record::of(2);
    record.combine(1, 2, None).unwrap();
    let at = record.actions.iter().position(|each| each.id == ActionId(id(1001))).unwrap();
    record.actions[at].what = "Visit with the school".into();
    record.undo(0).unwrap();
    assert_eq!(record.actions[at].case, case_id(1));
    assert_eq!(record.actions[at].what, "Visit with the school");
}

#[test]
fn a_combination_within_a_chain_is_undone_from_its_end() {
    let mut record = Record::of(3);
    record.combine(1, 2, None).unwrap();
    record.combine(2, 3, None).unwrap();
    assert!(matches!(record.undo(0), Err(MoveError::WentOn(_))));
    record.undo(1).unwrap();
    record.undo(0).unwrap();
    assert_eq!(record.facts(), Record::of(3).facts());
}

#[test]
fn undoing_is_for_the_same_meeting_or_outside_one_for_the_same_day() {
    let mut record = Record::of(2);
    record.combine(1, 2, None).unwrap();
    let made = record.moves[0].clone();
    let meeting = made.meeting;
    assert!(made.may_be_undone(meeting, meeting_day()).is_ok());
    assert!(matches!(made.may_be_undone(None, meeting_day()), Err(MoveError::TooLate(_))));
    let outside = CaseMove { meeting: None, ..made };
    assert!(outside.may_be_undone(None, meeting_day()).is_ok());
    assert!(outside.may_be_undone(None, day("2026-11-25")).is_err());
}

proptest! {
    #[test]
    fn however_cases_are_combined_split_and_undone_a_signpost_resolves_and_undoing_all_restores_all(
        steps in proptest::collection::vec((0u8..3, 1u128..7, 1u128..7), 1..40)
    ) {
        let before = Record::of(6);
        let mut record = before.clone();
        let mut standing: Vec<(usize, Record)> = Vec::new();
        for (what, one, other) in steps {
            let was = record.facts();
            let done = match what {
                0 => record.combine(one, other, None).is_ok(),
                1 => record.split(one, "", &[person(one * 10), action(one * 1000 + 1)]).is_ok(),
                _ => {
                    if let Some((at, then)) = standing.pop() {
                        record.undo(at).unwrap();
                        prop_assert_eq!(record.facts(), then, "undoing the last step restores what was before");
                    }
                    false
                }
            };
            if done {
                standing.push((record.moves.len() - 1, was));
            } else if what < 2 {
                prop_assert_eq!(record.facts(), was, "a refusal changes nothing");
            }
            for case in &record.cases {
                let leads_to = survivor_of(case.id, &record.links);
                let on: Vec<_> = record.links.iter().filter(|link| link.kind == LinkKind::CombinedInto).collect();
                prop_assert!(!on.iter().any(|link| link.from == leads_to), "a signpost leads to no signpost");
                prop_assert!(record.cases.iter().any(|each| each.id == leads_to), "and to a case that is there");
                let open = record.episodes.iter().filter(|each| each.case == case.id && each.is_open()).count();
                prop_assert!(open <= 1);
                prop_assert!(leads_to == case.id || open == 0, "a signpost is not open");
            }
            for action in &record.actions {
                prop_assert!(record.cases.iter().any(|case| case.id == action.case), "no action is an orphan");
            }
        }
        while let Some((at, then)) = standing.pop() {
            record.undo(at).unwrap();
            prop_assert_eq!(record.facts(), then);
        }
        prop_assert_eq!(record.facts(), before.facts());
    }
}
