//! The sample's days: two meetings that were held, the one to come, and everything else counted from them.

use chrono::{Datelike, Days, NaiveDate};
use domain::calendar::{next_meeting_day, not_held_because};
use domain::clock_time::ClockTime;
use domain::moment::Moment;
use domain::settings::Weekday;

/// The running number of the last meeting that was held, in a hub of the usual size.
const LAST_NUMBER: u32 = 46;
const WEEK: i64 = 7;

/// A day as the words of the sample give it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// So many days from the next meeting: negative before it.
    FromNext(i64),
    /// The day of a meeting, counted back: 1 is the last one, 0 the day after it.
    Meeting(u32),
}

impl When {
    /// Reads `@2` (a meeting back) or a number of days, which counts in the direction of `sign`; absent for `-`.
    pub fn read(text: &str, sign: i64) -> Option<Self> {
        match text.trim().strip_prefix('@') {
            Some(back) => back.parse().ok().map(Self::Meeting),
            None => text.trim().parse::<i64>().ok().map(|days| Self::FromNext(sign * days)),
        }
    }
}

/// The days of a sample hub.
#[derive(Clone, Debug)]
pub struct Calendar {
    /// Today.
    pub today: NaiveDate,
    /// The next meeting: the coming Tuesday that the holiday rule allows.
    pub next: NaiveDate,
    /// The last meeting that was held.
    pub last: NaiveDate,
    /// The one before it.
    pub before: NaiveDate,
    last_number: u32,
}

impl Calendar {
    /// Returns the days around `today` of a hub whose register reaches `weeks` back.
    pub fn around(today: NaiveDate, weeks: u32) -> Self {
        let next = next_meeting_day(today, Weekday::Tuesday);
        let last = held_before(next);
        Self { today, next, last, before: held_before(last), last_number: LAST_NUMBER.max(weeks) }
    }

    /// Returns a day.
    pub fn day(&self, when: When) -> NaiveDate {
        match when {
            When::FromNext(days) => working(moved(self.next, days)),
            When::Meeting(0) => moved(self.last, 1),
            When::Meeting(1) => self.last,
            When::Meeting(back) => moved(self.before, -WEEK * (i64::from(back) - 2)),
        }
    }

    /// Returns the running number of the meeting `back` meetings ago; 0 for what was raised between meetings or before
    /// the first one.
    pub fn number(&self, back: u32) -> u32 {
        match back {
            0 => 0,
            back => (self.last_number + 1).saturating_sub(back),
        }
    }

    /// Returns how many meetings ago the last one on or before `day` was; 0 for days after the last one.
    pub fn back_from(&self, day: NaiveDate) -> u32 {
        match day {
            day if day > self.last => 0,
            day if day > self.before => 1,
            day => u32::try_from((self.before - day).num_days().div_euclid(WEEK) + 2).unwrap_or(0),
        }
    }

    /// Returns the instant of `day` at a wall time in London.
    pub fn at(&self, day: NaiveDate, time: ClockTime) -> Moment {
        let wall = day.and_time(chrono::NaiveTime::MIN) + chrono::TimeDelta::minutes(time.minutes().into());
        let utc = wall.and_local_timezone(chrono_tz::Europe::London).earliest();
        Moment(utc.map_or_else(|| wall.and_utc().timestamp_millis(), |time| time.timestamp_millis()))
    }

    /// Returns `day`, or today where `day` lies ahead of it.
    pub fn by_today(&self, day: NaiveDate) -> NaiveDate {
        day.min(self.today)
    }
}

/// Returns `day` moved by so many days; unmoved where the calendar ends.
pub fn moved(day: NaiveDate, days: i64) -> NaiveDate {
    let by = Days::new(days.unsigned_abs());
    let moved = if days < 0 { day.checked_sub_days(by) } else { day.checked_add_days(by) };
    moved.unwrap_or(day)
}

/// Returns `day`, or the Friday before where it falls on a weekend: nobody opens cases or promises work on a Sunday.
pub fn working(day: NaiveDate) -> NaiveDate {
    let since_friday = i64::from(day.weekday().num_days_from_monday()) - 4;
    moved(day, -since_friday.max(0))
}

/// Returns the last day before `meeting`, whole weeks back, on which a meeting may have been held.
fn held_before(meeting: NaiveDate) -> NaiveDate {
    let mut day = moved(meeting, -WEEK);
    while not_held_because(day).is_some() {
        day = moved(day, -WEEK);
    }
    day
}

#[cfg(test)]
mod tests {
    use super::*;

    fn calendar(today: &str) -> Calendar {
        Calendar::around(today.parse().unwrap(), 0)
    }

    fn days(today: &str) -> [String; 3] {
        let found = calendar(today);
        [found.before, found.last, found.next].map(|day| day.to_string())
    }

    #[test]
    fn meetings_are_on_tuesdays_that_do_not_follow_a_bank_holiday() {
        assert_eq!(days("2026-11-22"), ["2026-11-10", "2026-11-17", "2026-11-24"]);
        assert_eq!(days("2026-11-24"), ["2026-11-10", "2026-11-17", "2026-11-24"], "today is the day");
        assert_eq!(days("2026-05-03"), ["2026-04-21", "2026-04-28", "2026-05-12"], "4 May is a holiday");
        assert_eq!(
            days("2026-04-20"),
            ["2026-03-31", "2026-04-14", "2026-04-21"],
            "6 April was Easter Monday"
        );
    }

    #[test]
    fn a_weekend_gives_way_to_the_friday_before_it() {
        for (given, kept) in
            [("2026-11-20", "2026-11-20"), ("2026-11-21", "2026-11-20"), ("2026-11-22", "2026-11-20")]
        {
            assert_eq!(working(given.parse().unwrap()).to_string(), kept);
        }
        assert_eq!(working("2026-11-23".parse().unwrap()).to_string(), "2026-11-23");
    }

    #[test]
    fn a_day_knows_how_many_meetings_ago_it_was() {
        let calendar = calendar("2026-11-22");
        for back in 1..6 {
            assert_eq!(calendar.back_from(calendar.day(When::Meeting(back))), back);
        }
        assert_eq!((calendar.number(1), calendar.number(2), calendar.number(0)), (46, 45, 0));
    }
}
