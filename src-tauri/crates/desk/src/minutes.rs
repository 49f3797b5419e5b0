//! Minutes: reading, correcting, approving.

use crate::desk::Desk;
use crate::failure::Failure;
use crate::wire::everything::*;

pub fn get_minutes(_desk: &mut Desk, _request: OfMeeting) -> Result<MinutesView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn correct_minutes(_desk: &mut Desk, _request: CorrectMinutes) -> Result<MinutesView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn approve_minutes(_desk: &mut Desk, _request: OfMeeting) -> Result<MinutesView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn confirm_minutes(_desk: &mut Desk, _request: OfMeeting) -> Result<MinutesView, Failure> {
    Err(Failure::refused("not built yet"))
}
