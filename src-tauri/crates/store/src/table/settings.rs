//! The hub's settings: one row, as a whole.

use domain::settings::Settings;
use rusqlite::params;
use uuid::Uuid;

use crate::error::StoreError;
use crate::reader::Reader;
use crate::writer::Writer;

const KIND: &str = "settings";

impl Reader<'_> {
    /// Returns the hub's settings.
    pub fn settings(&self) -> Result<Settings, StoreError> {
        let text = self.text("SELECT value FROM settings", [])?.ok_or(StoreError::NotThere("settings"))?;
        serde_json::from_str(&text).map_err(|_| StoreError::Unreadable { column: 2 })
    }
}

impl Writer<'_> {
    /// Amends the hub's settings; returns whether anything changed.
    pub fn put_settings(&mut self, settings: &Settings) -> Result<bool, StoreError> {
        let text = serde_json::to_string(settings).map_err(StoreError::unwritable)?;
        if self.text("SELECT value FROM settings", [])?.as_deref() == Some(&text) {
            return Ok(false);
        }
        self.connection
            .prepare_cached("INSERT OR REPLACE INTO settings (only_row, value) VALUES (1, ?1)")?
            .execute(params![text])?;
        self.audit(KIND, Uuid::nil().as_bytes(), settings)?;
        Ok(true)
    }
}
