//! Checking the whole store: pages, references between rows, the audit's chain, and whether the record says what it holds.

use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use crate::audit::AuditHead;
use crate::audit::compare::compare;
use crate::audit::verify::{Verified, verify};
use crate::backup::list_backups;
use crate::error::StoreError;
use crate::integrity;
use crate::key_file::KeyFile;
use crate::restore::RESTORE;
use crate::store::Store;

/// What a check found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckReport {
    /// Rows in the tables of the record, those that were taken back among them.
    pub rows: u64,
    /// Rows in the audit.
    pub audit_rows: u64,
    /// Whether nothing was found.
    pub ok: bool,
    /// What was found, in words; empty when nothing was.
    pub problems: Vec<String>,
}

/// The tables that are not the record itself.
const BESIDE_THE_RECORD: [&str; 4] = ["hub", "audit", "history", "draft"];

impl Store {
    /// Checks pages, references, the audit's chain, the rows of the record against it, and that the chain still holds the
    /// head that each backup in the hub's own folder names.
    pub fn check(&self) -> Result<CheckReport, StoreError> {
        self.settle_log();
        let transaction = self.connection.unchecked_transaction()?;
        let mut report = check(&transaction, self.hub_id())?;
        // A record that is not whole says nothing about its backups.
        if report.ok {
            report.problems = self.behind_backups(&transaction)?;
            report.ok = report.problems.is_empty();
        }
        Ok(report)
    }

    /// Puts what waits in the log into the file: a power cut may have torn pages there which the log still holds whole.
    fn settle_log(&self) {
        // A disk that refuses leaves the log as it is, and the check tells what it finds.
        let _ = self.connection.query_row("PRAGMA wal_checkpoint", [], |_| Ok(()));
    }

    /// Returns which backups name a head that the chain does not hold.
    fn behind_backups(&self, connection: &Connection) -> Result<Vec<String>, StoreError> {
        let mut problems = Vec::new();
        if !self.backup_folder().is_dir() {
            return Ok(problems);
        }
        let restorings = restorings(connection)?;
        for backup in list_backups(&self.backup_folder())? {
            let of_this_hub =
                KeyFile::load(&backup.path).is_ok_and(|key_file| key_file.hub_id == self.hub_id());
            // What was written between a backup and its restoring was given up with the damaged record.
            let made_at = backup.made_at.0;
            let given_up = restorings.iter().any(|(from, at)| *from < made_at && made_at <= *at);
            let AuditHead { serial, hash } = &backup.audit_head;
            if of_this_hub && !given_up && head_at(connection, *serial)?.as_deref() != Some(hash) {
                let name = backup.path.file_name().unwrap_or_default().to_string_lossy();
                problems.push(format!("The audit does not hold row {serial} as the backup {name} names it"));
            }
        }
        Ok(problems)
    }

    /// Checks as [`Store::check`] does, and also that the chain still holds the `head` that a paper or a backup names,
    /// which a chain cut off behind cannot.
    pub fn check_against(&self, head: &AuditHead) -> Result<CheckReport, StoreError> {
        self.settle_log();
        let transaction = self.connection.unchecked_transaction()?;
        check_against(&transaction, self.hub_id(), head)
    }
}

/// Checks the database behind `connection`, and that its chain holds `head`.
pub(crate) fn check_against(
    connection: &Connection,
    hub: Uuid,
    head: &AuditHead,
) -> Result<CheckReport, StoreError> {
    let mut report = check(connection, hub)?;
    if report.audit_rows < head.serial {
        let told =
            format!("The audit ends before row {}, which a paper or backup names as written", head.serial);
        report.problems.push(told);
    } else if head_at(connection, head.serial)?.as_deref() != Some(&head.hash) {
        report
            .problems
            .push(format!("Audit row {} is not the one that a paper or backup names", head.serial));
    }
    report.ok = report.problems.is_empty();
    Ok(report)
}

