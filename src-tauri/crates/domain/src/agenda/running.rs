//! The running order: when each item begins, and which do not fit the room's time.

use crate::clock_time::ClockTime;
use crate::meeting::Item;
use crate::words::{count, duration, listed};

/// What decides about an item's time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timed {
    /// How long it is given, in minutes.
    pub minutes: u32,
    /// When it has to begin; absent when it follows the item before.
    pub fixed_at: Option<ClockTime>,
}

impl From<&Item> for Timed {
    fn from(item: &Item) -> Self {
        Self { minutes: item.minutes, fixed_at: item.fixed_at }
    }
}

/// An item's time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    /// When it begins.
    pub starts: ClockTime,
    /// When it ends.
    pub ends: ClockTime,
    /// Minutes that the room waits for its fixed time.
    pub idle: u32,
    /// Minutes by which it misses its fixed time.
    pub late: u32,
    /// True when it begins or ends after the room's time.
    pub beyond: bool,
}

impl Slot {
    /// Returns how long it takes, in minutes.
    pub fn minutes(&self) -> u32 {
        (self.ends.minutes() + 1440 - self.starts.minutes()) % 1440
    }
}

/// Returns the time of each item of a meeting that begins at `starts` and has the room for `room_minutes`.
///
/// Each begins when the one before ends; the room waits for a fixed time, and an item whose fixed time is over begins at
/// once.
pub fn running_order(starts: ClockTime, room_minutes: u32, items: &[Timed]) -> Vec<Slot> {
    walk(starts, items)
        .map(|(begins, idle, item)| {
            let ends = begins + item.minutes;
            let fixed = item.fixed_at.map(ClockTime::minutes);
            Slot {
                starts: ClockTime::from_minutes(begins),
                ends: ClockTime::from_minutes(ends),
                idle,
                late: fixed.map_or(0, |fixed| begins.saturating_sub(fixed)),
                beyond: ends > starts.minutes() + room_minutes,
            }
        })
        .collect()
}

/// Returns each item with the minute since midnight at which it begins, and how long the room waited for it.
fn walk(starts: ClockTime, items: &[Timed]) -> impl Iterator<Item = (u32, u32, Timed)> {
    items.iter().scan(starts.minutes(), |at, item| {
        let idle = item.fixed_at.map_or(0, |fixed| fixed.minutes().saturating_sub(*at));
        let begins = *at + idle;
        *at = begins + item.minutes;
        Some((begins, idle, *item))
    })
}

/// Returns how long the meeting takes from its beginning to the end of its last item, with what the room waits, in minutes.
pub fn length(starts: ClockTime, items: &[Timed]) -> u32 {
    walk(starts, items).last().map_or(0, |(begins, _, item)| begins + item.minutes - starts.minutes())
}

/// Tells in a sentence which items do not fit; absent when all do. `items` stand with each item's heading.
pub fn overflow(starts: ClockTime, room_minutes: u32, items: &[(Timed, &str)]) -> Option<String> {
    let timed: Vec<Timed> = items.iter().map(|(item, _)| *item).collect();
    let slots = running_order(starts, room_minutes, &timed);
    let beyond: Vec<&str> =
        slots.iter().zip(items).filter(|(slot, _)| slot.beyond).map(|(_, (_, heading))| *heading).collect();
    if beyond.is_empty() {
        return None;
    }
    let over = duration(length(starts, &timed) - room_minutes);
    Some(match beyond.as_slice() {
        [only] => format!("{only} does not fit: the agenda is {over} too long"),
        few if few.len() <= 3 => format!("{} do not fit: the agenda is {over} too long", listed(few)),
        many => {
            let first = many[0];
            format!(
                "{} from {first} on do not fit: the agenda is {over} too long",
                count(many.len(), "item", "items")
            )
        }
    })
}

/// Tells in a sentence each which items miss their fixed time.
pub fn missed(slots: &[Slot], items: &[(Timed, &str)]) -> Vec<String> {
    let late = slots.iter().zip(items).filter(|(slot, _)| slot.late > 0);
    late.filter_map(|(slot, (item, heading))| {
        let fixed = item.fixed_at?.words();
        let (comes, late) = (slot.starts.words(), duration(slot.late));
        Some(format!("{heading} is fixed for {fixed} and comes at {comes}, {late} late"))
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn time(text: &str) -> ClockTime {
        text.parse().unwrap()
    }

    fn follows(minutes: u32) -> Timed {
        Timed { minutes, fixed_at: None }
    }

    fn at(text: &str, minutes: u32) -> Timed {
        Timed { minutes, fixed_at: Some(time(text)) }
    }

    #[test]
    fn each_item_begins_when_the_one_before_ends() {
        let slots = running_order(time("14:00"), 120, &[4, 4, 12].map(follows));
        assert_eq!(
            slots.iter().map(|slot| slot.starts.short()).collect::<Vec<_>>(),
            ["2.00", "2.04", "2.08"]
        );
        assert_eq!(slots[2].ends, time("14:20"));
    }

    #[test]
    fn an_item_that_ends_with_the_room_fits_and_the_next_does_not() {
        let slots = running_order(time("14:00"), 20, &[8, 12, 5].map(follows));
        assert_eq!(slots.iter().map(|slot| slot.beyond).collect::<Vec<_>>(), [false, false, true]);
    }

    #[test]
    fn the_room_waits_for_a_fixed_time_and_an_item_that_misses_its_time_is_told() {
        let items = [follows(8), at("14:15", 10), follows(5), at("14:20", 5)];
        let slots = running_order(time("14:00"), 30, &items);
        let starts: Vec<String> = slots.iter().map(|slot| slot.starts.short()).collect();
        assert_eq!(starts, ["2.00", "2.15", "2.25", "2.30"]);
        assert_eq!((slots[1].idle, slots[1].late, slots[3].late), (7, 0, 10));
        assert_eq!(length(time("14:00"), &items), 35);
        let named: Vec<(Timed, &str)> =
            items.into_iter().zip(["Welcome", "Break", "DEMO.1", "R.61"]).collect();
        assert_eq!(missed(&slots, &named), ["R.61 is fixed for 2.20 pm and comes at 2.30 pm, 10 min late"]);
        assert_eq!(
            overflow(time("14:00"), 30, &named).as_deref(),
            Some("R.61 does not fit: the agenda is 5 min too long"),
            "what the room waits counts"
        );
    }

    #[test]
    fn overflow_is_told_by_name_and_length() {
        let told = |items: &[(u32, &'static str)]| {
            let items: Vec<(Timed, &str)> =
                items.iter().map(|(minutes, name)| (follows(*minutes), *name)).collect();
            overflow(time("14:00"), 20, &items)
        };
        assert_eq!(told(&[(8, "Welcome"), (12, "DEMO.45")]), None);
        assert_eq!(
            told(&[(8, "Welcome"), (12, "DEMO.45"), (12, "DEMO.46"), (2, "Orders due")]).as_deref(),
            Some("DEMO.46 and Orders due do not fit: the agenda is 14 min too long")
        );
        assert_eq!(
            told(&[(10, "DEMO.45"); 9]).as_deref(),
            Some("7 items from DEMO.45 on do not fit: the agenda is 1 h 10 min too long")
        );
    }
}
