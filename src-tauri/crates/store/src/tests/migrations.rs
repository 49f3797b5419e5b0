//! Migrations are all or nothing.

use rusqlite::Connection;

use super::{NOW, hub};
use crate::migration::{SCHEMA, apply, migrate, schema_of};
use crate::{KeyPolicy, Store, StoreError};

fn tables(connection: &Connection) -> i64 {
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0)).unwrap()
}

#[test]
fn an_empty_database_is_taken_to_the_present_schema_once() {
    let mut connection = Connection::open_in_memory().unwrap();
    assert_eq!(schema_of(&connection).unwrap(), 0);
    migrate(&mut connection).unwrap();
    let made = tables(&connection);
    assert_eq!(schema_of(&connection).unwrap(), SCHEMA);
    migrate(&mut connection).unwrap();
    assert_eq!(tables(&connection), made, "a second time changes nothing");
}

#[test]
fn a_migration_that_fails_half_way_leaves_the_schema_as_it_was() {
    let mut connection = Connection::open_in_memory().unwrap();
    apply(&mut connection, &["CREATE TABLE one (a INTEGER)"]).unwrap();
    let failing =
        ["", "CREATE TABLE two (a INTEGER); INSERT INTO one VALUES (1)", "CREATE TABLE one (a INTEGER)"];
    assert!(apply(&mut connection, &failing).is_err());
    assert_eq!((schema_of(&connection).unwrap(), tables(&connection)), (1, 1));
    let rows: i64 = connection.query_row("SELECT count(*) FROM one", [], |row| row.get(0)).unwrap();
    assert_eq!(rows, 0);
    apply(&mut connection, &failing[..2]).unwrap();
    assert_eq!(
        (schema_of(&connection).unwrap(), tables(&connection)),
        (2, 2),
        "the first one is not applied again"
    );
}

#[test]
fn a_database_of_a_newer_program_is_refused_also_when_its_key_file_is_old() {
    let (store, folder) = hub();
    store.connection.pragma_update(None, "user_version", SCHEMA + 1).unwrap();
    drop(store);
    let before = std::fs::read(folder.path().join("hub.db")).unwrap();
    let passphrase = "a quiet lane".to_owned().into();
    let refused = Store::open(folder.path(), &passphrase, NOW, KeyPolicy::for_tests()).err().unwrap();
    let StoreError::Newer { found, known } = refused else { panic!("{refused}") };
    assert_eq!((found, known), (SCHEMA + 1, SCHEMA));
    assert!(std::fs::read(folder.path().join("hub.db")).unwrap() == before, "not a byte was touched");
}

#[test]
fn how_to_reach_a_referrer_survives_from_the_first_schema() {
    let mut connection = Connection::open_in_memory().unwrap();
    apply(&mut connection, &[include_str!("../migrations/0001_record.sql")]).unwrap();
    connection
        .execute(
            "INSERT INTO referral (id, number, source, received_on, referrer_name, referrer_contact, title, problem,
             victims, offenders, safeguarding, tried, place, status, outcomes, note)
             VALUES (x'00112233445566778899aabbccddeeff', 61, 'partner', '2026-11-12', 'A Field', '01632 960200, room 4',
             '', 'Noise', '', '', '', '', '', 'in_triage', '[]', '')",
            [],
        )
        .unwrap();
    migrate(&mut connection).unwrap();
    let kept: (String, String, String) = connection
        .query_row("SELECT referrer_contact, referrer_email, answers FROM referral", [], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })
        .unwrap();
    assert_eq!(kept, ("01632 960200, room 4".into(), String::new(), "{}".into()));
}
