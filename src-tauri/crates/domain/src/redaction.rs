//! Replaces what is known of people in free text: names, aliases, addresses, telephones, dates of birth.
//!
//! Whole words are found without case, accents, doubled spaces and what nobody sees; telephone numbers by their digits,
//! dates of birth however they are written.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::OnceLock;

use crate::disclosure::Level;
use crate::subject::Subject;
use births::Births;
use chrono::NaiveDate;
use folding::{Folded, fold};
use numbers::Numbers;
use phrases::Phrases;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

mod births;
mod context;
mod folding;
mod learning;
mod numbers;
mod phrases;
mod references;
#[cfg(test)]
mod tests;

pub use references::ForeignReferences;

/// Everybody whom the hub knows, and whose names must not leave below full.
#[derive(Clone, Debug, Default)]
pub struct Known {
    people: Vec<Subject>,
    officers: Vec<String>,
    /// What is replaced below full, once it was asked for: getting thousands of names ready takes its time.
    ready: OnceLock<Redaction>,
}

impl Known {
    /// Knows the people of cases and referrals, and the agencies' officers by name.
    pub fn new(people: Vec<Subject>, officers: Vec<String>) -> Self {
        Self { people, officers, ready: OnceLock::new() }
    }

    /// Returns what has to be replaced at `level` on `day` in texts about `subjects`, whom the hub knows too.
    ///
    /// At full a text stands as written, save for a child's date of birth, which never leaves.
    pub fn redaction<'a>(
        &'a self,
        level: Level,
        day: NaiveDate,
        subjects: impl IntoIterator<Item = &'a Subject>,
    ) -> Cow<'a, Redaction> {
        let mut besides = subjects.into_iter().filter(|subject| !self.people.contains(subject)).peekable();
        let alone = besides.peek().is_none();
        let people = besides.chain(&self.people);
        match level {
            Level::Blank | Level::Reference => Cow::Owned(Redaction::none()),
            Level::Initials if alone => Cow::Borrowed(self.below_full()),
            Level::Initials => Cow::Owned(Redaction::of(people).and_officers(&self.officers)),
            Level::Full => Cow::Owned(Redaction::of_children_born(people, day)),
        }
    }

    /// Returns what has to be replaced below full in texts about nobody but these.
    pub fn below_full(&self) -> &Redaction {
        self.ready.get_or_init(|| Redaction::of(&self.people).and_officers(&self.officers))
    }
}

/// What has to be replaced, ready for use on many texts.
#[derive(Clone, Debug, Default)]
pub struct Redaction {
    phrases: Phrases,
    numbers: Numbers,
    births: Births,
}

/// What of a person a text says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// The whole name.
    FullName,
    /// An alias of two words or more.
    LongAlias,
    /// An address, or a postcode.
    Address,
    /// A telephone number.
    Telephone,
    /// A date of birth.
    DateOfBirth,
    /// A reference number of an agency's own.
    OwnReference,
    /// An officer's name.
    Officer,
    /// A single first name, family name or alias, which may be a common word.
    SingleName,
}

impl What {
    /// Returns what stands in its place where nobody is to be recognised.
    pub fn stand_in(self) -> &'static str {
        match self {
            Self::FullName | Self::LongAlias | Self::SingleName => "[name]",
            Self::Address => ADDRESS,
            Self::Telephone => TELEPHONE,
            Self::DateOfBirth => DATE_OF_BIRTH,
            Self::OwnReference => REFERENCE,
            Self::Officer => OFFICER,
        }
    }
}

/// Something that a text says of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Where it stands, in bytes of the text.
    pub range: Range<usize>,
    /// What it is.
    pub what: What,
}

const ADDRESS: &str = "[address]";
const TELEPHONE: &str = "[telephone]";
const DATE_OF_BIRTH: &str = "[date of birth]";
const REFERENCE: &str = "[reference]";
const OFFICER: &str = "[officer]";

impl Redaction {
    /// Returns a redaction that replaces nothing.
    pub fn none() -> Self {
        Self::default()
    }

