//! Journeys: a case from opening to closure and back, with its actions, orders and links.

#![allow(clippy::unwrap_used, reason = "a step of a journey that fails ends the test where it failed")]

mod support;

use chrono::NaiveDate;
use desk::commands;
use desk::wire::everything::*;
use domain::action::ActionStatus;
use domain::agency::{Field, PackRule, Presence};
use domain::case::{CaseKind, ReviewRule};
use domain::closing::ClosingAnswers;
use domain::ids::{AgencyId, CaseId};
use domain::light::Light;
use domain::score::{Points, ScoreStage, ScoreState};
use domain::subject::SubjectRole;
use support::Place;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn facts(kind: CaseKind) -> CaseFields {
    CaseFields {
        kind,
        title: String::new(),
        outline: "Calls from three neighbours".into(),
        key_issues: vec!["ASB".into(), "Alcohol".into()],
        factors: None,
        place: String::new(),
        area: None,
        source: None,
        lead_agency: None,
        lead_officer: None,
        legal_lead: String::new(),
        involved: Vec::new(),
        review_rule: ReviewRule::EveryMeeting,
        outside_facts: Vec::new(),
    }
}

fn add_case(place: &mut Place, opened: &str) -> CaseView {
    let request = AddCase {
        fields: facts(CaseKind::Person),
        opened: day(opened),
        subjects: Vec::new(),
        initial_score: Some(Points::whole(52)),
    };
    commands::add_case(&mut place.desk, request).unwrap()
}

fn add_agency(place: &mut Place, name: &str) -> AgencyId {
    let request = AddAgency {
        name: name.into(),
        short_name: String::new(),
        field: Field::Housing,
        presence: Presence::OwnItems,
        pack_rule: PackRule::OwnItems,
    };
    commands::add_agency(&mut place.desk, request).unwrap().agency.id
}

fn add_action(
    place: &mut Place,
    case: CaseId,
    agency: AgencyId,
    due: &str,
) -> Result<ActionView, desk::failure::Failure> {
    let request = AddAction {
        case,
        meeting: None,
        what: "Home visit".into(),
        kind: None,
        agency,
        officer: None,
        new_officer: Some("J Bell".into()),
        due: Some(day(due)),
    };
    commands::add_action(&mut place.desk, request)
}

#[test]
fn cases_are_numbered_on_and_keep_their_reference_when_they_come_back() {
    let mut place = Place::with_hub();
    let case = add_case(&mut place, "2026-09-01").case;
    assert_eq!(case.reference.to_string(), "CSH.1");
    assert_eq!(add_case(&mut place, "2026-09-02").case.reference.to_string(), "CSH.2");

    let close = |on: &str| CloseCase {
        case: case.id,
        on: day(on),
        score: Some(Points::whole(20)),
        no_score_because: None,
        answers: ClosingAnswers::default(),
        hand_over_to: None,
    };
    commands::close_case(&mut place.desk, close("2026-10-01")).unwrap();
    let reopened = commands::reopen_case(
        &mut place.desk,
        ReopenCase { case: case.id, on: day("2026-11-01"), reason: "calls began again".into() },
    )
    .unwrap();
    assert_eq!(reopened.case.reference, case.reference);
    assert_eq!(reopened.episodes.len(), 2);
    assert_eq!(reopened.episodes[1].summary.state, ScoreState::Scored);
    assert_eq!(reopened.episodes[0].summary.state, ScoreState::Unscored, "scores belong to their episode");
}

#[test]
fn closing_asks_for_a_score_or_the_reason_why_there_is_none() {
    let mut place = Place::with_hub();
    let case = add_case(&mut place, "2026-09-01").case;
    let close = |because: Option<&str>| CloseCase {
        case: case.id,
        on: day("2026-10-01"),
        score: None,
        no_score_because: because.map(str::to_owned),
        answers: ClosingAnswers::default(),
        hand_over_to: None,
    };
    let refused = commands::close_case(&mut place.desk, close(None)).unwrap_err();
    assert_eq!(refused.field.as_deref(), Some("no_score_because"));
    let closed = commands::close_case(&mut place.desk, close(Some("moved away"))).unwrap();
    assert!(!closed.open);
    assert_eq!(closed.episodes[0].summary.state, ScoreState::NotRescored);
}

#[test]
fn a_property_needs_its_place() {
    let mut place = Place::with_hub();
    let request = AddCase {
        fields: facts(CaseKind::Property),
        opened: day("2026-09-01"),
        subjects: Vec::new(),
        initial_score: None,
    };
    let refused = commands::add_case(&mut place.desk, request).unwrap_err();
    assert_eq!(refused.field.as_deref(), Some("place"));
    assert!(commands::list_cases(&mut place.desk, Nothing {}).unwrap().rows.is_empty());
}

#[test]
fn an_action_turns_red_when_late_and_green_when_done() {
    let mut place = Place::with_hub();
    let case = add_case(&mut place, "2026-09-01").case;
    let housing = add_agency(&mut place, "Housing");
    let action = add_action(&mut place, case.id, housing, "2026-11-24").unwrap().row;
    assert_eq!((action.light.light, action.number.to_string().as_str()), (Light::Amber, "0/1"));
    assert_eq!(action.officer.as_ref().map(|officer| officer.name.as_str()), Some("J Bell"));

    place.after_minutes(24 * 60);
    let late = commands::get_action(&mut place.desk, GetAction { id: action.id }).unwrap().row;
    assert_eq!((late.light.light, late.due_words.as_str()), (Light::Red, "1 day late"));
    let register = commands::list_cases(&mut place.desk, Nothing {}).unwrap();
    assert_eq!((register.figures.open_actions, register.figures.late_actions), (1, 1));

    let done = SetActionStatus { id: action.id, status: ActionStatus::Done, on: None, reason: String::new() };
    let done = commands::set_action_status(&mut place.desk, done).unwrap().row;
    assert_eq!((done.light.light, done.due_words.as_str()), (Light::Green, "done 1 day late"));
}

