//! Glyphs on their baselines, with the text behind them wherever the glyphs alone would tell another.

use std::collections::BTreeMap;

use printpdf::{Color, DictItem, Op, PdfFontHandle, Pt, Rgb, TextMatrix};

use super::backwards::needs_places;
use super::fonts::{Fonts, Subset};
use crate::layout::faces::Face;
use crate::layout::page::HEIGHT;
use crate::layout::shape::{Fragment, Glyph};
use crate::layout::tags::NodeId;
use crate::layout::text::TextStyle;
use crate::style::Colour;

/// Glyphs that are shown by one operation, with the moves between them.
///
/// printpdf would take each glyph with a text of its own and write it as a string of its own: most of the time of a
/// drawing. It learns the texts from one page instead (`fonts::Subset::shown`), and gets whole runs.
#[derive(Default)]
struct Run {
    items: Vec<DictItem>,
    /// The numbers of the glyphs since the last move.
    glyphs: Vec<u8>,
}

impl Run {
    fn shift(&mut self, thousandths: f32) {
        self.close();
        self.items.push(DictItem::Real(thousandths));
    }

    fn close(&mut self) {
        if !self.glyphs.is_empty() {
            let data = std::mem::take(&mut self.glyphs);
            self.items.push(DictItem::String { data, literal: true });
        }
    }
}

/// Writes the operations of one page.
pub struct Pen<'paper> {
    fonts: &'paper Fonts,
    pub(super) operations: Vec<Op>,
    fill: Option<Colour>,
    pub(super) stroke: Option<Colour>,
    pub(super) text: Option<TextState>,
    run: Run,
    owner: Option<NodeId>,
    artifact: Artifact,
    /// The language of the marked part that is open; absent for the paper's own.
    language: Option<&'static str>,
    mark: Mark,
    /// The node of each marked part that belongs to one.
    nodes: Vec<NodeId>,
}

/// Which marked part is open.
///
/// A text that speaks for its glyphs is a part of its own and not one inside another: poppler loses the rest of a part
/// after one inside it ends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    None,
    Plain,
    Spoken,
}

/// What something is that is drawn for the eye alone (ISO 32000-1, 14.8.2.2.2).
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Artifact {
    /// A rule, a ground, a shape.
    Layout,
    /// The head of a page.
    Header,
    /// The foot of a page.
    Footer,
    /// The head of a table, repeated on a further page.
    Repeated,
}

/// Returns the language in which words of another script are read out: inside the paper's own for Latin letters, absent
/// for what has no letters and takes the language around it.
///
/// A script is not a language: a name in Arabic letters may be Persian or Urdu, and one in Cyrillic letters Ukrainian or
/// Bulgarian. So the script is told and the language left open, which lets a voice be chosen by the letters.
fn language_of(text: &str) -> Option<Option<&'static str>> {
    let letter = text.chars().find(|letter| letter.is_alphabetic())?;
    Some(match letter {
        '\u{370}'..='\u{3FF}' | '\u{1F00}'..='\u{1FFF}' => Some("el"),
        '\u{400}'..='\u{52F}' => Some("und-Cyrl"),
        '\u{600}'..='\u{6FF}' | '\u{750}'..='\u{77F}' | '\u{FB50}'..='\u{FEFC}' => Some("und-Arab"),
        _ => None,
    })
}

/// Where an open text section stands.
pub(super) struct TextState {
    face: Face,
    size: f32,
    /// Where the next fragment would go on without a move.
    end: (f32, f32),
    /// How far the viewer's pen is from there, in thousandths of an em.
    pub(super) drift: f64,
}

impl<'paper> Pen<'paper> {
    /// Returns a pen over an empty page.
    pub fn new(fonts: &'paper Fonts) -> Self {
        Self {
            fonts,
            operations: Vec::new(),
            fill: None,
            stroke: None,
            text: None,
            run: Run::default(),
            owner: None,
            artifact: Artifact::Layout,
            language: None,
            mark: Mark::None,
            nodes: Vec::new(),
        }
    }

