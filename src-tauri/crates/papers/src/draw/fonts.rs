//! Faces cut down to the glyphs of one paper, each glyph with the one text that it stands for.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use printpdf::{
    Codepoint, FontId, FontMetrics, FontType, Op, ParsedFont, PdfDocument, PdfFont, PdfFontHandle,
    PdfFontMetricsStub, Pt, TextItem,
};
use sha2::{Digest, Sha256};
use subsetter::GlyphRemapper;

use crate::error::PaperError;
use crate::layout::faces::{Face, Faces};
use crate::layout::page::{Drawing, Page};
use crate::layout::shape::{Fragment, Glyph};

/// A face of this paper.
pub struct Subset {
    /// The name by which pages call it.
    pub id: FontId,
    /// The glyphs of this paper, by their number in the whole face.
    glyphs: Vec<Option<Kept>>,
    /// The old number of the space, which carries letters that cannot be read from their glyphs.
    pub space: u16,
    parsed: ParsedFont,
    units: f32,
}

/// A glyph of this paper.
struct Kept {
    /// Its number in the subset.
    number: u16,
    /// How far a viewer moves its pen after it, in thousandths of an em.
    width: i64,
    /// The text that it stands for everywhere.
    text: String,
}

/// The faces of this paper.
pub struct Fonts {
    subsets: BTreeMap<Face, Subset>,
}

impl Fonts {
    /// Collects the glyphs of all pages and cuts the faces down to them.
    pub fn for_pages(pages: &[Page]) -> Result<Self, PaperError> {
        let faces = Faces::get()?;
        let mut seen: BTreeMap<Face, BTreeMap<u16, BTreeMap<&str, usize>>> = BTreeMap::new();
        for (fragment, times) in met(pages) {
            let glyphs = seen.entry(fragment.face).or_insert_with(|| {
                BTreeMap::from([(space(faces, fragment.face), BTreeMap::from([(" ", 1)]))])
            });
            for glyph in &fragment.glyphs {
                let texts = glyphs.entry(glyph.id).or_default();
                let text = text_of(fragment, glyph);
                if !text.is_empty() && !is_stand_in(fragment, text) {
                    *texts.entry(text).or_default() += times;
                }
            }
        }
        let subsets = seen.into_iter().map(|(face, glyphs)| {
            let own = |glyph: u16, text: &str| is_own(faces, face, glyph, text);
            let texts =
                glyphs.into_iter().map(|(glyph, texts)| (glyph, chosen(&texts, |text| own(glyph, text))));
            let texts = texts.collect();
            Ok((face, Subset::cut(faces, face, texts)?))
        });
        Ok(Self { subsets: subsets.collect::<Result<_, PaperError>>()? })
    }

    /// Gives the faces to the document.
    pub fn register(&self, document: &mut PdfDocument) {
        for subset in self.subsets.values() {
            let font = PdfFont::new(subset.parsed.clone());
            document.resources.fonts.map.insert(subset.id.clone(), font);
        }
    }

    /// Returns the operations that show every glyph once with its text, from which the writer learns them.
    pub fn shown(&self) -> Vec<Op> {
        let texts = self.subsets.values().flat_map(|subset| {
            let font = PdfFontHandle::External(subset.id.clone());
            let glyphs = subset.glyphs.iter().flatten();
            let shown = glyphs.map(|kept| Codepoint::with_cid(kept.number, 0.0, kept.text.clone())).collect();
            let items = vec![TextItem::GlyphIds(shown)];
            [Op::SetFont { font, size: Pt(1.0) }, Op::ShowText { items }]
        });
        std::iter::once(Op::StartTextSection).chain(texts).chain([Op::EndTextSection]).collect()
    }

    /// Returns a face of this paper; every face that a page uses is there.
    pub fn get(&self, face: Face) -> Option<&Subset> {
        self.subsets.get(&face)
    }
}

impl Subset {
    fn cut(faces: &Faces, face: Face, texts: BTreeMap<u16, String>) -> Result<Self, PaperError> {
        let shaping = faces.shaping(face);
        let mut numbers = GlyphRemapper::new();
        texts.keys().for_each(|&glyph| {
            numbers.remap(glyph);
        });
        let failed =
            |error: subsetter::Error| PaperError::Subset { face: face.name(), reason: error.to_string() };
        let bytes = subsetter::subset(face.bytes(), 0, &numbers).map_err(failed)?;
        let units = shaping.units_per_em();
        let raw =
            |glyph: u16| shaping.glyph_hor_advance(rustybuzz::ttf_parser::GlyphId(glyph)).unwrap_or_default();
        // printpdf cuts widths to whole thousandths; the pen must reckon with what it will write.
        let cut = |glyph: u16| (f32::from(raw(glyph)) * 1000.0 / units as f32) as i64;
        let new = |glyph: u16| numbers.get(glyph).unwrap_or_default();
        let bounds = shaping.global_bounding_box();
        let parsed = ParsedFont {
            font_name: Some(format!("{}+{}", tag(&bytes), face.name())),
            original_bytes: bytes,
            font_index: 0,
            codepoint_to_glyph: BTreeMap::new(),
            glyph_widths: texts.keys().map(|&glyph| (new(glyph), raw(glyph))).collect(),
            units_per_em: units as u16,
            font_metrics: FontMetrics { ascent: shaping.ascender(), descent: shaping.descender() },
            font_type: FontType::TrueType,
            pdf_font_metrics: PdfFontMetricsStub {
                units_per_em: units as u16,
                x_min: bounds.x_min,
                y_min: bounds.y_min,
                x_max: bounds.x_max,
                y_max: bounds.y_max,
                caret_slope_rise: 1000,
                caret_slope_run: slope(shaping.italic_angle()),
                us_weight_class: shaping.weight().to_number(),
            },
        };
        let id = FontId(format!("Face{}", face as usize));
        let mut glyphs = Vec::new();
        for (glyph, text) in texts {
            glyphs.resize_with(usize::from(glyph), || None);
            glyphs.push(Some(Kept { number: new(glyph), width: cut(glyph), text }));
        }
        Ok(Self { id, glyphs, space: space(faces, face), parsed, units: units as f32 })
    }

