//! Journeys: what is due, held, kept longer and disposed of, and everything held on one person.

#![allow(clippy::unwrap_used, reason = "a step of a journey that fails ends the test where it failed")]

mod support;

use chrono::NaiveDate;
use desk::commands;
use desk::wire::everything::*;
use domain::agency::{Field, PackRule, Presence};
use domain::case::{Case, CaseKind};
use domain::episode::{Closure, ClosureReason, Episode};
use domain::ids::{CaseId, EpisodeId, ReferralId, SubjectId};
use domain::reference::ReferralNumber;
use domain::referral::{Referral, ReferralOutcome, ReferralStatus};
use domain::retention::{RecordRef, RecordType};
use domain::rights::Role;
use domain::subject::{Subject, SubjectPart, SubjectRole};
use support::Place;
use uuid::Uuid;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

const fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

const OLD: RecordRef = RecordRef { of: RecordType::ClosedCase, record: id(11) };
const REFERRAL: RecordRef = RecordRef { of: RecordType::NotAdoptedReferral, record: id(21) };
const TOMOS: SubjectId = SubjectId(id(31));
const ADA: SubjectId = SubjectId(id(32));

/// A hub with a case closed in 2019, another that is open, a referral not adopted in 2020, and two people.
fn place() -> Place {
    place_of(Role::Chair)
}

fn place_of(role: Role) -> Place {
    let mut place = Place::with_hub_of(role);
    let part = |subject| SubjectPart { subject, role: SubjectRole::Perpetrator };
    place
        .desk
        .write(&[], |writer, _| {
            let named = |id, name: &str, address: &str| Subject {
                name: name.into(),
                addresses: vec![address.into()],
                ..Subject::unknown(id)
            };
            writer.put_subject(&named(TOMOS, "Tomos Rhys", "7 Mill Lane"))?;
            writer.put_subject(&named(ADA, "Ada Quill", "9 Ropewalk"))?;
            for (number, reference, closed) in [(11, "CSH.1", true), (12, "CSH.2", false)] {
                let case = Case {
                    outline: "Tomos Rhys shouted at Ada Quill at 9 Ropewalk".into(),
                    subjects: vec![part(TOMOS), part(ADA)]
                        .into_iter()
                        .take(if closed { 2 } else { 1 })
                        .collect(),
                    ..Case::new(CaseId(id(number)), reference.parse().unwrap(), CaseKind::Person)
                };
                writer.put_case(&case)?;
                let first = Episode::first(EpisodeId(id(number + 50)), case.id, day("2019-01-08"));
                let closure = Closure {
                    on: day("2019-06-04"),
                    reason: ClosureReason::Closed,
                    no_score_because: None,
                    summary: String::new(),
                    check: Default::default(),
                };
                writer.put_episode(&Episode { closed: closed.then_some(closure), ..first })?;
            }
            writer.put_referral(&Referral {
                title: "Noise, Ropewalk".into(),
                problem: "Tomos Rhys plays drums".into(),
                referrer_name: "Robin Teal".into(),
                status: ReferralStatus::NotAdopted,
                decided_on: Some(day("2020-02-04")),
                outcomes: vec![ReferralOutcome::Mediation],
                subjects: vec![part(TOMOS)],
                ..Referral::received(ReferralId(REFERRAL.record), ReferralNumber(61), day("2020-01-20"))
            })?;
            Ok(())
        })
        .unwrap();
    place
}

fn retention(place: &mut Place) -> RetentionView {
    commands::get_retention(&mut place.desk, Nothing {}).unwrap()
}

fn row(place: &mut Place, record: RecordRef) -> RetentionRow {
    retention(place).rows.into_iter().find(|row| row.record == record).unwrap()
}

fn dispose(place: &mut Place, records: &[RecordRef]) -> Result<Disposal, desk::failure::Failure> {
    let request = DisposeRecords { records: records.to_vec(), reason: "their time is over".into() };
    commands::dispose_records(&mut place.desk, request)
}

#[test]
fn what_reached_its_review_date_is_listed_with_the_reason_and_today_says_so() {
    let mut place = place();
    let view = retention(&mut place);
    assert_eq!((view.due, view.blocked, view.held), (2, 0, 0));
    let case = row(&mut place, OLD);
    assert_eq!((case.reference.as_str(), case.review_on), ("CSH.1", day("2025-06-04")));
    assert_eq!(case.why, "closed on 4 Jun 2019, kept for 6 years");
    assert!(view.rows.iter().all(|row| row.reference != "CSH.2"), "an open case is under no rule");
    let line = commands::get_today(&mut place.desk, Nothing {}).unwrap().review_due.unwrap();
    assert_eq!(line.words, "2 records have reached their review date");
    assert_eq!(line.address, "/retention");
}

