//! Links of a case to other forums: that there is one, never what is said there.

use domain::forum::ForumLink;
use domain::ids::{CaseId, ForumLinkId};
use store::Reader;

use super::{editable, get_case};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::wire::everything::*;

/// Returns the forums that a case is linked to: those that last first, then by name.
pub(crate) fn forum_lines(reader: &Reader<'_>, case: CaseId) -> Result<Vec<ForumLine>, Failure> {
    let mut links = reader.forums_of(case)?;
    links.sort_by_key(|link| (link.until.is_some(), link.forum.to_lowercase(), link.since));
    Ok(links.into_iter().map(|link| ForumLine { when_words: link.when_words(), link }).collect())
}

fn filled(id: ForumLinkId, case: CaseId, fields: ForumFields) -> ForumLink {
    ForumLink { id, case, forum: fields.forum, since: fields.since, until: fields.until }
}

fn kept(reader: &Reader<'_>, id: ForumLinkId) -> Result<ForumLink, Failure> {
    reader.get_forum(id)?.ok_or_else(|| Failure::refused("That link is not in the record any more"))
}

pub fn add_forum_link(desk: &mut Desk, request: AddForumLink) -> Result<CaseView, Failure> {
    let today = desk.today();
    let reference = desk.write(&["case"], |writer, ids| {
        let case = editable(writer, request.case)?;
        let link = filled(ForumLinkId::new(&mut **ids), case.id, request.fields);
        writer.put_forum(&link.checked(&writer.forums_of(case.id)?, today)?)?;
        Ok(case.reference)
    })?;
    get_case(desk, GetCase { reference })
}

pub fn amend_forum_link(desk: &mut Desk, request: AmendForumLink) -> Result<CaseView, Failure> {
    let today = desk.today();
    let reference = desk.write(&["case"], |writer, _| {
        let case = editable(writer, kept(writer, request.id)?.case)?;
        let link = filled(request.id, case.id, request.fields);
        writer.put_forum(&link.checked(&writer.forums_of(case.id)?, today)?)?;
        Ok(case.reference)
    })?;
    get_case(desk, GetCase { reference })
}

pub fn remove_forum_link(desk: &mut Desk, request: RemoveForumLink) -> Result<CaseView, Failure> {
    let reference = desk.write(&["case"], |writer, _| {
        let case = editable(writer, kept(writer, request.id)?.case)?;
        writer.remove_forum(request.id)?;
        Ok(case.reference)
    })?;
    get_case(desk, GetCase { reference })
}
