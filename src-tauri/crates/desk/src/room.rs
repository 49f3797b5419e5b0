//! The meeting room.

use crate::desk::Desk;
use crate::failure::Failure;
use crate::wire::everything::*;

pub fn begin_meeting(_desk: &mut Desk, _request: OfMeeting) -> Result<RoomView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn get_room(_desk: &mut Desk, _request: OfMeeting) -> Result<RoomView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn go_to_item(_desk: &mut Desk, _request: GoToItem) -> Result<RoomView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn pause_clock(_desk: &mut Desk, _request: PauseClock) -> Result<RoomView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn show_on_projector(_desk: &mut Desk, _request: ShowOnProjector) -> Result<RoomView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn set_projector_level(_desk: &mut Desk, _request: SetProjectorLevel) -> Result<RoomView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn raise_child(_desk: &mut Desk, _request: RaiseChild) -> Result<RoomView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn overrule_observer(_desk: &mut Desk, _request: OverruleObserver) -> Result<RoomView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn add_attendance(_desk: &mut Desk, _request: AddAttendance) -> Result<RoomView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn withdraw_attendance(_desk: &mut Desk, _request: WithdrawAttendance) -> Result<RoomView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn read_declaration(_desk: &mut Desk, _request: OfMeeting) -> Result<RoomView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn add_key_point(_desk: &mut Desk, _request: AddKeyPoint) -> Result<RoomView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn withdraw_key_point(_desk: &mut Desk, _request: OfKeyPoint) -> Result<RoomView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn show_key_point(_desk: &mut Desk, _request: ShowKeyPoint) -> Result<RoomView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn decide(_desk: &mut Desk, _request: Decide) -> Result<RoomView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn withdraw_decision(_desk: &mut Desk, _request: OfItem) -> Result<RoomView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn add_written_update(_desk: &mut Desk, _request: AddWrittenUpdate) -> Result<RoomView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn show_written_update(_desk: &mut Desk, _request: ShowWrittenUpdate) -> Result<RoomView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn conclude_meeting(_desk: &mut Desk, _request: ConcludeMeeting) -> Result<RoomView, Failure> {
    Err(Failure::refused("not built yet"))
}
