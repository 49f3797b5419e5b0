//! The agenda builder: proposing, adding, moving, issuing.

mod building;
mod gathering;
mod view;

pub use building::{
    add_item, amend_item, issue_agenda, move_item, propose_agenda, remove_item, reopen_agenda, take_off,
};
pub use gathering::{matters_arising, orders_due};
pub use view::{get_agenda, slots, visits};
