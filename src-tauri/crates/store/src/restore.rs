//! Restoring: a backup takes the place of a damaged record, what was disposed of since is disposed of again, and the
//! damaged files are kept aside.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDateTime};
use domain::ids::UserId;
use domain::moment::Moment;
use domain::retention::Disposal;
use domain::rights::Right;
use rusqlite::Connection;
use secrecy::SecretString;
use serde::Serialize;

use crate::audit::AuditHead;
use crate::backup::{Backup, backup_folder_of, list_backups};
use crate::check::check;
use crate::connection;
use crate::disk;
use crate::disposal::compact::compact;
use crate::disposal::journal::{self, Entry};
use crate::error::StoreError;
use crate::key_file::{DataKey, KeyFile, KeyPolicy, OpenedSlot, Secret, SignedIn, path_in};
use crate::lock::Lock;
use crate::migration::{SCHEMA, migrate, schema_of};
use crate::place;
use crate::reader::Reader;
use crate::store::{DATABASE, Store};
use crate::writer::{Author, Writer};

/// Where damaged files are kept, each restoring in a folder of its own.
const ASIDE: &str = "damaged";
/// How the folders there are named.
const NAMED_BY: &str = "%Y-%m-%dT%H-%M-%SZ";
/// Such a name, for its length.
const TIME: &str = "2026-11-24T14-05-09Z";
/// The copy while it is made ready beside the damaged record.
const STAGED: &str = "hub.restored.db";

/// The kind of audit row that a restoring leaves.
pub(crate) const RESTORE: &str = "restore";

/// What a restoring did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    /// The backup that took the record's place.
    pub backup: Backup,
    /// Where the files that it replaced are kept.
    pub aside: PathBuf,
    /// The disposals that were carried out again, the oldest first.
    pub disposals: Vec<Disposal>,
    /// Whether it is known which disposals there were; if not, what was disposed of since the backup is back.
    pub disposals_known: bool,
    /// Newer backups that were passed over, because they are damaged or do not open.
    pub passed_over: Vec<PathBuf>,
}

/// What the audit holds of a restoring.
#[derive(Serialize)]
struct RestoredFrom<'a> {
    made_at: Moment,
    head: &'a AuditHead,
    disposals: usize,
}

/// A key that opens a record, with the key file that holds it and who opened that.
#[derive(Clone)]
struct Opened {
    key: DataKey,
    key_file: KeyFile,
    user: UserId,
}

impl Store {
    /// Restores the newest backup in the hub's own folder that is whole, and opens the hub.
    ///
    /// Older backups are tried until one verifies. Nothing in the folder changes before the copy is ready and verified.
    pub fn restore(
        folder: &Path,
        passphrase: &SecretString,
        now: Moment,
        policy: KeyPolicy,
    ) -> Result<(Self, SignedIn, Restored), StoreError> {
        Self::restore_one(folder, list_backups(&backup_folder_of(folder))?, passphrase, now, policy)
    }

    /// Restores the first of `backups` that is whole, and opens the hub; they may lie anywhere, such as on a memory stick.
    pub fn restore_one(
        folder: &Path,
        backups: Vec<Backup>,
        passphrase: &SecretString,
        now: Moment,
        policy: KeyPolicy,
    ) -> Result<(Self, SignedIn, Restored), StoreError> {
        place::examine(folder)?;
        let lock = Lock::take(folder, now)?;
        let present =
            KeyFile::load(folder).and_then(|key_file| opened(folder, &key_file, passphrase, now, policy));
        let present = match present {
            // The present key file decides while it is whole, because a backup's may know somebody who was removed since.
            Err(
                refusal @ (StoreError::WrongPassphrase
                | StoreError::Wait { .. }
                | StoreError::WeakKey(_)
                | StoreError::Newer { .. }),
            ) => return Err(refusal),
            present => present.unwrap_or_default(),
        };
        let mut passed_over = Vec::new();
        for backup in backups {
            let own = || {
                let key_file = KeyFile::load(&backup.path).ok()?;
                let opened = opened(folder, &key_file, passphrase, now, policy).ok()?;
                opened.into_iter().find(|opened| whole(&backup, opened))
            };
            let Some(opened) = present.iter().find(|opened| whole(&backup, opened)).cloned().or_else(own)
            else {
                passed_over.push(backup.path);
                continue;
            };
            // Of a backup under an older key only the rows come back, because its key file may know somebody who was removed.
            let kept = present.first().cloned().unwrap_or_else(|| opened.clone());
            let (known, entries) = disposals_of(folder, &kept.key);
            let staged = folder.join(STAGED);
            let made = stage(&staged, &backup, (&opened, &kept), &entries, now).and_then(
                |(signed_in, disposals)| {
                    let aside = swap(folder, &staged, &kept.key_file, now)?;
                    Ok((signed_in, disposals, aside))
                },
            );
            if made.is_err() {
                // The copy is of no use, and the refusal that matters is the one already in hand.
                let _ = fs::remove_file(&staged);
            }
            let (signed_in, disposals, aside) = made?;
            let store = Self::open_with(folder, kept.key_file, kept.key, lock, now)?;
            let restored = Restored { backup, aside, disposals, disposals_known: known, passed_over };
            return Ok((store, signed_in, restored));
        }
        Err(StoreError::NoGoodBackup(backup_folder_of(folder)))
    }
}

