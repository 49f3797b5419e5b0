//! The ways in: a file, its bytes, or what was pasted.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use domain::import::{Encoding, Mapping, Sheet, SheetKind};

use crate::error::{MOST_MEGABYTES, ReadError};
use crate::signature::{Signature, signature_of};
use crate::text::{decode, read_text};
use crate::workbook::read_workbook;

/// The most bytes that are read, packed or unpacked.
pub(crate) const MOST_BYTES: u64 = MOST_MEGABYTES * 1024 * 1024;

/// Returns the sheet in the file at `path`: XLSX, or text parted by tabs, semicolons or commas.
///
/// `kind` and the headings that `mapping` remembers decide which separator, and which sheet of a workbook, is meant.
pub fn read_file(path: &Path, kind: SheetKind, mapping: &Mapping) -> Result<Sheet, ReadError> {
    let mut bytes = Vec::new();
    // One byte more than allowed tells a file that is too large from one that just fits.
    File::open(path)?.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    read_bytes(&bytes, kind, mapping)
}

/// Returns the sheet in the bytes of a file.
pub fn read_bytes(bytes: &[u8], kind: SheetKind, mapping: &Mapping) -> Result<Sheet, ReadError> {
    if bytes.len() as u64 > MOST_BYTES {
        return Err(ReadError::TooLarge);
    }
    match signature_of(bytes)? {
        Signature::Archive => read_workbook(bytes, kind, mapping),
        Signature::None => {
            let (text, encoding) = decode(bytes)?;
            read_text(&text, encoding, kind, mapping)
        }
    }
}

/// Returns the sheet in text that was pasted, as spreadsheets put it on the clipboard.
pub fn read_pasted(text: &str, kind: SheetKind, mapping: &Mapping) -> Result<Sheet, ReadError> {
    if text.len() as u64 > MOST_BYTES {
        return Err(ReadError::TooLarge);
    }
    let (text, _) = decode(text.as_bytes())?;
    read_text(&text, Encoding::Utf8, kind, mapping)
}
