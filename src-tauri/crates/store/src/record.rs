//! What every table of the record has in common: a key, columns, and the words by which a row is found.

use rusqlite::types::Value;
use serde::Serialize;
use uuid::Uuid;

use crate::column::Columns;
use crate::error::StoreError;
use crate::reader::Reader;
use crate::search::Words;
use crate::writer::Writer;

/// A domain record that is one row of a table, or one row with child rows.
pub(crate) trait Record: Sized + PartialEq + Serialize {
    /// The table, which is also the kind in the audit.
    const TABLE: &'static str;
    /// The columns in their order; the key first. `removed` is not among them.
    const COLUMNS: &'static [&'static str];
    /// Whether a row once written never changes.
    const APPEND_ONLY: bool = false;

    /// Returns the key.
    fn key(&self) -> Uuid;

    /// Returns the values of the columns in their order.
    fn values(&self) -> Vec<Value>;

    /// Reads the columns in their order.
    fn read(columns: &mut Columns<'_, '_>) -> Result<Self, StoreError>;

    /// Completes records with their child rows; `only` names the single record asked for, absent when all are.
    fn complete(_records: &mut [Self], _reader: &Reader<'_>, _only: Option<Uuid>) -> Result<(), StoreError> {
        Ok(())
    }

    /// Writes the child rows that must stand before or beside the row.
    fn write_children(&self, _writer: &Writer<'_>) -> Result<(), StoreError> {
        Ok(())
    }

    /// Returns the words by which the record is found; absent when it is not searched for.
    fn words(&self) -> Option<Words> {
        None
    }
}

/// Declares a record whose fields are its columns, in the order of its table; `field as column` where the names differ.
macro_rules! record {
    (
        $(#[append_only = $append_only:literal])?
        $record:ident in $table:literal, found by $words:expr, key $key:ident,
        { $($field:ident $(as $column:ident)?),* $(,)? }
    ) => {
        impl crate::record::Record for $record {
            const TABLE: &'static str = $table;
            const COLUMNS: &'static [&'static str] = &[$(crate::record::column!($field $($column)?)),*];
            $(const APPEND_ONLY: bool = $append_only;)?

            fn key(&self) -> uuid::Uuid {
                self.$key.0
            }

            fn values(&self) -> Vec<rusqlite::types::Value> {
                vec![$(crate::column::Column::to_value(&self.$field)),*]
            }

            fn read(columns: &mut crate::column::Columns<'_, '_>) -> Result<Self, crate::error::StoreError> {
                Ok(Self { $($field: columns.take()?),* })
            }

            fn words(&self) -> Option<crate::search::Words> {
                let words: fn(&Self) -> Option<crate::search::Words> = $words;
                words(self)
            }
        }
    };
}
macro_rules! column {
    ($field:ident) => {
        stringify!($field)
    };
    ($field:ident $column:ident) => {
        stringify!($column)
    };
}
pub(crate) use {column, record};
