//! Rows of sheets as they were last imported, so that a later file is compared with the file before it.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::error::StoreError;
use crate::reader::Reader;
use crate::writer::Writer;

/// By what a row of a sheet is known from one import to the next.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ImportKey {
    /// The kind of sheet: `register`, `agencies`, `actions`.
    pub sheet: String,
    /// What the row belongs to, such as a reference.
    pub belongs_to: String,
    /// Which row of it, such as an opening date.
    pub part: String,
}

const COLUMNS: [&str; 3] = ["sheet", "belongs_to", "part"];

impl ImportKey {
    fn columns(&self) -> [String; 3] {
        [self.sheet.clone(), self.belongs_to.clone(), self.part.clone()]
    }
}

impl Reader<'_> {
    /// Returns every row of a kind of sheet that was ever imported, with the values of the last time, by key.
    pub fn list_import_rows<T: DeserializeOwned>(
        &self,
        sheet: &str,
    ) -> Result<Vec<(ImportKey, T)>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT belongs_to, part, value FROM import_row WHERE sheet = ?1 ORDER BY belongs_to, part",
        )?;
        let mut rows = statement.query([sheet])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let key = ImportKey { sheet: sheet.to_owned(), belongs_to: row.get(0)?, part: row.get(1)? };
            let value: String = row.get(2)?;
            let value = serde_json::from_str(&value).map_err(|_| StoreError::Unreadable { column: 3 })?;
            found.push((key, value));
        }
        Ok(found)
    }
}

impl Writer<'_> {
    /// Remembers the values with which a row was imported; returns whether anything changed.
    pub fn put_import_row(&mut self, key: &ImportKey, values: &impl Serialize) -> Result<bool, StoreError> {
        self.remember("import_row", &COLUMNS, &key.columns(), values)
    }

    /// Forgets a row that is known by another key from now on; returns whether it was there.
    pub fn forget_import_row(&mut self, key: &ImportKey) -> Result<bool, StoreError> {
        self.forget("import_row", &COLUMNS, &key.columns())
    }
}
