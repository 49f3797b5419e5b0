//! Backups: a copy of database and key file, reopened with the key and verified before it counts.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::DateTime;
use domain::moment::Moment;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::audit::AuditHead;
use crate::check::{check, count_tables};
use crate::connection;
use crate::disk;
use crate::error::StoreError;
use crate::key_file::{self, DataKey};
use crate::reader::Reader;
use crate::store::{DATABASE, Store};

const NOTE: &str = "backup.json";
/// The folder at another place that holds the copies of every hub there.
const ELSEWHERE: &str = "Hub Tasking copies";
/// Begins the name of a copy that is not verified yet.
const UNFINISHED: &str = "unfinished-";

/// A backup that was verified when it was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// Its folder, with database and key file.
    pub path: PathBuf,
    /// When it was made.
    pub made_at: Moment,
    /// The bytes of both files together.
    pub bytes: u64,
    /// The last row of the audit in it.
    pub audit_head: AuditHead,
    /// The tables of the record with their number of rows, by name.
    pub counts: Vec<(String, u64)>,
}

/// What is noted beside a backup, so that a list needs no key.
#[derive(Serialize, Deserialize)]
struct Note {
    made_at: Moment,
    audit_head: AuditHead,
    counts: Vec<(String, u64)>,
}

/// Makes and looks after the copies of one hub, on any thread: it reads the record by a connection of its own, so that nobody
/// at the desk waits.
#[derive(Clone)]
pub struct Copies {
    folder: PathBuf,
    key: DataKey,
    hub_id: Uuid,
}

impl Store {
    /// Returns the folder in which the hub keeps its own backups.
    pub fn backup_folder(&self) -> PathBuf {
        backup_folder_of(&self.folder)
    }

    /// Returns what makes and looks after the copies of this hub.
    pub fn copies(&self) -> Copies {
        Copies { folder: self.folder.clone(), key: self.key.clone(), hub_id: self.hub_id() }
    }
}

impl Copies {
    /// Returns the folder in which the hub keeps its own backups.
    pub fn folder(&self) -> PathBuf {
        backup_folder_of(&self.folder)
    }

    /// Returns the folder for copies of this hub at another place, such as a memory stick that serves several hubs.
    pub fn folder_at(&self, place: &Path) -> PathBuf {
        place.join(ELSEWHERE).join(self.hub_id.to_string())
    }

    /// Copies database and key file into a new folder under `into`, opens the copy, and verifies it. What cannot be
    /// verified is not kept.
    pub fn back_up(&self, into: &Path, now: Moment) -> Result<Backup, StoreError> {
        fs::create_dir_all(into).map_err(StoreError::disk("Making the folder for backups"))?;
        if into == self.folder() {
            clear_unfinished(into);
        }
        let name = free_name(into, now);
        let unfinished = into.join(format!("{UNFINISHED}{name}"));
        let kept = into.join(name);
        let made = self.copy_into(&unfinished, now).and_then(|note| {
            fs::rename(&unfinished, &kept).map_err(StoreError::disk("Keeping the backup"))?;
            disk::flush_folder(into)?;
            Ok(note)
        });
        match made {
            Ok(note) => note.backup(kept),
            Err(refusal) => {
                // The copy is of no use, and the refusal that matters is the one already in hand.
                let _ = fs::remove_dir_all(&unfinished);
                Err(refusal)
            }
        }
    }

    fn copy_into(&self, folder: &Path, now: Moment) -> Result<Note, StoreError> {
        // What an earlier attempt left behind when the power failed.
        let _ = fs::remove_dir_all(folder);
        fs::create_dir(folder).map_err(StoreError::disk("Making the folder for the backup"))?;
        let path = folder.join(DATABASE);
        let record = connection::open_beside(&self.folder.join(DATABASE), &self.key)?;
        // One state from the first page to the comparison, whatever is written meanwhile.
        let state = record.unchecked_transaction()?;
        let original = (Reader { connection: &state }.audit_head()?, count_tables(&state)?);
        {
            let mut copy = connection::create_copy(&path, &self.key)?;
            rusqlite::backup::Backup::new(&state, &mut copy)?.run_to_completion(
                1000,
                std::time::Duration::ZERO,
                None,
            )?;
            // A backup is one file, without a log beside it.
            copy.execute_batch("PRAGMA journal_mode = DELETE")?;
        }
        disk::flush_file(&path)?;
        let key_file = fs::read(key_file::path_in(&self.folder))
            .map_err(StoreError::disk("Reading the key file hub.json"))?;
        disk::replace(&key_file::path_in(folder), &key_file)?;
        let (audit_head, counts) = verified(&path, &self.key, self.hub_id)?;
        if (&audit_head, &counts) != (&original.0, &original.1) {
            return Err(StoreError::CopyDiffers("it holds other rows than the original".to_owned()));
        }
        let note = Note { made_at: now, audit_head, counts };
        disk::replace(
            &folder.join(NOTE),
            &serde_json::to_vec_pretty(&note).map_err(StoreError::unwritable)?,
        )?;
        disk::flush_folder(folder)?;
        Ok(note)
    }

    /// Opens a backup of this hub again: it is whole, and still the one that was made.
    pub fn verify(&self, backup: &Backup) -> Result<(), StoreError> {
        backup.verify(&self.key, self.hub_id)
    }
}