    /// Draws for another node from here on; without one, for the eye alone.
    pub fn draw_for(&mut self, owner: Option<NodeId>, artifact: Artifact) {
        if self.owner != owner || owner.is_none() && self.artifact != artifact {
            self.close_mark();
            self.owner = owner;
            self.artifact = artifact;
        }
    }

    /// Draws words of another language from here on; absent for the paper's own.
    pub(super) fn speak(&mut self, language: Option<&'static str>) {
        if self.language != language {
            self.close_mark();
            self.language = language;
        }
    }

    /// Returns the operations, and the node of each marked part by its number.
    pub fn finish(mut self) -> (Vec<Op>, Vec<NodeId>) {
        self.close_mark();
        (self.operations, self.nodes)
    }

    /// Opens a marked part whose glyphs tell their own text.
    pub(super) fn mark_plain(&mut self) {
        if self.mark != Mark::Plain {
            self.open_mark(None);
        }
    }

    /// Opens a marked part whose text is given.
    pub(super) fn mark_spoken(&mut self, text: &str) {
        self.open_mark(Some(text));
    }

    fn open_mark(&mut self, spoken: Option<&str>) {
        self.close_mark();
        let mut properties = BTreeMap::new();
        if let Some(text) = spoken {
            properties.insert("ActualText".to_owned(), DictItem::Bytes(utf16(text)));
        }
        match self.owner {
            Some(owner) => {
                if let Some(language) = self.language {
                    let data = language.as_bytes().to_vec();
                    properties.insert("Lang".to_owned(), DictItem::String { data, literal: true });
                }
                properties.insert("MCID".to_owned(), DictItem::Int(self.nodes.len() as i64));
                self.nodes.push(owner);
            }
            None => {
                let mut name = |key: &str, name: &str| {
                    properties.insert(key.to_owned(), DictItem::Name(name.as_bytes().to_vec()));
                };
                name("Type", if self.artifact == Artifact::Layout { "Layout" } else { "Pagination" });
                match self.artifact {
                    Artifact::Header => name("Subtype", "Header"),
                    Artifact::Footer => name("Subtype", "Footer"),
                    Artifact::Layout | Artifact::Repeated => {}
                }
            }
        }
        let tag = match (self.owner, spoken.is_some() || self.language.is_some()) {
            (None, _) => "Artifact",
            (_, true) => "Span",
            _ => "P",
        };
        let tag = tag.to_owned();
        let properties = DictItem::Dict { map: properties };
        self.operations.push(Op::BeginMarkedContentWithProperties { tag, properties });
        self.mark = if spoken.is_some() { Mark::Spoken } else { Mark::Plain };
    }

    fn close_mark(&mut self) {
        self.close_text();
        if self.mark != Mark::None {
            self.operations.push(Op::EndMarkedContent);
            self.mark = Mark::None;
        }
    }

    pub(super) fn close_text(&mut self) {
        self.show_run();
        if self.text.take().is_some() {
            self.operations.push(Op::EndTextSection);
        }
    }

    pub(super) fn fill(&mut self, colour: Colour) {
        if self.fill != Some(colour) {
            self.show_run();
            self.operations.push(Op::SetFillColor { col: ink(colour) });
            self.fill = Some(colour);
        }
    }

    /// Writes a fragment with its left end at a point, `width` points wide.
    pub fn write(&mut self, fragment: &Fragment, style: TextStyle, at: (f32, f32), width: f32) {
        let Some(subset) = self.fonts.get(fragment.face) else { return };
        if let Some(language) = language_of(&fragment.text) {
            self.speak(language);
        }
        if needs_places(subset, fragment) {
            return self.write_backwards(subset, fragment, style, at);
        }
        if subset.tells(fragment) {
            self.mark_plain();
        } else {
            self.mark_spoken(&fragment.text);
        }
        let mut state = self.place(subset, fragment.face, style, at);
        state.drift = self.show(subset, &fragment.glyphs, style, state.drift);
        state.end = (at.0 + width, at.1);
        self.text = Some(state);
    }

