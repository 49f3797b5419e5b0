//! Who can open the hub: passphrases given, changed and taken away, the recovery key, and another data key for all of it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use domain::ids::UserId;
use domain::moment::Moment;
use rusqlite::Connection;
use secrecy::SecretString;
use uuid::Uuid;

use crate::backup::{let_go, list_backups};
use crate::check::check;
use crate::connection;
use crate::disk;
use crate::disposal::journal;
use crate::error::StoreError;
use crate::key_file::{DataKey, KeyCost, KeyFile, KeyPolicy, RecoveryKey, Secret, SlotUser};
use crate::store::{DATABASE, Store};
use crate::table::User;
use crate::writer::{Author, Writer};

/// The record while it is encrypted under its next key.
const STAGED: &str = "hub.renewed.db";

/// The kind of audit row that another data key leaves.
const RENEWED: &str = "key renewed";

/// A key that opens old copies and not the hub any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OldKey {
    /// Whose passphrase it is; absent for a recovery key.
    pub whose: Option<String>,
    /// How many of the copies in the hub's own folder it opens.
    pub copies: u32,
}

/// A copy that an old key opens, with whose keys these are; absent for a recovery key.
type OldCopy = (PathBuf, Vec<Option<String>>);

impl Store {
    /// Gives a user of the record a passphrase, in place of the one that the user had.
    pub fn set_passphrase(
        &self,
        user: &User,
        passphrase: &SecretString,
        cost: KeyCost,
    ) -> Result<(), StoreError> {
        let mut key_file = KeyFile::load(&self.folder)?;
        key_file.add_passphrase(holder(user), passphrase, cost, &self.key)?;
        key_file.save(&self.folder)
    }

    /// Takes a user's passphrase away. Older backups keep their own key file, which it still opens.
    pub fn remove_passphrase(&self, user: UserId) -> Result<(), StoreError> {
        let mut key_file = KeyFile::load(&self.folder)?;
        key_file.remove_passphrase(user);
        key_file.save(&self.folder)
    }

    /// Lets through who knows the passphrase of `user`; a wrong one is counted like one at the door.
    pub fn prove_passphrase(
        &self,
        user: UserId,
        passphrase: &SecretString,
        now: Moment,
        policy: KeyPolicy,
    ) -> Result<(), StoreError> {
        let key_file = KeyFile::load(&self.folder)?.of_user(user);
        key_file.unlock(&self.folder, &Secret::Passphrase(passphrase, None), now, policy).map(drop)
    }

    /// Returns those who hold a passphrase.
    pub fn holders(&self) -> Result<Vec<UserId>, StoreError> {
        let slots = KeyFile::load(&self.folder)?.slots;
        Ok(slots.into_iter().filter_map(|slot| slot.user).map(|user| user.id).collect())
    }

    /// Returns a new recovery key, in place of the present one, which opens nothing any more but older backups.
    pub fn renew_recovery(&self, cost: KeyCost) -> Result<RecoveryKey, StoreError> {
        let mut key_file = KeyFile::load(&self.folder)?;
        key_file.remove_recovery();
        let recovery = key_file.add_recovery(cost, &self.key)?;
        key_file.save(&self.folder)?;
        Ok(recovery)
    }

    /// Encrypts the record under another data key, and returns the recovery key that goes with it. Of all users only
    /// `holders` have a passphrase afterwards, because nobody else's is at hand to wrap the new key under.
    ///
    /// The power may fail at any point: until the record has taken the place of the former one, the key file holds both
    /// keys.
    pub fn renew_key(
        &mut self,
        by: &Author,
        holders: &[(User, SecretString)],
        cost: KeyCost,
        now: Moment,
    ) -> Result<RecoveryKey, StoreError> {
        let before = KeyFile::load(&self.folder)?;
        let (key, mut next) = (DataKey::random()?, before.of_next_key());
        for (user, passphrase) in holders {
            next.add_passphrase(holder(user), passphrase, cost, &key)?;
        }
        let recovery = next.add_recovery(cost, &key)?;
        let staged = self.folder.join(STAGED);
        let renewed = self.stage_under(&key, &staged, by, now).and_then(|()| {
            before.with_next(&next).save(&self.folder)?;
            self.take_over(&staged, &key)
        });
        if renewed.is_err() && self.key.bytes() != key.bytes() {
            // As it was; the refusal that matters is the one already in hand.
            let _ = before.save(&self.folder);
            connection::clear(&staged);
        }
        renewed?;
        next.save(&self.folder)?;
        journal::keep(&self.folder, &self.key, &self.connection)?;
        Ok(recovery)
    }

