//! Raising an action.

use domain::acceptance::Acceptance;
use domain::action::{Action, ActionStatus, ActionType};
use domain::agency::Officer;
use domain::attendance::standing;
use domain::ids::{ActionId, AgencyId, OfficerId};
use domain::meeting::Meeting;
use domain::reference::ActionNumber;
use store::Writer;

use super::{Log, view};
use crate::desk::{Desk, Identifiers};
use crate::failure::Failure;
use crate::wire::everything::*;

pub fn add_action(desk: &mut Desk, request: AddAction) -> Result<ActionView, Failure> {
    let today = desk.today();
    let by = desk.hub()?.user.name.clone();
    let chair = crate::meetings::chair_of(desk, request.meeting)?;
    let id =
        desk.write_in_name_of(chair.as_deref(), &["action", "case", "meeting", "room"], |writer, ids| {
            let meeting = match request.meeting {
                Some(id) => Some(writer.get_meeting(id)?.ok_or_else(crate::meetings::no_such_meeting)?),
                None => None,
            };
            crate::cases::editable(writer, request.case)?;
            let number = meeting.as_ref().map_or(0, |meeting| meeting.number);
            let officer =
                owner(writer, ids, request.agency, request.officer, request.new_officer.as_deref())?;
            let absent = match &meeting {
                Some(meeting) => is_absent(writer, meeting, request.agency)?,
                None => false,
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
                acceptance: if absent { Acceptance::Awaited } else { Acceptance::NotAsked },
                escalated: None,
                light_set: None,
            }
            .checked()?;
            writer.put_action(&action)?;
            Log::begin(writer, today, &by)?.write_new(writer, ids, &action)?;
            Ok(action.id)
        })?;
    view(desk, id)
}

/// Tells whether the agency sent nobody to the meeting: what it is given then awaits its acceptance.
pub(super) fn is_absent(writer: &Writer<'_>, meeting: &Meeting, agency: AgencyId) -> Result<bool, Failure> {
    let entries = writer.attendance_of(meeting.id)?;
    Ok(domain::attendance::is_absent(&standing(&entries), agency))
}

/// Returns the person who owes an action: somebody of the agency's list, or a name that is added to it.
pub(super) fn owner(
    writer: &mut Writer<'_>,
    ids: &mut Identifiers,
    agency: AgencyId,
    listed: Option<OfficerId>,
    new: Option<&str>,
) -> Result<Option<OfficerId>, Failure> {
    match new.map(str::trim).filter(|name| !name.is_empty()) {
        Some(name) => Ok(Some(new_officer(writer, ids, agency, name)?)),
        None => Ok(listed),
    }
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
