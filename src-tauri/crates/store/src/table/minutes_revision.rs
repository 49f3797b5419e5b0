//! Corrections to minutes, kept beside what they correct.

use domain::ids::MeetingId;
use domain::meeting::MinutesRevision;

use crate::column::Column;
use crate::error::StoreError;
use crate::reader::Reader;
use crate::record::record;
use crate::writer::Writer;

record! {
    #[append_only = true]
    MinutesRevision in "minutes_revision", found by |_| None, key id,
    { id, meeting, item, serial, before, after, by as corrected_by, at, after_approval }
}

impl Reader<'_> {
    /// Returns the corrections to a meeting's minutes, the oldest first.
    pub fn revisions_of(&self, meeting: MeetingId) -> Result<Vec<MinutesRevision>, StoreError> {
        self.list("WHERE meeting = ?1 AND removed = 0 ORDER BY serial", [meeting.to_value()])
    }
}

impl Writer<'_> {
    /// Adds a correction; returns whether it is new. The same correction with other words is refused.
    pub fn add_revision(&mut self, revision: &MinutesRevision) -> Result<bool, StoreError> {
        self.put(revision)
    }
}