    /// Makes a copy of the record under `key`, with a note of it in its audit, and checks it.
    fn stage_under(&self, key: &DataKey, staged: &Path, by: &Author, now: Moment) -> Result<(), StoreError> {
        connection::clear(staged);
        let mut copy = connection::create_copy(staged, &self.key)?;
        rusqlite::backup::Backup::new(&self.connection, &mut copy)?.run_to_completion(
            1000,
            std::time::Duration::ZERO,
            None,
        )?;
        connection::encrypt_anew(&copy, staged, key)?;
        let transaction = copy.transaction()?;
        Writer::begin(&transaction, self.device_id(), by, now)?.note(RENEWED, None, &"data key")?;
        transaction.commit()?;
        if let Some(problem) = check(&copy, self.hub_id())?.problems.into_iter().next() {
            return Err(StoreError::CopyDiffers(problem));
        }
        copy.close().map_err(|(_, error)| error)?;
        disk::flush_file(staged)
    }

    /// Puts the staged record in the place of the present one and goes on with it; what was there stays when that fails.
    fn take_over(&mut self, staged: &Path, key: &DataKey) -> Result<(), StoreError> {
        let path = self.folder.join(DATABASE);
        let meanwhile = Connection::open_in_memory()?;
        let present = std::mem::replace(&mut self.connection, meanwhile);
        // Closing it takes the log with it: one that stayed would be played into the record that takes this one's place.
        drop(present);
        let moved = match connection::waits_in_log(&path) {
            true => Err(std::io::Error::other("its log is still in use")),
            false => fs::rename(staged, &path),
        };
        if moved.is_ok() {
            self.key = key.clone();
        }
        self.connection = connection::open(&path, &self.key)?;
        moved.map_err(StoreError::disk("Putting the renewed record in its place"))?;
        disk::flush_folder(&self.folder)
    }

    /// Returns whose keys open copies in the hub's own folder and not the hub any more.
    pub fn old_keys(&self) -> Result<Vec<OldKey>, StoreError> {
        let mut found: BTreeMap<Option<String>, u32> = BTreeMap::new();
        for (_, mut whose) in self.copies_under_old_keys()? {
            whose.sort();
            whose.dedup();
            for who in whose {
                *found.entry(who).or_default() += 1;
            }
        }
        Ok(found.into_iter().map(|(whose, copies)| OldKey { whose, copies }).collect())
    }

    /// Removes the copies in the hub's own folder that a key opens which does not open the hub any more, and returns how
    /// many there were. Whoever asks has made a newer copy first.
    pub fn remove_copies_under_old_keys(&self) -> Result<u32, StoreError> {
        let mut removed = 0;
        for (path, _) in self.copies_under_old_keys()? {
            let_go(&path)?;
            removed += 1;
        }
        if removed > 0 {
            disk::flush_folder(&self.backup_folder())?;
        }
        Ok(removed)
    }

    /// Returns the copies that an old key opens, each with whose keys these are.
    fn copies_under_old_keys(&self) -> Result<Vec<OldCopy>, StoreError> {
        let present: Vec<Uuid> = KeyFile::load(&self.folder)?.slots.iter().map(|slot| slot.id).collect();
        let mut found = Vec::new();
        for backup in list_backups(&self.backup_folder())? {
            // A copy whose key file cannot be read is opened by nobody.
            let Ok(key_file) = KeyFile::load(&backup.path) else { continue };
            let old = key_file.slots.into_iter().filter(|slot| !present.contains(&slot.id));
            let whose: Vec<_> = old.map(|slot| slot.user.map(|user| user.name)).collect();
            if !whose.is_empty() {
                found.push((backup.path, whose));
            }
        }
        Ok(found)
    }
}

fn holder(user: &User) -> SlotUser {
    SlotUser { id: user.id, name: user.name.clone(), role: user.role }
}
