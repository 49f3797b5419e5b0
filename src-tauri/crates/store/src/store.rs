//! The open hub: created, opened, read, written, closed.

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
use crate::error::StoreError;
use crate::key_file::{self, DataKey, KeyCost, KeyFile, KeyPolicy, RecoveryKey, SignedIn, SlotUser};
use crate::lock::Lock;
use crate::migration;
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
    // Last, so that the database is closed before others may open it.
    _lock: Lock,
}

impl Store {
    /// Creates a hub in `folder`, which is made when it is missing, and returns its recovery key, shown once.
    pub fn create(folder: &Path, hub: NewHub) -> Result<(Self, RecoveryKey), StoreError> {
        place::examine(folder)?;
        let first = hub.users.first().ok_or(StoreError::NoUser)?;
        let author = Author::of(first.id);
        std::fs::create_dir_all(folder).map_err(StoreError::disk("Making the hub's folder"))?;
        if key_file::path_in(folder).exists() || folder.join(DATABASE).exists() {
            return Err(StoreError::HubExists(folder.to_owned()));
        }
        let lock = Lock::take(folder, hub.now)?;
        let key = DataKey::random()?;
        let mut key_file = KeyFile::new(hub.hub_id, hub.device_id);
        for user in &hub.users {
            let holder = SlotUser { id: user.id, name: user.name.clone(), role: user.role };
            key_file.add_passphrase(holder, &user.passphrase, hub.cost, &key)?;
        }
        let recovery = key_file.add_recovery(hub.cost, &key)?;
        let mut connection = connection::create(&folder.join(DATABASE), &key)?;
        migration::migrate(&mut connection)?;
        let (folder, hub_id, device_id) = (folder.to_owned(), hub.hub_id, hub.device_id);
        let mut store = Self { connection, folder, key, hub_id, device_id, _lock: lock };
        store.write(&author, hub.now, |writer| writer.begin_hub(&hub))?;
        // Last, because a folder without a key file is no hub yet.
        key_file.save(&store.folder)?;
        Ok((store, recovery))
    }

    /// Opens the hub in `folder` with one of its passphrases.
    pub fn open(
        folder: &Path,
        passphrase: &SecretString,
        now: Moment,
        policy: KeyPolicy,
    ) -> Result<(Self, SignedIn), StoreError> {
        place::examine(folder)?;
        let key_file = KeyFile::load(folder)?;
        let lock = Lock::take(folder, now)?;
        let (key, signed_in) = key_file.unlock(folder, passphrase, now, policy)?;
        let store = Self::open_with(folder, &key_file, key, lock)?;
        // Name and role come from the encrypted record, because the key file can be edited by anybody.
        let user = store.read(|reader| reader.get_user(signed_in))?.filter(|user| user.active);
        let user = user.ok_or_else(|| StoreError::damaged("a slot of the key file names an unknown user"))?;
        Ok((store, SignedIn { user: user.id, name: user.name, role: user.role }))
    }

    fn open_with(folder: &Path, key_file: &KeyFile, key: DataKey, lock: Lock) -> Result<Self, StoreError> {
        let path = folder.join(DATABASE);
        if !path.exists() {
            return Err(StoreError::damaged("the database is missing"));
        }
        let mut connection = connection::open(&path, &key)?;
        migration::migrate(&mut connection)?;
        Ok(Self {
            connection,
            folder: folder.to_owned(),
            key,
            hub_id: key_file.hub_id,
            device_id: key_file.device_id,
            _lock: lock,
        })
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
        let written = {
            let mut writer = Writer::begin(&transaction, self.device_id, by, now)?;
            write(&mut writer)?
        };
        transaction.commit().map_err(StoreError::from)?;
        Ok(written)
    }
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
