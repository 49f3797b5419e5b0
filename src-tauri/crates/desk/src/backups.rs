//! Copies of the record: made when something important is done, rotated, listed, restored.

use std::path::{Path, PathBuf};

use domain::moment::Moment;
use domain::settings::CopiedElsewhere;
use secrecy::SecretString;
use store::{Copies, Store};

use crate::desk::Desk;
use crate::failure::Failure;
use crate::wire::everything::*;

pub fn back_up_now(desk: &mut Desk, _request: Nothing) -> Result<BackupMade, Failure> {
    let made = back_up(desk)?;
    desk.tell(&["settings"]);
    Ok(made)
}

pub fn back_up_elsewhere(desk: &mut Desk, request: BackUpElsewhere) -> Result<BackupMade, Failure> {
    let place = PathBuf::from(request.folder.trim());
    if request.folder.trim().is_empty() || !place.is_dir() {
        return Err(Failure::refused("Choose the memory stick or the folder for the copy").at("folder"));
    }
    if within(&place, desk.folder()) {
        let near = "Choose a place outside the hub’s own folder: what happens to that happens to the copy";
        return Err(Failure::refused(near).at("folder"));
    }
    let copies = desk.hub()?.store.copies();
    let folder = copies.folder_at(&place);
    let made = copies.back_up(&folder, desk.now())?;
    copies.rotate(&folder, &made)?;
    let on = desk.today();
    desk.write(&["settings"], |writer, _| {
        let copied = CopiedElsewhere { folder: place.display().to_string(), on };
        let settings = writer.settings()?;
        writer.put_settings(&domain::settings::Settings { copied_elsewhere: Some(copied), ..settings })?;
        Ok(writer.note("copy elsewhere", None, &folder.display().to_string())?)
    })?;
    Ok(shown(made))
}

/// Tells whether a place lies in the hub's folder.
fn within(place: &Path, folder: &Path) -> bool {
    match (place.canonicalize(), folder.canonicalize()) {
        (Ok(place), Ok(folder)) => place.starts_with(folder),
        _ => place.starts_with(folder),
    }
}

pub fn list_backups(desk: &mut Desk, request: ListBackups) -> Result<BackupsView, Failure> {
    let folder = match request.folder {
        Some(folder) => PathBuf::from(folder.trim()),
        None => store::backup_folder_of(desk.folder()),
    };
    let backups = store::find_backups(&folder)?.into_iter().map(shown).collect();
    Ok(BackupsView { folder: folder.display().to_string(), backups })
}

pub fn restore_backup(desk: &mut Desk, request: RestoreBackup) -> Result<HubRestored, Failure> {
    let path = PathBuf::from(&request.path);
    let around = path.parent().unwrap_or(Path::new("")).to_owned();
    let chosen: Vec<_> =
        store::list_backups(&around)?.into_iter().filter(|backup| backup.path == path).collect();
    if chosen.is_empty() {
        return Err(Failure::refused("That copy is not there any more; choose another one"));
    }
    if desk.opened().is_some() {
        // Before anything is closed, because a slip of the keys is not to cost the open hub.
        crate::users::prove(desk, &request.passphrase)?;
    }
    desk.remove_papers();
    desk.close();
    let folder = desk.folder().to_owned();
    std::fs::create_dir_all(&folder).map_err(Failure::disk)?;
    let passphrase = SecretString::from(request.passphrase);
    let restored = Store::restore_one(&folder, chosen, &passphrase, desk.now(), desk.keys());
    desk.tell(&["hub"]);
    let (store, user, restored) = restored?;
    desk.put(store, user);
    Ok(HubRestored {
        status: crate::hub::hub_status(desk, Nothing {})?,
        made_at: restored.backup.made_at,
        aside: restored.aside.display().to_string(),
        disposals: u32::try_from(restored.disposals.len()).unwrap_or(u32::MAX),
        disposals_known: restored.disposals_known,
    })
}

/// Makes and verifies a copy in the hub's own folder, and lets those go that no day and no week needs.
pub(crate) fn back_up(desk: &Desk) -> Result<BackupMade, Failure> {
    let copies = desk.hub()?.store.copies();
    let made = CopyJob { copies, at: desk.now() }.run()?;
    crate::retention::let_old_copies_go(desk)?;
    Ok(made)
}

/// A copy that is due because the hub was opened or a meeting was concluded; made on any thread.
pub struct CopyJob {
    copies: Copies,
    at: Moment,
}

impl CopyJob {
    /// Makes and verifies the copy, and lets those go that no day and no week needs.
    pub fn run(self) -> Result<BackupMade, Failure> {
        let folder = self.copies.folder();
        let made = self.copies.back_up(&folder, self.at)?;
        self.copies.rotate(&folder, &made)?;
        Ok(shown(made))
    }
}

impl Desk {
    /// Returns the copy that is due, once; absent when none is.
    pub fn take_copy_job(&mut self) -> Option<CopyJob> {
        let due = std::mem::take(&mut self.copy_due);
        let at = self.now();
        let job = self.opened().filter(|_| due).map(|open| CopyJob { copies: open.store.copies(), at });
        self.copying = job.is_some();
        job
    }

    /// Hears what came of a copy that was due.
    pub fn copy_made(&mut self, made: Result<BackupMade, Failure>) {
        self.copying = false;
        // Locked meanwhile: the next opening looks after it.
        let Some(_) = self.opened() else { return };
        let made = made.and_then(|_| crate::retention::let_old_copies_go(self));
        self.copy_refused = made.err().map(|refusal| refusal.message);
        self.tell(&["settings"]);
    }

    /// Says that a copy is due; whoever runs the desk makes it when nobody waits.
    pub(crate) fn ask_for_copy(&mut self) {
        self.copy_due = true;
    }
}

/// Tells whether anything was written since the newest copy in the hub's own folder. A folder that cannot be looked into
/// keeps nobody out: the copy that is then made tells why it cannot be.
pub(crate) fn has_news(desk: &Desk) -> Result<bool, Failure> {
    let listed = store::list_backups(&desk.hub()?.store.backup_folder());
    let newest = listed.unwrap_or_default().into_iter().next();
    let head = desk.read(|reader| Ok(reader.audit_head()?))?;
    Ok(newest.is_none_or(|backup| backup.audit_head != head))
}

/// Returns the backups in the hub's folder, the newest first.
pub(crate) fn backups(desk: &Desk) -> Result<Vec<BackupMade>, Failure> {
    Ok(store::list_backups(&desk.hub()?.store.backup_folder())?.into_iter().map(shown).collect())
}

/// Returns when the newest backup was made; absent without one, and where the folder cannot be looked into.
pub(crate) fn last_backup(desk: &Desk) -> Option<Moment> {
    backups(desk).ok()?.first().map(|backup| backup.at)
}

fn shown(backup: store::Backup) -> BackupMade {
    let count =
        |table: &str| backup.counts.iter().find(|(name, _)| name == table).map_or(0, |(_, rows)| *rows);
    BackupMade {
        path: backup.path.display().to_string(),
        at: backup.made_at,
        kib: backup.bytes.div_ceil(1024),
        cases: count("case_record"),
        actions: count("action"),
        meetings: count("meeting"),
    }
}
