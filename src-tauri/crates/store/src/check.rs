//! Checking the whole store: pages, references between rows, and the audit's chain.

/// What a check found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckReport {
    /// Rows in the tables of the record.
    pub rows: u64,
    /// Rows in the audit.
    pub audit_rows: u64,
    /// Whether nothing was found.
    pub ok: bool,
    /// What was found, in words; empty when nothing was.
    pub problems: Vec<String>,
}
