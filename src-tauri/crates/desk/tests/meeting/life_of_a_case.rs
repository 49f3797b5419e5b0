//! One referral's whole way: form, triage, meeting, case, score, action, closure, return; and the report tells it.

use desk::commands;
use desk::wire::everything::*;
use domain::action::ActionStatus;
use domain::case::CaseKind;
use domain::referral::ReferralStatus;
use domain::score::{Points, ScoreStage, ScoreState};

use crate::scene::{Scene, day};

/// The case that the scene's referral becomes: the three of the scene come before it.
const ADOPTED: u32 = 4;

/// Adopts the scene's referral in a meeting, scores it and has housing do something about it.
fn adopted() -> (Scene, CaseView) {
    let mut scene = Scene::new();
    let meeting = scene.begun();
    let item = scene.referral_item(meeting);
    scene.go_to(meeting, item);
    scene
        .decide(item, DecisionChoice::Adopt { kind: CaseKind::Person, lead_agency: Some(scene.housing) })
        .unwrap();
    scene.conclude(meeting);
    let case = scene.case(ADOPTED).case.id;
    let score = AddScore {
        case,
        stage: ScoreStage::Start,
        on: day("2026-11-24"),
        total: Points::whole(62),
        route: None,
        reason: String::new(),
    };
    commands::add_score(&mut scene.place.desk, score).unwrap();
    let action = AddAction {
        case,
        meeting: None,
        what: "Visit the three households".into(),
        kind: None,
        agency: scene.housing,
        officer: Some(scene.bell),
        new_officer: None,
        due: Some(day("2026-12-01")),
    };
    let action = commands::add_action(&mut scene.place.desk, action).unwrap().row.id;
    let done = SetActionStatus { id: action, status: ActionStatus::Done, on: None, reason: String::new() };
    commands::set_action_status(&mut scene.place.desk, done).unwrap();
    let view = scene.case(ADOPTED);
    (scene, view)
}

fn report(scene: &mut Scene) -> ReportView {
    let request = GetReport { from: day("2026-11-01"), to: day("2026-12-31") };
    commands::get_report(&mut scene.place.desk, request).unwrap()
}

fn rows(view: &ReportView, path: [&str; 4]) -> Vec<String> {
    let [section, table, line, column] = path;
    let section = view.sections.iter().find(|each| each.key == section).unwrap();
    let table = section.tables.iter().find(|each| each.key == table).unwrap();
    let column = table.columns.iter().position(|each| each.key == column).unwrap();
    let line = table.lines.iter().chain(&table.whole).find(|each| each.key == line).unwrap();
    line.figures[column].rows.clone()
}

#[test]
fn a_referral_becomes_a_case_that_is_closed_and_comes_back_under_its_reference() {
    let (mut scene, case) = adopted();
    assert_eq!(scene.referral().referral.status, ReferralStatus::Adopted);
    assert_eq!(case.case.referral, Some(scene.referral().referral.number), "it keeps its number as history");
    assert_eq!(case.case.outline, "Noise at night, three households", "the form goes with it");

    // Two weeks later the meeting closes it.
    scene.place.after_minutes(14 * 1440);
    let meeting = scene.meeting_on("2026-12-08");
    commands::propose_agenda(&mut scene.place.desk, OfMeeting { meeting }).unwrap();
    commands::begin_meeting(&mut scene.place.desk, OfMeeting { meeting }).unwrap();
    let item = scene.case_item(meeting, case.case.id);
    scene.go_to(meeting, item);
    let close = DecisionChoice::Close {
        score: Some(Points::whole(20)),
        no_score_because: None,
        answers: Default::default(),
    };
    scene.decide(item, close).unwrap();
    scene.conclude(meeting);
    let closed = scene.case(ADOPTED);
    assert!(!closed.open);
    assert_eq!(closed.episodes[0].summary.state, ScoreState::Scored);

    let told = report(&mut scene);
    let reference = closed.case.reference.to_string();
    assert_eq!(rows(&told, ["referrals", "decided", "adopted", "referrals"]), ["R.1"]);
    assert_eq!(rows(&told, ["cases", "by_kind", "person", "closed"]), std::slice::from_ref(&reference));
    assert_eq!(rows(&told, ["scores", "change", "went_down", "closed"]), std::slice::from_ref(&reference));

    // A week later it comes back.
    scene.place.after_minutes(7 * 1440);
    let reopen =
        ReopenCase { case: closed.case.id, on: day("2026-12-15"), reason: "the noise is back".into() };
    let back = commands::reopen_case(&mut scene.place.desk, reopen).unwrap();
    assert_eq!((back.case.reference.to_string(), back.episodes.len()), (reference.clone(), 2));
    assert!(back.open);
    let told = report(&mut scene);
    assert_eq!(rows(&told, ["cases", "by_kind", "person", "reopened"]), [format!("{reference} (2)")]);
    assert_eq!(rows(&told, ["cases", "by_kind", "person", "new"]), [reference], "it is no new case");
}
