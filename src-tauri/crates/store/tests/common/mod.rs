//! A hub in a temporary folder, and builders that state only the difference.
#![allow(
    dead_code,
    clippy::panic,
    clippy::unwrap_used,
    reason = "helpers of tests, none of which needs all of them"
)]

use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};

use domain::ids::UserId;
use domain::moment::Moment;
use domain::rights::Role;
use domain::settings::Settings;
use secrecy::SecretString;
use store::{
    Author, KeyCost, KeyPolicy, NewHub, NewUser, Reader, RecoveryKey, SignedIn, Store, StoreError, Writer,
};
use tempfile::TempDir;
use uuid::Uuid;

pub const NOW: Moment = Moment(1_795_000_000_000);
pub const CHAIR: UserId = UserId(Uuid::from_u128(7));
pub const PASSPHRASE: &str = "a quiet lane at noon";

/// Returns the key with the number `number`.
pub fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

pub fn secret(text: &str) -> SecretString {
    SecretString::from(text)
}

pub fn new_hub() -> NewHub {
    NewHub {
        settings: Settings::of_new_hub("Northbridge"),
        hub_id: id(1),
        device_id: id(2),
        users: vec![NewUser {
            id: CHAIR,
            name: "Wren Alder".into(),
            role: Role::Chair,
            passphrase: secret(PASSPHRASE),
        }],
        cost: KeyCost::for_tests(),
        now: NOW,
    }
}

/// A hub and the folder it lies in; the folder goes with it.
pub struct Hub {
    pub store: Store,
    pub recovery: RecoveryKey,
    pub folder: TempDir,
}

pub fn hub() -> Hub {
    let folder = tempfile::tempdir().unwrap();
    let (store, recovery) = Store::create(folder.path(), new_hub()).unwrap();
    Hub { store, recovery, folder }
}

impl Hub {
    pub fn read<T>(&self, read: impl FnOnce(&Reader<'_>) -> Result<T, StoreError>) -> T {
        self.store.read(read).unwrap()
    }

    pub fn write<T>(&mut self, write: impl FnOnce(&mut Writer<'_>) -> Result<T, StoreError>) -> T {
        self.try_write(write).unwrap()
    }

    pub fn try_write<T>(
        &mut self,
        write: impl FnOnce(&mut Writer<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.store.write(&Author::of(CHAIR), NOW, write)
    }

    /// Closes the hub and returns its folder.
    pub fn close(self) -> TempDir {
        drop(self.store);
        self.folder
    }
}

/// Opens a hub with the passphrase that every test hub has.
pub fn open(folder: &Path) -> Result<(Store, SignedIn), StoreError> {
    open_with(folder, PASSPHRASE, NOW)
}

pub fn open_with(folder: &Path, passphrase: &str, now: Moment) -> Result<(Store, SignedIn), StoreError> {
    Store::open(folder, &secret(passphrase), now, KeyPolicy::for_tests())
}

/// Returns the refusal of an opening, which must not succeed.
pub fn refusal(opened: Result<(Store, SignedIn), StoreError>) -> StoreError {
    match opened {
        Ok(_) => panic!("the hub opened"),
        Err(refusal) => refusal,
    }
}

/// Returns the length and a hash of every file in `folder`, so that "untouched" can be told; the lock's own files left
/// out.
pub fn contents(folder: &Path) -> BTreeMap<PathBuf, (usize, u64)> {
    files(folder)
        .into_iter()
        .map(|(path, bytes)| {
            let mut hasher = std::hash::DefaultHasher::new();
            bytes.hash(&mut hasher);
            (path, (bytes.len(), hasher.finish()))
        })
        .collect()
}

/// Returns the bytes of every file in `folder`, the lock's own left out.
pub fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let of_the_lock = ["hub.lock", "hub.holder.json"].iter().any(|name| path.ends_with(name));
        if path.is_file() && !of_the_lock {
            files.insert(path.clone(), std::fs::read(&path).unwrap());
        }
    }
    files
}
