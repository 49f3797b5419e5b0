//! Replies to an agenda: what each agency owes the meeting, what it answered, and e-mails that answer by number.

mod reading;
mod view;

pub use crate::actions::{take_action_reply, take_back_action_reply};
pub use reading::read_reply;
pub use view::{count, get_replies};
