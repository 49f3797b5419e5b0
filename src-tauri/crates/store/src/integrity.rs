//! Whether the pages of a database are whole: what was altered, cut or zeroed is found before anything is written.

use std::path::Path;

use rusqlite::Connection;

use crate::connection;
use crate::error::StoreError;
use crate::key_file::DataKey;

/// How many findings are told; more would not help anybody.
const TOLD: usize = 20;

/// Looks at the database at `path` without touching it, and returns its schema; refuses a damaged one.
pub(crate) fn examine(path: &Path, key: &DataKey) -> Result<u32, StoreError> {
    let length = std::fs::metadata(path).map_err(|_| StoreError::damaged("the database is missing"))?.len();
    if length == 0 {
        return Err(StoreError::damaged("the database is empty"));
    }
    let connection = connection::open_to_look(path, key)?;
    // The pages that wait in the log replace those in the file, which may be torn by a power cut without harm. Without a
    // log the pages as SQLCipher signed them are enough, because SQLite itself refuses a file shorter than it should be.
    let problems = if connection::waits_in_log(path) { structure(&connection) } else { pages(&connection) };
    // Which pages they are helps nobody at the unlock screen; a check of an open hub tells.
    if !problems.is_empty() {
        return Err(StoreError::damaged("parts of its file are not as they were written"));
    }
    crate::migration::schema_of(&connection)
}

/// Returns what is wrong with the pages of the file and their structure; empty when nothing is.
pub(crate) fn whole(connection: &Connection) -> Vec<String> {
    let pages = pages(connection);
    if pages.is_empty() { structure(connection) } else { pages }
}

/// Returns which pages of the file are not as they were written; empty when all are.
fn pages(connection: &Connection) -> Vec<String> {
    findings(connection, "PRAGMA cipher_integrity_check", |_| true)
}

/// Returns what is wrong with the structure of the database; empty when nothing is.
fn structure(connection: &Connection) -> Vec<String> {
    findings(connection, "PRAGMA quick_check(20)", |found| found != "ok")
}

fn findings(connection: &Connection, pragma: &str, is_finding: fn(&str) -> bool) -> Vec<String> {
    let read = || -> rusqlite::Result<Vec<String>> {
        let mut statement = connection.prepare(pragma)?;
        let mut rows = statement.query([])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let text: String = row.get(0)?;
            if is_finding(&text) && found.len() < TOLD {
                found.push(text);
            }
        }
        Ok(found)
    };
    // A refusal to read is itself the finding.
    read().unwrap_or_else(|error| vec![error.to_string()])
}
