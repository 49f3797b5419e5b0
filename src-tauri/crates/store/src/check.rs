//! Checking the whole store: pages, references between rows, and the audit's chain.

use rusqlite::{Connection, OptionalExtension};

use crate::audit::AuditHead;
use crate::audit::verify::verify;
use crate::error::StoreError;
use crate::integrity;
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
    /// Checks pages, references and the audit's chain.
    pub fn check(&self) -> Result<CheckReport, StoreError> {
        let transaction = self.connection.unchecked_transaction()?;
        check(&transaction)
    }

    /// Checks as [`Store::check`] does, and also that the chain still holds the `head` that a paper or a backup names,
    /// which a chain cut off behind cannot.
    pub fn check_against(&self, head: &AuditHead) -> Result<CheckReport, StoreError> {
        let transaction = self.connection.unchecked_transaction()?;
        let mut report = check(&transaction)?;
        if report.audit_rows < head.serial {
            let told = format!(
                "The audit ends before row {}, which a paper or backup names as written",
                head.serial
            );
            report.problems.push(told);
        } else if head_at(&transaction, head.serial)?.as_deref() != Some(&head.hash) {
            report
                .problems
                .push(format!("Audit row {} is not the one that a paper or backup names", head.serial));
        }
        report.ok = report.problems.is_empty();
        Ok(report)
    }
}

fn head_at(connection: &Connection, serial: u64) -> Result<Option<String>, StoreError> {
    let sql = "SELECT lower(hex(hash)) FROM audit WHERE serial = ?1";
    let serial = i64::try_from(serial).unwrap_or(i64::MAX);
    Ok(connection.prepare_cached(sql)?.query_row([serial], |row| row.get(0)).optional()?)
}

/// Checks the database behind `connection`.
pub(crate) fn check(connection: &Connection) -> Result<CheckReport, StoreError> {
    let mut problems = integrity::whole(connection);
    if !problems.is_empty() {
        // Rows are not to be believed on pages that are not whole.
        return Ok(CheckReport { rows: 0, audit_rows: 0, ok: false, problems });
    }
    problems.extend(dangling(connection)?);
    let verified = verify(connection)?;
    problems.extend(verified.problems);
    problems.extend(crate::disposal::verify::problems(connection)?);
    let rows = count_tables(connection)?.into_iter().map(|(_, rows)| rows).sum();
    Ok(CheckReport { rows, audit_rows: verified.rows, ok: problems.is_empty(), problems })
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
