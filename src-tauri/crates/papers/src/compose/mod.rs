//! Composing: from the model of a paper to the blocks that are laid out.

mod actions;
mod agenda;
mod case;
mod case_summary;
mod front;
mod minutes;
mod referral;
mod referral_form;
mod scores;
mod setter;
mod sheet;
mod writing_space;

pub(crate) use agenda::agenda;
pub(crate) use case_summary::case_summary;
pub(crate) use minutes::minutes;
pub(crate) use referral_form::referral_form;
pub(crate) use sheet::sheet;
