//! A sheet as a file or a paste gave it, before anybody asks what it means.

use std::borrow::Cow;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The most rows below the heading that one import takes.
pub const MOST_ROWS: usize = 20_000;

/// The most columns a row may have; far more than any of the three sheets needs, few enough to hold 20,000 rows in memory.
pub const MOST_COLUMNS: usize = 128;

/// One cell, trimmed.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Cell {
    /// Nothing, or only spaces.
    #[default]
    Empty,
    /// Words, numbers and dates of a text file as well.
    Text(String),
    /// A number of a workbook.
    Number(f64),
    /// A cell that a workbook formats as a date.
    Date(NaiveDate),
}

impl Cell {
    /// Returns the cell of a piece of text, empty when there are only spaces in it; what cannot be read is left out.
    pub fn of(text: &str) -> Self {
        let readable = crate::plain_text::readable(text);
        let trimmed = readable.trim();
        if trimmed.is_empty() { Self::Empty } else { Self::Text(trimmed.to_owned()) }
    }

    /// Returns what the cell says: numbers without idle decimals, dates as `YYYY-MM-DD`.
    pub fn text(&self) -> Cow<'_, str> {
        match self {
            Self::Empty => Cow::Borrowed(""),
            Self::Text(text) => Cow::Borrowed(text),
            Self::Number(number) => Cow::Owned(number.to_string()),
            Self::Date(date) => Cow::Owned(date.to_string()),
        }
    }

    /// Says whether the cell holds nothing.
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Empty)
    }
}

/// One row that holds something.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SheetRow {
    /// The line of the file or the row of the sheet, from 1; a row over several lines has its first.
    pub number: u32,
    /// The cells from the left; a shorter row is empty to the right.
    pub cells: Vec<Cell>,
    /// The columns whose value comes from a cell above, merged over several rows.
    pub merged: Vec<usize>,
}

impl SheetRow {
    /// Returns the cell at `column`, counted from 0.
    pub fn cell(&self, column: usize) -> &Cell {
        static NOTHING: Cell = Cell::Empty;
        self.cells.get(column).unwrap_or(&NOTHING)
    }
}

/// How the bytes of a text file were read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Encoding {
    /// UTF-8 without a mark at its start.
    Utf8,
    /// UTF-8 with a byte order mark.
    Utf8WithMark,
    /// UTF-16 with a byte order mark: what Excel calls Unicode text.
    Utf16,
    /// The Western European code page of older Windows programs (cp1252).
    Windows1252,
}

/// What parts the cells of a text file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Separator {
    /// A tab.
    Tab,
    /// A semicolon.
    Semicolon,
    /// A comma.
    Comma,
}

impl Separator {
    /// All separators, the least likely to stand within a cell first.
    pub const ALL: [Self; 3] = [Self::Tab, Self::Semicolon, Self::Comma];

    /// Returns the character itself.
    pub fn character(self) -> char {
        match self {
            Self::Tab => '\t',
            Self::Semicolon => ';',
            Self::Comma => ',',
        }
    }
}

/// Where a sheet came from, for the first line of the preview.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "format")]
pub enum Origin {
    /// A text file, or what was pasted.
    Text {
        /// How its bytes were read.
        encoding: Encoding,
        /// What parts its cells.
        separator: Separator,
    },
    /// One sheet of an Excel workbook.
    Workbook {
        /// The sheet's name.
        sheet: String,
    },
}

/// The rows of one sheet, without the empty ones.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// Where the rows came from.
    pub origin: Origin,
    /// The rows that hold something, in their order.
    pub rows: Vec<SheetRow>,
}
