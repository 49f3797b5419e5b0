//! The due list as it is shown.

use std::collections::HashSet;

use chrono::{Months, NaiveDate};
use domain::ids::{CaseId, MeetingId, OrderId, ReferralId, SubjectId};
use domain::retention::{ChoiceKind, RecordType, RetentionChoice, RetentionRules};
use domain::words::{capital, count, table_date};
use store::Reader;
use uuid::Uuid;

use super::due::{self, Found};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::wire::everything::*;

/// How far ahead the list looks.
const AHEAD: Months = Months::new(3);

pub fn get_retention(desk: &mut Desk, _request: Nothing) -> Result<RetentionView, Failure> {
    let today = desk.today();
    let copies = super::disposing::old_copies(desk)?;
    desk.read(|reader| {
        let rules = reader.settings()?.retention;
        let choices = reader.list_retention_choices()?;
        let soon = today.checked_add_months(AHEAD).unwrap_or(today);
        let all = due::all(reader, today)?;
        let ruled: HashSet<Uuid> = all.iter().map(|found| found.record.record).collect();
        let others =
            choices.iter().filter(|choice| choice.holds_on(today) && !ruled.contains(&choice.record));
        let mut other_holds = Vec::new();
        for choice in others {
            other_holds.extend(other_hold(reader, choice)?);
        }
        let mut rows: Vec<RetentionRow> = all
            .into_iter()
            .map(|found| row(found, &rules, &choices, today))
            .filter(|row| row.review_on <= soon || !row.holds.is_empty() || !row.kept_longer.is_empty())
            .collect();
        rows.sort_by(|one, other| (one.review_on, &one.reference).cmp(&(other.review_on, &other.reference)));
        let number = |wanted: fn(&RetentionRow) -> bool| rows.iter().filter(|row| wanted(row)).count() as u32;
        Ok(RetentionView {
            due: number(|row| row.due),
            blocked: number(|row| row.due && !row.obstacles.is_empty()),
            held: number(|row| !row.holds.is_empty()),
            other_holds,
            rules: RecordType::ALL.map(|of| rule(of, &rules)).into(),
            disposals: reader.list_disposals()?,
            old_copies: copies.number,
            old_copies_gone_by: copies.gone_by,
            rows,
        })
    })
}

fn other_hold(reader: &Reader<'_>, choice: &RetentionChoice) -> Result<Option<OtherHold>, Failure> {
    let named = match choice.of {
        RecordType::ClosedCase => reader
            .get_case(CaseId(choice.record))?
            .map(|case| (case.reference.to_string(), format!("/cases/{}", case.reference))),
        RecordType::NotAdoptedReferral | RecordType::SettledReferral => reader
            .get_referral(ReferralId(choice.record))?
            .map(|referral| (referral.number.to_string(), format!("/referrals/{}", referral.id))),
        RecordType::Person => reader.get_subject(SubjectId(choice.record))?.map(|person| {
            let name = if person.name.is_empty() { "Unnamed".to_owned() } else { person.name };
            (name, format!("/people/{}", person.id))
        }),
        RecordType::StandaloneOrder => {
            reader.get_order(OrderId(choice.record))?.map(|order| (order.kind, "/orders".to_owned()))
        }
        RecordType::Minutes => reader.get_meeting(MeetingId(choice.record))?.map(|meeting| {
            (format!("Meeting {}", meeting.number), format!("/meetings/{}/minutes", meeting.id))
        }),
        RecordType::Disclosures => Some(("Audit".to_owned(), "/retention".to_owned())),
    };
    let hold = HoldLine { id: choice.id, words: capital(&choice.words()) };
    Ok(named.map(|(reference, address)| OtherHold { hold, reference, address }))
}

fn rule(of: RecordType, rules: &RetentionRules) -> RetentionRule {
    RetentionRule { of, words: capital(of.words()), rule: rules.words(of), effect: of.effect().to_owned() }
}

fn row(found: Found, rules: &RetentionRules, choices: &[RetentionChoice], today: NaiveDate) -> RetentionRow {
    let own =
        |choice: &&RetentionChoice| choice.record == found.record.record && choice.of == found.record.of;
    let holds = choices.iter().filter(own).filter(|choice| choice.holds_on(today));
    let line = |choice: &RetentionChoice| HoldLine { id: choice.id, words: capital(&choice.words()) };
    let mut kept = choices.iter().filter(own).filter(|choice| choice.kind == ChoiceKind::KeepUntil);
    let longest = kept.rfind(|choice| choice.until == Some(found.review.review_on));
    let (since, of) = (found.review.since, found.record.of);
    RetentionRow {
        record: found.record,
        type_words: capital(of.words()),
        why: format!("{} on {}, kept for {}", found.happened, table_date(since), rules.of(of).words()),
        since,
        review_on: found.review.review_on,
        due: found.review.due,
        holds: holds.map(line).collect(),
        kept_longer: longest.map(|choice| capital(&choice.words())).unwrap_or_default(),
        obstacles: found.review.obstacles,
        reference: found.reference,
        title: found.title,
        address: found.address,
    }
}

/// Returns what Today says of records that reached their review date; absent when none has.
pub(crate) fn due_line(reader: &Reader<'_>, today: NaiveDate) -> Result<Option<TodayLine>, Failure> {
    let due = due::all(reader, today)?.into_iter().filter(|found| found.review.due).count();
    let line = || TodayLine {
        words: format!("{} their review date", count(due, "record has reached", "records have reached")),
        on: None,
        address: "/retention".to_owned(),
    };
    Ok((due > 0).then(line))
}
