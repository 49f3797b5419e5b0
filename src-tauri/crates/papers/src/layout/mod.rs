//! Layout: from blocks of text to pages of glyphs, rules and shapes.

mod atoms;
pub mod block;
pub mod faces;
mod flow;
mod furniture;
pub mod known;
mod lines;
pub mod page;
mod rows;
pub mod shape;
pub mod tags;
pub mod text;
mod writing;

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use crate::error::PaperError;
use crate::model::{Abbreviation, Marking};
use crate::style::Style;
use crate::{Step, Watch};
use block::Block;
use faces::Faces;
use known::Known;
use page::{Bookmark, Page, Target};
use shape::Shaper;
use tags::Tree;

/// What is the same on every page.
pub struct Frame<'paper> {
    /// The marking on top and at the bottom.
    pub marking: &'paper Marking,
    /// The abbreviations to spell out where they are used.
    pub abbreviations: &'paper [Abbreviation],
    /// What stands before the number of every page, such as `L1.` on the first late sheet; empty for none.
    pub numbers: String,
}

impl<'paper> Frame<'paper> {
    /// Returns the frame of a paper with pages from 1.
    pub fn new(marking: &'paper Marking, abbreviations: &'paper [Abbreviation]) -> Self {
        Self { marking, abbreviations, numbers: String::new() }
    }
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
    pub anchors: BTreeMap<Target, (usize, f32)>,
    /// What stands before the number of every page.
    pub numbers: String,
}

impl LaidOut {
    /// Returns the number of a page as it is printed, from its place counted from 0.
    pub fn number(&self, page: usize) -> String {
        format!("{}{}", self.numbers, page + 1)
    }
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
    Ok(lay_out_knowing(Known::default(), blocks, frame, style, watch)?.0)
}

/// Lays blocks out as [`lay_out`] does, knowing what was laid out before; returns what it knows beside the pages.
///
/// # Errors
/// When the caller asks to stop, or a bundled face is damaged.
pub fn lay_out_knowing(
    known: Known,
    blocks: &[Block],
    frame: &Frame<'_>,
    style: &Style,
    watch: &mut Watch<'_>,
) -> Result<(LaidOut, Known), PaperError> {
    let mut shaper = Shaper::knowing(known, Faces::get()?);
    // How many lines the foot of each page takes above the usual ones. What a page holds decides which abbreviations its
    // foot spells out, and their lines decide what it holds: pages only ever get more of them, so that this ends.
    let mut raised: Vec<usize> = Vec::new();
    let mut pass = 0;
    loop {
        let mut flow = flow::Flow::new(&mut shaper, style, &raised);
        flow.run(blocks, &mut |done| watch(Step::LayingOut { done, of: blocks.len() }))?;
        let mut laid = flow.finish();
        laid.numbers.clone_from(&frame.numbers);
        furniture::fill_page_numbers(&mut shaper, &mut laid);
        let feet = furniture::feet(&mut shaper, &laid, frame, style);
        if furniture::raise(&mut shaper, &feet, frame, style, &mut raised, pass) {
            pass += 1;
            continue;
        }
        furniture::add(&mut shaper, &mut laid, &feet, frame, style);
        return Ok((laid, shaper.into_known()));
    }
}

/// Turns the caller's answer into an error when it is to stop.
pub(crate) fn go_on(answer: ControlFlow<()>) -> Result<(), PaperError> {
    match answer {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(()) => Err(PaperError::Stopped),
    }
}
