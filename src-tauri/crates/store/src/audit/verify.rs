//! Verifying the chain: every row in its place, every hash right, every value the one that was written.

use rusqlite::Connection;
use uuid::Uuid;

use super::chain::{BEGINNING, Hash, Link, value_hash};
use crate::column::Column;
use crate::disposal::verify::is_disposed_of;
use crate::error::StoreError;

/// How many problems are told; one break makes every later row suspect.
const TOLD: usize = 50;

/// What a verification has seen.
#[derive(Default)]
pub(crate) struct Verified {
    pub rows: u64,
    pub problems: Vec<String>,
}

/// Verifies the chains of all devices.
pub(crate) fn verify(connection: &Connection) -> Result<Verified, StoreError> {
    let mut verified = Verified::default();
    let mut last: Option<(Uuid, i64, Hash)> = None;
    let mut statement = connection.prepare(
        "SELECT audit.device, audit.serial, audit.at, audit.user, audit.in_name_of, audit.kind, audit.row_id, \
         audit.value_hash, audit.previous_hash, audit.hash, history.serial, history.salt, history.value \
         FROM audit LEFT JOIN history ON history.device = audit.device AND history.serial = audit.serial \
         ORDER BY audit.device, audit.serial",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let unreadable = |column| move || StoreError::Unreadable { column };
        let device = Uuid::from_value(row.get(0)?).ok_or_else(unreadable(1))?;
        let user = Uuid::from_value(row.get(3)?).ok_or_else(unreadable(4))?;
        let (serial, hash): (i64, Hash) = (row.get(1)?, row.get(9)?);
        let (in_name_of, kind): (Option<String>, String) = (row.get(4)?, row.get(5)?);
        let row_id: Vec<u8> = row.get(6)?;
        let link = Link {
            device,
            serial,
            at: row.get(2)?,
            user,
            in_name_of: in_name_of.as_deref(),
            kind: &kind,
            row_id: &row_id,
            value_hash: row.get(7)?,
            previous: row.get(8)?,
        };
        let (before, expected) = match last {
            Some((of, serial, hash)) if of == device => (serial, hash),
            _ => (0, BEGINNING),
        };
        verified.rows += 1;
        verified.find(serial != before + 1, || format!("Audit row {} is missing", before + 1));
        verified.find(link.previous != expected, || {
            format!("Audit row {serial} does not follow from the row before it")
        });
        verified.find(link.hash() != hash, || format!("Audit row {serial} was altered"));
        let (kept, salt): (Option<i64>, Option<Vec<u8>>) = (row.get(10)?, row.get(11)?);
        let value: Option<String> = row.get(12)?;
        match (kept, salt, value) {
            (Some(_), Some(salt), Some(value)) => {
                verified.find(value_hash(&salt, &value) != link.value_hash, || {
                    format!("The value of audit row {serial} was altered")
                });
            }
            (Some(_), None, None) => {
                let disposed = is_disposed_of(connection, &row_id, device.as_bytes(), serial)?;
                verified.find(!disposed, || {
                    format!("The value of audit row {serial} was erased without a disposal")
                });
            }
            _ => verified.find(true, || format!("The value of audit row {serial} is missing")),
        }
        last = Some((device, serial, hash));
    }
    Ok(verified)
}

impl Verified {
    fn find(&mut self, is_problem: bool, words: impl FnOnce() -> String) {
        if is_problem && self.problems.len() < TOLD {
            self.problems.push(words());
        }
    }
}
