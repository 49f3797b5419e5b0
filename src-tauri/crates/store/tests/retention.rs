//! Retention: choices and disposals in the record, what goes with a case, a referral or a meeting, and what stays.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

mod common;

use common::*;
use domain::action::*;
use domain::agency::*;
use domain::case::*;
use domain::clock_time::ClockTime;
use domain::episode::*;
use domain::ids::*;
use domain::meeting::*;
use domain::moment::Moment;
use domain::order::*;
use domain::reference::*;
use domain::referral::*;
use domain::retention::*;
use domain::score::*;
use domain::subject::*;
use store::{Gone, ImportKey, StoreError, Writer};

const CASE: u128 = 100;
const OTHER: u128 = 200;
const AGENCY: AgencyId = AgencyId(id_of(41));
const ONLY_HERE: SubjectId = SubjectId(id_of(31));
const SHARED: SubjectId = SubjectId(id_of(32));
const MEETING: MeetingId = MeetingId(id_of(71));

const fn id_of(number: u128) -> uuid::Uuid {
    uuid::Uuid::from_u128(number)
}

fn day(text: &str) -> chrono::NaiveDate {
    text.parse().unwrap()
}

fn person(id: SubjectId, name: &str) -> Subject {
    Subject { name: name.into(), ..Subject::unknown(id) }
}

fn part(subject: SubjectId) -> SubjectPart {
    SubjectPart { subject, role: SubjectRole::Victim }
}

/// Adds a case with an episode, a score, an action with a log, and an order.
fn add_case(
    writer: &mut Writer<'_>,
    number: u128,
    reference: &str,
    people: &[SubjectId],
) -> Result<(), StoreError> {
    let case = Case {
        outline: "Kestrelwood noise".into(),
        key_issues: vec!["ASB".into()],
        factors: vec![domain::factor::Factor::AntiSocialBehaviour],
        subjects: people.iter().copied().map(part).collect(),
        ..Case::new(CaseId(id(number)), reference.parse().unwrap(), CaseKind::Person)
    };
    writer.put_case(&case)?;
    let closure = Closure {
        on: day("2019-06-04"),
        reason: ClosureReason::Closed,
        no_score_because: None,
        summary: "Kestrelwood settled".into(),
        check: Default::default(),
    };
    let first = Episode::first(EpisodeId(id(number + 1)), case.id, day("2019-01-08"));
    let episode = Episode { closed: Some(closure), ..first };
    writer.put_episode(&episode)?;
    writer.add_score(&Score {
        id: ScoreId(id(number + 2)),
        episode: episode.id,
        serial: 1,
        stage: ScoreStage::Start,
        on: Some(day("2019-01-08")),
        total: Points::whole(52),
        matrix: "total only".into(),
        route: None,
        reason: "Kestrelwood reason".into(),
        scorer: "Wren Alder".into(),
        answers: None,
    })?;
    let action = Action {
        id: ActionId(id(number + 3)),
        number: ActionNumber { meeting: 1, serial: u32::try_from(number).unwrap() },
        case: case.id,
        raised_at: None,
        raised_on: day("2019-01-08"),
        what: "Visit Kestrelwood".into(),
        kind: ActionType::Visit,
        agency: AGENCY,
        officer: None,
        due: None,
        status: ActionStatus::Done,
        done_on: Some(day("2019-02-01")),
        blocked: None,
        acceptance: Default::default(),
        escalated: None,
        light_set: None,
    };
    writer.put_action(&action)?;
    writer.add_action_update(&ActionUpdate {
        id: ActionUpdateId(id(number + 4)),
        action: action.id,
        on: day("2019-01-15"),
        text: "Kestrelwood visited".into(),
        by: "Robin Teal".into(),
        kind: domain::action_log::LogKind::Said,
        meeting: None,
    })?;
    writer.put_order(&Order {
        subject: people.first().copied(),
        in_place_on: Some(day("2019-01-20")),
        ended_on: Some(day("2019-05-20")),
        outcome: Some(OrderOutcome::Positive),
        note: "Kestrelwood terms".into(),
        ..Order::as_published(
            OrderId(id(number + 5)),
            "ABC",
            OrderOn::Case { case: case.id, episode: episode.id },
            OrderStage::Ended,
        )
    })?;
    Ok(())
}

