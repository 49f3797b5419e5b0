//! Documents about the program itself, carried by it so that no website is needed.

use std::path::Path;

use crate::desk::Desk;
use crate::failure::Failure;
use crate::wire::everything::*;

const IMPACT_ASSESSMENT: &[u8] = include_bytes!("../../../resources/dpia-template.rtf");
const SECURITY: &[u8] = include_bytes!("../../../../SECURITY.md");

pub fn save_document(_desk: &mut Desk, request: SaveDocument) -> Result<DocumentSaved, Failure> {
    let path = request.save_as.trim();
    if path.is_empty() {
        return Err(Failure::refused("Say where to save it").at("save_as"));
    }
    let document = match request.document {
        Document::ImpactAssessment => IMPACT_ASSESSMENT,
        Document::Security => SECURITY,
    };
    crate::papers::save(Path::new(path), document)?;
    Ok(DocumentSaved { path: path.to_owned() })
}
