//! When an agency has to be there.

use crate::agency::Presence;
use crate::clock_time::ClockTime;
use crate::ids::AgencyId;
use crate::meeting::Need;

use super::running::Slot;

/// Returns the agencies that have to come for an item which concerns `concerned`, each once: as the user said, or else as
/// the record says.
pub fn needed(concerned: Vec<AgencyId>, needs: &[Need]) -> Vec<AgencyId> {
    let refused = |agency: &AgencyId| needs.iter().any(|need| need.agency == *agency && !need.needed);
    let mut agencies: Vec<AgencyId> = concerned.into_iter().filter(|agency| !refused(agency)).collect();
    for need in needs.iter().filter(|need| need.needed) {
        if !agencies.contains(&need.agency) {
            agencies.push(need.agency);
        }
    }
    agencies
}

/// When an agency is expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Visit {
    /// From beginning to end.
    Throughout,
    /// For its own items.
    Between {
        /// When the first begins.
        arrives: ClockTime,
        /// When the last ends.
        leaves: ClockTime,
    },
    /// It wrote instead of coming.
    Written,
    /// None of the items concerns it.
    NoItem,
}

/// Returns when an agency is expected. `own` are the slots of the items that concern it, in their order; `written` says
/// that it sent a written update for this meeting.
pub fn visit(presence: Presence, written: bool, own: &[Slot]) -> Visit {
    match (presence, own) {
        (Presence::Throughout, _) => Visit::Throughout,
        (Presence::OwnItems, []) => Visit::NoItem,
        (Presence::OwnItems, _) if written => Visit::Written,
        (Presence::OwnItems, [first, .., last]) => {
            Visit::Between { arrives: first.starts, leaves: last.ends }
        }
        (Presence::OwnItems, [only]) => Visit::Between { arrives: only.starts, leaves: only.ends },
    }
}

impl Visit {
    /// Returns the minutes that the agency waits between its own items, whose slots are `own`: from its arrival until it
    /// leaves, less the minutes of its own items. Who is there throughout does not count.
    pub fn waiting(self, own: &[Slot]) -> u32 {
        match self {
            Self::Between { arrives, leaves } => {
                let there = (leaves.minutes() + 1440 - arrives.minutes()) % 1440;
                there.saturating_sub(own.iter().map(Slot::minutes).sum())
            }
            Self::Throughout | Self::Written | Self::NoItem => 0,
        }
    }

    /// Returns the visit in words: `2.08 – 2.25`, `throughout`.
    pub fn words(self) -> String {
        match self {
            Self::Throughout => "throughout".to_owned(),
            Self::Between { arrives, leaves } => format!("{} – {}", arrives.short(), leaves.short()),
            Self::Written => "written update".to_owned(),
            Self::NoItem => "no item".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::super::running::{Timed, running_order};
    use super::*;

    #[test]
    fn the_user_says_otherwise_than_the_record_which_agencies_an_item_needs() {
        let agency = |number| AgencyId(Uuid::from_u128(number));
        let need = |number, needed| Need { agency: agency(number), needed };
        let needs = [need(1, false), need(2, true), need(3, true)];
        assert_eq!(needed(vec![agency(1), agency(2)], &needs), [agency(2), agency(3)]);
        assert_eq!(needed(vec![agency(1)], &[]), [agency(1)]);
    }

    #[test]
    fn an_agency_comes_from_its_first_item_to_the_end_of_its_last() {
        let items = [8, 12, 5].map(|minutes| Timed { minutes, fixed_at: None });
        let slots = running_order("14:00".parse().unwrap(), 120, &items);
        assert_eq!(visit(Presence::OwnItems, false, &slots[1..]).words(), "2.08 – 2.25");
        assert_eq!(visit(Presence::OwnItems, false, &slots[1..2]).words(), "2.08 – 2.20");
        assert_eq!(visit(Presence::Throughout, false, &slots[1..]), Visit::Throughout);
        assert_eq!(visit(Presence::OwnItems, false, &[]), Visit::NoItem);
        assert_eq!(visit(Presence::OwnItems, true, &slots), Visit::Written);
        let own = [slots[0], slots[2]];
        assert_eq!(
            visit(Presence::OwnItems, false, &own).waiting(&own),
            12,
            "the item between is not its own"
        );
        assert_eq!(visit(Presence::Throughout, false, &own).waiting(&own), 0);
    }
}