fn add_item(writer: &mut Writer<'_>, number: u128, about: About) -> Result<(), StoreError> {
    let item = Item {
        id: ItemId(id(number)),
        meeting: MEETING,
        position: u32::try_from(number).unwrap(),
        about,
        group: Group::Others,
        title: "Kestrelwood again".into(),
        depth: Depth::Full,
        minutes: 12,
        why: "Kestrelwood is due".into(),
        began_at: Some(NOW),
        left_at: Some(NOW),
        spent_ms: 480_000,
        level: None,
        fixed_at: None,
        pinned: false,
        needs: Vec::new(),
    };
    writer.put_item(&item)?;
    writer.add_key_point(&KeyPoint {
        id: KeyPointId(id(number + 1)),
        item: item.id,
        serial: 1,
        text: "Kestrelwood was loud".into(),
        shown: false,
        withdrawn: false,
        at: NOW,
    })?;
    writer.add_decision(&Decision {
        id: DecisionId(id(number + 2)),
        item: item.id,
        serial: 1,
        outcome: Outcome::SeparateMeeting { reports_back: None },
        text: "Kestrelwood separately".into(),
        withdrawn: false,
        at: NOW,
    })?;
    Ok(())
}

fn referral(number: u32, case: Option<CaseId>) -> Referral {
    Referral {
        title: "Noise, Kestrelwood".into(),
        problem: "Kestrelwood is loud".into(),
        tried: "Letters to Kestrelwood".into(),
        referrer_name: "Robin Teal".into(),
        subjects: vec![part(SHARED)],
        status: if case.is_some() { ReferralStatus::Adopted } else { ReferralStatus::NotAdopted },
        outcomes: if case.is_some() {
            Vec::new()
        } else {
            vec![ReferralOutcome::Mediation, ReferralOutcome::AbcIssued]
        },
        decided_on: Some(day("2019-01-08")),
        gate_override: Some("Kestrelwood is urgent".into()),
        case,
        ..Referral::received(
            ReferralId(id(300 + u128::from(number))),
            ReferralNumber(number),
            day("2019-01-02"),
        )
    }
}

/// A hub with two cases that share a person, an adopted and a not-adopted referral, and a meeting that spoke of all.
fn filled() -> Hub {
    let mut made = hub();
    made.write(|writer| {
        writer.put_agency(&Agency {
            id: AGENCY,
            name: "Northbridge Housing".into(),
            short_name: "NBH".into(),
            field: Field::Housing,
            presence: Presence::OwnItems,
            pack_rule: PackRule::OwnItems,
            active: true,
        })?;
        writer.put_subject(&person(ONLY_HERE, "Kestrelwood Ida"))?;
        writer.put_subject(&person(SHARED, "Sorrel Vane"))?;
        add_case(writer, CASE, "CSH.12", &[ONLY_HERE, SHARED])?;
        add_case(writer, OTHER, "CSH.13", &[SHARED])?;
        writer.put_link(&CaseLink {
            id: CaseLinkId(id(81)),
            kind: LinkKind::CrossReference,
            from: CaseId(id(OTHER)),
            to: CaseId(id(CASE)),
            on: None,
        })?;
        writer.put_meeting(&Meeting {
            id: MEETING,
            number: 1,
            kind: MeetingKind::Tasking,
            date: day("2019-01-08"),
            starts: ClockTime::from_minutes(840),
            minutes: 120,
            room: "Fire station".into(),
            chair: "Wren Alder".into(),
            status: MeetingStatus::Confirmed,
            cancelled_because: String::new(),
            issued_at: None,
            began_at: Some(NOW),
            concluded_at: Some(NOW),
            declaration_read_at: None,
            approved_by: Some("Wren Alder".into()),
            approved_at: Some(NOW),
            confirmed_by: None,
            confirmed_at: None,
            confirmed_in: None,
            presences: Vec::new(),
            order_before: Vec::new(),
        })?;
        writer.put_referral(&referral(61, Some(CaseId(id(CASE)))))?;
        writer.put_referral(&referral(62, None))?;
        add_item(writer, 510, About::Case { case: CaseId(id(CASE)) })?;
        add_item(writer, 520, About::Case { case: CaseId(id(OTHER)) })?;
        add_item(writer, 530, About::Referral { referral: ReferralId(id(362)) })?;
        let row =
            ImportKey { sheet: "register".into(), belongs_to: "CSH.12".into(), part: "2019-01-08".into() };
        writer.put_import_row(
            &row,
            &serde_json::json!({ "record": id(CASE + 1), "values": { "issues": "Kestrelwood" } }),
        )?;
        writer.save_draft("case/CSH.12/action_line", "visit Kestrelwood")?;
        writer.save_draft("case/CSH.13/action_line", "visit again")?;
        writer.note("view", Some(id(CASE)), &["Kestrelwood"])
    });
    made
}

