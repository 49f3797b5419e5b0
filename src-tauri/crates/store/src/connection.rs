//! Connections to the database: keyed first, then set so that what is acknowledged is on the disk.

use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};
use zeroize::Zeroizing;

use crate::disk;
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

/// Removes the database at `path` that an attempt left behind which ended half-way, with whatever stands beside it; usually there is
/// nothing.
pub(crate) fn clear(path: &Path) {
    for ending in ["", "-wal", "-shm", "-journal"] {
        let mut beside = path.as_os_str().to_owned();
        beside.push(ending);
        let _ = std::fs::remove_file(beside);
    }
}

/// Opens the database at `path` for reading and writing.
pub(crate) fn open(path: &Path, key: &DataKey) -> Result<Connection, StoreError> {
    let connection =
        keyed(Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE | COMMON)?, key)?;
    read_first_page(&connection)?;
    set_for_writing(&connection)?;
    Ok(connection)
}

/// Opens the database at `path` so that nothing in it can change, nor any file beside it appear.
pub(crate) fn open_to_look(path: &Path, key: &DataKey) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | COMMON;
    let opened = match unchanging(path).filter(|_| !waits_in_log(path)) {
        Some(uri) => Connection::open_with_flags(uri, flags | OpenFlags::SQLITE_OPEN_URI)?,
        // What waits in the log is read with it, and reading a log takes an index file beside it.
        None => Connection::open_with_flags(path, flags)?,
    };
    let connection = keyed(opened, key)?;
    read_first_page(&connection)?;
    Ok(connection)
}

/// Opens the database at `path` for reading while another connection of this program writes it.
pub(crate) fn open_beside(path: &Path, key: &DataKey) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | COMMON;
    let connection = keyed(Connection::open_with_flags(path, flags)?, key)?;
    read_first_page(&connection)?;
    Ok(connection)
}

/// Tells whether `key` is the one with which the database at `path` is encrypted.
pub(crate) fn fits(path: &Path, key: &DataKey) -> bool {
    open_to_look(path, key).is_ok()
}

/// Encrypts the database at `path`, which `connection` has open, under another key, page by page, in one transaction; it is
/// one file without a log beside it from then on.
pub(crate) fn encrypt_anew(connection: &Connection, path: &Path, key: &DataKey) -> Result<(), StoreError> {
    connection.execute_batch("PRAGMA journal_mode = DELETE")?;
    // Because SQLCipher does not say why it could not: its journal will hold every page once more.
    disk::make_sure_of_room(path)?;
    let pragma = Zeroizing::new(format!("PRAGMA rekey = \"x'{}'\"", key.hexadecimal().as_str()));
    connection.execute_batch(&pragma)?;
    Ok(())
}

/// Tells whether changes wait in the write-ahead log beside the database.
pub(crate) fn waits_in_log(path: &Path) -> bool {
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    std::fs::metadata(log).is_ok_and(|log| log.len() > 0)
}

/// Returns the address of a file that nobody changes, by which SQLite neither locks it nor looks for a log; absent for a
/// path that is no text.
fn unchanging(path: &Path) -> Option<String> {
    let path = std::path::absolute(path).ok()?;
    let text = path.to_str()?;
    let text = if cfg!(windows) { text.replace('\\', "/") } else { text.to_owned() };
    let slash = if text.starts_with('/') { "" } else { "/" };
    let escaped: String = text.replace('%', "%25").replace('?', "%3f").replace('#', "%23");
    Some(format!("file:{slash}{escaped}?immutable=1"))
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
         PRAGMA wal_autocheckpoint = 1000; PRAGMA cache_size = -65536",
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
