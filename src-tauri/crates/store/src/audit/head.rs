//! The head of the chain: its last row, which papers and backups carry so that a cut tail is noticed.

use domain::moment::Moment;
use rusqlite::OptionalExtension;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::column::Column;
use crate::error::StoreError;
use crate::reader::Reader;

/// The last row of the chain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditHead {
    /// Its running number; 0 for a chain without rows.
    pub serial: u64,
    /// Its hash in hexadecimal; empty for a chain without rows.
    pub hash: String,
}

impl Reader<'_> {
    /// Returns the head of this device's chain.
    pub fn audit_head(&self) -> Result<AuditHead, StoreError> {
        let head: Option<(u32, [u8; 32])> = self
            .connection
            .prepare_cached("SELECT serial, hash FROM audit ORDER BY device DESC, serial DESC LIMIT 1")?
            .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        Ok(match head {
            Some((serial, hash)) => AuditHead { serial: u64::from(serial), hash: hexadecimal(&hash) },
            None => AuditHead { serial: 0, hash: String::new() },
        })
    }

    /// Returns what was written after the row with the running number `serial`: the kind and key of each row, in their order;
    /// what has another kind of key is left out.
    pub fn written_since(&self, serial: u64) -> Result<Vec<(String, Uuid)>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT kind, row_id FROM audit WHERE serial > ?1 AND device = \
             (SELECT device FROM audit ORDER BY device DESC, serial DESC LIMIT 1) ORDER BY serial",
        )?;
        let mut rows = statement.query([i64::try_from(serial).unwrap_or(i64::MAX)])?;
        let mut written = Vec::new();
        while let Some(row) = rows.next()? {
            let key = Uuid::from_slice(row.get_ref(1)?.as_blob().unwrap_or_default());
            written.extend(key.ok().map(|key| Ok::<_, StoreError>((row.get(0)?, key))).transpose()?);
        }
        Ok(written)
    }

    /// Returns when the last row of this device's chain was written, by the clock of then; absent for a chain without rows.
    pub fn last_written(&self) -> Result<Option<Moment>, StoreError> {
        self.connection
            .prepare_cached("SELECT at FROM audit ORDER BY device DESC, serial DESC LIMIT 1")?
            .query_row([], |row| Ok(Moment(row.get(0)?)))
            .optional()
            .map_err(StoreError::from)
    }

    /// Returns the number of audit rows.
    pub fn audit_rows(&self) -> Result<u64, StoreError> {
        let rows = self.number("SELECT count(*) FROM audit", [])?;
        u32::from_value(rusqlite::types::Value::Integer(rows))
            .map(u64::from)
            .ok_or(StoreError::Unreadable { column: 1 })
    }
}

/// Returns bytes in hexadecimal.
pub(crate) fn hexadecimal(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
