//! Actions on cases of the register: every row one action of one agency.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::fields::{SheetField, SheetKind};
use super::findings::Anomaly;
use super::headings::{Headings, Mapping};
use super::reader::Reader;
use super::register::{Hub, leading_date, reference_of};
use super::sheet::{Cell, Sheet};
use super::table::{Refused, Table};
use crate::action::ActionStatus;
use crate::reference::CaseReference;

/// What was last heard of an action.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
pub struct LastUpdate {
    /// The day; absent when the words do not begin with one.
    pub on: Option<NaiveDate>,
    /// The words; empty when there is only a day.
    pub text: String,
}

/// One row of the sheet as understood.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
pub struct ActionRow {
    /// The line of the file or row of the sheet, from 1.
    pub row: u32,
    /// The case it is on; whether the hub has it is not asked here.
    pub reference: CaseReference,
    /// What is to be done.
    pub action: String,
    /// The agency that owns it, as written.
    pub agency: String,
    /// The person who has it, as written; empty when not given.
    pub person: String,
    /// The day it falls due; absent when not given.
    pub due: Option<NaiveDate>,
    /// Where it stands.
    pub status: ActionStatus,
    /// Whether the sheet calls it blocked.
    pub blocked: bool,
    /// What was last heard; absent when nothing was.
    pub last_update: Option<LastUpdate>,
    /// 1, or more for an action that the same case and agency have already in the same words.
    pub occurrence: u32,
}

/// A sheet of actions as understood, before anything is written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ActionsImport {
    /// What the columns were taken for.
    pub headings: Headings,
    /// The rows in their order.
    pub rows: Vec<ActionRow>,
    /// What is odd and what is done about it, by row.
    pub anomalies: Vec<Anomaly>,
}

/// Understands `sheet` as actions, or refuses it with every fault found.
///
/// Refused are rows without a case number, an action or an agency, names too long for one, impossible dates, and a status
/// that is none.
pub fn read_actions(sheet: &Sheet, mapping: &Mapping, hub: &Hub) -> Result<ActionsImport, Refused> {
    let mut table = Table::lay_out(sheet, SheetKind::Actions, mapping)?;
    let mut anomalies = std::mem::take(&mut table.anomalies);
    let mut refusals = Vec::new();
    let mut rows: Vec<ActionRow> = Vec::with_capacity(table.rows.len());
    let mut same_values: HashMap<ActionRow, u32> = HashMap::new();
    let mut same_words: BTreeMap<(CaseReference, String, String), u32> = BTreeMap::new();
    if let Some(first) = table.rows.first() {
        let mut reader = Reader::new(&table, first);
        for row in &table.rows {
            reader.turn_to(row);
            let Some(mut read) = read_row(&mut reader, hub) else { continue };
            if let Some(earlier) = same_values.get(&ActionRow { row: 0, ..read.clone() }) {
                reader.name(None, format!("The same stands in row {earlier} already; skipped."));
                continue;
            }
            same_values.insert(ActionRow { row: 0, ..read.clone() }, read.row);
            let words = (read.reference.clone(), read.action.to_lowercase(), read.agency.to_lowercase());
            let occurrences = same_words.entry(words).or_default();
            *occurrences += 1;
            read.occurrence = *occurrences;
            rows.push(read);
        }
        anomalies.append(&mut reader.anomalies);
        refusals.append(&mut reader.refusals);
    }
    if !refusals.is_empty() {
        return Err(Refused { headings: Some(table.headings), refusals });
    }
    anomalies.sort_by_key(|anomaly| anomaly.row);
    Ok(ActionsImport { headings: table.headings, rows, anomalies })
}

fn read_row(reader: &mut Reader, hub: &Hub) -> Option<ActionRow> {
    let reference = read_reference(reader, hub);
    if let Some(reference) = &reference {
        reader.belongs_to(reference);
    }
    let action = read_required(reader, SheetField::Action, "The action is missing: say what is to be done.");
    let agency = read_required(reader, SheetField::Agency, "The agency that has the action is missing.");
    let due = reader.date(SheetField::Due);
    let status = read_status(reader);
    let last_update = read_last_update(reader);
    let (status, blocked) = status?;
    Some(ActionRow {
        row: reader.number(),
        reference: reference?,
        action: action?,
        agency: agency?,
        person: reader.text(SheetField::Person).unwrap_or_default(),
        due,
        status,
        blocked,
        last_update,
        occurrence: 1,
    })
}

fn read_reference(reader: &mut Reader, hub: &Hub) -> Option<CaseReference> {
    let text = read_required(reader, SheetField::Reference, "The row has no case number.")?;
    let reference = reference_of(&text, &hub.prefix);
    if reference.is_none() {
        let message = format!("“{text}” is not a case number; write it like CSH.12.");
        reader.refuse(Some(SheetField::Reference), message);
    }
    reference
}

