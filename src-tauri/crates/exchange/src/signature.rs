//! What a file is by its first bytes, whatever its name says.

use crate::error::ReadError;

/// What the bytes of a file can be.
#[derive(Debug, PartialEq, Eq)]
pub enum Signature {
    /// A ZIP archive, as an XLSX workbook is one.
    Archive,
    /// Nothing that has a signature: perhaps text.
    None,
}

/// Beginnings of files that are not spreadsheets, with what they are.
const OTHERS: [(&[u8], &str); 12] = [
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a picture, sound or film"),
    (b"{\\rtf", "a text document"),
    (b"\x1f\x8b", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"Rar!", "a compressed file"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
];

/// Returns what `bytes` are, or refuses what cannot be a sheet.
pub fn signature_of(bytes: &[u8]) -> Result<Signature, ReadError> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(ReadError::Empty);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Ok(Signature::Archive);
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Err(ReadError::OtherSpreadsheet(
            "an old Excel workbook (.xls) or one that is protected by a password",
        ));
    }
    let is_program = |name: &str| name == "a program";
    // Two letters alone are no proof, because a text may begin with them.
    let has_nought = bytes.iter().take(512).any(|byte| *byte == 0);
    let other = OTHERS
        .iter()
        .find(|(beginning, name)| bytes.starts_with(beginning) && (has_nought || !is_program(name)));
    if let Some((_, name)) = other {
        return Err(ReadError::NotASpreadsheet(name));
    }
    let start = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    let beginning = start.get(..start.len().min(256)).unwrap_or(start).to_ascii_lowercase();
    let begins = |with: &[u8]| beginning.starts_with(with);
    if begins(b"<?xml") || begins(b"<workbook") {
        return Err(ReadError::OtherSpreadsheet("an XML file"));
    }
    if [&b"<!doctype html"[..], b"<html", b"<table", b"<head", b"<body"].into_iter().any(begins) {
        return Err(ReadError::OtherSpreadsheet("a web page, as some systems export tables"));
    }
    Ok(Signature::None)
}
