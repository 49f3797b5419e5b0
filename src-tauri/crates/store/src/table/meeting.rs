//! Meetings.

use chrono::NaiveDate;
use domain::ids::MeetingId;
use domain::meeting::Meeting;
use domain::words::full_date;

use crate::column::Column;
use crate::error::StoreError;
use crate::reader::Reader;
use crate::record::record;
use crate::search::Words;
use crate::writer::Writer;

record! {
    Meeting in "meeting",
    found by |meeting| {
        let title = format!("Meeting {} of {}", meeting.number, full_date(meeting.date));
        Words::new(title, [meeting.date.to_string().as_str(), &meeting.room, &meeting.chair])
    },
    key id,
    {
        id, number, kind, date, starts, minutes, room, chair, status, cancelled_because, issued_at, began_at,
        concluded_at, declaration_read_at, approved_by, approved_at, confirmed_by,
        confirmed_at, confirmed_in, presences, order_before,
    }
}

impl Reader<'_> {
    /// Returns all meetings by date, start and number.
    pub fn list_meetings(&self) -> Result<Vec<Meeting>, StoreError> {
        self.list("WHERE removed = 0 ORDER BY date, starts, number", [])
    }

    /// Returns a meeting; absent when there is none.
    pub fn get_meeting(&self, id: MeetingId) -> Result<Option<Meeting>, StoreError> {
        self.get(id.0)
    }

    /// Returns the meetings on a day, by start and number.
    pub fn meetings_on(&self, date: NaiveDate) -> Result<Vec<Meeting>, StoreError> {
        self.list("WHERE date = ?1 AND removed = 0 ORDER BY starts, number", [date.to_value()])
    }

    /// Returns the next free number for a meeting.
    pub fn next_meeting_number(&self) -> Result<u32, StoreError> {
        self.next("SELECT max(number) FROM meeting", [])
    }
}

impl Writer<'_> {
    /// Adds or amends a meeting; returns whether anything changed.
    pub fn put_meeting(&mut self, meeting: &Meeting) -> Result<bool, StoreError> {
        if self.is_spent(meeting.id.0)? {
            return Err(StoreError::Spent(format!("What was said at meeting {}", meeting.number)));
        }
        self.put(meeting)
    }

    /// Takes a meeting back that was added by mistake; returns whether it was there.
    pub fn remove_meeting(&mut self, id: MeetingId) -> Result<bool, StoreError> {
        self.take_back::<Meeting>(id.0)
    }
}
