//! Comparing the record with its audit: every row says what the audit holds of it last, none came from elsewhere, and none
//! is missing.
//!
//! The chain covers what was written, not the rows that hold it now: a row altered with a database tool is noticed here.
//! What a disposal leaves for the counts is not compared, because the audit keeps nothing of it.

use std::collections::{HashMap, HashSet};

use domain::action::{Action, ActionUpdate};
use domain::action_template::ActionTemplate;
use domain::agency::{Agency, Area, Officer};
use domain::case::{Case, CaseLink};
use domain::case_move::CaseMove;
use domain::demand::DemandCount;
use domain::episode::Episode;
use domain::forum::ForumLink;
use domain::issue::{Disclosure, Issue, IssuePart, IssuedCopy};
use domain::matrix::MatrixVersion;
use domain::meeting::{
    Attendance, Decision, Item, KeyPoint, Meeting, MinutesRevision, RoomState, WrittenUpdate,
};
use domain::order::{Order, OrderBreach, OrderEvent, OrderOffer, OrderReview, OrderType};
use domain::referral::{AgencyCheck, Referral};
use domain::retention::{Disposal, RetentionChoice};
use domain::score::Score;
use domain::subject::Subject;
use rusqlite::types::Value as Column;
use rusqlite::{Connection, params};
use serde::de::DeserializeOwned;
use serde_json::Value;
use uuid::Uuid;

use crate::error::StoreError;
use crate::migration::{SCHEMA, migrate, schema_of};
use crate::reader::Reader;
use crate::record::Record;
use crate::table::User;
use crate::writer::remembered_key;

/// How many problems are told.
const TOLD: usize = 50;

/// Returns where the record differs from what the audit holds; empty when it does nowhere.
pub(crate) fn compare(connection: &Connection, hub: Uuid) -> Result<Vec<String>, StoreError> {
    // An older backup is verified before it is migrated, when its rows cannot be read as records yet.
    if schema_of(connection)? < SCHEMA {
        return Ok(Vec::new());
    }
    let mut fresh = Connection::open_in_memory()?;
    migrate(&mut fresh)?;
    let mut comparison = Comparison { connection, fresh, seen: HashMap::new(), problems: Vec::new() };
    comparison.records()?;
    comparison.remembered("settings", "SELECT value FROM settings", &[])?;
    comparison.remembered(
        "import_row",
        "SELECT value, sheet, belongs_to, part FROM import_row",
        &["sheet", "belongs_to", "part"],
    )?;
    comparison.remembered("heading_map", "SELECT value, kind FROM heading_map", &["kind"])?;
    comparison.lights()?;
    comparison.order_of_lists()?;
    comparison.hub(hub)?;
    comparison.missing()?;
    comparison.problems.truncate(TOLD);
    Ok(comparison.problems)
}

struct Comparison<'a> {
    connection: &'a Connection,
    /// A record in which nobody wrote yet: the rows that the program brings with it stand there too.
    fresh: Connection,
    /// The keys of the rows that are there, by table.
    seen: HashMap<&'static str, HashSet<Vec<u8>>>,
    problems: Vec<String>,
}

/// What the audit holds last of a row.
enum Held {
    /// Nothing: nobody wrote it.
    Nothing,
    /// That it was there, but not what it said, because that was disposed of.
    Disposed,
    /// Its values.
    Values(Value),
    /// That it was taken back, and its values before.
    TakenBack(Option<Value>),
}

