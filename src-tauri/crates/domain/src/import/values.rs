//! The rows of the three sheets as values that can be compared with what the hub has.

use super::actions::{ActionRow, ActionsImport};
use super::agencies::{AgenciesImport, AgencyRow, word_for};
use super::comparison::{FileRow, RowKey, RowValues};
use super::fields::SheetField;
use super::headings::Headings;
use super::register::{RegisterImport, RegisterRow, ScoreCell};

impl RegisterImport {
    /// Returns the rows for [`super::compare`], known by reference and opening date. Rows that were skipped are not among them.
    pub fn file_rows(&self) -> Vec<FileRow> {
        let kept: std::collections::BTreeSet<u32> =
            self.cases.iter().flat_map(|case| &case.episodes).map(|episode| episode.row).collect();
        let rows = self.rows.iter().filter(|row| kept.contains(&row.row));
        rows.map(|row| FileRow {
            row: row.row,
            key: row.key(),
            values: values_of(&self.headings, register_value(row)),
        })
        .collect()
    }
}

impl AgenciesImport {
    /// Returns the rows for [`super::compare`], known by agency and name without regard to capitals.
    pub fn file_rows(&self) -> Vec<FileRow> {
        let rows = self.rows.iter();
        rows.map(|row| FileRow {
            row: row.row,
            key: row.key(),
            values: values_of(&self.headings, agency_value(row)),
        })
        .collect()
    }
}

impl ActionsImport {
    /// Returns the rows for [`super::compare`], known by case, agency and words without regard to capitals.
    pub fn file_rows(&self) -> Vec<FileRow> {
        let rows = self.rows.iter();
        rows.map(|row| FileRow {
            row: row.row,
            key: row.key(),
            values: values_of(&self.headings, action_value(row)),
        })
        .collect()
    }
}

impl RegisterRow {
    /// Returns by what the row is known: its reference and its opening date.
    pub fn key(&self) -> RowKey {
        RowKey { group: self.reference.to_string(), part: self.opened.to_string() }
    }
}

impl AgencyRow {
    /// Returns by what the row is known: the agency's and the person's name in small letters.
    pub fn key(&self) -> RowKey {
        RowKey { group: self.agency.to_lowercase(), part: self.person.to_lowercase() }
    }
}

impl ActionRow {
    /// Returns by what the row is known: the case, the agency and the words, and which of several alike it is.
    pub fn key(&self) -> RowKey {
        let words = format!("{}: {}", self.agency.to_lowercase(), self.action.to_lowercase());
        let part = if self.occurrence > 1 { format!("{words} ({})", self.occurrence) } else { words };
        RowKey { group: self.reference.to_string(), part }
    }
}

/// Returns the values of the columns that the sheet has.
fn values_of(headings: &Headings, value: impl Fn(SheetField) -> Option<String>) -> RowValues {
    let fields = headings.columns.iter().filter_map(|column| column.field);
    fields.filter_map(|field| Some((field, value(field)?))).collect()
}

fn register_value(row: &RegisterRow) -> impl Fn(SheetField) -> Option<String> {
    let list = |items: &[String]| items.join(", ");
    let score = |cell: &ScoreCell| cell.points().map(|points| points.to_string()).unwrap_or_default();
    move |field| {
        Some(match field {
            SheetField::Reference => row.reference.to_string(),
            SheetField::InitialScore => score(&row.initial_score),
            SheetField::CurrentScore => score(&row.current_score),
            SheetField::Opened => row.opened.to_string(),
            SheetField::KeyIssues => list(&row.key_issues),
            SheetField::Age => row.age.map(|age| age.to_string()).unwrap_or_default(),
            SheetField::OrdersInPlace => list(&row.orders_in_place),
            SheetField::OrdersConsidered => list(&row.orders_considered),
            SheetField::Closed => row.closed.map(|date| date.to_string()).unwrap_or_default(),
            SheetField::Kind => row.kind.map(|kind| kind.words().to_owned()).unwrap_or_default(),
            SheetField::CrossReferences => {
                list(&row.cross_references.iter().map(ToString::to_string).collect::<Vec<_>>())
            }
            SheetField::Remarks => row.remark.clone(),
            _ => return None,
        })
    }
}

fn agency_value(row: &AgencyRow) -> impl Fn(SheetField) -> Option<String> {
    move |field| {
        Some(match field {
            SheetField::Agency => row.agency.clone(),
            SheetField::Person => row.person.clone(),
            SheetField::Role => row.role.clone(),
            SheetField::Email => row.email.clone(),
            SheetField::Telephone => row.telephone.clone(),
            SheetField::AgencyType => row.field.map(word_for).unwrap_or_default().to_owned(),
            _ => return None,
        })
    }
}

fn action_value(row: &ActionRow) -> impl Fn(SheetField) -> Option<String> {
    move |field| {
        let update = row.last_update.as_ref();
        Some(match field {
            SheetField::Reference => row.reference.to_string(),
            SheetField::Action => row.action.clone(),
            SheetField::Agency => row.agency.clone(),
            SheetField::Person => row.person.clone(),
            SheetField::Due => row.due.map(|date| date.to_string()).unwrap_or_default(),
            SheetField::Status if row.blocked => format!("{}, blocked", row.status.words()),
            SheetField::Status => row.status.words().to_owned(),
            SheetField::LastUpdate => {
                let on = update.and_then(|update| update.on).map(|date| date.to_string());
                let text = update.map(|update| update.text.clone()).filter(|text| !text.is_empty());
                [on, text].into_iter().flatten().collect::<Vec<_>>().join(" ")
            }
            _ => return None,
        })
    }
}
