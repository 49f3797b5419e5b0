//! Journeys: a referral from the form to the table.

#![allow(clippy::unwrap_used, reason = "a step of a journey that fails ends the test where it failed")]

mod support;

use desk::commands;
use desk::failure::Failure;
use desk::wire::everything::*;
use domain::agency::{Field, PackRule, Presence};
use domain::guide::{GuideAnswer, GuideAnswers, GuidePart};
use domain::referral::{CheckAnswer, ReferralStatus, Source};
use domain::rights::Role;
use domain::subject::{SubjectPart, SubjectRole};
use support::Place;

fn form(tried: &str) -> ReferralForm {
    ReferralForm {
        source: Source::Partner,
        received_on: "2026-11-20".parse().unwrap(),
        referrer_name: "A Field".into(),
        referrer_agency: None,
        referrer_address: String::new(),
        referrer_telephone: "01632 960200".into(),
        referrer_email: "a.field@homes.example".into(),
        referrer_contact: String::new(),
        title: "Noise, Mill Lane".into(),
        problem: "Noise at night, three households".into(),
        victims: String::new(),
        offenders: String::new(),
        safeguarding: String::new(),
        tried: tried.into(),
        place: "Mill Lane".into(),
        area: None,
        guides: Vec::new(),
        answers: GuideAnswers::default(),
        kept_subjects: Vec::new(),
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
    let sums = &view.sums;
    assert_eq!(sums.received, sums.in_triage + sums.returned + sums.signposted + view.tabled);
    assert_eq!((sums.received, view.tabled, sums.returned, sums.in_triage), (3, 1, 1, 1));
    assert_eq!(view.explained[0], "3 received = 1 in triage + 1 returned + 0 signposted + 1 tabled.");
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
        replied_on: Some("2026-11-23".parse().unwrap()),
    };
    let view = commands::set_agency_check(&mut place.desk, answer).unwrap();
    let kept = view.checks.iter().find(|line| line.check.agency == agency).unwrap();
    assert_eq!(kept.check.replied_on, "2026-11-23".parse().ok(), "the day of the reply stands beside it");
    let row = &commands::list_referrals(&mut place.desk, Nothing {}).unwrap().rows[0];
    assert_eq!((row.checks.asked, row.checks.replied(), row.status), (2, 1, ReferralStatus::InTriage));
}

#[test]
fn what_is_typed_survives_a_lock() {
    let mut place = Place::with_hub();
    let key = "referral/new/problem";
    let save = |text: &str| SaveDraft { key: key.into(), text: text.into() };
    commands::save_draft(&mut place.desk, save("Noise at ni")).unwrap();
    commands::lock(&mut place.desk, Nothing {}).unwrap();
    commands::unlock(&mut place.desk, Unlock { passphrase: support::PASSPHRASE.into(), user: None }).unwrap();
    let under = || DraftsUnder { prefix: "referral/new".into() };
    let kept = commands::list_drafts(&mut place.desk, under()).unwrap();
    assert_eq!(kept.drafts[0].text, "Noise at ni");
    commands::discard_drafts(&mut place.desk, under()).unwrap();
    assert!(commands::list_drafts(&mut place.desk, under()).unwrap().drafts.is_empty());
}

fn person(name: &str, address: &str) -> NewSubject {
    let fields = SubjectFields {
        name: name.into(),
        aliases: Vec::new(),
        date_of_birth: None,
        age: None,
        addresses: vec![address.into()],
        telephones: Vec::new(),
        agency_references: Vec::new(),
    };
    NewSubject { fields, role: SubjectRole::Perpetrator }
}

fn sought(name: &str, place: &str) -> FindDuplicates {
    FindDuplicates {
        name: name.into(),
        aliases: Vec::new(),
        date_of_birth: None,
        addresses: Vec::new(),
        telephones: Vec::new(),
        except: Vec::new(),
        place: place.into(),
        except_referral: None,
    }
}

