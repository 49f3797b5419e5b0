//! One row of a register, cell by cell.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::super::fields::SheetField;
use super::super::reader::Reader;
use super::super::sheet::Cell;
use super::remark::{Remark, interpret, reference_of, references_in};
use crate::case::CaseKind;
use crate::reference::CaseReference;
use crate::score::Points;
use crate::words;

/// What stands in the cell of a score.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "is")]
pub enum ScoreCell {
    /// Nothing.
    Blank,
    /// A total.
    Total {
        /// The total.
        points: Points,
    },
    /// 0, which registers write for "not scored".
    Nought,
    /// A word instead of a number.
    Word {
        /// The word as written.
        text: String,
    },
}

impl ScoreCell {
    /// Returns the total; nothing unless there is one.
    pub fn points(&self) -> Option<Points> {
        if let Self::Total { points } = self { Some(*points) } else { None }
    }
}

/// One row of a register as understood: one episode of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RegisterRow {
    /// The line of the file or row of the sheet, from 1.
    pub row: u32,
    /// The case.
    pub reference: CaseReference,
    /// The kind as written; absent in rows of re-opened episodes, which belong to the case above.
    pub kind: Option<CaseKind>,
    /// The key issues as published; empty in rows of re-opened episodes.
    pub key_issues: Vec<String>,
    /// The first score.
    pub initial_score: ScoreCell,
    /// The latest score.
    pub current_score: ScoreCell,
    /// The day the episode opened.
    pub opened: NaiveDate,
    /// The day it closed; absent while open.
    pub closed: Option<NaiveDate>,
    /// The age at the time; absent when not given.
    pub age: Option<u8>,
    /// Orders in place, by name.
    pub orders_in_place: Vec<String>,
    /// Orders being considered, by name.
    pub orders_considered: Vec<String>,
    /// Cases in the column of cross references.
    pub cross_references: Vec<CaseReference>,
    /// Cases that only the remark names, without being split from or combined with them.
    pub named_in_remark: Vec<CaseReference>,
    /// The remark as written; empty when there is none.
    pub remark: String,
    /// What the remark says.
    pub remarks: Vec<Remark>,
    /// What stood in other columns and could not be read there.
    pub unread: Vec<String>,
}

/// What is known of the hub while its register is read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hub {
    /// The prefix of its references, for case numbers that are written bare; empty when not known.
    pub prefix: String,
    /// The day it began; cases opened before are named. Absent when not known.
    pub began: Option<NaiveDate>,
    /// Today; openings after it are named. Absent when it does not matter.
    pub today: Option<NaiveDate>,
}

/// Reads the row that `reader` is at; nothing when a fault in it was refused.
///
/// `above` is the row before it, to which a re-opened episode without a number belongs.
pub(super) fn read_row(reader: &mut Reader, hub: &Hub, above: Option<&RegisterRow>) -> Option<RegisterRow> {
    let reference = read_reference(reader, hub, above)?;
    reader.belongs_to(&reference);
    let kind = read_kind(reader);
    let opened = read_opened(reader);
    let closed = reader.date(SheetField::Closed);
    if let (Some(opened), Some(closed)) = (opened, closed)
        && closed < opened
    {
        let (opened, closed) = (words::table_date(opened), words::table_date(closed));
        let message = format!("{reference} is closed on {closed}, before it was opened on {opened}.");
        reader.refuse(Some(SheetField::Closed), message);
    }
    let mut unread = Vec::new();
    let initial_score = read_score(reader, SheetField::InitialScore);
    let current_score = read_score(reader, SheetField::CurrentScore);
    let age = read_age(reader, &mut unread);
    let cross_references = read_cross_references(reader, &reference, &mut unread);
    let remark = reader.text(SheetField::Remarks).unwrap_or_default();
    let remarks = interpret(&remark, &reference.prefix);
    let notes = remarks.iter().filter_map(Remark::note);
    let named_in_remark = notes.flat_map(|note| references_in(note, &reference.prefix)).collect();
    let list = |field| reader.text(field).map(|text| split_list(&text)).unwrap_or_default();
    let key_issues = list(SheetField::KeyIssues);
    let orders_in_place = list(SheetField::OrdersInPlace);
    let orders_considered = list(SheetField::OrdersConsidered);
    for (field, orders) in
        [(SheetField::OrdersInPlace, &orders_in_place), (SheetField::OrdersConsidered, &orders_considered)]
    {
        orders.iter().for_each(|order| reader.refuse_long(field, order));
    }
    Some(RegisterRow {
        row: reader.number(),
        key_issues,
        orders_in_place,
        orders_considered,
        reference,
        kind: kind.ok()?,
        initial_score,
        current_score,
        opened: opened?,
        closed,
        age,
        cross_references,
        named_in_remark,
        remark,
        remarks,
        unread,
    })
}

fn read_reference(reader: &mut Reader, hub: &Hub, above: Option<&RegisterRow>) -> Option<CaseReference> {
    let Some(text) = reader.text(SheetField::Reference) else {
        let has = |field| reader.text(field).is_some();
        let is_reopened = has(SheetField::Opened) && !has(SheetField::Kind) && !has(SheetField::KeyIssues);
        let Some(above) = above.filter(|_| is_reopened) else {
            reader.refuse(Some(SheetField::Reference), "The row has no case number.".to_owned());
            return None;
        };
        reader.belongs_to(&above.reference);
        let message = format!(
            "The row has no case number; it is taken for a re-opened episode of {} above.",
            above.reference
        );
        reader.name(Some(SheetField::Reference), message);
        return Some(above.reference.clone());
    };
    let reference = reference_of(&text, &hub.prefix);
    if reference.is_none() {
        reader.refuse(
            Some(SheetField::Reference),
            format!("“{text}” is not a case number; write it like CSH.12."),
        );
    }
    reference
}

