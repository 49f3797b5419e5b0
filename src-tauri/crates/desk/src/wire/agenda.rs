//! The agenda builder.

use chrono::NaiveDate;
use domain::agency::Presence;
use domain::clock_time::ClockTime;
use domain::ids::{AgencyId, ItemId, MeetingId};
use domain::light::Light;
use domain::meeting::{About, Depth, Group, Need};

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
        /// The runs of parts in the running order: a part may come more than once.
        pub groups: Vec<AgendaGroup>,
        /// How long the items take together, in minutes.
        pub planned_minutes: u32,
        /// When the last item ends.
        pub ends: ClockTime,
        /// Minutes to spare; below nought when the items do not fit.
        pub spare_minutes: i32,
        /// Which items do not fit the room's time, in a sentence; absent when all do.
        pub overflow: Option<String>,
        /// Which items miss their fixed time, a sentence each.
        pub not_kept: Vec<String>,
        /// Who comes when.
        pub who_comes: Vec<WhoComes>,
        /// Minutes that agencies wait between their own items, in sum; those there throughout do not count.
        pub waiting_minutes: u32,
        /// Whether the order before the planner changed it can be put back.
        pub can_take_back: bool,
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
        /// Minutes that the room waits for its fixed time.
        pub idle: u32,
        /// Minutes by which it misses its fixed time.
        pub late: u32,
        /// When it has to begin; absent when it follows the item before.
        pub fixed_at: Option<ClockTime>,
        /// Whether the user put it where it stands: the planner works around it.
        pub pinned: bool,
        /// The agencies that it concerns or that the user named for it.
        pub needs: Vec<AgencyNeed>,
    }

    /// Whether an agency has to come for an item.
    pub struct AgencyNeed {
        /// The agency.
        pub agency: AgencyId,
        /// Its short name.
        pub name: String,
        /// Whether the record says so: lead, involved, owes an action, or refers.
        pub by_record: bool,
        /// Whether it has to come.
        pub needed: bool,
    }

    /// When an agency has to be there.
    pub struct WhoComes {
        /// Its key.
        pub id: AgencyId,
        /// Its short name.
        pub agency: String,
        /// When its first item begins; absent when it is there throughout or has none.
        pub arrives: Option<ClockTime>,
        /// When its last item ends; absent likewise.
        pub leaves: Option<ClockTime>,
        /// In words: `2.08 – 2.25`, `throughout`, `no item`.
        pub words: String,
        /// Minutes that it waits between its own items.
        pub waiting: u32,
        /// How it takes part in this meeting.
        pub presence: Presence,
        /// How it takes part by its rule.
        pub usual_presence: Presence,
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
        /// When it has to begin; a break needs it.
        pub fixed_at: Option<ClockTime>,
    }

    /// Asks to change an item.
    pub struct AmendItem {
        /// The item.
        pub item: ItemId,
        /// Its title; absent to leave it.
        pub title: Option<String>,
        /// How deep it goes.
        pub depth: Depth,
        /// How long it is given, in minutes.
        pub minutes: u32,
        /// The part it stands in.
        pub group: Group,
        /// When it has to begin; absent when it follows the item before.
        pub fixed_at: Option<ClockTime>,
        /// Whether it stays where it stands; false lets the planner place it.
        pub pinned: bool,
        /// Where the user says otherwise than the record which agencies have to come for it.
        pub needs: Vec<Need>,
    }

    /// Asks to move an item, which then stays there until the planner may place it again.
    pub struct MoveItem {
        /// The item.
        pub item: ItemId,
        /// Its new place in the running order, from 1; past the end means the end. It joins the group found there.
        pub to: u32,
    }

    /// Asks that an agency takes part in one meeting otherwise than by its rule.
    pub struct SetPresence {
        /// The meeting.
        pub meeting: MeetingId,
        /// The agency.
        pub agency: AgencyId,
        /// How it takes part in this meeting; absent for its rule.
        pub presence: Option<Presence>,
    }

    /// What the planner proposes; nothing is changed yet.
    pub struct SlotPlan {
        /// The items in the order proposed.
        pub items: Vec<PlannedItem>,
        /// Each agency that comes for its own items, before and after.
        pub agencies: Vec<PlannedVisit>,
        /// Minutes that agencies wait in the order as it is, in sum.
        pub waiting_before: u32,
        /// Minutes that they wait in the order proposed, in sum.
        pub waiting_after: u32,
        /// Minutes that the room waits for fixed times as it is.
        pub idle_before: u32,
        /// Minutes that it waits in the order proposed.
        pub idle_after: u32,
        /// What cannot be kept, a sentence each: fixed times, housing first, young people together.
        pub not_kept: Vec<String>,
        /// True when the order as it is stays.
        pub unchanged: bool,
        /// True when no other order is better; false when a search found none.
        pub exact: bool,
    }

    /// An item in the order proposed.
    pub struct PlannedItem {
        /// Its key.
        pub item: ItemId,
        /// Its reference, or else its title.
        pub heading: String,
        /// The part it stands in, in words.
        pub part: String,
        /// Its place as it is, from 1.
        pub from: u32,
        /// When it begins as it is.
        pub began: ClockTime,
        /// When it begins in the order proposed.
        pub starts: ClockTime,
        /// Whether the user put it there.
        pub pinned: bool,
        /// When it has to begin; absent when it follows the item before.
        pub fixed_at: Option<ClockTime>,
    }

    /// When an agency comes, before and after.
    pub struct PlannedVisit {
        /// Its short name.
        pub agency: String,
        /// As it is, in words.
        pub before: String,
        /// In the order proposed, in words.
        pub after: String,
        /// Minutes that it waits as it is.
        pub waiting_before: u32,
        /// Minutes that it waits in the order proposed.
        pub waiting_after: u32,
    }

    /// Asks to take over the order that the planner proposed.
    pub struct ApplySlots {
        /// The meeting.
        pub meeting: MeetingId,
        /// The items in that order.
        pub order: Vec<ItemId>,
    }

    /// Names an item.
    pub struct OfItem {
        /// The item.
        pub item: ItemId,
    }
}