    /// Chooses the face and moves to a point, unless the pen stands there already.
    pub(super) fn place(
        &mut self,
        subset: &Subset,
        face: Face,
        style: TextStyle,
        at: (f32, f32),
    ) -> TextState {
        let before = self.text.take();
        if before.is_none() {
            self.operations.push(Op::StartTextSection);
        }
        self.fill(style.colour);
        let same_face =
            before.as_ref().is_some_and(|before| before.face == face && before.size == style.size);
        if !same_face {
            self.show_run();
            let font = PdfFontHandle::External(subset.id.clone());
            self.operations.push(Op::SetFont { font, size: Pt(style.size) });
        }
        match before {
            Some(before) if same_face && before.end.1 == at.1 && (before.end.0 - at.0).abs() < 0.01 => before,
            _ => {
                self.show_run();
                let matrix = TextMatrix::Raw([1.0, 0.0, 0.0, 1.0, neat(at.0), neat(HEIGHT - at.1)]);
                self.operations.push(Op::SetTextMatrix { matrix });
                TextState { face, size: style.size, end: at, drift: 0.0 }
            }
        }
    }

    /// Shows the glyphs; returns how far the viewer's pen ends from where it should be.
    pub(super) fn show(&mut self, subset: &Subset, glyphs: &[Glyph], style: TextStyle, drift: f64) -> f64 {
        let tracking = f64::from(style.tracking) * 1000.0 / f64::from(style.size);
        // The viewer's pen minus the wanted pen.
        let mut drift = drift;
        let mut raised = 0;
        for glyph in glyphs {
            if glyph.up != raised {
                self.show_run();
                raised = glyph.up;
                let rise = subset.thousandths(raised) * f64::from(style.size) / 1000.0;
                self.operations.push(Op::SetLineOffset { multiplier: neat(rise as f32) });
            }
            let right = subset.thousandths(glyph.right);
            let correction = ((drift - right) * 10.0).round() / 10.0;
            if correction != 0.0 {
                self.run.shift(correction as f32);
                drift -= correction;
            }
            self.run.glyphs.extend(subset.number(glyph.id).to_be_bytes());
            let wanted = if glyph.advance == 0 { 0.0 } else { subset.thousandths(glyph.advance) + tracking };
            drift += subset.viewer_width(glyph.id) - wanted;
        }
        if raised != 0 {
            self.show_run();
            self.operations.push(Op::SetLineOffset { multiplier: 0.0 });
        }
        drift
    }

    /// Shows one glyph, whatever stands before it.
    pub(super) fn show_alone(&mut self, subset: &Subset, glyph: u16) {
        self.show_run();
        self.run.glyphs.extend(subset.number(glyph).to_be_bytes());
        self.show_run();
    }

    /// Writes the operation that shows what was gathered since the last one.
    pub(super) fn show_run(&mut self) {
        self.run.close();
        if !self.run.items.is_empty() {
            let items = std::mem::take(&mut self.run.items);
            self.operations.push(Op::Unknown { key: "TJ".to_owned(), value: vec![DictItem::Array(items)] });
        }
    }
}

/// Returns a colour as printpdf wants it.
pub fn ink(colour: Colour) -> Color {
    let part = |value: u8| ((f32::from(value) / 255.0) * 1000.0).round() / 1000.0;
    Color::Rgb(Rgb { r: part(colour.0), g: part(colour.1), b: part(colour.2), icc_profile: None })
}

/// Returns a length in whole hundredths of a point: nobody sees less, and the file stays small.
pub fn neat(length: f32) -> f32 {
    (length * 100.0).round() / 100.0
}

/// Returns a text as PDF keeps it outside of fonts: UTF-16 with a mark in front.
fn utf16(text: &str) -> Vec<u8> {
    [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_be_bytes).collect()
}
