//! Scoring in the room, with the audience looking on and without.

use desk::commands;
use desk::failure::Failure;
use desk::wire::everything::*;
use domain::closing::{ActionEnding, ClosingAnswers, EndedAction};
use domain::disclosure::Level;
use domain::ids::{CaseId, ItemId, MeetingId};
use domain::matrix::{DEFAULT_LABEL, FactorAnswer, MatrixVersion};
use domain::meeting::AttendanceMode;
use domain::score::{Points, ScoreStage};

use crate::scene::{Scene, day};

fn version(scene: &mut Scene, case: CaseId) -> MatrixVersion {
    commands::get_scoring(&mut scene.place.desk, GetScoring { case }).unwrap().version.version
}

/// Answers the first factors with their heaviest options.
fn answers(version: &MatrixVersion, factors: usize) -> Vec<FactorAnswer> {
    let first = version.matrix.factors.iter().take(factors);
    first
        .map(|factor| FactorAnswer {
            factor: factor.key.clone(),
            option: factor.options.last().unwrap().key.clone(),
        })
        .collect()
}

fn share(
    scene: &mut Scene,
    (meeting, item, case): (MeetingId, ItemId, CaseId),
    factors: usize,
) -> Result<RoomView, Failure> {
    let version = version(scene, case);
    let answers = answers(&version, factors);
    let request = ShareScoring { meeting, item, version: version.id, answers };
    commands::share_scoring(&mut scene.place.desk, request)
}

/// A meeting at the item about the flat, which is on the projector.
fn at_the_flat() -> (Scene, (MeetingId, ItemId, CaseId)) {
    let mut scene = Scene::new();
    let meeting = scene.begun();
    let case = scene.flat;
    let item = scene.case_item(meeting, case);
    scene.go_to(meeting, item);
    scene.show(meeting, item);
    (scene, (meeting, item, case))
}

fn shown(scene: &mut Scene) -> Option<domain::scoring_disclosure::DisclosedScoring> {
    scene.projector().shown.and_then(|shown| shown.scoring)
}

#[test]
fn the_audience_looks_on_only_once_it_is_asked_for_and_only_while_the_item_is_projected() {
    let mut scene = Scene::new();
    let meeting = scene.begun();
    let case = scene.flat;
    let item = scene.case_item(meeting, case);
    scene.go_to(meeting, item);
    let refused = share(&mut scene, (meeting, item, case), 1).unwrap_err();
    assert!(refused.message.starts_with("Put the item on the projector first"), "{}", refused.message);
    scene.show(meeting, item);
    assert!(shown(&mut scene).is_none(), "showing the item shares no scoring");
    let room = share(&mut scene, (meeting, item, case), 2).unwrap();
    assert_eq!(room.projector.view, scene.projector());
    let seen = shown(&mut scene).unwrap();
    assert_eq!((seen.progress.as_str(), seen.label.as_str()), ("2 of 10 answered", DEFAULT_LABEL));
    assert_eq!((seen.total, seen.band.as_str()), (Points::whole(21), "Low"));
    assert!(seen.factors[1].answer.is_some() && seen.factors[2].answer.is_none());
    let seen = share(&mut scene, (meeting, item, case), 10).unwrap();
    let seen = seen.projector.view.shown.unwrap().scoring.unwrap();
    assert_eq!((seen.total, seen.band.as_str(), seen.over_threshold), (Points::whole(100), "High", true));
    commands::unshare_scoring(&mut scene.place.desk, OfMeeting { meeting }).unwrap();
    assert!(shown(&mut scene).is_none());
    assert!(scene.projector().shown.is_some(), "the item stays");
}

#[test]
fn blanking_and_the_next_item_end_the_sharing() {
    let (mut scene, at) = at_the_flat();
    let (meeting, item, _) = at;
    share(&mut scene, at, 3).unwrap();
    commands::show_on_projector(&mut scene.place.desk, ShowOnProjector { meeting, item: None }).unwrap();
    scene.show(meeting, item);
    assert!(shown(&mut scene).is_none(), "what was blanked is shared only once it is asked for again");
    share(&mut scene, at, 3).unwrap();
    let child = scene.case_item(meeting, scene.child);
    scene.go_to(meeting, child);
    scene.show(meeting, child);
    assert!(shown(&mut scene).is_none());
    let other = (meeting, item, scene.flat);
    assert!(share(&mut scene, other, 3).is_err(), "only the item on the projector is scored in sight");
}

