//! One page as what is drawn on it: glyphs by their numbers, because the same outlines stand there hundreds of times, and
//! shapes as paths.

use super::Mark;
use crate::error::PaperError;
use crate::layout::faces::{Face, Faces};
use crate::style::Colour;

/// Something drawn on a page. Lengths are in points, from the top left corner of an A4 page.
#[derive(Clone, Debug, PartialEq)]
pub enum Drawn {
    /// Glyphs of one face, size and colour on one baseline.
    Line {
        /// What colour they have.
        colour: Colour,
        /// The points of one unit of the face.
        scale: f32,
        /// The left end, which the places of the glyphs are told from.
        left: f32,
        /// The height of the baseline.
        baseline: f32,
        /// Each glyph with its place, in units of the face.
        glyphs: Vec<(GlyphKey, i32)>,
    },
    /// A filled shape.
    Filled {
        /// What colour it has.
        colour: Colour,
        /// Its outline as the steps of an SVG path.
        path: String,
    },
    /// A line through points.
    Stroked {
        /// What colour it has.
        colour: Colour,
        /// How thick it is.
        thickness: f32,
        /// Its way as the steps of an SVG path.
        path: String,
    },
}

/// What a glyph is known by: the number of its face in the upper half, its own in the lower.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GlyphKey(pub u32);

impl GlyphKey {
    fn of(face: Face, glyph: u16) -> Self {
        Self((face as u32) << 16 | u32::from(glyph))
    }

    /// Returns the face and the glyph's number in it; absent where there is no such face.
    pub(super) fn parts(self) -> Option<(Face, u16)> {
        let face = Face::ALL.get((self.0 >> 16) as usize)?;
        Some((*face, (self.0 & 0xFFFF) as u16))
    }
}

/// Returns what is drawn on a page, the lowest first.
///
/// # Errors
/// When a bundled face is damaged.
pub(super) fn drawn(marks: &[Mark]) -> Result<Vec<Drawn>, PaperError> {
    let mut pen = Pen { faces: Faces::get()?, drawn: Vec::new(), open: None };
    marks.iter().for_each(|mark| pen.draw(mark));
    Ok(pen.drawn)
}

/// What the glyphs of one line share.
#[derive(Clone, Copy, PartialEq)]
struct Row {
    face: Face,
    size: f32,
    colour: Colour,
    baseline: f32,
}

struct Pen {
    faces: &'static Faces,
    drawn: Vec<Drawn>,
    /// The row that the last line drawn stands on, and the left end of that; a piece of text that follows on it is part of it.
    open: Option<(Row, f32)>,
}

impl Pen {
    fn draw(&mut self, mark: &Mark) {
        match mark {
            Mark::Run { fragment, size, tracking, colour, at } => {
                let face = fragment.face;
                let scale = size / self.faces.units_per_em(face);
                let mut x = at.0;
                for glyph in &fragment.glyphs {
                    let baseline = at.1 - glyph.up as f32 * scale;
                    let row = Row { face, size: *size, colour: *colour, baseline };
                    self.glyph(row, scale, glyph.id, x + glyph.right as f32 * scale);
                    if glyph.advance != 0 {
                        x += glyph.advance as f32 * scale + tracking;
                    }
                }
            }
            Mark::Fill((x, y, width, height), colour) => {
                let (right, bottom) = (x + width, y + height);
                let corners = [(*x, *y), (right, *y), (right, bottom), (*x, bottom)];
                self.fill(*colour, format!("{}z", through(&corners)));
            }
            Mark::Corners(corners, colour) => self.fill(*colour, format!("{}z", through(corners))),
            Mark::Circle((x, y), radius, colour) => {
                let (left, across) = (x - radius, 2.0 * radius);
                self.fill(*colour, format!(
                    "M{left:.2} {y:.2}a{radius:.2} {radius:.2} 0 1 0 {across:.2} 0a{radius:.2} {radius:.2} 0 1 0 -{across:.2} 0z"
                ));
            }
            Mark::Through(points, thickness, colour) => {
                self.open = None;
                let path = through(points);
                self.drawn.push(Drawn::Stroked { colour: *colour, thickness: *thickness, path });
            }
        }
    }

