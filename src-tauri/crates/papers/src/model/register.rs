//! The case register: a line for every episode, as it is published.

use chrono::NaiveDate;
use domain::score::Points;
use serde::{Deserialize, Serialize};

use super::{Abbreviation, Copy, Marking};

/// Everything that the register prints.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Register {
    /// The hub's name, on every page.
    pub hub: String,
    /// What stands on top and at the bottom of every page.
    pub marking: Marking,
    /// The title, such as `Case register`.
    pub title: String,
    /// Which cases are listed, such as `Open cases` or `All cases since 2015`.
    pub scope: String,
    /// The day on which it was read.
    pub printed_on: NaiveDate,
    /// Whose copy it is; absent on a copy for the file.
    pub copy: Option<Copy>,
    /// Its groups, such as open and closed cases, in order.
    #[serde(default)]
    pub groups: Vec<RegisterGroup>,
    /// What a reader has to know, a sentence each.
    #[serde(default)]
    pub notes: Vec<String>,
    /// The abbreviations to spell out; only those that a page uses are printed on it.
    #[serde(default)]
    pub abbreviations: Vec<Abbreviation>,
}

/// A group of the register.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegisterGroup {
    /// Its name, such as `Open`.
    pub label: String,
    /// Its lines, in order.
    #[serde(default)]
    pub rows: Vec<RegisterRow>,
}

/// One episode of one case.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegisterRow {
    /// The reference, such as `CSH.12`, or `CSH.12 (2)` for a second episode.
    pub reference: String,
    /// Person, property or topic, with the age where it is published: `Person, 16–17`.
    pub kind: String,
    /// Key issues, as published.
    #[serde(default)]
    pub key_issues: Vec<String>,
    /// The day it was opened.
    pub opened: NaiveDate,
    /// The day it was closed; absent while open.
    pub closed: Option<NaiveDate>,
    /// The score at the start; absent when not scored.
    pub initial: Option<Points>,
    /// The current score; absent when there is none.
    pub current: Option<Points>,
    /// What the two do not tell, such as `not re-scored`; empty prints nothing.
    #[serde(default)]
    pub score_state: String,
    /// Names of orders in place.
    #[serde(default)]
    pub orders_in_place: Vec<String>,
    /// Names of orders being considered.
    #[serde(default)]
    pub orders_considered: Vec<String>,
    /// References of linked cases.
    #[serde(default)]
    pub cross_references: Vec<String>,
    /// Who leads; empty when nobody is named.
    #[serde(default)]
    pub lead: String,
    /// A remark, such as `split from CSH.3`; empty prints nothing.
    #[serde(default)]
    pub remark: String,
}
