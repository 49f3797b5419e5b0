//! The end of the chain while a transaction appends to it.

use domain::moment::Moment;
use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

use super::chain::{BEGINNING, Hash, Link, value_hash};
use crate::column::Column;
use crate::error::StoreError;
use crate::writer::Author;

/// Where the chain ends, and who appends to it.
pub(crate) struct Trail {
    device: Uuid,
    by: Author,
    at: Moment,
    serial: i64,
    hash: Hash,
}

/// What is told of one change.
pub(crate) struct Written<'a> {
    pub kind: &'a str,
    pub row_id: &'a [u8],
    pub value: String,
}

/// Bytes of salt per row: enough that a short value cannot be guessed from its hash.
const SALT: usize = 16;

impl Trail {
    /// Returns the trail at the end of the device's chain.
    pub fn at_end(
        connection: &Connection,
        device: Uuid,
        by: &Author,
        at: Moment,
    ) -> Result<Self, StoreError> {
        let last: Option<(i64, Hash)> = connection
            .prepare_cached("SELECT serial, hash FROM audit WHERE device = ?1 ORDER BY serial DESC LIMIT 1")?
            .query_row([device.to_value()], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let (serial, hash) = last.unwrap_or((0, BEGINNING));
        Ok(Self { device, by: by.clone(), at, serial, hash })
    }

    /// Appends one row to the chain, and its value to the history.
    pub fn append(&mut self, connection: &Connection, written: Written<'_>) -> Result<(), StoreError> {
        let mut salt = [0; SALT];
        getrandom::fill(&mut salt).map_err(|_| StoreError::NoRandomness)?;
        let link = Link {
            device: self.device,
            serial: self.serial + 1,
            at: self.at.0,
            user: self.by.user.0,
            in_name_of: self.by.in_name_of.as_deref(),
            kind: written.kind,
            row_id: written.row_id,
            value_hash: value_hash(&salt, &written.value),
            previous: self.hash,
        };
        let hash = link.hash();
        connection
            .prepare_cached(
                "INSERT INTO audit (device, serial, at, user, in_name_of, kind, row_id, value_hash, previous_hash, hash) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
            )?
            .execute(params![
                link.device.as_bytes(),
                link.serial,
                link.at,
                link.user.as_bytes(),
                link.in_name_of,
                link.kind,
                link.row_id,
                link.value_hash,
                link.previous,
                hash
            ])?;
        connection
            .prepare_cached("INSERT INTO history (device, serial, salt, value) VALUES (?1, ?2, ?3, ?4)")?
            .execute(params![link.device.as_bytes(), link.serial, salt, written.value])?;
        self.serial += 1;
        self.hash = hash;
        Ok(())
    }
}
