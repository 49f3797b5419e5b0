//! The strip of figures under a title: what a busy reader takes away.

use super::setter::{Setter, sharing};
use crate::layout::block::{Block, Cell, Drawn, Row};
use crate::layout::faces::Weight;
use crate::layout::page::{Drawing, MEASURE, Target};
use crate::layout::text::{Paragraph, TextStyle};

/// The distance of the lines of a figure and its words.
const LEADING: f32 = 15.6;

/// A figure: the number, what it counts, and a remark under it such as the figure before.
pub struct Figure {
    number: String,
    words: String,
    remark: Option<String>,
    target: Option<Target>,
}

impl Figure {
    /// Returns a figure with its words.
    pub fn of(number: impl Into<String>, words: impl Into<String>) -> Self {
        Self { number: number.into(), words: words.into(), remark: None, target: None }
    }

    /// Returns the figure with a remark under it.
    pub fn with_remark(self, remark: Option<String>) -> Self {
        Self { remark, ..self }
    }

    /// Returns the figure as a link to where it stands again.
    pub fn leading_to(self, target: Option<Target>) -> Self {
        Self { target, ..self }
    }

    fn cell(&self, set: Setter<'_>) -> Cell {
        let number = TextStyle::new(Weight::Bold, 15.5, set.style.ink).tabular();
        let spans = vec![set.span(format!("{}\n", self.number), number), set.span(&self.words, set.small())];
        let figure = Cell::of(Paragraph::of(spans, LEADING).leading_to(self.target.clone()));
        match &self.remark {
            Some(remark) => figure.then(set.remark(remark)),
            None => figure,
        }
    }
}

/// Returns the strip between two rules, in lines of at most four figures.
pub fn strip(set: Setter<'_>, figures: &[Figure]) -> Vec<Block> {
    if figures.is_empty() {
        return Vec::new();
    }
    let across = match figures.len() {
        few @ 1..=4 => few.max(3),
        5 | 6 | 9 => 3,
        _ => 4,
    };
    let columns = (0..across).map(|_| sharing("", 1.0)).collect();
    let rows = figures.chunks(across).map(|figures| {
        let mut cells: Vec<Cell> = figures.iter().map(|figure| figure.cell(set)).collect();
        // A cell alone in its row would take all columns.
        cells.resize_with(across, Cell::default);
        Row { pad_above: 6.0, pad_below: 7.0, ..set.row(cells) }
    });
    let rule = Drawing::Fill { x: 0.0, y: 0.0, width: MEASURE, height: 0.9, colour: set.style.ink };
    let above = Drawn { shapes: vec![rule], texts: Vec::new(), height: 0.9, alternative: None };
    vec![Block::Drawn(above), set.grid(columns, rows.collect())]
}
