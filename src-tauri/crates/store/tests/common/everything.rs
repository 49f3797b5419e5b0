//! A record with a row in every table.
#![allow(dead_code, clippy::unwrap_used, reason = "helpers of tests, none of which needs all of them")]

use chrono::NaiveDate;
use domain::ids::*;
use domain::reference::ActionNumber;
use domain::retention::{Disposal, RecordRef, RecordType, RetentionChoice};
use domain::settings::Settings;
use domain::subject::Subject;
use uuid::Uuid;

use crate::dice::{self, Dice, Known};
use crate::{ImportKey, StoreError, Writer};

pub const CASE: Uuid = Uuid::from_u128(105);

fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

fn known() -> Known {
    Known {
        agency: AgencyId(id(101)),
        officer: OfficerId(id(102)),
        area: AreaId(id(103)),
        subject: SubjectId(id(104)),
        case: CaseId(CASE),
        episode: EpisodeId(id(106)),
        meeting: MeetingId(id(107)),
        referral: ReferralId(id(108)),
        item: ItemId(id(109)),
        action: ActionId(id(110)),
        matrix: MatrixVersionId(id(111)),
    }
}

/// Writes a row or more of every table.
pub fn write_everything(dice: &mut Dice, writer: &mut Writer<'_>) -> Result<(), StoreError> {
    let known = known();
    put_what_is_amended(dice, writer, &known)?;
    add_what_only_grows(dice, writer, &known)?;
    put_what_hangs_on_a_case(dice, writer, &known)?;
    let settings = Settings { marking: dice.text(), ..Settings::of_new_hub("Northbridge") };
    writer.put_settings(&settings)?;
    for part in ["2017-10-24", "2019-01-08"] {
        let key = ImportKey { sheet: "register".into(), belongs_to: "CSH.12".into(), part: part.into() };
        writer.put_import_row(&key, &[dice.text(), dice.text()])?;
    }
    writer.put_heading_map("register", &[("Ref", "reference")])?;
    writer.save_draft("case/CSH.12/action_line", "half typed")?;
    writer.note("view", Some(CASE), &[dice.text()])
}

fn put_what_is_amended(dice: &mut Dice, writer: &mut Writer<'_>, known: &Known) -> Result<(), StoreError> {
    writer.put_agency(&dice::agency(dice, known.agency))?;
    writer.put_officer(&dice::officer(dice, known.officer, known.agency))?;
    for number in 0..10 {
        writer.put_area(&dice::area(dice, AreaId(id(1000 + number))))?;
    }
    writer.put_area(&dice::area(dice, known.area))?;
    writer.put_subject(&dice::subject(dice, known.subject, known.agency))?;
    let another = SubjectId(id(112));
    writer.put_subject(&Subject { name: dice.text(), ..Subject::unknown(another) })?;
    let mut case = dice::case(dice, known.case, 12, known);
    case.subjects = vec![dice::part(dice, known), dice::part(dice, known)];
    case.subjects[1].subject = another;
    writer.put_case(&case)?;
    writer.put_case(&dice::case(dice, CaseId(id(113)), 13, known))?;
    writer.put_episode(&dice::episode(dice, known.episode, 1, known))?;
    writer.put_meeting(&dice::meeting(dice, known.meeting, 45))?;
    let number = ActionNumber { meeting: 45, serial: 3 };
    let mut action = dice::action(dice, known.action, number, known);
    for light in [114, 115] {
        action.light_set = Some(domain::action::LightSetting {
            id: LightSettingId(id(light)),
            light: domain::light::Light::Red,
            reason: dice.text(),
            at: domain::moment::Moment(dice.below(1_000_000) as i64),
        });
        writer.put_action(&action)?;
    }
    writer.put_action_template(&dice::action_template(dice, ActionTemplateId(id(116)), known))?;
    let mut referral = dice::referral(dice, known.referral, 61, known);
    referral.subjects = vec![dice::part(dice, known)];
    writer.put_referral(&referral)?;
    writer.put_check(&dice::check(dice, AgencyCheckId(id(120)), known))?;
    writer.put_item(&dice::item(dice, known.item, 1, known))?;
    writer.put_room_state(&dice::room_state(dice, known))?;
    writer.put_link(&dice::link(dice, CaseLinkId(id(122)), CaseId(id(113)), known))?;
    Ok(())
}

