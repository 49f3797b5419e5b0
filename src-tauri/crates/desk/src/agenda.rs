//! The agenda builder.

use crate::desk::Desk;
use crate::failure::Failure;
use crate::wire::everything::*;

pub fn get_agenda(_desk: &mut Desk, _request: OfMeeting) -> Result<AgendaView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn propose_agenda(_desk: &mut Desk, _request: OfMeeting) -> Result<AgendaView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn add_item(_desk: &mut Desk, _request: AddItem) -> Result<AgendaView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn amend_item(_desk: &mut Desk, _request: AmendItem) -> Result<AgendaView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn move_item(_desk: &mut Desk, _request: MoveItem) -> Result<AgendaView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn remove_item(_desk: &mut Desk, _request: OfItem) -> Result<AgendaView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn issue_agenda(_desk: &mut Desk, _request: OfMeeting) -> Result<AgendaView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn reopen_agenda(_desk: &mut Desk, _request: OfMeeting) -> Result<AgendaView, Failure> {
    Err(Failure::refused("not built yet"))
}
