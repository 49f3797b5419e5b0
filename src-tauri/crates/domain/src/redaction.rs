//! Replaces what is known of people in free text: names, aliases, addresses, telephones, dates of birth.
//!
//! Whole words are found without case, accents, doubled spaces and what nobody sees; telephone numbers by their digits,
//! dates of birth however they are written.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::disclosure::Level;
use crate::subject::Subject;
use chrono::NaiveDate;
use folding::{Folded, fold};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

mod births;
mod folding;
mod learning;
mod references;
#[cfg(test)]
mod tests;

pub use references::ForeignReferences;

/// Everybody whom the hub knows, and whose names must not leave below full.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// The people of cases and referrals.
    pub people: Vec<Subject>,
    /// The agencies' officers, by name.
    pub officers: Vec<String>,
}

impl Known {
    /// Returns what has to be replaced at `level` on `day` in texts about `subjects`, whom the hub knows too.
    ///
    /// At full a text stands as written, save for a child's date of birth, which never leaves.
    pub fn redaction<'a>(
        &'a self,
        level: Level,
        day: NaiveDate,
        subjects: impl IntoIterator<Item = &'a Subject>,
    ) -> Redaction {
        let besides = subjects.into_iter().filter(|subject| !self.people.contains(subject));
        let people = besides.chain(&self.people);
        match level {
            Level::Blank | Level::Reference => Redaction::none(),
            Level::Initials => Redaction::of(people).and_officers(&self.officers),
            Level::Full => Redaction::of_children_born(people, day),
        }
    }
}

/// What has to be replaced, ready for use on many texts.
#[derive(Clone, Debug, Default)]
pub struct Redaction {
    /// By their first letter, the longest first.
    phrases: BTreeMap<char, Vec<Phrase>>,
    numbers: Vec<Number>,
    births: Vec<NaiveDate>,
}

/// A number that is told by its digits.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Number {
    digits: Vec<char>,
    replacement: &'static str,
}

#[derive(Clone, Debug)]
struct Phrase {
    folded: Vec<char>,
    replacement: String,
    what: What,
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
        redaction.put_in_order();
        redaction
    }

    /// Returns a redaction of the dates of birth of those among `people` who are children on `day`.
    pub fn of_children_born<'a>(people: impl IntoIterator<Item = &'a Subject>, day: NaiveDate) -> Self {
        let children = people.into_iter().filter(|person| person.is_child_on(day));
        Self { births: children.filter_map(|child| child.date_of_birth).collect(), ..Self::default() }
    }

    /// Replaces officers' names too, as a whole: a part of one is often a rank or a common word.
    pub fn and_officers(mut self, officers: &[String]) -> Self {
        officers.iter().for_each(|officer| self.add_with_variants(officer, OFFICER, What::Officer));
        self.put_in_order();
        self
    }

    /// Leaves in place what is known of `person` too, such as a family name or an address that others share.
    pub fn sparing(mut self, person: &Subject) -> Self {
        let own = Self::of([person]);
        for (first, phrases) in &mut self.phrases {
            let kept = own.phrases.get(first).map_or(&[][..], Vec::as_slice);
            phrases.retain(|phrase| kept.iter().all(|kept| kept.folded != phrase.folded));
        }
        self.numbers.retain(|number| !own.numbers.contains(number));
        self.births.retain(|birth| !own.births.contains(birth));
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
            match self.match_at(&folded, at) {
                Some((length, replacement, what)) => {
                    hear(folded[at].start..folded[at + length - 1].end, replacement, what);
                    at += length;
                }
                None => at += 1,
            }
        }
    }

    fn match_at(&self, text: &[Folded], at: usize) -> Option<(usize, &str, What)> {
        let first = text[at].letter;
        if at > 0 && goes_on(text[at - 1].letter, first) {
            return None;
        }
        let ends_word =
            |end: usize| text.get(end).is_none_or(|next| !goes_on(text[end - 1].letter, next.letter));
        let phrase = self.phrases.get(&first).into_iter().flatten().find(|phrase| {
            let end = at + phrase.folded.len();
            end <= text.len()
                && ends_word(end)
                && text[at..end].iter().map(|each| each.letter).eq(phrase.folded.iter().copied())
        });
        if let Some(phrase) = phrase {
            return Some((phrase.folded.len(), &phrase.replacement, phrase.what));
        }
        let birth =
            births::birth_at(text, at, &self.births).map(|length| (length, DATE_OF_BIRTH, What::DateOfBirth));
        birth.or_else(|| self.number_at(text, at))
    }

    fn number_at(&self, text: &[Folded], at: usize) -> Option<(usize, &str, What)> {
        if !(text[at].letter.is_ascii_digit() || matches!(text[at].letter, '(' | '+')) {
            return None;
        }
        let found =
            self.numbers.iter().filter_map(|number| Some((digits_at(text, at, &number.digits)?, number)));
        found.max_by_key(|(length, _)| *length).map(|(length, number)| {
            let what = if number.replacement == TELEPHONE { What::Telephone } else { What::OwnReference };
            (length, number.replacement, what)
        })
    }
}

/// Returns how many letters at `at` write `digits`, with what people put between them.
fn digits_at(text: &[Folded], at: usize, digits: &[char]) -> Option<usize> {
    let mut wanted = digits.iter();
    for (length, each) in text[at..].iter().enumerate() {
        match each.letter {
            letter if letter.is_ascii_digit() => {
                if wanted.next() != Some(&letter) {
                    return None;
                }
                if wanted.as_slice().is_empty() {
                    return Some(length + 1);
                }
            }
            ' ' | '-' | '(' | ')' | '+' | '.' | '/' | '_' => {}
            _ => return None,
        }
    }
    None
}

/// Tells whether a word or a number goes on from one letter to the next.
fn goes_on(one: char, next: char) -> bool {
    one.is_alphabetic() && next.is_alphabetic() || one.is_numeric() && next.is_numeric()
}
