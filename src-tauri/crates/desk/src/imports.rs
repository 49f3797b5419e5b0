//! Bringing sheets in.

use crate::desk::Desk;
use crate::failure::Failure;
use crate::wire::everything::*;

pub fn preview_import(_desk: &mut Desk, _request: PreviewImport) -> Result<ImportPreview, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn confirm_import(_desk: &mut Desk, _request: ConfirmImport) -> Result<ImportDone, Failure> {
    Err(Failure::refused("not built yet"))
}