#[test]
fn the_whole_form_comes_back_as_it_was_filled_in() {
    let mut place = Place::with_hub();
    let answer = |chosen: &[&str], text: &str| GuideAnswer {
        chosen: chosen.iter().map(|each| (*each).to_owned()).collect(),
        text: text.into(),
    };
    let answers = GuideAnswers(
        [
            ("victim.vra_done".to_owned(), answer(&["yes"], "by the ward")),
            ("victim.vra_score".to_owned(), answer(&[], "17")),
            ("victim.vra_date".to_owned(), answer(&[], "2026-10-06")),
            ("location.impact".to_owned(), answer(&["damage", "graffiti"], "x".repeat(10_000).as_str())),
            ("location.cctv".to_owned(), answer(&[], " ")),
        ]
        .into(),
    );
    let filled = ReferralForm {
        guides: vec![GuidePart::Location, GuidePart::Victim, GuidePart::Location],
        answers,
        referrer_address: "Depot Road \u{202e}\u{1f3da}".into(),
        ..form("two letters")
    };
    let view = commands::add_referral(&mut place.desk, filled).unwrap();
    let referral = view.referral;
    assert_eq!(referral.guides, [GuidePart::Victim, GuidePart::Location], "each once, in their order");
    assert_eq!(referral.answers.get("victim.vra_score").unwrap().text, "17");
    assert_eq!(referral.answers.get("location.impact").unwrap().chosen, ["graffiti", "damage"]);
    assert_eq!(referral.answers.get("location.impact").unwrap().text.len(), 10_000);
    assert_eq!(referral.answers.get("location.cctv"), None, "nothing was answered there");
    assert_eq!(referral.referrer_address, "Depot Road \u{202e}\u{1f3da}");
    assert_eq!(commands::get_guide(&mut place.desk, Nothing {}).unwrap().parts.len(), 5);
}

#[test]
fn an_impossible_answer_or_day_is_refused_at_its_field_and_writes_nothing() {
    let mut place = Place::with_hub();
    let odd = GuideAnswer { chosen: vec!["maybe".into()], text: String::new() };
    let answers = GuideAnswers([("victim.vra_done".to_owned(), odd)].into());
    let refused = commands::add_referral(&mut place.desk, ReferralForm { answers, ..form("") }).unwrap_err();
    assert_eq!(refused.field.as_deref(), Some("answers"));
    let tomorrow = "2026-11-25".parse().unwrap();
    let refused = commands::add_referral(&mut place.desk, ReferralForm { received_on: tomorrow, ..form("") });
    assert_eq!(refused.unwrap_err().field.as_deref(), Some("received_on"));
    let email = ReferralForm { referrer_email: "nowhere".into(), ..form("") };
    let refused = commands::add_referral(&mut place.desk, email).unwrap_err();
    assert_eq!(refused.field.as_deref(), Some("referrer_email"));
    assert_eq!(commands::list_referrals(&mut place.desk, Nothing {}).unwrap().sums.received, 0);
}

#[test]
fn a_known_person_is_found_while_typed_and_taken_instead_of_a_new_one() {
    let mut place = Place::with_hub();
    let earlier =
        ReferralForm { new_subjects: vec![person("Tomos Rhys", "7 Mill Lane")], ..form("two letters") };
    let earlier = commands::add_referral(&mut place.desk, earlier).unwrap();
    let known = earlier.subjects[0].subject.id;
    let found = commands::find_duplicates(&mut place.desk, sought("tomas rhys", "mill ln")).unwrap();
    let [only] = found.people.as_slice() else { panic!("one is alike: {found:?}") };
    assert_eq!(only.person.subject.id, known);
    assert_eq!(only.reasons, ["nearly the same spelling: Tomos Rhys"]);
    assert_eq!(only.records[0].words, "R.1, in triage");
    assert_eq!(found.places[0].referral, Some(earlier.referral.id), "the place is known too");
    let itself = FindDuplicates {
        except: vec![known],
        except_referral: Some(earlier.referral.id),
        ..sought("tomos rhys", "Mill Lane")
    };
    let none = commands::find_duplicates(&mut place.desk, itself).unwrap();
    assert!(none.people.is_empty() && none.places.is_empty(), "a referral is no duplicate of itself");

    let part = SubjectPart { subject: known, role: SubjectRole::Victim };
    let again = ReferralForm { kept_subjects: vec![part, part], ..form("two letters") };
    let again = commands::add_referral(&mut place.desk, again).unwrap();
    assert_eq!(again.referral.subjects, [part], "one person, once");
    let without = AmendReferral { id: again.referral.id, form: form("two letters") };
    let without = commands::amend_referral(&mut place.desk, without).unwrap();
    assert!(without.subjects.is_empty(), "and can be taken out again");
}

#[test]
fn an_earlier_referral_that_was_not_adopted_is_named_with_its_day() {
    let mut place = Place::with_hub();
    let earlier = ReferralForm { new_subjects: vec![person("Tomos Rhys", "7 Mill Lane")], ..form("") };
    let id = commands::add_referral(&mut place.desk, earlier).unwrap().referral.id;
    let request = SettleReferral { id, note: "Parking team".into(), on: None };
    commands::signpost_referral(&mut place.desk, request).unwrap();
    let found = commands::find_duplicates(&mut place.desk, sought("Rhys Tomos", "")).unwrap();
    assert_eq!(found.people[0].records[0].words, "R.1, signposted 24 Nov 2026");
}

