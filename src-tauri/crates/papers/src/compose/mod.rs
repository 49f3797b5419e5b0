//! Composing: from the model of a paper to the blocks that are laid out.

mod actions;
mod agenda;
mod case;
mod case_summary;
mod front;
mod minutes;
mod referral;
mod scores;
mod setter;

pub(crate) use agenda::agenda;
pub(crate) use case_summary::case_summary;
pub(crate) use minutes::minutes;
