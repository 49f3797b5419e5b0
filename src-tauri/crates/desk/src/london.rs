//! Wall time of the meeting: Europe/London, from an instant in UTC.

use chrono::{DateTime, NaiveDate, NaiveDateTime, Timelike};
use domain::clock_time::ClockTime;
use domain::moment::Moment;

fn wall(moment: Moment) -> NaiveDateTime {
    let utc = DateTime::from_timestamp_millis(moment.0).unwrap_or_default();
    utc.with_timezone(&chrono_tz::Europe::London).naive_local()
}

/// Returns the date in London at `moment`.
pub fn date(moment: Moment) -> NaiveDate {
    wall(moment).date()
}

/// Returns the time of day in London at `moment`.
pub fn time(moment: Moment) -> ClockTime {
    ClockTime::from_minutes(second(moment) / 60)
}

/// Returns the seconds since midnight, as the clocks in London count them, at `moment`.
pub fn second(moment: Moment) -> u32 {
    wall(moment).num_seconds_from_midnight()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn summer_time_moves_the_wall_clock_and_not_the_instant() {
        // 29 March 2026, 00:59 and 01:00 UTC: the clocks go forward between them.
        let before = Moment(1_774_745_940_000);
        let after = Moment(before.0 + 60_000);
        assert_eq!(time(before).to_string(), "00:59");
        assert_eq!(time(after).to_string(), "02:00");
        assert_eq!(date(before), date(after));
    }
}