fn opened(
    folder: &Path,
    key_file: &KeyFile,
    passphrase: &SecretString,
    now: Moment,
    policy: KeyPolicy,
) -> Result<Vec<Opened>, StoreError> {
    let slots = key_file.unlock(folder, &Secret::Passphrase(passphrase, None), now, policy)?;
    let opened = |OpenedSlot { key, user, generation }: OpenedSlot| {
        let mut key_file = key_file.clone();
        key_file.keep_generation(generation);
        user.map(|user| Opened { key, key_file, user })
    };
    Ok(slots.into_iter().filter_map(opened).collect())
}

fn whole(backup: &Backup, opened: &Opened) -> bool {
    backup.verify(&opened.key, opened.key_file.hub_id).is_ok()
}

/// Returns the disposals that the journal or what can still be read of the damaged record knows, the oldest first, and
/// whether either could be read.
fn disposals_of(folder: &Path, key: &DataKey) -> (bool, Vec<Entry>) {
    let kept = journal::kept(folder, key);
    let read = connection::open_to_look(&folder.join(DATABASE), key)
        .and_then(|damaged| journal::entries_of(&damaged));
    let known = kept.is_ok() || read.is_ok();
    let mut entries = kept.unwrap_or_default().unwrap_or_default();
    for entry in read.unwrap_or_default() {
        if entries.iter().all(|known| known.disposal.id != entry.disposal.id) {
            entries.push(entry);
        }
    }
    entries.sort_by_key(|entry| entry.disposal.number);
    (known, entries)
}

/// Makes a copy of the backup ready: of this program's schema, disposed of again, with a note in its audit, and checked.
fn stage(
    staged: &Path,
    backup: &Backup,
    (opened, kept): (&Opened, &Opened),
    entries: &[Entry],
    now: Moment,
) -> Result<(SignedIn, Vec<Disposal>), StoreError> {
    connection::clear(staged);
    fs::copy(backup.path.join(DATABASE), staged).map_err(StoreError::disk("Copying the backup"))?;
    let mut connection = connection::open(staged, &opened.key)?;
    let found = schema_of(&connection)?;
    if found > SCHEMA {
        return Err(StoreError::Newer { found, known: SCHEMA });
    }
    migrate(&mut connection)?;
    let user = (Reader { connection: &connection }).get_user(opened.user)?.filter(|user| user.active);
    let user = user.ok_or_else(|| StoreError::damaged("a slot of the key file names an unknown user"))?;
    user.role.allow(Right::BackUp)?;
    let disposals = write_again(&mut connection, backup, opened, entries, now)?;
    compact(&connection)?;
    if kept.key.bytes() != opened.key.bytes() {
        connection::encrypt_anew(&connection, staged, &kept.key)?;
    }
    if let Some(problem) = check(&connection, opened.key_file.hub_id)?.problems.into_iter().next() {
        return Err(StoreError::CopyDiffers(problem));
    }
    // One file, so that taking its place is one step.
    connection.execute_batch("PRAGMA journal_mode = DELETE")?;
    connection.close().map_err(|(_, error)| error)?;
    disk::flush_file(staged)?;
    Ok((SignedIn { id: opened.user, name: user.name, role: user.role }, disposals))
}

