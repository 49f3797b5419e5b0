//! The audit: every change in the order in which it was written, each row chained to the one before.

pub(crate) mod chain;
pub(crate) mod compare;
mod head;
pub(crate) use head::hexadecimal;
mod history;
pub(crate) mod trail;
pub(crate) mod verify;

pub use head::AuditHead;
pub use history::HistoryEntry;
