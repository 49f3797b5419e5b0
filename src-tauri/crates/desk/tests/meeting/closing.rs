//! Closing a case by its checklist, in the room and on its page, and taking it back.

use desk::commands;
use desk::wire::everything::*;
use domain::action::ActionStatus;
use domain::action_log::LogKind;
use domain::closing::{ActionEnding, ClosingAnswers, EndedAction, WatchedOrder};
use domain::order::OrderStage;
use domain::reference::CaseReference;
use domain::score::{Points, ScoreStage};

use crate::scene::{Scene, day};

/// A flat with an order in place beside its late action.
fn with_order(scene: &mut Scene) -> domain::ids::OrderId {
    let request = AddOrder {
        kind: "CPN".into(),
        on: OrderTarget::Case { reference: CaseReference::new("CSH", 2) },
        subject: None,
        stage: OrderStage::InPlace,
        since: day("2026-11-10"),
        considered_on: None,
        expires_on: None,
        review_on: None,
        appeal_ends_on: None,
        conditions: Vec::new(),
        note: String::new(),
    };
    commands::add_order(&mut scene.place.desk, request).unwrap().row.order.id
}

fn checklist(scene: &mut Scene, actions: Vec<EndedAction>) -> ClosureChecklist {
    let request = GetClosureChecklist {
        case: scene.flat,
        on: day("2026-11-24"),
        score: Some(Points::whole(20)),
        hand_over_to: None,
        actions,
    };
    commands::get_closure_checklist(&mut scene.place.desk, request).unwrap()
}

fn ended(row: &ActionRow, ending: ActionEnding, reason: &str) -> EndedAction {
    EndedAction { action: row.id, ending, reason: reason.into() }
}

fn close(answers: ClosingAnswers) -> DecisionChoice {
    DecisionChoice::Close { score: Some(Points::whole(20)), no_score_because: None, answers }
}

#[test]
fn the_checklist_shows_what_has_to_be_settled_and_drafts_the_summary() {
    let mut scene = Scene::new();
    let late = scene.late_action();
    with_order(&mut scene);
    let list = checklist(&mut scene, vec![ended(&late, ActionEnding::Done, "")]);
    assert_eq!(list.actions.iter().map(|row| row.id).collect::<Vec<_>>(), [late.id]);
    assert_eq!(
        (list.orders[0].words.as_str(), list.orders[0].watched_by.as_str()),
        ("CPN in place", "Northbridge Housing")
    );
    assert_eq!((list.score_already, list.last_score), (None, Some(Points::whole(80))));
    let told: Vec<&str> = list.to_tell.iter().map(|each| each.who.as_str()).collect();
    assert_eq!(told, ["Northbridge Housing", "J Bell"]);
    assert!(list.summary.contains("1 action was agreed: 1 done."), "{}", list.summary);
    assert!(list.summary.contains("Score 80 at the start, 20 at closure."), "{}", list.summary);
}

#[test]
fn a_case_is_not_closed_while_an_open_action_is_not_settled() {
    let mut scene = Scene::new();
    let meeting = scene.begun();
    let item = scene.case_item(meeting, scene.flat);
    let late = scene.late_action();
    let refused = scene.decide(item, close(ClosingAnswers::default())).unwrap_err();
    assert_eq!(refused.field.as_deref(), Some("actions"));
    assert_eq!(refused.message, "Say what becomes of 0/1: done, superseded, or staying open on purpose");
    let silent = ClosingAnswers {
        actions: vec![ended(&late, ActionEnding::StaysOpen, " ")],
        ..ClosingAnswers::default()
    };
    assert_eq!(scene.decide(item, close(silent)).unwrap_err().field.as_deref(), Some("actions"));
    assert!(scene.case(2).open, "a refusal changes nothing");
    assert_eq!(scene.late_action(), late);
}

#[test]
fn a_closure_settles_its_actions_and_taking_it_back_restores_everything() {
    for ending in [ActionEnding::Done, ActionEnding::Superseded, ActionEnding::StaysOpen] {
        let mut scene = Scene::new();
        let order = with_order(&mut scene);
        let meeting = scene.begun();
        let item = scene.case_item(meeting, scene.flat);
        let before = scene.case(2);
        let late = scene.late_action();
        let answers = ClosingAnswers {
            actions: vec![ended(&late, ending, "the owner did it")],
            orders: vec![WatchedOrder { order, watched_by: "Housing".into() }],
            told: vec!["Northbridge Housing".into()],
            told_besides: "the owner".into(),
            summary: "Quiet since the door was boarded.".into(),
        };
        scene.decide(item, close(answers)).unwrap();
        let closed = scene.case(2);
        let status = ending.status().unwrap_or(ActionStatus::NotStarted);
        assert_eq!(closed.actions[0].status, status, "{ending:?}");
        let action = format!(
            "Action 0/1 (Board up the back door at 7 Mill Lane) {}: the owner did it",
            ending.words()
        );
        let lines = [
            "Quiet since the door was boarded.",
            action.as_str(),
            "CPN in place stays, watched by Housing",
            "To be told: Northbridge Housing, the owner",
        ];
        assert_eq!(closed.episodes[0].closing, lines);
        let minutes = commands::get_minutes(&mut scene.place.desk, OfMeeting { meeting }).unwrap();
        let entry = minutes.items.iter().find(|each| each.id == item).unwrap();
        assert_eq!(entry.closing, lines, "the minutes tell the same");

        commands::withdraw_decision(&mut scene.place.desk, OfItem { item }).unwrap();
        let back = scene.case(2);
        assert_eq!(back.episodes, before.episodes, "{ending:?}");
        let plain = |row: &ActionRow| ActionRow { last_update: None, ..row.clone() };
        assert_eq!(
            back.actions.iter().map(plain).collect::<Vec<_>>(),
            before.actions.iter().map(plain).collect::<Vec<_>>(),
            "{ending:?}"
        );
        let view = commands::get_action(&mut scene.place.desk, GetAction { id: late.id }).unwrap();
        let changes = view.log.iter().filter(|line| line.kind == LogKind::Status).count();
        assert_eq!(changes, if ending == ActionEnding::StaysOpen { 0 } else { 2 }, "the log keeps both");
        let minutes = commands::get_minutes(&mut scene.place.desk, OfMeeting { meeting }).unwrap();
        assert!(minutes.items.iter().all(|each| each.closing.is_empty()));
    }
}

#[test]
fn a_closing_score_given_before_counts_and_stays_when_the_closure_is_taken_back() {
    let mut scene = Scene::new();
    let meeting = scene.begun();
    let item = scene.case_item(meeting, scene.flat);
    let score = AddScore {
        case: scene.flat,
        stage: ScoreStage::Closure,
        on: day("2026-11-24"),
        total: Points::whole(31),
        route: None,
        reason: String::new(),
    };
    commands::add_score(&mut scene.place.desk, score).unwrap();
    let answers = scene.superseding(2);
    let already = DecisionChoice::Close { score: None, no_score_because: None, answers };
    scene.decide(item, already).unwrap();
    assert!(!scene.case(2).open);
    commands::withdraw_decision(&mut scene.place.desk, OfItem { item }).unwrap();
    let scores = scene.case(2).episodes[0].scores.len();
    assert_eq!(scores, 2, "it was given by itself, so the closure does not take it away");
}