impl Backup {
    /// Opens the backup again: it is whole, and still the one that was made.
    pub(crate) fn verify(&self, key: &DataKey, hub: Uuid) -> Result<(), StoreError> {
        let found = verified(&self.path.join(DATABASE), key, hub)?;
        if found == (self.audit_head.clone(), self.counts.clone()) {
            Ok(())
        } else {
            Err(StoreError::CopyDiffers("it holds other rows than were noted when it was made".to_owned()))
        }
    }
}

/// The last row of the audit, and the tables with their number of rows.
type Content = (AuditHead, Vec<(String, u64)>);

/// Checks the copy at `path` from end to end, and returns what it holds.
fn verified(path: &Path, key: &DataKey, hub: Uuid) -> Result<Content, StoreError> {
    let copy = connection::open_to_look(path, key)?;
    if let Some(problem) = check(&copy, hub)?.problems.into_iter().next() {
        return Err(StoreError::CopyDiffers(problem));
    }
    Ok((Reader { connection: &copy }.audit_head()?, count_tables(&copy)?))
}

/// Returns the folder in which the hub in `folder` keeps its own backups.
pub fn backup_folder_of(folder: &Path) -> PathBuf {
    folder.join("backups")
}

impl Note {
    fn backup(self, path: PathBuf) -> Result<Backup, StoreError> {
        let files = [path.join(DATABASE), key_file::path_in(&path)];
        let mut bytes = 0;
        for file in files {
            bytes += fs::metadata(file).map_err(StoreError::disk("Looking at a backup"))?.len();
        }
        let Self { made_at, audit_head, counts } = self;
        Ok(Backup { path, made_at, bytes, audit_head, counts })
    }
}

/// Removes what attempts left behind that ended half-way: nobody lists it, so that nobody else would ever remove it.
fn clear_unfinished(folder: &Path) {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    for entry in entries.filter(|entry| entry.file_name().to_string_lossy().starts_with(UNFINISHED)) {
        // What cannot be removed now is in nobody's way, and the next backup tries again.
        let _ = fs::remove_dir_all(entry.path());
    }
}

/// Removes a backup: under the name of a half-made one first, because what is removed half-way must not be listed, nor
/// forgotten.
pub(crate) fn let_go(backup: &Path) -> Result<(), StoreError> {
    let removing = "Removing an old backup";
    let name = backup.file_name().unwrap_or_default().to_string_lossy();
    let going = backup.with_file_name(format!("{UNFINISHED}{name}"));
    // An earlier one of that name which ended half-way; usually there is none.
    let _ = fs::remove_dir_all(&going);
    fs::rename(backup, &going).map_err(StoreError::disk(removing))?;
    fs::remove_dir_all(&going).map_err(StoreError::disk(removing))
}

/// Returns a name that sorts by time and is not taken: `2026-11-24T14-05-09Z`, then `...-2`.
fn free_name(into: &Path, now: Moment) -> String {
    let time = DateTime::from_timestamp_millis(now.0).unwrap_or_default();
    let name = time.format("%Y-%m-%dT%H-%M-%SZ").to_string();
    let mut free = name.clone();
    let mut copy = 1;
    while into.join(&free).exists() {
        copy += 1;
        free = format!("{name}-{copy}");
    }
    free
}

/// Returns the backups at a place that somebody chose: the folder may be a backup, hold backups, or be the memory stick that
/// they were made on. The newest stands first.
pub fn find_backups(place: &Path) -> Result<Vec<Backup>, StoreError> {
    let mut found = list_backups(place)?;
    if let Some(around) = place.parent().filter(|_| place.join(NOTE).exists()) {
        found.extend(list_backups(around)?.into_iter().filter(|backup| backup.path == place));
    }
    found.extend(list_backups(&backup_folder_of(place))?);
    for elsewhere in [place.to_owned(), place.join(ELSEWHERE)] {
        // A place that cannot be looked into holds none that could be restored.
        for entry in fs::read_dir(elsewhere).into_iter().flatten().flatten() {
            let named_for_hub = entry.file_name().to_str().is_some_and(|name| name.parse::<Uuid>().is_ok());
            if named_for_hub {
                found.extend(list_backups(&entry.path())?);
            }
        }
    }
    found.sort_by(|one, other| (other.made_at, &other.path).cmp(&(one.made_at, &one.path)));
    Ok(found)
}

/// Returns the backups in `folder`, the newest first; what is no whole backup is left out.
pub fn list_backups(folder: &Path) -> Result<Vec<Backup>, StoreError> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let looking = "Looking at the backups";
    let mut backups = Vec::new();
    for entry in fs::read_dir(folder).map_err(StoreError::disk(looking))? {
        let entry = entry.map_err(StoreError::disk(looking))?;
        if entry.file_name().to_string_lossy().starts_with(UNFINISHED) {
            continue;
        }
        let note = fs::read(entry.path().join(NOTE))
            .ok()
            .and_then(|note| serde_json::from_slice::<Note>(&note).ok());
        backups.extend(note.and_then(|note| note.backup(entry.path()).ok()));
    }
    backups.sort_by(|one, other| (other.made_at, &other.path).cmp(&(one.made_at, &one.path)));
    Ok(backups)
}
