//! The summary of one case: everything the hub holds of it on a few pages.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Abbreviation, ActionRow, Copy, Marking, OrderRow, ScoreLine};

/// Everything that a case's summary prints.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseSummary {
    /// The hub's name, on every page.
    pub hub: String,
    /// What stands on top and at the bottom of every page.
    pub marking: Marking,
    /// The day it was printed on.
    pub printed_on: NaiveDate,
    /// Whose copy it is; absent on a copy for the file.
    pub copy: Option<Copy>,
    /// The reference, such as `DEMO.45`.
    pub reference: String,
    /// The line under it, such as `Person, 16–17, at risk · opened 6 October 2026 · lead Police`.
    pub headline: String,
    /// Where it goes on when it was combined with another case, as a sentence; absent otherwise.
    pub signpost: Option<String>,
    /// The scores of the open or latest episode.
    pub scores: ScoreLine,
    /// The outline; empty prints a sentence that says so.
    pub outline: String,
    /// Key issues, as published.
    #[serde(default)]
    pub key_issues: Vec<String>,
    /// The facts around it, such as `Lead` and `Police, PC 1204`; those without words are left out.
    #[serde(default)]
    pub facts: Vec<(String, String)>,
    /// The people, a line each.
    #[serde(default)]
    pub people: Vec<String>,
    /// The episodes, the first first.
    #[serde(default)]
    pub episodes: Vec<EpisodeRow>,
    /// Its actions; none prints a sentence that says so.
    #[serde(default)]
    pub actions: Vec<ActionRow>,
    /// Its orders; none leaves the table out.
    #[serde(default)]
    pub orders: Vec<OrderRow>,
    /// Counts of calls and incidents by their days; none leaves the strip out.
    #[serde(default)]
    pub demand: Vec<DemandBar>,
    /// Links with other cases and forums, a line each: what it is, and which.
    #[serde(default)]
    pub links: Vec<(String, String)>,
    /// What meetings decided, the latest first.
    #[serde(default)]
    pub decisions: Vec<DecisionRow>,
    /// What happened, the first first.
    #[serde(default)]
    pub history: Vec<HistoryRow>,
    /// The abbreviations to spell out; only those that a page uses are printed on it.
    #[serde(default)]
    pub abbreviations: Vec<Abbreviation>,
}

/// One episode.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EpisodeRow {
    /// Its running number.
    pub serial: u32,
    /// The day it was opened.
    pub opened: NaiveDate,
    /// The day it was closed; absent while open.
    pub closed: Option<NaiveDate>,
    /// How it began and ended, in words; may be empty.
    pub words: String,
    /// Its scores in words, such as `80 → 62`; what can be said where there is none.
    pub scores: String,
}

/// One count of calls or incidents.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DemandBar {
    /// When it lies: `before`, `during` or `after`.
    pub phase: String,
    /// What was counted and when.
    pub words: String,
    /// Whose count it is.
    pub source: String,
    /// How many in four weeks, in tenths.
    pub per_four_weeks_in_tenths: u32,
}

/// What one meeting decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DecisionRow {
    /// The meeting's day.
    pub date: NaiveDate,
    /// The decision; empty when none was recorded.
    pub words: String,
    /// Key points.
    #[serde(default)]
    pub key_points: Vec<String>,
}

/// One line of the history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HistoryRow {
    /// The day; absent where the record does not tell.
    pub date: Option<NaiveDate>,
    /// What happened.
    pub words: String,
}