fn add_what_only_grows(dice: &mut Dice, writer: &mut Writer<'_>, known: &Known) -> Result<(), StoreError> {
    writer.add_matrix_version(&dice::matrix_version(dice, known.matrix, 1))?;
    writer.add_score(&dice::score(dice, ScoreId(id(130)), 1, known))?;
    for number in [150, 149, 131] {
        writer.add_action_update(&dice::action_update(dice, ActionUpdateId(id(number)), known))?;
    }
    writer.remove_action_update(ActionUpdateId(id(149)))?;
    writer.add_attendance(&dice::attendance(dice, AttendanceId(id(132)), 1, known))?;
    writer.add_key_point(&dice::key_point(dice, KeyPointId(id(133)), 1, known))?;
    writer.add_decision(&dice::decision(dice, DecisionId(id(134)), 1, known))?;
    writer.add_written_update(&dice::written_update(dice, WrittenUpdateId(id(135)), known))?;
    writer.add_revision(&dice::revision(dice, MinutesRevisionId(id(136)), 1, known))?;
    let issue = IssueId(id(140));
    writer.add_issue(&dice::issue(dice, issue, known))?;
    writer.add_issue_part(&dice::issue_part(dice, IssuePartId(id(141)), issue, known))?;
    let copy = dice::issued_copy(dice, IssuedCopyId(id(142)), issue, known);
    writer.put_copy(&copy)?;
    writer.add_disclosure(&dice::disclosure(dice, DisclosureId(id(143)), copy.id, known))?;
    Ok(())
}

fn put_what_hangs_on_a_case(
    dice: &mut Dice,
    writer: &mut Writer<'_>,
    known: &Known,
) -> Result<(), StoreError> {
    let order = dice::order(dice, OrderId(id(121)), known);
    writer.put_order(&order)?;
    writer.put_order_type(&dice::order_type(dice, OrderTypeId(id(117))))?;
    writer.add_order_event(&dice::order_event(dice, OrderEventId(id(118)), &order, 1, known))?;
    writer.put_order_breach(&dice::breach(dice, OrderBreachId(id(119)), order.id))?;
    writer.put_order_review(&dice::review(dice, OrderReviewId(id(123)), order.id))?;
    writer.put_order_offer(&dice::offer(dice, OrderOfferId(id(124)), order.id))?;
    let link = CaseLinkId(id(122));
    writer.add_move(&dice::case_move(dice, CaseMoveId(id(125)), link, CaseId(id(113)), known))?;
    writer.put_demand(&dice::demand(dice, DemandCountId(id(126)), known))?;
    writer.put_forum(&dice::forum(dice, ForumLinkId(id(127)), known))?;
    let held = RecordRef { of: RecordType::ClosedCase, record: CASE };
    let today: NaiveDate = "2026-11-24".parse().unwrap();
    let of = RetentionChoiceId(id(128));
    let hold = RetentionChoice::hold(of, held, None, "a complaint", ("Wren Alder", today)).unwrap();
    writer.put_retention_choice(&hold)?;
    Ok(())
}

/// Disposes of the case, and returns what the certificate says.
pub fn dispose(writer: &mut Writer<'_>) -> Result<Disposal, StoreError> {
    let gone = writer.erase(&[(RecordType::ClosedCase, CASE)], &["CSH.12".to_owned()])?;
    let today = "2026-11-24".parse().unwrap();
    let disposal = Disposal {
        id: DisposalId(id(900)),
        number: writer.next_disposal_number()?,
        on: today,
        approved_by: "Wren Alder".into(),
        reason: "six years are over".into(),
        records: Vec::new(),
        rows: gone.rows(),
        values: gone.values(),
        digest: gone.digest(),
        copies: 3,
        copies_gone_by: today,
    };
    writer.add_disposal(&disposal, &gone)?;
    Ok(disposal)
}
