//! Actions: what agencies owe, and what became of it.

mod line;
mod logged;
mod owning;
mod raising;
mod replied;
mod templates;

pub use line::understand_action_line;
pub use owning::{answer_action, escalate_action, reassign_action};
pub use raising::add_action;
pub use replied::{take_action_reply, take_back_action_reply};
pub use templates::{
    add_action_template, amend_action_template, list_action_templates, move_action_template,
};

pub(crate) use logged::{Log, save_action};

use std::collections::HashMap;

use domain::action::{Action, ActionStatus, ActionUpdate, LightSetting};
use domain::action_log::LogKind;
use domain::ids::{ActionId, ActionUpdateId, LightSettingId, MeetingId};
use domain::mistake::NotTakenBack;
use domain::words::table_date;
use store::{Reader, Writer};

use crate::action_rows::RowMaker;
use crate::desk::{Desk, Identifiers};
use crate::failure::Failure;
use crate::wire::Named;
use crate::wire::everything::*;

pub fn list_actions(desk: &mut Desk, _request: Nothing) -> Result<ActionsView, Failure> {
    let today = desk.today();
    desk.read(|reader| {
        let rows = RowMaker::load(reader, today)?.all(reader, |_| true)?;
        let count =
            |wanted: &dyn Fn(&ActionRow) -> bool| rows.iter().filter(|row| wanted(row)).count() as u32;
        Ok(ActionsView {
            open: count(&|row| row.status.is_open()),
            late: count(&|row| row.status.is_open() && row.days_late > 0),
            not_undertaken: count(&|row| row.status == ActionStatus::NotUndertaken),
            awaiting: count(&|row| row.awaits_acceptance),
            declined: count(&|row| row.declined),
            escalated: count(&|row| row.escalated.is_some()),
            rows,
        })
    })
}

pub fn get_action(desk: &mut Desk, request: GetAction) -> Result<ActionView, Failure> {
    view(desk, request.id)
}

fn view(desk: &Desk, id: ActionId) -> Result<ActionView, Failure> {
    let today = desk.today();
    desk.read(|reader| {
        let action = reader.get_action(id)?.ok_or_else(no_such_action)?;
        let case = reader.get_case(action.case)?.ok_or_else(no_such_action)?;
        let updates = reader.updates_of(id)?;
        let told = updates.iter().rfind(|update| update.kind.is_told()).cloned();
        let mut lights = reader.light_settings_of(id)?;
        lights.reverse();
        let row = RowMaker::load(reader, today)?.row(action, case.reference, told);
        let line = |set: LightSetting| LightLine { light: set.light, reason: set.reason, at: set.at };
        let log = log_lines(reader, updates)?;
        Ok(ActionView { row, log, lights: lights.into_iter().map(line).collect() })
    })
}

/// Returns a log as lines, the newest first, with the meetings at which its entries were made.
fn log_lines(reader: &Reader<'_>, updates: Vec<ActionUpdate>) -> Result<Vec<LogLine>, Failure> {
    let mut meetings: HashMap<MeetingId, String> = HashMap::new();
    for id in updates.iter().filter_map(|update| update.meeting) {
        if let Some(meeting) = reader.get_meeting(id)?.filter(|_| !meetings.contains_key(&id)) {
            meetings.insert(id, format!("meeting {}, {}", meeting.number, table_date(meeting.date)));
        }
    }
    let meeting = |id: MeetingId| meetings.get(&id).map(|name| Named { id, name: name.clone() });
    let line = |update: ActionUpdate| LogLine {
        id: update.id,
        on: update.on,
        kind: update.kind,
        kind_words: update.kind.words().to_owned(),
        text: update.text,
        by: update.by,
        meeting: update.meeting.and_then(meeting),
    };
    Ok(updates.into_iter().rev().map(line).collect())
}

fn no_such_action() -> Failure {
    Failure::refused("That action is not in the record")
}

/// Changes one action in the name of the running meeting's chair, if one runs, writes what changed into its log, dated
/// `on`, and gives its view back. `reason` may be empty.
fn change(
    desk: &mut Desk,
    id: ActionId,
    on: chrono::NaiveDate,
    reason: &str,
    work: impl FnOnce(&mut Action, &mut Writer<'_>, &mut Identifiers) -> Result<(), Failure>,
) -> Result<ActionView, Failure> {
    let by = desk.hub()?.user.name.clone();
    let chair = crate::meetings::running_chair(desk)?;
    desk.write_in_name_of(chair.as_deref(), &["action", "case", "room"], |writer, ids| {
        let before = writer.get_action(id)?.ok_or_else(no_such_action)?;
        let mut after = before.clone();
        work(&mut after, writer, ids)?;
        let log = Log::begin(writer, on, &by)?;
        save_action(writer, ids, &before, after.checked()?, reason, &log)
    })?;
    view(desk, id)
}

pub fn amend_action(desk: &mut Desk, request: AmendAction) -> Result<ActionView, Failure> {
    let today = desk.today();
    change(desk, request.id, today, "", |action, _, _| {
        action.move_due(request.due)?;
        action.what = request.what.trim().to_owned();
        action.kind = request.kind;
        action.officer = request.officer;
        let blocked = request.blocked.map(|reason| reason.trim().to_owned());
        action.blocked = blocked.filter(|reason| !reason.is_empty());
        Ok(())
    })
}

pub fn set_action_status(desk: &mut Desk, request: SetActionStatus) -> Result<ActionView, Failure> {
    let day = request.on.unwrap_or(desk.today());
    let reason = request.reason.clone();
    change(desk, request.id, day, &reason, |action, _, _| {
        Ok(action.set_status(request.status, day, &request.reason)?)
    })
}

pub fn withdraw_action(desk: &mut Desk, request: WithdrawAction) -> Result<ActionView, Failure> {
    let today = desk.today();
    change(desk, request.id, today, "raised by mistake", |action, writer, _| {
        let meeting = crate::meetings::running(writer)?.map(|meeting| meeting.id);
        if writer.updates_of(action.id)?.iter().any(|update| update.kind.is_told()) {
            return Err(NotTakenBack::MovedOn.into());
        }
        Ok(action.take_back(meeting)?)
    })
}

pub fn add_action_update(desk: &mut Desk, request: AddActionUpdate) -> Result<ActionView, Failure> {
    let day = request.on.unwrap_or(desk.today());
    let by = desk.hub()?.user.name.clone();
    let text = request.text.trim().to_owned();
    if text.is_empty() {
        return Err(Failure::refused("Say what happened").at("text"));
    }
    change(desk, request.id, day, "", |action, writer, ids| {
        let meeting = crate::meetings::running(writer)?.map(|meeting| meeting.id);
        writer.add_action_update(&ActionUpdate {
            id: ActionUpdateId::new(&mut **ids),
            action: action.id,
            on: day,
            text,
            by,
            kind: LogKind::Said,
            meeting,
        })?;
        Ok(())
    })
}

pub fn set_light(desk: &mut Desk, request: SetLight) -> Result<ActionView, Failure> {
    let (today, at) = (desk.today(), desk.now());
    change(desk, request.id, today, "", |action, writer, ids| {
        let rules = writer.settings()?.lights;
        let reason = request.reason.trim().to_owned();
        let setting = LightSetting { id: LightSettingId::new(&mut **ids), light: request.light, reason, at };
        action.set_light(setting, today, rules)?;
        Ok(())
    })
}
