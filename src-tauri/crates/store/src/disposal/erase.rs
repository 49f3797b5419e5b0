//! Erasing: rows, search entries, drafts, remembered rows of sheets, and the values of the history with their salts.

use std::collections::{BTreeMap, BTreeSet};

use domain::moment::Moment;
use domain::retention::{Disposal, RecordType, RowsGone};
use rusqlite::types::Value;
use rusqlite::{Connection, params, params_from_iter};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::gather::{Found, gather};
use super::list::PLACES;
use super::place::{Fate, Instead, Place};
use crate::audit::hexadecimal;
use crate::column::Column;
use crate::error::StoreError;
use crate::reader::Reader;
use crate::writer::Writer;

/// The keys of the rows that went, with their table and what became of them.
type Keys = BTreeMap<(String, Vec<u8>), &'static str>;

/// What a disposal has taken.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gone {
    rows: BTreeMap<String, (u32, u32)>,
    keys: Keys,
    values: u32,
}

impl Gone {
    /// Returns how many rows of each table went.
    pub fn rows(&self) -> Vec<RowsGone> {
        let row = |(table, (erased, thinned)): (&String, &(u32, u32))| RowsGone {
            table: table.clone(),
            erased: *erased,
            thinned: *thinned,
        };
        self.rows.iter().map(row).collect()
    }

    /// Returns how many values of the history were erased with their salts.
    pub fn values(&self) -> u32 {
        self.values
    }

    /// Returns a hash over the keys of every row that went, in hexadecimal.
    pub fn digest(&self) -> String {
        let keys = self.keys.iter().map(|((table, key), fate)| (table.as_str(), key.as_slice(), *fate));
        digest_of(keys)
    }

    /// Adds what another round has taken.
    pub fn extend(&mut self, other: Self) {
        for (table, (erased, thinned)) in other.rows {
            let rows = self.rows.entry(table).or_default();
            *rows = (rows.0 + erased, rows.1 + thinned);
        }
        self.keys.extend(other.keys);
        self.values += other.values;
    }

    fn erased(&mut self, table: &str, rows: usize) {
        let count = u32::try_from(rows).unwrap_or(u32::MAX);
        if count > 0 {
            self.rows.entry(table.to_owned()).or_default().0 += count;
        }
    }

    fn key(&mut self, table: &str, key: &[u8], fate: &'static str) {
        self.keys.insert((table.to_owned(), key.to_vec()), fate);
    }
}

/// Returns the hash over keys that come sorted by table and key; lengths stand before texts.
pub(crate) fn digest_of<'a>(keys: impl IntoIterator<Item = (&'a str, &'a [u8], &'a str)>) -> String {
    let mut hasher = Sha256::new();
    hasher.update(b"hub disposal 1");
    for (table, key, fate) in keys {
        for part in [table.as_bytes(), key, fate.as_bytes()] {
            hasher.update((part.len() as u64).to_be_bytes());
            hasher.update(part);
        }
    }
    hexadecimal(&hasher.finalize())
}

/// Returns the table in which a record of a type stands; absent for what has no row of its own.
fn table_of(of: RecordType) -> Option<&'static str> {
    Some(match of {
        RecordType::ClosedCase => "case_record",
        RecordType::NotAdoptedReferral | RecordType::SettledReferral => "referral",
        RecordType::Person => "subject",
        RecordType::StandaloneOrder => "order_record",
        RecordType::Minutes => "meeting",
        RecordType::Disclosures => return None,
    })
}

