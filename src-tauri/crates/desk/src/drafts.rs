//! The journal of typed text.

use crate::desk::Desk;
use crate::failure::Failure;
use crate::wire::everything::*;

pub fn save_draft(_desk: &mut Desk, _request: SaveDraft) -> Result<Nothing, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn list_drafts(_desk: &mut Desk, _request: DraftsUnder) -> Result<DraftsView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn discard_drafts(_desk: &mut Desk, _request: DraftsUnder) -> Result<Nothing, Failure> {
    Err(Failure::refused("not built yet"))
}
