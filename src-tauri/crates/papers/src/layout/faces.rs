//! The bundled faces, read once, and the order in which they stand in for each other.

use std::sync::OnceLock;

use rustybuzz::ttf_parser;

use crate::error::PaperError;

/// A bundled face.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Face {
    /// Source Sans 3, upright.
    Regular,
    /// Source Sans 3, semibold.
    Semibold,
    /// Source Sans 3, bold.
    Bold,
    /// Source Sans 3, italic.
    Italic,
    /// Vazirmatn, upright.
    Arabic,
    /// Vazirmatn, semibold.
    ArabicSemibold,
}

/// How heavy a text is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// Running text.
    Regular,
    /// Headings and words that lead.
    Semibold,
    /// Titles and references.
    Bold,
    /// Words quoted or said by the paper itself.
    Italic,
}

impl Weight {
    /// Returns the faces to try for a character, the wanted one first.
    pub fn chain(self) -> &'static [Face] {
        match self {
            Self::Regular => &[Face::Regular, Face::Arabic],
            Self::Semibold => &[Face::Semibold, Face::Regular, Face::ArabicSemibold],
            Self::Bold => &[Face::Bold, Face::Regular, Face::ArabicSemibold],
            Self::Italic => &[Face::Italic, Face::Regular, Face::Arabic],
        }
    }
}

impl Face {
    /// All faces, in the order of their numbers.
    pub const ALL: [Self; 6] =
        [Self::Regular, Self::Semibold, Self::Bold, Self::Italic, Self::Arabic, Self::ArabicSemibold];

    /// Returns the face's name inside the file.
    pub fn name(self) -> &'static str {
        match self {
            Self::Regular => "SourceSans3-Regular",
            Self::Semibold => "SourceSans3-Semibold",
            Self::Bold => "SourceSans3-Bold",
            Self::Italic => "SourceSans3-Italic",
            Self::Arabic => "Vazirmatn-Regular",
            Self::ArabicSemibold => "Vazirmatn-Semibold",
        }
    }

    /// Returns the face's bytes.
    pub fn bytes(self) -> &'static [u8] {
        match self {
            Self::Regular => include_bytes!("../../fonts/SourceSans3-Regular.ttf"),
            Self::Semibold => include_bytes!("../../fonts/SourceSans3-Semibold.ttf"),
            Self::Bold => include_bytes!("../../fonts/SourceSans3-Bold.ttf"),
            Self::Italic => include_bytes!("../../fonts/SourceSans3-Italic.ttf"),
            Self::Arabic => include_bytes!("../../fonts/Vazirmatn-Regular.ttf"),
            Self::ArabicSemibold => include_bytes!("../../fonts/Vazirmatn-Semibold.ttf"),
        }
    }
}

/// The faces, ready to shape with.
pub struct Faces {
    faces: Vec<rustybuzz::Face<'static>>,
}

impl Faces {
    /// Returns the faces, read on the first call and kept.
    ///
    /// # Errors
    /// When a bundled file is damaged.
    pub fn get() -> Result<&'static Self, PaperError> {
        static FACES: OnceLock<Option<Faces>> = OnceLock::new();
        let read = FACES.get_or_init(|| {
            let read = |face: Face| rustybuzz::Face::from_slice(face.bytes(), 0);
            let faces: Option<Vec<_>> = Face::ALL.into_iter().map(read).collect();
            faces.map(|faces| Faces { faces })
        });
        read.as_ref().ok_or(PaperError::Face("Source Sans 3 or Vazirmatn"))
    }

    /// Returns a face as the shaper wants it.
    pub fn shaping(&self, face: Face) -> &rustybuzz::Face<'static> {
        &self.faces[face as usize]
    }

    /// Returns the units of one em.
    pub fn units_per_em(&self, face: Face) -> f32 {
        self.shaping(face).units_per_em() as f32
    }

    /// Tells whether a face has a glyph for a character.
    pub fn covers(&self, face: Face, character: char) -> bool {
        self.shaping(face).glyph_index(character).is_some_and(|glyph| glyph.0 != 0)
    }

    /// Returns the glyph that stands for a character that no face has: an empty box, else a dotted circle.
    pub fn box_glyph(&self, face: Face) -> ttf_parser::GlyphId {
        let shaping = self.shaping(face);
        ['\u{25A1}', '\u{25FB}', '\u{25AF}', '\u{2610}', '\u{25CC}']
            .into_iter()
            .find_map(|stand_in| shaping.glyph_index(stand_in))
            .unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_face_is_static_and_has_a_visible_stand_in() {
        let faces = Faces::get().unwrap();
        for face in Face::ALL {
            assert!(!faces.shaping(face).is_variable(), "{} would carry all its weights", face.name());
            assert_ne!(faces.box_glyph(face).0, 0, "{} shows nothing for a missing character", face.name());
        }
    }

    #[test]
    fn the_chain_of_every_weight_covers_the_scripts_promised() {
        let faces = Faces::get().unwrap();
        for weight in [Weight::Regular, Weight::Semibold, Weight::Bold, Weight::Italic] {
            for character in "ŵŷŴŶłżźąęśćńóŁŻ ễộựấặẽỵ ğışİ ṡḃḋ ЖщЪыієї Ωάϊ محمد ʻōÞæðß–’“”→·".chars()
            {
                let covered = weight.chain().iter().any(|&face| faces.covers(face, character));
                assert!(covered, "{weight:?} has no {character:?}");
            }
        }
    }
}
