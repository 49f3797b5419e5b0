//! Bytes of a text file: which encoding they are in, which separator parts the cells.

use std::borrow::Cow;

use domain::import::{
    Encoding, Mapping, Origin, Recognition, Separator, Sheet, SheetKind, SheetRow, recognise,
};

use crate::delimited::{Quotes, Rows, read_rows};
use crate::error::ReadError;

/// How many rows from the top show which separator a file has.
const ROWS_THAT_SHOW: usize = 60;

/// Returns the text of `bytes`; refuses what no editor would show as text.
pub fn decode(bytes: &[u8]) -> Result<(Cow<'_, str>, Encoding), ReadError> {
    let (text, encoding) = match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, mark)) => {
            let kind = if encoding == encoding_rs::UTF_8 { Encoding::Utf8WithMark } else { Encoding::Utf16 };
            let (text, had_errors) = encoding.decode_without_bom_handling(&bytes[mark..]);
            if had_errors {
                return Err(not_text());
            }
            (text, kind)
        }
        None => match std::str::from_utf8(bytes) {
            Ok(text) => (Cow::Borrowed(text), Encoding::Utf8),
            Err(_) => (encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0, Encoding::Windows1252),
        },
    };
    // Old programs end a text with the character 26.
    let text = match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim_end_matches('\u{1a}')),
        Cow::Owned(text) => Cow::Owned(text.trim_end_matches('\u{1a}').to_owned()),
    };
    let is_odd = |letter: char| {
        letter.is_control() && !matches!(letter, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}')
    };
    if text.contains(is_odd) { Err(not_text()) } else { Ok((text, encoding)) }
}

fn not_text() -> ReadError {
    ReadError::NotASpreadsheet("a file of another kind")
}

/// Returns the rows of `text`, parted by the separator that makes most sense of it as a sheet of `kind`.
pub fn read_text(
    text: &str,
    encoding: Encoding,
    kind: SheetKind,
    mapping: &Mapping,
) -> Result<Sheet, ReadError> {
    if text.trim().is_empty() {
        return Err(ReadError::Empty);
    }
    let separator = separator_of(text, encoding, kind, mapping);
    let rows = match read_rows(text, separator, Quotes::Enclose) {
        // Cells that were copied may begin with a quotation mark that means nothing; in CSV it always means something.
        Err(ReadError::QuoteNotClosed { .. }) if separator == Separator::Tab => {
            read_rows(text, separator, Quotes::Stand)?
        }
        rows => rows?,
    };
    if rows.is_empty() {
        Err(ReadError::Empty)
    } else {
        Ok(Sheet { origin: Origin::Text { encoding, separator }, rows })
    }
}

/// Chooses by known headings first, then by the number of cells.
fn separator_of(text: &str, encoding: Encoding, kind: SheetKind, mapping: &Mapping) -> Separator {
    let measure = |separator: Separator| {
        let rows: Vec<SheetRow> =
            Rows::new(text, separator, Quotes::Enclose).take(ROWS_THAT_SHOW).map_while(Result::ok).collect();
        let cells: usize = rows.iter().map(|row| row.cells.len().saturating_sub(1)).sum();
        let sheet = Sheet { origin: Origin::Text { encoding, separator }, rows };
        (recognise(&sheet, kind, mapping), cells)
    };
    let mut best = (Separator::Tab, (Recognition::None, 0));
    for separator in Separator::ALL {
        let measured = measure(separator);
        if measured > best.1 {
            best = (separator, measured);
        }
    }
    best.0
}
