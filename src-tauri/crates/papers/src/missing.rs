//! Characters that no bundled face has: named with page and item, before anybody prints them as boxes.

use std::collections::BTreeSet;

use crate::layout::LaidOut;
use crate::layout::page::{Drawing, TOP};

/// A character that will print as a box.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct MissingCharacter {
    /// The page it stands on, from 1.
    pub page: usize,
    /// The part of the paper, such as a case's reference: the entry of the outline under which it stands.
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
            let Drawing::Text { fragment, y, .. } = &placed.drawing else { continue };
            found.extend(fragment.missing.iter().map(|&character| MissingCharacter {
                page: at + 1,
                place: place(laid, at, *y).unwrap_or(&page.place).to_owned(),
                character,
                word: fragment.text.clone(),
            }));
        }
    }
    found.into_iter().collect()
}

/// Returns the last entry of the outline above a height on a page; the head of a page stands under none.
fn place(laid: &LaidOut, page: usize, y: f32) -> Option<&str> {
    let above = laid.bookmarks.iter().rev().find(|entry| (entry.page, entry.y) <= (page, y));
    above.filter(|_| y >= TOP).map(|entry| entry.title.as_str())
}
