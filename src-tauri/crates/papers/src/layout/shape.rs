//! Shaping: from a piece of text in one weight and one direction to positioned glyphs, remembered by text.

use std::collections::HashMap;
use std::sync::Arc;

use rustybuzz::{BufferClusterLevel, Direction, Feature, ShapePlan, UnicodeBuffer, ttf_parser};

use super::faces::{Face, Faces, Weight};
use super::known::{Known, Shaped};

/// One glyph, in units of its face, with the part of the text it stands for.
#[derive(Clone, Copy, Debug)]
pub struct Glyph {
    /// The glyph's number in the whole face.
    pub id: u16,
    /// How far the pen moves.
    pub advance: i32,
    /// How far the glyph stands to the right of the pen.
    pub right: i32,
    /// How far the glyph stands above the baseline.
    pub up: i32,
    /// Where its text begins, in bytes of the fragment's text.
    pub start: u32,
    /// Where its text ends; equal to `start` for a further glyph of the same text.
    pub end: u32,
}

/// A piece of text in one face and direction, glyphs in the order they are seen from left to right.
#[derive(Debug)]
pub struct Fragment {
    /// The face.
    pub face: Face,
    /// Odd when it reads from right to left.
    pub level: u8,
    /// The text as written.
    pub text: String,
    /// Its glyphs.
    pub glyphs: Vec<Glyph>,
    /// Its width for text of one point.
    pub width: f32,
    /// Characters that no bundled face has.
    pub missing: Vec<char>,
}

/// What a plan is remembered by.
type PlanKey = (Face, bool, bool, Option<rustybuzz::Script>);

/// Shapes text and remembers plans and results: words come again and again in a paper.
pub struct Shaper {
    faces: &'static Faces,
    plans: HashMap<PlanKey, ShapePlan>,
    /// What was shaped and broken before.
    pub(super) known: Known,
    buffer: Option<UnicodeBuffer>,
}

impl Shaper {
    /// Returns a shaper that knows what was shaped before.
    pub fn knowing(known: Known, faces: &'static Faces) -> Self {
        Self { faces, plans: HashMap::new(), known, buffer: None }
    }

    /// Returns all that it knows now.
    pub fn into_known(self) -> Known {
        self.known
    }

    /// Shapes a text that has one direction, in reading order of its faces.
    pub fn shape(&mut self, text: &str, weight: Weight, tabular: bool, level: u8) -> Shaped {
        let manner = (weight, tabular, level);
        if let Some(known) = self.known.word(text, manner) {
            return known;
        }
        let fragments: Shaped = split_by_face(self.faces, text, weight)
            .into_iter()
            .map(|(face, part)| Arc::new(self.shape_in(face, part, tabular, level)))
            .collect();
        self.known.keep_word(text, manner, &fragments);
        fragments
    }

    fn shape_in(&mut self, face: Face, text: &str, tabular: bool, level: u8) -> Fragment {
        let shaping = self.faces.shaping(face);
        let mut buffer = self.buffer.take().unwrap_or_default();
        buffer.push_str(text);
        buffer.set_cluster_level(BufferClusterLevel::MonotoneCharacters);
        buffer.guess_segment_properties();
        let backwards = level % 2 == 1;
        let direction = if backwards { Direction::RightToLeft } else { Direction::LeftToRight };
        buffer.set_direction(direction);
        let script = buffer.script();
        let plan = self.plans.entry((face, tabular, backwards, Some(script))).or_insert_with(|| {
            let figures = ttf_parser::Tag::from_bytes(b"tnum");
            let features: &[Feature] = if tabular { &[Feature::new(figures, 1, ..)] } else { &[] };
            ShapePlan::new(shaping, direction, Some(script), None, features)
        });
        let shaped = rustybuzz::shape_with_plan(shaping, plan, buffer);
        let mut fragment = collect(face, text, level, &shaped);
        mark_missing(self.faces, &mut fragment);
        self.buffer = Some(shaped.clear());
        let units: i32 = fragment.glyphs.iter().map(|glyph| glyph.advance).sum();
        fragment.width = units as f32 / self.faces.units_per_em(face);
        fragment
    }
}

