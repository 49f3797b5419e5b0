//! Layout: from blocks of text to pages of glyphs, rules and shapes.

mod atoms;
pub mod block;
pub mod faces;
mod flow;
mod furniture;
mod lines;
pub mod page;
mod rows;
pub mod shape;
pub mod tags;
pub mod text;

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use crate::error::PaperError;
use crate::model::{Abbreviation, Marking, Section};
use crate::style::Style;
use crate::{Step, Watch};
use block::Block;
use faces::Faces;
use page::{Bookmark, Page};
use shape::Shaper;
use tags::Tree;

/// What is the same on every page.
pub struct Frame<'paper> {
    /// The marking on top and at the bottom.
    pub marking: &'paper Marking,
    /// The abbreviations to spell out where they are used.
    pub abbreviations: &'paper [Abbreviation],
}

/// A paper that knows where everything stands.
pub struct LaidOut {
    /// Its pages.
    pub pages: Vec<Page>,
    /// Its structure.
    pub tree: Tree,
    /// Its outline.
    pub bookmarks: Vec<Bookmark>,
    /// The page, counted from 0, and the height where each part begins.
    pub anchors: BTreeMap<Section, (usize, f32)>,
}

/// Lays blocks out on pages, then fills in what depends on all pages: page numbers, heads and feet.
///
/// # Errors
/// When the caller asks to stop, or a bundled face is damaged.
pub fn lay_out(
    blocks: &[Block],
    frame: &Frame<'_>,
    style: &Style,
    watch: &mut Watch<'_>,
) -> Result<LaidOut, PaperError> {
    let mut shaper = Shaper::new(Faces::get()?);
    let mut flow = flow::Flow::new(&mut shaper, style);
    flow.run(blocks, &mut |done| watch(Step::LayingOut { done, of: blocks.len() }))?;
    let mut laid = flow.finish();
    furniture::fill_page_numbers(&mut shaper, &mut laid);
    furniture::add(&mut shaper, &mut laid, frame, style);
    Ok(laid)
}

/// Turns the caller's answer into an error when it is to stop.
pub(crate) fn go_on(answer: ControlFlow<()>) -> Result<(), PaperError> {
    match answer {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(()) => Err(PaperError::Stopped),
    }
}
