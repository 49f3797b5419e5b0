//! Search: the words by which records are found, kept beside the record in one full-text index.

use rusqlite::{OptionalExtension, params};
use uuid::Uuid;

use crate::column::Column;
use crate::error::StoreError;
use crate::reader::Reader;
use crate::writer::Writer;

/// The words by which one record is found.
pub(crate) struct Words {
    /// What a list of hits shows; counts more than the body.
    pub title: String,
    /// Everything else.
    pub body: String,
}

impl Words {
    /// Returns a title with the texts that are searched beside it.
    pub fn new<'a>(title: String, body: impl IntoIterator<Item = &'a str>) -> Option<Self> {
        let body: Vec<&str> = body.into_iter().filter(|text| !text.is_empty()).collect();
        Some(Self { title, body: body.join("\n") })
    }
}

/// A record that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Which table it stands in: `case_record`, `subject`, `action`, `referral`, `agency`, `officer`, `meeting`, `order_record`.
    pub kind: String,
    /// Its key.
    pub id: Uuid,
    /// What to show for it.
    pub title: String,
}

impl Reader<'_> {
    /// Returns at most `limit` records in which every word of `text` begins a word, the best first.
    ///
    /// Case and accents do not count; nothing is found for a text without letters and digits.
    pub fn search(&self, text: &str, limit: u32) -> Result<Vec<Hit>, StoreError> {
        let Some(query) = query_of(text) else { return Ok(Vec::new()) };
        let mut statement = self.connection.prepare_cached(
            "SELECT entry.kind, entry.id, entry.title FROM search_text AS found \
             JOIN search_entry AS entry ON entry.entry = found.rowid \
             WHERE found.search_text MATCH ?1 ORDER BY bm25(found.search_text, 10.0, 1.0), entry.entry LIMIT ?2",
        )?;
        let mut rows = statement.query(params![query, limit])?;
        let mut hits = Vec::new();
        while let Some(row) = rows.next()? {
            let id = Uuid::from_value(row.get(1)?).ok_or(StoreError::Unreadable { column: 2 })?;
            hits.push(Hit { kind: row.get(0)?, id, title: row.get(2)? });
        }
        Ok(hits)
    }
}

/// Returns what was typed as a full-text query: every word quoted, so that no sign in it is an operator.
fn query_of(text: &str) -> Option<String> {
    let words: Vec<String> = text
        .split_whitespace()
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .map(|word| format!("\"{}\"*", word.replace(['"', '\0'], " ")))
        .collect();
    (!words.is_empty()).then(|| words.join(" "))
}

impl Writer<'_> {
    /// Learns the words of a record, or new words in place of those it had.
    pub(crate) fn learn_words(&self, kind: &str, id: Uuid, words: &Words) -> Result<(), StoreError> {
        self.forget_words(id)?;
        self.connection
            .prepare_cached("INSERT INTO search_entry (kind, id, title) VALUES (?1, ?2, ?3)")?
            .execute(params![kind, id.to_value(), words.title])?;
        let entry = self.connection.last_insert_rowid();
        self.connection
            .prepare_cached("INSERT INTO search_text (rowid, title, body) VALUES (?1, ?2, ?3)")?
            .execute(params![entry, words.title, words.body])?;
        Ok(())
    }

    /// Forgets the words of a record.
    pub(crate) fn forget_words(&self, id: Uuid) -> Result<(), StoreError> {
        let entry: Option<i64> = self
            .connection
            .prepare_cached("DELETE FROM search_entry WHERE id = ?1 RETURNING entry")?
            .query_row([id.to_value()], |row| row.get(0))
            .optional()?;
        if let Some(entry) = entry {
            self.connection.prepare_cached("DELETE FROM search_text WHERE rowid = ?1")?.execute([entry])?;
        }
        Ok(())
    }
}
