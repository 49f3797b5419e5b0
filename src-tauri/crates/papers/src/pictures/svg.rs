//! One page as an SVG file: a path for each line of text, because a web view takes far longer to read a page of many small
//! parts.

use std::fmt::{Arguments, Write};

use super::Mark;
use super::glyphs::Outlines;
use crate::error::PaperError;
use crate::layout::faces::{Face, Faces};
use crate::layout::page::{HEIGHT, WIDTH};
use crate::style::Colour;

/// Returns a page as SVG.
///
/// # Errors
/// When a bundled face is damaged.
pub fn drawn(marks: &[Mark]) -> Result<String, PaperError> {
    let faces = Faces::get()?;
    let text = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{HEIGHT}\" \
         viewBox=\"0 0 {WIDTH} {HEIGHT}\"><path fill=\"#fff\" d=\"M0 0H596V842H0z\"/>"
    );
    let mut pen = Pen { text, faces, outlines: Outlines::of(faces), line: None };
    marks.iter().for_each(|mark| pen.draw(mark));
    pen.end_line();
    pen.text.push_str("</svg>");
    Ok(pen.text)
}

/// Glyphs of one face, size and colour on one baseline, told in units of the face from its left end.
#[derive(PartialEq)]
struct Line {
    face: Face,
    size: f32,
    colour: Colour,
    /// The height of the baseline.
    y: f32,
}

struct Pen<'faces> {
    text: String,
    faces: &'faces Faces,
    outlines: Outlines<'faces>,
    /// The line being written, and the left end that its glyphs are told from.
    line: Option<(Line, f32)>,
}

impl Pen<'_> {
    fn put(&mut self, words: Arguments<'_>) {
        // Writing into a text does not fail.
        let _ = self.text.write_fmt(words);
    }

    fn draw(&mut self, mark: &Mark) {
        match mark {
            Mark::Run { fragment, size, tracking, colour, at } => {
                let face = &fragment.face;
                let scale = size / self.faces.units_per_em(*face);
                let line = Line { face: *face, size: *size, colour: *colour, y: at.1 };
                let left = self.begin_line(line, at.0, scale);
                let mut x = (at.0 - left) / scale;
                for glyph in &fragment.glyphs {
                    self.glyph(*face, glyph.id, x + glyph.right as f32, glyph.up);
                    if glyph.advance != 0 {
                        x += glyph.advance as f32 + tracking / scale;
                    }
                }
            }
            shape => {
                self.end_line();
                self.shape(shape);
            }
        }
    }

    fn glyph(&mut self, face: Face, glyph: u16, x: f32, up: i32) {
        let steps = self.outlines.steps(face, glyph);
        if !steps.is_empty() {
            // Writing into a text does not fail.
            let _ = write!(self.text, "M{} {up}{steps}", x.round());
        }
    }

    /// Goes on with the line that is open when it is the same one; returns the left end that glyphs are told from.
    fn begin_line(&mut self, line: Line, left: f32, scale: f32) -> f32 {
        match &self.line {
            Some((open, left)) if *open == line => *left,
            _ => {
                self.end_line();
                let (ink, y) = (ink(line.colour), line.y);
                self.put(format_args!(
                    "<path fill=\"{ink}\" transform=\"matrix({scale:.6} 0 0 -{scale:.6} {left:.2} {y:.2})\" d=\""
                ));
                self.line = Some((line, left));
                left
            }
        }
    }

    fn end_line(&mut self) {
        if self.line.take().is_some() {
            self.text.push_str("\"/>");
        }
    }

    fn shape(&mut self, shape: &Mark) {
        match shape {
            Mark::Run { .. } => {}
            Mark::Fill((x, y, width, height), colour) => {
                let ink = ink(*colour);
                self.put(format_args!(
                    "<rect x=\"{x:.2}\" y=\"{y:.2}\" width=\"{width:.2}\" height=\"{height:.2}\" fill=\"{ink}\"/>"
                ));
            }
            Mark::Corners(corners, colour) => {
                let (corners, ink) = (points(corners), ink(*colour));
                self.put(format_args!("<polygon points=\"{corners}\" fill=\"{ink}\"/>"));
            }
            Mark::Circle((x, y), radius, colour) => {
                let ink = ink(*colour);
                self.put(format_args!(
                    "<circle cx=\"{x:.2}\" cy=\"{y:.2}\" r=\"{radius:.2}\" fill=\"{ink}\"/>"
                ));
            }
            Mark::Through(through, thickness, colour) => {
                let (through, ink) = (points(through), ink(*colour));
                self.put(format_args!(
                    "<polyline points=\"{through}\" fill=\"none\" stroke=\"{ink}\" stroke-width=\"{thickness}\"/>"
                ));
            }
        }
    }
}

fn points(corners: &[(f32, f32)]) -> String {
    corners.iter().map(|(x, y)| format!("{x:.2},{y:.2}")).collect::<Vec<_>>().join(" ")
}

fn ink(Colour(red, green, blue): Colour) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}
