//! The case study of a closed case: what was done and what became of it, with nobody to be recognised.

use serde::{Deserialize, Serialize};

use super::{Abbreviation, Copy, DemandBar, Marking, ScoreLine};

/// Everything that a case study prints.
///
/// Whoever fills it in leaves out names, references, addresses and days: months and areas are all it asks for.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseStudy {
    /// The hub's name, on every page.
    pub hub: String,
    /// What stands on top and at the bottom of every page.
    pub marking: Marking,
    /// The title, such as `Case study: a young person at risk`.
    pub title: String,
    /// The line under it, such as `Person, 16–17 · closed in November 2026 after nine months`.
    pub headline: String,
    /// Whose copy it is; absent on a copy for the file.
    pub copy: Option<Copy>,
    /// The figures under the title: the figure and what it counts; none leaves the strip out.
    #[serde(default)]
    pub figures: Vec<(String, String)>,
    /// The scores; their days are not printed.
    #[serde(default)]
    pub scores: ScoreLine,
    /// Key issues, as published.
    #[serde(default)]
    pub key_issues: Vec<String>,
    /// How it was when it began, a paragraph each.
    #[serde(default)]
    pub situation: Vec<String>,
    /// What was done, the first first.
    #[serde(default)]
    pub steps: Vec<StudyStep>,
    /// Counts of calls and incidents; none leaves the part out.
    #[serde(default)]
    pub demand: Vec<DemandBar>,
    /// What became of it, a paragraph each.
    #[serde(default)]
    pub outcome: Vec<String>,
    /// What others can learn from it, a paragraph each.
    #[serde(default)]
    pub learned: Vec<String>,
    /// The abbreviations to spell out; only those that a page uses are printed on it.
    #[serde(default)]
    pub abbreviations: Vec<Abbreviation>,
}

/// Something that was done.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StudyStep {
    /// The month, such as `March 2026`.
    pub month: String,
    /// How many months after the beginning, for its place on the line of time.
    pub months_in: u16,
    /// Who did it, such as `Housing and Police`; empty prints nothing.
    #[serde(default)]
    pub who: String,
    /// What it was.
    pub what: String,
}