#[test]
fn a_score_never_shows_at_reference() {
    let (mut scene, at) = at_the_flat();
    share(&mut scene, at, 4).unwrap();
    let request = SetProjectorLevel { meeting: at.0, level: Level::Reference, item: None };
    commands::set_projector_level(&mut scene.place.desk, request).unwrap();
    assert!(shown(&mut scene).is_none());
    let request = SetProjectorLevel { meeting: at.0, level: Level::Full, item: None };
    commands::set_projector_level(&mut scene.place.desk, request).unwrap();
    assert!(shown(&mut scene).is_some());
    scene.attend(at.0, "Visitor", AttendanceMode::Observer);
    assert!(shown(&mut scene).is_none(), "an observer sees references only");
}

#[test]
fn answers_that_fit_no_factor_are_refused_and_what_is_shared_stays() {
    let (mut scene, at) = at_the_flat();
    share(&mut scene, at, 2).unwrap();
    let version = version(&mut scene, at.2);
    let wrong = vec![FactorAnswer { factor: "engagement".into(), option: "works".into() }];
    let request = ShareScoring { meeting: at.0, item: at.1, version: version.id, answers: wrong };
    assert!(commands::share_scoring(&mut scene.place.desk, request).is_err());
    assert_eq!(shown(&mut scene).unwrap().progress, "2 of 10 answered");
}

#[test]
fn sharing_is_a_disclosure_in_the_audit_once() {
    let (mut scene, at) = at_the_flat();
    for factors in [0, 1, 2] {
        share(&mut scene, at, factors).unwrap();
    }
    let hub = scene.place.desk.hub().unwrap();
    let noted = hub.store.read(|reader| reader.history_of("projection", at.1.0)).unwrap();
    let shared = |entry: &&store::HistoryEntry| {
        entry.value.as_ref().is_some_and(|value| value["scoring_shared"] == true)
    };
    assert_eq!(noted.iter().filter(shared).count(), 1);
}

#[test]
fn a_score_of_the_room_stands_on_the_case_in_the_name_of_the_chair() {
    let (mut scene, (meeting, _, case)) = at_the_flat();
    let version = version(&mut scene, case);
    let request = ScoreCase {
        case,
        version: version.id,
        answers: answers(&version, 10),
        stage: ScoreStage::MidPoint,
        on: day("2026-11-24"),
        route: None,
        reason: String::new(),
    };
    commands::score_case(&mut scene.place.desk, request).unwrap();
    let room = scene.room(meeting);
    let summary = room.current.unwrap().case.unwrap().episode.summary;
    assert_eq!((summary.current, summary.words), (Some(Points::whole(100)), "re-scored"));
    let minutes = commands::get_minutes(&mut scene.place.desk, OfMeeting { meeting });
    assert!(minutes.is_ok());
}

#[test]
fn a_closing_score_given_factor_by_factor_outlives_a_decision_that_is_taken_back() {
    let (mut scene, (meeting, item, case)) = at_the_flat();
    let version = version(&mut scene, case);
    let request = ScoreCase {
        case,
        version: version.id,
        answers: answers(&version, 10),
        stage: ScoreStage::Closure,
        on: day("2026-11-24"),
        route: None,
        reason: String::new(),
    };
    commands::score_case(&mut scene.place.desk, request).unwrap();
    let late = scene.late_action().id;
    let stays =
        EndedAction { action: late, ending: ActionEnding::StaysOpen, reason: "housing goes on".into() };
    let answers = ClosingAnswers { actions: vec![stays], ..ClosingAnswers::default() };
    let close = DecisionChoice::Close { score: None, no_score_because: None, answers };
    scene.decide(item, close.clone()).unwrap();
    commands::withdraw_decision(&mut scene.place.desk, OfItem { item }).unwrap();
    let view = scene.case(2);
    assert_eq!((view.open, view.episodes[0].scores.len()), (true, 2), "three minutes of work are kept");
    scene.decide(item, close).unwrap();
    assert!(!scene.case(2).open);
    assert!(scene.room(meeting).current.is_some());
}

#[test]
fn enough_reviews_ask_for_the_mid_point_before_the_weeks_do() {
    let mut scene = Scene::new();
    let mut settings = commands::get_settings(&mut scene.place.desk, Nothing {}).unwrap().settings;
    settings.mid_point_reviews = 1;
    commands::amend_settings(&mut scene.place.desk, AmendSettings { settings }).unwrap();
    let waits = |scene: &mut Scene| scene.case(2).mid_point;
    assert_eq!(waits(&mut scene), None, "seven weeks and no review");
    let meeting = scene.begun();
    let item = scene.case_item(meeting, scene.flat);
    scene.go_to(meeting, item);
    assert_eq!(waits(&mut scene), None, "a meeting that runs is no review yet");
    scene.conclude(meeting);
    assert_eq!(waits(&mut scene).as_deref(), Some("7 weeks and 1 review since the start score"));
    assert_eq!(scene.case(3).mid_point, None, "it was not discussed");
}
