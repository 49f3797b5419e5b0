//! The list of what a disposal takes against the schema, the bytes of the file afterwards, and disposals that somebody
//! with a database tool altered.

use std::collections::BTreeSet;

use domain::case::{Case, CaseKind};
use domain::episode::Episode;
use domain::ids::{CaseId, DisposalId, EpisodeId, SubjectId};
use domain::retention::{Disposal, RecordType};
use domain::subject::{Subject, SubjectPart, SubjectRole};
use rusqlite::Connection;

use super::*;
use crate::disposal::list::{EXEMPT, NAMED_IN, PLACES, place_of};
use crate::disposal::place::Fate;
use crate::migration::migrate;
use crate::{Gone, Writer};

fn migrated() -> Connection {
    let mut connection = Connection::open_in_memory().unwrap();
    migrate(&mut connection).unwrap();
    connection
}

fn column_of(connection: &Connection, sql: &str) -> Vec<String> {
    let mut statement = connection.prepare(sql).unwrap();
    statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

fn tables(connection: &Connection) -> Vec<String> {
    column_of(
        connection,
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual') \
         AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_text%' ORDER BY name",
    )
}

#[test]
fn every_table_of_the_schema_goes_with_a_record_or_is_exempt_with_a_reason() {
    let connection = migrated();
    let known: BTreeSet<&str> =
        PLACES.iter().map(|place| place.table).chain(EXEMPT.iter().map(|(table, _)| *table)).collect();
    assert_eq!(known.len(), PLACES.len() + EXEMPT.len(), "no table stands twice");
    let tables = tables(&connection);
    for table in &tables {
        assert!(known.contains(table.as_str()), "say in disposal/list.rs what a disposal does to “{table}”");
    }
    for table in known {
        assert!(tables.iter().any(|each| each == table), "“{table}” is not in the schema any more");
    }
    assert!(EXEMPT.iter().all(|(_, reason)| reason.len() > 8), "a reason says why");
}

#[test]
fn every_column_of_a_thinned_row_is_kept_or_says_what_stands_instead() {
    let connection = migrated();
    for place in PLACES {
        let Fate::Thinned { keeps, instead, .. } = place.fate else { continue };
        let declared: Vec<&str> =
            keeps.iter().copied().chain(instead.iter().map(|(name, _)| *name)).collect();
        let mut columns =
            column_of(&connection, &format!("SELECT name FROM pragma_table_info('{}')", place.table));
        columns.retain(|name| name != "removed");
        for column in &columns {
            let times = declared.iter().filter(|name| *name == column).count();
            assert_eq!(times, 1, "say once in disposal/list.rs what is left in “{}.{column}”", place.table);
        }
        assert_eq!(declared.len(), columns.len(), "“{}” declares a column that is not there", place.table);
    }
}

#[test]
fn every_reference_between_tables_is_followed_or_says_why_not() {
    let connection = migrated();
    for table in tables(&connection) {
        let references: Vec<(String, String)> = connection
            .prepare(&format!("SELECT \"from\", \"table\" FROM pragma_foreign_key_list('{table}')"))
            .unwrap()
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        for (column, parent) in references {
            match place_of(&table) {
                Some(place) => {
                    let hangs = place.hangs.contains(&(column.as_str(), parent.as_str()));
                    let stays = place.stays.iter().any(|(name, _)| *name == column);
                    assert!(hangs ^ stays, "say in disposal/list.rs whether “{table}.{column}” is followed");
                    if parent == "subject" {
                        assert!(
                            NAMED_IN.contains(&(table.as_str(), column.as_str())),
                            "{table} names people"
                        );
                    }
                }
                None => {
                    let erased = place_of(&parent).is_some_and(|place| place.fate == Fate::Erased);
                    assert!(!erased, "“{table}” stays and names rows of “{parent}”, which go");
                }
            }
        }
    }
}

const WORDS: [&str; 4] = ["Quillfeather", "Zanzibarter", "Wobblethorpe", "Xylophantic"];

/// Fills the record with a case whose words stand nowhere else, and disposes of it.
fn filled(writer: &mut Writer<'_>, round: u128) -> Result<(), StoreError> {
    let subject =
        Subject { name: format!("{} {round}", WORDS[0]), ..Subject::unknown(SubjectId(Uuid::from_u128(31))) };
    writer.put_subject(&subject)?;
    let reference = "CSH.12".parse().unwrap();
    let case = Case {
        outline: format!("{} {round} {}", WORDS[1], "and more of it ".repeat(400)),
        outside_facts: vec![WORDS[2].to_owned()],
        subjects: vec![SubjectPart { subject: subject.id, role: SubjectRole::Victim }],
        ..Case::new(CaseId(Uuid::from_u128(41)), reference, CaseKind::Person)
    };
    writer.put_case(&case)?;
    let episode = Episode::first(EpisodeId(Uuid::from_u128(51)), case.id, "2019-01-08".parse().unwrap());
    writer.put_episode(&Episode { notes: vec![WORDS[3].to_owned()], ..episode })?;
    writer.save_draft("case/CSH.12/action_line", WORDS[1])
}

fn disposal(gone: &Gone) -> Disposal {
    Disposal {
        id: DisposalId(Uuid::from_u128(61)),
        number: 1,
        on: "2026-11-24".parse().unwrap(),
        approved_by: "Wren Alder".into(),
        reason: "six years are over".into(),
        records: Vec::new(),
        rows: gone.rows(),
        values: gone.values(),
        digest: gone.digest(),
        copies: 0,
        copies_gone_by: "2026-11-24".parse().unwrap(),
    }
}

fn dispose(writer: &mut Writer<'_>) -> Result<(), StoreError> {
    let records = [(RecordType::ClosedCase, Uuid::from_u128(41))];
    let gone = writer.erase(&records, &["CSH.12".to_owned()])?;
    writer.add_disposal(&disposal(&gone), &gone)
}

fn within(connection: &mut Connection, work: impl FnOnce(&mut Writer<'_>) -> Result<(), StoreError>) {
    let transaction = connection.transaction().unwrap();
    let mut writer = Writer::begin(&transaction, Uuid::from_u128(2), &Author::of(CHAIR), NOW).unwrap();
    work(&mut writer).unwrap();
    transaction.commit().unwrap();
}

/// Returns which of the words stand in any file of the folder.
fn left_in(folder: &std::path::Path) -> Vec<&'static str> {
    let mut left = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        // Without its first letters, because the full-text index folds case and may leave out what words share.
        let found = WORDS.iter().filter(|word| {
            let tail = &word.as_bytes()[3..];
            bytes.windows(tail.len()).any(|window| window.eq_ignore_ascii_case(tail))
        });
        left.extend(found);
    }
    left
}

