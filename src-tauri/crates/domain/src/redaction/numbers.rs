//! Telephone numbers and references, which are told by their digits.

use std::collections::HashMap;

use super::folding::Folded;

/// Numbers, ready to be found in a text however many there are.
#[derive(Clone, Debug, Default)]
pub struct Numbers {
    /// What replaces each, by its digits; what was learned last counts.
    replacements: HashMap<String, Vec<&'static str>>,
    /// How many digits the longest has.
    longest: usize,
}

impl Numbers {
    /// Tells whether there are none.
    pub fn is_empty(&self) -> bool {
        self.replacements.is_empty()
    }

    /// Adds a number.
    pub fn add(&mut self, digits: String, replacement: &'static str) {
        self.longest = self.longest.max(digits.len());
        let replacements = self.replacements.entry(digits).or_default();
        if !replacements.contains(&replacement) {
            replacements.push(replacement);
        }
    }

    /// Takes those away that stand in `others` too.
    pub fn spare(&mut self, others: &Self) {
        self.replacements.retain(|digits, replacements| {
            let kept = others.replacements.get(digits).map_or(&[][..], Vec::as_slice);
            replacements.retain(|replacement| !kept.contains(replacement));
            !replacements.is_empty()
        });
    }

    /// Returns how many letters at `at` write the longest number, with what people put between digits, and what replaces it.
    pub fn number_at(&self, text: &[Folded], at: usize) -> Option<(usize, &'static str)> {
        if !(text[at].letter.is_ascii_digit() || matches!(text[at].letter, '(' | '+')) {
            return None;
        }
        let (mut digits, mut found) = (String::new(), None);
        for (length, each) in text[at..].iter().enumerate() {
            match each.letter {
                letter if letter.is_ascii_digit() && digits.len() < self.longest => {
                    digits.push(letter);
                    let replacement = self.replacements.get(&digits).and_then(|each| each.last());
                    found = replacement.map(|replacement| (length + 1, *replacement)).or(found);
                }
                ' ' | '-' | '(' | ')' | '+' | '.' | '/' | '_' => {}
                _ => break,
            }
        }
        found
    }
}
