//! Cross references between cases.

use domain::case::{CaseError, CaseLink, LinkKind};
use domain::ids::CaseLinkId;

use super::{found, get_case};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::wire::everything::*;

pub fn link_cases(desk: &mut Desk, request: LinkCases) -> Result<CaseView, Failure> {
    let today = desk.today();
    desk.write(&["case"], |writer, ids| {
        let from = found(writer, &request.from)?;
        let to = found(writer, &request.to)?;
        if from.id == to.id {
            return Err(Failure::from(CaseError::LinkedWithItself(from.reference)).at("to"));
        }
        let joined = |link: &CaseLink| {
            (link.from, link.to) == (from.id, to.id) || (link.from, link.to) == (to.id, from.id)
        };
        if writer.list_links()?.iter().any(joined) {
            let words = format!("{} and {} are linked already", from.reference, to.reference);
            return Err(Failure::refused(words).at("to"));
        }
        let id = CaseLinkId::new(&mut **ids);
        let kind = LinkKind::CrossReference;
        writer.put_link(&CaseLink { id, kind, from: from.id, to: to.id, on: Some(today) })?;
        Ok(())
    })?;
    get_case(desk, GetCase { reference: request.from })
}

pub fn unlink_cases(desk: &mut Desk, request: UnlinkCases) -> Result<Nothing, Failure> {
    desk.write(&["case"], |writer, _| {
        let link = writer.list_links()?.into_iter().find(|link| link.id == request.id);
        match link {
            Some(link) if link.kind == LinkKind::CrossReference => Ok(writer.remove_link(request.id)?),
            Some(_) => Err(Failure::refused("Only a cross reference can be taken away")),
            None => Err(Failure::refused("That link is not in the record")),
        }
    })?;
    Ok(Nothing {})
}
