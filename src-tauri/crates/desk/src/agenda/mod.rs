//! The agenda builder: proposing, adding, moving, planning the slots, issuing.

mod amending;
mod building;
mod gathering;
mod need;
mod planning;
mod view;
mod visits;

pub use amending::{amend_item, issue_agenda, move_item, remove_item, reopen_agenda, set_presence};
pub use building::{add_item, propose_agenda, take_off};
pub use gathering::{matters_arising, orders_due};
pub use need::{draft_notice, get_need, need_of};
pub use planning::{apply_slots, plan_slots, take_back_slots};
pub use view::get_agenda;
pub use visits::{Visiting, Visitors, visits};