impl Writer<'_> {
    /// Erases records for good with whatever hangs on them: rows, people whom nothing else names, search entries, drafts,
    /// and every value of theirs in the history. `references` are the spent numbers by which drafts may name them.
    ///
    /// Nothing is asked here: whether they may go is decided before.
    pub fn erase(
        &mut self,
        records: &[(RecordType, Uuid)],
        references: &[String],
    ) -> Result<Gone, StoreError> {
        // Rows go in the order of the list, not of their references.
        self.connection.execute_batch("PRAGMA defer_foreign_keys = ON")?;
        let roots: Vec<(&'static str, Uuid)> =
            records.iter().filter_map(|(of, id)| table_of(*of).map(|table| (table, *id))).collect();
        let found = gather(self.connection, &roots)?;
        let mut gone = Gone::default();
        let ids: BTreeSet<Uuid> = found.values().flatten().copied().collect();
        self.forget_import_rows(&ids, &mut gone)?;
        for place in PLACES {
            take(self.connection, place, &found, &mut gone)?;
        }
        for id in &ids {
            self.forget_words(*id)?;
            self.forget_values(*id, &mut gone)?;
        }
        self.forget_drafts(&ids, references, &mut gone)?;
        // The full-text index keeps the words of what was deleted until its parts are merged.
        self.connection.execute_batch("INSERT INTO search_text (search_text) VALUES ('optimize')")?;
        Ok(gone)
    }

    /// Erases what the audit holds of views, projections, prints and exports before `moment`; that they were stays.
    pub fn erase_notes_before(&mut self, moment: Moment, kinds: &[&str]) -> Result<Gone, StoreError> {
        let mut gone = Gone::default();
        for kind in kinds {
            let sql = "SELECT device, serial FROM audit WHERE kind = ?1 AND at < ?2";
            let rows = self.audit_rows_by(sql, params![kind, moment.0])?;
            self.forget_audited(&rows, &mut gone)?;
        }
        Ok(gone)
    }

    /// Adds the disposal that [`Writer::erase`] has carried out, with the keys of what went.
    pub fn add_disposal(&mut self, disposal: &Disposal, gone: &Gone) -> Result<(), StoreError> {
        self.put(disposal)?;
        let mut statement = self.connection.prepare_cached(
            "INSERT INTO disposed_row (disposal, of_table, row_key, fate) VALUES (?1, ?2, ?3, ?4)",
        )?;
        for ((table, key), fate) in &gone.keys {
            statement.execute(params![disposal.id.to_value(), table, key, fate])?;
        }
        Ok(())
    }

    /// Carries out a disposal again that a restored backup does not know of; the certificate keeps its number and day.
    pub fn dispose_again(&mut self, disposal: &Disposal, gone: &Gone) -> Result<Disposal, StoreError> {
        let again =
            Disposal { rows: gone.rows(), values: gone.values(), digest: gone.digest(), ..disposal.clone() };
        self.add_disposal(&again, gone)?;
        Ok(again)
    }

    fn forget_values(&self, id: Uuid, gone: &mut Gone) -> Result<(), StoreError> {
        let sql = "UPDATE history SET salt = NULL, value = NULL WHERE salt IS NOT NULL AND (device, serial) IN \
                   (SELECT device, serial FROM audit WHERE row_id = ?1)";
        let values = self.connection.prepare_cached(sql)?.execute([id.to_value()])?;
        gone.values += u32::try_from(values).unwrap_or(u32::MAX);
        Ok(())
    }

    /// Forgets what the last import remembered of the records, with what the history holds of it.
    fn forget_import_rows(&self, ids: &BTreeSet<Uuid>, gone: &mut Gone) -> Result<(), StoreError> {
        let mut statement = self
            .connection
            .prepare_cached("DELETE FROM import_row WHERE json_extract(value, '$.record') = ?1")?;
        let mut erased = 0;
        for id in ids {
            erased += statement.execute([id.to_string()])?;
        }
        gone.erased("import_row", erased);
        let sql = "SELECT audit.device, audit.serial, json_extract(history.value, '$.record') FROM audit \
                   JOIN history ON history.device = audit.device AND history.serial = audit.serial \
                   WHERE audit.kind = 'import_row' AND history.value IS NOT NULL";
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query([])?;
        let mut of_records = Vec::new();
        while let Some(row) = rows.next()? {
            let record: Option<String> = row.get(2)?;
            if record.and_then(|text| text.parse().ok()).is_some_and(|id: Uuid| ids.contains(&id)) {
                of_records.push((row.get(0)?, row.get(1)?));
            }
        }
        self.forget_audited(&of_records, gone)
    }

    fn audit_rows_by(
        &self,
        sql: &str,
        values: impl rusqlite::Params,
    ) -> Result<Vec<(Vec<u8>, i64)>, StoreError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map(values, |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Erases the values of single rows of the audit.
    pub(crate) fn forget_audited(&self, rows: &[(Vec<u8>, i64)], gone: &mut Gone) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare_cached(
            "UPDATE history SET salt = NULL, value = NULL WHERE device = ?1 AND serial = ?2 AND salt IS NOT NULL",
        )?;
        for (device, serial) in rows {
            if statement.execute(params![device, serial])? > 0 {
                gone.values = gone.values.saturating_add(1);
                gone.key("history", &audited_key(device, *serial), "erased");
            }
        }
        Ok(())
    }

    /// Forgets what was being typed for the records: a draft's key names them by key or by reference.
    fn forget_drafts(
        &self,
        ids: &BTreeSet<Uuid>,
        references: &[String],
        gone: &mut Gone,
    ) -> Result<(), StoreError> {
        let names: BTreeSet<String> =
            ids.iter().map(Uuid::to_string).chain(references.iter().cloned()).collect();
        let drafts: Vec<String> = self.drafts("")?.into_iter().map(|draft| draft.key).collect();
        for key in drafts.iter().filter(|key| key.split('/').any(|part| names.contains(part))) {
            self.connection.prepare_cached("DELETE FROM draft WHERE key = ?1")?.execute([key])?;
            gone.erased("draft", 1);
        }
        Ok(())
    }
}