fn read_required(reader: &mut Reader, field: SheetField, otherwise: &str) -> Option<String> {
    let text = reader.text(field);
    if text.is_none() {
        reader.refuse(Some(field), otherwise.to_owned());
    }
    text
}

fn read_status(reader: &mut Reader) -> Option<(ActionStatus, bool)> {
    let Some(text) = reader.text(SheetField::Status) else { return Some((ActionStatus::NotStarted, false)) };
    let status = match text.to_lowercase().as_str() {
        "not started" | "new" | "open" | "outstanding" | "to do" => ActionStatus::NotStarted,
        "under way" | "underway" | "in progress" | "ongoing" | "started" | "blocked" => {
            ActionStatus::UnderWay
        }
        "done" | "complete" | "completed" | "closed" | "discharged" => ActionStatus::Done,
        "in abeyance" | "abeyance" | "on hold" => ActionStatus::InAbeyance,
        "not possible" => ActionStatus::NotPossible,
        "not undertaken" | "not done" => ActionStatus::NotUndertaken,
        "superseded" => ActionStatus::Superseded,
        _ => {
            let words = crate::words::listed(&ActionStatus::ALL.map(ActionStatus::words));
            let message = format!("“{text}” is not a status; write one of {words}.");
            reader.refuse(Some(SheetField::Status), message);
            return None;
        }
    };
    Some((status, text.eq_ignore_ascii_case("blocked")))
}

fn read_last_update(reader: &Reader) -> Option<LastUpdate> {
    let text = reader.text(SheetField::LastUpdate)?;
    if let Cell::Date(date) = reader.cell(SheetField::LastUpdate) {
        return Some(LastUpdate { on: Some(*date), text: String::new() });
    }
    let (on, length) = leading_date(&text).unzip();
    let words = text[length.unwrap_or(0)..].trim_start_matches([' ', ':', '-', '–', ',', '.', ')']);
    Some(LastUpdate { on, text: words.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::super::testing::sheet_of;
    use super::*;

    const HEADING: &str = "Reference|Action|Agency|Person|Due|Status|Last update";

    fn read(rows: &str) -> Result<ActionsImport, Refused> {
        let hub = Hub { prefix: "DEMO".into(), ..Hub::default() };
        read_actions(&sheet_of(&format!("{HEADING}\n{rows}")), &Mapping::default(), &hub)
    }

    #[test]
    fn an_action_is_read_with_its_dated_update() {
        let import =
            read("DEMO.4|Visit the flat|Fire|Ann Lee|14/01/2025|In progress|07/01/2025: nobody in\n")
                .unwrap();
        let row = &import.rows[0];
        assert_eq!((row.status, row.due), (ActionStatus::UnderWay, "2025-01-14".parse().ok()));
        let update = LastUpdate { on: "2025-01-07".parse().ok(), text: "nobody in".into() };
        assert_eq!(row.last_update.as_ref(), Some(&update));
    }

    #[test]
    fn every_status_of_the_hub_is_understood_in_its_own_words() {
        for status in ActionStatus::ALL {
            let import = read(&format!("DEMO.4|Visit|Fire|||{}|\n", status.words())).unwrap();
            assert_eq!(import.rows[0].status, status);
        }
        let blocked = read("DEMO.4|Visit|Fire|||Blocked|\n").unwrap();
        assert!(blocked.rows[0].blocked);
    }

    #[test]
    fn what_an_action_cannot_be_without_is_refused() {
        let refused =
            read("DEMO.4||Fire|||mauve|\n|Visit||||done|\nDEMO.5|Visit|Fire||30/02/2025||\n").unwrap_err();
        let said: Vec<(Option<u32>, Option<&str>)> =
            refused.refusals.iter().map(|it| (it.row, it.column.as_deref())).collect();
        let expected = [
            (Some(2), Some("Action")),
            (Some(2), Some("Status")),
            (Some(3), Some("Reference")),
            (Some(3), Some("Agency")),
            (Some(4), Some("Due")),
        ];
        assert_eq!(said, expected);
    }

    #[test]
    fn the_same_words_with_another_due_date_are_another_action() {
        let import =
            read("4|Visit|Fire||14/01/2025||\n4|visit|Fire||21/01/2025||\n4|Visit|Fire||14/01/2025||\n")
                .unwrap();
        let known: Vec<String> = import.file_rows().into_iter().map(|row| row.key.part).collect();
        assert_eq!(known, ["fire: visit", "fire: visit (2)"], "the third is the first again");
        assert_eq!(import.anomalies[0].row, 4);
    }
}
