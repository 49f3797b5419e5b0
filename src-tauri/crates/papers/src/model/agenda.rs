//! The agenda pack that goes out on the Friday before a tasking meeting.

use chrono::NaiveDate;
use domain::clock_time::ClockTime;
use serde::{Deserialize, Serialize};

use super::{Abbreviation, ActionRow, ArisingRow, Copy, Marking, ScoreLine};

/// Everything that an agenda pack prints.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgendaPack {
    /// The hub's name, on every page.
    pub hub: String,
    /// What stands on top and at the bottom of every page.
    pub marking: Marking,
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
    /// A line for the foot of the front page, such as `Version 1, as issued; later papers come on a late sheet`.
    pub foot_note: Option<String>,
    /// Whose copy it is; absent on a copy for the file.
    pub copy: Option<Copy>,
    /// What stands in a frame under the title, such as why a part is left out; empty prints none, and is written into no
    /// file, so that what was issued before there was one keeps its digest.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub notice: String,
    /// The figures under the title.
    pub figures: Figures,
    /// The running order, in its groups.
    #[serde(default)]
    pub running_order: Vec<RunningGroup>,
    /// Which agency comes when.
    #[serde(default)]
    pub visitors: Vec<Visitor>,
    /// Paragraphs under `Before you come`; none leaves the heading out.
    #[serde(default)]
    pub before_you_come: Vec<String>,
    /// What the last meeting decided; absent before the first meeting.
    pub previous_minutes: Option<PreviousMinutes>,
    /// Matters arising from the previous minutes.
    #[serde(default)]
    pub matters_arising: Vec<ArisingRow>,
    /// One page or more per case, in the order of the agenda.
    #[serde(default)]
    pub cases: Vec<CasePage>,
    /// The referrals to decide on, in the order of the agenda.
    #[serde(default)]
    pub referrals: Vec<ReferralPage>,
    /// Orders that end and reviews that fall due, soonest first.
    #[serde(default)]
    pub reviews_due: Vec<ReviewDue>,
    /// The abbreviations to spell out; only those that a page uses are printed on it.
    #[serde(default)]
    pub abbreviations: Vec<Abbreviation>,
}

/// The figures that a busy reader sees first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figures {
    /// Items on the agenda.
    pub items: u32,
    /// Minutes they take together.
    pub minutes: u32,
    /// Open actions that show Red.
    pub red: u32,
    /// Open actions that show Amber.
    pub amber: u32,
    /// Referrals to decide on.
    pub new_referrals: u32,
    /// Orders or reviews due.
    pub reviews_due: u32,
}

/// The items of one group, such as Housing.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RunningGroup {
    /// The group's name; absent for the items that open or close the meeting.
    pub label: Option<String>,
    /// Its items, in order.
    #[serde(default)]
    pub items: Vec<RunningItem>,
}

/// One item of the running order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RunningItem {
    /// When it starts.
    pub starts: ClockTime,
    /// How long it takes.
    pub minutes: u16,
    /// The case or referral, such as `DEMO.31`; absent for items like the opening.
    pub reference: Option<String>,
    /// The title, printed where there is no reference.
    pub title: String,
    /// What is needed of the meeting, such as `Full: action due 27 November`.
    pub needed: String,
    /// The part of the pack it leads to: its page is found by the layout. Absent when there is none.
    pub section: Option<Section>,
}

/// A part of the pack that an item of the running order leads to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Section {
    /// The previous minutes in short.
    PreviousMinutes,
    /// Matters arising.
    MattersArising,
    /// The page of the case with this reference.
    Case(String),
    /// The page of the referral with this reference.
    Referral(String),
    /// Orders and reviews due.
    ReviewsDue,
}

/// When an agency is expected.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Visitor {
    /// The agency, or several that come together.
    pub agency: String,
    /// How it takes part.
    pub attending: Attending,
}

/// How an agency takes part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Attending {
    /// Comes for its own items.
    Between {
        /// When to arrive.
        arrive: ClockTime,
        /// When it can leave.
        leave: ClockTime,
    },
    /// Stays for the whole meeting.
    Throughout,
    /// Sends a written update, which is acceptable.
    WrittenUpdate,
}

