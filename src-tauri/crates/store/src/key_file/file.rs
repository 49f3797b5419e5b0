//! The key file as it stands on the disk, replaced atomically.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use domain::ids::UserId;
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::cost::KeyCost;
use super::data_key::DataKey;
use super::recovery::RecoveryKey;
use super::slot::{Slot, SlotKind, SlotUser};
use crate::disk;
use crate::error::StoreError;
use crate::migration::SCHEMA;

/// The format of the key file itself.
const FORMAT: u32 = 1;
const NAME: &str = "hub.json";

/// Returns where the key file of a folder lies.
pub(crate) fn path_in(folder: &Path) -> PathBuf {
    folder.join(NAME)
}

/// The key file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct KeyFile {
    format: u32,
    pub schema_version: u32,
    pub hub_id: Uuid,
    pub device_id: Uuid,
    /// Whether it is a sample hub, whose passphrase the unlock screen shows.
    #[serde(default)]
    pub sample: bool,
    pub slots: Vec<Slot>,
    /// The number of the data key that the first slot will hold.
    #[serde(skip)]
    next_generation: u32,
}

/// What can be read of a key file of any version.
#[derive(Deserialize)]
struct Versions {
    format: u32,
    schema_version: u32,
}

impl KeyFile {
    /// Returns a key file without slots.
    pub fn new(hub_id: Uuid, device_id: Uuid, sample: bool) -> Self {
        Self {
            format: FORMAT,
            schema_version: SCHEMA,
            hub_id,
            device_id,
            sample,
            slots: Vec::new(),
            next_generation: 0,
        }
    }

    /// Reads the key file of `folder`; refuses one of a newer program, and one that is not whole.
    pub fn load(folder: &Path) -> Result<Self, StoreError> {
        let bytes = fs::read(path_in(folder)).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound if folder.join(crate::store::DATABASE).exists() => {
                StoreError::damaged("the key file hub.json is missing")
            }
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => StoreError::NoHub(folder.to_owned()),
            _ => StoreError::disk("Reading the key file hub.json")(error),
        })?;
        let damaged = |_| StoreError::damaged("the key file hub.json cannot be read");
        // Versions first, because a newer file may hold what this program cannot read.
        let versions: Versions = serde_json::from_slice(&bytes).map_err(damaged)?;
        for (found, known) in [(versions.format, FORMAT), (versions.schema_version, SCHEMA)] {
            if found > known {
                return Err(StoreError::Newer { found, known });
            }
        }
        serde_json::from_slice(&bytes).map_err(damaged)
    }

    /// Replaces the key file of `folder` by this one.
    pub fn save(&self, folder: &Path) -> Result<(), StoreError> {
        let text = serde_json::to_vec_pretty(self).map_err(StoreError::unwritable)?;
        disk::replace(&path_in(folder), &text)
    }

    /// Adds a slot for a user's passphrase, in place of the one that the user had.
    pub fn add_passphrase(
        &mut self,
        user: SlotUser,
        passphrase: &SecretString,
        cost: KeyCost,
        key: &DataKey,
    ) -> Result<(), StoreError> {
        let secret = passphrase.expose_secret();
        if secret.trim().is_empty() {
            return Err(StoreError::NoPassphrase(user.name));
        }
        let id = user.id;
        let slot = Slot::wrap(self.hub_id, SlotKind::Passphrase, Some(user), secret.as_bytes(), cost, key)?;
        self.remove_passphrase(id);
        self.push(slot);
        Ok(())
    }

    /// Removes a user's slot.
    pub fn remove_passphrase(&mut self, id: UserId) {
        self.slots.retain(|slot| slot.user.as_ref().is_none_or(|user| user.id != id));
    }

    /// Adds a slot for a new recovery key, and returns that.
    pub fn add_recovery(&mut self, cost: KeyCost, key: &DataKey) -> Result<RecoveryKey, StoreError> {
        let recovery = RecoveryKey::random()?;
        let secret = recovery.shown().as_bytes();
        self.push(Slot::wrap(self.hub_id, SlotKind::Recovery, None, secret, cost, key)?);
        Ok(recovery)
    }

    /// Removes the slot of the recovery key.
    pub fn remove_recovery(&mut self) {
        self.slots.retain(|slot| slot.kind != SlotKind::Recovery);
    }

    fn push(&mut self, slot: Slot) {
        self.slots.push(Slot { generation: self.generation(), ..slot });
    }

    /// Returns the number of the newest data key that a slot holds.
    fn generation(&self) -> u32 {
        self.slots.iter().map(|slot| slot.generation).max().unwrap_or(self.next_generation)
    }

    /// Returns this key file without a slot, ready to be given those of a data key that takes the place of the present one.
    pub fn of_next_key(&self) -> Self {
        Self { slots: Vec::new(), next_generation: self.generation() + 1, ..self.clone() }
    }

    /// Returns this key file with the slot of `user` alone.
    pub fn of_user(mut self, user: UserId) -> Self {
        self.slots.retain(|slot| slot.user.as_ref().is_some_and(|holder| holder.id == user));
        self
    }

    /// Returns this key file with the slots of `next` beside its own.
    pub fn with_next(&self, next: &Self) -> Self {
        Self { slots: [next.slots.as_slice(), self.slots.as_slice()].concat(), ..self.clone() }
    }

    /// Tells whether the power failed while one data key took the place of another.
    pub fn holds_several_keys(&self) -> bool {
        self.slots.iter().any(|slot| slot.generation != self.generation())
    }

    /// Forgets the slots of every data key but the one that opened the record; returns whether there were any.
    pub fn keep_generation(&mut self, generation: u32) -> bool {
        let before = self.slots.len();
        self.slots.retain(|slot| slot.generation == generation);
        self.slots.len() < before
    }
}

/// Bytes as hexadecimal text in the file.
pub(super) mod hexadecimal {
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    use crate::audit::hexadecimal;

    pub fn serialize<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&hexadecimal(bytes))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u8>, D::Error> {
        let text = String::deserialize(deserializer)?;
        let digits = text.as_bytes();
        if digits.len() % 2 != 0 {
            return Err(D::Error::custom("an odd number of hexadecimal digits"));
        }
        let digit = |sign: u8| {
            char::from(sign).to_digit(16).ok_or_else(|| D::Error::custom("not a hexadecimal digit"))
        };
        digits.chunks(2).map(|pair| Ok((digit(pair[0])? * 16 + digit(pair[1])?) as u8)).collect()
    }
}
