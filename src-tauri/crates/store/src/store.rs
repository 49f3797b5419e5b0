//! The open hub: created, opened, read, written, closed.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use domain::ids::UserId;
use domain::moment::Moment;
use domain::rights::Role;
use domain::settings::Settings;
use rusqlite::{Connection, TransactionBehavior, params};
use secrecy::SecretString;
use uuid::Uuid;

use crate::column::Column;
use crate::connection;
use crate::disk;
use crate::disposal::journal;
use crate::disposal::verify::DISPOSAL;
use crate::error::StoreError;
use crate::integrity;
use crate::key_file::{self, DataKey, KeyCost, KeyFile, KeyPolicy, RecoveryKey, Secret, SignedIn, SlotUser};
use crate::lock::Lock;
use crate::migration::{self, SCHEMA};
use crate::place;
use crate::reader::Reader;
use crate::table::User;
use crate::writer::{Author, Writer};

/// The database inside a hub's folder.
pub(crate) const DATABASE: &str = "hub.db";

/// What a new hub begins with.
pub struct NewHub {
    /// Its settings.
    pub settings: Settings,
    /// Its key.
    pub hub_id: Uuid,
    /// The key of this computer, which stands in the audit.
    pub device_id: Uuid,
    /// Those who hold a passphrase; the first is the one who creates it.
    pub users: Vec<NewUser>,
    /// What guessing a passphrase costs.
    pub cost: KeyCost,
    /// The present instant.
    pub now: Moment,
}

/// Somebody who holds a passphrase from the beginning.
pub struct NewUser {
    /// The key.
    pub id: UserId,
    /// The name.
    pub name: String,
    /// What the person may do.
    pub role: Role,
    /// The passphrase.
    pub passphrase: SecretString,
}

/// An open hub; closed when dropped.
pub struct Store {
    pub(crate) connection: Connection,
    pub(crate) folder: PathBuf,
    pub(crate) key: DataKey,
    hub_id: Uuid,
    device_id: Uuid,
    /// In how many transactions records of a kind were changed since the hub was opened.
    changes: HashMap<String, u64>,
    // Last, so that the database is closed before others may open it.
    _lock: Lock,
}

impl Store {
    /// Creates a hub in `folder`, which is made when it is missing, and returns its recovery key, shown once.
    pub fn create(folder: &Path, hub: NewHub) -> Result<(Self, RecoveryKey), StoreError> {
        place::examine(folder)?;
        if hub.users.is_empty() {
            return Err(StoreError::NoUser);
        }
        disk::make_private(folder)?;
        if key_file::path_in(folder).exists() || folder.join(DATABASE).exists() {
            return Err(StoreError::HubExists(folder.to_owned()));
        }
        let lock = Lock::take(folder, hub.now)?;
        let key = DataKey::random()?;
        let mut key_file = KeyFile::new(hub.hub_id, hub.device_id, hub.settings.sample);
        for user in &hub.users {
            let holder = SlotUser { id: user.id, name: user.name.clone(), role: user.role };
            key_file.add_passphrase(holder, &user.passphrase, hub.cost, &key)?;
        }
        let recovery = key_file.add_recovery(hub.cost, &key)?;
        let path = folder.join(DATABASE);
        begin_database(folder, &path, &key, &hub)?;
        // Last, because a folder without a key file is no hub yet.
        key_file.save(folder)?;
        let connection = connection::open(&path, &key)?;
        let (folder, hub_id, device_id) = (folder.to_owned(), hub.hub_id, hub.device_id);
        let changes = HashMap::new();
        Ok((Self { connection, folder, key, hub_id, device_id, changes, _lock: lock }, recovery))
    }

    /// Opens the hub in `folder` with one of its passphrases.
    pub fn open(
        folder: &Path,
        passphrase: &SecretString,
        now: Moment,
        policy: KeyPolicy,
    ) -> Result<(Self, SignedIn), StoreError> {
        Self::open_as(folder, None, passphrase, now, policy)
    }

    /// Opens the hub in `folder` with the passphrase of the user `name`; of whoever it fits where no name is given.
    pub fn open_as(
        folder: &Path,
        name: Option<&str>,
        passphrase: &SecretString,
        now: Moment,
        policy: KeyPolicy,
    ) -> Result<(Self, SignedIn), StoreError> {
        let (store, id) = Self::open_by(folder, &Secret::Passphrase(passphrase, name), now, policy)?;
        // Name and role come from the encrypted record, because the key file can be edited by anybody.
        let user = store.read(|reader| id.map_or(Ok(None), |id| reader.get_user(id)))?;
        let user = user.filter(|user| user.active);
        let user = user.ok_or_else(|| StoreError::damaged("a slot of the key file names an unknown user"))?;
        Ok((store, SignedIn { id: user.id, name: user.name, role: user.role }))
    }

    /// Opens the hub in `folder` with its recovery key, so that somebody can be given a new passphrase.
    pub fn open_by_recovery(
        folder: &Path,
        recovery: &RecoveryKey,
        now: Moment,
        policy: KeyPolicy,
    ) -> Result<Self, StoreError> {
        Ok(Self::open_by(folder, &Secret::Recovery(recovery), now, policy)?.0)
    }

