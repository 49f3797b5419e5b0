//! The running order: when each item begins, and which do not fit the room's time.

use crate::clock_time::ClockTime;
use crate::words::{count, duration, listed};

/// An item's time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    /// When it begins.
    pub starts: ClockTime,
    /// When it ends.
    pub ends: ClockTime,
    /// True when it begins or ends after the room's time.
    pub beyond: bool,
}

/// Returns the time of each item of a meeting that begins at `starts` and has the room for `room_minutes`.
pub fn running_order(starts: ClockTime, room_minutes: u32, minutes: &[u32]) -> Vec<Slot> {
    let mut so_far = 0;
    minutes
        .iter()
        .map(|minutes| {
            let begins = so_far;
            so_far += minutes;
            Slot { starts: starts.plus(begins), ends: starts.plus(so_far), beyond: so_far > room_minutes }
        })
        .collect()
}

/// Tells in a sentence which items do not fit; absent when all do. `items` are the minutes with each item's heading.
pub fn overflow(room_minutes: u32, items: &[(u32, &str)]) -> Option<String> {
    let mut so_far = 0;
    let beyond: Vec<&str> = items
        .iter()
        .filter(|(minutes, _)| {
            so_far += minutes;
            so_far > room_minutes
        })
        .map(|(_, heading)| *heading)
        .collect();
    if beyond.is_empty() {
        return None;
    }
    let over = duration(so_far - room_minutes);
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

#[cfg(test)]
mod tests {
    use super::*;

    fn time(text: &str) -> ClockTime {
        text.parse().unwrap()
    }

    #[test]
    fn each_item_begins_when_the_one_before_ends() {
        let slots = running_order(time("14:00"), 120, &[4, 4, 12]);
        assert_eq!(
            slots.iter().map(|slot| slot.starts.short()).collect::<Vec<_>>(),
            ["2.00", "2.04", "2.08"]
        );
        assert_eq!(slots[2].ends, time("14:20"));
    }

    #[test]
    fn an_item_that_ends_with_the_room_fits_and_the_next_does_not() {
        let slots = running_order(time("14:00"), 20, &[8, 12, 5]);
        assert_eq!(slots.iter().map(|slot| slot.beyond).collect::<Vec<_>>(), [false, false, true]);
    }

    #[test]
    fn overflow_is_told_by_name_and_length() {
        assert_eq!(overflow(20, &[(8, "Welcome"), (12, "DEMO.45")]), None);
        assert_eq!(
            overflow(20, &[(8, "Welcome"), (12, "DEMO.45"), (12, "DEMO.46"), (2, "Orders due")]).as_deref(),
            Some("DEMO.46 and Orders due do not fit: the agenda is 14 min too long")
        );
        let many: Vec<(u32, &str)> = vec![(10, "DEMO.45"); 9];
        assert_eq!(
            overflow(20, &many).as_deref(),
            Some("7 items from DEMO.45 on do not fit: the agenda is 1 h 10 min too long")
        );
    }
}
