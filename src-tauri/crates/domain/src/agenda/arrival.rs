//! Whom to tell that their item comes at another time than the agenda says.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::clock_time::ClockTime;
use crate::ids::AgencyId;

/// An arrival that moves by less is not worth a message (a default).
const WORTH_TELLING: u32 = 5;

/// An agency that comes for its own items, and when it is to come now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrival {
    /// The agency.
    pub agency: AgencyId,
    /// When the agenda has its next item.
    pub planned: ClockTime,
    /// When that will come at this pace.
    pub now: ClockTime,
}

/// A time that an agency was told to come at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Told {
    /// The agency.
    pub agency: AgencyId,
    /// When it was told to come.
    pub comes: ClockTime,
}

/// Returns the agencies whose next item moved by five minutes or more since they last heard of it, by the time they are
/// to come: also those whose item moves back to its time on the agenda after they were told another.
///
/// `from_here` holds the item in hand and those to come, in their order, each with its time on the agenda, its time at this
/// pace and the agencies to tell: those that are awaited for it and not there yet.
pub fn arrivals(from_here: &[(ClockTime, ClockTime, Vec<AgencyId>)], told: &[Told]) -> Vec<Arrival> {
    let mut first: Vec<Arrival> = Vec::new();
    for (planned, now, agencies) in from_here {
        for agency in agencies {
            if first.iter().all(|arrival| arrival.agency != *agency) {
                first.push(Arrival { agency: *agency, planned: *planned, now: *now });
            }
        }
    }
    first.retain(|arrival| {
        let heard = told.iter().rfind(|told| told.agency == arrival.agency);
        let expected = heard.map_or(arrival.planned, |told| told.comes);
        arrival.now.minutes().abs_diff(expected.minutes()) >= WORTH_TELLING
    });
    first.sort_by_key(|arrival| arrival.now);
    first
}

impl Arrival {
    /// Returns the text to send: `Mental Health: now 2.35 pm`.
    pub fn words(&self, agency: &str) -> String {
        format!("{agency}: now {}", self.now.words())
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn agency(number: u128) -> AgencyId {
        AgencyId(Uuid::from_u128(number))
    }

    fn item(planned: &str, now: &str, agencies: &[u128]) -> (ClockTime, ClockTime, Vec<AgencyId>) {
        let agencies = agencies.iter().map(|number| agency(*number)).collect();
        (planned.parse().unwrap(), now.parse().unwrap(), agencies)
    }

    #[test]
    fn an_agency_is_told_of_its_first_item_once_that_moves_by_five_minutes() {
        let told = arrivals(&[item("14:20", "14:24", &[1]), item("14:30", "14:35", &[1, 2])], &[]);
        assert_eq!(told.len(), 1, "the first agency’s own first item moved by four");
        assert_eq!(
            (told[0].agency, told[0].words("Mental Health").as_str()),
            (agency(2), "Mental Health: now 2.35 pm")
        );
    }

    #[test]
    fn who_can_come_earlier_is_told_as_well_and_the_first_to_come_stands_first() {
        let told = arrivals(&[item("15:00", "14:50", &[1]), item("14:30", "14:40", &[2])], &[]);
        assert_eq!(told.iter().map(|each| each.agency).collect::<Vec<_>>(), [agency(2), agency(1)]);
        assert!(arrivals(&[item("15:00", "15:00", &[1])], &[]).is_empty());
    }

    #[test]
    fn who_was_told_is_told_again_only_when_the_time_moves_on_or_back_by_five_minutes() {
        let heard = |comes: &str| Told { agency: agency(1), comes: comes.parse().unwrap() };
        let now = |now: &str, told: &[Told]| arrivals(&[item("14:30", now, &[1])], told).len();
        assert_eq!(now("14:38", &[heard("14:35")]), 0, "three minutes on is not worth a message");
        assert_eq!(now("14:40", &[heard("14:35")]), 1);
        assert_eq!(now("14:31", &[heard("14:40")]), 1, "back to the agenda’s time, which nobody told it");
        assert_eq!(now("14:40", &[heard("14:35"), heard("14:40")]), 0, "the last time told counts");
    }
}
