//! Counts of calls and incidents.

use domain::demand::DemandCount;
use domain::ids::{CaseId, DemandCountId};

use crate::column::Column;
use crate::error::StoreError;
use crate::reader::Reader;
use crate::record::record;
use crate::writer::Writer;

record! {
    DemandCount in "demand_count", found by |_| None, key id,
    { id, case as case_id, counted, first_day, last_day, number, source }
}

impl Reader<'_> {
    /// Returns the counts of a case by their days.
    pub fn demand_of(&self, case: CaseId) -> Result<Vec<DemandCount>, StoreError> {
        self.list("WHERE case_id = ?1 AND removed = 0 ORDER BY first_day, last_day, id", [case.to_value()])
    }

    /// Returns a count; absent when there is none.
    pub fn get_demand(&self, id: DemandCountId) -> Result<Option<DemandCount>, StoreError> {
        self.get(id.0)
    }
}

impl Writer<'_> {
    /// Adds or amends a count; returns whether anything changed.
    pub fn put_demand(&mut self, count: &DemandCount) -> Result<bool, StoreError> {
        self.put(count)
    }

    /// Takes a count back; returns whether it was there.
    pub fn remove_demand(&mut self, id: DemandCountId) -> Result<bool, StoreError> {
        self.take_back::<DemandCount>(id.0)
    }
}
