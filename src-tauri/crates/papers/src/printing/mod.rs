//! Printing: which pages go onto which sides of the paper, and the file that a printer is given.

mod cutting;
mod imposing;
mod sheets;

pub(crate) use cutting::cut;
pub(crate) use imposing::{Flip, two_on_each};
pub use sheets::{Printing, Sheets, Sides, sheets};
