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
    let minutes = commands::get_minutes(&mut scene.place.desk, OfMeeting { meeting }).unwrap();
    let entry = minutes.items.iter().find(|each| each.id == item).unwrap();
    let named = (entry.decision.as_str(), entry.reference.as_deref());
    assert_eq!(named, ("Adopted as CSH.4", Some("CSH.4")), "the minutes name the case that came of it");
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
    assert_eq!(
        case.decisions[0].words, "Adopted",
        "the meeting that adopted it stands among those that decided"
    );

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
    assert_eq!(
        rows(&told, ["cases", "by_kind", "person", "new"]),
        std::slice::from_ref(&reference),
        "it is no new case"
    );

    // It turns out to be one story with the flat's, and goes on there with what is still owed.
    let action = AddAction {
        case: back.case.id,
        meeting: None,
        what: "Ask the landlord for the key".into(),
        kind: None,
        agency: scene.housing,
        officer: None,
        new_officer: None,
        due: Some(day("2026-12-22")),
    };
    let owed = commands::add_action(&mut scene.place.desk, action).unwrap().row;
    let into = "CSH.2".to_owned();
    let preview = PreviewMove { case: back.case.id, into: Some(into.clone()) };
    let preview = commands::preview_move(&mut scene.place.desk, preview).unwrap();
    let goes = preview.rows.into_iter().filter(|row| row.goes).map(|row| row.piece).collect();
    let combine = CombineCases { case: back.case.id, into: into.clone(), goes };
    let survivor = commands::combine_cases(&mut scene.place.desk, combine).unwrap();
    assert!(survivor.actions.iter().any(|each| (each.id, each.number) == (owed.id, owed.number)));
    let signpost = scene.case(ADOPTED);
    assert_eq!(signpost.signpost_to.map(|to| to.to_string()), Some(into));
    assert!(signpost.episodes.iter().all(|each| each.episode.closed.is_some()), "no episode stays open");
    let again = ReopenCase { case: signpost.case.id, on: day("2026-12-15"), reason: "by mistake".into() };
    assert!(commands::reopen_case(&mut scene.place.desk, again).is_err(), "only undoing opens it again");
}

#[test]
fn the_minutes_that_a_meeting_spent_on_a_referral_it_did_not_adopt_are_counted() {
    let mut scene = Scene::new();
    let meeting = scene.begun();
    let item = scene.referral_item(meeting);
    let flat = scene.case_item(meeting, scene.flat);
    scene.go_to(meeting, flat);
    scene.place.after_minutes(3);
    scene.go_to(meeting, item);
    scene.place.after_minutes(7);
    let not = DecisionChoice::NotAdopt {
        main_outcome: domain::referral::ReferralOutcome::Mediation,
        further_outcomes: Vec::new(),
    };
    scene.decide(item, not).unwrap();
    scene.go_to(meeting, flat);
    scene.place.after_minutes(5);
    scene.conclude(meeting);
    let list = commands::list_referrals(&mut scene.place.desk, Nothing {}).unwrap();
    assert_eq!(list.minutes_on_not_adopted, 7, "and none of the case before and after it");
    let told = report(&mut scene);
    assert_eq!(
        rows(&told, ["referrals", "time_spent", "not_adopted", "minutes"]).len(),
        1,
        "the figure opens the item"
    );
}
