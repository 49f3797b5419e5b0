//! Retention: how long each type of record is kept, what stands against its disposal, and what is left of it.
//!
//! There is no national period: every rule here is the hub's own choice, and the shipped ones are labelled as defaults.

mod choice;
mod disposal;
mod review;

use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

pub use choice::{ChoiceKind, RetentionChoice};
pub use disposal::{BACKUP_WEEKS, Disposal, DisposedRecord, RowsGone, copies_gone_by};
pub use review::{Review, Standing, review};

/// What a retention rule is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RecordType {
    /// A case of which every episode is closed, with the referral it began as.
    ClosedCase,
    /// A referral that the meeting did not adopt.
    NotAdoptedReferral,
    /// A referral that was returned or signposted, and never tabled.
    SettledReferral,
    /// A person who stands on no case, referral or order any more.
    Person,
    /// An order on a place, or one that stands alone, once it is over.
    StandaloneOrder,
    /// What was said, decided and who was there at a meeting.
    Minutes,
    /// What the audit holds of views, projections, prints and exports.
    Disclosures,
}

impl RecordType {
    /// Every type, in the order in which the settings show them.
    pub const ALL: [Self; 7] = [
        Self::ClosedCase,
        Self::NotAdoptedReferral,
        Self::SettledReferral,
        Self::Person,
        Self::StandaloneOrder,
        Self::Minutes,
        Self::Disclosures,
    ];

    /// Returns the type in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::ClosedCase => "closed case",
            Self::NotAdoptedReferral => "referral not adopted",
            Self::SettledReferral => "referral returned or signposted",
            Self::Person => "person on no record any more",
            Self::StandaloneOrder => "order on a place or standing alone",
            Self::Minutes => "minutes of a meeting",
            Self::Disclosures => "views, prints and exports in the audit",
        }
    }

    /// Returns the day from which a record of this type is kept, in words.
    pub fn counted_from(self) -> &'static str {
        match self {
            Self::ClosedCase => "its closure",
            Self::NotAdoptedReferral | Self::SettledReferral => "the decision",
            Self::Person => "the last change of a record that named the person",
            Self::StandaloneOrder => "its end",
            Self::Minutes => "the meeting",
            Self::Disclosures => "the day itself",
        }
    }

    /// Returns what disposal does to a record of this type, as a sentence.
    pub fn effect(self) -> &'static str {
        match self {
            Self::ClosedCase => {
                "Outline, people, actions, notes, what meetings said of it and the referral’s texts go for good. The number \
                 stays spent; kind, factors, area, dates, score totals and the stages of its orders stay for the counts."
            }
            Self::NotAdoptedReferral | Self::SettledReferral => {
                "Names and narrative go for good. Number, source, dates, outcomes and the minutes spent stay, so the counts do not change."
            }
            Self::Person => "Everything known of the person goes for good.",
            Self::StandaloneOrder => {
                "Place, person and notes go for good. Type, stage, dates and outcome stay for the counts."
            }
            Self::Minutes => {
                "Key points, attendance, written updates and the words of decisions go for good. Date, number, times and the kind of each decision stay for the counts."
            }
            Self::Disclosures => {
                "What was shown or printed goes for good. That something was, when and by whom stays in the audit."
            }
        }
    }
}

/// One record under a retention rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
pub struct RecordRef {
    /// Its type.
    pub of: RecordType,
    /// Its key; nil for what has none of its own, such as the views in the audit.
    #[ts(type = "string")]
    pub record: Uuid,
}

/// The unit of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum KeepUnit {
    /// Calendar months.
    Months,
    /// Calendar years.
    Years,
}

/// For how long a type of record is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
pub struct KeepFor {
    /// How many.
    pub number: u32,
    /// Of what.
    pub unit: KeepUnit,
}

/// The longest period in months: a hundred years.
const LONGEST: u32 = 1200;

impl KeepFor {
    /// Returns a period of months.
    pub const fn months(number: u32) -> Self {
        Self { number, unit: KeepUnit::Months }
    }

    /// Returns a period of years.
    pub const fn years(number: u32) -> Self {
        Self { number, unit: KeepUnit::Years }
    }

    fn in_months(self) -> u32 {
        match self.unit {
            KeepUnit::Months => self.number,
            KeepUnit::Years => self.number.saturating_mul(12),
        }
    }

    /// Tells whether the period lies between a month and a hundred years.
    pub fn is_sensible(self) -> bool {
        (1..=LONGEST).contains(&self.in_months())
    }

    /// Returns the first day on which a record of `since` has been kept that long; at the end of a shorter month its last day.
    pub fn from(self, since: NaiveDate) -> NaiveDate {
        since.checked_add_months(Months::new(self.in_months())).unwrap_or(NaiveDate::MAX)
    }

