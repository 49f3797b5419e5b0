//! The archive that a workbook is packed in: what is in it, and how much it really unpacks to.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::claims::{StringCount, StyleCount};
use crate::error::ReadError;
use crate::source::MOST_BYTES;

/// The most parts that a workbook may be packed in; an ordinary one has about twenty.
const MOST_PARTS: usize = 5_000;

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
        let mut strings = name.ends_with("sharedstrings.xml").then(StringCount::default);
        let mut styles = name.ends_with("styles.xml").then(StyleCount::default);
        let length = count_bytes(part, MOST_BYTES - unpacked, |chunk| {
            strings.iter_mut().for_each(|count| count.look_at(chunk));
            styles.iter_mut().for_each(|count| count.look_at(chunk));
        })?;
        let is_sound =
            strings.is_none_or(|count| count.is_sound(length)) && styles.is_none_or(|count| count.is_sound());
        if !is_sound {
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
