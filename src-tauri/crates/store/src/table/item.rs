//! Items of agendas.

use domain::ids::{CaseId, ItemId, MeetingId, ReferralId};
use domain::meeting::{About, Item};
use rusqlite::types::Value;
use uuid::Uuid;

use crate::column::{Column, Columns};
use crate::error::StoreError;
use crate::reader::Reader;
use crate::record::Record;
use crate::writer::Writer;

impl Record for Item {
    const TABLE: &'static str = "item";
    const COLUMNS: &'static [&'static str] = &[
        "id", "meeting", "position", "about", "case_id", "referral", "part", "title", "depth", "minutes",
        "why", "began_at", "left_at", "spent_ms", "level", "fixed_at", "pinned", "needs",
    ];

    fn key(&self) -> Uuid {
        self.id.0
    }

    fn values(&self) -> Vec<Value> {
        let (about, case, referral) = match self.about {
            About::Welcome => ("welcome", None, None),
            About::MattersArising => ("matters_arising", None, None),
            About::Case { case } => ("case", Some(case), None),
            About::Referral { referral } => ("referral", None, Some(referral)),
            About::OrdersDue => ("orders_due", None, None),
            About::Break => ("break", None, None),
            About::Other => ("other", None, None),
        };
        vec![
            self.id.to_value(),
            self.meeting.to_value(),
            self.position.to_value(),
            Value::Text(about.to_owned()),
            case.to_value(),
            referral.to_value(),
            self.group.to_value(),
            self.title.to_value(),
            self.depth.to_value(),
            self.minutes.to_value(),
            self.why.to_value(),
            self.began_at.to_value(),
            self.left_at.to_value(),
            self.spent_ms.to_value(),
            self.level.to_value(),
            self.fixed_at.to_value(),
            self.pinned.to_value(),
            self.needs.to_value(),
        ]
    }

    fn read(columns: &mut Columns<'_, '_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: columns.take()?,
            meeting: columns.take()?,
            position: columns.take()?,
            about: read_about(columns)?,
            group: columns.take()?,
            title: columns.take()?,
            depth: columns.take()?,
            minutes: columns.take()?,
            why: columns.take()?,
            began_at: columns.take()?,
            left_at: columns.take()?,
            spent_ms: columns.take()?,
            level: columns.take()?,
            fixed_at: columns.take()?,
            pinned: columns.take()?,
            needs: columns.take()?,
        })
    }
}

fn read_about(columns: &mut Columns<'_, '_>) -> Result<About, StoreError> {
    let (about, case, referral): (String, _, _) = (columns.take()?, columns.take()?, columns.take()?);
    match (about.as_str(), case, referral) {
        ("welcome", ..) => Ok(About::Welcome),
        ("matters_arising", ..) => Ok(About::MattersArising),
        ("case", Some(case), _) => Ok(About::Case { case }),
        ("referral", _, Some(referral)) => Ok(About::Referral { referral }),
        ("orders_due", ..) => Ok(About::OrdersDue),
        ("break", ..) => Ok(About::Break),
        ("other", ..) => Ok(About::Other),
        _ => Err(StoreError::Unreadable { column: 4 }),
    }
}

/// Orders items by their meeting's day, then by their place in it.
const BY_MEETING: &str =
    "ORDER BY (SELECT date FROM meeting WHERE meeting.id = item.meeting), meeting, position, id";

impl Reader<'_> {
    /// Returns the items of a meeting in their order.
    pub fn items_of(&self, meeting: MeetingId) -> Result<Vec<Item>, StoreError> {
        self.list("WHERE meeting = ?1 AND removed = 0 ORDER BY position, id", [meeting.to_value()])
    }

    /// Returns the items of all meetings, by the day of the meeting.
    pub fn list_items(&self) -> Result<Vec<Item>, StoreError> {
        self.list(&format!("WHERE removed = 0 {BY_MEETING}"), [])
    }

    /// Returns the items about a case, by the day of their meetings.
    pub fn items_about_case(&self, case: CaseId) -> Result<Vec<Item>, StoreError> {
        self.list(&format!("WHERE case_id = ?1 AND removed = 0 {BY_MEETING}"), [case.to_value()])
    }

    /// Returns the items about a referral, by the day of their meetings.
    pub fn items_about_referral(&self, referral: ReferralId) -> Result<Vec<Item>, StoreError> {
        self.list(&format!("WHERE referral = ?1 AND removed = 0 {BY_MEETING}"), [referral.to_value()])
    }

    /// Returns an item; absent when there is none.
    pub fn get_item(&self, id: ItemId) -> Result<Option<Item>, StoreError> {
        self.get(id.0)
    }
}

impl Writer<'_> {
    /// Adds or amends an item; returns whether anything changed.
    pub fn put_item(&mut self, item: &Item) -> Result<bool, StoreError> {
        self.put(item)
    }

    /// Takes an item off the agenda; returns whether it was there.
    pub fn remove_item(&mut self, id: ItemId) -> Result<bool, StoreError> {
        self.take_back::<Item>(id.0)
    }
}
