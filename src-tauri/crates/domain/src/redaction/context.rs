//! Tells by what stands around it whether a word is the name of somebody: some are called May, or Red, or Case.

use std::ops::Range;

use super::folding::Folded;
use crate::words::{is_month, month_of};

/// What the program itself says of a case, in which nobody is named; the words of `agenda::Reason`.
const OWN_WORDS: [&str; 3] = ["red action", "red actions", "new case"];

/// What a number belongs to that is no day of a month: `Flat 12 May` may be somebody's door, and her name.
const NUMBERED: [&str; 18] = [
    "age",
    "aged",
    "apartment",
    "bed",
    "block",
    "door",
    "flat",
    "house",
    "item",
    "line",
    "no",
    "number",
    "page",
    "plot",
    "room",
    "unit",
    "ward",
    "year",
];

/// A folded text, and the text as it was written.
struct Text<'a> {
    written: &'a str,
    folded: &'a [Folded],
}

/// Tells whether the word at `word` of a folded text is no name there: the month of a date, or a word of the program.
///
/// In doubt it is a name, because one too many replaced is a word to ask about, and one too few is a name told.
pub fn is_no_name(written: &str, folded: &[Folded], word: Range<usize>) -> bool {
    let text = Text { written, folded };
    text.is_month_of_date(&word) || OWN_WORDS.iter().any(|own| text.holds_around(own, &word))
}

impl Text<'_> {
    fn letters(&self, range: Range<usize>) -> String {
        self.folded[range].iter().map(|each| each.letter).collect()
    }

    fn letter(&self, at: usize) -> Option<char> {
        self.folded.get(at).map(|each| each.letter)
    }

    fn before(&self, at: usize) -> Option<char> {
        self.letter(at.checked_sub(1)?)
    }

    /// Tells whether a space stands there that ends no line.
    fn is_space(&self, at: usize) -> bool {
        let space = self.folded.get(at).filter(|each| each.letter == ' ');
        space.is_some_and(|space| !self.written[space.start..space.end].contains(['\n', '\r']))
    }

    /// Tells whether the phrase stands there, `word` being part of it.
    fn holds_around(&self, phrase: &str, word: &Range<usize>) -> bool {
        let own = self.letters(word.clone());
        phrase.match_indices(&own).any(|(offset, _)| {
            let Some(start) = word.start.checked_sub(offset) else { return false };
            let end = start + phrase.len();
            let alone = |letter: Option<char>| letter.is_none_or(|letter| !letter.is_alphanumeric());
            end <= self.folded.len()
                && alone(self.before(start))
                && alone(self.letter(end))
                && self.letters(start..end) == phrase
        })
    }

    /// Tells whether a day stands before the word, as in `12 May` and `the 3rd of June`, or a year after it.
    fn is_month_of_date(&self, word: &Range<usize>) -> bool {
        let letters = self.letters(word.clone());
        // Because Marc begins the name of a month, and is none.
        let is_month =
            month_of(&letters).is_some() && (letters.len() == 3 || letters == "sept" || is_month(&letters));
        is_month && (self.day_ends_before(word.start) || self.year_begins_at(word.end))
    }

    fn day_ends_before(&self, month: usize) -> bool {
        let Some(mut at) = month.checked_sub(1) else { return false };
        if self.is_space(at) {
            if let Some(of) =
                at.checked_sub(3).filter(|of| self.letters(*of..at) == " of" && self.is_space(*of))
            {
                at = of;
            }
        } else if !matches!(self.letter(at), Some('-' | '/')) {
            return false;
        }
        let ordinal = at
            .checked_sub(2)
            .filter(|from| ["st", "nd", "rd", "th"].contains(&self.letters(*from..at).as_str()));
        let end = ordinal.unwrap_or(at);
        let figures = self.folded[..end].iter().rev().take_while(|each| each.letter.is_ascii_digit()).count();
        let start = end - figures;
        let day = self.letters(start..end);
        day.len() <= 2 && day.parse().is_ok_and(|day: u32| (1..=31).contains(&day)) && self.is_bare(start)
    }

    /// Tells whether the number that begins there belongs to nothing before it: a time, a date in figures, a sum, a flat.
    fn is_bare(&self, number: usize) -> bool {
        match self.before(number) {
            None | Some('(' | ',') => true,
            Some(' ') => {
                // The longest of those words, its full stop and the space.
                let before = self.letters(number.saturating_sub(12)..number);
                let word = before
                    .trim_end()
                    .trim_end_matches('.')
                    .rsplit(|letter: char| !letter.is_alphanumeric())
                    .next();
                !word.is_some_and(|word| NUMBERED.contains(&word))
            }
            _ => false,
        }
    }

    fn year_begins_at(&self, end: usize) -> bool {
        let year = self.folded.get(end + 1..end + 5).unwrap_or_default();
        let year: String = year.iter().map(|each| each.letter).collect();
        let alone = self.letter(end + 5).is_none_or(|letter| !letter.is_alphanumeric());
        self.is_space(end) && alone && year.parse().is_ok_and(|year: u32| (1900..2100).contains(&year))
    }
}
