//! Papers that go out: frozen, copied for each recipient, ticked off, and logged as disclosures.

mod copying;
mod freezing;
mod frozen;
mod late;
mod log;
mod running;
mod sheet;
mod view;

pub use freezing::freeze;
pub use frozen::Frozen;
pub use log::{add_disclosure, list_disclosures, set_copy_sent, withdraw_disclosure};
pub use running::run_issue;
pub use view::get_issue;
