//! The parts that several papers share: marking, actions, scores, abbreviations.

use chrono::NaiveDate;
use domain::light::Light;
use domain::score::Points;
use serde::{Deserialize, Serialize};

/// What stands on top and at the bottom of every page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Marking {
    /// The marking as the hub set it, such as `OFFICIAL-SENSITIVE`; empty prints none.
    pub text: String,
    /// Whether the paper comes from the sample hub: every page then says SAMPLE.
    #[serde(default)]
    pub sample: bool,
    /// What tells this paper from every other one; absent where nothing was frozen and nothing is vouched for.
    #[serde(default)]
    pub stamp: Option<Stamp>,
}

/// What a paper can be checked by, printed small in the foot of every page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stamp {
    /// The digest of the model, as [`crate::digest`] returns it; its first eight digits are printed.
    pub digest: String,
    /// The head of the audit before this printing, such as `4711 8d2e61f0`; absent where none is vouched for.
    #[serde(default)]
    pub audit: Option<String>,
}

impl Stamp {
    /// Returns the line for the foot: `Paper 1f3a9c02 · audit 4711 8d2e61f0`.
    pub fn words(&self) -> String {
        let digest: String = self.digest.chars().take(8).collect();
        match &self.audit {
            Some(audit) => format!("Paper {digest} · audit {audit}"),
            None => format!("Paper {digest}"),
        }
    }
}

/// Whose copy this is; absent on a copy for the file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Copy {
    /// The number of this copy, from 1; absent while copies are not numbered.
    pub number: Option<u32>,
    /// How many copies were made; absent when unknown.
    pub of: Option<u32>,
    /// The recipient, as the hub names the agency or person.
    pub recipient: String,
}

/// An action's light as it is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShownLight {
    /// The colour to show: the one the meeting set, otherwise the suggested one.
    pub light: Light,
    /// Why it has this colour, or how the set one differs from the suggested one; absent when the due date says all.
    pub reason: Option<String>,
    /// The suggested colour, given only when the meeting set another one: the disagreement is printed.
    pub suggested: Option<Light>,
}

/// One action as a row of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActionRow {
    /// The stable number, such as `45/3`.
    pub number: String,
    /// The light; absent where the paper records an action only just agreed.
    pub light: Option<ShownLight>,
    /// What is to be done, as written.
    pub what: String,
    /// The last update with its date, such as `17 Nov: school asked for a date after half term`; absent when none.
    pub last_update: Option<String>,
    /// The agency that owns it.
    pub agency: String,
    /// The person who owns it; absent when the agency has not named one.
    pub person: Option<String>,
    /// When it is due, or `done 10 Nov`; free text, empty prints nothing.
    pub due: String,
    /// How late it is, such as `7 days late`; absent when in time.
    pub late: Option<String>,
    /// Whether it was raised at the meeting before or at this one.
    #[serde(default)]
    pub is_new: bool,
    /// What else stands beside it, such as `awaits acceptance` and `escalated to the area manager`.
    #[serde(default)]
    pub tags: Vec<String>,
}

/// One score with its date.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScorePoint {
    /// When it was scored; absent for an imported current score, of which the day is unknown.
    pub date: Option<NaiveDate>,
    /// The total of the matrix; lower is better.
    pub value: Points,
}

/// The scores of the open episode, oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScoreLine {
    /// The scores in order; none when the case was never scored.
    #[serde(default)]
    pub points: Vec<ScorePoint>,
    /// What the figures alone do not tell, such as `not re-scored` or `unknown if re-scored`.
    pub state: Option<String>,
}

/// One line under matters arising.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ArisingRow {
    /// The case or minute it comes from; absent when it belongs to none.
    pub reference: Option<String>,
    /// What was to be followed up.
    pub matter: String,
    /// What has become of it; absent when nothing was heard.
    pub outcome: Option<String>,
}

/// An abbreviation with its words, spelled out in the foot of each page that uses it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Abbreviation {
    /// The short form exactly as it occurs in the text, such as `CBO`.
    pub short: String,
    /// The words, such as `criminal behaviour order`.
    pub long: String,
}
