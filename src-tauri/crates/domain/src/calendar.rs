//! The calendar around the meeting: bank holidays, the days it may be held on, and the Friday before.

use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::settings::Weekday;

/// Bank holidays of England and Wales, as GOV.UK lists them under the Banking and Financial Dealings Act 1971.
const BANK_HOLIDAYS: &str = include_str!("bank-holidays.tsv");

/// Where the bundled table comes from.
pub const SOURCE: &str = "GOV.UK, bank holidays in England and Wales";

/// The first year that the bundled table knows.
pub const FIRST_YEAR: i32 = 2016;

/// The last year that the bundled table knows; beyond it the application says so.
pub const LAST_YEAR: i32 = 2028;

/// What is known of a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "day", rename_all = "snake_case")]
pub enum DayKind {
    /// A day like any other.
    Ordinary,
    /// A bank holiday.
    BankHoliday {
        /// Its name.
        name: String,
    },
    /// Outside the years that the bundled table knows: nobody can tell.
    NotKnown,
}

/// Returns the name of the bank holiday on `date`; absent on other days and outside the table's years.
pub fn bank_holiday(date: NaiveDate) -> Option<&'static str> {
    let wanted = date.to_string();
    BANK_HOLIDAYS
        .lines()
        .filter_map(|line| line.split_once('\t'))
        .find(|(day, _)| *day == wanted)
        .map(|(_, name)| name)
}

/// Tells what is known of `date`.
pub fn day_kind(date: NaiveDate) -> DayKind {
    if !(FIRST_YEAR..=LAST_YEAR).contains(&date.year()) {
        return DayKind::NotKnown;
    }
    match bank_holiday(date) {
        Some(name) => DayKind::BankHoliday { name: name.to_owned() },
        None => DayKind::Ordinary,
    }
}

/// Says why a meeting is not held on a day; absent when it may be (published rule: not after a bank holiday).
pub fn not_held_because(date: NaiveDate) -> Option<String> {
    let before = date.pred_opt().and_then(bank_holiday);
    match (bank_holiday(date), before) {
        (Some(name), _) => Some(format!("{} is {name}", crate::words::full_date(date))),
        (None, Some(name)) => Some(format!("the day before is {name}")),
        (None, None) => None,
    }
}

/// Returns the first day from `from` on that falls on `weekday` and on which a meeting may be held.
pub fn next_meeting_day(from: NaiveDate, weekday: Weekday) -> NaiveDate {
    let today = from.weekday().num_days_from_monday();
    let ahead = u64::from((weekday.days_from_monday() + 7 - today) % 7);
    let mut day = from.checked_add_days(Days::new(ahead)).unwrap_or(from);
    while not_held_because(day).is_some() {
        day = match day.checked_add_days(Days::new(7)) {
            Some(next) => next,
            None => return day,
        };
    }
    day
}

/// Returns the day on which the agenda of a meeting on `meeting` goes out: the Friday before, or the last day before
/// that is no bank holiday.
pub fn agenda_day(meeting: NaiveDate) -> NaiveDate {
    let since_friday = (meeting.weekday().num_days_from_monday() + 7 - 4) % 7;
    let back = if since_friday == 0 { 7 } else { u64::from(since_friday) };
    let mut day = meeting.checked_sub_days(Days::new(back)).unwrap_or(meeting);
    while bank_holiday(day).is_some() {
        day = day.pred_opt().unwrap_or(day);
    }
    day
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn every_line_of_the_table_is_a_weekday_in_order_within_its_years() {
        let dates: Vec<NaiveDate> =
            BANK_HOLIDAYS.lines().map(|line| day(line.split_once('\t').unwrap().0)).collect();
        assert!(dates.is_sorted());
        for date in &dates {
            assert!(date.weekday().num_days_from_monday() < 5, "{date} is at a weekend");
            assert!((FIRST_YEAR..=LAST_YEAR).contains(&date.year()), "{date}");
        }
        for year in FIRST_YEAR..=LAST_YEAR {
            assert!(dates.iter().filter(|date| date.year() == year).count() >= 8, "{year}");
        }
    }

    #[test]
    fn a_tuesday_after_a_bank_holiday_is_skipped() {
        // Monday 31 August 2026 is the summer bank holiday.
        assert_eq!(next_meeting_day(day("2026-08-26"), Weekday::Tuesday), day("2026-09-08"));
        assert_eq!(next_meeting_day(day("2026-11-22"), Weekday::Tuesday), day("2026-11-24"));
        assert_eq!(next_meeting_day(day("2026-11-24"), Weekday::Tuesday), day("2026-11-24"));
    }

    #[test]
    fn boxing_day_moved_to_tuesday_skips_that_week_too() {
        assert!(not_held_because(day("2027-12-28")).unwrap().contains("Boxing Day"));
    }

    #[test]
    fn the_agenda_goes_out_on_the_friday_before_or_the_day_before_a_good_friday() {
        assert_eq!(agenda_day(day("2026-11-24")), day("2026-11-20"));
        assert_eq!(agenda_day(day("2026-04-07")), day("2026-04-02"), "3 April 2026 is Good Friday");
    }

    #[test]
    fn beyond_its_last_year_the_table_says_that_it_does_not_know() {
        assert_eq!(day_kind(day("2029-01-01")), DayKind::NotKnown);
        assert_eq!(day_kind(day("2026-11-24")), DayKind::Ordinary);
    }
}
