//! Writing actions: every row one action of one agency on one case.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::acceptance::Acceptance;
use domain::action::{Action, ActionStatus, ActionType, ActionUpdate};
use domain::action_log::LogKind;
use domain::ids::{ActionId, ActionUpdateId, CaseId};
use domain::import::{ActionRow, ActionsImport, Change, RowKey, RowValues, SheetField};
use domain::reference::{ActionNumber, CaseReference};
use store::Reader;
use uuid::Uuid;

use super::agencies::{agency_named, officer_named};
use super::remembered::Current;
use super::understood::{Content, Pen, Understood};
use crate::actions::{Log, save_action};
use crate::failure::Failure;
use crate::names::Names;
use crate::wire::everything::*;

/// The reason that the log gives for what a sheet changed.
const BY_SHEET: &str = "as the imported sheet has it";

/// Who writes a sheet of actions.
pub struct ActionScribe<'work, 'store> {
    /// What writing takes.
    pub pen: Pen<'work, 'store>,
    /// The sheet.
    pub sheet: &'work ActionsImport,
}

/// Returns what keeps a sheet of actions from being written: actions on cases that the hub does not have.
pub fn refusals(reader: &Reader<'_>, understood: &Understood) -> Result<Vec<ImportAnomaly>, Failure> {
    let Content::Actions(sheet) = &understood.content else { return Ok(Vec::new()) };
    let mut refusals = Vec::new();
    let known: std::collections::HashSet<CaseReference> =
        reader.list_references()?.into_iter().map(|(_, reference)| reference).collect();
    for row in sheet.rows.iter().filter(|row| !known.contains(&row.reference)) {
        refusals.push(ImportAnomaly {
            row: Some(row.row),
            column: sheet.headings.columns.iter().find_map(|column| {
                column.heading.clone().filter(|_| column.field == Some(SheetField::Reference))
            }),
            reference: Some(row.reference.clone()),
            message: format!("There is no case {} in the hub; import the register first.", row.reference),
        });
    }
    Ok(refusals)
}

/// Returns what stands in the record of every action, as a sheet would write it.
pub fn current(reader: &Reader<'_>) -> Result<Vec<Current>, Failure> {
    let names = Names::load(reader)?;
    let references: HashMap<CaseId, CaseReference> = reader.list_references()?.into_iter().collect();
    let row = |action: Action| {
        let reference = references.get(&action.case)?.to_string();
        let agency = names.agency(Some(action.agency)).to_owned();
        let part = format!("{}: {}", agency.to_lowercase(), action.what.to_lowercase());
        let status = match (&action.blocked, action.status) {
            (Some(_), status) => format!("{}, blocked", status.words()),
            (None, status) => status.words().to_owned(),
        };
        Some(Current {
            record: action.id.0,
            key: RowKey { group: reference.clone(), part },
            values: RowValues::from([
                (SheetField::Reference, reference),
                (SheetField::Action, action.what),
                (SheetField::Agency, agency),
                (SheetField::Person, names.officer(action.officer).to_owned()),
                (SheetField::Due, action.due.map(|due| due.to_string()).unwrap_or_default()),
                (SheetField::Status, status),
            ]),
        })
    };
    Ok(reader.list_actions()?.into_iter().filter_map(row).collect())
}

impl ActionScribe<'_, '_> {
    fn row(&self, row: u32) -> Result<ActionRow, Failure> {
        let found = self.sheet.rows.iter().find(|each| each.row == row).cloned();
        found.ok_or_else(|| Failure::refused(format!("Row {row} is not in the sheet any more")))
    }

    /// Adds the action of a row, and its agency and person where the hub has none.
    pub fn add(&mut self, row: u32) -> Result<Uuid, Failure> {
        let row = self.row(row)?;
        let case = crate::cases::found(self.pen.writer, &row.reference)?;
        crate::cases::editable(self.pen.writer, case.id)?;
        let agency = agency_named(&mut self.pen, &row.agency, None)?;
        let officer = officer_named(&mut self.pen, agency.id, &row.person)?;
        let heard = row.last_update.as_ref().and_then(|update| update.on);
        // A sheet does not tell when an action was raised; it was at the latest when it was due or last heard of.
        let raised_on = [Some(self.pen.today), row.due, heard].into_iter().flatten().min();
        let raised_on = raised_on.unwrap_or(self.pen.today);
        let action = Action {
            id: ActionId::new(&mut **self.pen.ids),
            number: ActionNumber { meeting: 0, serial: self.pen.writer.next_action_serial(0)? },
            case: case.id,
            raised_at: None,
            raised_on,
            kind: ActionType::proposed(&row.action),
            what: row.action.clone(),
            agency: agency.id,
            officer: officer.map(|officer| officer.id),
            due: row.due,
            status: row.status,
            done_on: done_on(&row, self.pen.today),
            blocked: row.blocked.then(|| blocked_because(&row)),
            acceptance: Acceptance::NotAsked,
            escalated: None,
            light_set: None,
        }
        .checked()?;
        self.pen.writer.put_action(&action)?;
        self.add_update(action.id, &row)?;
        Ok(action.id.0)
    }

    fn add_update(&mut self, action: ActionId, row: &ActionRow) -> Result<(), Failure> {
        let Some(update) = row.last_update.as_ref().filter(|update| !update.text.is_empty()) else {
            return Ok(());
        };
        self.pen.writer.add_action_update(&ActionUpdate {
            id: ActionUpdateId::new(&mut **self.pen.ids),
            action,
            on: update.on.unwrap_or(self.pen.today),
            text: update.text.clone(),
            by: self.pen.by.clone(),
            kind: LogKind::Said,
            meeting: None,
        })?;
        Ok(())
    }

    /// Writes the changed values of a row.
    pub fn amend(&mut self, row: u32, record: Uuid, changes: &[Change]) -> Result<(), Failure> {
        let row = self.row(row)?;
        let gone = || Failure::refused(format!("Row {}: its action is not in the record any more", row.row));
        let before = self.pen.writer.get_action(ActionId(record))?.ok_or_else(gone)?;
        let mut action = before.clone();
        for change in changes {
            match change.field {
                SheetField::Action => action.what = row.action.clone(),
                SheetField::Agency => action.agency = agency_named(&mut self.pen, &row.agency, None)?.id,
                SheetField::Person => {
                    let officer = officer_named(&mut self.pen, action.agency, &row.person)?;
                    action.officer = officer.map(|officer| officer.id);
                }
                SheetField::Due => action.move_due(row.due)?,
                SheetField::Status => {
                    let day = done_on(&row, self.pen.today).unwrap_or(self.pen.today);
                    action.set_status(row.status, day.max(action.raised_on), BY_SHEET)?;
                    action.blocked = row.blocked.then(|| blocked_because(&row));
                }
                SheetField::LastUpdate => self.add_update(action.id, &row)?,
                _ => {}
            }
        }
        let log = Log::begin(self.pen.writer, self.pen.today, &self.pen.by)?;
        save_action(self.pen.writer, self.pen.ids, &before, action.checked()?, BY_SHEET, &log)
    }
}

/// The day an action was done: that of its last update, where the sheet tells one.
fn done_on(row: &ActionRow, today: NaiveDate) -> Option<NaiveDate> {
    let heard = row.last_update.as_ref().and_then(|update| update.on);
    (row.status == ActionStatus::Done).then(|| heard.unwrap_or(today))
}

fn blocked_because(row: &ActionRow) -> String {
    let told = row.last_update.as_ref().map(|update| update.text.clone()).filter(|text| !text.is_empty());
    told.unwrap_or_else(|| "as the imported sheet says".to_owned())
}
