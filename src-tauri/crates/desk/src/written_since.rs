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
    /// Returns what was written since, and how far the audit has come now: to be kept once all of it is forgotten, because
    /// whoever fails amid that has to begin again.
    pub fn since(&self, reader: &Reader<'_>) -> Result<(Written, Self), Failure> {
        let head = reader.audit_head()?.serial;
        let written = match head.checked_sub(self.0) {
            Some(0) => Written::Rows(Vec::new()),
            Some(..=MANY) => Written::Rows(reader.written_since(self.0)?),
            Some(_) | None => Written::TooMuch,
        };
        Ok((written, Self(head)))
    }
}