/// Returns the key by which a single erased value of the history is known.
pub(crate) fn audited_key(device: &[u8], serial: i64) -> Vec<u8> {
    [device, &serial.to_be_bytes()].concat()
}

fn take(connection: &Connection, place: &Place, found: &Found, gone: &mut Gone) -> Result<(), StoreError> {
    let Some(key) = place.key else {
        for (column, parent) in place.hangs {
            let sql = format!("DELETE FROM {} WHERE {column} = ?1", place.table);
            let mut statement = connection.prepare_cached(&sql)?;
            for id in found.get(parent).into_iter().flatten() {
                gone.erased(place.table, statement.execute([id.to_value()])?);
            }
        }
        return Ok(());
    };
    for id in found.get(place.table).into_iter().flatten() {
        let kept = match place.fate {
            Fate::Erased => None,
            Fate::Thinned { keeps, instead, hidden } => {
                thin_row(connection, (place.table, key), *id, (keeps, instead), hidden)?
            }
        };
        let sql = format!("DELETE FROM {} WHERE {key} = ?1", place.table);
        if connection.prepare_cached(&sql)?.execute([id.to_value()])? == 0 {
            continue;
        }
        match kept {
            None => {
                gone.erased(place.table, 1);
                gone.key(place.table, id.as_bytes(), "erased");
            }
            Some((columns, values)) => {
                put_back(connection, place.table, &columns, values)?;
                gone.rows.entry(place.table.to_owned()).or_default().1 += 1;
                gone.key(place.table, id.as_bytes(), "thinned");
            }
        }
    }
    Ok(())
}

/// The columns of a row with the values that are left in them.
type ThinRow = (Vec<String>, Vec<Value>);

/// Returns the columns of a row with what stays in them; absent when there is no such row.
fn thin_row(
    connection: &Connection,
    (table, key): (&str, &str),
    id: Uuid,
    (keeps, instead): (&[&str], &[(&str, Instead)]),
    hidden: bool,
) -> Result<Option<ThinRow>, StoreError> {
    let mut statement = connection.prepare(&format!("SELECT * FROM {table} WHERE {key} = ?1"))?;
    let columns: Vec<String> = statement.column_names().map(str::to_owned).collect();
    let mut rows = statement.query([id.to_value()])?;
    let Some(row) = rows.next()? else { return Ok(None) };
    let mut values = Vec::with_capacity(columns.len());
    for (at, column) in columns.iter().enumerate() {
        let value: Value = row.get(at)?;
        let other = instead.iter().find(|(name, _)| name == column).map(|(_, other)| *other);
        values.push(match other {
            // What was taken back before is not counted, and stays taken back.
            _ if column == "removed" => match (hidden, value) {
                (true, Value::Integer(0)) => Value::Integer(2),
                (_, value) => value,
            },
            Some(other) => in_place_of(value, other),
            None if keeps.contains(&column.as_str()) => value,
            None => return Err(StoreError::NotDeclared { table: table.to_owned(), column: column.clone() }),
        });
    }
    Ok(Some((columns, values)))
}

