//! The year report: the figures to begin with, then the tables they come from, with the period before beside them.

use serde::{Deserialize, Serialize};

use super::{Abbreviation, Copy, Marking};

/// Everything that a year report prints.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct YearReport {
    /// The hub's name, on every page.
    pub hub: String,
    /// What stands on top and at the bottom of every page.
    pub marking: Marking,
    /// The title, such as `Year report`.
    pub title: String,
    /// The period in words, such as `1 April 2026 to 31 March 2027`.
    pub period: String,
    /// What it is compared with, such as `the year before`; empty when with nothing.
    pub compared_with: String,
    /// Whose copy it is; absent on a copy for the file.
    pub copy: Option<Copy>,
    /// The figures to begin with, in reading order.
    #[serde(default)]
    pub headlines: Vec<Headline>,
    /// What is to be said before the tables, a paragraph each.
    #[serde(default)]
    pub opening: Vec<String>,
    /// The sections, in reading order.
    #[serde(default)]
    pub sections: Vec<YearSection>,
    /// The abbreviations to spell out; only those that a page uses are printed on it.
    #[serde(default)]
    pub abbreviations: Vec<Abbreviation>,
}

/// A figure that stands at the top.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Headline {
    /// The figure as it is printed, such as `62` or `3 of 14`.
    pub figure: String,
    /// What it counts.
    pub words: String,
    /// The same figure before; absent when there is none.
    pub before: Option<String>,
    /// The title of the section where it stands again; absent when it stands in none.
    pub section: Option<String>,
}

/// A section of the report.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct YearSection {
    /// Its title.
    pub title: String,
    /// What a reader has to know, a sentence each.
    #[serde(default)]
    pub notes: Vec<String>,
    /// Its tables.
    #[serde(default)]
    pub tables: Vec<YearTable>,
}

/// A table of figures.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct YearTable {
    /// Its title, which heads the column of what is counted.
    pub title: String,
    /// The heads of its columns of figures.
    pub columns: Vec<String>,
    /// Its lines, without the whole.
    #[serde(default)]
    pub lines: Vec<YearLine>,
    /// The whole; absent where there is none.
    pub whole: Option<YearLine>,
}

/// A line of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct YearLine {
    /// What it counts.
    pub words: String,
    /// Its figures as they are printed, one for each column.
    pub figures: Vec<String>,
    /// How long its bar is, in thousandths of the longest one; absent draws none.
    #[serde(default)]
    pub bar: Option<u16>,
}