#[test]
fn an_action_is_not_due_before_it_is_raised() {
    let mut place = Place::with_hub();
    let case = add_case(&mut place, "2026-09-01").case;
    let housing = add_agency(&mut place, "Housing");
    let refused = add_action(&mut place, case.id, housing, "2026-11-01").unwrap_err();
    assert_eq!(refused.field.as_deref(), Some("due"));
    assert!(commands::list_actions(&mut place.desk, Nothing {}).unwrap().rows.is_empty());
    let agency = commands::get_agency(&mut place.desk, GetAgency { id: housing }).unwrap();
    assert!(agency.officers.is_empty(), "the new person of a refused action is not kept either");
}

#[test]
fn a_light_set_by_the_meeting_keeps_its_reason_in_the_log() {
    let mut place = Place::with_hub();
    let case = add_case(&mut place, "2026-09-01").case;
    let housing = add_agency(&mut place, "Housing");
    let id = add_action(&mut place, case.id, housing, "2026-12-01").unwrap().row.id;
    let silent = SetLight { id, light: Light::Red, reason: " ".into() };
    assert_eq!(commands::set_light(&mut place.desk, silent).unwrap_err().field.as_deref(), Some("reason"));
    let set = SetLight { id, light: Light::Red, reason: "no key to the flat".into() };
    let view = commands::set_light(&mut place.desk, set).unwrap();
    assert_eq!((view.row.light.light, view.row.light.suggested), (Light::Red, Light::Amber));
    assert_eq!(view.lights[0].reason, "no key to the flat");
}

#[test]
fn a_cross_reference_is_read_from_both_ends_and_made_once() {
    let mut place = Place::with_hub();
    let (one, two) = (add_case(&mut place, "2026-09-01").case, add_case(&mut place, "2026-09-01").case);
    let link = |from: &domain::case::Case, to: &domain::case::Case| LinkCases {
        from: from.reference.clone(),
        to: to.reference.clone(),
    };
    commands::link_cases(&mut place.desk, link(&one, &two)).unwrap();
    assert!(commands::link_cases(&mut place.desk, link(&two, &one)).is_err());
    assert!(commands::link_cases(&mut place.desk, link(&one, &one)).is_err());
    let other = commands::get_case(&mut place.desk, GetCase { reference: two.reference }).unwrap();
    assert_eq!(other.links[0].reference, one.reference);
    commands::unlink_cases(&mut place.desk, UnlinkCases { id: other.links[0].id }).unwrap();
    let entries = desk::register_entries(&place.desk).unwrap();
    assert!(entries.iter().all(|entry| entry.cross_references.is_empty()));
}

#[test]
fn hard_texts_come_back_as_they_were_typed() {
    let mut place = Place::with_hub();
    let long = "ά🙂<img onerror=alert(1)> محمد\u{301} ".repeat(400);
    let subject = NewSubject {
        fields: SubjectFields {
            name: "Siân O’Brien-Łoś".into(),
            aliases: vec!["Tiny".into()],
            date_of_birth: Some(day("2010-03-04")),
            age: None,
            addresses: vec!["7 Mill Lane".into()],
            telephones: vec!["01632 960123".into()],
            agency_references: Vec::new(),
        },
        role: SubjectRole::AtRisk,
    };
    let request = AddCase {
        fields: CaseFields { outline: long.clone(), ..facts(CaseKind::Person) },
        opened: day("2026-09-01"),
        subjects: vec![subject],
        initial_score: None,
    };
    let case = commands::add_case(&mut place.desk, request).unwrap();
    assert_eq!(case.case.outline, long.trim());
    let person = &case.subjects[0];
    assert_eq!((person.initials.as_str(), person.age_band.as_str(), person.child), ("S.O.", "16–17", true));
    assert!(case.projector.contains("child"));
    let found = commands::search(&mut place.desk, Search { text: "sian brien".into() }).unwrap();
    assert_eq!(found.hits[0].address, "/cases/CSH.1", "{found:?}");
}

#[test]
fn the_history_names_what_changed() {
    let mut place = Place::with_hub();
    let case = add_case(&mut place, "2026-09-01").case;
    let fields = CaseFields { title: "town centre".into(), ..facts(CaseKind::Topic) };
    commands::amend_case(&mut place.desk, AmendCase { id: case.id, fields }).unwrap();
    let request = GetHistory { kind: "case_record".into(), id: case.id.to_string() };
    let history = commands::get_history(&mut place.desk, request).unwrap();
    assert_eq!(history.changes.len(), 2);
    assert_eq!(history.changes[0].by, "Alex Marsh");
    assert!(
        history.changes[0].what.contains(&"Kind: person → topic".to_owned()),
        "{:?}",
        history.changes[0].what
    );
}

#[test]
fn a_score_over_the_bands_makes_a_case_a_priority() {
    let mut place = Place::with_hub();
    let case = add_case(&mut place, "2026-09-01").case;
    let score = AddScore {
        case: case.id,
        stage: ScoreStage::MidPoint,
        on: day("2026-10-01"),
        total: Points::whole(80),
        route: None,
        reason: String::new(),
    };
    let view = commands::add_score(&mut place.desk, score).unwrap();
    assert_eq!(view.priority, Some(domain::priority::Priority::High));
    let figures = commands::list_cases(&mut place.desk, Nothing {}).unwrap().figures;
    assert_eq!((figures.high_priority, figures.without_mid_point), (1, 0));
}
