//! What parts of a workbook claim or repeat, and a reader of workbooks would believe: checked byte by byte as they unpack.
//!
//! Noughts are passed over, because in UTF-16 they stand between the letters.

/// Fewer bytes than the shortest entry of a list of strings takes.
const SHORTEST_STRING: u64 = 5;

/// More cell formats than Excel allows (65,490), with room for the named styles beside them.
const MOST_FORMATS: u32 = 80_000;

/// More elements than the styles of a workbook with all those formats have.
const MOST_ELEMENTS: u32 = 500_000;

/// The longest value of an attribute: a number format has 255 characters, each written in at most 6 bytes.
const LONGEST_VALUE: usize = 1_600;

/// Finds the largest number that a list of strings claims as its `uniqueCount`.
#[derive(Default)]
pub struct StringCount {
    matched: usize,
    reading: Option<u64>,
    claimed: u64,
}

impl StringCount {
    const WORD: &'static [u8] = b"uniqueCount";

    /// Goes on with the next bytes of the list.
    pub fn look_at(&mut self, chunk: &[u8]) {
        for byte in chunk.iter().copied().filter(|byte| *byte != 0) {
            if let Some(number) = self.reading {
                match byte {
                    b'=' | b'"' | b'\'' | b' ' | b'\t' | b'\r' | b'\n' | b'+' if number == 0 => {}
                    b'0'..=b'9' => {
                        self.reading = Some(number.saturating_mul(10).saturating_add(u64::from(byte - b'0')));
                    }
                    _ => {
                        self.claimed = self.claimed.max(number);
                        self.reading = None;
                    }
                }
            } else if byte == Self::WORD[self.matched] {
                self.matched += 1;
                if self.matched == Self::WORD.len() {
                    (self.matched, self.reading) = (0, Some(0));
                }
            } else {
                self.matched = usize::from(byte == Self::WORD[0]);
            }
        }
    }

    /// Says whether `length` bytes have room for the strings that are claimed; a reader reserves memory for them at once.
    pub fn is_sound(&self, length: u64) -> bool {
        self.claimed.max(self.reading.unwrap_or(0)) <= length / SHORTEST_STRING
    }
}

/// Counts what a reader keeps for every cell format: the formats, and how long a value each can name.
#[derive(Default)]
pub struct StyleCount {
    place: Place,
    name: Vec<u8>,
    value: usize,
    longest_value: usize,
    elements: u32,
    formats: u32,
}

#[derive(Clone, Copy, Default, PartialEq)]
enum Place {
    #[default]
    Outside,
    Name,
    Inside,
    Value(u8),
}

impl StyleCount {
    /// Goes on with the next bytes of the styles.
    pub fn look_at(&mut self, chunk: &[u8]) {
        for byte in chunk.iter().copied().filter(|byte| *byte != 0) {
            self.place = match (self.place, byte) {
                (Place::Outside, b'<') => {
                    self.name.clear();
                    self.elements = self.elements.saturating_add(1);
                    Place::Name
                }
                (Place::Name, b'>' | b'/' | b' ' | b'\t' | b'\r' | b'\n') if !self.name.is_empty() => {
                    self.count_format();
                    if byte == b'>' { Place::Outside } else { Place::Inside }
                }
                (Place::Name, b':') => {
                    self.name.clear();
                    Place::Name
                }
                (Place::Name, _) if self.name.len() < 64 => {
                    self.name.push(byte);
                    Place::Name
                }
                (Place::Inside, b'>') => Place::Outside,
                (Place::Inside, b'"' | b'\'') => {
                    self.value = 0;
                    Place::Value(byte)
                }
                (Place::Value(quote), _) if byte == quote => Place::Inside,
                (Place::Value(_), _) => {
                    self.value += 1;
                    self.longest_value = self.longest_value.max(self.value);
                    self.place
                }
                (place, _) => place,
            };
        }
    }

    fn count_format(&mut self) {
        if self.name == b"xf" {
            self.formats = self.formats.saturating_add(1);
        }
    }

    /// Says whether the styles are no more than Excel itself would write.
    pub fn is_sound(&self) -> bool {
        self.formats <= MOST_FORMATS && self.elements <= MOST_ELEMENTS && self.longest_value <= LONGEST_VALUE
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strings(chunks: &[&str]) -> StringCount {
        let mut count = StringCount::default();
        chunks.iter().for_each(|chunk| count.look_at(chunk.as_bytes()));
        count
    }

    fn styles(text: &str) -> StyleCount {
        let mut count = StyleCount::default();
        text.as_bytes().chunks(7).for_each(|chunk| count.look_at(chunk));
        count
    }

    #[test]
    fn a_claim_is_found_over_the_border_of_two_chunks_and_in_utf_16() {
        assert!(!strings(&["<sst uniqueCo", "unt=\"9", "9\">"]).is_sound(400));
        assert!(strings(&["<sst uniqueCo", "unt=\"9", "9\">"]).is_sound(500));
        assert!(!strings(&["u\0n\0i\0q\0u\0e\0C\0o\0u\0n\0t\0=\0'\x007\0'\0"]).is_sound(10));
    }

    #[test]
    fn formats_are_counted_with_and_without_a_prefix() {
        assert!(styles(&"<xf numFmtId=\"0\"/>".repeat(MOST_FORMATS as usize)).is_sound());
        assert!(!styles(&"<xf numFmtId=\"0\"/>".repeat(MOST_FORMATS as usize + 1)).is_sound());
        assert!(!styles(&"<x:xf></x:xf>".repeat(MOST_FORMATS as usize + 1)).is_sound());
        assert!(styles(&"<font/>".repeat(MOST_FORMATS as usize + 1)).is_sound());
    }

    #[test]
    fn a_long_value_is_found_and_a_long_text_is_not_one() {
        let long = "x".repeat(LONGEST_VALUE + 1);
        assert!(!styles(&format!("<numFmt formatCode='{long}'/>")).is_sound());
        assert!(styles(&format!("<numFmt formatCode='0'/>{long}<a b=\">{}\"/>", &long[2..])).is_sound());
    }
}
