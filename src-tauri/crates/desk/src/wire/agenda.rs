//! The agenda builder.

use chrono::NaiveDate;
use domain::clock_time::ClockTime;
use domain::ids::{ItemId, MeetingId};
use domain::light::Light;
use domain::meeting::{About, Depth, Group};

use super::meetings::MeetingRow;

wire! {
    /// A meeting's agenda as it is being built.
    pub struct AgendaView {
        /// The meeting.
        pub meeting: MeetingRow,
        /// The day on which the agenda goes out.
        pub goes_out_on: NaiveDate,
        /// When on that day it freezes.
        pub freezes_at: ClockTime,
        /// The groups that hold items, in their order.
        pub groups: Vec<AgendaGroup>,
        /// How long the items take together, in minutes.
        pub planned_minutes: u32,
        /// When the last item ends.
        pub ends: ClockTime,
        /// Minutes to spare; below nought when the items do not fit.
        pub spare_minutes: i32,
        /// Which items do not fit the room's time, in a sentence; absent when all do.
        pub overflow: Option<String>,
        /// Who comes when.
        pub who_comes: Vec<WhoComes>,
        /// Open cases and tabled referrals that are not on it, with why they could be.
        pub not_on_it: Vec<AgendaCandidate>,
        /// Whether it can still be changed.
        pub editable: bool,
    }

    /// A part of the agenda.
    pub struct AgendaGroup {
        /// Which part.
        pub group: Group,
        /// Its heading.
        pub words: String,
        /// How long its items take together, in minutes.
        pub minutes: u32,
        /// Its items in their order.
        pub items: Vec<AgendaItem>,
    }

    /// An item of the agenda.
    pub struct AgendaItem {
        /// Its key.
        pub id: ItemId,
        /// Its place in the running order, from 1.
        pub position: u32,
        /// What it is about.
        pub about: About,
        /// The case's or referral's reference; absent for others.
        pub reference: Option<String>,
        /// What the row says: the title, or for a case what it is.
        pub title: String,
        /// Why it is on the agenda.
        pub why: String,
        /// How deep it goes.
        pub depth: Depth,
        /// When it begins.
        pub starts: ClockTime,
        /// How long it is given, in minutes.
        pub minutes: u32,
        /// The lights of the case's open actions, worst first.
        pub lights: Vec<Light>,
        /// Short names of the agencies it concerns.
        pub agencies: Vec<String>,
        /// True when it begins or ends after the room's time.
        pub over_time: bool,
    }

    /// When an agency has to be there.
    pub struct WhoComes {
        /// Its short name.
        pub agency: String,
        /// When its first item begins; absent when it is there throughout or has none.
        pub arrives: Option<ClockTime>,
        /// When its last item ends; absent likewise.
        pub leaves: Option<ClockTime>,
        /// In words: `2.08 – 2.25`, `throughout`, `no item`.
        pub words: String,
    }

    /// What could go on the agenda.
    pub struct AgendaCandidate {
        /// What it is about.
        pub about: About,
        /// Its reference.
        pub reference: String,
        /// What it is, in words.
        pub title: String,
        /// Why it could be on the agenda, in words; `nothing due` otherwise.
        pub why: String,
        /// True when something is due and the proposal would take it.
        pub due: bool,
        /// How deep it would go.
        pub depth: Depth,
        /// The part it would stand in.
        pub group: Group,
        /// How long it would be given.
        pub minutes: u32,
        /// The lights of its open actions, worst first.
        pub lights: Vec<Light>,
    }

    /// Asks to put something on the agenda; also an urgent item while the meeting runs.
    pub struct AddItem {
        /// The meeting.
        pub meeting: MeetingId,
        /// What it is about.
        pub about: About,
        /// The part it stands in; absent to have it chosen.
        pub group: Option<Group>,
        /// What is needed; for an item about nothing else, its title.
        pub title: String,
        /// How deep it goes; absent to have it chosen.
        pub depth: Option<Depth>,
        /// How long it is given; absent for the hub's length.
        pub minutes: Option<u32>,
    }

    /// Asks to change an item.
    pub struct AmendItem {
        /// The item.
        pub item: ItemId,
        /// Its title.
        pub title: String,
        /// How deep it goes.
        pub depth: Depth,
        /// How long it is given, in minutes.
        pub minutes: u32,
        /// The part it stands in.
        pub group: Group,
    }

    /// Asks to move an item.
    pub struct MoveItem {
        /// The item.
        pub item: ItemId,
        /// Its new place in the running order, from 1; past the end means the end. It joins the group found there.
        pub to: u32,
    }

    /// Names an item.
    pub struct OfItem {
        /// The item.
        pub item: ItemId,
    }
}
