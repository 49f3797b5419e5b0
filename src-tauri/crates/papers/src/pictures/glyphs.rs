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
///
/// A step is told in the shortest way that SVG knows, because a web view takes longer to read a longer page.
#[derive(Default)]
struct Path {
    steps: String,
    /// Where the pen stands; steps are told from there, which is shorter than from the corner.
    at: (i32, i32),
    /// Where the open part of the outline began: closing it leads the pen back there.
    began: (i32, i32),
    /// The letter of the step before: one like it needs none of its own.
    letter: char,
    /// Where the bend of a curve stands that goes on smoothly from the one before; absent after a step that is no curve.
    smooth: Option<(i32, i32)>,
}

/// A whole number of units.
fn whole((x, y): (f32, f32)) -> (i32, i32) {
    (x.round() as i32, y.round() as i32)
}

impl Path {
    /// Leads the pen to the last of the points; all are told from where it stands.
    fn step(&mut self, letter: char, points: &[(i32, i32)]) {
        let from = self.at;
        let numbers = points.iter().flat_map(|point| [point.0 - from.0, point.1 - from.1]);
        self.write(letter, numbers);
        self.at = points.last().copied().unwrap_or(from);
        self.smooth = None;
    }

    fn write(&mut self, letter: char, numbers: impl IntoIterator<Item = i32>) {
        let mut apart = self.letter == letter;
        if !apart {
            self.steps.push(letter);
        }
        self.letter = letter;
        for number in numbers {
            // Because a minus parts two numbers by itself.
            let gap = if apart && number >= 0 { " " } else { "" };
            // Writing into a text does not fail.
            let _ = write!(self.steps, "{gap}{number}");
            apart = true;
        }
    }
}

impl OutlineBuilder for Path {
    fn move_to(&mut self, x: f32, y: f32) {
        // Because a second pair of numbers after a move would be a line.
        self.letter = ' ';
        self.step('m', &[whole((x, y))]);
        self.began = self.at;
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let (from, to) = (self.at, whole((x, y)));
        if from.1 == to.1 {
            self.write('h', [to.0 - from.0]);
        } else if from.0 == to.0 {
            self.write('v', [to.1 - from.1]);
        } else {
            self.write('l', [to.0 - from.0, to.1 - from.1]);
        }
        (self.at, self.smooth) = (to, None);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let (bend, to) = (whole((x1, y1)), whole((x, y)));
        // Faces tell smooth curves by their bends alone; the points between stand in the middle, to half a unit.
        let is_near = |smooth: &(i32, i32)| smooth.0.abs_diff(bend.0) <= 1 && smooth.1.abs_diff(bend.1) <= 1;
        let bend = match self.smooth.filter(is_near) {
            Some(smooth) => {
                self.step('t', &[to]);
                smooth
            }
            None => {
                self.step('q', &[bend, to]);
                bend
            }
        };
        self.smooth = Some((2 * to.0 - bend.0, 2 * to.1 - bend.1));
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.step('c', &[whole((x1, y1)), whole((x2, y2)), whole((x, y))]);
    }

    fn close(&mut self) {
        self.steps.push('z');
        (self.at, self.letter, self.smooth) = (self.began, 'z', None);
    }
}
