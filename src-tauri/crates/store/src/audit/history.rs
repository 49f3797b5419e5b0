//! The history of one record: every value it had, in the order in which they were written.

use domain::ids::UserId;
use domain::moment::Moment;
use rusqlite::params;
use uuid::Uuid;

use crate::column::Column;
use crate::error::StoreError;
use crate::reader::Reader;

/// One entry of a record's history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryEntry {
    /// The audit row's running number; gives the order.
    pub serial: u64,
    /// When, by the clock of then.
    pub at: Moment,
    /// Who wrote it.
    pub user: UserId,
    /// In whose name; absent when in the own.
    pub in_name_of: Option<String>,
    /// The table, or what was noted.
    pub kind: String,
    /// The values after the change, as JSON; absent once they were disposed of. `{"removed":true}` says that it was taken back.
    pub value: Option<serde_json::Value>,
}

impl Reader<'_> {
    /// Returns the history of the record `id` of the given kind, the oldest first.
    pub fn history_of(&self, kind: &str, id: Uuid) -> Result<Vec<HistoryEntry>, StoreError> {
        Ok(self.history_about(id)?.into_iter().filter(|entry| entry.kind == kind).collect())
    }

    /// Returns everything that the audit tells of the record `id`, notes of views and prints among it, the oldest first.
    pub fn history_about(&self, id: Uuid) -> Result<Vec<HistoryEntry>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT audit.serial, audit.at, audit.user, audit.in_name_of, audit.kind, history.value \
             FROM audit LEFT JOIN history ON history.device = audit.device AND history.serial = audit.serial \
             WHERE audit.row_id = ?1 ORDER BY audit.device, audit.serial",
        )?;
        let mut rows = statement.query(params![id.as_bytes()])?;
        let mut entries = Vec::new();
        while let Some(row) = rows.next()? {
            let value: Option<String> = row.get(5)?;
            entries.push(HistoryEntry {
                serial: row.get::<_, u32>(0)?.into(),
                at: Moment(row.get(1)?),
                user: UserId::from_value(row.get(2)?).ok_or(StoreError::Unreadable { column: 3 })?,
                in_name_of: row.get(3)?,
                kind: row.get(4)?,
                value: value
                    .map(|text| serde_json::from_str(&text))
                    .transpose()
                    .map_err(|_| StoreError::Unreadable { column: 6 })?,
            });
        }
        Ok(entries)
    }
}
