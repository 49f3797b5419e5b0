//! Bringing sheets in: first what was understood, then all or nothing.

use domain::reference::CaseReference;

wire! {
    /// Which kind of sheet.
    #[derive(Copy, Eq, Hash)]
    pub enum SheetKind {
        /// The case register.
        Register,
        /// Agencies and contacts.
        Agencies,
        /// Actions.
        Actions,
    }

    /// Where a sheet comes from.
    #[serde(tag = "from")]
    pub enum SheetSource {
        /// A file.
        File {
            /// Its path.
            path: String,
        },
        /// Pasted text.
        Pasted {
            /// The text.
            text: String,
        },
    }

    /// Asks what a sheet would bring.
    pub struct PreviewImport {
        /// Which kind.
        pub kind: SheetKind,
        /// Where it comes from.
        pub source: SheetSource,
        /// Columns mapped by hand; empty to go by headings and by what was remembered.
        pub mapping: Vec<ColumnChoice>,
    }

    /// A column mapped by hand.
    pub struct ColumnChoice {
        /// The column, from 0.
        pub column: u32,
        /// The field's name; absent to leave the column out.
        pub field: Option<String>,
    }

    /// What a sheet would bring; nothing is written.
    pub struct ImportPreview {
        /// The file's or sheet's name.
        pub name: String,
        /// How it was read, in words: `tab-separated text, UTF-8`.
        pub read_as: String,
        /// Rows of data.
        pub rows: u32,
        /// Cases, agencies or actions they make.
        pub records: u32,
        /// Episodes or people they make; 0 for actions.
        pub parts: u32,
        /// The columns as understood.
        pub columns: Vec<ImportColumn>,
        /// The fields that can be chosen for a column.
        pub fields: Vec<FieldChoice>,
        /// The rows as understood.
        pub lines: Vec<ImportLine>,
        /// Oddities, in the order of the rows.
        pub anomalies: Vec<ImportAnomaly>,
        /// What keeps it from being written; empty when nothing does.
        pub refusals: Vec<ImportAnomaly>,
        /// Rows that an earlier import brought and that are no longer in the file.
        pub gone: Vec<String>,
        /// Counts of rows that are new, the same and changed.
        pub new_rows: u32,
        /// See `new_rows`.
        pub same_rows: u32,
        /// See `new_rows`.
        pub changed_rows: u32,
    }

    /// A column of the sheet.
    pub struct ImportColumn {
        /// The column, from 0.
        pub column: u32,
        /// Its heading; empty when it has none.
        pub heading: String,
        /// The field it was taken for; absent when it is left out.
        pub field: Option<String>,
        /// A few of its values.
        pub samples: Vec<String>,
    }

    /// A field that a column can be mapped to.
    pub struct FieldChoice {
        /// Its name on the wire.
        pub field: String,
        /// Its name in words.
        pub words: String,
        /// Whether the sheet must have it.
        pub required: bool,
    }

    /// What is to happen with a row.
    #[derive(Copy)]
    pub enum ImportVerdict {
        /// It is new.
        New,
        /// The record has it already.
        Same,
        /// It differs from the record.
        Changed,
        /// It is refused.
        Refused,
    }

    /// A row as understood.
    pub struct ImportLine {
        /// The row in the file, heading = 1.
        pub row: u32,
        /// The reference, agency or action number it is about.
        pub title: String,
        /// What it says, in words.
        pub words: String,
        /// What is to happen.
        pub verdict: ImportVerdict,
        /// What differs from the record; empty unless changed.
        pub changes: Vec<ImportChange>,
    }

    /// A value that differs.
    pub struct ImportChange {
        /// The field in words.
        pub field: String,
        /// As the record has it.
        pub old: String,
        /// As the sheet has it.
        pub new: String,
        /// True when it was edited here since the last import: never overwritten unless ticked.
        pub edited_here: bool,
    }

    /// Something odd, or the reason for a refusal.
    pub struct ImportAnomaly {
        /// The row in the file, heading = 1; absent for the sheet as a whole.
        pub row: Option<u32>,
        /// The column's heading; `remarks` for the last column without one; absent for the row as a whole.
        pub column: Option<String>,
        /// The reference; absent when there is none.
        pub reference: Option<CaseReference>,
        /// What is odd, and what is done about it.
        pub message: String,
    }

    /// Asks to write what a preview showed.
    pub struct ConfirmImport {
        /// What was previewed.
        pub preview: PreviewImport,
        /// Rows whose changes are to be written, by their number in the file.
        pub update_rows: Vec<u32>,
    }

    /// What an import wrote.
    pub struct ImportDone {
        /// New records.
        pub added: u32,
        /// Records that were changed.
        pub updated: u32,
        /// Rows that the record had already.
        pub skipped: u32,
        /// In a sentence.
        pub words: String,
        /// The backup that was made first.
        pub backup: String,
    }
}
