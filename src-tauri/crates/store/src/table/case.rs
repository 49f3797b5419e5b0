//! Cases, with the people they are about as child rows.

use std::collections::HashMap;

use domain::case::Case;
use domain::ids::{CaseId, SubjectId};
use domain::reference::CaseReference;
use domain::subject::SubjectPart;
use rusqlite::types::Value;
use uuid::Uuid;

use crate::column::{Column, Columns};
use crate::error::StoreError;
use crate::reader::Reader;
use crate::record::Record;
use crate::search::Words;
use crate::writer::Writer;

impl Record for Case {
    const TABLE: &'static str = "case_record";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "prefix",
        "number",
        "suffix",
        "kind",
        "title",
        "outline",
        "key_issues",
        "factors",
        "place",
        "area",
        "source",
        "lead_agency",
        "lead_officer",
        "legal_lead",
        "involved",
        "review_rule",
        "outside_facts",
        "referral_number",
    ];

    fn key(&self) -> Uuid {
        self.id.0
    }

    fn values(&self) -> Vec<Value> {
        vec![
            self.id.to_value(),
            self.reference.prefix.to_value(),
            self.reference.number.to_value(),
            suffix_of(&self.reference),
            self.kind.to_value(),
            self.title.to_value(),
            self.outline.to_value(),
            self.key_issues.to_value(),
            self.factors.to_value(),
            self.place.to_value(),
            self.area.to_value(),
            self.source.to_value(),
            self.lead_agency.to_value(),
            self.lead_officer.to_value(),
            self.legal_lead.to_value(),
            self.involved.to_value(),
            self.review_rule.to_value(),
            self.outside_facts.to_value(),
            self.referral.to_value(),
        ]
    }

    fn read(columns: &mut Columns<'_, '_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: columns.take()?,
            reference: reference(columns)?,
            kind: columns.take()?,
            title: columns.take()?,
            outline: columns.take()?,
            key_issues: columns.take()?,
            factors: columns.take()?,
            place: columns.take()?,
            area: columns.take()?,
            source: columns.take()?,
            lead_agency: columns.take()?,
            lead_officer: columns.take()?,
            legal_lead: columns.take()?,
            involved: columns.take()?,
            subjects: Vec::new(),
            review_rule: columns.take()?,
            outside_facts: columns.take()?,
            referral: columns.take()?,
        })
    }

    fn complete(records: &mut [Self], reader: &Reader<'_>, only: Option<Uuid>) -> Result<(), StoreError> {
        let mut parts = reader.parts("case_subject", "case_id", only)?;
        for case in records {
            case.subjects = parts.remove(&case.id.0).unwrap_or_default();
        }
        Ok(())
    }

    fn write_children(&self, writer: &Writer<'_>) -> Result<(), StoreError> {
        writer.replace_parts("case_subject", "case_id", self.id.0, &self.subjects)
    }

    fn words(&self) -> Option<Words> {
        let title = format!("{} {}", self.reference, self.title);
        let texts = [self.outline.as_str(), self.place.as_str(), self.legal_lead.as_str()];
        let lists = self.key_issues.iter().chain(&self.outside_facts).map(String::as_str);
        Words::new(title.trim().to_owned(), texts.into_iter().chain(lists))
    }
}

fn suffix_of(reference: &CaseReference) -> Value {
    Value::Text(reference.suffix.map(String::from).unwrap_or_default())
}

fn reference(columns: &mut Columns<'_, '_>) -> Result<CaseReference, StoreError> {
    Ok(CaseReference {
        prefix: columns.take()?,
        number: columns.take()?,
        suffix: columns.take::<String>()?.chars().next(),
    })
}

const IN_ORDER: &str = "ORDER BY number, suffix, prefix";

