//! The outlines of glyphs as steps of a path, each taken from its face once for all the places where it stands.

use std::collections::HashMap;
use std::fmt::Write;

use rustybuzz::ttf_parser::{GlyphId, OutlineBuilder};

use crate::layout::faces::{Face, Faces};

/// The outlines of one page.
pub struct Outlines<'faces> {
    faces: &'faces Faces,
    known: HashMap<(Face, u16), String>,
}

impl<'faces> Outlines<'faces> {
    /// Begins with no outline.
    pub fn of(faces: &'faces Faces) -> Self {
        Self { faces, known: HashMap::new() }
    }

    /// Returns the outline of a glyph as steps from its origin, in units of its face; empty for a glyph without one, such as
    /// a space.
    pub fn steps(&mut self, face: Face, glyph: u16) -> &str {
        self.known.entry((face, glyph)).or_insert_with(|| {
            let mut path = Path::default();
            self.faces.shaping(face).outline_glyph(GlyphId(glyph), &mut path);
            path.steps
        })
    }
}

/// An outline being written, in whole units: the faces are drawn on a grid of a thousand or more to the em.
#[derive(Default)]
struct Path {
    steps: String,
    /// Where the pen stands; steps are told from there, which is shorter than from the corner.
    at: (i32, i32),
    /// Where the open part of the outline began: closing it leads the pen back there.
    began: (i32, i32),
}

impl Path {
    fn step(&mut self, letter: char, points: &[(f32, f32)]) {
        self.steps.push(letter);
        let (x, y) = self.at;
        for (number, point) in points.iter().enumerate() {
            self.at = (point.0.round() as i32, point.1.round() as i32);
            // Because a minus parts two numbers by itself.
            let gap = |value: i32| if value < 0 { "" } else { " " };
            let (right, up) = (self.at.0 - x, self.at.1 - y);
            let before = if number == 0 { "" } else { gap(right) };
            // Writing into a text does not fail.
            let _ = write!(self.steps, "{before}{right}{}{up}", gap(up));
        }
    }
}

impl OutlineBuilder for Path {
    fn move_to(&mut self, x: f32, y: f32) {
        self.step('m', &[(x, y)]);
        self.began = self.at;
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.step('l', &[(x, y)]);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.step('q', &[(x1, y1), (x, y)]);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.step('c', &[(x1, y1), (x2, y2), (x, y)]);
    }

    fn close(&mut self) {
        self.steps.push('z');
        self.at = self.began;
    }
}
