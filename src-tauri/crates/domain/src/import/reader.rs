//! Reading the cells of one row by what they hold, and noting what is wrong or odd with them.

use chrono::NaiveDate;

use super::dates::date_of;
use super::fields::SheetField;
use super::findings::{Anomaly, Refusal};
use super::sheet::{Cell, SheetRow};
use super::table::Table;
use crate::plain_text::{NAME_LETTERS, fits_as_name};

/// The columns that hold names.
const NAMES: [SheetField; 5] =
    [SheetField::Agency, SheetField::Person, SheetField::Role, SheetField::Email, SheetField::Telephone];

/// Words by which people say that a cell is empty.
const NOTHING: [&str; 7] = ["-", "–", "—", "n/a", "none", "nil", "?"];

/// Reads the rows of a table one after the other and collects what it has to say about them.
pub(super) struct Reader<'table, 'sheet> {
    table: &'table Table<'sheet>,
    row: &'sheet SheetRow,
    reference: Option<String>,
    pub anomalies: Vec<Anomaly>,
    pub refusals: Vec<Refusal>,
}

impl<'table, 'sheet> Reader<'table, 'sheet> {
    pub fn new(table: &'table Table<'sheet>, first: &'sheet SheetRow) -> Self {
        Self { table, row: first, reference: None, anomalies: Vec::new(), refusals: Vec::new() }
    }

    /// Goes on to `row`; refuses the sheet when a name in it is none.
    pub fn turn_to(&mut self, row: &'sheet SheetRow) {
        self.row = row;
        self.reference = None;
        for field in NAMES {
            let text = self.text(field).unwrap_or_default();
            self.refuse_long(field, &text);
        }
    }

    /// Refuses the sheet when a name in it is too long for one.
    pub fn refuse_long(&mut self, field: SheetField, name: &str) {
        if !fits_as_name(name) {
            let message = format!("This is longer than {NAME_LETTERS} letters. Is it the right column?");
            self.refuse(Some(field), message);
        }
    }

    /// Says which case the row belongs to, for what will be said about it.
    pub fn belongs_to(&mut self, reference: &crate::reference::CaseReference) {
        self.reference = Some(reference.to_string());
    }

    pub fn number(&self) -> u32 {
        self.row.number
    }

    pub fn cell(&self, field: SheetField) -> &'sheet Cell {
        match self.table.headings.index_of(field) {
            Some(index) => self.row.cell(index),
            None => &Cell::Empty,
        }
    }

    /// Returns the words of a cell with single spaces; nothing for an empty cell and for a dash or a "none" in it.
    pub fn text(&self, field: SheetField) -> Option<String> {
        let words = self.cell(field).text().split_whitespace().collect::<Vec<_>>().join(" ");
        let is_nothing = words.is_empty() || NOTHING.contains(&words.to_lowercase().as_str());
        (!is_nothing).then_some(words)
    }

    /// Returns the date of a cell; refuses the sheet when something else stands there.
    pub fn date(&mut self, field: SheetField) -> Option<NaiveDate> {
        let text = self.text(field)?;
        let date = date_of(self.cell(field));
        if date.is_none() {
            self.refuse(Some(field), format!("“{text}” is not a date that the calendar has."));
        }
        date
    }

    pub fn heading_of(&self, field: SheetField) -> String {
        self.table.headings.heading_of(field, self.table.kind)
    }

    pub fn refuse(&mut self, field: Option<SheetField>, message: String) {
        let column = field.map(|field| self.heading_of(field));
        self.refusals.push(Refusal { row: Some(self.row.number), column, message });
    }

    pub fn name(&mut self, field: Option<SheetField>, message: String) {
        let column = field.map(|field| self.heading_of(field));
        self.anomalies.push(Anomaly {
            row: self.row.number,
            column,
            reference: self.reference.clone(),
            message,
        });
    }
}
