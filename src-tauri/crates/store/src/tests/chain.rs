//! The audit's chain against somebody who has the key and a database tool.

use proptest::prelude::*;

use super::*;

/// Alters the record as somebody with a database tool could, triggers out of the way.
fn tampered(sql: &str) -> Vec<String> {
    let (store, _folder) = hub_with_areas(5);
    assert!(store.check().unwrap().ok, "whole before");
    store
        .connection
        .execute_batch(&format!("DROP TRIGGER audit_never_changes; DROP TRIGGER audit_never_shrinks; {sql}"))
        .unwrap();
    let report = store.check().unwrap();
    assert_eq!(report.ok, report.problems.is_empty());
    report.problems
}

#[test]
fn the_chain_of_an_honest_record_verifies_and_is_counted() {
    let (store, _folder) = hub_with_areas(5);
    let report = store.check().unwrap();
    assert_eq!(report.problems, Vec::<String>::new());
    // Settings and user at the beginning, five areas, five renamings.
    assert_eq!(report.audit_rows, 12);
    assert_eq!(store.read(|reader| reader.audit_head()).unwrap().serial, 12);
}

#[test]
fn an_altered_row_of_the_audit_is_named() {
    for column in
        ["at = at + 1", "user = x'00000000000000000000000000000099'", "in_name_of = 'Ash'", "kind = 'case'"]
    {
        let problems = tampered(&format!("UPDATE audit SET {column} WHERE serial = 4"));
        assert_eq!(problems, ["Audit row 4 was altered"], "{column}");
    }
}

#[test]
fn a_deleted_row_leaves_a_gap_and_a_broken_link() {
    let problems = tampered("DELETE FROM audit WHERE serial = 4; DELETE FROM history WHERE serial = 4");
    assert_eq!(problems, ["Audit row 4 is missing", "Audit row 5 does not follow from the row before it"]);
}

#[test]
fn two_rows_that_changed_places_are_noticed() {
    let problems = tampered(
        "UPDATE audit SET serial = 999 WHERE serial = 4; UPDATE audit SET serial = 4 WHERE serial = 5; \
         UPDATE audit SET serial = 5 WHERE serial = 999",
    );
    assert!(problems.contains(&"Audit row 4 was altered".to_owned()), "{problems:?}");
}

#[test]
fn an_altered_or_missing_value_is_noticed() {
    let altered = tampered("UPDATE history SET value = replace(value, 'Ward', 'Park') WHERE serial = 5");
    assert_eq!(altered, ["The value of audit row 5 was altered"]);
    let missing = tampered("DELETE FROM history WHERE serial = 5");
    assert_eq!(missing, ["The value of audit row 5 is missing"]);
}

#[test]
fn a_value_that_no_disposal_names_may_not_be_erased() {
    let erase = "UPDATE history SET salt = NULL, value = NULL WHERE serial = 5";
    assert_eq!(tampered(erase), ["The value of audit row 5 was erased without a disposal"]);
}

#[test]
fn a_cut_tail_is_told_by_the_head_that_was_printed() {
    let (mut store, _folder) = hub_with_areas(5);
    // A note is about no row, so that without it the record still says what the chain holds.
    store.write(&Author::of(CHAIR), NOW, |writer| writer.note("unlock", None, &"passphrase")).unwrap();
    let printed = store.read(|reader| reader.audit_head()).unwrap();
    assert!(store.check_against(&printed).unwrap().ok);
    store
        .connection
        .execute_batch("DROP TRIGGER audit_never_shrinks; DELETE FROM audit WHERE serial > 12; DELETE FROM history WHERE serial > 12")
        .unwrap();
    assert!(store.check().unwrap().ok, "what is left is a chain");
    let report = store.check_against(&printed).unwrap();
    assert_eq!(report.problems, ["The audit ends before row 13, which a paper or backup names as written"]);
}

#[test]
fn a_tail_cut_below_what_the_record_holds_is_told_without_a_head() {
    let problems = tampered("DELETE FROM audit WHERE serial > 9; DELETE FROM history WHERE serial > 9");
    assert_eq!(problems, ["A row of “area” was altered"; 3]);
}

#[test]
fn a_row_that_was_altered_added_taken_or_brought_back_behind_the_audit_is_told() {
    let area = "x'00000000000000000000000000000064'";
    for (sql, told) in [
        (format!("UPDATE area SET name = 'Park 0' WHERE id = {area}"), "A row of “area” was altered"),
        (format!("DELETE FROM area WHERE id = {area}"), "A row of “area” that the audit holds is missing"),
        (
            format!("UPDATE area SET removed = 1 WHERE id = {area}"),
            "A row of “area” was taken back or brought back by nobody",
        ),
        (
            format!("UPDATE area SET removed = 3 WHERE id = {area}"),
            "1 rows of “area” are neither there nor taken back",
        ),
        (
            "INSERT INTO area VALUES (x'00000000000000000000000000000001', 'Nowhere', 0)".to_owned(),
            "A row of “area” was written by nobody",
        ),
        (
            "UPDATE settings SET value = replace(value, 'Northbridge', 'Southbridge')".to_owned(),
            "A row of “settings” is not the one that the audit holds",
        ),
        (
            "UPDATE order_type SET name = 'ABD' WHERE name = 'ABC'".to_owned(),
            "A row of “order_type” was written by nobody",
        ),
        (
            "UPDATE hub SET created_at = created_at + 1".to_owned(),
            "The row that says which hub it is was altered",
        ),
    ] {
        let problems = tampered(&sql);
        assert_eq!(problems.first().map(String::as_str), Some(told), "{sql}");
    }
}

#[test]
fn the_database_itself_refuses_to_alter_the_audit() {
    let (store, _folder) = hub_with_areas(1);
    for sql in ["UPDATE audit SET at = 0", "DELETE FROM audit"] {
        let refused = store.connection.execute_batch(sql).unwrap_err().to_string();
        assert!(refused.contains("append-only"), "{refused}");
    }
}

#[test]
fn a_row_that_names_nothing_is_noticed() {
    let (store, _folder) = hub_with_areas(1);
    store
        .connection
        .execute_batch(
            "PRAGMA foreign_keys = OFF; INSERT INTO officer VALUES (x'01', x'02', 'a', '', '', '', 0, 1, 0)",
        )
        .unwrap();
    let problems = store.check().unwrap().problems;
    assert_eq!(problems[0], "1 rows of “officer” name a “agency” that is not there");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn every_alteration_of_any_row_is_detected(serial in 1_u32..=12, how in 0_usize..7) {
        let sql = [
            "UPDATE audit SET at = at - 1 WHERE serial = ?",
            "UPDATE audit SET row_id = x'00' WHERE serial = ?",
            "UPDATE audit SET value_hash = zeroblob(32) WHERE serial = ?",
            "UPDATE audit SET previous_hash = hash WHERE serial = ?",
            "UPDATE audit SET hash = zeroblob(32) WHERE serial = ?",
            "UPDATE history SET salt = zeroblob(16) WHERE serial = ?",
            "UPDATE history SET value = value || ' ' WHERE serial = ?",
        ][how];
        let problems = tampered(&sql.replace('?', &serial.to_string()));
        prop_assert!(!problems.is_empty(), "{} at {}", sql, serial);
    }
}
