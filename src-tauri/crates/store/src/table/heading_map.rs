//! Headings that were mapped by hand, remembered for the next sheet of the same kind.

use rusqlite::types::Value;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::error::StoreError;
use crate::reader::Reader;
use crate::writer::Writer;

impl Reader<'_> {
    /// Returns the mapping remembered for a kind of sheet; absent when none was made.
    pub fn heading_map<T: DeserializeOwned>(&self, kind: &str) -> Result<Option<T>, StoreError> {
        let text =
            self.text("SELECT value FROM heading_map WHERE kind = ?1", [Value::Text(kind.to_owned())])?;
        text.map(|text| serde_json::from_str(&text))
            .transpose()
            .map_err(|_| StoreError::Unreadable { column: 2 })
    }
}

impl Writer<'_> {
    /// Remembers the mapping for a kind of sheet; returns whether anything changed.
    pub fn put_heading_map(&mut self, kind: &str, mapping: &impl Serialize) -> Result<bool, StoreError> {
        self.remember("heading_map", &["kind"], &[kind.to_owned()], mapping)
    }
}