    fn kept(&self, glyph: u16) -> Option<&Kept> {
        self.glyphs.get(usize::from(glyph)).and_then(Option::as_ref)
    }

    /// Returns the number of a glyph in the subset.
    pub fn number(&self, glyph: u16) -> u16 {
        self.kept(glyph).map_or(0, |kept| kept.number)
    }

    /// Returns how far a viewer moves its pen after a glyph, in thousandths of an em.
    pub fn viewer_width(&self, glyph: u16) -> f64 {
        self.kept(glyph).map_or(0.0, |kept| kept.width as f64)
    }

    /// Returns units of the face in thousandths of an em.
    pub fn thousandths(&self, units: i32) -> f64 {
        f64::from(units) * 1000.0 / f64::from(self.units)
    }

    /// Tells whether the glyphs of a fragment, read one by one, give exactly its text.
    pub fn tells(&self, fragment: &Fragment) -> bool {
        fragment.missing.is_empty()
            && fragment.glyphs.iter().all(|glyph| {
                let text = text_of(fragment, glyph);
                !text.is_empty() && self.kept(glyph.id).is_some_and(|kept| kept.text == text)
            })
    }
}

fn space(faces: &Faces, face: Face) -> u16 {
    faces.shaping(face).glyph_index(' ').unwrap_or_default().0
}

/// Returns the text that a glyph stands for in a fragment.
pub fn text_of<'text>(fragment: &'text Fragment, glyph: &Glyph) -> &'text str {
    fragment.text.get(glyph.start as usize..glyph.end as usize).unwrap_or_default()
}

fn is_stand_in(fragment: &Fragment, text: &str) -> bool {
    text.chars().next().is_some_and(|first| fragment.missing.contains(&first))
}

/// Returns every fragment of the pages with how often it is met: words come again and again, and are the same fragment.
fn met(pages: &[Page]) -> Vec<(&Fragment, usize)> {
    let mut met: HashMap<*const Fragment, (&Fragment, usize)> = HashMap::new();
    for placed in pages.iter().flat_map(|page| &page.placed) {
        if let Drawing::Text { fragment, .. } = &placed.drawing {
            met.entry(Arc::as_ptr(fragment)).or_insert((fragment, 0)).1 += 1;
        }
    }
    met.into_values().collect()
}

/// Tells whether a text is the one character that leads to the glyph in the face's own map.
fn is_own(faces: &Faces, face: Face, glyph: u16, text: &str) -> bool {
    let mut characters = text.chars();
    let only = characters.next().filter(|_| characters.next().is_none());
    only.and_then(|character| faces.shaping(face).glyph_index(character)).is_some_and(|own| own.0 == glyph)
}

/// Returns the one text of a glyph: its own character before any other, then the one met most often.
fn chosen(texts: &BTreeMap<&str, usize>, own: impl Fn(&str) -> bool) -> String {
    let ranked =
        |(text, count): &(&&str, &usize)| (own(text), **count, std::cmp::Reverse((**text).to_owned()));
    let first = texts.iter().max_by_key(ranked);
    // Only a glyph that always comes with another one, or a box, has no text of its own; ActualText speaks for it.
    first.map_or_else(|| "\u{25A1}".to_owned(), |(text, _)| (*text).to_owned())
}

/// Returns the tag that marks a subset (ISO 32000-1, 9.6.4): six letters that depend on nothing but the bytes.
fn tag(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect()
}

/// Returns the run of the caret for a rise of 1000, from the angle in degrees (negative leans forward).
fn slope(degrees: f32) -> i16 {
    (-degrees.to_radians().tan() * 1000.0).round() as i16
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn a_glyph_stands_for_its_own_character_before_the_one_met_most_often() {
        let texts = BTreeMap::from([("a\u{302}", 7), ("â", 1)]);
        assert_eq!(chosen(&texts, |text| text == "â"), "â");
        assert_eq!(chosen(&texts, |_| false), "a\u{302}");
    }

    #[test]
    fn tags_differ_with_the_subset_and_not_with_the_run() {
        assert_eq!(tag(b"abc"), tag(b"abc"));
        assert_ne!(tag(b"abc"), tag(b"abd"));
        let letters: BTreeSet<char> = tag(b"abc").chars().collect();
        assert!(letters.iter().all(char::is_ascii_uppercase));
    }
}
