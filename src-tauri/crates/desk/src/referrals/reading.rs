//! Reading a filled form: its fields as proposals that somebody looks at; nothing is written here.

use std::path::Path;

use domain::referral::form::{self, FormField, FormRead, OwnField, Proposal};
use exchange::{Letter, LetterKind};

use crate::desk::Desk;
use crate::failure::Failure;
use crate::wire::everything::*;

pub fn read_referral_form(_desk: &mut Desk, request: ReadReferralForm) -> Result<ReferralFormRead, Failure> {
    let letter = match &request {
        ReadReferralForm::Text { text } => {
            exchange::read_letter(text.as_bytes()).map_err(|error| Failure::from(error).at("text"))?
        }
        ReadReferralForm::File { path } => {
            exchange::read_letter_file(Path::new(path)).map_err(|error| Failure::from(error).at("path"))?
        }
    };
    let FormRead { mut proposals, left_over } = form::read(&letter.text);
    add_envelope(&mut proposals, &letter);
    let kind = match letter.kind {
        LetterKind::Text => "a text",
        LetterKind::Word => "a Word document",
        LetterKind::Email => "an e-mail",
    };
    Ok(ReferralFormRead { kind: kind.to_owned(), proposals, left_over, unread: letter.unread })
}

/// Proposes what only the envelope of an e-mail tells, where the form itself does not.
fn add_envelope(proposals: &mut Vec<Proposal>, letter: &Letter) {
    let told = [
        (OwnField::ReferrerName, &letter.from_name, "Sender of the e-mail"),
        (OwnField::ReferrerEmail, &letter.from_address, "Sender of the e-mail"),
        (OwnField::ReceivedOn, &letter.sent_on, "Date of the e-mail"),
    ];
    for (field, text, source) in told {
        let target = FormField::Own { field };
        if text.is_empty() || proposals.iter().any(|proposal| proposal.field == target) {
            continue;
        }
        let label = form::label_of(field).to_owned();
        let (text, source) = (text.clone(), format!("{source}: {text}"));
        proposals.insert(0, Proposal { field: target, label, text, chosen: Vec::new(), line: 0, source });
    }
}
