//! Digests of the record's rows, by which two states of it are compared.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use rusqlite::types::ValueRef;

use crate::check::count_tables;
use crate::error::StoreError;
use crate::store::Store;

/// A digest for each row of the record: by table, then by its key in hexadecimal. Rows of a list that belongs to another
/// record, such as a case's people, share the digest of its key.
pub type Digests = BTreeMap<String, BTreeMap<String, u64>>;

impl Store {
    /// Returns the digests of the whole record, rows that were taken back among them, audit and drafts left out.
    ///
    /// Good for as long as the program runs; never stored.
    pub fn digests(&self) -> Result<Digests, StoreError> {
        let transaction = self.connection.unchecked_transaction()?;
        let mut digests = Digests::new();
        for (table, _) in count_tables(&transaction)? {
            let mut statement = transaction.prepare(&format!("SELECT * FROM \"{table}\""))?;
            let columns = statement.column_count();
            let mut rows = statement.query([])?;
            let of_table = digests.entry(table).or_default();
            while let Some(row) = rows.next()? {
                let mut hasher = DefaultHasher::new();
                for column in 0..columns {
                    take_in(row.get_ref(column)?, &mut hasher);
                }
                let digest = of_table.entry(key_of(row.get_ref(0)?)).or_insert(0);
                // Added up, because the order of the rows of a list is no part of what they say.
                *digest = digest.wrapping_add(hasher.finish());
            }
        }
        Ok(digests)
    }
}

fn take_in(value: ValueRef<'_>, hasher: &mut DefaultHasher) {
    match value {
        ValueRef::Null => 0_u8.hash(hasher),
        ValueRef::Integer(number) => (1_u8, number).hash(hasher),
        ValueRef::Real(number) => (2_u8, number.to_bits()).hash(hasher),
        ValueRef::Text(text) => (3_u8, text).hash(hasher),
        ValueRef::Blob(bytes) => (4_u8, bytes).hash(hasher),
    }
}

fn key_of(value: ValueRef<'_>) -> String {
    match value {
        ValueRef::Null => String::new(),
        ValueRef::Integer(number) => number.to_string(),
        ValueRef::Real(number) => number.to_string(),
        ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
        ValueRef::Blob(bytes) => crate::audit::hexadecimal(bytes),
    }
}
