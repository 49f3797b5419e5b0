//! Journeys: the hub's own matrices, and cases scored factor by factor.

#![allow(clippy::unwrap_used, reason = "a step of a journey that fails ends the test where it failed")]

mod support;

use chrono::NaiveDate;
use desk::commands;
use desk::failure::Failure;
use desk::wire::everything::*;
use domain::case::{CaseKind, ReviewRule};
use domain::closing::ClosingAnswers;
use domain::ids::CaseId;
use domain::matrix::{DEFAULT_LABEL, FactorAnswer, Matrix, MatrixFactor, MatrixKind, MatrixOption};
use domain::priority::Priority;
use domain::rights::Role;
use domain::score::{Points, ScoreRoute, ScoreStage, ScoreState};
use support::Place;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn case(place: &mut Place, kind: CaseKind, initial_score: Option<Points>) -> CaseView {
    let fields = CaseFields {
        kind,
        title: String::new(),
        outline: "Calls from three neighbours".into(),
        key_issues: vec!["ASB".into()],
        factors: None,
        place: "7 Mill Lane".into(),
        area: None,
        source: None,
        lead_agency: None,
        lead_officer: None,
        legal_lead: String::new(),
        involved: Vec::new(),
        review_rule: ReviewRule::EveryMeeting,
        outside_facts: Vec::new(),
    };
    let request = AddCase { fields, opened: day("2026-09-01"), subjects: Vec::new(), initial_score };
    commands::add_case(&mut place.desk, request).unwrap()
}

fn scoring(place: &mut Place, case: CaseId) -> ScoringView {
    commands::get_scoring(&mut place.desk, GetScoring { case }).unwrap()
}

/// Answers every factor with the option at a place from its end, or its first one.
fn answers(matrix: &Matrix, from_end: usize) -> Vec<FactorAnswer> {
    let pick = |factor: &MatrixFactor| {
        let at = factor.options.len().saturating_sub(1 + from_end);
        FactorAnswer { factor: factor.key.clone(), option: factor.options[at].key.clone() }
    };
    matrix.factors.iter().map(pick).collect()
}

fn score(place: &mut Place, case: CaseId, from_end: usize, stage: ScoreStage) -> Result<CaseView, Failure> {
    let version = scoring(place, case).version.version;
    let route = (stage == ScoreStage::Start).then_some(ScoreRoute::OverThreshold);
    let request = ScoreCase {
        case,
        version: version.id,
        answers: answers(&version.matrix, from_end),
        stage,
        on: day("2026-11-24"),
        route,
        reason: String::new(),
    };
    commands::score_case(&mut place.desk, request)
}

fn matrices(place: &mut Place) -> Vec<MatrixView> {
    commands::list_matrices(&mut place.desk, Nothing {}).unwrap().matrices
}

/// Saves the matrix in force with a change.
fn change(
    place: &mut Place,
    kind: MatrixKind,
    how: impl FnOnce(&mut Matrix),
) -> Result<MatricesView, Failure> {
    let view = matrices(place).into_iter().find(|matrix| matrix.kind == kind).unwrap();
    let latest = view.versions[0].version.clone();
    let mut matrix = latest.matrix;
    how(&mut matrix);
    commands::add_matrix_version(
        &mut place.desk,
        AddMatrixVersion { kind, begun_from: latest.number, matrix },
    )
}

#[test]
fn a_new_hub_has_both_matrices_and_calls_them_defaults() {
    let mut place = Place::with_hub();
    for matrix in matrices(&mut place) {
        let [only] = matrix.versions.as_slice() else { panic!("one version each") };
        assert_eq!((only.label.as_str(), only.in_force, only.scores), (DEFAULT_LABEL, true, 0));
        assert_eq!((only.lowest, only.highest), (Points::whole(0), Points::whole(100)));
    }
}

