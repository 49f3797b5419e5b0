//! The journal of typed text.

use crate::desk::Desk;
use crate::failure::Failure;
use crate::wire::everything::*;

/// A journal is written at every pause of typing, so no window is told.
const NOBODY: &[&str] = &[];

pub fn save_draft(desk: &mut Desk, request: SaveDraft) -> Result<Nothing, Failure> {
    desk.write(NOBODY, |writer, _| match request.text.is_empty() {
        true => Ok(writer.discard_drafts(&request.key)?),
        false => Ok(writer.save_draft(&request.key, &request.text)?),
    })?;
    Ok(Nothing {})
}

pub fn list_drafts(desk: &mut Desk, request: DraftsUnder) -> Result<DraftsView, Failure> {
    desk.read(|reader| {
        let line = |draft: store::Draft| DraftLine { key: draft.key, text: draft.text, at: draft.at };
        Ok(DraftsView { drafts: reader.drafts(&request.prefix)?.into_iter().map(line).collect() })
    })
}

pub fn discard_drafts(desk: &mut Desk, request: DraftsUnder) -> Result<Nothing, Failure> {
    desk.write(NOBODY, |writer, _| Ok(writer.discard_drafts(&request.prefix)?))?;
    Ok(Nothing {})
}
