//! The period of a report: from one day to another, both counted.

use chrono::{Datelike, Months, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::words::{long_date, table_date};

/// A period, its first and last day counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Period {
    /// The first day.
    pub from: NaiveDate,
    /// The last day; never before the first.
    pub to: NaiveDate,
}

/// Says why two days are no period.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("The period begins on {from} and cannot end before that, on {to}")]
pub struct NoPeriod {
    /// The first day, in words.
    pub from: String,
    /// The refused day, in words.
    pub to: String,
}

impl Period {
    /// Returns the period between two days, both counted.
    pub fn between(from: NaiveDate, to: NaiveDate) -> Result<Self, NoPeriod> {
        if to < from {
            return Err(NoPeriod { from: table_date(from), to: table_date(to) });
        }
        Ok(Self { from, to })
    }

    /// Returns the municipal year in which `day` lies: 1 April to 31 March, as councils count.
    pub fn municipal_year_of(day: NaiveDate) -> Option<Self> {
        let first = if day.month() >= 4 { day.year() } else { day.year() - 1 };
        let from = NaiveDate::from_ymd_opt(first, 4, 1)?;
        Some(Self { from, to: NaiveDate::from_ymd_opt(first + 1, 3, 31)? })
    }

    /// Returns the same days a year before; 29 February becomes the 28th. Absent before the calendar begins.
    pub fn year_before(&self) -> Option<Self> {
        let before = |day: NaiveDate| day.checked_sub_months(Months::new(12));
        Some(Self { from: before(self.from)?, to: before(self.to)? })
    }

    /// Tells whether `day` lies in the period.
    pub fn holds(&self, day: NaiveDate) -> bool {
        self.from <= day && day <= self.to
    }

    /// Tells whether something that began on `began` and ended on `ended` was there when the period began.
    ///
    /// What ended on the first day was still there in the morning; what began on it was not.
    pub fn begins_with(&self, began: NaiveDate, ended: Option<NaiveDate>) -> bool {
        began < self.from && ended.is_none_or(|day| day >= self.from)
    }

    /// Tells whether something that began on `began` and ended on `ended` was there when the period had ended.
    pub fn ends_with(&self, began: NaiveDate, ended: Option<NaiveDate>) -> bool {
        began <= self.to && ended.is_none_or(|day| day > self.to)
    }

    /// Returns the period in words: `1 April 2026 to 31 March 2027`.
    pub fn words(&self) -> String {
        format!("{} to {}", long_date(self.from), long_date(self.to))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_period_does_not_end_before_it_begins() {
        let refused = Period::between(day("2026-04-02"), day("2026-04-01")).unwrap_err();
        assert_eq!(
            refused.to_string(),
            "The period begins on 2 Apr 2026 and cannot end before that, on 1 Apr 2026"
        );
        assert!(Period::between(day("2026-04-01"), day("2026-04-01")).is_ok(), "a day is a period");
    }

    #[test]
    fn the_municipal_year_turns_on_the_first_of_april() {
        let of = |text| Period::municipal_year_of(day(text)).unwrap();
        assert_eq!(of("2026-03-31"), Period { from: day("2025-04-01"), to: day("2026-03-31") });
        assert_eq!(of("2026-04-01").words(), "1 April 2026 to 31 March 2027");
    }

    #[test]
    fn what_ends_on_the_first_day_was_there_in_the_morning() {
        let period = Period::municipal_year_of(day("2026-05-01")).unwrap();
        assert!(period.begins_with(day("2026-03-31"), Some(day("2026-04-01"))));
        assert!(!period.begins_with(day("2026-03-01"), Some(day("2026-03-31"))));
        assert!(!period.begins_with(day("2026-04-01"), None), "it began in the period");
        assert!(!period.ends_with(day("2026-04-01"), Some(day("2027-03-31"))));
        assert!(period.ends_with(day("2026-04-01"), Some(day("2027-04-01"))));
    }
}
