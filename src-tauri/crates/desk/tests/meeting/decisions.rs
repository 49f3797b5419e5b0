//! Deciding, with what follows from it, and taking it back.

use desk::commands;
use desk::wire::everything::*;
use domain::case::CaseKind;
use domain::episode::ClosureReason;
use domain::referral::{ReferralOutcome, ReferralStatus};
use domain::score::{Points, ScoreState};

use crate::scene::{Scene, day};

#[test]
fn closing_closes_the_episode_on_the_meetings_date_with_its_score() {
    let mut scene = Scene::new();
    let meeting = scene.begun();
    let item = scene.case_item(meeting, scene.flat);
    let answers = scene.superseding(2);
    let close = |score: Option<i32>, because: Option<&str>| DecisionChoice::Close {
        score: score.map(Points::whole),
        no_score_because: because.map(str::to_owned),
        answers: answers.clone(),
    };
    let refused = scene.decide(item, close(None, None)).unwrap_err();
    assert_eq!(refused.field.as_deref(), Some("no_score_because"));
    assert!(scene.case(2).open, "a refusal changes nothing");
    scene.decide(item, close(Some(20), None)).unwrap();
    let case = scene.case(2);
    let episode = &case.episodes[0];
    let closed = episode.episode.closed.as_ref().unwrap();
    assert_eq!((closed.on, closed.reason), (day("2026-11-24"), ClosureReason::Closed));
    assert_eq!(
        (episode.summary.current, episode.summary.state),
        (Some(Points::whole(20)), ScoreState::Scored)
    );
    assert_eq!(case.decisions[0].words, "Close");
}

#[test]
fn a_later_decision_takes_the_place_of_a_closure_and_undoes_it() {
    let mut scene = Scene::new();
    let meeting = scene.begun();
    let item = scene.case_item(meeting, scene.flat);
    let close = DecisionChoice::Close {
        score: Some(Points::whole(20)),
        no_score_because: None,
        answers: scene.superseding(2),
    };
    scene.decide(item, close).unwrap();
    let room = scene.decide(item, DecisionChoice::Continue).unwrap();
    let case = scene.case(2);
    assert!(case.open);
    assert_eq!(case.episodes[0].scores.len(), 1, "the closing score went with the closure");
    assert!(room.items[1].decided);
    commands::withdraw_decision(&mut scene.place.desk, OfItem { item }).unwrap();
    let room = scene.room(meeting);
    assert!(!room.items[1].decided, "the closure does not stand again");
    assert!(scene.case(2).open);
}

#[test]
fn handing_over_names_the_scheme() {
    let mut scene = Scene::new();
    let meeting = scene.begun();
    let item = scene.case_item(meeting, scene.flat);
    let answers = scene.superseding(2);
    let hand = |scheme: &str| DecisionChoice::HandOver {
        scheme: scheme.into(),
        score: None,
        answers: answers.clone(),
    };
    assert_eq!(scene.decide(item, hand(" ")).unwrap_err().field.as_deref(), Some("scheme"));
    scene.decide(item, hand("SAFE")).unwrap();
    let episode = scene.case(2).episodes.remove(0).episode;
    assert_eq!(episode.handed_to.as_deref(), Some("SAFE"));
    assert_eq!(episode.closed.map(|closed| closed.reason), Some(ClosureReason::HandedOver));
    commands::withdraw_decision(&mut scene.place.desk, OfItem { item }).unwrap();
    let episode = scene.case(2).episodes.remove(0).episode;
    assert!(episode.is_open() && episode.handed_to.is_none());
}

