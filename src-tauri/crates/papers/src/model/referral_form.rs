//! The referral form: blank for a partner to fill in, or filled with what the record holds.

use serde::{Deserialize, Serialize};

use super::{Abbreviation, Marking};

/// Everything that a referral form prints.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReferralForm {
    /// The hub's name, on every page.
    pub hub: String,
    /// What stands on top and at the bottom of every page.
    pub marking: Marking,
    /// The title, such as `Referral to the hub`.
    pub title: String,
    /// The line under it: how to fill it in, or which referral and where it stands.
    pub under: String,
    /// The referral's reference, such as `R.61`; absent on a blank form.
    pub reference: Option<String>,
    /// Sentences that must not be overlooked, such as why it was tabled against the gate.
    #[serde(default)]
    pub remarks: Vec<String>,
    /// Its parts, in their order.
    #[serde(default)]
    pub parts: Vec<FormPart>,
    /// The abbreviations to spell out; only those that a page uses are printed on it.
    #[serde(default)]
    pub abbreviations: Vec<Abbreviation>,
}

/// A part of the form.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormPart {
    /// Its heading.
    pub title: String,
    /// What to know before filling it in; empty prints nothing.
    pub lead: String,
    /// Whether it begins a page, so that what follows can be left out.
    pub own_page: bool,
    /// Whether it takes half the width of a blank form, beside another one.
    #[serde(default)]
    pub half: bool,
    /// Its questions, in their order.
    #[serde(default)]
    pub questions: Vec<FormQuestion>,
}

/// A question of the form.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormQuestion {
    /// The question.
    pub words: String,
    /// What the answer should not leave out; empty prints nothing.
    pub hint: String,
    /// What can be ticked on a blank form.
    #[serde(default)]
    pub options: Vec<String>,
    /// How many lines a blank form offers to write on.
    pub lines: u8,
    /// How many sixths of the width a blank form gives it as a field of its own beside others; 0 for every other question.
    pub sixths: u8,
    /// The answer; empty when there is none.
    pub answer: String,
}
