//! Compacting: after a disposal no page of the file, and no page in the log beside it, holds what went.

use rusqlite::Connection;

use crate::error::StoreError;
use crate::store::Store;

impl Store {
    /// Writes the file anew without what was erased, and empties the log.
    pub fn compact(&self) -> Result<(), StoreError> {
        compact(&self.connection)
    }
}

pub(crate) fn compact(connection: &Connection) -> Result<(), StoreError> {
    // Cached statements hold pages of the log.
    connection.flush_prepared_statement_cache();
    connection.execute_batch("VACUUM")?;
    // The first answer says whether somebody else still reads, which nobody can: one program holds the hub.
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    Ok(())
}