impl Reader<'_> {
    /// Returns all cases in the order of their references.
    pub fn list_cases(&self) -> Result<Vec<Case>, StoreError> {
        self.list(&format!("WHERE removed = 0 {IN_ORDER}"), [])
    }

    /// Returns the references of all cases in their order, for what only names the cases.
    pub fn list_references(&self) -> Result<Vec<(CaseId, CaseReference)>, StoreError> {
        let sql = format!("SELECT id, prefix, number, suffix FROM case_record WHERE removed = 0 {IN_ORDER}");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query([])?;
        let mut references = Vec::new();
        while let Some(row) = rows.next()? {
            let mut columns = Columns::of(row);
            references.push((columns.take()?, reference(&mut columns)?));
        }
        Ok(references)
    }

    /// Returns a case; absent when there is none.
    pub fn get_case(&self, id: CaseId) -> Result<Option<Case>, StoreError> {
        self.get(id.0)
    }

    /// Returns the case with a reference; absent when there is none.
    pub fn find_case(&self, reference: &CaseReference) -> Result<Option<Case>, StoreError> {
        self.find(
            "WHERE number = ?1 AND suffix = ?2 AND prefix = ?3 AND removed = 0",
            [reference.number.to_value(), suffix_of(reference), reference.prefix.to_value()],
        )
    }

    /// Returns the cases that a person has a part in, in the order of their references.
    pub fn cases_about(&self, subject: SubjectId) -> Result<Vec<Case>, StoreError> {
        let having = "WHERE removed = 0 AND id IN (SELECT case_id FROM case_subject WHERE subject = ?1)";
        self.list(&format!("{having} {IN_ORDER}"), [subject.to_value()])
    }

    /// Returns the next free number for a case: one more than the highest ever given.
    pub fn next_case_number(&self) -> Result<u32, StoreError> {
        self.next("SELECT max(number) FROM case_record", [])
    }

    /// Returns the people of one record of `table`, or of all of them, by the record's key.
    pub(crate) fn parts(
        &self,
        table: &str,
        parent: &str,
        only: Option<Uuid>,
    ) -> Result<HashMap<Uuid, Vec<SubjectPart>>, StoreError> {
        let condition = if only.is_some() { format!("WHERE {parent} = ?1") } else { String::new() };
        let sql =
            format!("SELECT {parent}, subject, role FROM {table} {condition} ORDER BY {parent}, position");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query(rusqlite::params_from_iter(only.map(|id| id.to_value())))?;
        let mut parts: HashMap<Uuid, Vec<SubjectPart>> = HashMap::new();
        while let Some(row) = rows.next()? {
            let mut columns = Columns::of(row);
            let of = columns.take()?;
            let part = SubjectPart { subject: columns.take()?, role: columns.take()? };
            parts.entry(of).or_default().push(part);
        }
        Ok(parts)
    }

    /// Returns one more than the highest number that `sql` selects.
    pub(crate) fn next(&self, sql: &str, values: impl IntoIterator<Item = Value>) -> Result<u32, StoreError> {
        let highest = self.number(sql, values)?;
        u32::try_from(highest.saturating_add(1)).map_err(|_| StoreError::Unreadable { column: 1 })
    }
}

impl Writer<'_> {
    /// Adds or amends a case; returns whether anything changed.
    pub fn put_case(&mut self, case: &Case) -> Result<bool, StoreError> {
        let reference = &case.reference;
        let spent = "SELECT EXISTS (SELECT 1 FROM case_record WHERE removed = 2 AND number = ?1 AND suffix = ?2 AND prefix = ?3)";
        let parts = [reference.number.to_value(), suffix_of(reference), reference.prefix.to_value()];
        if self.number(spent, parts)? == 1 {
            return Err(StoreError::Spent(reference.to_string()));
        }
        self.put(case)
    }

    /// Takes a case back that was added by mistake; returns whether it was there.
    pub fn remove_case(&mut self, id: CaseId) -> Result<bool, StoreError> {
        self.take_back::<Case>(id.0)
    }
}
