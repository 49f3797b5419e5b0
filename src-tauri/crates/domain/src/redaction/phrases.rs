//! Names, addresses and whatever else is told by its letters.

use std::collections::HashMap;

use super::folding::Folded;
use super::{What, goes_on};

/// Phrases, ready to be found in a text however many there are.
#[derive(Clone, Debug, Default)]
pub struct Phrases {
    /// By the word or number that each begins with, the longest first.
    by_beginning: HashMap<String, Vec<Phrase>>,
}

#[derive(Clone, Debug)]
struct Phrase {
    folded: Vec<char>,
    replacement: String,
    what: What,
}

impl Phrases {
    /// Tells whether there are none.
    pub fn is_empty(&self) -> bool {
        self.by_beginning.is_empty()
    }

    /// Adds a phrase; one without letters is none.
    pub fn add(&mut self, folded: Vec<char>, replacement: &str, what: What) {
        if folded.is_empty() {
            return;
        }
        let phrases = self.by_beginning.entry(beginning(folded.iter().copied())).or_default();
        phrases.push(Phrase { folded, replacement: replacement.to_owned(), what });
    }

    /// Makes the phrases ready to be looked for.
    pub fn put_in_order(&mut self) {
        for phrases in self.by_beginning.values_mut() {
            // Longest first, because a full name must go before its parts are looked for; and of the same words the gravest
            // meaning, which the others give way to.
            phrases.sort_by(|one, other| {
                (other.folded.len(), &one.folded, one.what).cmp(&(
                    one.folded.len(),
                    &other.folded,
                    other.what,
                ))
            });
            phrases.dedup_by(|one, other| one.folded == other.folded);
        }
    }

    /// Takes those away that stand in `others` too.
    pub fn spare(&mut self, others: &Self) {
        for (beginning, phrases) in &mut self.by_beginning {
            let kept = others.by_beginning.get(beginning).map_or(&[][..], Vec::as_slice);
            phrases.retain(|phrase| kept.iter().all(|kept| kept.folded != phrase.folded));
        }
    }

    /// Returns how many letters at `at`, where a word or a number begins, are a phrase, what replaces it and what it is.
    pub fn phrase_at(&self, text: &[Folded], at: usize) -> Option<(usize, &str, What)> {
        let ends_word =
            |end: usize| text.get(end).is_none_or(|next| !goes_on(text[end - 1].letter, next.letter));
        // A phrase is whole words, so that its first one is the word that begins here.
        let beginning = beginning(text[at..].iter().map(|each| each.letter));
        let phrase = self.by_beginning.get(&beginning)?.iter().find(|phrase| {
            let end = at + phrase.folded.len();
            end <= text.len()
                && ends_word(end)
                && text[at..end].iter().map(|each| each.letter).eq(phrase.folded.iter().copied())
        })?;
        Some((phrase.folded.len(), &phrase.replacement, phrase.what))
    }
}

/// Returns the word or number that the letters begin with; a single one where they begin with neither.
fn beginning(letters: impl IntoIterator<Item = char>) -> String {
    let mut word = String::new();
    let mut last = None;
    for letter in letters {
        if last.is_some_and(|last| !goes_on(last, letter)) {
            break;
        }
        word.push(letter);
        last = Some(letter);
    }
    word
}
