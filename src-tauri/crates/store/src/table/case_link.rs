//! Links between cases.

use domain::case::CaseLink;
use domain::ids::CaseLinkId;

use crate::error::StoreError;
use crate::reader::Reader;
use crate::record::record;
use crate::writer::Writer;

record! {
    CaseLink in "case_link", found by |_| None, key id,
    { id, kind, from as from_case, to as to_case, on as day }
}

impl Reader<'_> {
    /// Returns all links between cases.
    pub fn list_links(&self) -> Result<Vec<CaseLink>, StoreError> {
        self.list("WHERE removed = 0 ORDER BY id", [])
    }
}

impl Writer<'_> {
    /// Adds or amends a link; returns whether anything changed.
    pub fn put_link(&mut self, link: &CaseLink) -> Result<bool, StoreError> {
        self.put(link)
    }

    /// Takes a link back; returns whether it was there.
    pub fn remove_link(&mut self, id: CaseLinkId) -> Result<bool, StoreError> {
        self.take_back::<CaseLink>(id.0)
    }
}
