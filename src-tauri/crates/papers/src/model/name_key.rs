//! The key to names: who is meant by the initials of another paper, in a file of its own.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Copy, Marking};

/// Everything that a key to names prints.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NameKey {
    /// The hub's name, on every page.
    pub hub: String,
    /// What stands on top and at the bottom of every page.
    pub marking: Marking,
    /// The paper it belongs to, such as `Minutes: Hub Tasking meeting, Tuesday 24 November 2026`.
    pub belongs_to: String,
    /// The day it was made.
    pub date: NaiveDate,
    /// Whose copy it is; absent on a copy for the file.
    pub copy: Option<Copy>,
    /// Its lines, in the order of the paper.
    #[serde(default)]
    pub rows: Vec<NameRow>,
}

/// One person.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NameRow {
    /// What the paper says instead of the name.
    pub initials: String,
    /// The name.
    pub name: String,
    /// The case or referral, such as `DEMO.45`.
    pub reference: String,
}