/// Reads the shaper's answer, giving each glyph the text between its cluster and the next one.
fn collect(face: Face, text: &str, level: u8, shaped: &rustybuzz::GlyphBuffer) -> Fragment {
    let mut starts: Vec<u32> = shaped.glyph_infos().iter().map(|info| info.cluster).collect();
    starts.sort_unstable();
    starts.dedup();
    let end_of = |start: u32| {
        let next = starts.partition_point(|&other| other <= start);
        starts.get(next).copied().unwrap_or(text.len() as u32)
    };
    let mut seen = None;
    let glyphs = shaped.glyph_infos().iter().zip(shaped.glyph_positions()).map(|(info, position)| {
        let repeated = seen == Some(info.cluster);
        seen = Some(info.cluster);
        Glyph {
            id: info.glyph_id as u16,
            advance: position.x_advance,
            right: position.x_offset,
            up: position.y_offset,
            start: info.cluster,
            end: if repeated { info.cluster } else { end_of(info.cluster) },
        }
    });
    let glyphs = glyphs.collect();
    Fragment { face, level, text: text.to_owned(), glyphs, width: 0.0, missing: Vec::new() }
}

/// Replaces every glyph that the face does not have by a visible box, and notes the character.
fn mark_missing(faces: &Faces, fragment: &mut Fragment) {
    let stand_in = faces.box_glyph(fragment.face);
    let advance = faces.shaping(fragment.face).glyph_hor_advance(stand_in).unwrap_or_default();
    let Fragment { glyphs, text, missing, .. } = fragment;
    for glyph in glyphs.iter_mut().filter(|glyph| glyph.id == 0) {
        missing.extend(text.get(glyph.start as usize..glyph.end as usize).unwrap_or_default().chars());
        *glyph = Glyph { id: stand_in.0, advance: i32::from(advance), right: 0, up: 0, ..*glyph };
    }
}

/// Splits a text where the face has to change; marks and joiners stay with the letter before them.
fn split_by_face<'text>(faces: &Faces, text: &'text str, weight: Weight) -> Vec<(Face, &'text str)> {
    let chain = weight.chain();
    let mut parts: Vec<(Face, usize, usize)> = Vec::new();
    for (at, character) in text.char_indices() {
        let end = at + character.len_utf8();
        let before = parts.last().map(|part| part.0);
        let face = match before {
            Some(face) if clings(character) || faces.covers(face, character) && is_neutral(character) => face,
            _ => chain.iter().copied().find(|&face| faces.covers(face, character)).unwrap_or(chain[0]),
        };
        match parts.last_mut() {
            Some(part) if part.0 == face => part.2 = end,
            _ => parts.push((face, at, end)),
        }
    }
    parts.into_iter().map(|(face, start, end)| (face, &text[start..end])).collect()
}

/// Tells whether a character belongs to the one before it: combining marks, joiners, variation selectors.
fn clings(character: char) -> bool {
    matches!(character,
        '\u{0300}'..='\u{036F}' | '\u{064B}'..='\u{065F}' | '\u{0670}' | '\u{06D6}'..='\u{06ED}'
        | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}'
        | '\u{200C}' | '\u{200D}' | '\u{FE00}'..='\u{FE0F}' | '\u{FE20}'..='\u{FE2F}'
        | '\u{1F3FB}'..='\u{1F3FF}')
}

/// Tells whether a character takes the face of its surroundings: spaces and common punctuation.
fn is_neutral(character: char) -> bool {
    character.is_whitespace() || character.is_ascii_punctuation()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shaper() -> Shaper {
        Shaper::knowing(Known::default(), Faces::get().unwrap())
    }

    #[test]
    fn a_decomposed_accent_keeps_both_its_characters() {
        let shaped = shaper().shape("Sia\u{302}n", Weight::Regular, false, 0);
        let fragment = &shaped[0];
        let told: String = fragment
            .glyphs
            .iter()
            .map(|glyph| &fragment.text[glyph.start as usize..glyph.end as usize])
            .collect();
        assert_eq!(told, "Sia\u{302}n", "a copied name must be the name that was written");
    }

    #[test]
    fn a_character_that_no_face_has_is_noted_and_stays_visible() {
        let shaped = shaper().shape("李", Weight::Bold, false, 0);
        assert_eq!(shaped[0].missing, ['李']);
        assert!(shaped[0].width > 0.3, "the box must be seen");
    }

    #[test]
    fn tabular_figures_are_all_equally_wide() {
        let mut shaper = shaper();
        let mut width = |text: &str| shaper.shape(text, Weight::Regular, true, 0)[0].width;
        assert_eq!(width("1111"), width("8888"));
    }

    #[test]
    fn kerning_draws_letters_together() {
        let mut shaper = shaper();
        let mut width = |text: &str| shaper.shape(text, Weight::Regular, false, 0)[0].width;
        assert!(width("AV") < width("A") + width("V"));
    }

    #[test]
    fn arabic_is_taken_from_its_own_face_and_runs_backwards() {
        let shaped = shaper().shape("محمد", Weight::Regular, false, 1);
        assert_eq!(shaped[0].face, Face::Arabic);
        assert!(shaped[0].glyphs[0].start > shaped[0].glyphs[3].start, "the last letter stands left");
    }
}
