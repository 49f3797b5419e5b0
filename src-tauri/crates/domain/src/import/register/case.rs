//! From rows to cases: the rows of one reference are the episodes of one case.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::super::fields::SheetField;
use super::super::findings::{Anomaly, Refusal};
use super::super::table::Table;
use super::remark::Remark;
use super::row::{RegisterRow, ScoreCell};
use crate::case::CaseKind;
use crate::episode::ClosureReason;
use crate::reference::CaseReference;
use crate::score::{Points, ScoreState};
use crate::words::table_date;

/// An episode out of a register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RegisterEpisode {
    /// The row it stands in, from 1.
    pub row: u32,
    /// The day it opened.
    pub opened: NaiveDate,
    /// The day it closed; absent while open.
    pub closed: Option<NaiveDate>,
    /// Why it closed; absent while open.
    pub closed_by: Option<ClosureReason>,
    /// The age at the time; absent when not given.
    pub age: Option<u8>,
    /// The first score; absent when not scored.
    pub initial_score: Option<Points>,
    /// The latest score; absent when not scored or when a word stands for it.
    pub current_score: Option<Points>,
    /// What can be said about the two: equal numbers are "unknown", because a register cannot tell unchanged from not re-scored.
    pub score_state: ScoreState,
    /// Orders in place, by name.
    pub orders_in_place: Vec<String>,
    /// Orders being considered, by name.
    pub orders_considered: Vec<String>,
    /// Remarks that became neither a link nor an episode, and what could not be read.
    pub notes: Vec<String>,
    /// The facts of the row's remark, those that became notes among them.
    pub remarks: Vec<Remark>,
}

/// A case out of a register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RegisterCase {
    /// Its reference.
    pub reference: CaseReference,
    /// What it is about.
    pub kind: CaseKind,
    /// Its key issues as published, of all its rows.
    pub key_issues: Vec<String>,
    /// The cases it belongs with, both ways and sorted; partners by split, combination and remark among them.
    pub cross_references: Vec<CaseReference>,
    /// The case it was split from; absent when it was not.
    pub split_from: Option<CaseReference>,
    /// The case it was combined into and is only a signpost to; absent when it was not.
    pub combined_into: Option<CaseReference>,
    /// The scheme it was handed over to; absent when it was not.
    pub handed_to: Option<String>,
    /// Its episodes, the oldest first; at least one.
    pub episodes: Vec<RegisterEpisode>,
}

/// Rows with what is said about them while they become cases.
pub(super) struct Grouping<'table, 'sheet> {
    pub table: &'table Table<'sheet>,
    pub anomalies: Vec<Anomaly>,
    pub refusals: Vec<Refusal>,
}

impl Grouping<'_, '_> {
    /// Returns the cases of `rows` without their links, in the order of their references.
    pub fn cases_of(&mut self, rows: &[RegisterRow]) -> Vec<RegisterCase> {
        let mut by_reference: BTreeMap<&CaseReference, Vec<&RegisterRow>> = BTreeMap::new();
        for row in rows {
            by_reference.entry(&row.reference).or_default().push(row);
        }
        by_reference.into_values().filter_map(|rows| self.case_of(rows)).collect()
    }

    fn case_of(&mut self, mut rows: Vec<&RegisterRow>) -> Option<RegisterCase> {
        rows.sort_by_key(|row| (row.opened, row.row));
        self.leave_out_repeated(&mut rows);
        self.refuse_overlaps(&rows);
        let first = *rows.first()?;
        let with_kind = rows.iter().find_map(|row| Some((*row, row.kind?)));
        let Some((named, kind)) = with_kind else {
            let message = format!("{} is given no kind: Person, Property or Topic.", first.reference);
            self.refuse(first, SheetField::Kind, message);
            return None;
        };
        let mut seen = BTreeSet::new();
        let issues = rows.iter().flat_map(|row| &row.key_issues);
        let key_issues = issues.filter(|issue| seen.insert(issue.as_str())).cloned().collect();
        for row in &rows {
            self.name_what_is_inherited(row, named, kind);
        }
        self.name_odd_age(&rows, kind);
        Some(RegisterCase {
            reference: first.reference.clone(),
            kind,
            key_issues,
            cross_references: Vec::new(),
            split_from: None,
            combined_into: None,
            handed_to: None,
            episodes: rows.iter().map(|row| episode_of(row)).collect(),
        })
    }

