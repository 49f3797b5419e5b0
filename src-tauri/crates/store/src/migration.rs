//! Migrations: numbered plain SQL, applied all or nothing, never edited once released.
//!
//! A runner of our own over `user_version`, because the ready-made one stamps its table by the system's clock.

use rusqlite::{Connection, TransactionBehavior};

use crate::error::StoreError;

/// The migrations in their order; the first makes schema 1.
const MIGRATIONS: &[&str] = &[
    include_str!("migrations/0001_record.sql"),
    include_str!("migrations/0002_referrals.sql"),
    include_str!("migrations/0003_matrices.sql"),
    include_str!("migrations/0004_case_work.sql"),
    include_str!("migrations/0005_actions.sql"),
    include_str!("migrations/0006_orders.sql"),
    include_str!("migrations/0007_retention.sql"),
    include_str!("migrations/0008_slots.sql"),
    include_str!("migrations/0009_told.sql"),
    include_str!("migrations/0010_issues.sql"),
    include_str!("migrations/0011_confirmed.sql"),
    include_str!("migrations/0012_raised.sql"),
];

/// The schema that this program writes.
pub const SCHEMA: u32 = MIGRATIONS.len() as u32;

/// Returns the schema that the database has; 0 for an empty one.
pub(crate) fn schema_of(connection: &Connection) -> Result<u32, StoreError> {
    Ok(connection.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

/// Takes the database to this program's schema, all or nothing.
pub(crate) fn migrate(connection: &mut Connection) -> Result<(), StoreError> {
    apply(connection, MIGRATIONS)
}

pub(crate) fn apply(connection: &mut Connection, migrations: &[&str]) -> Result<(), StoreError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Exclusive)?;
    let found = schema_of(&transaction)?;
    for migration in migrations.iter().skip(found as usize) {
        transaction.execute_batch(migration)?;
    }
    transaction.pragma_update(None, "user_version", migrations.len() as u32)?;
    transaction.commit()?;
    Ok(())
}