    /// Returns a redaction of all that is known of `people`.
    pub fn of<'a>(people: impl IntoIterator<Item = &'a Subject>) -> Self {
        let mut redaction = Self::default();
        people.into_iter().for_each(|person| redaction.learn(person));
        redaction.phrases.put_in_order();
        redaction
    }

    /// Returns a redaction of the dates of birth of those among `people` who are children on `day`.
    pub fn of_children_born<'a>(people: impl IntoIterator<Item = &'a Subject>, day: NaiveDate) -> Self {
        let children = people.into_iter().filter(|person| person.is_child_on(day));
        let mut births = Births::default();
        children.filter_map(|child| child.date_of_birth).for_each(|birth| births.add(birth));
        Self { births, ..Self::default() }
    }

    /// Replaces officers' names too, as a whole: a part of one is often a rank or a common word.
    pub fn and_officers(mut self, officers: &[String]) -> Self {
        officers.iter().for_each(|officer| self.add_with_variants(officer, OFFICER, What::Officer));
        self.phrases.put_in_order();
        self
    }

    /// Replaces places too, as a whole.
    pub fn and_places(mut self, places: &[String]) -> Self {
        places.iter().for_each(|place| self.add_with_variants(place, ADDRESS, What::Address));
        self.phrases.put_in_order();
        self
    }

    /// Leaves in place what is known of `person` too, such as a family name or an address that others share.
    pub fn sparing(mut self, person: &Subject) -> Self {
        let own = Self::of([person]);
        self.phrases.spare(&own.phrases);
        self.numbers.spare(&own.numbers);
        self.births.spare(&own.births);
        self
    }

    /// Returns `text` with everything replaced that is known.
    pub fn applied(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut copied = 0;
        self.each_match(text, |range, replacement, _| {
            out.push_str(&text[copied..range.start]);
            out.push_str(replacement);
            copied = range.end;
        });
        out.push_str(&text[copied..]);
        out
    }

    /// Returns `text` with all that is known and `chosen` replaced by what it is, so that no initials are left.
    pub fn anonymised(&self, text: &str, chosen: impl Fn(What) -> bool) -> String {
        let mut out = String::with_capacity(text.len());
        let mut copied = 0;
        for found in self.found(text).into_iter().filter(|found| chosen(found.what)) {
            out.push_str(&text[copied..found.range.start]);
            out.push_str(found.what.stand_in());
            copied = found.range.end;
        }
        out.push_str(&text[copied..]);
        out
    }

    /// Returns everything in `text` that is known, from left to right.
    pub fn found(&self, text: &str) -> Vec<Found> {
        let mut found = Vec::new();
        self.each_match(text, |range, _, what| found.push(Found { range, what }));
        found
    }

    /// Hands every match to `hear`, with what stands in its place and what it is.
    fn each_match(&self, text: &str, mut hear: impl FnMut(Range<usize>, &str, What)) {
        if self.phrases.is_empty() && self.numbers.is_empty() && self.births.is_empty() {
            return;
        }
        let folded = fold(text);
        let mut at = 0;
        while at < folded.len() {
            match self.match_at(text, &folded, at) {
                Some((length, replacement, what)) => {
                    hear(folded[at].start..folded[at + length - 1].end, replacement, what);
                    at += length;
                }
                None => at += 1,
            }
        }
    }

    fn match_at(&self, written: &str, text: &[Folded], at: usize) -> Option<(usize, &str, What)> {
        let first = text[at].letter;
        if at > 0 && goes_on(text[at - 1].letter, first) {
            return None;
        }
        let birth =
            || self.births.birth_at(text, at).map(|length| (length, DATE_OF_BIRTH, What::DateOfBirth));
        let phrase = self.phrases.phrase_at(text, at).filter(|(length, _, what)| {
            *what != What::SingleName || !context::is_no_name(written, text, at..at + length)
        });
        phrase.or_else(birth).or_else(|| self.number_at(text, at))
    }

    fn number_at(&self, text: &[Folded], at: usize) -> Option<(usize, &str, What)> {
        let (length, replacement) = self.numbers.number_at(text, at)?;
        let what = if replacement == TELEPHONE { What::Telephone } else { What::OwnReference };
        Some((length, replacement, what))
    }
}

/// Tells whether a word or a number goes on from one letter to the next.
fn goes_on(one: char, next: char) -> bool {
    one.is_alphabetic() && next.is_alphabetic() || one.is_numeric() && next.is_numeric()
}
