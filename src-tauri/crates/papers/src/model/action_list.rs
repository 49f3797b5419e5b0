//! The action list: who has to do what, agency by agency.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Abbreviation, ActionRow, Copy, Marking};

/// Everything that an action list prints.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActionList {
    /// The hub's name, on every page.
    pub hub: String,
    /// What stands on top and at the bottom of every page.
    pub marking: Marking,
    /// The title, such as `Actions by agency`.
    pub title: String,
    /// Which actions are listed, such as `All open actions`.
    pub scope: String,
    /// The day on which lights and lateness were read.
    pub printed_on: NaiveDate,
    /// Whose copy it is; absent on a copy for the file.
    pub copy: Option<Copy>,
    /// The agencies with their actions, in the order to print.
    #[serde(default)]
    pub agencies: Vec<AgencyActions>,
    /// The abbreviations to spell out; only those that a page uses are printed on it.
    #[serde(default)]
    pub abbreviations: Vec<Abbreviation>,
}

/// The actions of one agency.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgencyActions {
    /// The agency, as the hub names it.
    pub agency: String,
    /// Its actions, by number; none prints a sentence that says so.
    #[serde(default)]
    pub actions: Vec<ActionRow>,
}
