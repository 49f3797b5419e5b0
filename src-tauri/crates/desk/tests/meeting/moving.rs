//! Splitting and combining in the meeting room, and taking it back.

use desk::commands;
use desk::wire::everything::*;
use domain::agency::{Field, Presence};
use domain::case::CaseKind;
use domain::case_move::Piece;
use domain::episode::ClosureReason;

use crate::scene::{Scene, agency, day};

fn split(goes: Vec<Piece>) -> DecisionChoice {
    let split = SplitFields {
        letter: "a".into(),
        kind: CaseKind::Person,
        title: "the neighbour".into(),
        place: String::new(),
        outline: String::new(),
        goes,
    };
    DecisionChoice::Split { split }
}

#[test]
fn combining_is_a_decision_that_the_minutes_print_and_that_is_taken_back() {
    let mut scene = Scene::new();
    let meeting = scene.begun();
    let item = scene.case_item(meeting, scene.flat);
    let action = scene.case(2).actions[0].id;
    let goes = vec![Piece::Action { action }];
    let combine = |into: &str| DecisionChoice::Combine { into: into.into(), goes: goes.clone() };
    assert_eq!(scene.decide(item, combine("CSH.9")).unwrap_err().field.as_deref(), Some("into"));
    assert!(scene.case(2).decisions.is_empty(), "a refusal leaves no decision");
    scene.decide(item, combine("CSH.3")).unwrap();
    let signpost = scene.case(2);
    assert_eq!(signpost.decisions[0].words, "Combine with CSH.3");
    let closed = signpost.episodes[0].episode.closed.clone().unwrap();
    assert_eq!((closed.on, closed.reason), (day("2026-11-24"), ClosureReason::Combined));
    assert_eq!(scene.case(3).actions[0].id, action);
    assert!(!signpost.moves[0].may_undo, "it is taken back in the room");
    let on_its_page = UndoCaseMove { id: signpost.moves[0].id };
    let refused = commands::undo_case_move(&mut scene.place.desk, on_its_page).unwrap_err();
    assert!(refused.message.contains("take the decision back there"), "{refused}");
    commands::withdraw_decision(&mut scene.place.desk, OfItem { item }).unwrap();
    let back = scene.case(2);
    assert!(back.open && back.signpost_to.is_none());
    assert_eq!(back.actions[0].id, action);
    assert!(back.decisions.is_empty());
}

#[test]
fn another_decision_takes_the_place_of_a_split_and_undoes_it() {
    let mut scene = Scene::new();
    let meeting = scene.begun();
    let item = scene.case_item(meeting, scene.flat);
    scene.decide(item, split(Vec::new())).unwrap();
    let reference: domain::reference::CaseReference = "CSH.2a".parse().unwrap();
    let get = || GetCase { reference: reference.clone() };
    let off = commands::get_case(&mut scene.place.desk, get()).unwrap();
    assert_eq!(off.episodes[0].episode.opened, day("2026-11-24"));
    assert_eq!(scene.case(2).decisions[0].words, "Split: CSH.2a opened");
    scene.decide(item, DecisionChoice::Continue).unwrap();
    assert!(commands::get_case(&mut scene.place.desk, get()).is_err());
    assert!(scene.case(2).moves[0].undone);
}

#[test]
fn an_action_that_went_to_another_case_is_gone_from_the_room_and_the_projector_at_once() {
    let mut scene = Scene::new();
    let fire = agency(&mut scene.place, "Northbridge Fire", "Fire", Field::Fire, Presence::OwnItems);
    let meeting = scene.begun();
    let item = scene.case_item(meeting, scene.flat);
    let line = AddAction {
        case: scene.flat,
        meeting: None,
        what: "Fit smoke alarms next door".into(),
        kind: None,
        agency: fire,
        officer: None,
        new_officer: None,
        due: None,
    };
    let action = commands::add_action(&mut scene.place.desk, line).unwrap().row.id;
    scene.go_to(meeting, item);
    scene.show(meeting, item);
    let seen = |scene: &mut Scene| {
        let room = scene.room(meeting);
        let current = room.current.unwrap();
        let shown = scene.projector().shown.unwrap().case.unwrap().actions.len();
        let concerned = current.concerned.iter().any(|agency| agency.agency == fire);
        (concerned, shown, current.case.unwrap().actions.len())
    };
    assert_eq!(seen(&mut scene), (true, 2, 2));
    scene.decide(item, split(vec![Piece::Action { action }])).unwrap();
    scene.show(meeting, item);
    assert_eq!(seen(&mut scene), (false, 1, 1));
    commands::withdraw_decision(&mut scene.place.desk, OfItem { item }).unwrap();
    scene.show(meeting, item);
    assert_eq!(seen(&mut scene), (true, 2, 2));
}

#[test]
fn a_split_is_none_of_a_referrals_decisions() {
    let mut scene = Scene::new();
    let meeting = scene.begun();
    let item = scene.referral_item(meeting);
    assert!(scene.decide(item, split(Vec::new())).is_err());
}

#[test]
fn after_the_meeting_a_combination_stays() {
    let mut scene = Scene::new();
    let meeting = scene.begun();
    let item = scene.case_item(meeting, scene.flat);
    scene.decide(item, DecisionChoice::Combine { into: "CSH.3".into(), goes: Vec::new() }).unwrap();
    scene.conclude(meeting);
    let signpost = scene.case(2);
    let undo = UndoCaseMove { id: signpost.moves[0].id };
    assert!(commands::undo_case_move(&mut scene.place.desk, undo).is_err(), "its meeting is over");
}
