//! The logs of actions, in the order of arrival, never changed once written.

use domain::action::ActionUpdate;
use domain::action_log::LogKind;
use domain::ids::{ActionId, ActionUpdateId};
use rusqlite::params;

use crate::column::{Column, Columns};
use crate::error::StoreError;
use crate::reader::Reader;
use crate::record::Record;
use crate::writer::Writer;

crate::record::record! {
    #[append_only = true]
    ActionUpdate in "action_update", found by |_| None, key id,
    { id, action, on as day, text, by as said_by, kind, meeting }
}

impl Reader<'_> {
    /// Returns the log of an action, the oldest entry first.
    pub fn updates_of(&self, action: ActionId) -> Result<Vec<ActionUpdate>, StoreError> {
        self.list("WHERE action = ?1 AND removed = 0 ORDER BY serial", [action.to_value()])
    }

    /// Returns an entry of a log; absent when there is none.
    pub fn get_action_update(&self, id: ActionUpdateId) -> Result<Option<ActionUpdate>, StoreError> {
        self.get(id.0)
    }

    /// Returns the last entry that tells what happened, of each action that has one.
    pub fn latest_updates(&self) -> Result<Vec<ActionUpdate>, StoreError> {
        let sql = "SELECT id, action, day, text, said_by, kind, meeting, max(serial) FROM action_update \
                   WHERE removed = 0 AND kind IN (?1, ?2) GROUP BY action";
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query(LogKind::TOLD.map(|kind| kind.to_value()))?;
        let mut updates = Vec::new();
        while let Some(row) = rows.next()? {
            updates.push(ActionUpdate::read(&mut Columns::of(row))?);
        }
        Ok(updates)
    }
}

impl Writer<'_> {
    /// Adds an entry to an action's log; returns whether it is new. The same entry with other words is refused.
    pub fn add_action_update(&mut self, update: &ActionUpdate) -> Result<bool, StoreError> {
        match self.get::<ActionUpdate>(update.id.0)? {
            Some(known) if known == *update => return Ok(false),
            Some(_) => return Err(StoreError::AppendOnly { table: ActionUpdate::TABLE }),
            None => {}
        }
        self.connection
            .prepare_cached(
                "INSERT INTO action_update (id, action, day, text, said_by, kind, meeting, serial) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, \
                 (SELECT coalesce(max(serial), 0) + 1 FROM action_update WHERE action = ?2)) \
                 ON CONFLICT (id) DO UPDATE SET removed = 0",
            )?
            .execute(params![
                update.id.to_value(),
                update.action.to_value(),
                update.on.to_value(),
                update.text,
                update.by,
                update.kind.to_value(),
                update.meeting.to_value()
            ])?;
        self.audit(ActionUpdate::TABLE, update.id.0.as_bytes(), update)?;
        Ok(true)
    }

    /// Takes an entry back that was entered by mistake; returns whether it was there.
    pub fn remove_action_update(&mut self, id: ActionUpdateId) -> Result<bool, StoreError> {
        self.take_back::<ActionUpdate>(id.0)
    }
}
