//! People who work for an agency.

use domain::agency::Officer;
use domain::ids::{AgencyId, OfficerId};

use crate::column::Column;
use crate::error::StoreError;
use crate::reader::Reader;
use crate::record::record;
use crate::search::Words;
use crate::writer::Writer;

record! {
    Officer in "officer",
    found by |officer| Words::new(officer.name.clone(), [officer.post.as_str(), officer.email.as_str()]),
    key id,
    { id, agency, name, post, email, telephone, attends, active }
}

impl Reader<'_> {
    /// Returns everybody who works or worked for an agency, by name.
    pub fn list_officers(&self) -> Result<Vec<Officer>, StoreError> {
        self.list("WHERE removed = 0 ORDER BY name, id", [])
    }

    /// Returns the people of one agency, by name.
    pub fn officers_of(&self, agency: AgencyId) -> Result<Vec<Officer>, StoreError> {
        self.list("WHERE agency = ?1 AND removed = 0 ORDER BY name, id", [agency.to_value()])
    }

    /// Returns an officer; absent when there is none.
    pub fn get_officer(&self, id: OfficerId) -> Result<Option<Officer>, StoreError> {
        self.get(id.0)
    }
}

impl Writer<'_> {
    /// Adds or amends an officer; returns whether anything changed.
    pub fn put_officer(&mut self, officer: &Officer) -> Result<bool, StoreError> {
        self.put(officer)
    }

    /// Takes an officer back who was added by mistake; returns whether there was one.
    pub fn remove_officer(&mut self, id: OfficerId) -> Result<bool, StoreError> {
        self.take_back::<Officer>(id.0)
    }
}
