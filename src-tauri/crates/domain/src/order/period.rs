//! Periods: how many days, weeks, months or years, and which of the days count.

use chrono::{Datelike, Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::calendar::{DayKind, bank_holiday, day_kind};
use crate::words::count;

/// What a period is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum PeriodUnit {
    Days,
    Weeks,
    Months,
    Years,
}

impl PeriodUnit {
    /// Returns the unit in words, of one and of many.
    pub fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Days => ("day", "days"),
            Self::Weeks => ("week", "weeks"),
            Self::Months => ("month", "months"),
            Self::Years => ("year", "years"),
        }
    }
}

/// A length of time in its own unit: six months are no number of days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Period {
    /// How many, from 1.
    pub amount: u32,
    /// Of what.
    pub unit: PeriodUnit,
}

/// Which days count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Counting {
    /// Whether the day on which it begins is the first of the period, as in "21 days beginning with".
    pub first_day: bool,
    /// Whether Saturdays and Sundays are left out; matters for periods in days only.
    pub without_weekends: bool,
    /// Whether bank holidays are left out; matters for periods in days only.
    pub without_bank_holidays: bool,
}

impl Counting {
    /// Tells whether any days are left out.
    pub fn leaves_days_out(self) -> bool {
        self.without_weekends || self.without_bank_holidays
    }

    fn counts(self, day: NaiveDate) -> bool {
        let weekend = day.weekday().num_days_from_monday() >= 5;
        !(self.without_weekends && weekend || self.without_bank_holidays && bank_holiday(day).is_some())
    }
}

impl Period {
    /// Returns so many of `unit`.
    pub const fn of(amount: u32, unit: PeriodUnit) -> Self {
        Self { amount, unit }
    }

    /// Returns the period in words: `6 months`, `1 day`.
    pub fn words(self) -> String {
        let (one, many) = self.unit.words();
        count(self.amount as usize, one, many)
    }

    /// Returns the last day of the period that begins on `begins`; absent where the calendar ends.
    ///
    /// Months and years end by the corresponding date: the day before it when the first day counts, and the end of the
    /// month where it has no such day. Days that are left out are passed over when counting days, and move nothing else.
    pub fn last_day(self, begins: NaiveDate, counting: Counting) -> Option<NaiveDate> {
        match self.unit {
            PeriodUnit::Days => days_on(begins, self.amount, counting),
            PeriodUnit::Weeks => {
                let end = begins.checked_add_days(Days::new(u64::from(self.amount).checked_mul(7)?))?;
                if counting.first_day { end.pred_opt() } else { Some(end) }
            }
            PeriodUnit::Months => months_on(begins, self.amount, counting),
            PeriodUnit::Years => months_on(begins, self.amount.checked_mul(12)?, counting),
        }
    }

    /// Tells whether counting from `begins` asks for bank holidays that the program's table does not know.
    pub fn needs_unknown_holidays(self, begins: NaiveDate, counting: Counting) -> bool {
        let counts_days = self.unit == PeriodUnit::Days && counting.without_bank_holidays;
        let known = |day: NaiveDate| day_kind(day) != DayKind::NotKnown;
        counts_days && !(known(begins) && self.last_day(begins, counting).is_some_and(known))
    }
}

fn days_on(begins: NaiveDate, amount: u32, counting: Counting) -> Option<NaiveDate> {
    let mut day = if counting.first_day { begins } else { begins.succ_opt()? };
    let mut counted = 0;
    loop {
        counted += u32::from(counting.counts(day));
        if counted >= amount {
            return Some(day);
        }
        day = day.succ_opt()?;
    }
}

