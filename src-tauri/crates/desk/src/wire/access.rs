//! Who saw what of a person.

use domain::ids::SubjectId;
use domain::moment::Moment;

wire! {
    /// Asks who saw what of a person.
    pub struct GetAccess {
        /// The person.
        pub person: SubjectId,
    }

    /// Says that rows of a table were copied for another program.
    #[derive(Eq)]
    pub struct TableCopied {
        /// Which table, in words such as `cases`.
        pub table: String,
        /// How many rows.
        pub rows: u32,
        /// The references in them; empty for a table without any.
        pub references: Vec<String>,
    }

    /// Who saw what of a person.
    pub struct AccessView {
        /// The person's name; empty when not known.
        pub person: String,
        /// The records that hold the person, as they are named in the rows.
        pub records: Vec<String>,
        /// What happened, the latest first.
        pub rows: Vec<AccessRow>,
        /// What the list rests on, in a sentence: how many rows of the audit there are, and how its chain ends.
        pub source: String,
    }

    /// In which way something of a person was seen.
    #[derive(Copy)]
    pub enum AccessKind {
        /// Somebody looked at a record.
        Looked,
        /// Somebody changed a record, and saw it doing so.
        Changed,
        /// It stood on the projector.
        Shown,
        /// It was printed or made as a file.
        Printed,
        /// It was copied for an agency's own system.
        Copied,
        /// Everything held was taken out.
        Exported,
        /// It was disclosed to somebody outside the hub.
        Disclosed,
    }

    /// One thing that happened.
    pub struct AccessRow {
        /// When.
        pub at: Moment,
        /// Who did it; empty when the audit names somebody the hub does not know any more.
        pub who: String,
        /// In which way it was seen.
        pub kind: AccessKind,
        /// What happened, in words: `On the projector, with initials`.
        pub what: String,
        /// Of which record: its reference, `The person`, or `A list of many`.
        pub of: String,
    }
}
