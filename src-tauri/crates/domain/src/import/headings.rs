//! Finding the heading row below title lines, and saying which column holds what.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::fields::{SheetField, SheetKind, plain};
use super::sheet::{MOST_COLUMNS, Sheet, SheetRow};

/// How many rows from the top may be titles before the heading.
const MOST_TITLE_ROWS: usize = 50;

/// How many headings must be known before a row is taken for the heading row.
const FEWEST_HEADINGS: usize = 2;

/// What a person said by hand about columns that the program does not know by itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Mapping {
    /// The row that holds the headings, when it was pointed at.
    pub heading_row: Option<u32>,
    /// What the columns of this one file hold, by index from 0; null for a column that is not to be read.
    pub columns: BTreeMap<u32, Option<SheetField>>,
    /// What headings of earlier files were said to mean; capitals and punctuation do not count.
    pub remembered: BTreeMap<String, SheetField>,
}

impl Mapping {
    fn field_named(&self, kind: SheetKind, heading: &str) -> Option<SheetField> {
        let said = self.remembered.iter().find(|(remembered, _)| plain(remembered) == heading);
        said.map(|(_, field)| *field).or_else(|| kind.field_named(heading))
    }
}

/// What one column of a sheet was taken for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ColumnReading {
    /// The column, from 0.
    pub index: u32,
    /// The heading as written; absent where there is none.
    pub heading: Option<String>,
    /// What it holds; absent for a column that is not read.
    pub field: Option<SheetField>,
}

/// The heading row of a sheet and its columns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Headings {
    /// The row that holds the headings.
    pub row: u32,
    /// All columns that have a heading or a meaning, from the left.
    pub columns: Vec<ColumnReading>,
}

/// How much of a sheet's headings is known; more is greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Recognition {
    /// No row looks like a heading.
    None,
    /// A heading row, in which a required column is missing.
    Partial,
    /// A heading row with all required columns.
    Complete,
}

/// Says how well `sheet` reads as a sheet of `kind`; a reader chooses the separator or the sheet of a workbook by it.
pub fn recognise(sheet: &Sheet, kind: SheetKind, mapping: &Mapping) -> Recognition {
    let by_name = Mapping { remembered: mapping.remembered.clone(), ..Mapping::default() };
    match find_headings(sheet, kind, &by_name) {
        None => Recognition::None,
        Some(headings) if headings.missing(kind).is_empty() => Recognition::Complete,
        Some(_) => Recognition::Partial,
    }
}

/// Returns the heading row of `sheet` with its columns, or nothing when no row looks like one.
///
/// It is the row pointed at by hand, else the first among the top rows that has all required columns, else the one with most
/// known headings.
pub fn find_headings(sheet: &Sheet, kind: SheetKind, mapping: &Mapping) -> Option<Headings> {
    let read = |row: &SheetRow| Headings::read(row, kind, mapping);
    let found = match mapping.heading_row {
        Some(number) => sheet.rows.iter().find(|row| row.number == number).map(read),
        None => {
            let mut best: Option<Headings> = None;
            for row in sheet.rows.iter().take(MOST_TITLE_ROWS) {
                let headings = read(row);
                let known = headings.known();
                if known < FEWEST_HEADINGS {
                    continue;
                }
                if headings.missing(kind).is_empty() {
                    best = Some(headings);
                    break;
                }
                if best.as_ref().is_none_or(|other| other.known() < known) {
                    best = Some(headings);
                }
            }
            best
        }
    };
    let mut headings = found?;
    headings.add_remarks_without_heading(sheet, kind, mapping);
    Some(headings)
}

impl Headings {
    fn read(row: &SheetRow, kind: SheetKind, mapping: &Mapping) -> Self {
        let mut columns: Vec<ColumnReading> = Vec::new();
        let by_hand = mapping.columns.keys().copied().filter(|index| (*index as usize) < MOST_COLUMNS);
        let width = by_hand.map(|index| index as usize + 1).max().unwrap_or(0).max(row.cells.len());
        for index in 0..width {
            let said = mapping.columns.get(&(index as u32)).copied();
            let cell = row.cell(index);
            let heading =
                (!cell.is_empty()).then(|| cell.text().split_whitespace().collect::<Vec<_>>().join(" "));
            let named = || {
                let field = mapping.field_named(kind, &plain(heading.as_deref()?))?;
                let is_taken = columns.iter().any(|other| other.field == Some(field));
                let is_elsewhere = mapping.columns.values().any(|other| *other == Some(field));
                (!is_taken && !is_elsewhere).then_some(field)
            };
            let field = said.unwrap_or_else(named);
            if heading.is_some() || field.is_some() {
                columns.push(ColumnReading { index: index as u32, heading, field });
            }
        }
        Self { row: row.number, columns }
    }

    /// Takes the first column right of all headings for the remarks, because registers keep them there without a heading.
    fn add_remarks_without_heading(&mut self, sheet: &Sheet, kind: SheetKind, mapping: &Mapping) {
        let Some(last) =
            self.columns.iter().filter(|column| column.heading.is_some()).map(|column| column.index).max()
        else {
            return;
        };
        let index = last + 1;
        let is_said = mapping.columns.contains_key(&index);
        if kind != SheetKind::Register || is_said || self.index_of(SheetField::Remarks).is_some() {
            return;
        }
        let below = sheet.rows.iter().filter(|row| row.number > self.row);
        if below.into_iter().any(|row| !row.cell(index as usize).is_empty()) {
            self.columns.push(ColumnReading { index, heading: None, field: Some(SheetField::Remarks) });
        }
    }

    fn known(&self) -> usize {
        self.columns.iter().filter(|column| column.field.is_some()).count()
    }

    /// Returns the labels of the required columns that the sheet does not have.
    pub fn missing(&self, kind: SheetKind) -> Vec<&'static str> {
        let required = kind.columns().iter().filter(|column| column.required);
        required.filter(|column| self.index_of(column.field).is_none()).map(|column| column.label).collect()
    }

    /// Returns the column that holds `field`, from 0.
    pub fn index_of(&self, field: SheetField) -> Option<usize> {
        self.columns.iter().find(|column| column.field == Some(field)).map(|column| column.index as usize)
    }

    /// Returns the heading of `field` for messages: as written, `remarks` for the last column without one.
    pub fn heading_of(&self, field: SheetField, kind: SheetKind) -> String {
        let column = self.columns.iter().find(|column| column.field == Some(field));
        match column {
            Some(ColumnReading { heading: Some(heading), .. }) => heading.clone(),
            Some(_) if field == SheetField::Remarks => "remarks".to_owned(),
            _ => kind.label_of(field).to_owned(),
        }
    }

    /// Says whether `row` is the heading row once more, as printed registers have it at the top of a page.
    pub fn is_repeated_in(&self, row: &SheetRow) -> bool {
        let mut same = 0;
        for column in &self.columns {
            let (Some(heading), cell) = (&column.heading, row.cell(column.index as usize)) else { continue };
            if cell.is_empty() {
                continue;
            }
            if plain(&cell.text()) != plain(heading) {
                return false;
            }
            same += 1;
        }
        same >= FEWEST_HEADINGS
    }
}
