//! From a sheet to its rows of data: headings found, titles, empty rows and repeated headings left out and named.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::fields::{SheetField, SheetKind};
use super::findings::{Anomaly, Refusal};
use super::headings::{Headings, Mapping, find_headings};
use super::sheet::{MOST_ROWS, Sheet, SheetRow};
use crate::words;

/// A sheet that is not taken, with every fault found and what its columns were taken for, so that they can be mapped by hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Refused {
    /// The heading row and the columns; absent when no row looks like a heading.
    pub headings: Option<Headings>,
    /// At least one fault.
    pub refusals: Vec<Refusal>,
}

/// The rows of data of a sheet.
pub(super) struct Table<'sheet> {
    pub kind: SheetKind,
    pub headings: Headings,
    pub rows: Vec<&'sheet SheetRow>,
    pub anomalies: Vec<Anomaly>,
}

impl<'sheet> Table<'sheet> {
    /// Finds the headings of `sheet` and its rows of data.
    ///
    /// Refused without a heading row, without a required column, without rows, and above [`MOST_ROWS`].
    pub fn lay_out(sheet: &'sheet Sheet, kind: SheetKind, mapping: &Mapping) -> Result<Self, Refused> {
        let headings = find_headings(sheet, kind, mapping)
            .ok_or_else(|| Refused { headings: None, refusals: vec![no_heading(kind)] })?;
        let missing = headings.missing(kind);
        if !missing.is_empty() {
            let refusals = missing.into_iter().map(|label| missing_column(&headings, label)).collect();
            return Err(Refused { headings: Some(headings), refusals });
        }
        let mut table = Self { kind, headings, rows: Vec::new(), anomalies: Vec::new() };
        table.name_columns_not_read(sheet);
        let heading_row = table.headings.row;
        for row in sheet.rows.iter().filter(|row| row.number > heading_row) {
            table.sort_out(row);
        }
        let refusal = match table.rows.len() {
            0 => Some(refuse_all("There are no rows below the headings.".to_owned())),
            rows if rows > MOST_ROWS => Some(refuse_all(format!(
                "The sheet has {rows} rows; an import takes at most {MOST_ROWS}. Divide it and import the parts."
            ))),
            _ => None,
        };
        match refusal {
            None => Ok(table),
            Some(refusal) => Err(Refused { headings: Some(table.headings), refusals: vec![refusal] }),
        }
    }

    fn sort_out(&mut self, row: &'sheet SheetRow) {
        if self.headings.is_repeated_in(row) {
            self.name(row, None, "The headings come again here; the row is skipped.".to_owned());
            return;
        }
        let read = |index: usize| {
            self.headings.columns.iter().any(|it| it.field.is_some() && it.index as usize == index)
        };
        let filled: Vec<usize> = (0..row.cells.len()).filter(|index| !row.cell(*index).is_empty()).collect();
        let is_new = |index: &usize| read(*index) && !row.merged.contains(index);
        match (filled.as_slice(), filled.iter().any(is_new)) {
            ([], _) => {}
            // A number alone is the numbering of rows that were prepared and never used.
            ([only], false) if row.cell(*only).text().chars().all(|letter| letter.is_ascii_digit()) => {}
            ([only], _) if !self.may_stand_alone(row, *only) => {
                let text = row.cell(*only).text().into_owned();
                self.name(row, None, format!("Only “{text}” stands here; the row is skipped as a title."));
            }
            (_, false) => {
                let message = "None of the columns that are read holds anything here; the row is skipped.";
                self.name(row, None, message.to_owned());
            }
            _ => {
                self.name_merged(row);
                self.rows.push(row);
            }
        }
    }

    /// Says whether the only cell of a row is data all the same: an agency without people, or a reference without its dates.
    fn may_stand_alone(&self, row: &SheetRow, index: usize) -> bool {
        let is = |field| self.headings.index_of(field) == Some(index);
        match self.kind {
            SheetKind::Agencies => is(SheetField::Agency) || is(SheetField::Person),
            SheetKind::Register | SheetKind::Actions => {
                is(SheetField::Reference)
                    && row.cell(index).text().parse::<crate::reference::CaseReference>().is_ok()
            }
        }
    }

    fn name_merged(&mut self, row: &SheetRow) {
        let headings = self.headings.columns.iter();
        let merged = headings.filter(|column| row.merged.contains(&(column.index as usize)));
        let names: Vec<String> = merged
            .filter_map(|column| column.field)
            .map(|field| self.headings.heading_of(field, self.kind))
            .collect();
        if !names.is_empty() {
            let column = (names.len() == 1).then(|| names[0].clone());
            let message =
                format!("{} is merged with the row above; the value above is taken.", words::listed(&names));
            self.name(row, column, message);
        }
    }

    fn name_columns_not_read(&mut self, sheet: &Sheet) {
        let Some(heading_row) = sheet.rows.iter().find(|row| row.number == self.headings.row) else { return };
        let columns = &self.headings.columns;
        let unread = columns.iter().filter(|column| column.field.is_none());
        let headings: Vec<String> = unread.filter_map(|column| column.heading.clone()).collect();
        for heading in headings {
            let message = format!("The column “{heading}” is not known and is not read.");
            self.name(heading_row, Some(heading), message);
        }
        // Left of the headings registers number their rows; only what stands right of them can be missed.
        let last = self.headings.columns.last().map_or(0, |column| column.index as usize);
        let below = sheet.rows.iter().filter(|row| row.number > heading_row.number);
        let beyond: BTreeSet<usize> = below
            .flat_map(|row| (last + 1..row.cells.len()).filter(|index| !row.cell(*index).is_empty()))
            .collect();
        for index in beyond {
            let message = format!("Column {} has no heading and is not read.", index + 1);
            self.name(heading_row, None, message);
        }
    }

    fn name(&mut self, row: &SheetRow, column: Option<String>, message: String) {
        self.anomalies.push(Anomaly { row: row.number, column, reference: None, message });
    }
}

fn no_heading(kind: SheetKind) -> Refusal {
    let required = kind.columns().iter().filter(|column| column.required);
    let labels: Vec<&str> = required.map(|column| column.label).collect();
    refuse_all(format!("No heading row was found. The sheet needs the columns {}.", words::listed(&labels)))
}

fn missing_column(headings: &Headings, label: &str) -> Refusal {
    let message = format!("The column “{label}” is missing.");
    Refusal { row: Some(headings.row), column: Some(label.to_owned()), message }
}

fn refuse_all(message: String) -> Refusal {
    Refusal { row: None, column: None, message }
}