#[test]
fn the_rules_are_the_hubs_own_and_a_change_of_them_changes_what_is_due() {
    let mut place = place();
    let mut settings = commands::get_settings(&mut place.desk, Nothing {}).unwrap().settings;
    settings.retention.closed_case.number = 9;
    commands::amend_settings(&mut place.desk, AmendSettings { settings: settings.clone() }).unwrap();
    assert_eq!(retention(&mut place).due, 1);
    settings.retention.closed_case.number = 0;
    let refused = commands::amend_settings(&mut place.desk, AmendSettings { settings }).unwrap_err();
    assert_eq!(refused.field.as_deref(), Some("retention"));
}

#[test]
fn a_case_is_disposed_of_with_whatever_only_it_holds_and_the_check_agrees() {
    let mut place = place();
    let disposal = dispose(&mut place, &[OLD]).unwrap();
    assert_eq!((disposal.number, disposal.records[0].reference.as_str()), (1, "CSH.1"));
    assert_eq!(disposal.records[0].rule, "kept for 6 years after its closure");
    let reference = "CSH.1".parse().unwrap();
    assert!(commands::get_case(&mut place.desk, GetCase { reference }).is_err());
    let found = |place: &mut Place, text: &str| {
        commands::search(&mut place.desk, Search { text: text.into() }).unwrap().hits.len()
    };
    assert_eq!(found(&mut place, "Ada"), 1, "the open case’s outline names her still");
    assert!(
        commands::get_person(&mut place.desk, GetPerson { id: ADA }).is_err(),
        "nothing else held Ada Quill"
    );
    assert!(
        commands::get_person(&mut place.desk, GetPerson { id: TOMOS }).is_ok(),
        "the open case holds Tomos"
    );
    let check = commands::check_hub(&mut place.desk, Nothing {}).unwrap();
    assert_eq!(check.problems, Vec::<String>::new());
    assert_eq!(retention(&mut place).disposals, [disposal]);
    assert!(dispose(&mut place, &[OLD]).is_err(), "what is gone cannot go again");
}

#[test]
fn thinning_a_referral_changes_no_count_and_nobody_edits_what_is_left() {
    let mut place = place();
    let counts = |place: &mut Place| {
        let view = commands::list_referrals(&mut place.desk, Nothing {}).unwrap();
        (view.sums.received, view.sums.not_adopted, view.rows[0].outcomes.clone(), view.rows[0].decided_on)
    };
    let before = counts(&mut place);
    dispose(&mut place, &[REFERRAL]).unwrap();
    assert_eq!(counts(&mut place), before);
    let id = ReferralId(REFERRAL.record);
    let thin = commands::get_referral(&mut place.desk, GetReferral { id }).unwrap();
    assert_eq!((thin.referral.problem.as_str(), thin.subjects.len()), ("", 0));
    let view = retention(&mut place);
    assert!(view.rows.iter().all(|row| row.record != REFERRAL), "it is not due again");
}

#[test]
fn a_hold_blocks_until_it_is_lifted_and_says_who_holds_and_why() {
    let mut place = place();
    let hold = |record, why: &str| HoldRecord { record, until: None, why: why.into() };
    let refused = commands::hold_record(&mut place.desk, hold(OLD, " ")).unwrap_err();
    assert_eq!(refused.field.as_deref(), Some("why"));
    commands::hold_record(&mut place.desk, hold(OLD, "complaint")).unwrap();
    let held = row(&mut place, OLD);
    assert_eq!(held.obstacles, ["held by Alex Marsh: complaint"]);
    let refused = dispose(&mut place, &[REFERRAL, OLD]).unwrap_err();
    assert_eq!(refused.message, "CSH.1 cannot be disposed of: held by Alex Marsh: complaint");
    assert_eq!(retention(&mut place).due, 2, "nothing went, the referral neither");
    let lift = LiftHold { id: held.holds[0].id, why: "answered".into() };
    commands::lift_hold(&mut place.desk, lift).unwrap();
    assert!(dispose(&mut place, &[OLD]).is_ok());
}

#[test]
fn a_hold_on_a_person_holds_every_record_that_would_go_with_the_person() {
    let mut place = place();
    let record = RecordRef { of: RecordType::Person, record: TOMOS.0 };
    let hold =
        HoldRecord { record, until: Some(day("2026-12-24")), why: "request to see what is held".into() };
    let view = commands::hold_record(&mut place.desk, hold).unwrap();
    assert_eq!(view.other_holds[0].reference, "Tomos Rhys");
    assert!(dispose(&mut place, &[OLD]).is_err() && dispose(&mut place, &[REFERRAL]).is_err());
    place.after_minutes(60 * 24 * 31);
    assert!(dispose(&mut place, &[REFERRAL]).is_ok(), "its day is over");
}