    /// Returns the period in words, such as `6 years`.
    pub fn words(self) -> String {
        let (one, many) = match self.unit {
            KeepUnit::Months => ("month", "months"),
            KeepUnit::Years => ("year", "years"),
        };
        crate::words::count(self.number as usize, one, many)
    }
}

/// For how long each type of record is kept. All are defaults: no national period exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct RetentionRules {
    /// Closed cases, from closure.
    pub closed_case: KeepFor,
    /// Referrals not adopted, from the decision; then their names and narrative go.
    pub not_adopted_referral: KeepFor,
    /// Referrals returned or signposted, from that day.
    pub settled_referral: KeepFor,
    /// People who stand on no record any more.
    pub person: KeepFor,
    /// Orders on a place or alone, from their end.
    pub standalone_order: KeepFor,
    /// Minutes, from the day of the meeting.
    pub minutes: KeepFor,
    /// Views, prints and exports in the audit.
    pub disclosures: KeepFor,
}

impl Default for RetentionRules {
    fn default() -> Self {
        Self {
            closed_case: KeepFor::years(6),
            not_adopted_referral: KeepFor::months(12),
            settled_referral: KeepFor::months(12),
            person: KeepFor::months(12),
            standalone_order: KeepFor::years(6),
            minutes: KeepFor::years(6),
            disclosures: KeepFor::years(6),
        }
    }
}

impl RetentionRules {
    /// Returns for how long a type of record is kept.
    pub fn of(&self, of: RecordType) -> KeepFor {
        match of {
            RecordType::ClosedCase => self.closed_case,
            RecordType::NotAdoptedReferral => self.not_adopted_referral,
            RecordType::SettledReferral => self.settled_referral,
            RecordType::Person => self.person,
            RecordType::StandaloneOrder => self.standalone_order,
            RecordType::Minutes => self.minutes,
            RecordType::Disclosures => self.disclosures,
        }
    }

    /// Tells whether every period lies between a month and a hundred years.
    pub fn are_sensible(&self) -> bool {
        RecordType::ALL.into_iter().all(|of| self.of(of).is_sensible())
    }

    /// Returns the rule of a type of record as a certificate prints it.
    pub fn words(&self, of: RecordType) -> String {
        format!("kept for {} after {}", self.of(of).words(), of.counted_from())
    }
}

/// Says why a record cannot be kept, held or disposed of as asked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RetentionError {
    /// No reason is given.
    #[error("Give the reason; it stands beside the record and in the audit")]
    NoReason,
    /// The day does not lie ahead.
    #[error("Choose a day after today")]
    NotAhead,
    /// A longer keeping that would end sooner.
    #[error("It is kept until {0} already; choose a later day")]
    NoLonger(String),
    /// The hold does not hold any more.
    #[error("That hold was lifted already")]
    AlreadyLifted,
    /// Its review date has not come.
    #[error("{reference} is kept until {until} and cannot be disposed of before that")]
    NotDue {
        /// The record, as the list names it.
        reference: String,
        /// Its review date, in words.
        until: String,
    },
    /// Something stands against it.
    #[error("{reference} cannot be disposed of: {because}")]
    Blocked {
        /// The record, as the list names it.
        reference: String,
        /// What stands against it, in words.
        because: String,
    },
    /// Nothing was chosen.
    #[error("Choose at least one record")]
    NothingChosen,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_period_counts_calendar_months_and_ends_with_a_shorter_month() {
        assert_eq!(KeepFor::years(6).from(day("2020-11-24")), day("2026-11-24"));
        assert_eq!(KeepFor::months(1).from(day("2026-01-31")), day("2026-02-28"));
        assert_eq!(KeepFor::years(1).from(day("2024-02-29")), day("2025-02-28"));
    }

    #[test]
    fn a_period_beyond_the_calendar_never_ends_and_is_not_sensible() {
        let endless = KeepFor::years(u32::MAX);
        assert_eq!(endless.from(day("2026-11-24")), NaiveDate::MAX);
        assert!(!endless.is_sensible() && !KeepFor::months(0).is_sensible());
        assert!(KeepFor::years(100).is_sensible());
    }

    #[test]
    fn every_type_has_a_rule_and_says_from_which_day_it_counts() {
        let rules = RetentionRules::default();
        assert!(rules.are_sensible());
        assert_eq!(rules.words(RecordType::ClosedCase), "kept for 6 years after its closure");
        let unwise = RetentionRules { minutes: KeepFor::months(0), ..rules };
        assert!(!unwise.are_sensible(), "each period counts");
    }

    #[test]
    fn settings_of_an_old_hub_get_the_defaults() {
        let old: RetentionRules = serde_json::from_str("{}").unwrap();
        assert_eq!(old, RetentionRules::default());
    }
}