fn read_kind(reader: &mut Reader) -> Result<Option<CaseKind>, ()> {
    let Some(text) = reader.text(SheetField::Kind) else { return Ok(None) };
    let kind = match text.to_lowercase().as_str() {
        "person" | "people" | "individual" => CaseKind::Person,
        "property" | "premises" | "address" => CaseKind::Property,
        "topic" | "theme" | "location" | "place" => CaseKind::Topic,
        _ => {
            reader.refuse(Some(SheetField::Kind), format!("“{text}” is none of Person, Property and Topic."));
            return Err(());
        }
    };
    Ok(Some(kind))
}

fn read_opened(reader: &mut Reader) -> Option<NaiveDate> {
    if reader.text(SheetField::Opened).is_none() {
        reader.refuse(Some(SheetField::Opened), "The opening date is missing.".to_owned());
        return None;
    }
    reader.date(SheetField::Opened)
}

fn read_score(reader: &mut Reader, field: SheetField) -> ScoreCell {
    let Some(text) = reader.text(field) else { return ScoreCell::Blank };
    let number = match reader.cell(field) {
        Cell::Number(number) => Some(*number),
        _ => text.parse::<f64>().ok(),
    };
    match number.filter(|number| (0.0..=10_000.0).contains(number)) {
        Some(0.0) => {
            reader.name(Some(field), "0 is read as not scored.".to_owned());
            ScoreCell::Nought
        }
        Some(number) => ScoreCell::Total { points: Points::hundredths((number * 100.0).round() as i32) },
        None => {
            reader.name(Some(field), format!("“{text}” is not a number; the score is left empty."));
            ScoreCell::Word { text }
        }
    }
}

fn read_age(reader: &mut Reader, unread: &mut Vec<String>) -> Option<u8> {
    let text = reader.text(SheetField::Age)?;
    let age = text.parse::<u8>().ok().filter(|age| *age <= 120);
    if age.is_none() {
        let heading = reader.heading_of(SheetField::Age);
        reader.name(Some(SheetField::Age), format!("“{text}” is not an age; it is kept as a note."));
        unread.push(format!("{heading}: {text}"));
    }
    age
}

fn read_cross_references(
    reader: &mut Reader,
    own: &CaseReference,
    unread: &mut Vec<String>,
) -> Vec<CaseReference> {
    let field = SheetField::CrossReferences;
    let Some(text) = reader.text(field) else { return Vec::new() };
    let mut references = BTreeSet::new();
    for piece in
        text.replace(" and ", ",").split([',', ';', '&', '/']).map(str::trim).filter(|it| !it.is_empty())
    {
        match reference_of(piece, &own.prefix) {
            Some(reference) if reference == *own => {
                reader.name(Some(field), format!("{own} names itself; that is left out."));
            }
            Some(reference) => {
                references.insert(reference);
            }
            None => {
                reader.name(Some(field), format!("“{piece}” is not a case number; it is kept as a note."));
                unread.push(format!("{}: {piece}", reader.heading_of(field)));
            }
        }
    }
    references.into_iter().collect()
}

/// Returns the things that a cell lists: parted by commas or semicolons, and by `/` where no space stands beside it.
///
/// "Drug use / dealing" is one issue, "Alcohol/Drugs" is two, "24/7 noise" is one.
fn split_list(text: &str) -> Vec<String> {
    let letters: Vec<char> = text.chars().collect();
    let mut pieces = vec![String::new()];
    for (index, letter) in letters.iter().enumerate() {
        let (before, after) = (index.checked_sub(1).map(|it| letters[it]), letters.get(index + 1).copied());
        let parts = match letter {
            ',' | ';' => true,
            '/' => match (before, after) {
                (Some(before), Some(after)) => {
                    let is_spaced = before.is_whitespace() || after.is_whitespace();
                    let is_number = before.is_ascii_digit() && after.is_ascii_digit();
                    !is_spaced && !is_number
                }
                _ => false,
            },
            _ => false,
        };
        match pieces.last_mut() {
            Some(piece) if !parts => piece.push(*letter),
            _ => pieces.push(String::new()),
        }
    }
    let mut seen = BTreeSet::new();
    let trimmed = pieces.iter().map(|piece| piece.trim()).filter(|piece| !piece.is_empty());
    trimmed.filter(|piece| seen.insert(*piece)).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::split_list;

    #[test]
    fn a_slash_without_spaces_parts_two_issues() {
        assert_eq!(split_list("ASB, Alcohol/Drugs ,Graffiti"), ["ASB", "Alcohol", "Drugs", "Graffiti"]);
        assert_eq!(split_list("Drug use / dealing"), ["Drug use / dealing"]);
        assert_eq!(split_list("24/7 noise; ASB"), ["24/7 noise", "ASB"]);
        assert_eq!(split_list(" , ASB,,ASB /"), ["ASB", "ASB /"]);
    }
}
