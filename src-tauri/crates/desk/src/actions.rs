//! Actions: what agencies owe, and what became of it.

use domain::action::{Action, ActionStatus, ActionType, ActionUpdate, LightSetting};
use domain::action_line::{Surroundings, understand};
use domain::agency::Officer;
use domain::attendance::standing;
use domain::ids::{ActionId, ActionUpdateId, AgencyId, LightSettingId, OfficerId};
use domain::meeting::Meeting;
use domain::reference::ActionNumber;
use store::Writer;

use crate::action_rows::RowMaker;
use crate::desk::{Desk, Identifiers};
use crate::failure::Failure;
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
        let mut updates = reader.updates_of(id)?;
        updates.reverse();
        let mut lights = reader.light_settings_of(id)?;
        lights.reverse();
        let row = RowMaker::load(reader, today)?.row(action, case.reference, updates.first().cloned());
        let line = |set: LightSetting| LightLine { light: set.light, reason: set.reason, at: set.at };
        Ok(ActionView { row, updates, lights: lights.into_iter().map(line).collect() })
    })
}

fn no_such_action() -> Failure {
    Failure::refused("That action is not in the record")
}

pub fn add_action(desk: &mut Desk, request: AddAction) -> Result<ActionView, Failure> {
    let today = desk.today();
    let chair = crate::meetings::chair_of(desk, request.meeting)?;
    let id =
        desk.write_in_name_of(chair.as_deref(), &["action", "case", "meeting", "room"], |writer, ids| {
            let meeting = match request.meeting {
                Some(id) => Some(writer.get_meeting(id)?.ok_or_else(crate::meetings::no_such_meeting)?),
                None => None,
            };
            crate::cases::editable(writer, request.case)?;
            let number = meeting.as_ref().map_or(0, |meeting| meeting.number);
            let officer = match request.new_officer.as_deref().map(str::trim) {
                Some(name) if !name.is_empty() => Some(new_officer(writer, ids, request.agency, name)?),
                _ => request.officer,
            };
            let action = Action {
                id: ActionId::new(&mut **ids),
                number: ActionNumber { meeting: number, serial: writer.next_action_serial(number)? },
                case: request.case,
                raised_at: request.meeting,
                raised_on: meeting.as_ref().map_or(today, |meeting| meeting.date),
                kind: request.kind.unwrap_or_else(|| ActionType::proposed(&request.what)),
                what: request.what.trim().to_owned(),
                agency: request.agency,
                officer,
                due: request.due,
                status: ActionStatus::NotStarted,
                done_on: None,
                blocked: None,
                awaits_acceptance: meeting.is_some() && is_absent(writer, request.meeting, request.agency)?,
                light_set: None,
            }
            .checked()?;
            writer.put_action(&action)?;
            Ok(action.id)
        })?;
    view(desk, id)
}

/// Tells whether the agency sent nobody to the meeting: what it is given then awaits its acceptance.
fn is_absent(
    writer: &Writer<'_>,
    meeting: Option<domain::ids::MeetingId>,
    agency: AgencyId,
) -> Result<bool, Failure> {
    let Some(meeting) = meeting else { return Ok(false) };
    let entries = writer.attendance_of(meeting)?;
    Ok(domain::attendance::is_absent(&standing(&entries), agency))
}

fn new_officer(
    writer: &mut Writer<'_>,
    ids: &mut Identifiers,
    agency: AgencyId,
    name: &str,
) -> Result<OfficerId, Failure> {
    let officer = Officer {
        id: OfficerId::new(&mut **ids),
        agency,
        name: name.to_owned(),
        post: String::new(),
        email: String::new(),
        telephone: String::new(),
        attends: false,
        active: true,
    };
    writer.put_officer(&officer)?;
    Ok(officer.id)
}

/// Changes one action in the name of the running meeting's chair, if one runs, and gives its view back.
fn change(
    desk: &mut Desk,
    id: ActionId,
    work: impl FnOnce(&mut Action, &mut Writer<'_>, &mut Identifiers) -> Result<(), Failure>,
) -> Result<ActionView, Failure> {
    let chair = crate::meetings::running_chair(desk)?;
    desk.write_in_name_of(chair.as_deref(), &["action", "case", "room"], |writer, ids| {
        let mut action = writer.get_action(id)?.ok_or_else(no_such_action)?;
        work(&mut action, writer, ids)?;
        writer.put_action(&action.checked()?)?;
        Ok(())
    })?;
    view(desk, id)
}

pub fn amend_action(desk: &mut Desk, request: AmendAction) -> Result<ActionView, Failure> {
    change(desk, request.id, |action, _, _| {
        action.move_due(request.due)?;
        action.what = request.what.trim().to_owned();
        action.kind = request.kind;
        action.agency = request.agency;
        action.officer = request.officer;
        action.blocked = request.blocked.filter(|reason| !reason.trim().is_empty());
        action.awaits_acceptance = request.awaits_acceptance;
        Ok(())
    })
}

pub fn set_action_status(desk: &mut Desk, request: SetActionStatus) -> Result<ActionView, Failure> {
    let day = request.on.unwrap_or(desk.today());
    change(desk, request.id, |action, _, _| Ok(action.set_status(request.status, day)?))
}

pub fn add_action_update(desk: &mut Desk, request: AddActionUpdate) -> Result<ActionView, Failure> {
    let day = request.on.unwrap_or(desk.today());
    let by = desk.hub()?.user.name.clone();
    let text = request.text.trim().to_owned();
    if text.is_empty() {
        return Err(Failure::refused("Say what happened").at("text"));
    }
    change(desk, request.id, |action, writer, ids| {
        let id = ActionUpdateId::new(&mut **ids);
        writer.add_action_update(&ActionUpdate { id, action: action.id, on: day, text, by })?;
        Ok(())
    })
}

pub fn set_light(desk: &mut Desk, request: SetLight) -> Result<ActionView, Failure> {
    let (today, at) = (desk.today(), desk.now());
    change(desk, request.id, |action, writer, ids| {
        let rules = writer.settings()?.lights;
        let reason = request.reason.trim().to_owned();
        let setting = LightSetting { id: LightSettingId::new(&mut **ids), light: request.light, reason, at };
        action.set_light(setting, today, rules)?;
        Ok(())
    })
}

pub fn understand_action_line(
    desk: &mut Desk,
    request: UnderstandActionLine,
) -> Result<UnderstoodActionLine, Failure> {
    let today = desk.today();
    desk.read(|reader| {
        let (agencies, officers) = (reader.list_agencies()?, reader.list_officers()?);
        let ahead = |meeting: &Meeting| meeting.status.is_ahead() && meeting.date > today;
        let next_meeting =
            reader.list_meetings()?.into_iter().filter(ahead).map(|meeting| meeting.date).min();
        let around = Surroundings { agencies: &agencies, officers: &officers, today, next_meeting };
        let understood = understand(&request.text, request.cursor, around);
        let names = crate::names::Names::load(reader)?;
        Ok(UnderstoodActionLine {
            what: understood.what,
            kind: understood.kind,
            agency: understood.agency.map(|id| names.named_agency(id)),
            officer: names.named_officer(understood.officer),
            new_officer: understood.new_officer,
            due: understood.due,
            missing: understood.missing,
            completions: understood
                .completions
                .into_iter()
                .map(|each| Completion { from: each.from, to: each.to, text: each.text, label: each.label })
                .collect(),
        })
    })
}
