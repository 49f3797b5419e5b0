//! Who comes when, and how long agencies wait between their own items.

use domain::agency::{Agency, Presence};
use domain::agenda::{Slot, Visit, visit};
use domain::ids::AgencyId;
use domain::meeting::Meeting;
use store::Reader;

use crate::failure::Failure;
use crate::item_facts::{ItemFacts, slots};
use crate::names::Names;
use crate::wire::everything::*;

/// An agency at a meeting.
pub struct Visiting {
    /// The agency.
    pub agency: Agency,
    /// How it takes part in this meeting.
    pub presence: Presence,
    /// When it is expected.
    pub visit: Visit,
    /// Minutes that it waits between its own items.
    pub waiting: u32,
}

/// What decides who comes to a meeting, whatever its running order.
pub struct Visitors {
    agencies: Vec<(Agency, Presence)>,
    written: Vec<AgencyId>,
}

impl Visitors {
    pub fn load(reader: &Reader<'_>, names: &Names, meeting: &Meeting) -> Result<Self, Failure> {
        let active = names.agencies.values().filter(|agency| agency.active).cloned();
        Ok(Self {
            agencies: active
                .map(|agency| {
                    let presence = meeting.presence_of(agency.id, agency.presence);
                    (agency, presence)
                })
                .collect(),
            written: reader.written_updates_of(meeting.id)?.into_iter().map(|update| update.agency).collect(),
        })
    }

    /// Returns those of the agencies that an item needs which come for their own items and did not write instead.
    pub fn coming_for(&self, facts: &ItemFacts) -> Vec<AgencyId> {
        let comes = |id: &AgencyId| {
            let own =
                |(agency, presence): &(Agency, Presence)| agency.id == *id && *presence == Presence::OwnItems;
            self.agencies.iter().any(own) && !self.written.contains(id)
        };
        facts.agencies().into_iter().filter(comes).collect()
    }

    /// Returns when each agency is expected in this order of items: those with items by arrival, then the others by name.
    pub fn visiting(&self, meeting: &Meeting, items: &[&ItemFacts]) -> Vec<Visiting> {
        let slots = slots(meeting, items.iter().copied());
        let needed: Vec<Vec<AgencyId>> = items.iter().map(|facts| facts.agencies()).collect();
        let mut all: Vec<Visiting> = self
            .agencies
            .iter()
            .map(|(agency, presence)| {
                let own: Vec<Slot> = needed
                    .iter()
                    .zip(&slots)
                    .filter(|(needed, _)| needed.contains(&agency.id))
                    .map(|(_, slot)| *slot)
                    .collect();
                let visit = visit(*presence, self.written.contains(&agency.id), &own);
                Visiting { agency: agency.clone(), presence: *presence, visit, waiting: visit.waiting(&own) }
            })
            .collect();
        let rank = |visit: Visit| match visit {
            Visit::Between { arrives, .. } => (0, arrives.minutes()),
            Visit::Written => (1, 0),
            Visit::Throughout => (2, 0),
            Visit::NoItem => (3, 0),
        };
        all.sort_by_cached_key(|each| (rank(each.visit), each.agency.name.to_lowercase()));
        all
    }
}

/// Returns when each agency that takes part is expected.
pub fn visits(
    reader: &Reader<'_>,
    names: &Names,
    meeting: &Meeting,
    items: &[ItemFacts],
) -> Result<Vec<Visiting>, Failure> {
    let items: Vec<&ItemFacts> = items.iter().collect();
    Ok(Visitors::load(reader, names, meeting)?.visiting(meeting, &items))
}

/// Returns an agency as the builder lists it.
pub fn who_comes(visiting: Visiting) -> WhoComes {
    let (arrives, leaves) = match visiting.visit {
        Visit::Between { arrives, leaves } => (Some(arrives), Some(leaves)),
        _ => (None, None),
    };
    WhoComes {
        id: visiting.agency.id,
        agency: visiting.agency.short_name,
        arrives,
        leaves,
        words: visiting.visit.words(),
        waiting: visiting.waiting,
        presence: visiting.presence,
        usual_presence: visiting.agency.presence,
    }
}