impl Comparison<'_> {
    fn records(&mut self) -> Result<(), StoreError> {
        macro_rules! each {
            ($($record:ty),* $(,)?) => { $(self.table::<$record>()?;)* };
        }
        each!(
            Action,
            ActionTemplate,
            ActionUpdate,
            Agency,
            AgencyCheck,
            Area,
            Attendance,
            Case,
            CaseLink,
            CaseMove,
            Decision,
            DemandCount,
            Disclosure,
            Disposal,
            Episode,
            ForumLink,
            Issue,
            IssuePart,
            IssuedCopy,
            Item,
            KeyPoint,
            MatrixVersion,
            Meeting,
            MinutesRevision,
            Officer,
            Order,
            OrderBreach,
            OrderEvent,
            OrderOffer,
            OrderReview,
            OrderType,
            Referral,
            RetentionChoice,
            RoomState,
            Score,
            Subject,
            User,
            WrittenUpdate,
        );
        Ok(())
    }

    /// Compares the rows of one table.
    fn table<T: Record + DeserializeOwned>(&mut self) -> Result<(), StoreError> {
        let table = T::TABLE;
        let seen = self.seen.entry(table).or_default();
        for removed in [0, 1, 2] {
            let tail = format!("WHERE removed = {removed}");
            let Ok(records) = (Reader { connection: self.connection }).list::<T>(&tail, []) else {
                self.problems.push(format!("A row of “{table}” cannot be read"));
                continue;
            };
            for record in records {
                let key = record.key().as_bytes().to_vec();
                let now = serde_json::to_value(&record).map_err(StoreError::unwritable)?;
                let problem = match (held(self.connection, table, &key)?, removed) {
                    (Held::Values(held), 0) | (Held::TakenBack(Some(held)), 1) => {
                        let whole = says(&record, &now, held) && has_its_columns(self.connection, &record)?;
                        (!whole).then_some("was altered")
                    }
                    (Held::TakenBack(None), 1) | (Held::Disposed, _) => None,
                    (Held::Nothing, 0) if brought(&self.fresh, self.connection, &record)? => None,
                    (Held::Nothing, _) => Some("was written by nobody"),
                    _ => Some("was taken back or brought back by nobody"),
                };
                self.problems.extend(problem.map(|what| format!("A row of “{table}” {what}")));
                seen.insert(key);
            }
        }
        for brought in (Reader { connection: &self.fresh }).list::<T>("WHERE removed = 0", [])? {
            if !seen.contains(brought.key().as_bytes().as_slice()) {
                self.problems.push(format!("A row of “{table}” that came with the program is missing"));
            }
        }
        // A mark that no program sets would hide a row from everything above.
        let sql = format!("SELECT count(*) FROM {table} WHERE removed NOT IN (0, 1, 2)");
        let strange: u32 = self.connection.query_row(&sql, [], |row| row.get(0))?;
        if strange > 0 {
            self.problems.push(format!("{strange} rows of “{table}” are neither there nor taken back"));
        }
        Ok(())
    }

    /// Compares the rows of a table of remembered values: the value first, then the columns of its key.
    fn remembered(&mut self, table: &'static str, sql: &str, columns: &[&str]) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare(sql)?;
        let mut rows = statement.query([])?;
        let seen = self.seen.entry(table).or_default();
        while let Some(row) = rows.next()? {
            let value: String = row.get(0)?;
            let keys: Vec<String> =
                (1..=columns.len()).map(|at| row.get(at)).collect::<rusqlite::Result<_>>()?;
            // The settings are one row without a key.
            let key = if keys.is_empty() { [0; 16].to_vec() } else { remembered_key(table, &keys).to_vec() };
            let older = key_before_hashes(&keys);
            let now: Option<Value> = serde_json::from_str(&value).ok();
            let last = match held(self.connection, table, &key)? {
                Held::Nothing => held(self.connection, table, &older)?,
                last => last,
            };
            let agrees = match last {
                Held::Values(held) => now == Some(held),
                Held::Disposed => true,
                Held::Nothing | Held::TakenBack(_) => false,
            };
            if !agrees {
                self.problems.push(format!("A row of “{table}” is not the one that the audit holds"));
            }
            seen.extend([key, older]);
        }
        Ok(())
    }

    /// Compares every light that a meeting set, those that fell among them, with the history of its action.
    fn lights(&mut self) -> Result<(), StoreError> {
        let held = "FROM audit JOIN history ON history.device = audit.device AND history.serial = audit.serial \
                    WHERE audit.kind = 'action' AND json_extract(history.value, '$.light_set.id') IS NOT NULL";
        let strange = format!(
            "SELECT count(*) FROM light_setting AS light WHERE NOT EXISTS (SELECT 1 {held} AND audit.row_id = light.action \
             AND unhex(json_extract(history.value, '$.light_set.id'), '-') = light.id \
             AND json_extract(history.value, '$.light_set.light') = light.light \
             AND json_extract(history.value, '$.light_set.reason') = light.reason \
             AND json_extract(history.value, '$.light_set.at') = light.at)"
        );
        let missing = format!(
            "SELECT count(*) {held} AND unhex(json_extract(history.value, '$.light_set.id'), '-') NOT IN \
             (SELECT id FROM light_setting)"
        );
        for sql in [strange, missing] {
            let rows: u32 = self.connection.query_row(&sql, [], |row| row.get(0))?;
            if rows > 0 {
                self.problems.push(format!("{rows} lights are not those that the audit holds"));
            }
        }
        Ok(())
    }

    /// Compares the order of lists with the order in which the audit holds them: the entries of a log count from 1 as they
    /// came, and the people of a record from 0.
    fn order_of_lists(&mut self) -> Result<(), StoreError> {
        let lists = [
            (
                "log of an action",
                "SELECT count(*) FROM (SELECT serial, row_number() OVER (PARTITION BY action ORDER BY first) AS place FROM \
                 (SELECT action_update.action, action_update.serial, min(audit.serial) AS first FROM action_update \
                 JOIN audit ON audit.row_id = action_update.id AND audit.kind = 'action_update' \
                 GROUP BY action_update.id)) WHERE serial <> place",
            ),
            (
                "list of a case's people",
                "SELECT count(*) FROM (SELECT position, row_number() OVER (PARTITION BY case_id ORDER BY position) AS place \
                 FROM case_subject) WHERE position <> place - 1",
            ),
            (
                "list of a referral's people",
                "SELECT count(*) FROM (SELECT position, row_number() OVER (PARTITION BY referral ORDER BY position) AS place \
                 FROM referral_subject) WHERE position <> place - 1",
            ),
        ];
        for (list, sql) in lists {
            let misplaced: u32 = self.connection.query_row(sql, [], |row| row.get(0))?;
            if misplaced > 0 {
                self.problems.push(format!("The {list} is not in the order in which it was written"));
            }
        }
        Ok(())
    }

    /// Compares the row that says which hub it is.
    fn hub(&mut self, hub: Uuid) -> Result<(), StoreError> {
        let sql = "SELECT count(*) FROM hub WHERE hub_id = ?1 AND created_at = (SELECT at FROM audit WHERE serial = 1)";
        let rows: u32 = self.connection.query_row(sql, [hub.as_bytes()], |row| row.get(0))?;
        if rows != 1 {
            self.problems.push("The row that says which hub it is was altered".to_owned());
        }
        Ok(())
    }

    /// Finds what the audit holds and no row does.
    fn missing(&mut self) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare("SELECT DISTINCT kind, row_id FROM audit")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (kind, key): (String, Vec<u8>) = (row.get(0)?, row.get(1)?);
            let is_there = self.seen.get(kind.as_str()).is_none_or(|seen| seen.contains(&key));
            if !is_there && self.is_owed(&kind, &key)? {
                self.problems.push(format!("A row of “{kind}” that the audit holds is missing"));
            }
        }
        Ok(())
    }

    /// Tells whether a value that an older program remembered was forgotten by one that knows it by the hash of its key.
    fn was_forgotten_since(&self, kind: &str, key: &[u8]) -> Result<bool, StoreError> {
        let keys: Vec<String> = String::from_utf8_lossy(key).split('|').map(str::to_owned).collect();
        let by_hash = held(self.connection, kind, &remembered_key(kind, &keys))?;
        Ok(matches!(by_hash, Held::TakenBack(_) | Held::Disposed))
    }

    fn is_owed(&self, kind: &str, key: &[u8]) -> Result<bool, StoreError> {
        Ok(match held(self.connection, kind, key)? {
            Held::Nothing | Held::Disposed => false,
            Held::Values(_) => !self.was_forgotten_since(kind, key)?,
            // A record that was taken back stays until disposal; a remembered value goes at once.
            Held::TakenBack(_) => !matches!(kind, "import_row" | "heading_map"),
        })
    }
}

