//! Making papers.

use crate::desk::Desk;
use crate::failure::Failure;
use crate::wire::everything::*;

pub fn make_paper(_desk: &mut Desk, _request: MakePaper) -> Result<PaperMade, Failure> {
    Err(Failure::refused("not built yet"))
}
