//! Disposals: what went, by whom, under which rule, and when its last copy is gone.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::{RecordType, RetentionError};
use crate::ids::DisposalId;

/// The longest that a backup in the hub's own folder is kept once it holds what was disposed of, in weeks (a default:
/// seven daily and eight weekly copies).
pub const BACKUP_WEEKS: u64 = 8;

/// One record that was disposed of: nothing of it but what the counts and the certificate need.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DisposedRecord {
    /// Its type.
    pub of: RecordType,
    /// Its key.
    #[ts(type = "string")]
    pub record: Uuid,
    /// Its number, such as `CSH.12` or `R.61`; for what has none what it was, without a name.
    pub reference: String,
    /// From which day it was kept.
    pub since: NaiveDate,
    /// The day from which it could go.
    pub review_on: NaiveDate,
    /// The rule under which it went.
    pub rule: String,
}

/// How many rows of a table went.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RowsGone {
    /// The table.
    pub table: String,
    /// Rows erased for good.
    pub erased: u32,
    /// Rows left with nothing but what is counted.
    pub thinned: u32,
}

/// A disposal that a human approved; its certificate prints this.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Disposal {
    /// Its key.
    pub id: DisposalId,
    /// The number of its certificate, from 1.
    pub number: u32,
    /// The day.
    pub on: NaiveDate,
    /// Who approved it.
    pub approved_by: String,
    /// Why, in the words of who approved it.
    pub reason: String,
    /// The records.
    pub records: Vec<DisposedRecord>,
    /// What went of which table.
    pub rows: Vec<RowsGone>,
    /// Values in the history that were erased with their salts.
    pub values: u32,
    /// A hash over the keys of every row that went, by which a check verifies them.
    pub digest: String,
    /// How many backups in the hub's own folder still held it on that day.
    pub copies: u32,
    /// The day by which the last of them is gone.
    pub copies_gone_by: NaiveDate,
}

impl Disposal {
    /// Checks what an approval must say, and returns its reason.
    pub fn approval(reason: &str, records: usize) -> Result<String, RetentionError> {
        match (records, reason.trim()) {
            (0, _) => Err(RetentionError::NothingChosen),
            (_, "") => Err(RetentionError::NoReason),
            (_, reason) => Ok(reason.to_owned()),
        }
    }

    /// Returns the records in words: `2 closed cases, 1 referral not adopted`.
    pub fn counted(&self) -> String {
        let mut parts = Vec::new();
        for of in RecordType::ALL {
            match self.records.iter().filter(|record| record.of == of).count() {
                0 => {}
                1 => parts.push(format!("1 {}", of.words())),
                many => parts.push(format!("{many} {}", plural(of))),
            }
        }
        parts.join(", ")
    }
}

fn plural(of: RecordType) -> &'static str {
    match of {
        RecordType::ClosedCase => "closed cases",
        RecordType::NotAdoptedReferral => "referrals not adopted",
        RecordType::SettledReferral => "referrals returned or signposted",
        RecordType::Person => "people on no record any more",
        RecordType::StandaloneOrder => "orders on a place or standing alone",
        RecordType::Minutes => "minutes of meetings",
        RecordType::Disclosures => "views, prints and exports in the audit",
    }
}

/// Returns the day by which no backup in the hub's own folder holds what is disposed of on `on`; `copies` are the days on
/// which the present ones were made.
///
/// Copies that somebody carried elsewhere are not among them: those are destroyed by hand.
pub fn copies_gone_by(on: NaiveDate, copies: &[NaiveDate]) -> NaiveDate {
    let newest = copies.iter().max().copied();
    let kept = newest.and_then(|made| made.min(on).checked_add_days(Days::new(BACKUP_WEEKS * 7)));
    kept.map_or(on, |gone| gone.max(on))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_last_copy_goes_eight_weeks_after_the_newest_that_holds_it() {
        let on = day("2026-11-24");
        assert_eq!(copies_gone_by(on, &[]), on, "without a copy there is nothing to wait for");
        let copies = [day("2026-11-03"), day("2026-11-20")];
        assert_eq!(copies_gone_by(on, &copies), day("2027-01-15"));
        assert_eq!(copies_gone_by(on, &[day("2020-01-01")]), on, "a copy that should be gone goes now");
        let moved_back = [day("2027-06-01")];
        assert_eq!(copies_gone_by(on, &moved_back), day("2027-01-19"), "no copy is made after today");
    }

    #[test]
    fn an_approval_names_records_and_a_reason() {
        assert_eq!(Disposal::approval("x", 0), Err(RetentionError::NothingChosen));
        assert_eq!(Disposal::approval(" ", 2), Err(RetentionError::NoReason));
        assert_eq!(Disposal::approval(" six years are over ", 2), Ok("six years are over".into()));
    }

    #[test]
    fn a_certificate_counts_its_records_by_type() {
        let record = |of| DisposedRecord {
            of,
            record: Uuid::nil(),
            reference: String::new(),
            since: day("2020-01-01"),
            review_on: day("2026-01-01"),
            rule: String::new(),
        };
        let disposal = Disposal {
            id: DisposalId(Uuid::nil()),
            number: 1,
            on: day("2026-11-24"),
            approved_by: "Alex Marsh".into(),
            reason: "x".into(),
            records: [RecordType::ClosedCase, RecordType::SettledReferral, RecordType::ClosedCase]
                .map(record)
                .into(),
            rows: Vec::new(),
            values: 0,
            digest: String::new(),
            copies: 0,
            copies_gone_by: day("2026-11-24"),
        };
        assert_eq!(disposal.counted(), "2 closed cases, 1 referral returned or signposted");
    }
}
