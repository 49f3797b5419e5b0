//! Disposals, never changed once written.

use domain::ids::DisposalId;
use domain::retention::Disposal;

use crate::error::StoreError;
use crate::reader::Reader;
use crate::record::record;

record! {
    #[append_only = true]
    Disposal in "disposal", found by |_| None, key id,
    {
        id,
        number,
        on as day,
        approved_by,
        reason,
        records,
        rows as rows_gone,
        values as values_gone,
        digest,
        copies,
        copies_gone_by,
    }
}

impl Reader<'_> {
    /// Returns all disposals, the newest first.
    pub fn list_disposals(&self) -> Result<Vec<Disposal>, StoreError> {
        self.list("WHERE removed = 0 ORDER BY number DESC", [])
    }

    /// Returns a disposal; absent when there is none.
    pub fn get_disposal(&self, id: DisposalId) -> Result<Option<Disposal>, StoreError> {
        self.get(id.0)
    }

    /// Returns the number of the next certificate.
    pub fn next_disposal_number(&self) -> Result<u32, StoreError> {
        self.next("SELECT max(number) FROM disposal", [])
    }
}
