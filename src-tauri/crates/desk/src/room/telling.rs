//! Noting who was told to come at another time.

use super::change;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::wire::everything::*;

pub fn note_told(desk: &mut Desk, request: NoteTold) -> Result<RoomView, Failure> {
    change(desk, request.meeting, |room| {
        room.state.told.retain(|told| request.told.iter().all(|newer| newer.agency != told.agency));
        room.state.told.extend(request.told);
        room.keep_state()
    })
}
