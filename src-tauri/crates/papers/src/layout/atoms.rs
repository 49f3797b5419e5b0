//! Atoms: the smallest pieces of a paragraph that a line is made of, in reading order.

use std::borrow::Cow;
use std::ops::Range;

use unicode_bidi::{BidiInfo, Level};
use unicode_linebreak::{BreakOpportunity, linebreaks};

use super::known::Shaped;
use super::shape::{Fragment, Shaper};
use super::text::{Span, TextStyle};

/// What may happen after an atom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Break {
    /// The line goes on.
    Never,
    /// The line may end.
    May,
    /// The line ends.
    Must,
}

/// A word, a part of one, or the space after it.
#[derive(Clone, Debug)]
pub struct Atom {
    /// Its glyphs.
    pub fragments: Shaped,
    /// How it is set.
    pub style: TextStyle,
    /// Its width in points.
    pub width: f32,
    /// Whether it is only space, which may hang over the end of a line.
    pub space: bool,
    /// Whether a line that ends here shows a hyphen.
    pub soft_hyphen: bool,
    /// What may happen after it.
    pub after: Break,
}

impl Atom {
    /// Shapes a text that has one style and one level.
    pub fn shape(shaper: &mut Shaper, text: &str, style: TextStyle, level: u8) -> Self {
        let fragments = shaper.shape(text, style.weight, style.tabular, level);
        let width = fragments.iter().map(|fragment| width_of(fragment, style)).sum();
        let space = text.chars().all(|character| character == ' ');
        Self { fragments, style, width, space, soft_hyphen: text.ends_with('\u{AD}'), after: Break::Never }
    }
}

/// Returns the width of a fragment in a style, in points.
pub fn width_of(fragment: &Fragment, style: TextStyle) -> f32 {
    let seen = fragment.glyphs.iter().filter(|glyph| glyph.advance != 0).count();
    fragment.width * style.size + style.tracking * seen as f32
}

/// Cuts a paragraph into atoms, and returns whether it reads from right to left as a whole.
pub fn atoms(shaper: &mut Shaper, spans: &[Span]) -> (Vec<Atom>, bool) {
    let cleaned: Vec<Cow<'_, str>> = spans.iter().map(|span| clean(&span.text)).collect();
    let styles = style_ends(spans, &cleaned);
    let text = cleaned.concat();
    let levels = Levels::of(&text);
    let mut made = Vec::new();
    let mut start = 0;
    for (end, opportunity) in linebreaks(&text) {
        let first = made.len();
        for part in pieces(&text, start..end, &styles, &levels) {
            made.push(Atom::shape(shaper, &text[part.range], part.style, part.level));
        }
        let after = match opportunity {
            // A mandatory break at the very end is only the end of the text.
            BreakOpportunity::Mandatory if end < text.len() => Break::Must,
            _ => Break::May,
        };
        if let (Break::Must, Some(style)) = (after, style_at(&styles, start)) {
            // A space where the line ends, so that copied words do not join.
            made.push(Atom::shape(shaper, " ", style, 0));
        }
        if let Some(last) = made[first..].last_mut() {
            last.after = after;
        }
        start = end;
    }
    (made, levels.backwards)
}

/// Replaces what has no place on paper: tabs by spaces, control characters by nothing, all line ends by one kind.
fn clean(text: &str) -> Cow<'_, str> {
    let has_no_place =
        |letter: char| letter != '\n' && (letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}'));
    // Nearly every text is clean, and stays where it is.
    if !text.contains(has_no_place) {
        return Cow::Borrowed(text);
    }
    let joined = text
        .replace("\r\n", "\n")
        .replace(['\r', '\u{2028}', '\u{2029}', '\u{0B}', '\u{0C}', '\u{85}'], "\n");
    let cleaned = joined
        .replace('\t', " ")
        .chars()
        .filter(|&character| character == '\n' || !character.is_control())
        .collect();
    Cow::Owned(cleaned)
}

/// The bidirectional levels of a text; a text without any right-to-left letter needs none.
struct Levels {
    levels: Option<Vec<Level>>,
    backwards: bool,
}

impl Levels {
    fn of(text: &str) -> Self {
        if !text.chars().any(|character| character >= '\u{590}') {
            return Self { levels: None, backwards: false };
        }
        // The paper is in English: a paragraph reads backwards only when nothing in it reads forwards, so that an
        // Arabic name at the start of a line does not turn the line round.
        let forwards = BidiInfo::new(text, Some(Level::ltr()));
        let any_forwards = forwards.original_classes.contains(&unicode_bidi::BidiClass::L);
        if any_forwards || !forwards.has_rtl() {
            return Self { levels: Some(forwards.levels), backwards: false };
        }
        Self { levels: Some(BidiInfo::new(text, Some(Level::rtl())).levels), backwards: true }
    }

    fn at(&self, byte: usize) -> u8 {
        self.levels.as_ref().and_then(|levels| levels.get(byte)).map_or(0, |level| level.number())
    }
}

/// Returns where each span ends in the cleaned text, with its style.
fn style_ends(spans: &[Span], cleaned: &[Cow<'_, str>]) -> Vec<(usize, TextStyle)> {
    let mut total = 0;
    let ends = spans.iter().zip(cleaned).map(|(span, text)| {
        total += text.len();
        (total, span.style)
    });
    ends.collect()
}

fn style_at(styles: &[(usize, TextStyle)], at: usize) -> Option<TextStyle> {
    styles.iter().find(|(end, _)| at < *end).map(|(_, style)| *style)
}

struct Piece {
    range: Range<usize>,
    style: TextStyle,
    level: u8,
}

/// Splits a range where style, level or spacing changes; line ends are left out.
fn pieces(text: &str, range: Range<usize>, styles: &[(usize, TextStyle)], levels: &Levels) -> Vec<Piece> {
    let mut made: Vec<(Piece, bool)> = Vec::new();
    for (offset, character) in text[range.clone()].char_indices() {
        if character == '\n' {
            continue;
        }
        let at = range.start + offset;
        let end = at + character.len_utf8();
        let Some(style) = style_at(styles, at) else { continue };
        let level = levels.at(at);
        let space = character == ' ';
        match made.last_mut() {
            Some((piece, spaced))
                if piece.style == style
                    && piece.level == level
                    && *spaced == space
                    && piece.range.end == at =>
            {
                piece.range.end = end;
            }
            _ => made.push((Piece { range: at..end, style, level }, space)),
        }
    }
    made.into_iter().map(|(piece, _)| piece).collect()
}
