//! A hub from before steps and types of orders were kept opens with both.

use rusqlite::Connection;

use crate::migration::apply;

const BEFORE: &str = include_str!("../migrations/0001_record.sql");
const ORDERS: &str = include_str!("../migrations/0006_orders.sql");

fn text(connection: &Connection, sql: &str) -> String {
    connection.query_row(sql, [], |row| row.get(0)).unwrap()
}

#[test]
fn an_order_of_an_older_hub_gets_its_type_and_the_step_it_was_found_at() {
    let mut connection = Connection::open_in_memory().unwrap();
    apply(&mut connection, &[BEFORE]).unwrap();
    connection
        .execute_batch(
            "INSERT INTO order_record (id, kind, attached_to, stage, in_place_on, ended_on, outcome, note) VALUES \
             (x'01', 'abc', 'alone', 'ended', '2026-03-01', '2026-09-01', 'positive', ''), \
             (x'02', 'Full Order', 'alone', 'in_place', NULL, NULL, NULL, '')",
        )
        .unwrap();
    apply(&mut connection, &[BEFORE, ORDERS]).unwrap();
    let of = |column: &str, order: &str| {
        text(
            &connection,
            &format!("SELECT coalesce({column}, 'none') FROM order_event WHERE order_id = {order}"),
        )
    };
    assert_eq!((of("kind", "x'01'").as_str(), of("day", "x'01'").as_str()), ("as_found", "2026-09-01"));
    assert_eq!((of("stage", "x'02'").as_str(), of("day", "x'02'").as_str()), ("in_place", "none"));
    let named = "SELECT name FROM order_record JOIN order_type ON order_type.id = order_type WHERE order_record.id = x'01'";
    assert_eq!(text(&connection, named), "ABC", "capitals do not count");
    let without = "SELECT count(*) || '' FROM order_record WHERE order_type IS NULL";
    assert_eq!(text(&connection, without), "1", "what the list does not name keeps its name alone");
}
