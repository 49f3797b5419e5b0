//! What an import has to say about a sheet: oddities that it accepts and names, and faults for which it writes nothing.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Something odd that was accepted, with what is done about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Anomaly {
    /// The line of the file or row of the sheet, from 1.
    pub row: u32,
    /// The column's heading, `remarks` for the last one without a heading, absent for the whole row.
    pub column: Option<String>,
    /// The case the row belongs to, absent where it belongs to none.
    pub reference: Option<String>,
    /// What is odd, and what is done, in a plain sentence.
    pub message: String,
}

/// A fault for which the whole sheet is refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Refusal {
    /// The line of the file or row of the sheet, from 1; absent when it is about the whole sheet.
    pub row: Option<u32>,
    /// The column's heading, `remarks` for the last one without a heading, absent for the whole row.
    pub column: Option<String>,
    /// What is wrong, in a plain sentence.
    pub message: String,
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match (self.row, &self.column) {
            (Some(row), Some(column)) => write!(formatter, "Row {row}, {column}: {}", self.message),
            (Some(row), None) => write!(formatter, "Row {row}: {}", self.message),
            (None, _) => formatter.write_str(&self.message),
        }
    }
}
