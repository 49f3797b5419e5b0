//! Journeys: a referral from the form to the table.

#![allow(clippy::unwrap_used, reason = "a step of a journey that fails ends the test where it failed")]

mod support;

use desk::commands;
use desk::failure::Failure;
use desk::wire::everything::*;
use domain::agency::{Field, PackRule, Presence};
use domain::referral::{CheckAnswer, ReferralStatus, Source};
use domain::rights::Role;
use support::Place;

fn form(tried: &str) -> ReferralForm {
    ReferralForm {
        source: Source::Partner,
        received_on: "2026-11-20".parse().unwrap(),
        referrer_name: "A Field".into(),
        referrer_agency: None,
        referrer_contact: "01632 960200".into(),
        title: "Noise, Mill Lane".into(),
        problem: "Noise at night, three households".into(),
        victims: String::new(),
        offenders: String::new(),
        safeguarding: String::new(),
        tried: tried.into(),
        place: "Mill Lane".into(),
        area: None,
        new_subjects: Vec::new(),
    }
}

fn received(place: &mut Place, tried: &str) -> ReferralView {
    commands::add_referral(&mut place.desk, form(tried)).unwrap()
}

fn table(place: &mut Place, referral: &ReferralView, reason: Option<&str>) -> Result<ReferralView, Failure> {
    let request = TableReferral { id: referral.referral.id, override_reason: reason.map(str::to_owned) };
    commands::table_referral(&mut place.desk, request)
}

#[test]
fn nothing_tried_is_named_and_keeps_a_referral_off_the_table() {
    let mut place = Place::with_hub();
    let referral = received(&mut place, "");
    assert_eq!(referral.missing, ["What has been tried, did it work, and why?"]);
    assert_eq!(table(&mut place, &referral, None).unwrap_err().field.as_deref(), Some("tried"));
    let tabled = table(&mut place, &referral, Some("a child is at risk")).unwrap();
    assert_eq!(tabled.referral.gate_override.as_deref(), Some("a child is at risk"));
}

#[test]
fn only_the_chair_overrides_the_gate() {
    let mut place = Place::with_hub_of(Role::Coordinator);
    let referral = received(&mut place, "");
    let refused = table(&mut place, &referral, Some("it is urgent")).unwrap_err();
    assert_eq!(refused.message, "A coordinator may not table a referral that does not pass the gate");
}

#[test]
fn the_figures_sum_as_published_ones_should() {
    let mut place = Place::with_hub();
    let first = received(&mut place, "two letters, no change");
    table(&mut place, &first, None).unwrap();
    let second = received(&mut place, "");
    let request = SettleReferral { id: second.referral.id, note: "say what was tried".into(), on: None };
    commands::return_referral(&mut place.desk, request).unwrap();
    received(&mut place, "");
    let view = commands::list_referrals(&mut place.desk, Nothing {}).unwrap();
    let tabled = view.tabled + view.adopted + view.not_adopted;
    assert_eq!(view.received, view.in_triage + view.returned + view.signposted + tabled);
    assert_eq!((view.received, view.tabled, view.returned, view.in_triage), (3, 1, 1, 1));
    assert_eq!(view.rows[0].number.to_string(), "R.3", "the newest stands on top");
}

#[test]
fn every_agency_is_asked_and_replies_are_counted() {
    let mut place = Place::with_hub();
    for name in ["Police", "Housing"] {
        let request = AddAgency {
            name: name.into(),
            short_name: String::new(),
            field: Field::Other,
            presence: Presence::OwnItems,
            pack_rule: PackRule::All,
        };
        commands::add_agency(&mut place.desk, request).unwrap();
    }
    let referral = received(&mut place, "two letters");
    let agency = referral.checks[0].check.agency;
    let answer = SetAgencyCheck {
        referral: referral.referral.id,
        agency,
        answer: CheckAnswer::Known,
        note: "two visits in May".into(),
    };
    commands::set_agency_check(&mut place.desk, answer).unwrap();
    let row = &commands::list_referrals(&mut place.desk, Nothing {}).unwrap().rows[0];
    assert_eq!((row.checks_asked, row.checks_replied, row.status), (2, 1, ReferralStatus::InTriage));
}

#[test]
fn what_is_typed_survives_a_lock() {
    let mut place = Place::with_hub();
    let key = "referral/new/problem";
    let save = |text: &str| SaveDraft { key: key.into(), text: text.into() };
    commands::save_draft(&mut place.desk, save("Noise at ni")).unwrap();
    commands::lock(&mut place.desk, Nothing {}).unwrap();
    commands::unlock(&mut place.desk, Unlock { passphrase: support::PASSPHRASE.into() }).unwrap();
    let under = || DraftsUnder { prefix: "referral/new".into() };
    let kept = commands::list_drafts(&mut place.desk, under()).unwrap();
    assert_eq!(kept.drafts[0].text, "Noise at ni");
    commands::discard_drafts(&mut place.desk, under()).unwrap();
    assert!(commands::list_drafts(&mut place.desk, under()).unwrap().drafts.is_empty());
}
