//! Disposal: records erased for good with whatever hangs on them, and what proves that nothing else went.

mod backups;
pub(crate) mod compact;
mod counted;
mod erase;
mod gather;
pub(crate) mod journal;
pub(crate) mod list;
pub(crate) mod place;
pub(crate) mod verify;

pub use erase::Gone;