fn dispose(made: &mut Hub, records: &[(RecordType, uuid::Uuid)]) -> (Disposal, Gone) {
    made.write(|writer| {
        let gone = writer.erase(records, &["CSH.12".to_owned()])?;
        let disposal = disposal(writer.next_disposal_number()?, &gone);
        writer.add_disposal(&disposal, &gone)?;
        Ok((disposal, gone))
    })
}

fn disposal(number: u32, gone: &Gone) -> Disposal {
    Disposal {
        id: DisposalId(id(900 + u128::from(number))),
        number,
        on: day("2026-11-18"),
        approved_by: "Wren Alder".into(),
        reason: "six years are over".into(),
        records: vec![DisposedRecord {
            of: RecordType::ClosedCase,
            record: id(CASE),
            reference: "CSH.12".into(),
            since: day("2019-06-04"),
            review_on: day("2025-06-04"),
            rule: "kept for 6 years after its closure".into(),
        }],
        rows: gone.rows(),
        values: gone.values(),
        digest: gone.digest(),
        copies: 2,
        copies_gone_by: day("2027-01-13"),
    }
}

const WHOLE_CASE: [(RecordType, uuid::Uuid); 1] = [(RecordType::ClosedCase, id_of(CASE))];

/// Returns every text and value of every table in which `word` still stands.
fn left(made: &Hub, word: &str) -> Vec<String> {
    let mut left: Vec<String> =
        made.read(|reader| reader.search(word, 50)).into_iter().map(|hit| hit.title).collect();
    left.extend(made.read(|reader| reader.drafts("")).into_iter().map(|each| each.text));
    left.retain(|text| text.to_lowercase().contains(&word.to_lowercase()));
    left
}

#[test]
fn choices_and_disposals_come_back_as_they_were_written() {
    let mut made = filled();
    let record = RecordRef { of: RecordType::ClosedCase, record: id(CASE) };
    let chair = ("Wren Alder", day("2026-11-18"));
    let mut hold = RetentionChoice::hold(
        RetentionChoiceId(id(91)),
        record,
        Some(day("2027-01-01")),
        "“Łucja” 🏚️",
        chair,
    )
    .unwrap();
    made.write(|writer| writer.put_retention_choice(&hold));
    assert_eq!(made.read(|reader| reader.list_retention_choices()), std::slice::from_ref(&hold));
    hold.lift("settled", chair).unwrap();
    made.write(|writer| writer.put_retention_choice(&hold));
    assert_eq!(made.read(|reader| reader.get_retention_choice(hold.id)), Some(hold));
    let (written, _) = dispose(&mut made, &WHOLE_CASE);
    assert_eq!(made.read(|reader| reader.list_disposals()), std::slice::from_ref(&written));
    assert_eq!(made.read(|reader| reader.get_disposal(written.id)), Some(written));
    assert_eq!(made.read(|reader| reader.next_disposal_number()), 2);
    assert!(made.read(|reader| reader.list_retention_choices()).is_empty(), "choices go with their record");
}

