//! Words that run backwards and whose glyphs are not simply their letters: vowel marks, letters grown together.
//!
//! Readers such as poppler turn each line round by themselves, letter by letter. A text given for the whole word would
//! be turned round too, and marks drawn above their letters tear the word apart. So the glyphs are drawn with no text,
//! and every letter gets an invisible place of its own, side by side from left to right.

use printpdf::{Codepoint, DictItem, Op, TextItem, TextRenderingMode};

use super::fonts::{Subset, text_of};
use super::writing::{Pen, begin, neat, utf16};
use crate::layout::shape::Fragment;
use crate::layout::text::TextStyle;

/// The least width of a letter's place in ems: narrower ones are taken for a letter printed twice.
const LEAST: f64 = 0.11;

/// Tells whether a fragment needs places of its own for its letters.
pub fn needs_places(subset: &Subset, fragment: &Fragment) -> bool {
    let simple = |glyph| {
        let text: &str = text_of(fragment, glyph);
        glyph.advance > 0 && glyph.up == 0 && text.chars().count() == 1
    };
    fragment.level % 2 == 1 && !(fragment.glyphs.iter().all(simple) && subset.tells(fragment))
}

impl Pen<'_> {
    /// Draws the glyphs without text, then lays the letters under them; returns the drift of the viewer's pen.
    pub(super) fn write_backwards(
        &mut self,
        subset: &Subset,
        fragment: &Fragment,
        style: TextStyle,
        drift: f64,
    ) -> f64 {
        self.operations.push(begin("Span", [("ActualText", DictItem::Bytes(utf16("")))]));
        let drawn = self.show(subset, &fragment.glyphs, style, drift);
        self.operations.push(Op::EndMarkedContent);
        let letters: Vec<char> = fragment.text.chars().rev().collect();
        let width = f64::from(fragment.width) * 1000.0;
        let place = (width / letters.len().max(1) as f64).max(LEAST * 1000.0);
        let carrier = subset.viewer_width(subset.space);
        if carrier <= 0.0 {
            return drawn;
        }
        let scale = (place / carrier * 100.0) as f32;
        // Offsets are scaled too, so going back to the start of the word happens before the scale is set.
        self.operations.push(Op::ShowText { items: vec![TextItem::Offset((width + drawn) as f32)] });
        self.operations.push(Op::SetTextRenderingMode { mode: TextRenderingMode::Invisible });
        self.operations.push(Op::SetHorizontalScaling { percent: neat(scale) });
        let space =
            Codepoint::with_cid(subset.number(subset.space), 0.0, subset.text(subset.space).to_owned());
        for letter in &letters {
            let text = DictItem::Bytes(utf16(&letter.to_string()));
            self.operations.push(begin("Span", [("ActualText", text)]));
            let items = vec![TextItem::GlyphIds(vec![space.clone()])];
            self.operations.push(Op::ShowText { items });
            self.operations.push(Op::EndMarkedContent);
        }
        self.operations.push(Op::SetHorizontalScaling { percent: 100.0 });
        self.operations.push(Op::SetTextRenderingMode { mode: TextRenderingMode::Fill });
        f64::from(neat(scale)) / 100.0 * carrier * letters.len() as f64 - width
    }
}
