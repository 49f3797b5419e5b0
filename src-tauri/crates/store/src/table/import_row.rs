//! Rows of a register as they were last imported, so that a later file is compared with the file before it.

use chrono::NaiveDate;
use domain::reference::CaseReference;
use rusqlite::types::Value;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::column::Column;
use crate::error::StoreError;
use crate::reader::Reader;
use crate::writer::Writer;

impl Reader<'_> {
    /// Returns the values with which a row (a reference and an opening date) was last imported; absent when it never was.
    pub fn import_row<T: DeserializeOwned>(
        &self,
        reference: &CaseReference,
        opened: NaiveDate,
    ) -> Result<Option<T>, StoreError> {
        let key = [Value::Text(reference.to_string()), opened.to_value()];
        let text = self.text("SELECT value FROM import_row WHERE reference = ?1 AND opened = ?2", key)?;
        text.map(|text| serde_json::from_str(&text))
            .transpose()
            .map_err(|_| StoreError::Unreadable { column: 3 })
    }

    /// Returns the reference and the opening date of every row that was ever imported, by reference as text.
    pub fn list_import_rows(&self) -> Result<Vec<(CaseReference, NaiveDate)>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT reference, opened FROM import_row ORDER BY reference, opened")?;
        let mut rows = statement.query([])?;
        let mut keys = Vec::new();
        while let Some(row) = rows.next()? {
            let reference: String = row.get(0)?;
            let reference = reference.parse().map_err(|_| StoreError::Unreadable { column: 1 })?;
            let opened = NaiveDate::from_value(row.get(1)?).ok_or(StoreError::Unreadable { column: 2 })?;
            keys.push((reference, opened));
        }
        Ok(keys)
    }
}

impl Writer<'_> {
    /// Remembers the values with which a row was imported; returns whether anything changed.
    pub fn put_import_row(
        &mut self,
        reference: &CaseReference,
        opened: NaiveDate,
        values: &impl Serialize,
    ) -> Result<bool, StoreError> {
        let key = [reference.to_string(), opened.to_string()];
        self.remember("import_row", &["reference", "opened"], &key, values)
    }
}
