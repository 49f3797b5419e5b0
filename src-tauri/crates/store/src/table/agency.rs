//! Partner agencies.

use domain::agency::Agency;
use domain::ids::AgencyId;

use crate::error::StoreError;
use crate::reader::Reader;
use crate::record::record;
use crate::search::Words;
use crate::writer::Writer;

record! {
    Agency in "agency",
    found by |agency| Words::new(agency.name.clone(), [agency.short_name.as_str()]),
    key id,
    { id, name, short_name, field, presence, pack_rule, active }
}

impl Reader<'_> {
    /// Returns all agencies, those that take part no longer among them, by name.
    pub fn list_agencies(&self) -> Result<Vec<Agency>, StoreError> {
        self.list("WHERE removed = 0 ORDER BY name, id", [])
    }

    /// Returns an agency; absent when there is none.
    pub fn get_agency(&self, id: AgencyId) -> Result<Option<Agency>, StoreError> {
        self.get(id.0)
    }
}

impl Writer<'_> {
    /// Adds or amends an agency; returns whether anything changed.
    pub fn put_agency(&mut self, agency: &Agency) -> Result<bool, StoreError> {
        self.put(agency)
    }

    /// Takes an agency back that was added by mistake; returns whether it was there.
    pub fn remove_agency(&mut self, id: AgencyId) -> Result<bool, StoreError> {
        self.take_back::<Agency>(id.0)
    }
}
