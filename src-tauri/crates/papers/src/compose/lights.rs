//! The strip of lights: how many actions show which, each told by shape and word.

use super::setter::{Setter, fixed, sharing};
use crate::layout::block::{Block, Cell, Row};
use crate::layout::faces::Weight;
use crate::layout::text::{Align, Paragraph, TextStyle};
use crate::model::{ActionRow, Light};
use crate::style::light_colours;

/// The lights in the order in which they are told: what needs somebody first.
pub const ORDER: [Light; 5] = [Light::Red, Light::Amber, Light::Blue, Light::Green, Light::Grey];

/// Returns how many actions show a light.
pub fn count(actions: &[ActionRow], light: Light) -> usize {
    actions.iter().filter(|action| action.light.as_ref().is_some_and(|shown| shown.light == light)).count()
}

/// Returns how many actions are late.
pub fn late(actions: &[ActionRow]) -> usize {
    actions.iter().filter(|action| action.late.is_some()).count()
}

/// Returns the words of a light behind its shape.
pub fn words(set: Setter<'_>, light: Light, words: impl Into<String>) -> Paragraph {
    let style = TextStyle::new(Weight::Semibold, set.style.body, light_colours(light).word).tabular();
    Paragraph { light: Some(light), ..Paragraph::new(words, style, set.style.leading) }
}

/// Returns the strip, without the lights that no action shows.
pub fn strip(set: Setter<'_>, actions: &[ActionRow]) -> Block {
    let shown: Vec<(Light, usize)> = ORDER
        .into_iter()
        .map(|light| (light, count(actions, light)))
        .filter(|(_, number)| *number > 0)
        .collect();
    let late = late(actions);
    let mut cells: Vec<Cell> = shown
        .iter()
        .map(|(light, number)| Cell::of(words(set, *light, format!("{number} {}", light.word()))))
        .collect();
    let mut columns: Vec<_> = cells.iter().map(|_| fixed("", 68.0)).collect();
    columns.push(sharing("", 1.0));
    let mut told = domain::words::count(actions.len(), "action", "actions");
    if late > 0 {
        told.push_str(&format!(", {late} late"));
    }
    cells.push(Cell::of(set.strong_text(told).aligned(Align::Right)));
    let row = set.row(cells);
    // It counts the actions of the table below, and says nothing alone at the end of a page.
    set.grid(columns, vec![Row { pad_above: 0.0, pad_below: 4.0, ruled: false, keep_with_next: true, ..row }])
}
