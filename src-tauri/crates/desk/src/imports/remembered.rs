//! What the hub has of a sheet already: rows remembered from the last import, and what stands in their records now.

use std::collections::{BTreeMap, HashMap};

use domain::import::{FileRow, LeftOver, RowKey, RowPlan, RowValues, SheetField, StoredRow, compare};
use serde::{Deserialize, Serialize};
use store::{ImportKey, Reader, Writer};
use uuid::Uuid;

use super::understood::{Understood, memory_of};
use super::{actions, agencies, register};
use crate::failure::Failure;
use crate::wire::everything::*;

/// A row as the last import wrote it.
#[derive(Serialize, Deserialize)]
struct ImportedRow {
    values: RowValues,
    record: Uuid,
}

/// A record as it stands now, with the key by which a row of a sheet would be known for it.
pub struct Current {
    /// The record's key.
    pub record: Uuid,
    /// By what a row would be known.
    pub key: RowKey,
    /// Its values; a field that no sheet is compared by is absent.
    pub values: RowValues,
}

/// What the hub has of a kind of sheet.
pub struct Remembered {
    sheet: &'static str,
    rows: Vec<FileRow>,
    stored: Vec<StoredRow>,
    records: BTreeMap<RowKey, Uuid>,
}

impl Remembered {
    /// Loads what the hub has of the kind of sheet that was understood.
    pub fn load(reader: &Reader<'_>, understood: &Understood) -> Result<Self, Failure> {
        let current = match understood.kind() {
            SheetKind::Register => register::current(reader)?,
            SheetKind::Agencies => agencies::current(reader)?,
            SheetKind::Actions => actions::current(reader)?,
        };
        let mut current: HashMap<Uuid, Current> =
            current.into_iter().map(|each| (each.record, each)).collect();
        let mut remembered = Self {
            sheet: memory_of(understood.kind()),
            rows: understood.file_rows(),
            stored: Vec::new(),
            records: BTreeMap::new(),
        };
        // In the order of the file, so that each can be looked up by its number.
        remembered.rows.sort_by_key(|row| row.row);
        for (key, row) in reader.list_import_rows::<ImportedRow>(remembered.sheet)? {
            let key = RowKey { group: key.belongs_to, part: key.part };
            // A record that was taken back since counts as never imported.
            if let Some(now) = current.remove(&row.record) {
                remembered.take(key, row.record, Some(row.values), now.values);
            }
        }
        for now in current.into_values() {
            remembered.take(now.key, now.record, None, now.values);
        }
        Ok(remembered)
    }

    fn take(&mut self, key: RowKey, record: Uuid, imported: Option<RowValues>, current: RowValues) {
        self.records.insert(key.clone(), record);
        self.stored.push(StoredRow { key, imported, current });
    }

    /// Returns what is to be done with every row.
    pub fn plans(&self, left_over: LeftOver) -> Vec<RowPlan> {
        compare(&self.stored, &self.rows, left_over)
    }

    /// Returns the record that is known by `key`; absent when none is.
    pub fn record(&self, key: &RowKey) -> Option<Uuid> {
        self.records.get(key).copied()
    }

    /// Remembers a row as it was just written; `before` is the key by which it was known.
    pub fn keep(
        &self,
        writer: &mut Writer<'_>,
        before: &RowKey,
        row: u32,
        record: Uuid,
    ) -> Result<(), Failure> {
        let stored = |key: &RowKey| ImportKey {
            sheet: self.sheet.to_owned(),
            belongs_to: key.group.clone(),
            part: key.part.clone(),
        };
        let Ok(place) = self.rows.binary_search_by_key(&row, |each| each.row) else { return Ok(()) };
        let now = &self.rows[place];
        if now.key != *before {
            writer.forget_import_row(&stored(before))?;
        }
        writer.put_import_row(&stored(&now.key), &ImportedRow { values: now.values.clone(), record })?;
        Ok(())
    }
}

/// Remembers which headings were mapped by hand, so that the next sheet of the kind is understood by itself.
pub fn keep_headings(
    writer: &mut Writer<'_>,
    understood: &Understood,
    request: &PreviewImport,
) -> Result<(), Failure> {
    if request.mapping.is_empty() {
        return Ok(());
    }
    let sheet = memory_of(understood.kind());
    let mut remembered: BTreeMap<String, SheetField> = writer.heading_map(sheet)?.unwrap_or_default();
    let by_hand = |index: u32| request.mapping.iter().any(|choice| choice.column == index);
    for column in understood.headings().columns.iter().filter(|column| by_hand(column.index)) {
        if let (Some(heading), Some(field)) = (&column.heading, column.field) {
            remembered.insert(heading.clone(), field);
        }
    }
    writer.put_heading_map(sheet, &remembered)?;
    Ok(())
}
