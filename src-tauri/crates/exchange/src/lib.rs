//! Files in and out: the rows of spreadsheets and of pasted text, and the text of letters, without asking what they mean.

mod archive;
mod claims;
mod delimited;
mod document;
mod error;
mod mail_draft;
mod signature;
mod source;
mod text;
mod workbook;

pub use document::{Letter, LetterError, LetterKind, read_letter, read_letter_file};
pub use error::{MOST_MEGABYTES, ReadError};
pub use mail_draft::{MailDraft, mail_draft};
pub use source::{read_bytes, read_file, read_pasted};
