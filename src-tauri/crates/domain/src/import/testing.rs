//! Sheets for tests, written as lines with `|` between the cells.

use super::sheet::{Cell, Encoding, Origin, Separator, Sheet, SheetRow};

/// Returns the sheet of `text`, numbered by its lines; empty lines count and give no row.
pub fn sheet_of(text: &str) -> Sheet {
    let origin = Origin::Text { encoding: Encoding::Utf8, separator: Separator::Comma };
    let lines = text.lines().zip(1..).filter(|(line, _)| !line.trim().is_empty());
    let row = |(line, number): (&str, u32)| SheetRow {
        number,
        cells: line.split('|').map(Cell::of).collect(),
        merged: Vec::new(),
    };
    Sheet { origin, rows: lines.map(row).collect() }
}
