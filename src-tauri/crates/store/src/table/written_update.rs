//! Updates that agencies sent in writing.

use domain::ids::{MeetingId, WrittenUpdateId};
use domain::meeting::WrittenUpdate;

use crate::column::Column;
use crate::error::StoreError;
use crate::reader::Reader;
use crate::record::record;
use crate::writer::Writer;

record! {
    #[append_only = true]
    WrittenUpdate in "written_update", found by |_| None, key id,
    { id, meeting, case as case_id, agency, text, shown, at }
}

impl Reader<'_> {
    /// Returns the written updates for a meeting in the order in which they came.
    pub fn written_updates_of(&self, meeting: MeetingId) -> Result<Vec<WrittenUpdate>, StoreError> {
        self.list("WHERE meeting = ?1 AND removed = 0 ORDER BY id", [meeting.to_value()])
    }
}

impl Writer<'_> {
    /// Adds a written update; returns whether it is new. The same update with other words is refused.
    pub fn add_written_update(&mut self, update: &WrittenUpdate) -> Result<bool, StoreError> {
        self.put(update)
    }

    /// Says of a written update whether it may stand on the projector; returns whether anything changed.
    pub fn show_written_update(&mut self, id: WrittenUpdateId, shown: bool) -> Result<bool, StoreError> {
        self.amend::<WrittenUpdate>(id.0, "written update", |update| update.shown = shown)
    }

    /// Takes a written update back; returns whether it was there.
    pub fn remove_written_update(&mut self, id: WrittenUpdateId) -> Result<bool, StoreError> {
        self.take_back::<WrittenUpdate>(id.0)
    }
}