/// Returns the key under which an older program's audit knows a remembered value.
fn key_before_hashes(keys: &[String]) -> Vec<u8> {
    keys.join("|").into_bytes()
}

/// Returns what the audit holds last of a row.
fn held(connection: &Connection, kind: &str, key: &[u8]) -> Result<Held, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT history.value FROM audit JOIN history ON history.device = audit.device AND history.serial = audit.serial \
         WHERE audit.row_id = ?1 AND audit.kind = ?2 ORDER BY audit.device DESC, audit.serial DESC LIMIT 2",
    )?;
    let mut rows = statement.query(params![key, kind])?;
    let Some(last) = rows.next()? else { return Ok(Held::Nothing) };
    let Some(value) = read(last.get(0)?) else { return Ok(Held::Disposed) };
    if value.get("removed") != Some(&Value::Bool(true)) {
        return Ok(Held::Values(value));
    }
    let before = match rows.next()? {
        Some(before) => read(before.get(0)?),
        None => None,
    };
    Ok(Held::TakenBack(before))
}

fn read(value: Option<String>) -> Option<Value> {
    value.and_then(|text| serde_json::from_str(&text).ok())
}

/// Tells whether a record, which reads `now`, is the one that the audit holds.
fn says<T: Record + DeserializeOwned>(record: &T, now: &Value, held: Value) -> bool {
    // A migration may have filled in, or given another name, what an older program did not know so.
    let by_older = || !same_fields(now, &held) && agrees(now, &held);
    *now == held || by_older() || serde_json::from_value(held).is_ok_and(|held: T| held == *record)
}