/// The page of one case.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CasePage {
    /// The reference, such as `DEMO.45`.
    pub reference: String,
    /// The line under it, such as `Person, 16–17, at risk · opened 6 October 2026 · lead Police`.
    pub headline: String,
    /// Key issues, as published.
    #[serde(default)]
    pub key_issues: Vec<String>,
    /// References of linked cases.
    #[serde(default)]
    pub cross_references: Vec<String>,
    /// Names of orders in place.
    #[serde(default)]
    pub orders_in_place: Vec<String>,
    /// Names of orders being considered.
    #[serde(default)]
    pub orders_considered: Vec<String>,
    /// The scores.
    #[serde(default)]
    pub scores: ScoreLine,
    /// What the case is in a short paragraph: its issues, since when, who leads; empty prints nothing.
    #[serde(default)]
    pub outline: String,
    /// Why it is on this agenda; empty leaves the heading out.
    pub why_here: String,
    /// Its actions; none prints a sentence that says so.
    #[serde(default)]
    pub actions: Vec<ActionRow>,
    /// Its orders with their dates; none leaves the table out.
    #[serde(default)]
    pub orders: Vec<OrderRow>,
    /// What the meeting decided last; absent when it was never discussed.
    pub last_decided: Option<String>,
    /// Written updates, in the order they came.
    #[serde(default)]
    pub written_updates: Vec<WrittenUpdate>,
    /// How many ruled lines for notes to offer; fewer are printed where the page ends.
    #[serde(default)]
    pub note_lines: u8,
}

/// One order or intervention.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OrderRow {
    /// What it is, such as `Acceptable behaviour contract`.
    pub name: String,
    /// The stage, such as `in place`.
    pub stage: String,
    /// Since when; absent when not known or not yet.
    pub from: Option<NaiveDate>,
    /// Until when; absent when it has no end.
    pub to: Option<NaiveDate>,
    /// What comes next, such as `review due 12 Dec 2026`; empty prints nothing.
    pub next: String,
    /// What it forbids and asks for, a text each.
    #[serde(default)]
    pub conditions: Vec<String>,
    /// When it was broken, such as `breached on 3 Nov 2026`; empty when it was not.
    #[serde(default)]
    pub breached: String,
}

/// What a partner wrote instead of coming.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrittenUpdate {
    /// The agency that wrote.
    pub agency: String,
    /// When it was received; absent when not noted.
    pub date: Option<NaiveDate>,
    /// Its text.
    pub text: String,
}

/// The page of one referral.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReferralPage {
    /// The reference, such as `R.61`.
    pub reference: String,
    /// Who refers, such as `Environmental Protection, 12 November 2026`.
    pub referrer: String,
    /// A short line under the reference; empty prints the referrer there alone.
    pub headline: String,
    /// The problem and its effect.
    pub problem: String,
    /// What has been tried, whether it worked, and why.
    pub tried: String,
    /// Why the chair let it pass the gate although nothing is said of what was tried; absent otherwise.
    pub override_reason: Option<String>,
    /// How far the agencies' checks have come, such as `5 of 8 replied`; absent when none were asked.
    pub checks: Option<String>,
    /// Agencies that have not replied.
    #[serde(default)]
    pub checks_missing: Vec<String>,
    /// How many ruled lines for notes to offer.
    #[serde(default)]
    pub note_lines: u8,
}

/// The previous meeting in short.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PreviousMinutes {
    /// The day of that meeting.
    pub date: NaiveDate,
    /// How far its minutes have come, such as `approved by the chair, to be confirmed`.
    pub status: String,
    /// What was decided, per item: reference and decision.
    #[serde(default)]
    pub decisions: Vec<(String, String)>,
}

/// An order that ends, or a review that falls due.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReviewDue {
    /// The case or place it belongs to; empty when it stands alone.
    pub reference: String,
    /// The order, such as `ABC` or `PSPO, Market Place`.
    pub order: String,
    /// What falls due, such as `ends` or `review at three months`.
    pub what: String,
    /// The day; absent when it is not known.
    pub date: Option<NaiveDate>,
    /// Who sees to it; empty when nobody is named.
    pub lead: String,
}