#[test]
fn a_case_is_scored_factor_by_factor_and_the_score_says_how() {
    let mut place = Place::with_hub();
    let id = case(&mut place, CaseKind::Person, None).case.id;
    let view = score(&mut place, id, 0, ScoreStage::Start).unwrap();
    let kept = &view.episodes[0].scores[0];
    assert_eq!((kept.total, kept.scorer.as_str()), (Points::whole(100), "Alex Marsh"));
    assert!(kept.matrix.contains(DEFAULT_LABEL), "{}", kept.matrix);
    assert_eq!(kept.answers.as_ref().unwrap().chosen.len(), 12);
    assert_eq!(view.priority, Some(Priority::High));
    let request = GetAnswers { case: id, score: kept.id };
    let how = commands::get_answers(&mut place.desk, request).unwrap();
    let sum: Points = how.answers.iter().map(|answer| answer.weight).sum();
    assert_eq!((how.answers[0].answer.as_str(), sum), ("Daily or nearly so", kept.total));
    let used = &matrices(&mut place)[0].versions[0];
    assert_eq!((used.scores, used.cases), (1, 1));
}

#[test]
fn previous_answers_are_those_of_the_last_scoring_factor_by_factor() {
    let mut place = Place::with_hub();
    let id = case(&mut place, CaseKind::Person, Some(Points::whole(52))).case.id;
    assert!(scoring(&mut place, id).previous.is_none(), "a total alone has no answers");
    score(&mut place, id, 1, ScoreStage::MidPoint).unwrap();
    let previous = scoring(&mut place, id).previous.unwrap();
    assert_eq!(
        (previous.answers.len(), previous.earlier_episode, previous.other_version),
        (12, false, false)
    );
    let close = CloseCase {
        case: id,
        on: day("2026-11-24"),
        score: Some(Points::whole(20)),
        no_score_because: None,
        answers: ClosingAnswers::default(),
        hand_over_to: None,
    };
    commands::close_case(&mut place.desk, close).unwrap();
    commands::reopen_case(
        &mut place.desk,
        ReopenCase { case: id, on: day("2026-11-24"), reason: "it began again".into() },
    )
    .unwrap();
    let view = scoring(&mut place, id);
    assert!(view.previous.unwrap().earlier_episode, "a case that came back shows how it was scored last");
    assert_eq!((view.scores.len(), view.stage), (0, ScoreStage::Start));
}

#[test]
fn saving_a_change_makes_a_new_version_and_old_totals_never_move() {
    let mut place = Place::with_hub();
    let id = case(&mut place, CaseKind::Person, None).case.id;
    let before = score(&mut place, id, 0, ScoreStage::Start).unwrap();
    let first = before.episodes[0].scores[0].clone();
    let changed = change(&mut place, MatrixKind::Person, |matrix| {
        for factor in &mut matrix.factors {
            factor.options.last_mut().unwrap().weight = Points::hundredths(1250);
        }
    });
    let versions = &changed.unwrap().matrices[0].versions;
    assert_eq!(versions.iter().map(|each| each.version.number).collect::<Vec<_>>(), [2, 1]);
    assert_eq!((versions[0].in_force, versions[0].label.as_str()), (true, ""));
    assert_eq!((versions[1].in_force, versions[1].cases), (false, 1));
    let after = commands::get_case(&mut place.desk, GetCase { reference: before.case.reference }).unwrap();
    assert_eq!(after.episodes[0].scores, [first]);
    let view = score(&mut place, id, 0, ScoreStage::MidPoint).unwrap();
    assert_eq!(view.episodes[0].scores[1].total, Points::hundredths(15_000), "twelve times 12.5");
    assert!(view.episodes[0].scores[1].matrix.ends_with("version 2"));
}

