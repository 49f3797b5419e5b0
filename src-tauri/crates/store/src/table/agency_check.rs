//! Agencies' answers to "is this known to you?".

use domain::ids::{AgencyCheckId, ReferralId};
use domain::referral::AgencyCheck;

use crate::column::Column;
use crate::error::StoreError;
use crate::reader::Reader;
use crate::record::record;
use crate::writer::Writer;

record! { AgencyCheck in "agency_check", found by |_| None, key id, { id, referral, agency, answer, note, replied_on } }

impl Reader<'_> {
    /// Returns all agency checks in the order in which they were asked.
    pub fn list_checks(&self) -> Result<Vec<AgencyCheck>, StoreError> {
        self.list("WHERE removed = 0 ORDER BY id", [])
    }

    /// Returns the agency checks of a referral in the order in which they were asked.
    pub fn checks_of(&self, referral: ReferralId) -> Result<Vec<AgencyCheck>, StoreError> {
        self.list("WHERE referral = ?1 AND removed = 0 ORDER BY id", [referral.to_value()])
    }
}

impl Writer<'_> {
    /// Adds or amends an agency check; returns whether anything changed.
    pub fn put_check(&mut self, check: &AgencyCheck) -> Result<bool, StoreError> {
        if self.is_spent(check.referral.0)? {
            return Err(StoreError::Spent("That referral".to_owned()));
        }
        self.put(check)
    }

    /// Takes an agency check back; returns whether it was there.
    pub fn remove_check(&mut self, id: AgencyCheckId) -> Result<bool, StoreError> {
        self.take_back::<AgencyCheck>(id.0)
    }
}
