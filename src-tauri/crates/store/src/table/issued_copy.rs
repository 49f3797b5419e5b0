//! The copies of a version: one for each recipient.

use domain::ids::{IssueId, IssuedCopyId};
use domain::issue::IssuedCopy;

use crate::column::Column;
use crate::error::StoreError;
use crate::reader::Reader;
use crate::record::record;
use crate::writer::Writer;

record! {
    IssuedCopy in "issued_copy", found by |_| None, key id,
    { id, issue, number, agency, rule, contents, file_name, locked, made_at, sent_at, sent_by }
}

impl Reader<'_> {
    /// Returns the copies of a version by number.
    pub fn copies_of(&self, issue: IssueId) -> Result<Vec<IssuedCopy>, StoreError> {
        self.list("WHERE issue = ?1 AND removed = 0 ORDER BY number", [issue.to_value()])
    }

    /// Returns a copy; absent when there is none.
    pub fn get_copy(&self, id: IssuedCopyId) -> Result<Option<IssuedCopy>, StoreError> {
        self.get(id.0)
    }
}

impl Writer<'_> {
    /// Writes a copy; returns whether anything changed.
    pub fn put_copy(&mut self, copy: &IssuedCopy) -> Result<bool, StoreError> {
        self.put(copy)
    }
}
