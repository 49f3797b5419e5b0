//! The encrypted store: key file, database, tables, search, audit, backups. Alone names `rusqlite`.

mod audit;
mod backup;
mod check;
mod column;
mod connection;
mod digest;
mod disk;
mod disposal;
mod error;
mod integrity;
pub mod key_file;
mod keys;
mod lock;
mod migration;
pub mod place;
mod reader;
mod record;
mod restore;
mod rotation;
mod search;
mod store;
mod table;
mod writer;

pub use audit::{AuditHead, HistoryEntry};
pub use backup::{Backup, Copies, backup_folder_of, find_backups, list_backups};
pub use check::CheckReport;
pub use digest::Digests;
pub use disposal::Gone;
pub use error::StoreError;
pub use key_file::{KeyCost, KeyPolicy, RecoveryKey, SignedIn, random_key};
pub use keys::OldKey;
pub use lock::Holder;
pub use migration::SCHEMA;
pub use reader::Reader;
pub use restore::Restored;
pub use rotation::Rotated;
pub use search::Hit;
pub use store::{NewHub, NewUser, Store};
pub use table::{Draft, ImportKey, User};
pub use writer::{Author, Writer};

// Because records with chance values serve the tests on both sides of the store's wall.
#[cfg(test)]
#[path = "../tests/common/dice/mod.rs"]
mod dice;
#[cfg(test)]
#[path = "../tests/common/everything.rs"]
mod everything;

#[cfg(test)]
mod tests;
