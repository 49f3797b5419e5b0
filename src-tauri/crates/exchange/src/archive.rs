//! The archive that a workbook is packed in: what is in it, and how much it really unpacks to.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::error::ReadError;
use crate::source::MOST_BYTES;

/// The most parts that a workbook may be packed in; an ordinary one has about twenty.
const MOST_PARTS: usize = 5_000;

/// Fewer bytes than the shortest entry of a list of strings takes.
const SHORTEST_STRING: u64 = 5;

/// Unpacks `bytes` without keeping anything, and refuses them above [`MOST_BYTES`] and unless they are an XLSX workbook.
///
/// Bytes are counted as they come out, because an archive may lie about its sizes.
pub fn check_archive(bytes: &[u8]) -> Result<(), ReadError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| ReadError::Damaged)?;
    if archive.len() > MOST_PARTS {
        return Err(ReadError::TooLarge);
    }
    check_kind(&mut archive)?;
    let mut unpacked = 0;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(|_| ReadError::Damaged)?;
        let name = part.name().map_err(|_| ReadError::Damaged)?.to_ascii_lowercase();
        let limit = MOST_BYTES - unpacked;
        let mut count = StringCount::default();
        let is_strings = name.ends_with("sharedstrings.xml");
        let length = count_bytes(part, limit, |chunk| {
            if is_strings {
                count.look_at(chunk);
            }
        })?;
        // A list that claims more strings than it has room for would make a reader ask for that much memory at once.
        if count.claimed.max(count.reading.unwrap_or(0)) > length / SHORTEST_STRING {
            return Err(ReadError::Damaged);
        }
        unpacked += length;
    }
    Ok(())
}

fn check_kind(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Result<(), ReadError> {
    let names: Vec<String> = archive.file_names().flatten().map(|name| name.to_ascii_lowercase()).collect();
    let has = |beginning: &str| names.iter().any(|name| name.starts_with(beginning));
    if has("xl/workbook.bin") {
        return Err(ReadError::OtherSpreadsheet("a binary Excel workbook (.xlsb)"));
    }
    if has("xl/") {
        return Ok(());
    }
    let mut kind = Vec::new();
    if let Ok(part) = archive.by_name("mimetype") {
        // What cannot be read here is no OpenDocument and is refused below.
        let _ = part.take(100).read_to_end(&mut kind);
    }
    let other = if kind.starts_with(b"application/vnd.oasis.opendocument.spreadsheet") {
        return Err(ReadError::OtherSpreadsheet("an OpenDocument spreadsheet (.ods)"));
    } else if kind.starts_with(b"application/vnd.oasis") || has("word/") {
        "a text document"
    } else if has("ppt/") {
        "a presentation"
    } else {
        "an archive"
    };
    Err(ReadError::NotASpreadsheet(other))
}

fn count_bytes(mut part: impl Read, limit: u64, mut look: impl FnMut(&[u8])) -> Result<u64, ReadError> {
    let mut chunk = vec![0; 64 * 1024];
    let mut length = 0;
    loop {
        let read = part.read(&mut chunk).map_err(|_| ReadError::Damaged)?;
        if read == 0 {
            return Ok(length);
        }
        length += read as u64;
        if length > limit {
            return Err(ReadError::TooLarge);
        }
        look(&chunk[..read]);
    }
}

/// Finds the largest number that follows `uniqueCount` in a list of strings, over the borders of chunks and in UTF-16 as well.
#[derive(Default)]
struct StringCount {
    matched: usize,
    reading: Option<u64>,
    claimed: u64,
}

impl StringCount {
    const WORD: &'static [u8] = b"uniqueCount";

    fn look_at(&mut self, chunk: &[u8]) {
        for byte in chunk.iter().copied().filter(|byte| *byte != 0) {
            if let Some(number) = self.reading {
                match byte {
                    b'=' | b'"' | b'\'' | b' ' | b'\t' | b'\r' | b'\n' | b'+' if number == 0 => {}
                    b'0'..=b'9' => {
                        self.reading = Some(number.saturating_mul(10).saturating_add(u64::from(byte - b'0')))
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
}
