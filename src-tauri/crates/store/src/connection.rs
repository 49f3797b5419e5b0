//! Connections to the database: keyed first, then set so that what is acknowledged is on the disk.

use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};
use zeroize::Zeroizing;

use crate::error::StoreError;
use crate::key_file::DataKey;

/// Marks the file as a hub's, for tools that look ("HubT").
pub(crate) const APPLICATION_ID: i32 = 0x4875_6254;

const STATEMENTS: usize = 256;

/// Creates the database at `path`, which must not exist.
pub(crate) fn create(path: &Path, key: &DataKey) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
    let connection = keyed(Connection::open_with_flags(path, flags | COMMON)?, key)?;
    set_for_writing(&connection)?;
    connection.pragma_update(None, "application_id", APPLICATION_ID)?;
    Ok(connection)
}

/// Creates the file for a copy, which takes over the pages of the original as they are.
pub(crate) fn create_copy(path: &Path, key: &DataKey) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
    keyed(Connection::open_with_flags(path, flags | COMMON)?, key)
}

/// Opens the database at `path` for reading and writing.
pub(crate) fn open(path: &Path, key: &DataKey) -> Result<Connection, StoreError> {
    let connection =
        keyed(Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE | COMMON)?, key)?;
    read_first_page(&connection)?;
    set_for_writing(&connection)?;
    Ok(connection)
}

/// Opens the database at `path` so that nothing in it can change.
pub(crate) fn open_to_look(path: &Path, key: &DataKey) -> Result<Connection, StoreError> {
    let connection =
        keyed(Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY | COMMON)?, key)?;
    read_first_page(&connection)?;
    Ok(connection)
}

const COMMON: OpenFlags = OpenFlags::SQLITE_OPEN_NO_MUTEX;

fn keyed(connection: Connection, key: &DataKey) -> Result<Connection, StoreError> {
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    connection.busy_timeout(Duration::from_secs(2))?;
    // Off before the key: a wrong one would otherwise be printed as "ERROR CORE".
    connection.execute_batch("PRAGMA cipher_log_level = NONE")?;
    let pragma = Zeroizing::new(format!("PRAGMA key = \"x'{}'\"", key.hexadecimal().as_str()));
    connection.execute_batch(&pragma)?;
    connection.execute_batch("PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = ON")?;
    Ok(connection)
}

fn set_for_writing(connection: &Connection) -> Result<(), StoreError> {
    connection.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; \
         PRAGMA wal_autocheckpoint = 1000; PRAGMA cache_size = -32000",
    )?;
    Ok(())
}

/// Reads the first page, which fails when the file is not what the key encrypted.
fn read_first_page(connection: &Connection) -> Result<(), StoreError> {
    let application: i32 = connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
    if application == APPLICATION_ID {
        Ok(())
    } else {
        Err(StoreError::damaged("the database is not a hub's"))
    }
}
