//! Key points: noted under an item, put on the projector, taken back; never reworded.

use domain::ids::{ItemId, KeyPointId, MeetingId};
use domain::meeting::KeyPoint;

use crate::column::Column;
use crate::error::StoreError;
use crate::reader::Reader;
use crate::record::record;
use crate::writer::Writer;

record! {
    #[append_only = true]
    KeyPoint in "key_point", found by |_| None, key id, { id, item, serial, text, shown, withdrawn, at }
}

impl Reader<'_> {
    /// Returns the key points of a meeting, withdrawn ones among them, in the order of items and noting.
    pub fn key_points_of(&self, meeting: MeetingId) -> Result<Vec<KeyPoint>, StoreError> {
        self.list(
            "WHERE removed = 0 AND item IN (SELECT id FROM item WHERE meeting = ?1) \
             ORDER BY (SELECT position FROM item WHERE item.id = key_point.item), item, serial",
            [meeting.to_value()],
        )
    }

    /// Returns the key points of an item, withdrawn ones among them, in the order of noting.
    pub fn key_points_of_item(&self, item: ItemId) -> Result<Vec<KeyPoint>, StoreError> {
        self.list("WHERE item = ?1 AND removed = 0 ORDER BY serial", [item.to_value()])
    }
}

impl Writer<'_> {
    /// Adds a key point; returns whether it is new. The same key point with other words is refused.
    pub fn add_key_point(&mut self, point: &KeyPoint) -> Result<bool, StoreError> {
        self.put(point)
    }

    /// Takes a key point back; returns whether anything changed.
    pub fn withdraw_key_point(&mut self, id: KeyPointId) -> Result<bool, StoreError> {
        self.amend::<KeyPoint>(id.0, "key point", |point| point.withdrawn = true)
    }

    /// Lets a key point count again that was taken back; returns whether anything changed.
    pub fn restore_key_point(&mut self, id: KeyPointId) -> Result<bool, StoreError> {
        self.amend::<KeyPoint>(id.0, "key point", |point| point.withdrawn = false)
    }

    /// Says of a key point whether it may stand on the projector; returns whether anything changed.
    pub fn show_key_point(&mut self, id: KeyPointId, shown: bool) -> Result<bool, StoreError> {
        self.amend::<KeyPoint>(id.0, "key point", |point| point.shown = shown)
    }
}