fn months_on(begins: NaiveDate, months: u32, counting: Counting) -> Option<NaiveDate> {
    let end = begins.checked_add_months(Months::new(months))?;
    let has_corresponding_day = end.day() == begins.day();
    if counting.first_day && has_corresponding_day { end.pred_opt() } else { Some(end) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::testing::day;
    use super::*;

    const FROM_NEXT: Counting =
        Counting { first_day: false, without_weekends: false, without_bank_holidays: false };
    const WITH_FIRST: Counting = Counting { first_day: true, ..FROM_NEXT };

    fn last(amount: u32, unit: PeriodUnit, begins: &str, counting: Counting) -> String {
        Period::of(amount, unit).last_day(day(begins), counting).unwrap().to_string()
    }

    #[test]
    fn an_appeal_of_21_days_counting_the_day_of_issue_ends_on_the_20th_day_after_it() {
        assert_eq!(last(21, PeriodUnit::Days, "2026-11-03", WITH_FIRST), "2026-11-23");
        assert_eq!(last(21, PeriodUnit::Days, "2026-11-03", FROM_NEXT), "2026-11-24");
        assert_eq!(last(1, PeriodUnit::Days, "2026-11-03", WITH_FIRST), "2026-11-03");
    }

    #[test]
    fn months_end_by_the_corresponding_date() {
        assert_eq!(last(6, PeriodUnit::Months, "2026-06-01", FROM_NEXT), "2026-12-01");
        assert_eq!(last(6, PeriodUnit::Months, "2026-06-01", WITH_FIRST), "2026-11-30");
        assert_eq!(last(3, PeriodUnit::Months, "2026-09-16", WITH_FIRST), "2026-12-15");
        assert_eq!(last(3, PeriodUnit::Years, "2025-11-27", WITH_FIRST), "2028-11-26");
        assert_eq!(last(2, PeriodUnit::Weeks, "2026-11-03", WITH_FIRST), "2026-11-16");
    }

    #[test]
    fn a_month_without_the_corresponding_day_ends_the_period_with_its_own_end() {
        assert_eq!(last(1, PeriodUnit::Months, "2026-01-31", FROM_NEXT), "2026-02-28");
        assert_eq!(last(1, PeriodUnit::Months, "2028-01-31", FROM_NEXT), "2028-02-29", "a leap year");
        assert_eq!(last(3, PeriodUnit::Months, "2026-11-30", WITH_FIRST), "2027-02-28");
        assert_eq!(last(1, PeriodUnit::Years, "2028-02-29", FROM_NEXT), "2029-02-28");
        assert_eq!(last(4, PeriodUnit::Years, "2024-02-29", FROM_NEXT), "2028-02-29");
    }

    #[test]
    fn weekends_and_bank_holidays_are_passed_over_when_days_are_counted() {
        let working = Counting { without_weekends: true, without_bank_holidays: true, ..FROM_NEXT };
        // Thursday 2 April 2026; Good Friday, the weekend and Easter Monday follow.
        assert_eq!(last(1, PeriodUnit::Days, "2026-04-02", working), "2026-04-07");
        assert_eq!(last(5, PeriodUnit::Days, "2026-11-20", working), "2026-11-27");
        let weekends = Counting { without_weekends: true, ..FROM_NEXT };
        assert_eq!(last(1, PeriodUnit::Days, "2026-04-02", weekends), "2026-04-03");
        assert_eq!(
            last(1, PeriodUnit::Months, "2026-11-01", working),
            "2026-12-01",
            "months pass over nothing"
        );
        let from_saturday = Counting { first_day: true, ..weekends };
        assert_eq!(
            last(1, PeriodUnit::Days, "2026-11-21", from_saturday),
            "2026-11-23",
            "a day left out is no first day"
        );
    }

    #[test]
    fn beyond_the_table_of_bank_holidays_the_count_says_that_it_does_not_know() {
        let working = Counting { without_bank_holidays: true, ..FROM_NEXT };
        let week = Period::of(7, PeriodUnit::Days);
        assert!(!week.needs_unknown_holidays(day("2028-12-01"), working));
        assert!(week.needs_unknown_holidays(day("2028-12-28"), working));
        assert!(!week.needs_unknown_holidays(day("2028-12-28"), FROM_NEXT));
    }

    proptest! {
        #[test]
        fn counting_the_first_day_never_ends_later_and_never_before_it_begins(
            days in 0_u64..20_000, amount in 1_u32..400, unit in 0_usize..4, weekends: bool,
        ) {
            let begins = day("2000-01-01") + Days::new(days);
            let unit = [PeriodUnit::Days, PeriodUnit::Weeks, PeriodUnit::Months, PeriodUnit::Years][unit];
            let counting = |first_day| Counting { first_day, without_weekends: weekends, without_bank_holidays: false };
            let with = Period::of(amount, unit).last_day(begins, counting(true)).unwrap();
            let without = Period::of(amount, unit).last_day(begins, counting(false)).unwrap();
            prop_assert!(begins <= with && with <= without);
            let longer = Period::of(amount + 1, unit).last_day(begins, counting(true)).unwrap();
            prop_assert!(with < longer);
        }
    }
}
