//! Gathering what goes with a record: down the list of tables, until nothing more hangs on what was found.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;
use uuid::Uuid;

use super::list::{NAMED_IN, PLACES};
use super::place::Place;
use crate::column::Column;
use crate::error::StoreError;

/// The keys of what goes, by table.
pub(crate) type Found = BTreeMap<&'static str, BTreeSet<Uuid>>;

/// Returns everything that hangs on the rows of `roots`, themselves among it, and the people whom nothing else names.
pub(crate) fn gather(connection: &Connection, roots: &[(&'static str, Uuid)]) -> Result<Found, StoreError> {
    let mut found = Found::new();
    for (table, id) in roots {
        found.entry(*table).or_default().insert(*id);
    }
    let mut grew = true;
    while grew {
        grew = false;
        for place in PLACES {
            grew |= hanging(connection, place, &mut found)?;
        }
    }
    let lonely = lonely(connection, &found)?;
    if !lonely.is_empty() {
        // What hangs on a person, a choice made for the person, is found in a second round.
        let people: Vec<(&'static str, Uuid)> = lonely.into_iter().map(|id| ("subject", id)).collect();
        for (table, ids) in gather(connection, &people)? {
            found.entry(table).or_default().extend(ids);
        }
    }
    Ok(found)
}

fn hanging(connection: &Connection, place: &Place, found: &mut Found) -> Result<bool, StoreError> {
    let Some(key) = place.key else { return Ok(false) };
    let mut more = BTreeSet::new();
    for (column, parent) in place.hangs {
        let parents = found.get(parent).cloned().unwrap_or_default();
        let sql = format!("SELECT {key} FROM {} WHERE {column} = ?1", place.table);
        let mut statement = connection.prepare_cached(&sql)?;
        for id in parents {
            let mut rows = statement.query([id.to_value()])?;
            while let Some(row) = rows.next()? {
                more.insert(Uuid::from_value(row.get(0)?).ok_or(StoreError::Unreadable { column: 1 })?);
            }
        }
    }
    let known = found.entry(place.table).or_default();
    let before = known.len();
    known.extend(more);
    Ok(known.len() > before)
}

/// Returns the people whom the rows that go name, and no row that stays.
fn lonely(connection: &Connection, found: &Found) -> Result<BTreeSet<Uuid>, StoreError> {
    let mut named = BTreeSet::new();
    for (table, column) in NAMED_IN {
        for (parent, parents) in parents_of(table, found) {
            let sql = format!("SELECT {column} FROM {table} WHERE {parent} = ?1 AND {column} IS NOT NULL");
            for id in parents {
                named.extend(column_of(connection, &sql, id)?);
            }
        }
    }
    let mut lonely = BTreeSet::new();
    for person in named {
        if !named_elsewhere(connection, person, found)? {
            lonely.insert(person);
        }
    }
    Ok(lonely)
}

/// Returns by which column, and for which keys, the rows of `table` go.
fn parents_of(table: &str, found: &Found) -> Vec<(&'static str, BTreeSet<Uuid>)> {
    let Some(place) = super::list::place_of(table) else { return Vec::new() };
    match place.key {
        Some(key) => vec![(key, found.get(place.table).cloned().unwrap_or_default())],
        None => place
            .hangs
            .iter()
            .map(|(column, parent)| (*column, found.get(parent).cloned().unwrap_or_default()))
            .collect(),
    }
}

fn named_elsewhere(connection: &Connection, person: Uuid, found: &Found) -> Result<bool, StoreError> {
    for (table, column) in NAMED_IN {
        for (parent, going) in parents_of(table, found) {
            let sql = format!("SELECT {parent} FROM {table} WHERE {column} = ?1");
            if column_of(connection, &sql, person)?.iter().any(|id| !going.contains(id)) {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

fn column_of(connection: &Connection, sql: &str, id: Uuid) -> Result<Vec<Uuid>, StoreError> {
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query([id.to_value()])?;
    let mut values = Vec::new();
    while let Some(row) = rows.next()? {
        values.push(Uuid::from_value(row.get(0)?).ok_or(StoreError::Unreadable { column: 1 })?);
    }
    Ok(values)
}