    fn leave_out_repeated(&mut self, rows: &mut Vec<&RegisterRow>) {
        let mut kept: Vec<&RegisterRow> = Vec::new();
        for row in rows.drain(..) {
            match kept.last() {
                Some(earlier) if earlier.opened == row.opened => {
                    let key = format!("{} opened on {}", row.reference, table_date(row.opened));
                    if (RegisterRow { row: earlier.row, ..row.clone() }) == **earlier {
                        let message = format!(
                            "{key} stands in row {} already, with the same values; skipped.",
                            earlier.row
                        );
                        self.name(row, None, message);
                    } else {
                        let message =
                            format!("{key} stands in row {} already, with other values.", earlier.row);
                        self.refuse(row, SheetField::Opened, message);
                    }
                }
                _ => kept.push(row),
            }
        }
        *rows = kept;
    }

    /// Refuses a case with two episodes at one time, because at most one is open.
    fn refuse_overlaps(&mut self, rows: &[&RegisterRow]) {
        for (earlier, later) in rows.iter().zip(rows.iter().skip(1)) {
            let reference = &later.reference;
            let opened = table_date(later.opened);
            match earlier.closed {
                None => {
                    let message = format!(
                        "{reference} is opened again on {opened} in row {}, but this row has no closing date.",
                        later.row
                    );
                    self.refuse(earlier, SheetField::Closed, message);
                }
                Some(closed) if later.opened < closed => {
                    let message = format!(
                        "{reference} is opened again on {opened}, before its episode in row {} was closed on {}.",
                        earlier.row,
                        table_date(closed)
                    );
                    self.refuse(later, SheetField::Opened, message);
                }
                Some(_) => {}
            }
        }
    }

    fn name_what_is_inherited(&mut self, row: &RegisterRow, named: &RegisterRow, kind: CaseKind) {
        let owner = format!("{} in row {}", row.reference, named.row);
        match row.kind {
            None => {
                let what = if row.key_issues.is_empty() { "Kind and key issues are" } else { "The kind is" };
                self.name(row, Some(SheetField::Kind), format!("{what} empty; taken from {owner}."));
            }
            Some(other) if other != kind => {
                let message = format!("The kind is another than that of {owner}; the earlier one is kept.");
                self.name(row, Some(SheetField::Kind), message);
            }
            Some(_) => {}
        }
    }

    fn name_odd_age(&mut self, rows: &[&RegisterRow], kind: CaseKind) {
        match kind {
            CaseKind::Person if rows.iter().all(|row| row.age.is_none()) => {
                if let Some(row) = rows.first() {
                    self.name(
                        row,
                        Some(SheetField::Age),
                        "A person without an age; it is left empty.".to_owned(),
                    );
                }
            }
            CaseKind::Person => {}
            CaseKind::Property | CaseKind::Topic => {
                for row in rows.iter().filter(|row| row.age.is_some()) {
                    let message = format!(
                        "A {} with an age; it is kept with the episode.",
                        kind.words().to_lowercase()
                    );
                    self.name(row, Some(SheetField::Age), message);
                }
            }
        }
    }

    pub fn name(&mut self, row: &RegisterRow, field: Option<SheetField>, message: String) {
        let column = field.map(|field| self.table.headings.heading_of(field, self.table.kind));
        self.anomalies.push(Anomaly {
            row: row.row,
            column,
            reference: Some(row.reference.to_string()),
            message,
        });
    }

    fn refuse(&mut self, row: &RegisterRow, field: SheetField, message: String) {
        let column = Some(self.table.headings.heading_of(field, self.table.kind));
        self.refusals.push(Refusal { row: Some(row.row), column, message });
    }
}

fn episode_of(row: &RegisterRow) -> RegisterEpisode {
    let notes = row.remarks.iter().filter_map(Remark::note).chain(row.unread.iter().map(String::as_str));
    RegisterEpisode {
        row: row.row,
        opened: row.opened,
        closed: row.closed,
        closed_by: row.closed.map(|_| ClosureReason::Closed),
        age: row.age,
        initial_score: row.initial_score.points(),
        current_score: row.current_score.points(),
        score_state: state_of(&row.initial_score, &row.current_score),
        orders_in_place: row.orders_in_place.clone(),
        orders_considered: row.orders_considered.clone(),
        notes: notes.map(str::to_owned).collect(),
        remarks: row.remarks.clone(),
    }
}

fn state_of(initial: &ScoreCell, current: &ScoreCell) -> ScoreState {
    match (initial.points(), current) {
        (Some(initial), ScoreCell::Total { points }) if initial == *points => ScoreState::Unknown,
        (Some(_), ScoreCell::Total { .. }) => ScoreState::Scored,
        (Some(_), ScoreCell::Blank) => ScoreState::NotRescored,
        _ => ScoreState::Unscored,
    }
}
