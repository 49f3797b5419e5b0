//! Word documents: the words of the body, a paragraph a line, cells of a table parted by tabs.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::{LetterError, MOST_BYTES};

/// The most parts that a document may be packed in.
const MOST_PARTS: usize = 5_000;

/// Returns the text of a Word document.
pub fn text_of(bytes: &[u8]) -> Result<String, LetterError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| LetterError::Damaged)?;
    if archive.len() > MOST_PARTS {
        return Err(LetterError::TooLarge);
    }
    let mut xml = Vec::new();
    {
        let part = match archive.by_name("word/document.xml") {
            Ok(part) => part,
            Err(_) => return Err(LetterError::NotALetter("an archive or another Office file")),
        };
        // Bytes are counted as they come out, because an archive may lie about its sizes.
        part.take(MOST_BYTES + 1).read_to_end(&mut xml).map_err(|_| LetterError::Damaged)?;
    }
    if xml.len() as u64 > MOST_BYTES {
        return Err(LetterError::TooLarge);
    }
    let xml = String::from_utf8(xml).map_err(|_| LetterError::Damaged)?;
    Ok(words_of(&xml))
}

/// What the words are being gathered for.
#[derive(Default)]
struct Gathering {
    text: String,
    /// Whether a run of text is open, so that what stands between two tags is words.
    open: bool,
    /// Where in the text each open table cell began.
    cells: Vec<usize>,
    /// Whether a cell was begun in the row and needs a tab before the next.
    in_row: bool,
}

/// Walks through the markup once; what is no tag inside a run is text. Deleted text and instructions are left out.
fn words_of(xml: &str) -> String {
    let mut gathering = Gathering::default();
    let mut rest = xml;
    while let Some(at) = rest.find('<') {
        if gathering.open {
            unescape(&rest[..at], &mut gathering.text);
        }
        let Some(end) = rest[at..].find('>') else { break };
        gathering.tag(&rest[at + 1..at + end]);
        rest = &rest[at + end + 1..];
    }
    gathering.text
}

impl Gathering {
    fn tag(&mut self, tag: &str) {
        let closed = tag.ends_with('/');
        let name = tag.trim_end_matches('/').split([' ', '\t', '\r', '\n']).next().unwrap_or_default();
        match name {
            "w:t" => self.open = !closed,
            "/w:t" => self.open = false,
            "w:tab" => self.text.push('\t'),
            "w:br" | "w:cr" => self.text.push('\n'),
            "w:sym" if tag.contains("F0FE") || tag.contains("F052") || tag.contains("F0FD") => {
                self.text.push('☒');
            }
            "w:sym" if tag.contains("F0A8") || tag.contains("F06F") || tag.contains("F0A3") => {
                self.text.push('☐');
            }
            "w:tc" if !closed => {
                if self.in_row {
                    self.text.push('\t');
                }
                self.in_row = true;
                self.cells.push(self.text.len());
            }
            "/w:tc" => {
                // The end of a cell's last paragraph is no end of a line; what stood before an empty cell stays.
                let began = self.cells.pop().unwrap_or(self.text.len());
                while self.text.len() > began && self.text.ends_with('\n') {
                    self.text.pop();
                }
            }
            "/w:tr" => {
                self.in_row = false;
                self.text.push('\n');
            }
            "/w:p" => self.text.push('\n'),
            _ => {}
        }
    }
}

/// Adds markup text with its entities put right; one that is unknown stays as it stands.
fn unescape(text: &str, into: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        into.push_str(&rest[..at]);
        let entity = rest[at + 1..].find(';').filter(|length| *length <= 10);
        let Some(length) = entity else {
            into.push('&');
            rest = &rest[at + 1..];
            continue;
        };
        let name = &rest[at + 1..at + 1 + length];
        match named(name) {
            Some(letter) => into.push(letter),
            None => {
                into.push('&');
                into.push_str(name);
                into.push(';');
            }
        }
        rest = &rest[at + length + 2..];
    }
    into.push_str(rest);
}

fn named(entity: &str) -> Option<char> {
    match entity {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let number = entity.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code).filter(|letter| !letter.is_control() || matches!(letter, '\n' | '\t'))
        }
    }
}
