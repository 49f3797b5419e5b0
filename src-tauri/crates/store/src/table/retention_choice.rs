//! Choices to keep a record longer or to hold it.

use domain::ids::RetentionChoiceId;
use domain::retention::RetentionChoice;

use crate::error::StoreError;
use crate::reader::Reader;
use crate::record::record;
use crate::writer::Writer;

record! {
    RetentionChoice in "retention_choice", found by |_| None, key id,
    { id, kind, of, record, until, why, by as chosen_by, on as chosen_on, lifted_on, lifted_by, lifted_because }
}

impl Reader<'_> {
    /// Returns all choices in the order in which they were made, lifted holds among them.
    pub fn list_retention_choices(&self) -> Result<Vec<RetentionChoice>, StoreError> {
        self.list("WHERE removed = 0 ORDER BY id", [])
    }

    /// Returns a choice; absent when there is none.
    pub fn get_retention_choice(&self, id: RetentionChoiceId) -> Result<Option<RetentionChoice>, StoreError> {
        self.get(id.0)
    }
}

impl Writer<'_> {
    /// Adds a choice, or amends it when a hold is lifted; returns whether anything changed.
    pub fn put_retention_choice(&mut self, choice: &RetentionChoice) -> Result<bool, StoreError> {
        self.put(choice)
    }
}
