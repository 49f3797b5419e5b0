//! What the projector receives.

use crate::desk::Desk;
use crate::failure::Failure;
use crate::wire::everything::*;

pub fn get_projector(_desk: &mut Desk, _request: Nothing) -> Result<ProjectorView, Failure> {
    Err(Failure::refused("not built yet"))
}
