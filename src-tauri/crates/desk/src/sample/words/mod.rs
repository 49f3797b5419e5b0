//! The words of the sample hub: names, places, partners, themes of cases, referrals, meetings. Everything is invented.

mod cast;
mod names;
mod orders;
mod partners;
mod records;
mod themes;

pub use cast::{ActionPlan, CasePlan, Due, Scoring, Term, cast};
pub use names::Names;
pub use orders::{DayWords, OrderWords, StepWords, orders};
pub use partners::{PartnerWords, partners};
pub use records::{ItemWords, MeetingWords, ReferralWords, meetings, referrals, written_updates};
pub use themes::{ActionWords, Theme, themes};

/// Splits a line into its first word and the rest; comments and empty lines give nothing.
fn lines(text: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    text.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| line.split_once(' ').unwrap_or((line, "")))
}

/// Splits a line into the cells between its bars.
fn cells(line: &'static str) -> Vec<&'static str> {
    line.split('|').map(str::trim).collect()
}

/// Reads a word as the wire writes it; absent when it is none.
pub fn word<T: serde::de::DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_value(serde_json::Value::String(text.to_owned())).ok()
}

/// What stands in for the marks of a text.
#[derive(Clone, Debug, Default)]
pub struct Slots {
    /// The person's name, for `{name}`.
    pub name: String,
    /// A place, for `{place}`.
    pub place: String,
    /// An address, for `{address}`.
    pub address: String,
}

impl Slots {
    /// Returns `text` with its marks filled in.
    pub fn fill(&self, text: &str) -> String {
        text.replace("{name}", &self.name).replace("{place}", &self.place).replace("{address}", &self.address)
    }

    /// Returns `text` filled in, with a capital letter at its beginning.
    pub fn title(&self, text: &str) -> String {
        let filled = self.fill(text);
        let mut letters = filled.chars();
        match letters.next() {
            Some(first) => first.to_uppercase().chain(letters).collect(),
            None => filled,
        }
    }
}
