//! Pictures of the pages of a paper: for looking at it before it is saved, opened or printed.

mod drawing;
mod glyphs;

use std::sync::Arc;

use crate::error::PaperError;
use crate::layout::known::Known;
use crate::layout::page::{Drawing, Page};
use crate::layout::shape::Fragment;
use crate::layout::{self, LaidOut};
use crate::light_shape::{Outline, outline};
use crate::missing::{self, MissingCharacter};
use crate::style::{Colour, Style, light_colours};
use crate::{Paper, Watch, composed};

pub use drawing::{Drawn, GlyphKey};
pub use glyphs::outline as glyph_outline;

/// The pages of a paper, laid out and ready to be drawn as pictures one by one.
///
/// What is drawn is the layout that the file is drawn from, so that both show the same; links and structure are left out.
/// A page is drawn only when it is asked for: a long pack is looked at a page or two at a time.
#[derive(Clone, Debug)]
pub struct Pictures {
    title: String,
    pages: Vec<PicturedPage>,
    parts: Vec<usize>,
    missing: Vec<MissingCharacter>,
    known: Known,
}

/// One page: what it shows, and the part of the paper it belongs to.
#[derive(Clone, Debug)]
struct PicturedPage {
    place: String,
    number: String,
    marks: Vec<Mark>,
}

/// Something drawn.
#[derive(Clone, Debug)]
enum Mark {
    /// Glyphs on a baseline.
    Run {
        fragment: Arc<Fragment>,
        /// The size in points.
        size: f32,
        /// Extra space after each glyph, in points.
        tracking: f32,
        colour: Colour,
        /// The left end of the baseline.
        at: (f32, f32),
    },
    /// A filled rectangle: its left edge, its top, its width and its height.
    Fill((f32, f32, f32, f32), Colour),
    /// A filled shape with these corners.
    Corners(Vec<(f32, f32)>, Colour),
    /// A filled circle: its middle and its radius.
    Circle((f32, f32), f32, Colour),
    /// A line through points, and its thickness.
    Through(Vec<(f32, f32)>, f32, Colour),
}

impl Pictures {
    /// Lays a paper out; tells `watch` how far it has come.
    ///
    /// # Errors
    /// [`PaperError::Stopped`] when `watch` asked for it; otherwise when a bundled face is damaged.
    pub fn lay_out(paper: &Paper, style: &Style, watch: &mut Watch<'_>) -> Result<Self, PaperError> {
        Self::knowing(Known::default(), paper, style, watch)
    }

    /// Lays a paper out that says something else now. It takes less time than the first, because most of it is known.
    ///
    /// # Errors
    /// As [`Self::lay_out`].
    pub fn lay_out_again(
        self,
        paper: &Paper,
        style: &Style,
        watch: &mut Watch<'_>,
    ) -> Result<Self, PaperError> {
        Self::knowing(self.known, paper, style, watch)
    }

    fn knowing(
        known: Known,
        paper: &Paper,
        style: &Style,
        watch: &mut Watch<'_>,
    ) -> Result<Self, PaperError> {
        let composed = composed(paper, style);
        let (laid, known) = layout::lay_out_knowing(known, &composed.blocks, &composed.frame, style, watch)?;
        let missing = missing::find(&laid);
        let pages = laid.pages.iter().enumerate().map(|(at, page)| pictured(page, laid.number(at))).collect();
        Ok(Self { title: composed.title, parts: parts(&laid), pages, missing, known })
    }

    /// Returns the title of the paper.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// Returns how many pages there are.
    pub fn pages(&self) -> usize {
        self.pages.len()
    }

    /// Returns the pages on which a part of the paper begins, such as a case; counted from 0.
    pub fn parts(&self) -> &[usize] {
        &self.parts
    }

    /// Returns the characters that no bundled face has, with the pages they stand on.
    pub fn missing(&self) -> &[MissingCharacter] {
        &self.missing
    }

    /// Returns the part of the paper that a page, counted from 0, belongs to; absent when there is no such page.
    pub fn place(&self, page: usize) -> Option<&str> {
        self.pages.get(page).map(|page| page.place.as_str())
    }

    /// Returns the number of a page, counted from 0, as it is printed on it; absent when there is no such page.
    pub fn number(&self, page: usize) -> Option<&str> {
        self.pages.get(page).map(|page| page.number.as_str())
    }

    /// Returns what is drawn on a page, counted from 0, the lowest first; absent when there is no such page.
    ///
    /// # Errors
    /// When a bundled face is damaged.
    pub fn drawn(&self, page: usize) -> Result<Option<Vec<Drawn>>, PaperError> {
        self.pages.get(page).map(|page| drawing::drawn(&page.marks)).transpose()
    }
}

fn pictured(page: &Page, number: String) -> PicturedPage {
    let marks = page.placed.iter().map(|placed| mark(&placed.drawing)).collect();
    PicturedPage { place: page.place.clone(), number, marks }
}

fn mark(drawing: &Drawing) -> Mark {
    match drawing {
        Drawing::Text { fragment, style, x, y, .. } => Mark::Run {
            fragment: Arc::clone(fragment),
            size: style.size,
            tracking: style.tracking,
            colour: style.colour,
            at: (*x, *y),
        },
        Drawing::Fill { x, y, width, height, colour } => Mark::Fill((*x, *y, *width, *height), *colour),
        Drawing::Light { light, x, y, side } => {
            let fill = light_colours(*light).fill;
            match outline(*light, *x, *y, *side) {
                Outline::Corners(corners) => Mark::Corners(corners, fill),
                Outline::Circle { centre, radius } => Mark::Circle(centre, radius, fill),
            }
        }
        Drawing::Polyline { points, thickness, colour } => Mark::Through(points.clone(), *thickness, *colour),
        Drawing::Dot { centre, radius, colour } => Mark::Circle(*centre, *radius, *colour),
    }
}

/// Returns the pages on which a part begins, counted from 0; the first page is always one of them.
pub(crate) fn parts(laid: &LaidOut) -> Vec<usize> {
    let begins = |at: &usize| *at == 0 || laid.pages[*at].section != laid.pages[*at - 1].section;
    (0..laid.pages.len()).filter(begins).collect()
}
