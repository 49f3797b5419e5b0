//! Text: words shaped once and remembered, and lines filled with them.

use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

use krilla::text::{Font, GlyphId, KrillaGlyph};
use rustybuzz::{Direction, Script, ShapePlan, UnicodeBuffer};

use crate::Failed;

/// A face of the pack, by its place among the fonts.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub enum Face {
    Regular,
    Semibold,
    Bold,
    Arabic,
}

/// How a text is set: its face, its size in points and its colour.
#[derive(Clone, Copy)]
pub struct Style {
    pub face: Face,
    pub size: f32,
    pub colour: (u8, u8, u8),
}

/// A word with its glyphs, in ems.
struct Word {
    face: Face,
    glyphs: Vec<Placed>,
    width: f32,
}

struct Placed {
    id: u32,
    advance: f32,
    right: f32,
    up: f32,
    text: Range<usize>,
}

/// A part of a line in one face.
pub struct Run {
    pub face: Face,
    pub text: String,
    pub glyphs: Vec<KrillaGlyph>,
    pub width: f32,
}

/// A line: its runs from left to right, and its width in points.
pub struct Line {
    pub runs: Vec<Run>,
    pub width: f32,
}

/// Shapes with the faces of the pack.
pub struct Type<'fonts> {
    pub fonts: Vec<Font>,
    faces: Vec<rustybuzz::Face<'fonts>>,
    plans: HashMap<(Face, Script), ShapePlan>,
    words: HashMap<(Face, String), Rc<Word>>,
    buffer: Option<UnicodeBuffer>,
}

impl<'fonts> Type<'fonts> {
    pub fn new(files: &'fonts [Vec<u8>]) -> Result<Self, Failed> {
        let read = |file: &Vec<u8>| Font::new(file.clone().into(), 0).ok_or("a font cannot be read");
        let fonts = files.iter().map(read).collect::<Result<_, _>>()?;
        let read =
            |file: &'fonts Vec<u8>| rustybuzz::Face::from_slice(file, 0).ok_or("a font cannot be read");
        let faces = files.iter().map(read).collect::<Result<_, _>>()?;
        Ok(Self { fonts, faces, plans: HashMap::new(), words: HashMap::new(), buffer: None })
    }

    fn word(&mut self, face: Face, text: &str) -> Rc<Word> {
        let arabic = text.chars().any(|letter| ('\u{600}'..='\u{6FF}').contains(&letter));
        let face = if arabic { Face::Arabic } else { face };
        let key = (face, text.to_owned());
        if let Some(known) = self.words.get(&key) {
            return Rc::clone(known);
        }
        let word = Rc::new(self.shape(face, text));
        self.words.insert(key, Rc::clone(&word));
        word
    }

    fn shape(&mut self, face: Face, text: &str) -> Word {
        let shaping = &self.faces[face as usize];
        let mut buffer = self.buffer.take().unwrap_or_default();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        let (direction, script) = (buffer.direction(), buffer.script());
        let plan = self
            .plans
            .entry((face, script))
            .or_insert_with(|| ShapePlan::new(shaping, direction, Some(script), None, &[]));
        let shaped = rustybuzz::shape_with_plan(shaping, plan, buffer);
        let mut starts: Vec<usize> = shaped.glyph_infos().iter().map(|info| info.cluster as usize).collect();
        starts.sort_unstable();
        starts.dedup();
        let em = shaping.units_per_em() as f32;
        let glyphs: Vec<Placed> = shaped
            .glyph_infos()
            .iter()
            .zip(shaped.glyph_positions())
            .map(|(info, position)| {
                let start = info.cluster as usize;
                let next = starts.partition_point(|&other| other <= start);
                Placed {
                    id: info.glyph_id,
                    advance: position.x_advance as f32 / em,
                    right: position.x_offset as f32 / em,
                    up: position.y_offset as f32 / em,
                    text: start..starts.get(next).copied().unwrap_or(text.len()),
                }
            })
            .collect();
        self.buffer = Some(shaped.clear());
        let width = glyphs.iter().map(|glyph| glyph.advance).sum();
        Word { face, glyphs, width }
    }

    /// Breaks a text into lines of a width.
    pub fn lines(&mut self, text: &str, style: Style, room: f32) -> Vec<Line> {
        let space = self.word(style.face, " ");
        let gap = space.width * style.size;
        let mut lines: Vec<Vec<(&str, Rc<Word>)>> = vec![Vec::new()];
        let mut used = 0.0;
        for text in text.split(' ') {
            let word = self.word(style.face, text);
            let width = word.width * style.size;
            if used > 0.0 && used + width > room {
                lines.push(Vec::new());
                used = 0.0;
            }
            used += width + gap;
            if let Some(line) = lines.last_mut() {
                line.push((text, word));
            }
        }
        let count = lines.len();
        let made = lines.into_iter().enumerate();
        made.map(|(at, words)| set(words, &space, style, at + 1 < count)).collect()
    }
}

/// Puts the words of a line beside each other; words that run backwards follow each other from right to left.
fn set(mut words: Vec<(&str, Rc<Word>)>, space: &Word, style: Style, goes_on: bool) -> Line {
    let mut start = 0;
    while start < words.len() {
        let run = words[start..].iter().take_while(|(_, word)| word.face == Face::Arabic).count();
        words[start..start + run].reverse();
        start += run.max(1);
    }
    let mut runs: Vec<Run> = Vec::new();
    let last = words.len().saturating_sub(1);
    for (at, (text, word)) in words.iter().enumerate() {
        add(&mut runs, text, word, style);
        // A space at the end of a line keeps the words apart when they are copied.
        if at < last || goes_on {
            add(&mut runs, " ", space, style);
        }
    }
    let hanging = if goes_on { space.width * style.size } else { 0.0 };
    let width = runs.iter().map(|run| run.width).sum::<f32>() - hanging;
    Line { runs, width }
}

fn add(runs: &mut Vec<Run>, text: &str, word: &Word, style: Style) {
    if runs.last().is_none_or(|run| run.face != word.face) {
        runs.push(Run { face: word.face, text: String::new(), glyphs: Vec::new(), width: 0.0 });
    }
    let Some(run) = runs.last_mut() else { return };
    let start = run.text.len();
    run.text.push_str(text);
    run.glyphs.extend(word.glyphs.iter().map(|glyph| {
        let range = glyph.text.start + start..glyph.text.end + start;
        KrillaGlyph::new(GlyphId::new(glyph.id), glyph.advance, glyph.right, glyph.up, 0.0, range, None)
    }));
    run.width += word.width * style.size;
}