    fn open_by(
        folder: &Path,
        secret: &Secret<'_>,
        now: Moment,
        policy: KeyPolicy,
    ) -> Result<(Self, Option<UserId>), StoreError> {
        place::examine(folder)?;
        let mut key_file = KeyFile::load(folder)?;
        let lock = Lock::take(folder, now)?;
        let mut opened = key_file.unlock(folder, secret, now, policy)?;
        if key_file.holds_several_keys() {
            // The power failed while the data key was being renewed: one of the two is the record's.
            opened.retain(|each| connection::fits(&folder.join(DATABASE), &each.key));
        }
        let opened = opened.into_iter().next().ok_or(StoreError::WrongPassphrase)?;
        let outdated = key_file.keep_generation(opened.generation);
        let store = Self::open_with(folder, key_file.clone(), opened.key, lock, now)?;
        if outdated {
            key_file.schema_version = SCHEMA;
            key_file.save(folder)?;
        }
        Ok((store, opened.user))
    }

    pub(crate) fn open_with(
        folder: &Path,
        mut key_file: KeyFile,
        key: DataKey,
        lock: Lock,
        now: Moment,
    ) -> Result<Self, StoreError> {
        let path = folder.join(DATABASE);
        let found = integrity::examine(&path, &key)?;
        if found > SCHEMA {
            return Err(StoreError::Newer { found, known: SCHEMA });
        }
        let connection = connection::open(&path, &key)?;
        let (hub_id, device_id) = (key_file.hub_id, key_file.device_id);
        let (folder, changes) = (folder.to_owned(), HashMap::new());
        let mut store = Self { connection, folder, key, hub_id, device_id, changes, _lock: lock };
        if found < SCHEMA {
            store.copies().back_up(&store.backup_folder(), now)?;
            // The key file first, because it keeps an older program from the database from here on.
            key_file.schema_version = SCHEMA;
            key_file.save(&store.folder)?;
            migration::migrate(&mut store.connection)?;
        }
        // A hub of before there was a journal has none, and one that was cut short holds too much.
        journal::keep(&store.folder, &store.key, &store.connection)?;
        Ok(store)
    }

    /// Returns the hub's folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Returns the hub's key.
    pub fn hub_id(&self) -> Uuid {
        self.hub_id
    }

    /// Returns the key of this computer, which stands in the audit.
    pub fn device_id(&self) -> Uuid {
        self.device_id
    }

    /// Reads one state of the record.
    pub fn read<T, E: From<StoreError>>(
        &self,
        read: impl FnOnce(&Reader<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let transaction = self.connection.unchecked_transaction().map_err(StoreError::from)?;
        read(&Reader { connection: &transaction })
    }

    /// Writes in one transaction with its audit rows; everything is undone when `write` returns an error.
    pub fn write<T, E: From<StoreError>>(
        &mut self,
        by: &Author,
        now: Moment,
        write: impl FnOnce(&mut Writer<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(StoreError::from)?;
        let mut writer = Writer::begin(&transaction, self.device_id, by, now)?;
        let written = write(&mut writer)?;
        let changed = writer.into_changed();
        let disposes = changed.contains(DISPOSAL);
        if disposes {
            // First, because a disposal that the journal does not hold would come back with an older copy.
            journal::keep(&self.folder, &self.key, &transaction)?;
        }
        if let Err(refusal) = transaction.commit() {
            if disposes {
                // What was not carried out must not be carried out again; at the latest, the next opening puts it right.
                let _ = journal::keep(&self.folder, &self.key, &self.connection);
            }
            return Err(StoreError::from(refusal).into());
        }
        for kind in changed {
            *self.changes.entry(kind).or_default() += 1;
        }
        Ok(written)
    }

    /// Returns how often records of these kinds were changed since the hub was opened: what was made of them and kept holds
    /// while the number stays.
    pub fn changes_of(&self, kinds: &[&str]) -> u64 {
        kinds.iter().filter_map(|kind| self.changes.get(*kind)).sum()
    }
}

/// Makes the database of a new hub under another name, and gives it its own once it is whole on the disk.
fn begin_database(folder: &Path, path: &Path, key: &DataKey, hub: &NewHub) -> Result<(), StoreError> {
    let beginning = folder.join("hub.beginning.db");
    connection::clear(&beginning);
    let mut connection = connection::create(&beginning, key)?;
    migration::migrate(&mut connection)?;
    let author = Author::of(hub.users.first().ok_or(StoreError::NoUser)?.id);
    let transaction = connection.transaction()?;
    Writer::begin(&transaction, hub.device_id, &author, hub.now)?.begin_hub(hub)?;
    transaction.commit()?;
    connection.close().map_err(|(_, error)| error)?;
    disk::flush_file(&beginning)?;
    std::fs::rename(&beginning, path).map_err(StoreError::disk("Making the database"))?;
    disk::flush_folder(folder)
}

impl Writer<'_> {
    /// Writes what a new hub begins with.
    fn begin_hub(&mut self, hub: &NewHub) -> Result<(), StoreError> {
        self.connection
            .prepare_cached("INSERT INTO hub (only_row, hub_id, created_at) VALUES (1, ?1, ?2)")?
            .execute(params![hub.hub_id.to_value(), hub.now.0])?;
        self.put_settings(&hub.settings)?;
        for user in &hub.users {
            self.put_user(&User { id: user.id, name: user.name.clone(), role: user.role, active: true })?;
        }
        Ok(())
    }
}
