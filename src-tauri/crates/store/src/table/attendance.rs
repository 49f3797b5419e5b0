//! Attendance: entries are added and may be withdrawn, never rewritten.

use domain::ids::{AttendanceId, MeetingId};
use domain::meeting::Attendance;

use crate::column::Column;
use crate::error::StoreError;
use crate::reader::Reader;
use crate::record::record;
use crate::writer::Writer;

record! {
    #[append_only = true]
    Attendance in "attendance", found by |_| None, key id,
    {
        id, meeting, serial, agency, officer, name, mode, substitute_for, from_item, to_item, heard_declaration, at,
        withdrawn,
    }
}

impl Reader<'_> {
    /// Returns the attendance entries of a meeting, withdrawn ones among them, in their order.
    pub fn attendance_of(&self, meeting: MeetingId) -> Result<Vec<Attendance>, StoreError> {
        self.list("WHERE meeting = ?1 AND removed = 0 ORDER BY serial", [meeting.to_value()])
    }
}

impl Writer<'_> {
    /// Adds an attendance entry; returns whether it is new. The same entry with other values is refused.
    pub fn add_attendance(&mut self, attendance: &Attendance) -> Result<bool, StoreError> {
        self.put(attendance)
    }

    /// Says of an entry whether it counts no longer; returns whether anything changed.
    pub fn withdraw_attendance(&mut self, id: AttendanceId, withdrawn: bool) -> Result<bool, StoreError> {
        self.amend::<Attendance>(id.0, "attendance entry", |entry| entry.withdrawn = withdrawn)
    }
}
