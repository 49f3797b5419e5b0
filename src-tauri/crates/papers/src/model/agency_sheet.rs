//! The sheet of one agency: its own items, its own actions, the checks asked of it, and a slip to answer with.

use chrono::NaiveDate;
use domain::clock_time::ClockTime;
use serde::{Deserialize, Serialize};

use super::{Abbreviation, ActionRow, Attending, Copy, Marking};

/// Everything that an agency's sheet prints.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgencySheet {
    /// The hub's name, on every page.
    pub hub: String,
    /// What stands on top and at the bottom of every page.
    pub marking: Marking,
    /// The agency, as the hub names it.
    pub agency: String,
    /// The meeting's title, such as `Hub Tasking meeting`.
    pub title: String,
    /// The meeting's day.
    pub date: NaiveDate,
    /// When it starts.
    pub starts: ClockTime,
    /// When the room must be left.
    pub ends: ClockTime,
    /// Where it meets; empty when not yet known.
    pub place: String,
    /// `DRAFT`, or the version and the day of issue: `version 1 · issued Friday 20 November 2026`.
    pub status: String,
    /// Whose copy it is; absent on a copy for the file.
    pub copy: Option<Copy>,
    /// When the agency is expected; absent when it has no item and need not come.
    pub attending: Option<Attending>,
    /// Its items, in the order of the agenda; none makes a sheet of actions only.
    #[serde(default)]
    pub items: Vec<SheetItem>,
    /// Its open actions, by number.
    #[serde(default)]
    pub actions: Vec<ActionRow>,
    /// The checks that it has not answered.
    #[serde(default)]
    pub checks: Vec<CheckAsked>,
    /// The slip to answer with; absent leaves it out.
    pub slip: Option<ReturnSlip>,
    /// The abbreviations to spell out; only those that a page uses are printed on it.
    #[serde(default)]
    pub abbreviations: Vec<Abbreviation>,
}

/// An item for which the agency is wanted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SheetItem {
    /// When it starts.
    pub starts: ClockTime,
    /// How long it takes.
    pub minutes: u16,
    /// The case or referral; absent for items like the opening.
    pub reference: Option<String>,
    /// What it is about in a line, such as `Person, 16–17, at risk`.
    pub headline: String,
    /// What is needed, such as `Full: action due 27 November`.
    pub needed: String,
    /// Why the agency is wanted, such as `lead` or `two open actions`; empty prints nothing.
    #[serde(default)]
    pub role: String,
}

/// A check that the agency was asked for.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckAsked {
    /// The referral, such as `R.61`.
    pub reference: String,
    /// What it is about in a line.
    pub headline: String,
    /// Who or where is asked about, such as `Weaver Court, flats 1 to 12`.
    pub about: String,
    /// When it was asked; absent when not noted.
    pub asked: Option<NaiveDate>,
}

/// What the slip says beside the lines to fill in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReturnSlip {
    /// Where it goes, such as `hub@northbridge.example`; empty prints nothing.
    pub to: String,
    /// Until when, such as `Monday 23 November, noon`; empty prints nothing.
    pub until: String,
}
