//! The lines of what is held as they are put down.

use domain::subject_access::HeldText;

use crate::wire::everything::*;

/// Lines as they are put down, empty ones left out.
#[derive(Default)]
pub struct Lines(pub Vec<HeldLine>);

impl Lines {
    /// Puts down a text.
    pub fn put(&mut self, label: impl Into<String>, held: HeldText) {
        if !held.text.trim().is_empty() {
            let (label, text) = (label.into(), held.text);
            self.0.push(HeldLine { label, text, about_others: held.about_others });
        }
    }

    /// Puts down what speaks of nobody else by its nature: dates, numbers, stages.
    pub fn fact(&mut self, label: impl Into<String>, text: impl Into<String>) {
        self.put(label, HeldText { text: text.into(), about_others: false });
    }
}

/// Returns what is filled of `parts`, joined: `done, on 4 Jun 2019`.
pub fn joined<T: AsRef<str>>(parts: &[T], between: &str) -> String {
    let filled = parts.iter().map(AsRef::as_ref).filter(|part| !part.trim().is_empty());
    filled.collect::<Vec<_>>().join(between)
}
