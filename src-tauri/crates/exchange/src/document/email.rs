//! E-mails: the text as the reader saw it, and the Word or text file attached to it.

use mail_parser::{MessageParser, MimeHeaders, PartType};

use super::{Letter, LetterError, LetterKind, word};
use crate::text::decode;

/// How many attachments are looked into.
const MOST_ATTACHMENTS: usize = 20;
/// Header lines by which an e-mail is known; two of them must stand before the first empty line.
const HEADERS: [&str; 8] =
    ["from:", "to:", "subject:", "date:", "mime-version:", "content-type:", "received:", "message-id:"];

/// Tells whether bytes are an e-mail: they begin with header lines, as no letter does.
pub fn is_email(bytes: &[u8]) -> bool {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(64 * 1024)]).into_owned();
    let head = start.lines().take_while(|line| !line.trim().is_empty());
    let mut found: std::collections::BTreeSet<&str> = std::collections::BTreeSet::new();
    for (at, line) in head.enumerate() {
        let continued = line.starts_with([' ', '\t']);
        let named = line.split_once(':').is_some_and(|(name, _)| {
            !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        });
        let envelope = at == 0 && line.starts_with("From ");
        if !(named || continued || envelope) {
            return false;
        }
        let lower = line.to_ascii_lowercase();
        found.extend(HEADERS.into_iter().filter(|header| lower.starts_with(header)));
    }
    // A message-id, a content type or a path is in every real message; `From:` and `Date:` alone may head a typed letter.
    let technical = ["mime-version:", "content-type:", "received:", "message-id:"];
    found.len() >= 2 && technical.into_iter().any(|header| found.contains(header))
}

/// Reads an e-mail.
pub fn read(bytes: &[u8]) -> Result<Letter, LetterError> {
    let message = MessageParser::default().parse(bytes).ok_or(LetterError::Damaged)?;
    let mut text = message.body_text(0).map(|text| text.into_owned()).unwrap_or_default();
    let mut unread = Vec::new();
    for part in message.attachments().take(MOST_ATTACHMENTS) {
        let name = part.attachment_name().unwrap_or("an attachment").to_owned();
        let attached = match &part.body {
            PartType::Text(attached) => Some(attached.to_string()),
            PartType::Binary(bytes) if bytes.starts_with(b"PK\x03\x04") => word::text_of(bytes).ok(),
            PartType::Binary(bytes) if name.to_lowercase().ends_with(".txt") => {
                decode(bytes).ok().map(|(text, _)| text.into_owned())
            }
            _ => None,
        };
        match attached.filter(|attached| !attached.trim().is_empty()) {
            Some(attached) => {
                text.push_str("\n\n");
                text.push_str(&attached);
            }
            None => unread.push(name),
        }
    }
    let from = message.from().and_then(|from| from.first());
    let sent_on = message.date().and_then(|date| {
        chrono::NaiveDate::from_ymd_opt(i32::from(date.year), u32::from(date.month), u32::from(date.day))
    });
    Ok(Letter {
        from_name: from.and_then(|from| from.name()).unwrap_or_default().to_owned(),
        from_address: from.and_then(|from| from.address()).unwrap_or_default().to_owned(),
        sent_on: sent_on.map(|day| day.to_string()).unwrap_or_default(),
        unread,
        ..Letter::of(LetterKind::Email, text)
    })
}
