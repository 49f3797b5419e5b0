//! Areas: the wards and localities of the hub's list.

use domain::agency::Area;
use domain::ids::AreaId;

use crate::error::StoreError;
use crate::reader::Reader;
use crate::record::record;
use crate::writer::Writer;

record! { Area in "area", found by |_| None, key id, { id, name } }

impl Reader<'_> {
    /// Returns all areas, by name.
    pub fn list_areas(&self) -> Result<Vec<Area>, StoreError> {
        self.list("WHERE removed = 0 ORDER BY name, id", [])
    }

    /// Returns an area; absent when there is none.
    pub fn get_area(&self, id: AreaId) -> Result<Option<Area>, StoreError> {
        self.get(id.0)
    }
}

impl Writer<'_> {
    /// Adds or amends an area; returns whether anything changed.
    pub fn put_area(&mut self, area: &Area) -> Result<bool, StoreError> {
        self.put(area)
    }

    /// Takes an area off the list; returns whether it was there.
    pub fn remove_area(&mut self, id: AreaId) -> Result<bool, StoreError> {
        self.take_back::<Area>(id.0)
    }
}
