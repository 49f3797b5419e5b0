//! Search over everything the hub holds.

use crate::desk::Desk;
use crate::failure::Failure;
use crate::wire::everything::*;

pub fn search(_desk: &mut Desk, _request: Search) -> Result<SearchView, Failure> {
    Err(Failure::refused("not built yet"))
}
