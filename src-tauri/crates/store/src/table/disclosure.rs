//! The disclosure log: added to and taken back, never reworded.

use domain::ids::DisclosureId;
use domain::issue::Disclosure;

use crate::error::StoreError;
use crate::reader::Reader;
use crate::record::record;
use crate::writer::Writer;

record! {
    #[append_only = true]
    Disclosure in "disclosure", found by |_| None, key id,
    { id, serial, at, by as disclosed_by, agency, to as told_to, what, references as refs, why, copy, withdrawn }
}

impl Reader<'_> {
    /// Returns the disclosure log, those taken back among it, the first entry first.
    pub fn list_disclosures(&self) -> Result<Vec<Disclosure>, StoreError> {
        self.list("WHERE removed = 0 ORDER BY serial", [])
    }
}

impl Writer<'_> {
    /// Adds an entry; returns whether it is new. The same entry with other words is refused.
    pub fn add_disclosure(&mut self, disclosure: &Disclosure) -> Result<bool, StoreError> {
        self.put(disclosure)
    }

    /// Takes an entry back that was made by mistake; returns whether anything changed.
    pub fn withdraw_disclosure(&mut self, id: DisclosureId) -> Result<bool, StoreError> {
        self.amend::<Disclosure>(id.0, "disclosure", |disclosure| disclosure.withdrawn = true)
    }
}
