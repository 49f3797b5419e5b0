//! The history of one record, from the audit.

use domain::moment::Moment;

wire! {
    /// Asks for a record's history.
    pub struct GetHistory {
        /// The kind of record, such as `case` or `action`.
        pub kind: String,
        /// Its key.
        pub id: String,
    }

    /// A record's history, the latest change first.
    pub struct HistoryView {
        /// The changes.
        pub changes: Vec<HistoryLine>,
    }

    /// One change.
    pub struct HistoryLine {
        /// When.
        pub at: Moment,
        /// Who.
        pub by: String,
        /// What changed, a line each: `due: 17 Nov 2026 → 1 Dec 2026`.
        pub what: Vec<String>,
    }
}
