//! Where the meeting room stands, so that it opens where it was.

use domain::ids::MeetingId;
use domain::meeting::RoomState;

use crate::error::StoreError;
use crate::reader::Reader;
use crate::record::record;
use crate::writer::Writer;

record! {
    RoomState in "room_state", found by |_| None, key meeting,
    { meeting, item, running_since, projected, blank, level, raised, observer_override, scoring, told }
}

impl Reader<'_> {
    /// Returns where the room of a meeting stands; absent before it began.
    pub fn room_state(&self, meeting: MeetingId) -> Result<Option<RoomState>, StoreError> {
        self.get(meeting.0)
    }

    /// Returns where the room of the running meeting stands; absent when no meeting is running.
    pub fn running_room(&self) -> Result<Option<RoomState>, StoreError> {
        self.find(
            "WHERE removed = 0 AND meeting IN (SELECT id FROM meeting WHERE status = 'running' AND removed = 0)",
            [],
        )
    }
}

impl Writer<'_> {
    /// Writes where the room of a meeting stands; returns whether anything changed.
    pub fn put_room_state(&mut self, state: &RoomState) -> Result<bool, StoreError> {
        self.put(state)
    }
}
