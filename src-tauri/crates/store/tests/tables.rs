//! Every table on real SQLite: what was written is what is read, first and amended, and each change is audited once.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

mod common;
#[path = "common/dice/mod.rs"]
mod dice;

use common::*;
use dice::{Dice, Known};
use domain::ids::*;
use domain::reference::ActionNumber;
use domain::settings::Settings;
use proptest::prelude::*;
use store::{ImportKey, Reader, StoreError, Writer};

fn known() -> Known {
    Known {
        agency: AgencyId(id(101)),
        officer: OfficerId(id(102)),
        area: AreaId(id(103)),
        subject: SubjectId(id(104)),
        case: CaseId(id(105)),
        episode: EpisodeId(id(106)),
        meeting: MeetingId(id(107)),
        referral: ReferralId(id(108)),
        item: ItemId(id(109)),
        action: ActionId(id(110)),
        matrix: MatrixVersionId(id(111)),
    }
}

const NUMBER: ActionNumber = ActionNumber { meeting: 45, serial: 3 };

/// Writes one record of every table that may be amended, reads each back, and returns how many rows changed.
fn amend_everything(dice: &mut Dice, writer: &mut Writer<'_>) -> Result<u64, StoreError> {
    let known = known();
    let mut changed = 0;
    macro_rules! round {
        ($put:ident, $record:expr, $get:expr) => {{
            let record = $record;
            changed += u64::from(writer.$put(&record)?);
            assert!(!writer.$put(&record)?, "{} twice changes nothing", stringify!($put));
            let get: fn(&Reader<'_>, &Known) -> Result<_, StoreError> = $get;
            assert_eq!(get(writer, &known)?, Some(record), "{}", stringify!($put));
        }};
    }
    round!(put_agency, dice::agency(dice, known.agency), |reader, known| reader.get_agency(known.agency));
    round!(put_officer, dice::officer(dice, known.officer, known.agency), |reader, known| {
        assert_eq!(reader.officers_of(known.agency)?.len(), 1);
        reader.get_officer(known.officer)
    });
    round!(put_area, dice::area(dice, known.area), |reader, known| reader.get_area(known.area));
    round!(put_subject, dice::subject(dice, known.subject, known.agency), |reader, known| {
        reader.get_subject(known.subject)
    });
    round!(put_case, dice::case(dice, known.case, 12, &known), |reader, known| {
        let case = reader.get_case(known.case)?;
        assert_eq!(reader.find_case(&case.as_ref().unwrap().reference)?, case);
        assert_eq!(reader.list_cases()?.first(), case.as_ref());
        let named = case.as_ref().map(|case| (case.id, case.reference.clone()));
        assert_eq!(reader.list_references()?.first(), named.as_ref());
        assert_eq!(reader.next_case_number()?, 13);
        Ok(case)
    });
    round!(put_episode, dice::episode(dice, known.episode, 1, &known), |reader, known| {
        assert_eq!(reader.list_episodes()?, reader.episodes_of(known.case)?);
        reader.get_episode(known.episode)
    });
    round!(put_meeting, dice::meeting(dice, known.meeting, 45), |reader, known| {
        let meeting = reader.get_meeting(known.meeting)?.unwrap();
        assert_eq!(reader.meetings_on(meeting.date)?, std::slice::from_ref(&meeting));
        assert_eq!(reader.next_meeting_number()?, 46);
        Ok(Some(meeting))
    });
    round!(put_action, dice::action(dice, known.action, NUMBER, &known), |reader, known| {
        let action = reader.get_action(known.action)?;
        assert_eq!(reader.find_action(NUMBER)?, action);
        assert_eq!(reader.actions_of(known.case)?.first(), action.as_ref());
        assert_eq!(reader.list_actions()?.first(), action.as_ref());
        let held = action.as_ref().and_then(|action| action.light_set.clone());
        assert!(held.is_none_or(|held| reader.light_settings_of(known.action).unwrap().contains(&held)));
        assert_eq!(reader.next_action_serial(45)?, 4);
        Ok(action)
    });
    round!(put_referral, dice::referral(dice, known.referral, 61, &known), |reader, known| {
        let referral = reader.get_referral(known.referral)?;
        assert_eq!(reader.find_referral(domain::reference::ReferralNumber(61))?, referral);
        assert_eq!(reader.next_referral_number()?.0, 62);
        Ok(referral)
    });
    round!(put_check, dice::check(dice, AgencyCheckId(id(120)), &known), |reader, known| {
        assert_eq!(reader.list_checks()?, reader.checks_of(known.referral)?);
        Ok(reader.list_checks()?.pop())
    });
    round!(put_order, dice::order(dice, OrderId(id(121)), &known), |reader, known| {
        let order = reader.get_order(OrderId(id(121)))?;
        let on_case = matches!(order.as_ref().unwrap().on, domain::order::OrderOn::Case { .. });
        assert_eq!(reader.orders_of(known.case)?.len(), usize::from(on_case));
        Ok(order)
    });
    round!(put_item, dice::item(dice, known.item, 1, &known), |reader, known| {
        assert_eq!(reader.list_items()?, reader.items_of(known.meeting)?);
        reader.get_item(known.item)
    });
    round!(put_room_state, dice::room_state(dice, &known), |reader, known| reader.room_state(known.meeting));
    round!(put_link, dice::link(dice, CaseLinkId(id(122)), known.case, &known), |reader, _| {
        Ok(reader.list_links()?.pop())
    });
    let settings = Settings { marking: dice.text(), ..Settings::of_new_hub("Northbridge") };
    changed += u64::from(writer.put_settings(&settings)?);
    assert!(!writer.put_settings(&settings)?);
    assert_eq!(writer.settings()?, settings);
    Ok(changed)
}

/// Adds one record to every append-only table, reads each back, and returns how many rows were added.
fn add_everything(dice: &mut Dice, writer: &mut Writer<'_>) -> Result<u64, StoreError> {
    let known = known();
    let mut added = 0;
    macro_rules! round {
        ($add:ident, $record:expr, $list:ident, $of:expr) => {{
            let record = $record;
            assert!(writer.$add(&record)?, "{} is new", stringify!($add));
            assert!(!writer.$add(&record)?, "{} twice changes nothing", stringify!($add));
            added += 1;
            assert_eq!(writer.$list($of)?, [record], "{}", stringify!($add));
        }};
    }
    let version = dice::matrix_version(dice, known.matrix, 1);
    assert!(writer.add_matrix_version(&version)? && !writer.add_matrix_version(&version)?);
    added += 1;
    round!(add_score, dice::score(dice, ScoreId(id(130)), 1, &known), scores_of, known.case);
    round!(
        add_action_update,
        dice::action_update(dice, ActionUpdateId(id(131)), &known),
        updates_of,
        known.action
    );
    round!(
        add_attendance,
        dice::attendance(dice, AttendanceId(id(132)), 1, &known),
        attendance_of,
        known.meeting
    );
    round!(
        add_key_point,
        dice::key_point(dice, KeyPointId(id(133)), 1, &known),
        key_points_of,
        known.meeting
    );
    round!(add_decision, dice::decision(dice, DecisionId(id(134)), 1, &known), decisions_of_item, known.item);
    round!(
        add_written_update,
        dice::written_update(dice, WrittenUpdateId(id(135)), &known),
        written_updates_of,
        known.meeting
    );
    round!(
        add_revision,
        dice::revision(dice, MinutesRevisionId(id(136)), 1, &known),
        revisions_of,
        known.meeting
    );
    let issue = dice::issue(dice, IssueId(id(140)), &known);
    assert!(writer.add_issue(&issue)? && !writer.add_issue(&issue)?);
    added += 1;
    assert_eq!(writer.issues_of(known.meeting, issue.paper)?, std::slice::from_ref(&issue));
    round!(
        add_issue_part,
        dice::issue_part(dice, IssuePartId(id(141)), issue.id, &known),
        parts_of,
        issue.id
    );
    let copy = dice::issued_copy(dice, IssuedCopyId(id(142)), issue.id, &known);
    assert!(writer.put_copy(&copy)? && !writer.put_copy(&copy)?);
    added += 1;
    assert_eq!(
        (writer.copies_of(issue.id)?, writer.get_copy(copy.id)?),
        (vec![copy.clone()], Some(copy.clone()))
    );
    let told = dice::disclosure(dice, DisclosureId(id(143)), copy.id, &known);
    assert!(writer.add_disclosure(&told)? && !writer.add_disclosure(&told)?);
    added += 1;
    assert_eq!(writer.list_disclosures()?, [told]);
    Ok(added)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn every_record_is_read_as_it_was_written_and_each_change_is_audited_once(seed in any::<u64>()) {
        let mut made = hub();
        let mut dice = Dice(seed);
        let before = made.read(|reader| reader.audit_rows());
        let changed = made.write(|writer| {
            Ok(amend_everything(&mut dice, writer)? + add_everything(&mut dice, writer)?)
        });
        let amended = made.write(|writer| amend_everything(&mut dice, writer));
        let after = made.read(|reader| reader.audit_rows());
        prop_assert_eq!(after - before, changed + amended);
        let report = made.store.check().unwrap();
        prop_assert!(report.ok, "{:?}", report.problems);
    }
}

#[test]
fn a_change_that_fails_half_way_leaves_neither_rows_nor_audit() {
    let mut made = hub();
    let (rows, found) = (made.read(|reader| reader.audit_rows()), made.store.check().unwrap().rows);
    let refused = made.try_write(|writer| -> Result<(), StoreError> {
        writer.put_agency(&dice::agency(&mut Dice(1), known().agency))?;
        writer.save_draft("room/line", "half a sentence")?;
        Err(StoreError::NotThere("reason to go on"))
    });
    assert!(refused.is_err());
    assert_eq!(made.read(|reader| reader.audit_rows()), rows);
    assert_eq!(made.store.check().unwrap().rows, found);
    assert!(made.read(|reader| reader.list_agencies()).is_empty());
    assert!(made.read(|reader| reader.drafts("")).is_empty());
}

#[test]
fn a_record_that_names_what_is_not_there_is_refused_as_a_whole() {
    let mut made = hub();
    let refused = made.try_write(|writer| {
        writer.put_area(&dice::area(&mut Dice(1), known().area))?;
        writer.put_officer(&dice::officer(&mut Dice(2), known().officer, known().agency))
    });
    assert!(matches!(refused, Err(StoreError::NamesNothing(_))), "{refused:?}");
    assert!(made.read(|reader| reader.list_areas()).is_empty(), "nothing of it was kept");
}

#[test]
fn two_cases_with_one_reference_and_two_open_episodes_are_refused() {
    let mut made = hub();
    let known = known();
    let bare = |id| domain::case::Case {
        reference: "CSH.12".parse().unwrap(),
        subjects: Vec::new(),
        area: None,
        lead_agency: None,
        lead_officer: None,
        ..dice::case(&mut Dice(3), CaseId(id), 12, &Known { ..self::known() })
    };
    made.write(|writer| writer.put_case(&bare(known.case.0)));
    let refused = made.try_write(|writer| writer.put_case(&bare(id(999))));
    assert!(matches!(refused, Err(StoreError::Conflict(_))), "{refused:?}");
    let day = "2026-11-24".parse().unwrap();
    let open = |number, serial| domain::episode::Episode {
        serial,
        ..domain::episode::Episode::first(EpisodeId(id(number)), known.case, day)
    };
    made.write(|writer| writer.put_episode(&open(1, 1)));
    let refused = made.try_write(|writer| writer.put_episode(&open(2, 2)));
    assert!(matches!(refused, Err(StoreError::Conflict(_))), "at most one episode is open: {refused:?}");
}

#[test]
fn what_is_append_only_is_never_rewritten() {
    let mut made = hub();
    let dice = &mut Dice(4);
    made.write(|writer| {
        amend_everything(dice, writer)?;
        add_everything(dice, writer)
    });
    let known = known();
    let score = made.read(|reader| reader.scores_of(known.case)).pop().unwrap();
    let other = domain::score::Score { scorer: "somebody else".into(), ..score };
    assert!(matches!(
        made.try_write(|writer| writer.add_score(&other)),
        Err(StoreError::AppendOnly { table: "score" })
    ));
    let update = made.read(|reader| reader.updates_of(known.action)).pop().unwrap();
    let other = domain::action::ActionUpdate { text: "it never happened".into(), ..update };
    assert!(matches!(
        made.try_write(|writer| writer.add_action_update(&other)),
        Err(StoreError::AppendOnly { table: "action_update" })
    ));
    let entry = made.read(|reader| reader.attendance_of(known.meeting)).pop().unwrap();
    let other = domain::meeting::Attendance { name: "somebody else".into(), ..entry };
    assert!(matches!(
        made.try_write(|writer| writer.add_attendance(&other)),
        Err(StoreError::AppendOnly { table: "attendance" })
    ));
}

#[test]
fn a_light_that_fell_stays_in_the_history_of_lights() {
    use domain::action::{Action, LightSetting};
    let mut made = hub();
    let known = known();
    made.write(|writer| amend_everything(&mut Dice(5), writer));
    let action = made.read(|reader| reader.get_action(known.action)).unwrap();
    let earlier = made.read(|reader| reader.light_settings_of(known.action)).len();
    let set = LightSetting {
        id: LightSettingId(id(140)),
        light: domain::light::Light::Red,
        reason: "the chair wants it seen".into(),
        at: NOW,
    };
    let lit = Action { light_set: Some(set.clone()), ..action };
    made.write(|writer| writer.put_action(&lit));
    let fallen = Action { light_set: None, ..lit };
    made.write(|writer| writer.put_action(&fallen));
    assert_eq!(made.read(|reader| reader.get_action(known.action)), Some(fallen));
    let lights = made.read(|reader| reader.light_settings_of(known.action));
    assert_eq!(lights.len(), earlier + 1);
    assert!(lights.contains(&set));
}

#[test]
fn the_log_of_an_action_keeps_the_order_of_arrival_even_when_days_go_backwards() {
    let mut made = hub();
    let known = known();
    made.write(|writer| amend_everything(&mut Dice(6), writer));
    let said = |number, day: &str, text: &str| domain::action::ActionUpdate {
        id: ActionUpdateId(id(number)),
        action: known.action,
        on: day.parse().unwrap(),
        text: text.into(),
        by: "Wren Alder".into(),
        kind: domain::action_log::LogKind::Said,
        meeting: None,
    };
    let entries = [
        said(900, "2026-11-24", "visited"),
        said(800, "2026-11-20", "letter sent"),
        said(850, "2026-11-24", "paid"),
    ];
    made.write(|writer| entries.iter().try_for_each(|entry| writer.add_action_update(entry).map(|_| ())));
    assert_eq!(made.read(|reader| reader.updates_of(known.action)), entries);
    assert_eq!(made.read(|reader| reader.latest_updates()), [entries[2].clone()]);
    made.write(|writer| writer.remove_action_update(entries[2].id));
    assert_eq!(made.read(|reader| reader.latest_updates()), [entries[1].clone()]);
}

#[test]
fn what_was_taken_back_is_gone_from_every_list_and_can_come_back() {
    let mut made = hub();
    let dice = &mut Dice(7);
    made.write(|writer| {
        amend_everything(dice, writer)?;
        add_everything(dice, writer)
    });
    let known = known();
    let item = made.read(|reader| reader.get_item(known.item)).unwrap();
    let score = made.read(|reader| reader.list_scores()).pop().unwrap();
    let rows = made.read(|reader| reader.audit_rows());
    made.write(|writer| {
        assert!(writer.remove_item(known.item)?);
        assert!(!writer.remove_item(known.item)?, "taken back once");
        assert!(writer.remove_score(score.id)?);
        Ok(())
    });
    assert_eq!(made.read(|reader| reader.audit_rows()), rows + 2);
    assert_eq!(made.read(|reader| reader.get_item(known.item)), None);
    assert!(made.read(|reader| reader.items_of(known.meeting)).is_empty());
    assert!(made.read(|reader| reader.list_scores()).is_empty());
    made.write(|writer| {
        assert!(writer.put_item(&item)?);
        assert!(writer.add_score(&score)?);
        Ok(())
    });
    assert_eq!(made.read(|reader| reader.get_item(known.item)), Some(item));
    assert_eq!(made.read(|reader| reader.list_scores()), [score]);
}

#[test]
fn key_points_and_decisions_are_withdrawn_restored_and_shown_but_never_reworded() {
    let mut made = hub();
    let known = known();
    made.write(|writer| amend_everything(&mut Dice(8), writer));
    let point = domain::meeting::KeyPoint {
        shown: false,
        withdrawn: false,
        ..dice::key_point(&mut Dice(9), KeyPointId(id(133)), 1, &known)
    };
    made.write(|writer| {
        assert!(writer.add_key_point(&point)?);
        assert!(writer.withdraw_key_point(point.id)?);
        assert!(!writer.withdraw_key_point(point.id)?, "withdrawn once");
        assert!(writer.key_points_of_item(known.item)?[0].withdrawn);
        assert!(writer.restore_key_point(point.id)?);
        assert!(writer.show_key_point(point.id, true)?);
        let shown = domain::meeting::KeyPoint { shown: true, ..point.clone() };
        assert_eq!(writer.key_points_of(known.meeting)?, [shown]);
        assert!(matches!(writer.withdraw_decision(DecisionId(id(1))), Err(StoreError::NotThere("decision"))));
        Ok(())
    });
}

#[test]
fn the_room_of_the_running_meeting_is_found_after_a_crash() {
    use domain::meeting::{Meeting, MeetingStatus, RoomState};
    let mut made = hub();
    let known = known();
    made.write(|writer| amend_everything(&mut Dice(10), writer));
    let meeting = made.read(|reader| reader.get_meeting(known.meeting)).unwrap();
    let state = made.read(|reader| reader.room_state(known.meeting)).unwrap();
    made.write(|writer| writer.put_meeting(&Meeting { status: MeetingStatus::Planned, ..meeting.clone() }));
    assert_eq!(made.read(|reader| reader.running_room()), None);
    made.write(|writer| writer.put_meeting(&Meeting { status: MeetingStatus::Running, ..meeting }));
    let running: Option<RoomState> = made.read(|reader| reader.running_room());
    assert_eq!(running, Some(state));
}

#[test]
fn drafts_are_kept_by_field_and_leave_no_audit() {
    let mut made = hub();
    let rows = made.read(|reader| reader.audit_rows());
    made.write(|writer| {
        writer.save_draft("room/45/line", "@housing vis")?;
        writer.save_draft("room/45/line", "@housing visit by Fri")?;
        writer.save_draft("room/45/points", "agreed to")?;
        writer.save_draft("case/CSH.12", "outline")
    });
    let drafts = made.read(|reader| reader.drafts("room/45/"));
    let texts: Vec<&str> = drafts.iter().map(|draft| draft.text.as_str()).collect();
    assert_eq!(texts, ["@housing visit by Fri", "agreed to"]);
    made.write(|writer| {
        writer.save_draft("room/45/points", "")?;
        writer.discard_drafts("case/")
    });
    assert_eq!(made.read(|reader| reader.drafts("")).len(), 1);
    assert_eq!(made.read(|reader| reader.audit_rows()), rows);
}

#[test]
fn what_was_imported_and_how_headings_were_mapped_is_remembered() {
    let mut made = hub();
    let (sheet, belongs_to, part) = ("register".to_owned(), "CSH.12".to_owned(), "2017-10-24".to_owned());
    let key = ImportKey { sheet, belongs_to, part };
    let values = vec!["Person".to_owned(), "45".to_owned()];
    made.write(|writer| {
        assert!(writer.put_import_row(&key, &values)?);
        assert!(!writer.put_import_row(&key, &values)?);
        assert!(writer.put_heading_map("register", &[("Ref", "reference")])?);
        Ok(())
    });
    let remembered: Vec<(ImportKey, Vec<String>)> = made.read(|reader| reader.list_import_rows("register"));
    assert_eq!(remembered, [(key.clone(), values)]);
    made.write(|writer| {
        assert!(writer.forget_import_row(&key)?);
        assert!(!writer.forget_import_row(&key)?);
        Ok(())
    });
    let mapping: Option<Vec<(String, String)>> = made.read(|reader| reader.heading_map("register"));
    assert_eq!(mapping, Some(vec![("Ref".to_owned(), "reference".to_owned())]));
    let none: Option<Vec<String>> = made.read(|reader| reader.heading_map("actions"));
    assert_eq!(none, None);
}