#[test]
fn a_case_goes_with_everything_that_hangs_on_it_and_the_chain_still_verifies() {
    let mut made = filled();
    let (disposal, _) = dispose(&mut made, &WHOLE_CASE);
    let report = made.store.check().unwrap();
    assert!(report.ok, "{:?}", report.problems);
    assert!(made.read(|reader| reader.get_case(CaseId(id(CASE)))).is_none());
    assert!(made.read(|reader| reader.actions_of(CaseId(id(CASE)))).is_empty());
    assert!(made.read(|reader| reader.list_links()).is_empty(), "links go");
    assert_eq!(made.read(|reader| reader.list_subjects()), [person(SHARED, "Sorrel Vane")]);
    assert_eq!(made.read(|reader| reader.drafts("")).len(), 1, "the other case's draft stays");
    assert!(made.read(|reader| reader.list_import_rows::<serde_json::Value>("register")).is_empty());
    let erased = |table: &str| disposal.rows.iter().find(|row| row.table == table).map(|row| row.erased);
    assert_eq!((erased("action"), erased("subject"), erased("key_point")), (Some(1), Some(1), Some(1)));
    assert_eq!((erased("import_row"), erased("draft"), erased("case_subject")), (Some(1), Some(1), Some(2)));
    for about in [id(CASE), id(CASE + 3), ONLY_HERE.0, id(510), id(361)] {
        let history = made.read(|reader| reader.history_about(about));
        assert!(!history.is_empty() && history.iter().all(|entry| entry.value.is_none()), "{about}");
    }
    let other = made.read(|reader| reader.history_about(id(OTHER)));
    assert!(other.iter().all(|entry| entry.value.is_some()), "the other case keeps its history");
    assert!(left(&made, "kestrelwood").iter().all(|title| !title.contains("CSH.12")));
}

#[test]
fn what_is_counted_stays_without_a_word_and_the_number_is_never_given_again() {
    let mut made = filled();
    let before = (
        made.read(|reader| reader.counted_cases()).len(),
        made.read(|reader| reader.counted_episodes()).len(),
        made.read(|reader| reader.counted_scores()).len(),
        made.read(|reader| reader.counted_orders()).len(),
        made.read(|reader| reader.list_referrals()).len(),
    );
    dispose(&mut made, &WHOLE_CASE);
    let counted = made.read(|reader| reader.counted_cases());
    let case = counted.iter().find(|case| case.id == CaseId(id(CASE))).unwrap();
    assert_eq!((case.kind, case.factors.len(), case.outline.as_str()), (CaseKind::Person, 1, ""));
    assert!(case.key_issues.is_empty() && case.subjects.is_empty());
    let episodes = made.read(|reader| reader.counted_episodes());
    let closure = episodes[0].closed.clone().unwrap();
    assert_eq!((episodes[0].opened, closure.on), (day("2019-01-08"), day("2019-06-04")));
    assert_eq!(closure.summary, "");
    let scores = made.read(|reader| reader.counted_scores());
    assert_eq!((scores[0].total, scores[0].reason.as_str()), (Points::whole(52), ""));
    let orders = made.read(|reader| reader.counted_orders());
    let order = orders.iter().find(|order| order.id == OrderId(id(CASE + 5))).unwrap();
    assert_eq!((order.outcome, order.subject, order.note.as_str()), (Some(OrderOutcome::Positive), None, ""));
    let after = (
        counted.len(),
        episodes.len(),
        scores.len(),
        orders.len(),
        made.read(|reader| reader.list_referrals()).len(),
    );
    assert_eq!(before, after, "no count changes");
    assert_eq!(made.read(|reader| reader.next_case_number()), 14);
    let again = Case::new(CaseId(id(999)), "CSH.12".parse().unwrap(), CaseKind::Topic);
    let refused = made.try_write(|writer| writer.put_case(&again)).unwrap_err();
    assert_eq!(
        refused.to_string(),
        "CSH.12 was disposed of: its number is never given again, and what is left of it is only counted"
    );
}

#[test]
fn a_referral_is_thinned_to_what_is_counted() {
    let mut made = filled();
    dispose(&mut made, &[(RecordType::NotAdoptedReferral, id(362))]);
    let thin = made.read(|reader| reader.get_referral(ReferralId(id(362)))).unwrap();
    let expected = Referral {
        title: "Details disposed of".into(),
        status: ReferralStatus::NotAdopted,
        outcomes: vec![ReferralOutcome::Mediation, ReferralOutcome::AbcIssued],
        decided_on: Some(day("2019-01-08")),
        gate_override: Some("not kept".into()),
        ..Referral::received(ReferralId(id(362)), ReferralNumber(62), day("2019-01-02"))
    };
    assert_eq!(thin, expected);
    let items = made.read(|reader| reader.items_of(MEETING));
    let item = items.iter().find(|item| item.id == ItemId(id(530))).unwrap();
    assert_eq!(item.about, About::Referral { referral: thin.id }, "the minutes spent on it still count");
    assert_eq!((item.spent_ms, item.why.as_str()), (480_000, ""));
    assert_eq!(made.read(|reader| reader.decisions_of(MEETING)).len(), 3, "that something was decided stays");
    assert_eq!(made.read(|reader| reader.key_points_of(MEETING)).len(), 2);
    assert!(made.read(|reader| reader.is_spent(id(362))));
    let written = Referral { problem: "again".into(), ..thin.clone() };
    let refused = made.try_write(|writer| writer.put_referral(&written)).unwrap_err();
    assert!(refused.to_string().starts_with("R.62 was disposed of"), "{refused}");
    assert_eq!(made.read(|reader| reader.list_subjects()).len(), 2, "both people stand on a case still");
    assert!(made.store.check().unwrap().ok);
}

