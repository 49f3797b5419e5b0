//! Meetings: planning and calling off.

use domain::ids::MeetingId;
use domain::meeting::{Meeting, MeetingStatus};
use store::Reader;

use crate::desk::Desk;
use crate::failure::Failure;
use crate::wire::everything::*;

/// Returns the refusal of a meeting that is not in the record.
pub fn no_such_meeting() -> Failure {
    Failure::refused("That meeting is not in the record")
}

/// Returns who chairs a meeting, in whose name the room records; absent when nobody is named.
pub fn chair_of(desk: &Desk, meeting: Option<MeetingId>) -> Result<Option<String>, Failure> {
    let Some(id) = meeting else { return Ok(None) };
    desk.read(|reader| {
        let meeting = reader.get_meeting(id)?.ok_or_else(no_such_meeting)?;
        Ok(Some(meeting.chair).filter(|chair| !chair.is_empty()))
    })
}

/// Returns who chairs the meeting that is running; absent when none runs or nobody is named.
pub fn running_chair(desk: &Desk) -> Result<Option<String>, Failure> {
    desk.read(|reader| {
        let running = |meeting: &Meeting| meeting.status == MeetingStatus::Running;
        let meeting = reader.list_meetings()?.into_iter().find(running);
        Ok(meeting.map(|meeting| meeting.chair).filter(|chair| !chair.is_empty()))
    })
}

/// Returns a meeting as a row, with how many items it has and how long they take.
pub fn row(reader: &Reader<'_>, meeting: &Meeting) -> Result<MeetingRow, Failure> {
    let items = reader.items_of(meeting.id)?;
    Ok(MeetingRow {
        id: meeting.id,
        number: meeting.number,
        kind: meeting.kind,
        date: meeting.date,
        starts: meeting.starts,
        minutes: meeting.minutes,
        room: meeting.room.clone(),
        chair: meeting.chair.clone(),
        status: meeting.status,
        items: items.len() as u32,
        planned_minutes: items.iter().map(|item| item.minutes).sum(),
    })
}

pub fn list_meetings(_desk: &mut Desk, _request: Nothing) -> Result<MeetingsView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn get_meeting(_desk: &mut Desk, _request: OfMeeting) -> Result<MeetingRow, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn add_meeting(_desk: &mut Desk, _request: AddMeeting) -> Result<MeetingRow, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn amend_meeting(_desk: &mut Desk, _request: AmendMeeting) -> Result<MeetingRow, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn cancel_meeting(_desk: &mut Desk, _request: CancelMeeting) -> Result<MeetingRow, Failure> {
    Err(Failure::refused("not built yet"))
}
