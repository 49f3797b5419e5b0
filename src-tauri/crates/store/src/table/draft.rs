//! Drafts: the journal of what is being typed and not entered yet. Not part of the record, so not audited.

use domain::moment::Moment;
use rusqlite::params;

use crate::error::StoreError;
use crate::reader::Reader;
use crate::writer::Writer;

/// A text that was being typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The field it was typed into.
    pub key: String,
    /// The text.
    pub text: String,
    /// When it was kept last.
    pub at: Moment,
}

impl Reader<'_> {
    /// Returns the drafts whose key begins with `prefix`, by key.
    pub fn drafts(&self, prefix: &str) -> Result<Vec<Draft>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT key, text, at FROM draft WHERE substr(key, 1, length(?1)) = ?1 ORDER BY key",
        )?;
        let mut rows = statement.query(params![prefix])?;
        let mut drafts = Vec::new();
        while let Some(row) = rows.next()? {
            drafts.push(Draft { key: row.get(0)?, text: row.get(1)?, at: Moment(row.get(2)?) });
        }
        Ok(drafts)
    }
}

impl Writer<'_> {
    /// Keeps what is being typed into the field `key`; an empty text discards the draft.
    pub fn save_draft(&mut self, key: &str, text: &str) -> Result<(), StoreError> {
        if text.is_empty() {
            self.connection.prepare_cached("DELETE FROM draft WHERE key = ?1")?.execute(params![key])?;
        } else {
            self.connection
                .prepare_cached("INSERT OR REPLACE INTO draft (key, text, at) VALUES (?1, ?2, ?3)")?
                .execute(params![key, text, self.now.0])?;
        }
        Ok(())
    }

    /// Discards the drafts whose key begins with `prefix`.
    pub fn discard_drafts(&mut self, prefix: &str) -> Result<(), StoreError> {
        self.connection
            .prepare_cached("DELETE FROM draft WHERE substr(key, 1, length(?1)) = ?1")?
            .execute(params![prefix])?;
        Ok(())
    }
}
