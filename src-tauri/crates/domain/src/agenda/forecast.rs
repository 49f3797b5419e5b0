//! The forecast of a running meeting: when the items to come will come at this pace.

use crate::clock_time::ClockTime;

/// A meeting that begins this many minutes from its time, or more, is held at another time: its drift is told against the
/// plan as moved there, because “180 min ahead” tells a chair nothing.
const HELD_AT_ANOTHER_TIME: u32 = 60;

/// The seconds of a minute.
const MINUTE: u32 = 60;

/// An item as the clock sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paced {
    /// How long it is given, in minutes.
    pub minutes: u32,
    /// When the room came to it; absent while it is ahead.
    pub began: Option<ClockTime>,
    /// Whether the room is at it now.
    pub current: bool,
    /// Seconds spent on it so far.
    pub spent: u32,
    /// When it has to begin; absent when it follows the item before.
    pub fixed_at: Option<ClockTime>,
}

/// What the clock tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forecast {
    /// When each item will come, or when it came.
    pub starts: Vec<ClockTime>,
    /// Minutes behind the plan; below nought when ahead of it.
    pub behind: i32,
    /// When the meeting will end.
    pub ends: ClockTime,
}

/// Returns the forecast of a meeting that was to begin at `starts`, at the time `now`, in seconds since midnight: the
/// minutes of the clock and those of an item change at different seconds, and counted apart they would be one too many for a
/// part of every minute.
///
/// The current item takes what is left of its time, or nothing when that is used up; those to come follow in their
/// order with their full time, also when the room passed over them. Before the first item the plan holds until its time
/// has come. The room waits for a fixed time. A meeting held hours from its time is behind or ahead of the plan as moved
/// to its own beginning, and no time is fixed in it.
pub fn forecast(starts: ClockTime, now: u32, items: &[Paced]) -> Forecast {
    let begun = items.iter().filter_map(|item| item.began).min();
    let left = items
        .iter()
        .find(|item| item.current)
        .map_or(0, |item| (item.minutes * MINUTE).saturating_sub(item.spent));
    let from = if begun.is_some() { now } else { now.max(starts.minutes() * MINUTE) };
    let moved = begun.filter(|begun| begun.minutes().abs_diff(starts.minutes()) >= HELD_AT_ANOTHER_TIME);
    let fixed = |item: &Paced| item.fixed_at.filter(|_| moved.is_none()).map_or(0, ClockTime::minutes);
    let clock = |second: u32| ClockTime::from_minutes(second / MINUTE);
    let mut at = from + left;
    let times = items
        .iter()
        .map(|item| match item.began {
            Some(began) => began,
            None if item.current => clock(now),
            None => {
                let comes = at.max(fixed(item) * MINUTE);
                at = comes + item.minutes * MINUTE;
                clock(comes)
            }
        })
        .collect();
    let begins = moved.unwrap_or(starts).minutes();
    let planned = items.iter().fold(begins, |at, item| at.max(fixed(item)) + item.minutes);
    let behind = i64::from(at / MINUTE) - i64::from(planned);
    let behind = i32::try_from(behind).unwrap_or(i32::MAX);
    Forecast { starts: times, behind, ends: clock(at) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn time(text: &str) -> ClockTime {
        text.parse().unwrap()
    }

    fn second(text: &str) -> u32 {
        time(text).minutes() * MINUTE
    }

    fn ahead(minutes: u32) -> Paced {
        Paced { minutes, began: None, current: false, spent: 0, fixed_at: None }
    }

    fn begun(minutes: u32, at: &str, spent: u32) -> Paced {
        Paced { began: Some(time(at)), spent: spent * MINUTE, ..ahead(minutes) }
    }

    #[test]
    fn before_it_begins_the_plan_holds_and_slips_once_its_time_is_over() {
        let items = [ahead(4), ahead(12)];
        assert_eq!(forecast(time("14:00"), second("13:30"), &items).behind, 0);
        let late = forecast(time("14:00"), second("14:07"), &items);
        assert_eq!((late.behind, late.starts[1], late.ends), (7, time("14:11"), time("14:23")));
    }

    #[test]
    fn an_overrun_moves_every_later_item() {
        let current = Paced { current: true, ..begun(12, "14:04", 15) };
        let told =
            forecast(time("14:00"), second("14:19"), &[begun(4, "14:00", 4), current, ahead(5), ahead(10)]);
        assert_eq!(told.starts, [time("14:00"), time("14:04"), time("14:19"), time("14:24")]);
        assert_eq!((told.behind, told.ends), (3, time("14:34")));
    }

    #[test]
    fn a_quick_item_brings_the_rest_forward() {
        let current = Paced { current: true, ..begun(5, "14:06", 1) };
        let told = forecast(time("14:00"), second("14:07"), &[begun(12, "14:00", 6), current, ahead(5)]);
        assert_eq!((told.behind, told.starts[2]), (-6, time("14:11")));
    }

    #[test]
    fn a_meeting_held_hours_from_its_time_drifts_from_its_own_beginning() {
        let at = |began: &str, now: &str| {
            let current = Paced { current: true, ..begun(4, began, 7) };
            forecast(time("14:00"), second(now), &[current, ahead(12)])
        };
        let early = at("10:30", "10:37");
        assert_eq!((early.behind, early.starts[1], early.ends), (3, time("10:37"), time("10:49")));
        assert_eq!(at("22:15", "22:22").behind, 3);
        assert_eq!(at("14:59", "15:06").behind, 62, "a late beginning is told as such");
    }

    #[test]
    fn the_room_waits_for_a_fixed_time_which_takes_up_what_was_lost_before() {
        let fixed = Paced { fixed_at: Some(time("14:30")), ..ahead(10) };
        let current = Paced { current: true, ..begun(12, "14:04", 18) };
        let told =
            forecast(time("14:00"), second("14:22"), &[begun(4, "14:00", 4), current, fixed, ahead(5)]);
        assert_eq!(told.starts[2..], [time("14:30"), time("14:40")]);
        assert_eq!((told.behind, told.ends), (0, time("14:45")), "six minutes over, and still in time");
        let current = Paced { current: true, ..begun(12, "10:34", 12) };
        let held_early = forecast(time("14:00"), second("10:46"), &[begun(4, "10:30", 4), current, fixed]);
        assert_eq!(held_early.starts[2], time("10:46"), "nobody waits for the afternoon");
    }

    #[test]
    fn the_clock_is_the_same_in_every_second_of_an_item_that_keeps_its_time() {
        for past in 0..4 * MINUTE {
            let current = Paced { current: true, spent: past, ..begun(4, "14:00", 0) };
            let now = second("14:00") + 50 + past;
            let told = forecast(time("14:00"), now, &[current, ahead(12)]);
            assert_eq!((told.behind, told.starts[1], told.ends), (0, time("14:04"), time("14:16")), "{past}");
        }
    }

    #[test]
    fn an_item_that_was_passed_over_is_still_to_come() {
        let current = Paced { current: true, ..begun(5, "14:04", 0) };
        let told = forecast(time("14:00"), second("14:04"), &[begun(4, "14:00", 4), ahead(12), current]);
        assert_eq!((told.starts[1], told.ends, told.behind), (time("14:09"), time("14:21"), 0));
    }
}
