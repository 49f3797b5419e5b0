//! Letters in: the text of a plain file, a Word document or an e-mail, for somebody to look at.

mod email;
mod word;

use std::fs::File;
use std::io::Read;
use std::path::Path;

use crate::text::decode;

/// The most megabytes that a letter may hold, packed or unpacked.
pub const MOST_LETTER_MEGABYTES: u64 = 15;
/// The most bytes that are read.
const MOST_BYTES: u64 = MOST_LETTER_MEGABYTES * 1024 * 1024;

/// What a letter was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LetterKind {
    /// Plain text.
    Text,
    /// A Word document.
    Word,
    /// An e-mail.
    Email,
}

/// A letter as text, with what its envelope tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// What it was.
    pub kind: LetterKind,
    /// Its text, cells of a table parted by tabs.
    pub text: String,
    /// Who sent it; empty when nobody is named.
    pub from_name: String,
    /// The sender's e-mail address; empty when there is none.
    pub from_address: String,
    /// The day it was sent, as `YYYY-MM-DD`; empty when it is not told.
    pub sent_on: String,
    /// The names of attachments that were not read.
    pub unread: Vec<String>,
}

impl Letter {
    fn of(kind: LetterKind, text: String) -> Self {
        let none = String::new;
        Self { kind, text, from_name: none(), from_address: none(), sent_on: none(), unread: Vec::new() }
    }
}

/// Says why a letter is not taken.
#[derive(Debug, thiserror::Error)]
pub enum LetterError {
    /// The file could not be opened or read.
    #[error("The file could not be read: {0}")]
    Unreadable(#[from] std::io::Error),
    /// There is no text in it.
    #[error("There is no text in it")]
    Empty,
    /// It is over the limit.
    #[error("It is larger than {MOST_LETTER_MEGABYTES} MB; a filled form is not")]
    TooLarge,
    /// It is something else.
    #[error(
        "This is {0}. Save the form as a Word document (.docx), an e-mail (.eml) or plain text, or paste its text"
    )]
    NotALetter(&'static str),
    /// It is a Word document or e-mail, and broken.
    #[error(
        "The file is damaged and cannot be read. Open it in the program that made it, and paste its text"
    )]
    Damaged,
}

/// Returns the letter in the file at `path`, known by its content, not by its name.
///
/// # Errors
/// See [`LetterError`].
pub fn read_letter_file(path: &Path) -> Result<Letter, LetterError> {
    let mut bytes = Vec::new();
    // One byte more than allowed tells a file that is too large from one that just fits.
    File::open(path)?.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    read_letter(&bytes)
}

/// Returns the letter in the bytes of a file, or in what was pasted.
///
/// # Errors
/// See [`LetterError`].
pub fn read_letter(bytes: &[u8]) -> Result<Letter, LetterError> {
    if bytes.len() as u64 > MOST_BYTES {
        return Err(LetterError::TooLarge);
    }
    let letter = if bytes.starts_with(b"PK\x03\x04") {
        Letter::of(LetterKind::Word, word::text_of(bytes)?)
    } else if let Some(kind) = other_kind(bytes) {
        return Err(LetterError::NotALetter(kind));
    } else if email::is_email(bytes) {
        email::read(bytes)?
    } else {
        let (text, _) = decode(bytes).map_err(|_| LetterError::NotALetter("a file of another kind"))?;
        Letter::of(LetterKind::Text, text.into_owned())
    };
    if letter.text.trim().is_empty() { Err(LetterError::Empty) } else { Ok(letter) }
}

fn other_kind(bytes: &[u8]) -> Option<&'static str> {
    let kinds: [(&[u8], &str); 6] = [
        (b"%PDF", "a PDF"),
        (b"\xD0\xCF\x11\xE0", "a document of an old Office program, or an Outlook message (.msg)"),
        (b"{\\rtf", "a rich text document (.rtf)"),
        (b"\x89PNG", "a picture"),
        (b"\xFF\xD8\xFF", "a picture"),
        (b"GIF8", "a picture"),
    ];
    kinds.into_iter().find(|(beginning, _)| bytes.starts_with(beginning)).map(|(_, kind)| kind)
}
