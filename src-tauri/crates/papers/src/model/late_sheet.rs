//! The late sheet: what was added, changed and dropped after the pack went out, on pages of its own.

use chrono::NaiveDate;
use domain::clock_time::ClockTime;
use serde::{Deserialize, Serialize};

use super::{Abbreviation, CasePage, Copy, Marking, ReferralPage, RunningItem};

/// Everything that a late sheet prints.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LateSheet {
    /// The hub's name, on every page.
    pub hub: String,
    /// What stands on top and at the bottom of every page.
    pub marking: Marking,
    /// The meeting's title, such as `Hub Tasking meeting`.
    pub title: String,
    /// The meeting's day.
    pub date: NaiveDate,
    /// Its number: pages of the first one are L1.1, L1.2 and so on.
    pub number: u32,
    /// When it was issued, such as `issued Monday 23 November 2026`.
    pub status: String,
    /// What it comes after, such as `version 1, issued Friday 20 November 2026`.
    pub after: String,
    /// Whose copy it is; absent on a copy for the file.
    pub copy: Option<Copy>,
    /// What stands in the pack otherwise, in the order of its pages.
    #[serde(default)]
    pub changed: Vec<LateChange>,
    /// The items added, in the order of the agenda.
    #[serde(default)]
    pub added: Vec<RunningItem>,
    /// The items that will not be taken.
    #[serde(default)]
    pub dropped: Vec<DroppedItem>,
    /// The pages of added cases.
    #[serde(default)]
    pub cases: Vec<CasePage>,
    /// The pages of added referrals.
    #[serde(default)]
    pub referrals: Vec<ReferralPage>,
    /// The abbreviations to spell out; only those that a page uses are printed on it.
    #[serde(default)]
    pub abbreviations: Vec<Abbreviation>,
}

/// Something that stands in the pack otherwise.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LateChange {
    /// The case or referral; empty for the meeting itself.
    pub reference: String,
    /// What it is, such as `Time` or `Action 45/2, due`.
    pub what: String,
    /// The page of the issued pack; absent when it is on none.
    pub page: Option<u32>,
    /// What stands in the pack; empty when it says nothing.
    pub was: String,
    /// What stands now; empty when it is gone.
    pub now: String,
}

/// An item that will not be taken.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DroppedItem {
    /// The case or referral, or the title of another item.
    pub reference: String,
    /// When it was to be taken; absent when it had no time.
    pub starts: Option<ClockTime>,
    /// The page of the issued pack; absent when it is on none.
    pub page: Option<u32>,
    /// Why, or what becomes of it; empty prints nothing.
    pub why: String,
}
