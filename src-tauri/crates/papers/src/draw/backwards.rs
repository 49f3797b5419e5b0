//! Words that run backwards and whose glyphs are not simply their letters: vowel marks, letters grown together.
//!
//! Readers such as poppler turn each line round by themselves, letter by letter. A text given for the whole word would
//! be turned round too, and marks drawn above their letters tear the word apart. So the glyphs are drawn with no text,
//! and every letter gets an invisible place of its own, side by side from left to right.

use printpdf::{Op, TextRenderingMode};

use super::fonts::{Subset, text_of};
use super::writing::{Pen, neat};
use crate::layout::shape::Fragment;
use crate::layout::text::TextStyle;

/// The least width of a letter's place in ems: narrower ones are taken for a letter printed twice.
const LEAST: f32 = 0.11;

/// Tells whether a fragment needs places of its own for its letters.
pub fn needs_places(subset: &Subset, fragment: &Fragment) -> bool {
    let simple = |glyph| {
        let text: &str = text_of(fragment, glyph);
        glyph.advance > 0 && glyph.up == 0 && text.chars().count() == 1
    };
    fragment.level % 2 == 1 && !(fragment.glyphs.iter().all(simple) && subset.tells(fragment))
}

impl Pen<'_> {
    /// Draws the glyphs without text, then lays the letters under them.
    pub(super) fn write_backwards(
        &mut self,
        subset: &Subset,
        fragment: &Fragment,
        style: TextStyle,
        at: (f32, f32),
    ) {
        self.mark_spoken("");
        let state = self.place(subset, fragment.face, style, at);
        self.show(subset, &fragment.glyphs, style, 0.0);
        self.text = Some(state);
        let letters: Vec<char> = fragment.text.chars().rev().collect();
        let place = (fragment.width / letters.len().max(1) as f32).max(LEAST);
        let carrier = subset.viewer_width(subset.space) as f32 / 1000.0;
        if carrier <= 0.0 {
            return;
        }
        for (number, letter) in letters.iter().enumerate() {
            self.mark_spoken(&letter.to_string());
            let x = at.0 + number as f32 * place * style.size;
            let state = self.place(subset, fragment.face, style, (x, at.1));
            let mode = TextRenderingMode::Invisible;
            let percent = neat(place / carrier * 100.0);
            self.show_run();
            self.operations.extend([Op::SetTextRenderingMode { mode }, Op::SetHorizontalScaling { percent }]);
            self.show_alone(subset, subset.space);
            self.operations.extend([
                Op::SetHorizontalScaling { percent: 100.0 },
                Op::SetTextRenderingMode { mode: TextRenderingMode::Fill },
            ]);
            self.text = Some(state);
        }
        // The next word is a part of its own, at a place of its own.
        self.mark_plain();
    }
}
