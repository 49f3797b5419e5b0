//! Verifying disposals: what was erased is what a disposal names, it stays erased, and nothing else went.

use rusqlite::{Connection, OptionalExtension, params};

use super::erase::{audited_key, digest_of};
use super::list::place_of;
use crate::error::StoreError;
use crate::migration::schema_of;

/// The schema that brought disposals; an older backup, which is verified before it is migrated, holds none.
const FIRST_SCHEMA: u32 = 7;

/// The kind of audit row that a disposal leaves.
pub(crate) const DISPOSAL: &str = "disposal";

/// Tells whether a disposal names the value of an audit row.
pub(crate) fn is_disposed_of(
    connection: &Connection,
    row_id: &[u8],
    device: &[u8],
    serial: i64,
) -> Result<bool, StoreError> {
    if schema_of(connection)? < FIRST_SCHEMA {
        return Ok(false);
    }
    let sql = "SELECT EXISTS (SELECT 1 FROM disposed_row WHERE row_key IN (?1, ?2))";
    let single = audited_key(device, serial);
    Ok(connection.prepare_cached(sql)?.query_row(params![row_id, single], |row| row.get(0))?)
}

/// Returns what is wrong with the disposals; empty when nothing is.
pub(crate) fn problems(connection: &Connection) -> Result<Vec<String>, StoreError> {
    let mut problems = Vec::new();
    if schema_of(connection)? < FIRST_SCHEMA {
        return Ok(problems);
    }
    let mut statement = connection.prepare("SELECT id, number, digest FROM disposal ORDER BY number")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (id, number, digest): (Vec<u8>, u32, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let (keys, serial) = (keys_of(connection, &id)?, audited(connection, &id, &digest)?);
        let found =
            digest_of(keys.iter().map(|(table, key, fate)| (table.as_str(), key.as_slice(), fate.as_str())));
        if found != digest {
            problems.push(format!("What disposal {number} says went was altered"));
        }
        let Some(serial) = serial else {
            problems.push(format!("Disposal {number} is not the one that the audit holds"));
            continue;
        };
        for (table, key, fate) in &keys {
            if fate == "erased" && is_back(connection, table, key)? {
                problems.push(format!("A row of “{table}” that disposal {number} erased is there again"));
            }
            if has_value_before(connection, key, serial)? {
                problems.push(format!("A value that disposal {number} erased is there again"));
            }
        }
    }
    let stray =
        "SELECT count(DISTINCT disposal) FROM disposed_row WHERE disposal NOT IN (SELECT id FROM disposal)";
    let stray: u32 = connection.query_row(stray, [], |row| row.get(0))?;
    let unheld = "SELECT count(*) FROM audit WHERE kind = ?1 AND row_id NOT IN (SELECT id FROM disposal)";
    let unheld: u32 = connection.query_row(unheld, [DISPOSAL], |row| row.get(0))?;
    if stray + unheld > 0 {
        problems.push("A disposal that the audit holds is missing".to_owned());
    }
    Ok(problems)
}

/// A row that went: its table, its key, and what became of it.
pub(crate) type Key = (String, Vec<u8>, String);

/// Returns the rows that went by a disposal, in the order of their digest.
pub(crate) fn keys_of(connection: &Connection, disposal: &[u8]) -> Result<Vec<Key>, StoreError> {
    let sql =
        "SELECT of_table, row_key, fate FROM disposed_row WHERE disposal = ?1 ORDER BY of_table, row_key";
    let mut statement = connection.prepare_cached(sql)?;
    let keys = statement.query_map([disposal], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(keys.collect::<rusqlite::Result<_>>()?)
}

/// Returns the running number of the audit row of a disposal; absent when the audit holds another digest or none.
fn audited(connection: &Connection, id: &[u8], digest: &str) -> Result<Option<i64>, StoreError> {
    let sql = "SELECT audit.serial FROM audit JOIN history ON history.device = audit.device AND history.serial = audit.serial \
               WHERE audit.row_id = ?1 AND audit.kind = ?2 AND json_extract(history.value, '$.digest') = ?3";
    Ok(connection
        .prepare_cached(sql)?
        .query_row(params![id, DISPOSAL, digest], |row| row.get(0))
        .optional()?)
}

fn is_back(connection: &Connection, table: &str, key: &[u8]) -> Result<bool, StoreError> {
    let Some(column) = place_of(table).and_then(|place| place.key) else { return Ok(false) };
    let sql = format!("SELECT EXISTS (SELECT 1 FROM {table} WHERE {column} = ?1)");
    Ok(connection.prepare_cached(&sql)?.query_row([key], |row| row.get(0))?)
}

fn has_value_before(connection: &Connection, key: &[u8], serial: i64) -> Result<bool, StoreError> {
    let sql = "SELECT EXISTS (SELECT 1 FROM audit JOIN history ON history.device = audit.device AND history.serial = audit.serial \
               WHERE audit.row_id = ?1 AND audit.serial < ?2 AND history.value IS NOT NULL)";
    Ok(connection.prepare_cached(sql)?.query_row(params![key, serial], |row| row.get(0))?)
}