#[test]
fn minutes_keep_their_times_and_the_kind_of_each_decision() {
    let mut made = filled();
    dispose(&mut made, &[(RecordType::Minutes, MEETING.0)]);
    let meeting = made.read(|reader| reader.get_meeting(MEETING)).unwrap();
    assert_eq!((meeting.number, meeting.chair.as_str(), meeting.status), (1, "", MeetingStatus::Confirmed));
    assert!(made.read(|reader| reader.key_points_of(MEETING)).is_empty());
    let decisions = made.read(|reader| reader.decisions_of(MEETING));
    assert!(decisions.iter().all(|each| each.text.is_empty()) && decisions.len() == 3);
    assert!(made.read(|reader| reader.get_case(CaseId(id(CASE)))).is_some(), "the cases stay");
    assert!(made.store.check().unwrap().ok);
}

#[test]
fn notes_of_views_and_prints_lose_what_they_say_and_stay_in_the_chain() {
    let mut made = filled();
    let later = Moment(NOW.0 + 1000);
    let gone = made.write(|writer| {
        let gone = writer.erase_notes_before(later, &["view", "paper"])?;
        let made = disposal(1, &gone);
        writer.add_disposal(&made, &gone)?;
        Ok(gone)
    });
    assert_eq!(gone.values(), 1);
    let about = made.read(|reader| reader.history_about(id(CASE)));
    let note = about.iter().find(|entry| entry.kind == "view").unwrap();
    assert_eq!((note.user, note.value.clone()), (CHAIR, None), "who looked and when stays");
    let report = made.store.check().unwrap();
    assert!(report.ok, "{:?}", report.problems);
}

#[test]
fn a_restored_backup_is_disposed_of_again() {
    let mut made = filled();
    let backup = made.store.copies().back_up(&made.store.backup_folder(), NOW).unwrap();
    let (disposal, _) = dispose(&mut made, &WHOLE_CASE);
    let (mut restored, _) = open(&backup.path).unwrap();
    assert!(restored.read(|reader| reader.get_case(CaseId(id(CASE)))).unwrap().is_some());
    let again = restored
        .write(&store::Author::of(CHAIR), NOW, |writer| -> Result<_, StoreError> {
            let records: Vec<_> = disposal.records.iter().map(|each| (each.of, each.record)).collect();
            let gone = writer.erase(&records, &[])?;
            writer.dispose_again(&disposal, &gone)
        })
        .unwrap();
    assert_eq!((again.id, again.number, again.on), (disposal.id, disposal.number, disposal.on));
    assert!(restored.read(|reader| reader.get_case(CaseId(id(CASE)))).unwrap().is_none());
    let report = restored.check().unwrap();
    assert!(report.ok, "{:?}", report.problems);
}

#[test]
fn old_backups_are_removed_and_newer_ones_stay() {
    let made = filled();
    let folder = made.store.backup_folder();
    made.store.copies().back_up(&folder, NOW).unwrap();
    let newer = made.store.copies().back_up(&folder, Moment(NOW.0 + 60_000)).unwrap();
    assert_eq!(made.store.remove_backups_before(Moment(NOW.0 + 60_000)).unwrap(), 1);
    assert_eq!(store::list_backups(&folder).unwrap(), [newer]);
    assert_eq!(made.store.remove_backups_before(Moment(NOW.0 + 60_000)).unwrap(), 0);
}

#[test]
fn the_hub_opens_after_it_was_compacted() {
    let mut made = filled();
    dispose(&mut made, &WHOLE_CASE);
    made.store.compact().unwrap();
    let folder = made.close();
    let (again, _) = open(folder.path()).unwrap();
    assert!(again.check().unwrap().ok);
}