fn in_place_of(value: Value, other: Instead) -> Value {
    match other {
        Instead::Null => Value::Null,
        Instead::Text(text) => Value::Text(text.to_owned()),
        Instead::TextIfAny(_) if value == Value::Null => Value::Null,
        Instead::TextIfAny(text) => Value::Text(text.to_owned()),
        Instead::Word(before, after) if value == Value::Text(before.to_owned()) => {
            Value::Text(after.to_owned())
        }
        Instead::Word(..) => value,
    }
}

/// Inserts what is left of a row: not an update, because tables that only grow refuse those.
fn put_back(
    connection: &Connection,
    table: &str,
    columns: &[String],
    values: Vec<Value>,
) -> Result<(), StoreError> {
    let names: Vec<String> = columns.iter().map(|name| format!("\"{name}\"")).collect();
    let marks: Vec<String> = (1..=columns.len()).map(|at| format!("?{at}")).collect();
    let sql = format!("INSERT INTO {table} ({}) VALUES ({})", names.join(", "), marks.join(", "));
    connection.prepare_cached(&sql)?.execute(params_from_iter(values))?;
    Ok(())
}

impl Reader<'_> {
    /// Returns when something of these kinds was noted in the audit of which the words are still there.
    pub fn noted_at(&self, kinds: &[&str]) -> Result<Vec<Moment>, StoreError> {
        let sql = "SELECT audit.at FROM audit JOIN history ON history.device = audit.device AND history.serial = audit.serial \
                   WHERE audit.kind = ?1 AND history.value IS NOT NULL";
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut noted = Vec::new();
        for kind in kinds {
            let mut rows = statement.query([kind])?;
            while let Some(row) = rows.next()? {
                noted.push(Moment(row.get(0)?));
            }
        }
        Ok(noted)
    }

    /// Returns when the record with the key `id`, or one whose values named it, was written last; the beginning of time when
    /// the audit knows neither.
    pub fn last_mention_of(&self, id: Uuid) -> Result<Moment, StoreError> {
        let sql = "SELECT max(at) FROM audit WHERE row_id = ?1 OR row_id IN (SELECT audit.row_id FROM audit \
                   JOIN history ON history.device = audit.device AND history.serial = audit.serial \
                   WHERE audit.kind IN ('case_record', 'referral', 'order_record') AND instr(history.value, ?2) > 0)";
        self.number(sql, [id.to_value(), Value::Text(id.to_string())]).map(Moment)
    }

    /// Returns all disposals with the instant at which each was written.
    pub fn disposed_at(&self) -> Result<Vec<(Disposal, Moment)>, StoreError> {
        let mut disposals = Vec::new();
        for disposal in self.list_disposals()? {
            let sql = "SELECT max(at) FROM audit WHERE kind = 'disposal' AND row_id = ?1";
            let at = self.number(sql, [disposal.id.to_value()])?;
            disposals.push((disposal, Moment(at)));
        }
        Ok(disposals)
    }

    /// Tells whether anything at all is left of the record with the key `id`, what is kept for the counts among it.
    pub fn is_spent(&self, id: Uuid) -> Result<bool, StoreError> {
        let sql = "SELECT EXISTS (SELECT 1 FROM disposed_row WHERE row_key = ?1)";
        Ok(self.number(sql, [id.to_value()])? == 1)
    }
}