fn write_again(
    connection: &mut Connection,
    backup: &Backup,
    opened: &Opened,
    entries: &[Entry],
    now: Moment,
) -> Result<Vec<Disposal>, StoreError> {
    let transaction = connection.transaction()?;
    let author = Author::of(opened.user);
    let mut writer = Writer::begin(&transaction, opened.key_file.device_id, &author, now)?;
    let head = &backup.audit_head;
    let disposals = writer.dispose_of_all_again(entries, i64::try_from(head.serial).unwrap_or(i64::MAX))?;
    let from = RestoredFrom { made_at: backup.made_at, head, disposals: disposals.len() };
    writer.note(RESTORE, None, &from)?;
    transaction.commit()?;
    Ok(disposals)
}

/// Removes what was put aside in `folder` before `moment`: it holds what was disposed of since.
pub(crate) fn remove_aside_before(folder: &Path, moment: Moment) -> Result<(), StoreError> {
    let aside = folder.join(ASIDE);
    if !aside.is_dir() {
        return Ok(());
    }
    let removing = "Removing what was put aside as damaged";
    for entry in fs::read_dir(&aside).map_err(StoreError::disk(removing))? {
        let entry = entry.map_err(StoreError::disk(removing))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let put_aside =
            name.get(..TIME.len()).and_then(|time| NaiveDateTime::parse_from_str(time, NAMED_BY).ok());
        if put_aside.is_some_and(|time| time.and_utc().timestamp_millis() < moment.0) {
            fs::remove_dir_all(entry.path()).map_err(StoreError::disk(removing))?;
        }
    }
    Ok(())
}

/// Moves the record aside and the staged one into its place, with the key file of the backup when there is one to take, and
/// returns where the old one is kept.
fn swap(folder: &Path, staged: &Path, key_file: &KeyFile, now: Moment) -> Result<PathBuf, StoreError> {
    let aside = free_folder(&folder.join(ASIDE), now);
    fs::create_dir_all(&aside).map_err(StoreError::disk("Making the folder for what is damaged"))?;
    if path_in(folder).exists() {
        fs::copy(path_in(folder), path_in(&aside)).map_err(StoreError::disk("Keeping the key file aside"))?;
    }
    let mut moved = Vec::new();
    let swapped = move_aside(folder, &aside, &mut moved).and_then(|()| {
        fs::rename(staged, folder.join(DATABASE)).map_err(StoreError::disk("Restoring the record"))
    });
    if swapped.is_err() {
        for (from, to) in moved.iter().rev() {
            // As it was, as far as the disk still lets it; the refusal that matters is the one already in hand.
            let _ = fs::rename(to, from);
        }
        let _ = fs::remove_dir_all(&aside);
    }
    swapped?;
    let mut key_file = key_file.clone();
    key_file.schema_version = SCHEMA;
    key_file.save(folder)?;
    disk::flush_folder(&aside)?;
    disk::flush_folder(folder)?;
    Ok(aside)
}

fn move_aside(folder: &Path, aside: &Path, moved: &mut Vec<(PathBuf, PathBuf)>) -> Result<(), StoreError> {
    // The log with it, because SQLite would play a log that stays into the record that takes its place; and before it,
    // because a record without its log is at least one that an earlier state of it was.
    for ending in ["-wal", "-shm", ""] {
        let name = with_ending(Path::new(DATABASE), ending);
        let (from, to) = (folder.join(&name), aside.join(&name));
        if from.exists() {
            fs::rename(&from, &to).map_err(StoreError::disk("Keeping the damaged record aside"))?;
            moved.push((from, to));
        }
    }
    Ok(())
}

fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut whole = path.as_os_str().to_owned();
    whole.push(ending);
    PathBuf::from(whole)
}

/// Returns a folder that is not taken, named by the time.
fn free_folder(into: &Path, now: Moment) -> PathBuf {
    let time = DateTime::from_timestamp_millis(now.0).unwrap_or_default();
    let name = time.format(NAMED_BY).to_string();
    let mut free = into.join(&name);
    let mut copy = 1;
    while free.exists() {
        copy += 1;
        free = into.join(format!("{name}-{copy}"));
    }
    free
}