    fn glyph(&mut self, row: Row, scale: f32, glyph: u16, x: f32) {
        let (left, new) = match self.open {
            Some((open, left)) if open == row => (left, false),
            _ => (hundredths(x), true),
        };
        if new {
            let (colour, baseline) = (row.colour, hundredths(row.baseline));
            self.drawn.push(Drawn::Line { colour, scale, left, baseline, glyphs: Vec::new() });
            self.open = Some((row, left));
        }
        if let Some(Drawn::Line { glyphs, .. }) = self.drawn.last_mut() {
            glyphs.push((GlyphKey::of(row.face, glyph), ((x - left) / scale).round() as i32));
        }
    }

    fn fill(&mut self, colour: Colour, path: String) {
        self.open = None;
        self.drawn.push(Drawn::Filled { colour, path });
    }
}

/// Rounds a length to hundredths of a point, which no eye tells apart.
fn hundredths(length: f32) -> f32 {
    (length * 100.0).round() / 100.0
}

/// Returns the way through points as the steps of a path.
fn through(points: &[(f32, f32)]) -> String {
    let step =
        |(at, (x, y)): (usize, &(f32, f32))| format!("{}{x:.2} {y:.2}", if at == 0 { 'M' } else { 'L' });
    points.iter().enumerate().map(step).collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::layout::shape::{Fragment, Glyph};

    const INK: Colour = Colour(1, 2, 3);

    fn glyph(id: u16, advance: i32, right: i32, up: i32) -> Glyph {
        Glyph { id, advance, right, up, start: 0, end: 0 }
    }

    fn run(x: f32, glyphs: Vec<Glyph>) -> Mark {
        let fragment = Fragment {
            face: Face::Regular,
            level: 0,
            text: String::new(),
            glyphs,
            width: 0.0,
            missing: Vec::new(),
        };
        // Of this face a thousand units are one em, so that one unit is a hundredth of a point here.
        Mark::Run { fragment: Arc::new(fragment), size: 10.0, tracking: 0.5, colour: INK, at: (x, 100.0) }
    }

    /// The left end of a line, its baseline, and its glyphs with their places.
    type Told = (f32, f32, Vec<(u32, i32)>);

    fn lines(marks: &[Mark]) -> Vec<Told> {
        let told = |mark: Drawn| match mark {
            Drawn::Line { left, baseline, glyphs, .. } => {
                Some((left, baseline, glyphs.into_iter().map(|(glyph, place)| (glyph.0, place)).collect()))
            }
            _ => None,
        };
        drawn(marks).unwrap().into_iter().filter_map(told).collect()
    }

    #[test]
    fn a_glyph_stands_where_shaping_puts_it() {
        let mark = run(
            20.0,
            vec![glyph(5, 500, 0, 0), glyph(6, 0, -40, 0), glyph(7, 300, 0, 0), glyph(8, 0, -20, 70)],
        );
        let wanted = [
            // An accent takes no room, and none is added after it.
            (20.0, 100.0, vec![(5, 0), (6, 510), (7, 550)]),
            // What is raised stands on a baseline of its own, above.
            (28.8, 99.3, vec![(8, 0)]),
        ];
        assert_eq!(lines(&[mark]), wanted);
    }

    #[test]
    fn runs_on_one_baseline_are_one_line_until_a_shape_comes_between() {
        let (one, other) = (run(20.0, vec![glyph(5, 500, 0, 0)]), run(30.0, vec![glyph(6, 500, 0, 0)]));
        assert_eq!(lines(&[one.clone(), other.clone()]), [(20.0, 100.0, vec![(5, 0), (6, 1000)])]);
        let shape = Mark::Fill((1.0, 2.0, 30.0, 4.0), INK);
        assert_eq!(lines(&[one.clone(), shape.clone(), other]).len(), 2);
        let order = drawn(&[one, shape]).unwrap();
        let path = "M1.00 2.00L31.00 2.00L31.00 6.00L1.00 6.00z".to_owned();
        assert_eq!(order[1], Drawn::Filled { colour: INK, path });
    }
}