#[test]
fn a_record_kept_longer_comes_back_on_its_new_day() {
    let mut place = place();
    let keep = |until: &str| KeepRecord { record: OLD, until: day(until), why: "appeal".into() };
    let refused = commands::keep_record(&mut place.desk, keep("2026-11-24")).unwrap_err();
    assert_eq!(
        (refused.message.as_str(), refused.field.as_deref()),
        ("Choose a day after today", Some("until"))
    );
    commands::keep_record(&mut place.desk, keep("2026-12-01")).unwrap();
    let kept = row(&mut place, OLD);
    assert_eq!((kept.due, kept.kept_longer.as_str()), (false, "Kept until 1 Dec 2026 by Alex Marsh: appeal"));
    let refused = dispose(&mut place, &[OLD]).unwrap_err();
    assert_eq!(refused.message, "CSH.1 is kept until 1 Dec 2026 and cannot be disposed of before that");
    place.after_minutes(60 * 24 * 7);
    assert!(dispose(&mut place, &[OLD]).is_ok());
}

#[test]
fn only_chair_and_deputy_dispose_and_lift() {
    let mut place = place_of(Role::Coordinator);
    assert_eq!(dispose(&mut place, &[OLD]).unwrap_err().message, "A coordinator may not dispose of records");
    let hold = HoldRecord { record: OLD, until: None, why: "complaint".into() };
    let view = commands::hold_record(&mut place.desk, hold).unwrap();
    let id = view.rows.iter().find(|row| row.record == OLD).unwrap().holds[0].id;
    assert!(commands::lift_hold(&mut place.desk, LiftHold { id, why: "answered".into() }).is_err());
    let mut reader = place_of(Role::Reader);
    assert_eq!(retention(&mut reader).due, 2, "a reader sees the list");
    let request = ExportPerson {
        person: TOMOS,
        form: PersonFile::Json,
        full: false,
        save_as: None,
        boxes_agreed: true,
    };
    assert!(commands::export_person(&mut reader.desk, request).is_err());
}

#[test]
fn live_work_on_a_case_blocks_and_is_named() {
    let mut place = place();
    let agency = AddAgency {
        name: "Northbridge Housing".into(),
        short_name: String::new(),
        field: Field::Housing,
        presence: Presence::OwnItems,
        pack_rule: PackRule::OwnItems,
    };
    let agency = commands::add_agency(&mut place.desk, agency).unwrap().agency.id;
    let request = serde_json::json!({
        "case": OLD.record, "meeting": null, "what": "Home visit", "kind": null, "agency": agency, "officer": null,
        "new_officer": null, "due": null,
    });
    commands::dispatch(&mut place.desk, "add_action", request).unwrap();
    let blocked = row(&mut place, OLD);
    assert!(blocked.due && blocked.obstacles[0].starts_with("1 open action"), "{:?}", blocked.obstacles);
    assert!(dispose(&mut place, &[OLD]).is_err());
}

#[test]
fn the_certificate_names_the_day_by_which_the_last_own_copy_is_gone_and_that_day_it_goes() {
    let mut place = place();
    commands::back_up_now(&mut place.desk, Nothing {}).unwrap();
    place.after_minutes(1);
    let disposal = dispose(&mut place, &[OLD]).unwrap();
    assert_eq!((disposal.copies, disposal.copies_gone_by), (1, day("2027-01-19")));
    let path = place.folder.path().join("certificate.pdf");
    let wanted = WantedPaper::Certificate { disposal: disposal.id };
    let request = MakePaper { wanted, save_as: Some(path.display().to_string()) };
    let made = commands::make_paper(&mut place.desk, request).unwrap();
    assert_eq!(made.pages, 1, "it is one sheet to sign");
    let text = support::text_of(&path).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("The last of them is gone by 19 January 2027"), "{text}");
    assert_eq!(retention(&mut place).old_copies, 1);
    // On another day, because of one day only the newest copy stays.
    place.after_minutes(60 * 24);
    commands::back_up_now(&mut place.desk, Nothing {}).unwrap();
    assert_eq!(retention(&mut place).old_copies, 1, "not before its day");
    place.after_minutes(60 * 24 * 56);
    commands::back_up_now(&mut place.desk, Nothing {}).unwrap();
    let view = retention(&mut place);
    assert_eq!((view.old_copies, view.old_copies_gone_by), (0, None));
    let backups = commands::get_settings(&mut place.desk, Nothing {}).unwrap().backups;
    assert_eq!(backups.len(), 2, "those made after the disposal stay");
}

