//! The history of one record.

use crate::desk::Desk;
use crate::failure::Failure;
use crate::wire::everything::*;

pub fn get_history(_desk: &mut Desk, _request: GetHistory) -> Result<HistoryView, Failure> {
    Err(Failure::refused("not built yet"))
}
