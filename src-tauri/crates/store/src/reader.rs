//! Reading the record: a `Reader` sees one state of it from beginning to end, and can change nothing.

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, params_from_iter};
use uuid::Uuid;

use crate::column::Columns;
use crate::error::StoreError;
use crate::record::Record;

/// Reads the record; the methods stand beside their tables.
pub struct Reader<'store> {
    pub(crate) connection: &'store Connection,
}

impl Reader<'_> {
    /// Returns the rows that `tail` (`WHERE ... ORDER BY ...`) selects and that were not taken back.
    pub(crate) fn list<T: Record>(
        &self,
        tail: &str,
        values: impl IntoIterator<Item = Value>,
    ) -> Result<Vec<T>, StoreError> {
        let mut records = self.rows::<T>(tail, values)?;
        T::complete(&mut records, self, None)?;
        Ok(records)
    }

    /// Returns the first row that `tail` selects; absent when there is none.
    pub(crate) fn find<T: Record>(
        &self,
        tail: &str,
        values: impl IntoIterator<Item = Value>,
    ) -> Result<Option<T>, StoreError> {
        let mut records = self.rows::<T>(tail, values)?;
        records.truncate(1);
        let only = records.first().map(Record::key);
        if only.is_some() {
            T::complete(&mut records, self, only)?;
        }
        Ok(records.pop())
    }

    /// Returns the row with the key `id`; absent when there is none or it was taken back.
    pub(crate) fn get<T: Record>(&self, id: Uuid) -> Result<Option<T>, StoreError> {
        let key = T::COLUMNS[0];
        self.find(&format!("WHERE {key} = ?1 AND removed = 0"), [Value::Blob(id.as_bytes().to_vec())])
    }

    fn rows<T: Record>(
        &self,
        tail: &str,
        values: impl IntoIterator<Item = Value>,
    ) -> Result<Vec<T>, StoreError> {
        let sql = format!("SELECT {} FROM {} {tail}", T::COLUMNS.join(", "), T::TABLE);
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query(params_from_iter(values))?;
        let mut records = Vec::new();
        while let Some(row) = rows.next()? {
            records.push(T::read(&mut Columns::of(row))?);
        }
        Ok(records)
    }

    /// Returns the single number that `sql` selects; 0 when it selects none.
    pub(crate) fn number(
        &self,
        sql: &str,
        values: impl IntoIterator<Item = Value>,
    ) -> Result<i64, StoreError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let number: Option<Option<i64>> =
            statement.query_row(params_from_iter(values), |row| row.get(0)).optional()?;
        Ok(number.flatten().unwrap_or(0))
    }

    /// Returns the single text that `sql` selects; absent when it selects none.
    pub(crate) fn text(
        &self,
        sql: &str,
        values: impl IntoIterator<Item = Value>,
    ) -> Result<Option<String>, StoreError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        Ok(statement.query_row(params_from_iter(values), |row| row.get(0)).optional()?)
    }
}
