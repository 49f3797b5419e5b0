//! Lights that meetings set, never changed once written; the action names the one that holds.

use domain::action::{Action, LightSetting};
use domain::ids::{ActionId, LightSettingId};
use rusqlite::types::Value;
use rusqlite::{Row, params};

use crate::column::{Column, Columns};
use crate::error::StoreError;
use crate::reader::Reader;
use crate::writer::Writer;

fn read(row: &Row<'_>) -> Result<LightSetting, StoreError> {
    let mut columns = Columns::of(row);
    Ok(LightSetting {
        id: columns.take()?,
        light: columns.take()?,
        reason: columns.take()?,
        at: columns.take()?,
    })
}

impl Reader<'_> {
    /// Returns the lights that meetings set for an action, those that fell among them, the oldest first.
    pub fn light_settings_of(&self, action: ActionId) -> Result<Vec<LightSetting>, StoreError> {
        self.settings_where("WHERE action = ?1 ORDER BY at, id", [action.to_value()])
    }

    /// Returns a light that was set; absent when there is none.
    pub(crate) fn get_light(&self, id: LightSettingId) -> Result<Option<LightSetting>, StoreError> {
        Ok(self.settings_where("WHERE id = ?1", [id.to_value()])?.pop())
    }

    fn settings_where(
        &self,
        condition: &str,
        values: impl IntoIterator<Item = Value>,
    ) -> Result<Vec<LightSetting>, StoreError> {
        let sql = format!("SELECT id, light, reason, at FROM light_setting {condition}");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query(rusqlite::params_from_iter(values))?;
        let mut settings = Vec::new();
        while let Some(row) = rows.next()? {
            settings.push(read(row)?);
        }
        Ok(settings)
    }
}

impl Writer<'_> {
    /// Adds the light that holds for an action, if it is new; the audit row is the action's.
    pub(crate) fn keep_light(&self, action: &Action) -> Result<(), StoreError> {
        let Some(set) = &action.light_set else { return Ok(()) };
        match self.get_light(set.id)? {
            Some(known) if known == *set => Ok(()),
            Some(_) => Err(StoreError::AppendOnly { table: "light_setting" }),
            None => {
                self.connection
                    .prepare_cached(
                        "INSERT INTO light_setting (id, action, light, reason, at) VALUES (?1, ?2, ?3, ?4, ?5)",
                    )?
                    .execute(params![
                        set.id.to_value(),
                        action.id.to_value(),
                        set.light.to_value(),
                        set.reason,
                        set.at.0
                    ])?;
                Ok(())
            }
        }
    }
}
