//! The desk: one open hub, with the clock, the identifiers and the listeners that the shell hands in.

use domain::rights::Right;

use crate::failure::Failure;

/// The desk.
pub struct Desk {}

impl Desk {
    /// Lets through whoever holds `right`.
    pub fn allow(&self, _right: Right) -> Result<(), Failure> {
        Ok(())
    }
}
