//! Today: what the first screen tells.

use crate::desk::Desk;
use crate::failure::Failure;
use crate::wire::everything::*;

pub fn get_today(_desk: &mut Desk, _request: Nothing) -> Result<TodayView, Failure> {
    Err(Failure::refused("not built yet"))
}
