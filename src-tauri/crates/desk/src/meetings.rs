//! Meetings: planning and calling off.

use crate::desk::Desk;
use crate::failure::Failure;
use crate::wire::everything::*;

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
