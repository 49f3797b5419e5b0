//! A mail to be sent by hand: the reader's own program opens it as a draft, with the paper attached.

use std::io;

use domain::moment::Moment;
use mail_builder::MessageBuilder;
use mail_builder::headers::raw::Raw;

/// What a draft holds.
#[derive(Clone, Copy, Debug)]
pub struct MailDraft<'a> {
    /// To whom: e-mail addresses; none leaves the line for the sender to fill in.
    pub to: &'a [String],
    /// The subject.
    pub subject: &'a str,
    /// The text.
    pub text: &'a str,
    /// The name of the attached file.
    pub file_name: &'a str,
    /// The attached PDF.
    pub pdf: &'a [u8],
    /// When it was made.
    pub at: Moment,
}

/// Returns the draft as the bytes of an `.eml` file. It names no sender, because that is whoever opens it.
///
/// # Errors
/// When the text cannot be written, which a list of bytes never refuses.
pub fn mail_draft(draft: &MailDraft<'_>) -> io::Result<Vec<u8>> {
    let to: Vec<&str> = draft.to.iter().map(String::as_str).collect();
    let mail = MessageBuilder::new()
        .header("X-Unsent", Raw::new("1"))
        // Because the library asks the system for both where they are not given.
        .date(draft.at.0 / 1000)
        .message_id(format!("{}@hub-tasking.invalid", draft.at.0))
        .subject(draft.subject)
        .text_body(draft.text)
        .attachment("application/pdf", draft.file_name, draft.pdf);
    let mail = if to.is_empty() { mail } else { mail.to(to) };
    mail.write_to_vec()
}

#[cfg(test)]
mod tests {
    use mail_parser::{MessageParser, MimeHeaders};

    use super::*;

    #[test]
    fn a_draft_is_read_back_with_every_letter_and_the_paper_whole() {
        let to = ["v.brown@northbridge.example".to_owned(), "w@northbridge.example".to_owned()];
        let pdf: Vec<u8> = (0..=255).cycle().take(100_000).collect();
        let text = "Tŷ Glas,\n\nThe Hub Tasking meeting is on Tuesday.\n.\nFrom here on “quoted”.\n";
        let subject = "OFFICIAL-SENSITIVE: agenda pack – Tŷ Glas";
        let file_name = "03 Tŷ Glas - agenda pack 2026-11-24.pdf";
        let draft = MailDraft { to: &to, subject, text, file_name, pdf: &pdf, at: Moment(1_795_528_800_000) };
        let bytes = mail_draft(&draft).unwrap();
        let read = MessageParser::default().parse(&bytes).unwrap();
        assert_eq!(read.subject(), Some(subject));
        assert_eq!(read.header_raw("X-Unsent").map(str::trim), Some("1"));
        assert!(read.from().is_none());
        let addresses: Vec<_> = read.to().unwrap().iter().filter_map(|each| each.address()).collect();
        assert_eq!(addresses, to);
        assert_eq!(read.body_text(0).unwrap().replace("\r\n", "\n").trim_end(), text.trim_end());
        let attached = read.attachment(0).unwrap();
        assert_eq!((attached.attachment_name(), attached.contents()), (Some(file_name), pdf.as_slice()));
    }

    #[test]
    fn a_partner_without_an_address_leaves_the_line_to_the_sender() {
        let draft =
            MailDraft { to: &[], subject: "s", text: "t", file_name: "f.pdf", pdf: b"%PDF", at: Moment(0) };
        let bytes = mail_draft(&draft).unwrap();
        assert!(MessageParser::default().parse(&bytes).unwrap().to().is_none());
    }
}
