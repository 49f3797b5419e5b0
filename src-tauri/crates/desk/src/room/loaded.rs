//! A meeting with everything that room, projector and minutes tell of it, loaded once.

use domain::attendance::{observed, standing};
use domain::deciding;
use domain::disclosure::{Level, LevelLimit};
use domain::ids::ItemId;
use domain::meeting::{Attendance, Decision, KeyPoint, Meeting, RoomState, WrittenUpdate};
use domain::room::Shown;
use store::Reader;

use crate::desk::Desk;
use crate::failure::Failure;
use crate::item_facts::{self, ItemFacts};

/// A meeting, loaded.
pub struct Loaded {
    /// The meeting.
    pub meeting: Meeting,
    /// Its items in their order.
    pub items: Vec<ItemFacts>,
    /// Its key points, withdrawn ones among them.
    pub key_points: Vec<KeyPoint>,
    /// Its decisions, withdrawn ones among them.
    pub decisions: Vec<Decision>,
    /// The written updates sent for it.
    pub updates: Vec<WrittenUpdate>,
    /// Its attendance entries, withdrawn ones among them.
    pub attendance: Vec<Attendance>,
}

impl Loaded {
    /// Loads a meeting.
    pub fn load(reader: &Reader<'_>, meeting: Meeting) -> Result<Self, Failure> {
        let items = item_facts::all(reader, reader.items_of(meeting.id)?)?;
        Self::with(reader, meeting, items)
    }

    /// Loads a meeting for a key of the room, which is in a hurry.
    pub fn load_kept(desk: &Desk, reader: &Reader<'_>, meeting: Meeting) -> Result<Self, Failure> {
        let items = desk.facts(reader, meeting.id)?;
        Self::with(reader, meeting, items)
    }

    /// Loads a meeting of which only some items matter.
    pub fn with(reader: &Reader<'_>, meeting: Meeting, items: Vec<ItemFacts>) -> Result<Self, Failure> {
        Ok(Self {
            items,
            key_points: reader.key_points_of(meeting.id)?,
            decisions: reader.decisions_of(meeting.id)?,
            updates: reader.written_updates_of(meeting.id)?,
            attendance: reader.attendance_of(meeting.id)?,
            meeting,
        })
    }

    /// Returns an item; absent when it is not on the agenda.
    pub fn facts(&self, item: ItemId) -> Option<&ItemFacts> {
        self.items.iter().find(|facts| facts.item.id == item)
    }

    /// Returns the decision of an item that stands.
    pub fn decision(&self, item: ItemId) -> Option<&Decision> {
        deciding::standing(self.decisions.iter().filter(|decision| decision.item == item))
    }

    /// Returns the decision of an item that stands, in words; an adoption names the case that came of it.
    pub fn decided(&self, facts: &ItemFacts) -> Option<String> {
        self.decision(facts.item.id).map(|each| each.outcome.words_naming(facts.became.as_ref(), &each.text))
    }

    /// Tells whether an observer watches an item.
    pub fn is_observed(&self, facts: &ItemFacts) -> bool {
        observed(&standing(&self.attendance), Some(facts.item.position))
    }

    /// Returns the level at which an item may be shown, and what lowered it.
    pub fn level_of(&self, state: &RoomState, facts: &ItemFacts) -> (Level, Option<LevelLimit>) {
        state.level_of(Shown {
            own: facts.item.level,
            case: facts.item.about.case(),
            child: facts.is_about_child(self.meeting.date),
            observer: self.is_observed(facts),
        })
    }
}
