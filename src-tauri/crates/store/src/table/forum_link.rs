//! Links of cases to other forums.

use domain::forum::ForumLink;
use domain::ids::{CaseId, ForumLinkId};

use crate::column::Column;
use crate::error::StoreError;
use crate::reader::Reader;
use crate::record::record;
use crate::writer::Writer;

record! {
    ForumLink in "forum_link", found by |_| None, key id,
    { id, case as case_id, forum, since, until }
}

impl Reader<'_> {
    /// Returns the forums that a case is linked to, in the order in which they were entered.
    pub fn forums_of(&self, case: CaseId) -> Result<Vec<ForumLink>, StoreError> {
        self.list("WHERE case_id = ?1 AND removed = 0 ORDER BY id", [case.to_value()])
    }

    /// Returns a link to a forum; absent when there is none.
    pub fn get_forum(&self, id: ForumLinkId) -> Result<Option<ForumLink>, StoreError> {
        self.get(id.0)
    }
}

impl Writer<'_> {
    /// Adds or amends a link to a forum; returns whether anything changed.
    pub fn put_forum(&mut self, link: &ForumLink) -> Result<bool, StoreError> {
        self.put(link)
    }

    /// Takes a link to a forum back that was entered by mistake; returns whether it was there.
    pub fn remove_forum(&mut self, id: ForumLinkId) -> Result<bool, StoreError> {
        self.take_back::<ForumLink>(id.0)
    }
}