#[test]
fn adopting_makes_a_case_of_the_referral_with_the_next_number() {
    let mut scene = Scene::new();
    let meeting = scene.begun();
    let item = scene.referral_item(meeting);
    let lead = scene.housing;
    let adopt = DecisionChoice::Adopt { kind: CaseKind::Property, lead_agency: Some(lead) };
    scene.go_to(meeting, item);
    let room = scene.decide(item, adopt.clone()).unwrap();
    let case = scene.case(4);
    assert_eq!(case.case.referral.map(|number| number.to_string()).as_deref(), Some("R.1"));
    assert_eq!((case.case.title.as_str(), case.subjects.len()), ("Noise, Canal Street", 1));
    assert_eq!(case.episodes[0].episode.opened, day("2026-11-24"));
    let referral = scene.referral();
    assert_eq!(referral.referral.status, ReferralStatus::Adopted);
    assert_eq!(referral.case.map(|reference| reference.to_string()).as_deref(), Some("CSH.4"));
    assert_eq!(room.current.unwrap().case.unwrap().id, case.case.id, "actions can be raised on it at once");

    scene.decide(item, not_adopted(&[])).unwrap();
    assert_eq!(scene.referral().referral.status, ReferralStatus::NotAdopted);
    let reference = case.case.reference;
    assert!(commands::get_case(&mut scene.place.desk, GetCase { reference }).is_err(), "nobody worked on it");
}

fn not_adopted(further: &[ReferralOutcome]) -> DecisionChoice {
    DecisionChoice::NotAdopt { main_outcome: ReferralOutcome::Mediation, further_outcomes: further.to_vec() }
}

#[test]
fn the_main_outcome_is_told_apart_from_further_ones() {
    let mut scene = Scene::new();
    let meeting = scene.begun();
    let item = scene.referral_item(meeting);
    scene.decide(item, not_adopted(&[ReferralOutcome::AbcIssued])).unwrap();
    let referral = scene.referral().referral;
    assert_eq!(referral.main_outcome(), Some(ReferralOutcome::Mediation));
    assert_eq!(referral.further_outcomes(), [ReferralOutcome::AbcIssued]);
    assert_eq!(referral.decided_on, Some(day("2026-11-24")), "the meeting's date");
    let entry = desk::referral_entries(&mut scene.place.desk).unwrap().remove(0);
    assert_eq!(entry.main_outcome, Some(ReferralOutcome::Mediation));
    assert_eq!(entry.further_outcomes, [ReferralOutcome::AbcIssued]);
}

#[test]
fn an_adopted_case_with_an_action_stays_adopted() {
    let mut scene = Scene::new();
    let meeting = scene.begun();
    let item = scene.referral_item(meeting);
    scene.decide(item, DecisionChoice::Adopt { kind: CaseKind::Topic, lead_agency: None }).unwrap();
    let action = AddAction {
        case: scene.case(4).case.id,
        meeting: Some(meeting),
        what: "Letter to all flats".into(),
        kind: None,
        agency: scene.housing,
        officer: None,
        new_officer: None,
        due: None,
    };
    commands::add_action(&mut scene.place.desk, action).unwrap();
    let refused = scene.decide(item, DecisionChoice::Noted).unwrap_err();
    assert_eq!(
        refused.message,
        "CSH.4 was worked on since it was adopted (it has actions), so the decision stays; close the case instead"
    );
    assert_eq!(scene.referral().referral.status, ReferralStatus::Adopted);
}

#[test]
fn an_outcome_is_given_once_and_more_information_goes_back_to_the_referrer() {
    let mut scene = Scene::new();
    let meeting = scene.begun();
    let item = scene.referral_item(meeting);
    let twice = scene.decide(item, not_adopted(&[ReferralOutcome::Mediation])).unwrap_err();
    assert_eq!(twice.field.as_deref(), Some("outcomes"));
    let by = Some(day("2026-12-01"));
    scene.decide(item, DecisionChoice::MoreInformation { by }).unwrap();
    let referral = scene.referral().referral;
    assert_eq!(referral.status, ReferralStatus::Returned);
    assert_eq!(referral.note, "More information by 1 December 2026");
    commands::withdraw_decision(&mut scene.place.desk, OfItem { item }).unwrap();
    assert_eq!(scene.referral().referral.status, ReferralStatus::Tabled);
}

#[test]
fn a_case_is_not_decided_as_a_referral_is() {
    let mut scene = Scene::new();
    let meeting = scene.begun();
    let item = scene.case_item(meeting, scene.flat);
    let refused = scene.decide(item, DecisionChoice::MoreInformation { by: None }).unwrap_err();
    assert_eq!(
        refused.message,
        "“More information” is a decision about a referral; this item is about a case"
    );
    let words = Decide { item, choice: DecisionChoice::Other, text: " Ask the board. ".into() };
    let room = commands::decide(&mut scene.place.desk, words).unwrap();
    assert!(room.items[1].decided);
}
