//! What somebody chose for one record: to keep it longer, or to hold it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::{RecordRef, RecordType, RetentionError};
use crate::ids::RetentionChoiceId;
use crate::words::table_date;

/// What was chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ChoiceKind {
    /// To keep it until a later day.
    KeepUntil,
    /// To hold it: nothing goes while the hold stands.
    Hold,
}

/// A choice for one record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RetentionChoice {
    /// Its key.
    pub id: RetentionChoiceId,
    /// What was chosen.
    pub kind: ChoiceKind,
    /// The type of the record.
    pub of: RecordType,
    /// The record's key.
    #[ts(type = "string")]
    pub record: Uuid,
    /// Until when, that day included; absent for a hold without an end.
    pub until: Option<NaiveDate>,
    /// Why.
    pub why: String,
    /// Who chose.
    pub by: String,
    /// The day it was chosen.
    pub on: NaiveDate,
    /// The day the hold was lifted; absent while it stands.
    pub lifted_on: Option<NaiveDate>,
    /// Who lifted it; empty while it stands.
    pub lifted_by: String,
    /// Why it was lifted; empty while it stands.
    pub lifted_because: String,
}

fn reason(why: &str) -> Result<String, RetentionError> {
    match why.trim() {
        "" => Err(RetentionError::NoReason),
        why => Ok(why.to_owned()),
    }
}

impl RetentionChoice {
    /// Returns the choice to keep a record until a later day than it is kept now.
    pub fn keep(
        id: RetentionChoiceId,
        record: RecordRef,
        (until, kept_already): (NaiveDate, NaiveDate),
        why: &str,
        (by, today): (&str, NaiveDate),
    ) -> Result<Self, RetentionError> {
        if until <= today {
            return Err(RetentionError::NotAhead);
        }
        if until <= kept_already {
            return Err(RetentionError::NoLonger(table_date(kept_already)));
        }
        Self::of(id, ChoiceKind::KeepUntil, record, Some(until), why, (by, today))
    }

    /// Returns the choice to hold a record; without `until` it stands until somebody lifts it.
    pub fn hold(
        id: RetentionChoiceId,
        record: RecordRef,
        until: Option<NaiveDate>,
        why: &str,
        (by, today): (&str, NaiveDate),
    ) -> Result<Self, RetentionError> {
        if until.is_some_and(|until| until <= today) {
            return Err(RetentionError::NotAhead);
        }
        Self::of(id, ChoiceKind::Hold, record, until, why, (by, today))
    }

    fn of(
        id: RetentionChoiceId,
        kind: ChoiceKind,
        record: RecordRef,
        until: Option<NaiveDate>,
        why: &str,
        (by, on): (&str, NaiveDate),
    ) -> Result<Self, RetentionError> {
        Ok(Self {
            id,
            kind,
            of: record.of,
            record: record.record,
            until,
            why: reason(why)?,
            by: by.to_owned(),
            on,
            lifted_on: None,
            lifted_by: String::new(),
            lifted_because: String::new(),
        })
    }

    /// Lifts the hold.
    pub fn lift(&mut self, because: &str, (by, today): (&str, NaiveDate)) -> Result<(), RetentionError> {
        if !self.holds_on(today) {
            return Err(RetentionError::AlreadyLifted);
        }
        self.lifted_because = reason(because)?;
        self.lifted_by = by.to_owned();
        self.lifted_on = Some(today);
        Ok(())
    }

    /// Tells whether this is a hold that stands on `today`.
    pub fn holds_on(&self, today: NaiveDate) -> bool {
        self.kind == ChoiceKind::Hold
            && self.lifted_on.is_none()
            && self.until.is_none_or(|until| today <= until)
    }

    /// Returns a standing hold in words: `held by Alex Marsh until 3 Mar 2027: complaint to the Ombudsman`.
    pub fn words(&self) -> String {
        let until = self.until.map(|until| format!(" until {}", table_date(until))).unwrap_or_default();
        match self.kind {
            ChoiceKind::Hold => format!("held by {}{until}: {}", self.by, self.why),
            ChoiceKind::KeepUntil => format!("kept{until} by {}: {}", self.by, self.why),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    const ID: RetentionChoiceId = RetentionChoiceId(Uuid::nil());
    const CASE: RecordRef = RecordRef { of: RecordType::ClosedCase, record: Uuid::nil() };

    fn held(until: Option<&str>) -> RetentionChoice {
        let chair = ("Alex Marsh", day("2026-11-24"));
        RetentionChoice::hold(ID, CASE, until.map(day), " complaint ", chair).unwrap()
    }

    #[test]
    fn a_hold_stands_until_its_day_is_over_or_it_is_lifted() {
        let hold = held(Some("2026-12-01"));
        assert!(hold.holds_on(day("2026-12-01")) && !hold.holds_on(day("2026-12-02")));
        let mut endless = held(None);
        assert!(endless.holds_on(day("2099-01-01")));
        endless.lift("settled", ("Alex Marsh", day("2026-12-05"))).unwrap();
        assert!(!endless.holds_on(day("2026-12-05")));
        let again = endless.lift("settled", ("Alex Marsh", day("2026-12-06")));
        assert_eq!(again, Err(RetentionError::AlreadyLifted));
    }

    #[test]
    fn every_choice_has_a_reason_and_a_day_that_lies_ahead() {
        let chair = ("Alex Marsh", day("2026-11-24"));
        let unreasoned = RetentionChoice::hold(ID, CASE, None, " ", chair);
        assert_eq!(unreasoned, Err(RetentionError::NoReason));
        let past = RetentionChoice::hold(ID, CASE, Some(day("2026-11-24")), "x", chair);
        assert_eq!(past, Err(RetentionError::NotAhead));
        let mut hold = held(None);
        assert_eq!(hold.lift(" ", chair), Err(RetentionError::NoReason));
        assert!(hold.holds_on(chair.1), "a refusal lifts nothing");
    }

    #[test]
    fn keeping_longer_is_longer_than_it_is_kept_now() {
        let chair = ("Alex Marsh", day("2026-11-24"));
        let now = day("2027-03-01");
        let shorter = RetentionChoice::keep(ID, CASE, (day("2027-02-01"), now), "appeal", chair);
        assert_eq!(shorter, Err(RetentionError::NoLonger("1 Mar 2027".into())));
        let longer = RetentionChoice::keep(ID, CASE, (day("2027-06-01"), now), "appeal", chair).unwrap();
        assert_eq!(longer.words(), "kept until 1 Jun 2027 by Alex Marsh: appeal");
        assert!(!longer.holds_on(chair.1), "keeping longer is no hold");
    }
}
