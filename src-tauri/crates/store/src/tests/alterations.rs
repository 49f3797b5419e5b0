//! A thousand alterations, deletions, re-orderings and cut tails of the audit and the record, by somebody with the key and
//! a database tool: all are detected.
//!
//! A run prints its seed and its counts; `ALTERATIONS_SEED` repeats one, and `HUB_TASKING_ALTERATIONS` says how many
//! (`make soak`: ten thousand). Left out is what is no record: drafts, and the words by which a record is found.

use std::collections::BTreeMap;

use domain::case::Case;
use domain::ids::{CaseId, DisposalId, SubjectId};
use domain::retention::{Disposal, RecordType};
use domain::subject::Subject;
use rusqlite::types::Value;
use rusqlite::{Connection, params};

use super::*;
use crate::audit::AuditHead;
use crate::audit::chain::{BEGINNING, Link, value_hash};
use crate::check::{check, check_against};
use crate::dice::Dice;
use crate::everything::{CASE, write_everything};

const SEED: u64 = 20_261_124;
const ALTERATIONS: u64 = 1_000;
const HUB: Uuid = Uuid::from_u128(1);
/// What is no record, or is verified as part of another row.
const NOT_ALTERED: [&str; 3] = ["draft", "audit", "history"];

fn told(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

/// The tables of the record with the columns of their keys and all their columns.
struct Table {
    name: String,
    keys: Vec<String>,
    columns: Vec<String>,
}

struct Tampering {
    store: Store,
    tables: Vec<Table>,
    /// The head that the last paper printed.
    printed: AuditHead,
    _folder: TempDir,
}

impl Tampering {
    fn begin() -> Self {
        let (mut store, folder) = hub_with_areas(12);
        let mut dice = Dice(SEED);
        store.write(&Author::of(CHAIR), NOW, |writer| write_and_dispose(&mut dice, writer)).unwrap();
        let report = store.check().unwrap();
        assert!(report.ok, "whole before: {:?}", report.problems);
        let printed = store.read(|reader| reader.audit_head()).unwrap();
        let tables = tables(&store.connection);
        store
            .connection
            .execute_batch("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
            .unwrap();
        Self { store, tables, printed, _folder: folder }
    }

    /// Alters something, asks the check, and undoes it. Returns what was altered, and whether it was told; nothing when the
    /// dice fell on what is no alteration.
    fn once(&self, how: How, dice: &mut Dice) -> Option<(String, bool)> {
        let connection = &self.store.connection;
        connection.execute_batch("BEGIN IMMEDIATE").unwrap();
        for trigger in column_of(connection, "SELECT name FROM sqlite_schema WHERE type = 'trigger'") {
            connection.execute_batch(&format!("DROP TRIGGER {trigger}")).unwrap();
        }
        let altered = how.alter(self, dice);
        let detected = altered.map(|what| {
            let report = match how.against_head() {
                true => check_against(connection, HUB, &self.printed),
                false => check(connection, HUB),
            };
            (what, !report.unwrap().ok)
        });
        connection.execute_batch("ROLLBACK").unwrap();
        detected
    }

    fn rows(&self) -> u64 {
        self.printed.serial
    }
}

/// Writes a row of every table, amends one, and disposes of one.
fn write_and_dispose(dice: &mut Dice, writer: &mut crate::Writer<'_>) -> Result<(), StoreError> {
    write_everything(dice, writer)?;
    let case = writer.get_case(CaseId(CASE))?.unwrap();
    writer.put_case(&Case { title: dice.text(), ..case })?;
    let lonely = Subject::unknown(SubjectId(Uuid::from_u128(160)));
    writer.put_subject(&lonely)?;
    let gone = writer.erase(&[(RecordType::Person, lonely.id.0)], &[])?;
    writer.add_disposal(&disposal_of(&gone), &gone)
}

fn disposal_of(gone: &crate::Gone) -> Disposal {
    Disposal {
        id: DisposalId(Uuid::from_u128(61)),
        number: 1,
        on: "2026-11-24".parse().unwrap(),
        approved_by: "Wren Alder".into(),
        reason: "six years are over".into(),
        records: Vec::new(),
        rows: gone.rows(),
        values: gone.values(),
        digest: gone.digest(),
        copies: 0,
        copies_gone_by: "2026-11-24".parse().unwrap(),
    }
}

fn column_of(connection: &Connection, sql: &str) -> Vec<String> {
    let mut statement = connection.prepare(sql).unwrap();
    statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

fn tables(connection: &Connection) -> Vec<Table> {
    let names = column_of(
        connection,
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' \
         AND name NOT LIKE 'search_%' ORDER BY name",
    );
    let names = names.into_iter().filter(|name| !NOT_ALTERED.contains(&name.as_str()));
    names
        .map(|name| {
            let info = |what: &str| {
                column_of(connection, &format!("SELECT name FROM pragma_table_info('{name}') WHERE {what}"))
            };
            // A row that is the only one of its table has a key that says no more than that.
            let columns = info("name <> 'only_row'");
            Table { keys: info("pk > 0"), columns, name: name.clone() }
        })
        .collect()
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum How {
    AuditColumn,
    HistoryValue,
    DeleteFromAudit,
    SwapInAudit,
    InsertIntoAudit,
    CutTail,
    ChainAnew,
    RecordColumn,
    DeleteRecord,
    SwapRecords,
    InsertRecord,
}

impl How {
    const ALL: [Self; 11] = [
        Self::AuditColumn,
        Self::HistoryValue,
        Self::DeleteFromAudit,
        Self::SwapInAudit,
        Self::InsertIntoAudit,
        Self::CutTail,
        Self::ChainAnew,
        Self::RecordColumn,
        Self::DeleteRecord,
        Self::SwapRecords,
        Self::InsertRecord,
    ];

    /// Tells whether only the head that was printed can tell: whoever has the key can chain anew.
    fn against_head(self) -> bool {
        matches!(self, Self::CutTail | Self::ChainAnew)
    }

    /// Returns nothing when the dice fell on what is no alteration, such as a value in place of the same.
    fn alter(self, of: &Tampering, dice: &mut Dice) -> Option<String> {
        let connection = &of.store.connection;
        let serial = 1 + dice.below(of.rows());
        let run = |sql: &str| {
            let sql = sql.replace('?', &serial.to_string());
            connection.execute_batch(&sql).unwrap();
            (connection.changes() > 0).then_some(sql)
        };
        match self {
            Self::AuditColumn => {
                let columns = [
                    "device",
                    "serial",
                    "at",
                    "user",
                    "in_name_of",
                    "kind",
                    "row_id",
                    "value_hash",
                    "previous_hash",
                    "hash",
                ];
                let columns: Vec<String> = columns.map(str::to_owned).to_vec();
                alter_column(connection, "audit", &columns, &format!("serial = {serial}"), dice)
            }
            Self::HistoryValue => {
                let columns: Vec<String> = ["device", "serial", "salt", "value"].map(str::to_owned).to_vec();
                alter_column(connection, "history", &columns, &format!("serial = {serial}"), dice)
            }
            // The last row without what hangs on it is a cut tail, which only a head tells.
            Self::DeleteFromAudit if serial == of.rows() => None,
            Self::DeleteFromAudit => run(match dice.below(3) {
                0 => "DELETE FROM audit WHERE serial = ?",
                1 => "DELETE FROM history WHERE serial = ?",
                _ => "DELETE FROM audit WHERE serial = ?; DELETE FROM history WHERE serial = ?",
            }),
            Self::SwapInAudit => {
                let other = 1 + dice.below(of.rows());
                let table = dice.of(&["audit", "history"]);
                if other == serial {
                    return None;
                }
                run(&format!(
                    "UPDATE {table} SET serial = -1 WHERE serial = ?; UPDATE {table} SET serial = ? WHERE serial = {other}; \
                     UPDATE {table} SET serial = {other} WHERE serial = -1"
                ))
            }
            Self::InsertIntoAudit => run(&format!(
                "INSERT INTO audit SELECT device, {}, at, user, in_name_of, kind, row_id, value_hash, previous_hash, hash \
                 FROM audit WHERE serial = ?; INSERT INTO history SELECT device, {}, salt, value FROM history WHERE serial = ?",
                of.rows() + 1,
                of.rows() + 1
            )),
            Self::CutTail => {
                run("DELETE FROM audit WHERE serial >= ?; DELETE FROM history WHERE serial >= ?")
            }
            Self::ChainAnew => {
                let what =
                    run("UPDATE history SET value = value || ' ' WHERE serial = ? AND value IS NOT NULL")?;
                chain_anew(connection);
                Some(what)
            }
            Self::RecordColumn => {
                let (table, row) = of.row(dice)?;
                alter_column(connection, &table.name, &table.columns, &row, dice)
            }
            Self::DeleteRecord => {
                let (table, row) = of.row(dice)?;
                run(&format!("DELETE FROM {} WHERE {row}", table.name))
            }
            Self::SwapRecords => {
                let (table, one) = of.row(dice)?;
                let other = of.row_of(table, dice)?;
                let column = &table.columns[dice.below(table.columns.len() as u64) as usize];
                if table.keys.contains(column) {
                    return None;
                }
                let value = |row: &str| -> Value {
                    let sql = format!("SELECT \"{column}\" FROM {} WHERE {row}", table.name);
                    connection.query_row(&sql, [], |row| row.get(0)).unwrap()
                };
                let (first, second) = (value(&one), value(&other));
                if first == second {
                    return None;
                }
                for (row, value) in [(&one, second), (&other, first)] {
                    let sql = format!("UPDATE {} SET \"{column}\" = ?1 WHERE {row}", table.name);
                    connection.execute(&sql, params![value]).ok()?;
                }
                Some(format!("{} of {one} and {other} in {}", column, table.name))
            }
            Self::InsertRecord => {
                let (table, row) = of.row(dice)?;
                let key = table.keys.first()?;
                let columns: Vec<String> = table
                    .columns
                    .iter()
                    .map(|name| if name == key { "randomblob(16)".to_owned() } else { format!("\"{name}\"") })
                    .collect();
                let sql = format!(
                    "INSERT INTO {0} SELECT {1} FROM {0} WHERE {row}",
                    table.name,
                    columns.join(", ")
                );
                // A copy that an index of the schema refuses is no alteration.
                connection.execute_batch(&sql).ok().map(|()| sql)
            }
        }
    }
}

impl Tampering {
    /// Throws a row of any table: the table, and the condition that selects the row.
    fn row(&self, dice: &mut Dice) -> Option<(&Table, String)> {
        let table = &self.tables[dice.below(self.tables.len() as u64) as usize];
        Some((table, self.row_of(table, dice)?))
    }

    fn row_of(&self, table: &Table, dice: &mut Dice) -> Option<String> {
        let keys: Vec<String> = table.keys.iter().map(|key| format!("quote(\"{key}\")")).collect();
        let sql = format!("SELECT {} FROM {}", keys.join(", "), table.name);
        let mut statement = self.store.connection.prepare(&sql).unwrap();
        let rows: Vec<String> = statement
            .query_map([], |row| {
                let each = table.keys.iter().enumerate();
                let each = each.map(|(at, key)| Ok(format!("\"{key}\" = {}", row.get::<_, String>(at)?)));
                Ok(each.collect::<rusqlite::Result<Vec<_>>>()?.join(" AND "))
            })
            .unwrap()
            .map(Result::unwrap)
            .collect();
        (!rows.is_empty()).then(|| rows[dice.below(rows.len() as u64) as usize].clone())
    }
}

/// Puts another value into one column of a row.
fn alter_column(
    connection: &Connection,
    table: &str,
    columns: &[String],
    row: &str,
    dice: &mut Dice,
) -> Option<String> {
    let column = &columns[dice.below(columns.len() as u64) as usize];
    let value: Value = connection
        .query_row(&format!("SELECT \"{column}\" FROM {table} WHERE {row}"), [], |row| row.get(0))
        .unwrap();
    let of_type: String = connection
        .query_row("SELECT type FROM pragma_table_info(?1) WHERE name = ?2", params![table, column], |row| {
            row.get(0)
        })
        .unwrap();
    let other = match (value, of_type.as_str()) {
        (Value::Text(text), _) => match dice.below(3) {
            // A blank behind a list says nothing else than the list does.
            0 if !text.starts_with(['[', '{']) => Value::Text(format!("{text} ")),
            1 => Value::Text(format!("x{text}")),
            _ if text.is_empty() => Value::Text("y".into()),
            _ => Value::Text(String::new()),
        },
        (Value::Integer(number), _) => match dice.coin() {
            true => Value::Integer(number ^ 1),
            false => Value::Integer(number + 1),
        },
        (Value::Blob(mut bytes), _) if !bytes.is_empty() => {
            let at = dice.below(bytes.len() as u64) as usize;
            bytes[at] ^= 1 << dice.below(8);
            Value::Blob(bytes)
        }
        (_, "TEXT") => Value::Text(dice.text() + "z"),
        (_, "INTEGER") => Value::Integer(7),
        _ => Value::Blob(dice.uuid().as_bytes().to_vec()),
    };
    // What an index of the schema refuses is no alteration.
    let what = format!("{column} = {other:?} in {table} where {row}");
    let sql = format!("UPDATE {table} SET \"{column}\" = ?1 WHERE {row}");
    connection.execute(&sql, params![other]).ok().map(|_| what)
}

/// Chains the audit anew over its altered values, as somebody who knows how the hashes are made can.
fn chain_anew(connection: &Connection) {
    let mut statement = connection
        .prepare(
            "SELECT audit.device, audit.serial, at, user, in_name_of, kind, row_id, value_hash, salt, value FROM audit \
             JOIN history ON history.device = audit.device AND history.serial = audit.serial ORDER BY audit.serial",
        )
        .unwrap();
    let mut rows = statement.query([]).unwrap();
    let mut previous = BEGINNING;
    while let Some(row) = rows.next().unwrap() {
        let uuid = |at: usize| Uuid::from_slice(&row.get::<_, Vec<u8>>(at).unwrap()).unwrap();
        let (name, kind): (Option<String>, String) = (row.get(4).unwrap(), row.get(5).unwrap());
        let row_id: Vec<u8> = row.get(6).unwrap();
        let (salt, value): (Option<Vec<u8>>, Option<String>) = (row.get(8).unwrap(), row.get(9).unwrap());
        let of_value = salt.zip(value).map(|(salt, value)| value_hash(&salt, &value));
        let link = Link {
            device: uuid(0),
            serial: row.get(1).unwrap(),
            at: row.get(2).unwrap(),
            user: uuid(3),
            in_name_of: name.as_deref(),
            kind: &kind,
            row_id: &row_id,
            value_hash: of_value.unwrap_or(row.get(7).unwrap()),
            previous,
        };
        let sql = "UPDATE audit SET value_hash = ?1, previous_hash = ?2, hash = ?3 WHERE serial = ?4";
        connection.execute(sql, params![link.value_hash, link.previous, link.hash(), link.serial]).unwrap();
        previous = link.hash();
    }
}

#[test]
fn every_alteration_deletion_re_ordering_and_cut_tail_is_detected() {
    let (seed, how_many) = (told("ALTERATIONS_SEED", SEED), told("HUB_TASKING_ALTERATIONS", ALTERATIONS));
    let tampering = Tampering::begin();
    let mut dice = Dice(seed);
    let mut detected: BTreeMap<How, u64> = BTreeMap::new();
    let mut lost = Vec::new();
    let mut done = 0;
    while done < how_many {
        let how = How::ALL[dice.below(How::ALL.len() as u64) as usize];
        match tampering.once(how, &mut dice) {
            None => continue,
            Some((_, true)) => *detected.entry(how).or_default() += 1,
            Some((what, false)) => lost.push((how, what)),
        }
        done += 1;
    }
    println!(
        "seed {seed}, {done} alterations: {} detected, {} lost: {detected:?}",
        done - lost.len() as u64,
        lost.len()
    );
    assert!(lost.is_empty(), "not detected: {lost:#?}");
    assert!(tampering.store.check().unwrap().ok, "and all were undone");
}
