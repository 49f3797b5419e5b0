//! The words of an action line, with their places and their folded forms.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A word of the line.
#[derive(Clone, Debug)]
pub(super) struct Word<'a> {
    /// As typed.
    pub text: &'a str,
    /// Without case, accents and marks; empty for a word of marks only.
    pub folded: String,
    /// Where it begins, in bytes.
    pub start: usize,
    /// Whether it was understood as something else than what is to be done.
    pub taken: bool,
}

impl Word<'_> {
    /// Returns where the word ends, in bytes.
    pub(super) fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

/// Splits a line at white space.
pub(super) fn split(line: &str) -> Vec<Word<'_>> {
    line.split_whitespace()
        .map(|text| {
            // Every part is a slice of the line, so the distance of their beginnings is its place.
            let start = text.as_ptr() as usize - line.as_ptr() as usize;
            Word { text, folded: folded(text), start, taken: false }
        })
        .collect()
}

/// Returns a text without case, accents and marks, for comparing names: `Children’s` and `childrens` are one.
pub(crate) fn folded(text: &str) -> String {
    text.nfd()
        .filter(|letter| !is_combining_mark(*letter))
        .flat_map(char::to_lowercase)
        .filter(|letter| letter.is_alphanumeric())
        .collect()
}

/// Returns the folded words of a name, without those that are marks only.
pub(super) fn folded_words(name: &str) -> Vec<String> {
    name.split_whitespace().map(folded).filter(|word| !word.is_empty()).collect()
}