#[test]
fn a_person_of_a_referral_is_corrected_in_place() {
    let mut place = Place::with_hub();
    let new = ReferralForm { new_subjects: vec![person("Tomos Ryhs", "7 Mill Lane")], ..form("") };
    let view = commands::add_referral(&mut place.desk, new).unwrap();
    let NewSubject { fields, .. } = person("Tomos Rhys", "7 Mill Lane");
    let subject = view.subjects[0].subject.id;
    let request =
        AmendReferralSubject { referral: view.referral.id, subject, fields, role: SubjectRole::Both };
    let view = commands::amend_referral_subject(&mut place.desk, request).unwrap();
    assert_eq!(
        (view.subjects[0].subject.name.as_str(), view.subjects[0].role),
        ("Tomos Rhys", SubjectRole::Both)
    );
}

#[test]
fn a_referral_goes_back_with_a_ready_text_on_a_day_that_can_be() {
    let mut place = Place::with_hub();
    let view = received(&mut place, "");
    assert!(view.return_text.starts_with("Dear A Field,"), "{}", view.return_text);
    assert!(view.wanting[0].starts_with("What has been tried"), "{:?}", view.wanting);
    let back = |on: &str| SettleReferral {
        id: view.referral.id,
        note: view.return_text.clone(),
        on: on.parse().ok(),
    };
    for day in ["2026-11-25", "2026-11-19"] {
        let refused = commands::return_referral(&mut place.desk, back(day)).unwrap_err();
        assert_eq!(refused.field.as_deref(), Some("on"), "{day}: {}", refused.message);
    }
    let returned = commands::return_referral(&mut place.desk, back("2026-11-23")).unwrap();
    assert_eq!(returned.referral.decided_on, "2026-11-23".parse().ok());
    assert_eq!(returned.referral.note, view.return_text.trim());
}

#[test]
fn a_filled_form_is_read_as_proposals_and_nothing_is_written() {
    let mut place = Place::with_hub();
    let text = "Name of the referrer: B Vale\nThe problem and its effect: Bins burn\nRepeat location? yes"
        .to_owned();
    let read = commands::read_referral_form(&mut place.desk, ReadReferralForm::Text { text }).unwrap();
    let said: Vec<&str> = read.proposals.iter().map(|proposal| proposal.text.as_str()).collect();
    assert_eq!(said, ["B Vale", "Bins burn", ""]);
    assert_eq!(read.proposals[2].chosen, ["yes"]);
    assert_eq!(commands::list_referrals(&mut place.desk, Nothing {}).unwrap().sums.received, 0);
    let mail = "From: B Vale <b.vale@fire.example>\nDate: Thu, 12 Nov 2026 09:30:00 +0000\nMessage-ID: <1@fire.example>\n\nBins burn.";
    let read = ReadReferralForm::Text { text: mail.into() };
    let read = commands::read_referral_form(&mut place.desk, read).unwrap();
    let labels: Vec<&str> = read.proposals.iter().map(|proposal| proposal.label.as_str()).collect();
    assert_eq!(read.kind, "an e-mail");
    assert!(
        labels.contains(&"E-mail of the referrer") && labels.contains(&"Date of the referral"),
        "{labels:?}"
    );
    let empty = ReadReferralForm::Text { text: " ".into() };
    assert_eq!(
        commands::read_referral_form(&mut place.desk, empty).unwrap_err().field.as_deref(),
        Some("text")
    );
}

#[test]
fn the_form_is_printed_blank_and_filled_and_both_are_noted() {
    let mut place = Place::with_hub();
    let view = received(&mut place, "two letters");
    for referral in [None, Some(view.referral.id)] {
        let file = place.folder.path().join("form.pdf");
        let wanted = WantedPaper::Referral { referral };
        let request = MakePaper { wanted, save_as: Some(file.display().to_string()) };
        let made = commands::make_paper(&mut place.desk, request).unwrap();
        assert!(made.pages >= 1 && made.missing_characters.is_empty(), "{made:?}");
        assert!(std::fs::read(&file).unwrap().starts_with(b"%PDF"));
    }
    assert_eq!(desk::find_referral(&place.desk, "R.1").unwrap(), view.referral.id);
    assert!(desk::find_referral(&place.desk, "R.99").unwrap_err().message.contains("R.99"));
}