#[test]
fn old_copies_can_be_replaced_at_once() {
    let mut place = place();
    commands::back_up_now(&mut place.desk, Nothing {}).unwrap();
    place.after_minutes(1);
    dispose(&mut place, &[OLD]).unwrap();
    place.after_minutes(1);
    let view = commands::renew_backups(&mut place.desk, Nothing {}).unwrap();
    assert_eq!(view.old_copies, 0);
    assert_eq!(commands::get_settings(&mut place.desk, Nothing {}).unwrap().backups.len(), 1);
}

#[test]
fn papers_laid_out_for_viewing_go_with_a_disposal() {
    let mut place = place();
    let request = ExportPerson {
        person: TOMOS,
        form: PersonFile::Paper,
        full: true,
        save_as: None,
        boxes_agreed: true,
    };
    let path = commands::export_person(&mut place.desk, request).unwrap().path;
    assert!(std::fs::metadata(&path).is_ok());
    dispose(&mut place, &[OLD]).unwrap();
    assert!(std::fs::metadata(&path).is_err(), "it held the case’s text and is not encrypted");
}

fn held(place: &mut Place, full: bool) -> HeldOnPerson {
    let path = place.folder.path().join("held.json");
    let save_as = Some(path.display().to_string());
    let request = ExportPerson { person: TOMOS, form: PersonFile::Json, full, save_as, boxes_agreed: true };
    commands::export_person(&mut place.desk, request).unwrap();
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

#[test]
fn everything_held_on_a_person_is_taken_out_with_others_replaced_or_marked_and_noted() {
    let mut place = place();
    let replaced = held(&mut place, false);
    let text = serde_json::to_string(&replaced).unwrap();
    assert!(text.contains("Tomos Rhys shouted at A.Q. at [address]"), "{text}");
    for word in ["Quill", "9 Ropewalk", "Robin Teal"] {
        assert!(!text.contains(word), "{word}: {text}");
    }
    let headings: Vec<&str> = replaced.parts.iter().map(|part| part.heading.as_str()).collect();
    assert_eq!(headings, ["The person", "Case CSH.1", "Case CSH.2", "Referral R.61"]);
    let full = held(&mut place, true);
    let text = serde_json::to_string(&full).unwrap();
    assert!(text.contains("Ada Quill") && text.contains("Robin Teal"), "{text}");
    assert_eq!(full.texts_about_others, replaced.texts_about_others, "the same texts are marked");
    let person = commands::get_person(&mut place.desk, GetPerson { id: TOMOS }).unwrap();
    let told: Vec<&str> = person.exports.iter().map(|each| each.what.as_str()).collect();
    assert_eq!(told, ["JSON, other people’s data in full, marked", "JSON, other people’s data replaced"]);
    assert_eq!(person.records.len(), 3);
}

#[test]
fn a_person_is_found_by_case_name_or_key_and_nobody_by_a_doubtful_one() {
    let place = place();
    let found = |text: &str| desk::find_person(&place.desk, text);
    assert_eq!(found("CSH.2").unwrap(), TOMOS);
    assert_eq!(found(" tomos rhys ").unwrap(), TOMOS);
    assert_eq!(found(&TOMOS.to_string()).unwrap(), TOMOS);
    assert_eq!(found("CSH.1").unwrap_err().message, "“CSH.1” names 2 people");
    assert!(found("Nobody").is_err() && found("CSH.99").is_err());
}

#[test]
fn a_disposed_reference_is_refused_in_words_when_somebody_uses_it_again() {
    let mut place = place();
    dispose(&mut place, &[OLD]).unwrap();
    let again = Case::new(CaseId(id(99)), "CSH.1".parse().unwrap(), CaseKind::Person);
    let refused = place.desk.write(&[], |writer, _| Ok(writer.put_case(&again)?)).unwrap_err();
    assert_eq!(
        refused.message,
        "CSH.1 was disposed of: its number is never given again, and what is left of it is only counted"
    );
}

#[test]
fn unreasoned_empty_or_unknown_disposals_are_refused_and_change_nothing() {
    let mut place = place();
    let ask = |records: Vec<RecordRef>, reason: &str| DisposeRecords { records, reason: reason.into() };
    let empty = commands::dispose_records(&mut place.desk, ask(Vec::new(), "x")).unwrap_err();
    assert_eq!(empty.field.as_deref(), Some("records"));
    let unreasoned = commands::dispose_records(&mut place.desk, ask(vec![OLD], " ")).unwrap_err();
    assert_eq!(unreasoned.field.as_deref(), Some("why"));
    let unknown = RecordRef { of: RecordType::ClosedCase, record: id(12) };
    assert!(commands::dispose_records(&mut place.desk, ask(vec![OLD, unknown], "x")).is_err());
    assert_eq!(retention(&mut place).due, 2);
}
