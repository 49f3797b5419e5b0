//! The key file `hub.json`: who can open the hub, and with what.
//!
//! The database is encrypted with a random key. Each slot holds that key once more, wrapped under a passphrase or under
//! the recovery key, so that adding or removing a user touches the key file and nothing else.

mod attempts;
mod cost;
mod data_key;
mod file;
mod peek;
mod recovery;
mod slot;
mod unlock;

pub use cost::{KeyCost, KeyPolicy};
pub use peek::{HubState, peek};
pub use recovery::RecoveryKey;
pub use slot::random_key;
pub use unlock::SignedIn;

pub(crate) use data_key::DataKey;
pub(crate) use file::{KeyFile, path_in};
pub(crate) use slot::SlotUser;
pub(crate) use unlock::{OpenedSlot, Secret};
