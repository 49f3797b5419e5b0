//! Replies: what the agencies answer before a meeting, who has answered, and what is still missing.

mod attending;
mod body;
mod caution;
mod clause;
mod day;
mod numbers;
mod owed;
mod reading;
mod sender;
mod status;

#[cfg(test)]
mod tests;

pub use attending::TakesPart;
pub use caution::{cautions, told_by_email};
pub use owed::{Asked, OwedCase, Owing, replied_words};
pub use reading::{About, Answer, Known, MOST_ANSWERS, MOST_CHARACTERS, ReplyRead, Stranger, read};
pub use sender::{Sender, name_and_address, sender};
pub use status::{Understood, understood};
