//! Referrals, with the people they are about as child rows.

use domain::ids::{ReferralId, SubjectId};
use domain::reference::ReferralNumber;
use domain::referral::Referral;
use rusqlite::types::Value;
use uuid::Uuid;

use crate::column::{Column, Columns};
use crate::error::StoreError;
use crate::reader::Reader;
use crate::record::Record;
use crate::search::Words;
use crate::writer::Writer;

impl Record for Referral {
    const TABLE: &'static str = "referral";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "number",
        "source",
        "received_on",
        "referrer_name",
        "referrer_agency",
        "referrer_address",
        "referrer_telephone",
        "referrer_email",
        "referrer_contact",
        "title",
        "problem",
        "victims",
        "offenders",
        "safeguarding",
        "tried",
        "place",
        "area",
        "guides",
        "answers",
        "status",
        "gate_override",
        "decided_on",
        "outcomes",
        "note",
        "case_id",
    ];

    fn key(&self) -> Uuid {
        self.id.0
    }

    fn values(&self) -> Vec<Value> {
        vec![
            self.id.to_value(),
            self.number.to_value(),
            self.source.to_value(),
            self.received_on.to_value(),
            self.referrer_name.to_value(),
            self.referrer_agency.to_value(),
            self.referrer_address.to_value(),
            self.referrer_telephone.to_value(),
            self.referrer_email.to_value(),
            self.referrer_contact.to_value(),
            self.title.to_value(),
            self.problem.to_value(),
            self.victims.to_value(),
            self.offenders.to_value(),
            self.safeguarding.to_value(),
            self.tried.to_value(),
            self.place.to_value(),
            self.area.to_value(),
            self.guides.to_value(),
            self.answers.to_value(),
            self.status.to_value(),
            self.gate_override.to_value(),
            self.decided_on.to_value(),
            self.outcomes.to_value(),
            self.note.to_value(),
            self.case.to_value(),
        ]
    }

    fn read(columns: &mut Columns<'_, '_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: columns.take()?,
            number: columns.take()?,
            source: columns.take()?,
            received_on: columns.take()?,
            referrer_name: columns.take()?,
            referrer_agency: columns.take()?,
            referrer_address: columns.take()?,
            referrer_telephone: columns.take()?,
            referrer_email: columns.take()?,
            referrer_contact: columns.take()?,
            title: columns.take()?,
            problem: columns.take()?,
            victims: columns.take()?,
            offenders: columns.take()?,
            safeguarding: columns.take()?,
            tried: columns.take()?,
            place: columns.take()?,
            area: columns.take()?,
            subjects: Vec::new(),
            guides: columns.take()?,
            answers: columns.take()?,
            status: columns.take()?,
            gate_override: columns.take()?,
            decided_on: columns.take()?,
            outcomes: columns.take()?,
            note: columns.take()?,
            case: columns.take()?,
        })
    }

    fn complete(records: &mut [Self], reader: &Reader<'_>, only: Option<Uuid>) -> Result<(), StoreError> {
        let mut parts = reader.parts("referral_subject", "referral", only)?;
        for referral in records {
            referral.subjects = parts.remove(&referral.id.0).unwrap_or_default();
        }
        Ok(())
    }

    fn write_children(&self, writer: &Writer<'_>) -> Result<(), StoreError> {
        writer.replace_parts("referral_subject", "referral", self.id.0, &self.subjects)
    }

    fn words(&self) -> Option<Words> {
        let texts = [
            &self.problem,
            &self.place,
            &self.victims,
            &self.offenders,
            &self.safeguarding,
            &self.tried,
            &self.referrer_name,
            &self.note,
        ];
        let texts = texts.into_iter().map(String::as_str).chain(self.answers.texts());
        Words::new(format!("{} {}", self.number, self.title), texts)
    }
}

impl Reader<'_> {
    /// Returns all referrals in the order of their numbers.
    pub fn list_referrals(&self) -> Result<Vec<Referral>, StoreError> {
        self.list("WHERE removed = 0 ORDER BY number", [])
    }

    /// Returns a referral; absent when there is none.
    pub fn get_referral(&self, id: ReferralId) -> Result<Option<Referral>, StoreError> {
        self.get(id.0)
    }

    /// Returns the referral with a number; absent when there is none.
    pub fn find_referral(&self, number: ReferralNumber) -> Result<Option<Referral>, StoreError> {
        self.find("WHERE number = ?1 AND removed = 0", [number.to_value()])
    }

    /// Returns the referrals that a person has a part in, in the order of their numbers.
    pub fn referrals_about(&self, subject: SubjectId) -> Result<Vec<Referral>, StoreError> {
        self.list(
            "WHERE removed = 0 AND id IN (SELECT referral FROM referral_subject WHERE subject = ?1) ORDER BY number",
            [subject.to_value()],
        )
    }

    /// Returns the next free number for a referral.
    pub fn next_referral_number(&self) -> Result<ReferralNumber, StoreError> {
        self.next("SELECT max(number) FROM referral", []).map(ReferralNumber)
    }
}

impl Writer<'_> {
    /// Adds or amends a referral; returns whether anything changed.
    pub fn put_referral(&mut self, referral: &Referral) -> Result<bool, StoreError> {
        if self.is_spent(referral.id.0)? {
            return Err(StoreError::Spent(referral.number.to_string()));
        }
        self.put(referral)
    }

    /// Takes a referral back that was added by mistake; returns whether it was there.
    pub fn remove_referral(&mut self, id: ReferralId) -> Result<bool, StoreError> {
        self.take_back::<Referral>(id.0)
    }
}