fn same_fields(now: &Value, held: &Value) -> bool {
    let (Some(now), Some(held)) = (now.as_object(), held.as_object()) else { return true };
    now.len() == held.len() && now.keys().all(|name| held.contains_key(name))
}

/// Tells whether a row holds what its record would be written as, in every column: what reading passes over counts too.
fn has_its_columns<T: Record>(connection: &Connection, record: &T) -> Result<bool, StoreError> {
    let sql = format!("SELECT {} FROM {} WHERE {} = ?1", T::COLUMNS.join(", "), T::TABLE, T::COLUMNS[0]);
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query([record.key().as_bytes()])?;
    let Some(row) = rows.next()? else { return Ok(false) };
    for (at, written) in record.values().into_iter().enumerate() {
        let found: Column = row.get(at)?;
        let same = match (&written, &found) {
            // A list that an older program wrote may lack what its entries have now.
            (Column::Text(written), Column::Text(found)) if written != found => {
                match (serde_json::from_str(written), serde_json::from_str(found)) {
                    (Ok(written), Ok(found)) => agrees(&written, &found),
                    _ => false,
                }
            }
            // A column that came later is empty in what was written before, and reads as it should.
            (_, Column::Null) => true,
            _ => written == found,
        };
        if !same {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Tells whether whatever both know reads the same in both.
fn agrees(now: &Value, held: &Value) -> bool {
    match (now, held) {
        (Value::Object(now), Value::Object(held)) => {
            held.iter().all(|(name, held)| now.get(name).is_none_or(|now| agrees(now, held)))
        }
        (Value::Array(now), Value::Array(held)) => {
            now.len() == held.len() && now.iter().zip(held).all(|(now, held)| agrees(now, held))
        }
        _ => now == held,
    }
}

/// Tells whether a row of which the audit holds nothing came with the program, or from what an older one held.
fn brought<T: Record>(fresh: &Connection, connection: &Connection, record: &T) -> Result<bool, StoreError> {
    if (Reader { connection: fresh }).get::<T>(record.key())?.as_ref() == Some(record) {
        return Ok(true);
    }
    // Orders of before schema 6 begin with the step that they were found at, whose key is the order's own.
    let sql =
        "SELECT EXISTS (SELECT 1 FROM order_event WHERE id = ?1 AND order_id = ?1 AND kind = 'as_found')";
    let as_found = || connection.query_row(sql, [record.key().as_bytes()], |row| row.get(0));
    Ok(T::TABLE == "order_event" && as_found()?)
}