#[test]
fn a_total_falls_into_the_bands_of_the_version_that_made_it() {
    let mut place = Place::with_hub();
    let id = case(&mut place, CaseKind::Topic, None).case.id;
    let lower = |matrix: &mut Matrix| {
        matrix.bands.truncate(1);
        matrix.bands[0].priority = Priority::Low;
    };
    change(&mut place, MatrixKind::Location, lower).unwrap();
    let view = score(&mut place, id, 0, ScoreStage::Start).unwrap();
    assert_eq!(view.priority, Some(Priority::Low), "100 points, and the version knows one band");
    let total = AddScore {
        case: id,
        stage: ScoreStage::MidPoint,
        on: day("2026-11-24"),
        total: Points::whole(80),
        route: None,
        reason: String::new(),
    };
    let view = commands::add_score(&mut place.desk, total).unwrap();
    assert_eq!(view.priority, Some(Priority::High), "a total alone goes by the hub’s bands");
    let register = commands::list_cases(&mut place.desk, Nothing {}).unwrap();
    assert_eq!(register.rows[0].priority, Some(Priority::High));
}

#[test]
fn a_draft_that_is_not_whole_is_refused_at_its_place_and_nothing_is_saved() {
    let mut place = Place::with_hub();
    let refused = |place: &mut Place, how: fn(&mut Matrix)| {
        change(place, MatrixKind::Person, how).unwrap_err().field.unwrap_or_default()
    };
    assert_eq!(refused(&mut place, |each| each.factors[3].options.truncate(1)), "factors.3.options");
    assert_eq!(refused(&mut place, |each| each.threshold = Points::whole(0)), "threshold");
    assert_eq!(refused(&mut place, |each| each.bands[1].from = Points::whole(0)), "bands.1.from");
    assert_eq!(refused(&mut place, |each| each.factors[0].title = "🙂\u{0}".repeat(5000)), "factors.0.title");
    assert_eq!(refused(&mut place, |_| {}), "", "nothing is changed");
    assert_eq!(matrices(&mut place)[0].versions.len(), 1);
    let stale = AddMatrixVersion {
        kind: MatrixKind::Person,
        begun_from: 0,
        matrix: matrices(&mut place)[0].versions[0].version.matrix.clone(),
    };
    let refused = commands::add_matrix_version(&mut place.desk, stale).unwrap_err();
    assert_eq!(refused.message, "Version 1 was saved meanwhile; look at it before you save yours");
}

#[test]
fn a_check_names_every_fault_and_says_what_saving_does() {
    let mut place = Place::with_hub();
    let id = case(&mut place, CaseKind::Person, None).case.id;
    score(&mut place, id, 0, ScoreStage::Start).unwrap();
    let mut matrix = matrices(&mut place)[0].versions[0].version.matrix.clone();
    matrix.factors[0].title = " ".into();
    matrix.factors[1].options[0].words = String::new();
    let check = commands::check_matrix(&mut place.desk, CheckMatrix { kind: MatrixKind::Person, matrix });
    let check = check.unwrap();
    let places: Vec<&str> = check.faults.iter().map(|fault| fault.at.as_str()).collect();
    assert_eq!(places, ["factors.0.title", "factors.1.options.0.words"]);
    assert_eq!(
        check.effect,
        "1 case scored with version 1 keeps its total. From then on cases are scored with version 2."
    );
}

#[test]
fn a_new_factor_is_asked_and_an_old_answer_is_not_taken_for_one_to_it() {
    let mut place = Place::with_hub();
    let id = case(&mut place, CaseKind::Person, None).case.id;
    score(&mut place, id, 0, ScoreStage::Start).unwrap();
    let option = |words: &str, weight| MatrixOption {
        key: String::new(),
        words: words.into(),
        weight: Points::hundredths(weight),
    };
    change(&mut place, MatrixKind::Person, |matrix| {
        matrix.factors.remove(0);
        matrix.factors.push(MatrixFactor {
            key: "frequency".into(),
            title: "Dogs".into(),
            guide: String::new(),
            options: vec![option("None", 0), option("One", 25), option("More", 250)],
        });
    })
    .unwrap();
    let view = scoring(&mut place, id);
    assert!(view.previous.as_ref().unwrap().other_version);
    let old = ScoreCase {
        case: id,
        version: view.version.version.id,
        answers: view.previous.unwrap().answers,
        stage: ScoreStage::MidPoint,
        on: day("2026-11-24"),
        route: None,
        reason: String::new(),
    };
    let refused = commands::score_case(&mut place.desk, old).unwrap_err();
    assert_eq!(refused.field.as_deref(), Some("answers"), "{}", refused.message);
}

