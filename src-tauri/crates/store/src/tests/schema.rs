//! The schema is additive only once released; its snapshot shows every change.

use rusqlite::Connection;

use crate::migration::migrate;

#[test]
fn the_schema_is_the_one_of_the_snapshot() {
    let mut connection = Connection::open_in_memory().unwrap();
    migrate(&mut connection).unwrap();
    let mut statement = connection
        .prepare(
            "SELECT t.name || '.' || c.name || ' ' || c.type || iif(c.\"notnull\", ' NOT NULL', '') || iif(c.pk, ' KEY', '') \
             FROM pragma_table_list AS t JOIN pragma_table_info(t.name) AS c \
             WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' ORDER BY t.name, c.cid",
        )
        .unwrap();
    let columns: Vec<String> =
        statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    let snapshot = include_str!("schema.txt");
    // A migration that is meant writes its new snapshot with this variable set; the difference shows in review.
    if std::env::var_os("WRITE_SCHEMA_SNAPSHOT").is_some() {
        std::fs::write(
            concat!(env!("CARGO_MANIFEST_DIR"), "/src/tests/schema.txt"),
            columns.join("\n") + "\n",
        )
        .unwrap();
        return;
    }
    assert_eq!(columns.join("\n") + "\n", snapshot, "see the module's first line");
}
