//! What a layout knows from before: words that were shaped, and paragraphs that were broken into lines.
//!
//! A paper is laid out twice where its feet need more room than was thought, and again when one case of sixty changed: most
//! of it is the same, and only where it stands is new.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::Arc;

use super::faces::Weight;
use super::lines::Line;
use super::shape::Fragment;
use super::text::{Align, Span};

/// The words and the paragraphs of one layout, for the next one. What a paper says no more stays until the paper itself goes:
/// a preview ends when another paper is looked at, or with the lock.
#[derive(Clone, Debug, Default)]
pub struct Known {
    words: HashMap<Manner, HashMap<Box<str>, Shaped, Hashes>>,
    paragraphs: HashMap<u64, Broken, Hashes>,
}

/// A text that was shaped: a fragment for each face that it takes.
pub type Shaped = Arc<[Arc<Fragment>]>;

/// How a text is shaped: its weight, whether its figures are equally wide, and its level.
pub type Manner = (Weight, bool, u8);

/// A paragraph that was broken, with all that its lines depend on.
#[derive(Clone, Debug)]
struct Broken {
    spans: Box<[Span]>,
    setting: Setting,
    lines: Arc<[Line]>,
}

/// What the lines of a paragraph depend on beside its words, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Setting {
    /// How far its lines stand to the right of the column's edge.
    pub indent: f32,
    /// How wide its lines may be.
    pub room: f32,
    /// The distance of its lines.
    pub leading: f32,
    /// Where its lines stand.
    pub align: Align,
}

impl Known {
    /// Returns a text as it was shaped in this manner; absent when it was not.
    pub fn word(&self, text: &str, manner: Manner) -> Option<Shaped> {
        // In two steps, because nearly every word is known and need not be copied to be looked for.
        self.words.get(&manner)?.get(text).map(Arc::clone)
    }

    /// Remembers a text that was shaped.
    pub fn keep_word(&mut self, text: &str, manner: Manner, fragments: &Shaped) {
        self.words.entry(manner).or_default().insert(text.into(), Arc::clone(fragments));
    }

    /// Returns the lines of a paragraph as they were broken in this setting; absent when they were not.
    pub fn lines(&self, spans: &[Span], setting: Setting) -> Option<Arc<[Line]>> {
        let broken = self.paragraphs.get(&hash(spans, setting))?;
        (broken.setting == setting && *broken.spans == *spans).then(|| Arc::clone(&broken.lines))
    }

    /// Remembers the lines of a paragraph; one of the two that fall together is forgotten, which costs time only.
    pub fn keep_lines(&mut self, spans: &[Span], setting: Setting, lines: &Arc<[Line]>) {
        let broken = Broken { spans: spans.into(), setting, lines: Arc::clone(lines) };
        self.paragraphs.insert(hash(spans, setting), broken);
    }
}

/// Returns what a paragraph is looked for by: what tells most of them apart, the rest is compared.
fn hash(spans: &[Span], setting: Setting) -> u64 {
    let mut hasher = TextHasher::default();
    hasher.write_u32(setting.room.to_bits());
    hasher.write_u32(setting.indent.to_bits());
    hasher.write_u32(setting.leading.to_bits());
    for span in spans {
        let colour = span.style.colour;
        hasher.write(&[span.style.weight as u8, colour.0, colour.1, colour.2, span.style.tabular.into()]);
        hasher.write_u32(span.style.size.to_bits());
        hasher.write(span.text.as_bytes());
    }
    hasher.finish()
}

type Hashes = BuildHasherDefault<TextHasher>;

/// Hashes texts: short, many, and chosen by nobody who would gain from two that fall together.
#[derive(Default)]
struct TextHasher(u64);

impl Hasher for TextHasher {
    fn finish(&self) -> u64 {
        // The table looks at the highest and at the lowest bits.
        self.0 ^ (self.0 >> 29)
    }

    fn write(&mut self, bytes: &[u8]) {
        for part in bytes.chunks(8) {
            let mut word = [0; 8];
            word[..part.len()].copy_from_slice(part);
            self.0 = (self.0.rotate_left(5) ^ u64::from_le_bytes(word)).wrapping_mul(0x517C_C1B7_2722_0A95);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::text::TextStyle;
    use crate::style::Colour;

    #[test]
    fn lines_are_taken_again_only_for_the_same_words_set_in_the_same_way() {
        let style = TextStyle::new(Weight::Regular, 10.0, Colour(0, 0, 0));
        let words = |style| [Span { text: "Visit on Friday".to_owned(), style }];
        let setting = Setting { indent: 0.0, room: 200.0, leading: 13.0, align: Align::Left };
        let mut known = Known::default();
        let lines: Arc<[Line]> = Arc::new([Line::default()]);
        known.keep_lines(&words(style), setting, &lines);
        assert!(known.lines(&words(style), setting).is_some_and(|found| Arc::ptr_eq(&found, &lines)));
        let others = [
            Setting { indent: 12.0, ..setting },
            Setting { room: 201.0, ..setting },
            Setting { leading: 14.0, ..setting },
            Setting { align: Align::Right, ..setting },
        ];
        for other in others {
            assert!(known.lines(&words(style), other).is_none(), "{other:?}");
        }
        let styles = [
            TextStyle { weight: Weight::Bold, ..style },
            TextStyle { size: 11.0, ..style },
            TextStyle { colour: Colour(1, 0, 0), ..style },
            TextStyle { link: Some(0), ..style },
            style.tracked(0.6),
            style.tabular(),
        ];
        for other in styles {
            assert!(known.lines(&words(other), setting).is_none(), "{other:?}");
        }
    }
}
