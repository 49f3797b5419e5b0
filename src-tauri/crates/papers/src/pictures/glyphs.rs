//! The outlines of glyphs as steps of a path.

use std::fmt::Write;

use rustybuzz::ttf_parser::{GlyphId, OutlineBuilder};

use super::drawing::GlyphKey;
use crate::error::PaperError;
use crate::layout::faces::Faces;

/// Returns the outline of a glyph as the steps of an SVG path from its origin, upwards, in units of its face; empty for a
/// glyph without one, such as a space; absent where no bundled face has such a glyph.
///
/// # Errors
/// When a bundled face is damaged.
pub fn outline(glyph: GlyphKey) -> Result<Option<String>, PaperError> {
    let faces = Faces::get()?;
    let Some((face, number)) = glyph.parts() else { return Ok(None) };
    let face = faces.shaping(face);
    let mut path = Path::default();
    face.outline_glyph(GlyphId(number), &mut path);
    Ok(Some(path.steps).filter(|_| number < face.number_of_glyphs()))
}

/// An outline being written, in whole units: the faces are drawn on a grid of a thousand or more to the em.
#[derive(Default)]
struct Path {
    steps: String,
}

impl Path {
    /// Leads the pen to the last of the points, by the others as bends.
    fn step(&mut self, letter: char, points: &[(f32, f32)]) {
        self.steps.push(letter);
        for (at, number) in points.iter().flat_map(|point| [point.0, point.1]).enumerate() {
            let gap = if at == 0 { "" } else { " " };
            // Writing into a text does not fail.
            let _ = write!(self.steps, "{gap}{}", number.round() as i32);
        }
    }
}

impl OutlineBuilder for Path {
    fn move_to(&mut self, x: f32, y: f32) {
        self.step('M', &[(x, y)]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.step('L', &[(x, y)]);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.step('Q', &[(x1, y1), (x, y)]);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.step('C', &[(x1, y1), (x2, y2), (x, y)]);
    }

    fn close(&mut self) {
        self.step('z', &[]);
    }
}
