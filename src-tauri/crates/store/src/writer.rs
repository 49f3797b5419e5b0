//! Writing the record: a `Writer` lives as long as one transaction, and each change leaves exactly one audit row.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ops::Deref;

use domain::ids::UserId;
use domain::moment::Moment;
use rusqlite::types::Value;
use rusqlite::{Connection, params, params_from_iter};
use serde::Serialize;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::audit::trail::{Trail, Written};
use crate::error::StoreError;
use crate::reader::Reader;
use crate::record::Record;

/// Who writes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Author {
    /// The user who is signed in.
    pub user: UserId,
    /// In whose name: the meeting's chair while a coordinator records in the room; absent otherwise.
    pub in_name_of: Option<String>,
}

impl Author {
    /// Returns a user who writes in the own name.
    pub fn of(user: UserId) -> Self {
        Self { user, in_name_of: None }
    }
}

/// Writes the record, and reads it as a [`Reader`] does.
pub struct Writer<'store> {
    reader: Reader<'store>,
    pub(crate) now: Moment,
    trail: RefCell<Trail>,
    changed: RefCell<BTreeSet<String>>,
}

impl<'store> Deref for Writer<'store> {
    type Target = Reader<'store>;

    fn deref(&self) -> &Reader<'store> {
        &self.reader
    }
}

impl<'store> Writer<'store> {
    pub(crate) fn begin(
        connection: &'store Connection,
        device: Uuid,
        by: &Author,
        now: Moment,
    ) -> Result<Self, StoreError> {
        let trail = RefCell::new(Trail::at_end(connection, device, by, now)?);
        Ok(Self { reader: Reader { connection }, now, trail, changed: RefCell::default() })
    }

    /// Returns the kinds of records that were changed.
    pub(crate) fn into_changed(self) -> BTreeSet<String> {
        self.changed.into_inner()
    }

    /// Notes in the audit what is not a change of a row: a view, a projection, a print, an export, an unlock.
    ///
    /// `subject` is the record it is about; absent when it is about the hub. `values` say what was shown to whom.
    pub fn note(
        &mut self,
        kind: &str,
        subject: Option<Uuid>,
        values: &impl Serialize,
    ) -> Result<(), StoreError> {
        self.audit(kind, subject.unwrap_or(Uuid::nil()).as_bytes(), values)
    }

    /// Inserts `record` or amends the row with its key; returns whether anything changed.
    pub(crate) fn put<T: Record>(&mut self, record: &T) -> Result<bool, StoreError> {
        let before = self.get::<T>(record.key())?;
        if before.as_ref() == Some(record) {
            return Ok(false);
        }
        if T::APPEND_ONLY && before.is_some() {
            return Err(StoreError::AppendOnly { table: T::TABLE });
        }
        self.write(record)?;
        self.audit(T::TABLE, record.key().as_bytes(), record)?;
        Ok(true)
    }

