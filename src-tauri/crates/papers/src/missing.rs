//! Characters that no bundled face has: named with page and item, before anybody prints them as boxes.

use std::collections::BTreeSet;

use crate::layout::LaidOut;
use crate::layout::page::Drawing;

/// A character that will print as a box.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct MissingCharacter {
    /// The page it stands on, from 1.
    pub page: usize,
    /// The part of the paper, such as a case's reference.
    pub place: String,
    /// The character.
    pub character: char,
    /// The word it stands in.
    pub word: String,
}

/// Returns every missing character once per page and word, in the order of the pages.
pub(crate) fn find(laid: &LaidOut) -> Vec<MissingCharacter> {
    let mut found = BTreeSet::new();
    for (at, page) in laid.pages.iter().enumerate() {
        for placed in &page.placed {
            let Drawing::Text { fragment, .. } = &placed.drawing else { continue };
            found.extend(fragment.missing.iter().map(|&character| MissingCharacter {
                page: at + 1,
                place: page.place.clone(),
                character,
                word: fragment.text.clone(),
            }));
        }
    }
    found.into_iter().collect()
}