#[test]
fn what_does_not_fit_is_refused_at_its_field_and_nothing_is_scored() {
    let mut place = Place::with_hub();
    let id = case(&mut place, CaseKind::Person, None).case.id;
    let version = scoring(&mut place, id).version.version;
    let request = || ScoreCase {
        case: id,
        version: version.id,
        answers: answers(&version.matrix, 0),
        stage: ScoreStage::Start,
        on: day("2026-11-24"),
        route: Some(ScoreRoute::OverThreshold),
        reason: String::new(),
    };
    let light = answers(&version.matrix, 9);
    let half = light[..6].to_vec();
    let wrong = [
        (ScoreCase { answers: half, ..request() }, "answers"),
        (ScoreCase { route: None, ..request() }, "route"),
        (ScoreCase { answers: light.clone(), ..request() }, "route"),
        (ScoreCase { answers: light, route: Some(ScoreRoute::ProfessionalJudgement), ..request() }, "reason"),
        (ScoreCase { on: day("2026-08-31"), ..request() }, "on"),
        (ScoreCase { on: day("2026-11-25"), ..request() }, "on"),
    ];
    for (request, field) in wrong {
        let refused = commands::score_case(&mut place.desk, request).unwrap_err();
        assert_eq!(refused.field.as_deref(), Some(field), "{}", refused.message);
    }
    assert!(scoring(&mut place, id).scores.is_empty());
    let topic = case(&mut place, CaseKind::Topic, None).case.id;
    let refused = commands::score_case(&mut place.desk, ScoreCase { case: topic, ..request() }).unwrap_err();
    assert!(refused.message.contains("location matrix"), "{}", refused.message);
}

#[test]
fn a_closing_score_given_factor_by_factor_is_enough_to_close() {
    let mut place = Place::with_hub();
    let id = case(&mut place, CaseKind::Person, Some(Points::whole(52))).case.id;
    score(&mut place, id, 9, ScoreStage::Closure).unwrap();
    let close = CloseCase {
        case: id,
        on: day("2026-11-24"),
        score: None,
        no_score_because: None,
        answers: ClosingAnswers::default(),
        hand_over_to: None,
    };
    let view = commands::close_case(&mut place.desk, close).unwrap();
    assert!(!view.open);
    assert_eq!(view.episodes[0].summary.state, ScoreState::Scored);
    assert_eq!(view.episodes[0].scores.len(), 2);
}

#[test]
fn a_coordinator_changes_matrices_and_a_reader_only_looks() {
    let mut place = Place::with_hub_of(Role::Coordinator);
    assert!(change(&mut place, MatrixKind::Person, |each| each.threshold = Points::whole(45)).is_ok());
    let mut place = Place::with_hub_of(Role::Reader);
    assert_eq!(matrices(&mut place).len(), 2);
    let refused = change(&mut place, MatrixKind::Person, |each| each.threshold = Points::whole(45));
    assert!(refused.unwrap_err().message.contains("may not change the settings"));
}

#[test]
fn the_mid_point_is_asked_for_after_weeks_in_every_place() {
    let mut place = Place::with_hub();
    let id = case(&mut place, CaseKind::Person, Some(Points::whole(52))).case.id;
    let waits = "12 weeks and 0 reviews since the start score";
    let register = commands::list_cases(&mut place.desk, Nothing {}).unwrap();
    assert_eq!((register.rows[0].mid_point.as_deref(), register.figures.without_mid_point), (Some(waits), 1));
    assert_eq!(scoring(&mut place, id).mid_point.as_deref(), Some(waits));
    let today = commands::get_today(&mut place.desk, Nothing {}).unwrap();
    assert_eq!(today.without_mid_point[0].words, format!("CSH.1: {waits}"));
    let view = score(&mut place, id, 1, ScoreStage::MidPoint).unwrap();
    assert_eq!(view.mid_point, None);
    assert!(commands::get_today(&mut place.desk, Nothing {}).unwrap().without_mid_point.is_empty());
}
