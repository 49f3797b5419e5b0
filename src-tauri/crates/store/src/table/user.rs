//! The people with a passphrase, as the record names them; their keys stand in the key file.

use domain::ids::UserId;
use domain::rights::Role;
use serde::{Deserialize, Serialize};

use crate::error::StoreError;
use crate::reader::Reader;
use crate::record::record;
use crate::writer::Writer;

/// A person with a passphrase.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct User {
    /// The key.
    pub id: UserId,
    /// The name as papers and the audit write it.
    pub name: String,
    /// What the person may do.
    pub role: Role,
    /// False once the passphrase was taken away; the audit still names the person.
    pub active: bool,
}

record! { User in "user", found by |_| None, key id, { id, name, role, active } }

impl Reader<'_> {
    /// Returns everybody who has or had a passphrase, by name.
    pub fn list_users(&self) -> Result<Vec<User>, StoreError> {
        self.list("WHERE removed = 0 ORDER BY name, id", [])
    }

    /// Returns a user; absent when there is none.
    pub fn get_user(&self, id: UserId) -> Result<Option<User>, StoreError> {
        self.get(id.0)
    }
}

impl Writer<'_> {
    /// Adds or amends a user; returns whether anything changed.
    pub fn put_user(&mut self, user: &User) -> Result<bool, StoreError> {
        self.put(user)
    }
}
