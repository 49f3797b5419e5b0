//! Replies to an agenda: what each agency owes the meeting, what it answered, and e-mails that answer by number.

mod reading;
mod view;

pub use crate::actions::{take_action_reply, take_back_action_reply};
pub use reading::read_reply;
pub use view::{count, get_replies};

/// Forgets the text of an e-mail that was pasted for a meeting and never looked through: nobody can take answers of it any
/// more, and its key names no record by which a disposal would find it.
pub fn forget_email(
    writer: &mut store::Writer<'_>,
    meeting: domain::ids::MeetingId,
) -> Result<(), crate::failure::Failure> {
    Ok(writer.discard_drafts(&format!("replies/{meeting}/email"))?)
}