/// Returns of every restoring of which instant the backup was, and when it was restored.
fn restorings(connection: &Connection) -> Result<Vec<(i64, i64)>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT json_extract(history.value, '$.made_at'), audit.at FROM audit \
         JOIN history ON history.device = audit.device AND history.serial = audit.serial WHERE audit.kind = ?1",
    )?;
    let restorings = statement.query_map([RESTORE], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(restorings.collect::<rusqlite::Result<_>>()?)
}

fn head_at(connection: &Connection, serial: u64) -> Result<Option<String>, StoreError> {
    let sql = "SELECT lower(hex(hash)) FROM audit WHERE serial = ?1";
    let serial = i64::try_from(serial).unwrap_or(i64::MAX);
    Ok(connection.prepare_cached(sql)?.query_row([serial], |row| row.get(0)).optional()?)
}

/// Checks the database behind `connection`, which belongs to the hub with the key `hub`.
pub(crate) fn check(connection: &Connection, hub: Uuid) -> Result<CheckReport, StoreError> {
    let mut problems = integrity::whole(connection);
    if !problems.is_empty() {
        // Rows are not to be believed on pages that are not whole.
        return Ok(CheckReport { rows: 0, audit_rows: 0, ok: false, problems });
    }
    problems.extend(dangling(connection)?);
    let verified = readable(verify(connection), "The audit")?
        .unwrap_or_else(|problem| Verified { rows: 0, problems: vec![problem] });
    let chained = verified.problems.is_empty();
    problems.extend(verified.problems);
    let disposals = readable(crate::disposal::verify::problems(connection), "A disposal")?;
    problems.extend(disposals.unwrap_or_else(|problem| vec![problem]));
    // A chain that is broken says nothing about the rows.
    if chained {
        let differing = readable(compare(connection, hub), "A row of the record")?;
        problems.extend(differing.unwrap_or_else(|problem| vec![problem]));
    }
    let rows = count_tables(connection)?.into_iter().map(|(_, rows)| rows).sum();
    Ok(CheckReport { rows, audit_rows: verified.rows, ok: problems.is_empty(), problems })
}

/// Returns what was read, or the problem that something in it is not what the program writes; the disk's own refusals
/// stay refusals.
fn readable<T>(read: Result<T, StoreError>, what: &str) -> Result<Result<T, String>, StoreError> {
    use rusqlite::Error as Sql;
    match read {
        Ok(read) => Ok(Ok(read)),
        Err(
            StoreError::Unreadable { .. }
            | StoreError::NotThere(_)
            | StoreError::Database(
                Sql::FromSqlConversionFailure(..)
                | Sql::InvalidColumnType(..)
                | Sql::IntegralValueOutOfRange(..)
                | Sql::Utf8Error(..),
            ),
        ) => Ok(Err(format!("{what} cannot be read"))),
        // What a function of SQL cannot read has no code of its own.
        Err(StoreError::Database(Sql::SqliteFailure(_, Some(words)))) if words == "malformed JSON" => {
            Ok(Err(format!("{what} cannot be read")))
        }
        Err(refusal) => Err(refusal),
    }
}

fn dangling(connection: &Connection) -> Result<Vec<String>, StoreError> {
    let mut statement = connection
        .prepare("SELECT \"table\", parent, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2")?;
    let mut rows = statement.query([])?;
    let mut problems = Vec::new();
    while let Some(row) = rows.next()? {
        let (table, parent, count): (String, String, u32) = (row.get(0)?, row.get(1)?, row.get(2)?);
        problems.push(format!("{count} rows of “{table}” name a “{parent}” that is not there"));
    }
    Ok(problems)
}

/// Returns the tables of the record with their number of rows.
pub(crate) fn count_tables(connection: &Connection) -> Result<Vec<(String, u64)>, StoreError> {
    let mut statement = connection.prepare(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' \
         AND name NOT LIKE 'search_%' ORDER BY name",
    )?;
    let names: Vec<String> = statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    names
        .into_iter()
        .filter(|name| !BESIDE_THE_RECORD.contains(&name.as_str()))
        .map(|name| {
            let rows: u32 =
                connection.query_row(&format!("SELECT count(*) FROM \"{name}\""), [], |row| row.get(0))?;
            Ok((name, u64::from(rows)))
        })
        .collect()
}
