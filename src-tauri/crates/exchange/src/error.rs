//! Why a file is not taken, in sentences for the person who chose it.

use domain::import::{MOST_COLUMNS, MOST_ROWS};

/// The most megabytes that a file may hold, unpacked.
pub const MOST_MEGABYTES: u64 = 50;

/// The most characters of a cell; Excel has the same limit.
pub(crate) const LONGEST_CELL: usize = 32_767;

/// Says why the rows of a file cannot be read; nothing of it is kept.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The file could not be opened or read.
    #[error("The file could not be read: {0}.")]
    Unreadable(#[from] std::io::Error),
    /// There is nothing in it.
    #[error("The file is empty.")]
    Empty,
    /// It is something else.
    #[error("This is {0}, not a spreadsheet. Choose a file saved as XLSX, CSV or tab-separated text.")]
    NotASpreadsheet(&'static str),
    /// It is a spreadsheet of a kind that is not read.
    #[error("This is {0}. Open it in the program that made it and save it as XLSX or CSV.")]
    OtherSpreadsheet(&'static str),
    /// It is over the limit, packed or unpacked.
    #[error("The file is larger than {MOST_MEGABYTES} MB when unpacked. Divide it and import the parts.")]
    TooLarge,
    /// It has too many rows.
    #[error("The sheet has more than {MOST_ROWS} rows. Divide it and import the parts.")]
    TooManyRows,
    /// A row has too many cells.
    #[error("Row {row} has more than {MOST_COLUMNS} columns.")]
    TooManyColumns {
        /// The line of the file or row of the sheet, from 1.
        row: u32,
    },
    /// A cell holds more than a cell of a spreadsheet can.
    #[error("Row {row} has a cell of more than {LONGEST_CELL} characters. Is a quotation mark missing?")]
    CellTooLong {
        /// The line of the file or row of the sheet, from 1.
        row: u32,
    },
    /// A quoted cell never ends.
    #[error("Row {row} has a quotation mark that is opened and never closed.")]
    QuoteNotClosed {
        /// The line of the file, from 1.
        row: u32,
    },
    /// It is a workbook, and broken.
    #[error("The workbook is damaged and cannot be read. Open it in Excel, save it again and import that.")]
    Damaged,
}

impl ReadError {
    /// Returns the line or row that the refusal is about; nothing when it is about the whole file.
    pub fn row(&self) -> Option<u32> {
        match self {
            Self::TooManyColumns { row } | Self::CellTooLong { row } | Self::QuoteNotClosed { row } => {
                Some(*row)
            }
            _ => None,
        }
    }
}