    /// Writes `record` and its words without asking what was there.
    fn write<T: Record>(&self, record: &T) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare_cached(&upsert::<T>())?;
        statement.execute(params_from_iter(record.values()))?;
        record.write_children(self)?;
        match record.words() {
            Some(words) => self.learn_words(T::TABLE, record.key(), &words),
            None => Ok(()),
        }
    }

    /// Takes the row with the key `id` back: a tombstone until disposal. Returns whether it was there.
    pub(crate) fn take_back<T: Record>(&mut self, id: Uuid) -> Result<bool, StoreError> {
        let sql = format!("UPDATE {} SET removed = 1 WHERE {} = ?1 AND removed = 0", T::TABLE, T::COLUMNS[0]);
        let changed = self.connection.prepare_cached(&sql)?.execute([Value::Blob(id.as_bytes().to_vec())])?;
        if changed == 0 {
            return Ok(false);
        }
        self.forget_words(id)?;
        self.audit(T::TABLE, id.as_bytes(), &Removed { removed: true })?;
        Ok(true)
    }

    /// Amends the part of an append-only row that may change; returns whether anything changed.
    pub(crate) fn amend<T: Record>(
        &mut self,
        id: Uuid,
        noun: &'static str,
        change: impl FnOnce(&mut T),
    ) -> Result<bool, StoreError> {
        let before = self.get::<T>(id)?.ok_or(StoreError::NotThere(noun))?;
        let mut after = self.get::<T>(id)?.ok_or(StoreError::NotThere(noun))?;
        change(&mut after);
        if after == before {
            return Ok(false);
        }
        self.write(&after)?;
        self.audit(T::TABLE, id.as_bytes(), &after)?;
        Ok(true)
    }

    /// Puts `value` as JSON under its keys into a table of remembered values; returns whether anything changed.
    pub(crate) fn remember(
        &mut self,
        table: &'static str,
        columns: &[&str],
        keys: &[String],
        value: &impl Serialize,
    ) -> Result<bool, StoreError> {
        let text = serde_json::to_string(value).map_err(StoreError::unwritable)?;
        let found = keys.iter().cloned().map(Value::Text);
        let select = format!("SELECT value FROM {table} WHERE {}", condition(columns));
        if self.text(&select, found.clone())?.as_deref() == Some(&text) {
            return Ok(false);
        }
        let sql = format!(
            "INSERT OR REPLACE INTO {table} ({}, value) VALUES ({})",
            columns.join(", "),
            marks(columns.len() + 1)
        );
        self.connection.prepare_cached(&sql)?.execute(params_from_iter(found.chain([Value::Text(text)])))?;
        self.audit(table, &remembered_key(table, keys), value)?;
        Ok(true)
    }

    /// Forgets the value under its keys in a table of remembered values; returns whether it was there.
    pub(crate) fn forget(
        &mut self,
        table: &'static str,
        columns: &[&str],
        keys: &[String],
    ) -> Result<bool, StoreError> {
        let sql = format!("DELETE FROM {table} WHERE {}", condition(columns));
        if self.connection.prepare_cached(&sql)?.execute(params_from_iter(keys))? == 0 {
            return Ok(false);
        }
        self.audit(table, &remembered_key(table, keys), &Removed { removed: true })?;
        Ok(true)
    }

    /// Appends one audit row.
    pub(crate) fn audit(&self, kind: &str, row_id: &[u8], values: &impl Serialize) -> Result<(), StoreError> {
        let value = serde_json::to_string(values).map_err(StoreError::unwritable)?;
        self.trail.borrow_mut().append(self.connection, Written { kind, row_id, value })?;
        if !self.changed.borrow().contains(kind) {
            self.changed.borrow_mut().insert(kind.to_owned());
        }
        Ok(())
    }
}

#[derive(Serialize)]
struct Removed {
    removed: bool,
}

/// Returns the key under which the audit knows a remembered value: a hash, because the audit is never erased and the keys
/// of a sheet's rows are words of the sheet.
pub(crate) fn remembered_key(table: &str, keys: &[String]) -> [u8; 32] {
    let mut hasher = Sha256::new();
    for part in std::iter::once(table).chain(keys.iter().map(String::as_str)) {
        hasher.update((part.len() as u64).to_be_bytes());
        hasher.update(part);
    }
    hasher.finalize().into()
}

/// Returns the condition that every column holds its key.
fn condition(columns: &[&str]) -> String {
    let each: Vec<String> =
        columns.iter().enumerate().map(|(at, column)| format!("{column} = ?{}", at + 1)).collect();
    each.join(" AND ")
}

/// Returns as many numbered marks as a row has columns.
fn marks(columns: usize) -> String {
    let marks: Vec<String> = (1..=columns).map(|at| format!("?{at}")).collect();
    marks.join(", ")
}

/// Returns the statement that inserts a row or amends the one with its key, and lifts its tombstone.
fn upsert<T: Record>() -> String {
    let amended: Vec<String> =
        T::COLUMNS[1..].iter().map(|name| format!("{name} = excluded.{name}")).collect();
    format!(
        "INSERT INTO {} ({}) VALUES ({}) ON CONFLICT ({}) DO UPDATE SET {}, removed = 0",
        T::TABLE,
        T::COLUMNS.join(", "),
        marks(T::COLUMNS.len()),
        T::COLUMNS[0],
        amended.join(", ")
    )
}

impl Writer<'_> {
    /// Replaces the child rows of `parent` in `table`.
    pub(crate) fn replace_parts(
        &self,
        table: &str,
        parent_column: &str,
        parent: Uuid,
        parts: &[domain::subject::SubjectPart],
    ) -> Result<(), StoreError> {
        use crate::column::Column;
        let sql = format!("DELETE FROM {table} WHERE {parent_column} = ?1");
        self.connection.prepare_cached(&sql)?.execute(params![parent.to_value()])?;
        let sql =
            format!("INSERT INTO {table} ({parent_column}, position, subject, role) VALUES (?1, ?2, ?3, ?4)");
        for (position, part) in (0_i64..).zip(parts) {
            self.connection.prepare_cached(&sql)?.execute(params![
                parent.to_value(),
                position,
                part.subject.to_value(),
                part.role.to_value()
            ])?;
        }
        Ok(())
    }
}