#[test]
fn after_a_disposal_no_page_of_the_file_holds_a_word_of_what_went() {
    // Not encrypted, because bytes on the disk could not be looked at otherwise; the pages are the same.
    let folder = tempfile::tempdir().unwrap();
    let mut connection = Connection::open(folder.path().join("plain.db")).unwrap();
    connection
        .execute_batch("PRAGMA journal_mode = WAL; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = ON")
        .unwrap();
    migrate(&mut connection).unwrap();
    for round in 0..3 {
        within(&mut connection, |writer| filled(writer, round));
    }
    assert_eq!(
        left_in(folder.path()).iter().collect::<BTreeSet<_>>().len(),
        WORDS.len(),
        "the words can be found"
    );
    within(&mut connection, dispose);
    crate::disposal::compact::compact(&connection).unwrap();
    assert_eq!(left_in(folder.path()), Vec::<&str>::new());
    let free: i64 = connection.query_row("PRAGMA freelist_count", [], |row| row.get(0)).unwrap();
    assert_eq!(free, 0);
    let report = crate::check::check(&connection, Uuid::from_u128(1)).unwrap();
    // A file that is not encrypted has no signatures for its pages, and no hub was begun in it; everything else holds.
    let of_this_file = ["cipher", "which hub it is"];
    let is_of_the_record = |told: &&String| of_this_file.iter().all(|word| !told.contains(word));
    let problems: Vec<&String> = report.problems.iter().filter(is_of_the_record).collect();
    assert!(problems.is_empty(), "{problems:?}");
}

/// Disposes of a case, alters the record as somebody with a database tool could, and returns what a check tells.
fn altered(sql: &str) -> Vec<String> {
    let (mut store, _folder) = hub();
    store.write(&Author::of(CHAIR), NOW, |writer| filled(writer, 0)).unwrap();
    store.write(&Author::of(CHAIR), NOW, dispose).unwrap();
    let whole = store.check().unwrap();
    assert!(whole.ok, "{:?}", whole.problems);
    let triggers = "DROP TRIGGER disposal_never_changes; DROP TRIGGER disposed_row_never_changes; PRAGMA foreign_keys = OFF;";
    store.connection.execute_batch(&format!("{triggers} {sql}")).unwrap();
    store.check().unwrap().problems
}

#[test]
fn a_check_verifies_what_a_disposal_says_went() {
    let cases = [
        ("DELETE FROM disposed_row WHERE of_table = 'subject'", "What disposal 1 says went was altered"),
        (
            "INSERT INTO disposed_row SELECT disposal, 'area', x'0102', 'erased' FROM disposed_row LIMIT 1",
            "What disposal 1 says went was altered",
        ),
        ("UPDATE disposal SET digest = 'x'", "Disposal 1 is not the one that the audit holds"),
        ("DELETE FROM disposal; DELETE FROM disposed_row", "A disposal that the audit holds is missing"),
        (
            "INSERT INTO subject SELECT row_key, 'Back', '[]', NULL, NULL, NULL, '[]', '[]', '[]', 0 FROM disposed_row WHERE of_table = 'subject'",
            "A row of “subject” that disposal 1 erased is there again",
        ),
    ];
    for (sql, told) in cases {
        let problems = altered(sql);
        assert!(problems.iter().any(|problem| problem == told), "{sql}: {problems:?}");
    }
}

#[test]
fn an_erased_value_that_comes_back_is_noticed() {
    let problems = altered(
        "UPDATE history SET salt = zeroblob(16), value = '{}' WHERE serial = \
         (SELECT min(serial) FROM audit WHERE kind = 'case_record')",
    );
    assert!(problems.contains(&"A value that disposal 1 erased is there again".to_owned()), "{problems:?}");
}
