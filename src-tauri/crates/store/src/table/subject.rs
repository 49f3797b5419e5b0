//! Subjects: the people the hub knows.

use domain::ids::SubjectId;
use domain::subject::{AgeAsTold, Subject};
use rusqlite::types::Value;
use uuid::Uuid;

use crate::column::{Column, Columns};
use crate::error::StoreError;
use crate::reader::Reader;
use crate::record::Record;
use crate::search::Words;
use crate::writer::Writer;

impl Record for Subject {
    const TABLE: &'static str = "subject";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "name",
        "aliases",
        "date_of_birth",
        "age_years",
        "age_told_on",
        "addresses",
        "telephones",
        "agency_references",
    ];

    fn key(&self) -> Uuid {
        self.id.0
    }

    fn values(&self) -> Vec<Value> {
        vec![
            self.id.to_value(),
            self.name.to_value(),
            self.aliases.to_value(),
            self.date_of_birth.to_value(),
            self.age_as_told.map(|told| told.years).to_value(),
            self.age_as_told.map(|told| told.on).to_value(),
            self.addresses.to_value(),
            self.telephones.to_value(),
            self.agency_references.to_value(),
        ]
    }

    fn read(columns: &mut Columns<'_, '_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: columns.take()?,
            name: columns.take()?,
            aliases: columns.take()?,
            date_of_birth: columns.take()?,
            age_as_told: match (columns.take()?, columns.take()?) {
                (Some(years), Some(on)) => Some(AgeAsTold { years, on }),
                _ => None,
            },
            addresses: columns.take()?,
            telephones: columns.take()?,
            agency_references: columns.take()?,
        })
    }

    fn words(&self) -> Option<Words> {
        Words::new(
            self.name.clone(),
            self.identifying_texts().skip(usize::from(!self.name.trim().is_empty())),
        )
    }
}

impl Reader<'_> {
    /// Returns all subjects, by name.
    pub fn list_subjects(&self) -> Result<Vec<Subject>, StoreError> {
        self.list("WHERE removed = 0 ORDER BY name, id", [])
    }

    /// Returns a subject; absent when there is none.
    pub fn get_subject(&self, id: SubjectId) -> Result<Option<Subject>, StoreError> {
        self.get(id.0)
    }
}

impl Writer<'_> {
    /// Adds or amends a subject; returns whether anything changed.
    pub fn put_subject(&mut self, subject: &Subject) -> Result<bool, StoreError> {
        self.put(subject)
    }

    /// Takes a subject back who was added by mistake; returns whether there was one.
    pub fn remove_subject(&mut self, id: SubjectId) -> Result<bool, StoreError> {
        self.take_back::<Subject>(id.0)
    }
}
