//! What was written since something was kept, as the audit tells it: everything that the desk keeps of the record goes by it.

use store::Reader;
use uuid::Uuid;

use crate::failure::Failure;

/// After so many rows of the audit it is quicker to gather everything anew than to look which of it changed.
const MANY: u64 = 400;

/// How far the audit had come when something was kept.
#[derive(Default)]
pub struct WrittenUntil(u64);

/// What was written since.
pub enum Written {
    /// These rows: the kind and the key of each.
    Rows(Vec<(String, Uuid)>),
    /// So much, or the record is another one: nothing that was kept may be used.
    TooMuch,
}

impl WrittenUntil {
    /// Returns what was written since the last call, or since the record began.
    pub fn catch_up(&mut self, reader: &Reader<'_>) -> Result<Written, Failure> {
        let head = reader.audit_head()?.serial;
        let since = std::mem::replace(&mut self.0, head);
        match head.checked_sub(since) {
            Some(0) => Ok(Written::Rows(Vec::new())),
            Some(..=MANY) => Ok(Written::Rows(reader.written_since(since)?)),
            Some(_) | None => Ok(Written::TooMuch),
        }
    }
}
