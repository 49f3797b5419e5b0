//! A layout as text: what stands where on which page and what it is, so that a change shows itself line by line.

use std::fmt::Write;

use crate::error::PaperError;
use crate::layout::page::{Drawing, Page};
use crate::layout::tags::{NodeId, Tree};
use crate::layout::{self, LaidOut};
use crate::style::Style;
use crate::{Paper, composed};

/// Returns the layout of a paper as text: for each page its lines with their place in tenths of a point from the top left
/// corner, what a screen reader takes them for, and their words; shapes beside them.
///
/// # Errors
/// When a bundled face is damaged.
pub fn layout_text(paper: &Paper, style: &Style) -> Result<String, PaperError> {
    let composed = composed(paper, style);
    let go_on = &mut |_| std::ops::ControlFlow::Continue(());
    let laid = layout::lay_out(&composed.blocks, &composed.frame, style, go_on)?;
    let mut text = String::new();
    for (at, page) in laid.pages.iter().enumerate() {
        tell_page(&mut text, &laid, page, at);
    }
    Ok(text)
}

/// How far words stand apart that belong to no line together, in points.
const COLUMNS_APART: f32 = 12.0;

/// A line of words that is being put together.
struct Line {
    x: f32,
    y: f32,
    /// Where it ends so far.
    end: f32,
    owner: Option<NodeId>,
    words: String,
}

fn tell_page(text: &mut String, laid: &LaidOut, page: &Page, at: usize) {
    // Writing into a text does not fail.
    let _ = writeln!(text, "page {} · {}", laid.number(at), page.place);
    let mut line: Option<Line> = None;
    for placed in &page.placed {
        match &placed.drawing {
            Drawing::Text { fragment, x, y, width, .. } => match &mut line {
                Some(open) if open.y == *y && open.owner == placed.owner && x - open.end < COLUMNS_APART => {
                    open.words.push_str(&fragment.text);
                    open.end = x + width;
                }
                _ => {
                    tell_line(text, &laid.tree, line.take());
                    let words = fragment.text.clone();
                    line = Some(Line { x: *x, y: *y, end: x + width, owner: placed.owner, words });
                }
            },
            shape => {
                tell_line(text, &laid.tree, line.take());
                tell_shape(text, shape);
            }
        }
    }
    tell_line(text, &laid.tree, line);
    for link in &page.links {
        let (x, y, width, height) = link.area;
        let to =
            laid.anchors.get(&link.to).map_or_else(|| "nowhere".to_owned(), |(page, _)| laid.number(*page));
        let _ = writeln!(text, "  {x:6.1} {y:6.1} link {width:.1} × {height:.1} to page {to}");
    }
}

fn tell_line(text: &mut String, tree: &Tree, line: Option<Line>) {
    let Some(Line { x, y, owner, words, .. }) = line else { return };
    let tag = owner.map_or_else(|| "–".to_owned(), |owner| tree.node(owner).tag.name());
    let _ = writeln!(text, "  {x:6.1} {y:6.1} {tag:<5} {}", words.trim_end());
}

fn tell_shape(text: &mut String, shape: &Drawing) {
    let _ = match shape {
        Drawing::Fill { x, y, width, height, .. } if *height <= 1.2 => {
            writeln!(text, "  {x:6.1} {y:6.1} rule  {width:.1}")
        }
        Drawing::Fill { x, y, width, height, .. } => {
            writeln!(text, "  {x:6.1} {y:6.1} fill  {width:.1} × {height:.1}")
        }
        Drawing::Light { light, x, y, .. } => writeln!(text, "  {x:6.1} {y:6.1} light {}", light.word()),
        Drawing::Polyline { points, .. } => {
            let points: Vec<String> = points.iter().map(|(x, y)| format!("{x:.1},{y:.1}")).collect();
            writeln!(text, "  line {}", points.join(" "))
        }
        Drawing::Dot { centre, radius, .. } => {
            writeln!(text, "  {:6.1} {:6.1} dot   {radius:.1}", centre.0, centre.1)
        }
        Drawing::Text { .. } => Ok(()),
    };
}
