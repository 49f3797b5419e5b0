//! What is disturbed: each thing that writes a hub's folder, as steps that are acknowledged one by one, with the states of
//! the record between them.

use std::path::{Path, PathBuf};

use domain::agency::Area;
use domain::ids::AreaId;
use domain::moment::Moment;
use domain::settings::Settings;
use store::{
    Author, Backup, Digests, KeyCost, KeyPolicy, Store, StoreError, Writer, backup_folder_of, list_backups,
};
use tempfile::TempDir;

use crate::common::*;
use crate::dice::Dice;
use crate::everything::{dispose, write_everything};
use crate::places::copy_all;

const FIXTURE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../tests/fixtures/schema-1");
const DAY_MS: i64 = 86_400_000;
const NEW_PASSPHRASE: &str = "a loud lane at midnight";

/// Hears that a step is promised; an error breaks the story off there.
pub type Acknowledge<'a> = dyn FnMut(usize) -> Result<(), StoreError> + 'a;

/// Something that writes a hub's folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Story {
    Saving,
    Importing,
    Concluding,
    BackingUp,
    Rotating,
    Migrating,
    Restoring,
    Disposing,
    NewPassphrase,
    RenewingKey,
}

impl Story {
    pub const ALL: [Self; 10] = [
        Self::Saving,
        Self::Importing,
        Self::Concluding,
        Self::BackingUp,
        Self::Rotating,
        Self::Migrating,
        Self::Restoring,
        Self::Disposing,
        Self::NewPassphrase,
        Self::RenewingKey,
    ];

    pub fn named(name: &str) -> Self {
        Self::ALL.into_iter().find(|story| format!("{story:?}") == name).expect("a story of that name")
    }

    /// Makes the folder in which the story begins.
    pub fn prepared(self) -> TempDir {
        let folder = tempfile::tempdir().unwrap();
        if self == Self::Migrating {
            copy_all(Path::new(FIXTURE), folder.path());
            std::fs::remove_file(folder.path().join("register.json")).unwrap();
            return folder;
        }
        let mut made = hub();
        made.write(|writer| write_everything(&mut Dice(1), writer));
        let copies = if self == Self::Rotating { 16 } else { 2 };
        for day in 0..copies {
            let now = Moment(NOW.0 + (day - copies) * DAY_MS);
            made.store.copies().back_up(&made.store.backup_folder(), now).unwrap();
        }
        let closed = made.close();
        copy_all(closed.path(), folder.path());
        if self == Self::Restoring {
            let database = folder.path().join("hub.db");
            let mut bytes = std::fs::read(&database).unwrap();
            let middle = bytes.len() / 2;
            bytes[middle] ^= 1;
            std::fs::write(database, bytes).unwrap();
        }
        folder
    }

    /// Tells the story on the hub in `folder`, and each step once it is promised.
    pub fn told_on(self, folder: &Path, acknowledge: &mut Acknowledge<'_>) -> Result<(), StoreError> {
        match self {
            Self::Saving => {
                let mut store = self.opened(folder)?;
                for number in 1..=6 {
                    write(&mut store, |writer| save(writer, number))?;
                    acknowledge(number as usize)?;
                }
            }
            Self::Importing => {
                let mut store = self.opened(folder)?;
                store.copies().back_up(&store.backup_folder(), NOW)?;
                write(&mut store, |writer| (1..=150).try_for_each(|number| save(writer, number)))?;
                acknowledge(1)?;
            }
            Self::Concluding => {
                let mut store = self.opened(folder)?;
                write(&mut store, conclude)?;
                acknowledge(1)?;
                store.copies().back_up(&store.backup_folder(), NOW)?;
                acknowledge(2)?;
            }
            Self::BackingUp => {
                let store = self.opened(folder)?;
                store.copies().back_up(&store.backup_folder(), NOW)?;
                acknowledge(1)?;
            }
            Self::Rotating => {
                let store = self.opened(folder)?;
                let made = store.copies().back_up(&store.backup_folder(), NOW)?;
                store.copies().rotate(&store.backup_folder(), &made)?;
                acknowledge(1)?;
            }
            Self::Migrating => {
                self.opened(folder)?;
                acknowledge(1)?;
            }
            Self::Restoring => {
                restored(folder)?;
                acknowledge(1)?;
            }
            Self::Disposing => {
                let mut store = self.opened(folder)?;
                write(&mut store, |writer| dispose(writer).map(drop))?;
                acknowledge(1)?;
                store.compact()?;
                acknowledge(2)?;
            }
            Self::NewPassphrase => {
                let store = self.opened(folder)?;
                let chair = store.read(|reader| reader.get_user(CHAIR))?.expect("the chair is known");
                store.set_passphrase(&chair, &secret(NEW_PASSPHRASE), KeyCost::for_tests())?;
                acknowledge(1)?;
            }
            Self::RenewingKey => {
                let mut store = self.opened(folder)?;
                let chair = store.read(|reader| reader.get_user(CHAIR))?.expect("the chair is known");
                let holders = [(chair, secret(PASSPHRASE))];
                store.renew_key(&Author::of(CHAIR), &holders, KeyCost::for_tests(), NOW)?;
                acknowledge(1)?;
            }
        }
        Ok(())
    }

    fn opened(self, folder: &Path) -> Result<Store, StoreError> {
        match self {
            Self::Migrating => Ok(Store::open(folder, &secret("sample"), NOW, KeyPolicy::for_tests())?.0),
            _ => Ok(open(folder)?.0),
        }
    }

    /// Opens the hub after whatever happened, as a person would: by the other passphrase, by restoring where that was what
    /// was being done.
    fn opened_after(self, folder: &Path, acknowledged: usize) -> Result<Store, StoreError> {
        match self {
            Self::NewPassphrase if acknowledged > 0 => Ok(open_with(folder, NEW_PASSPHRASE, NOW)?.0),
            Self::NewPassphrase => self.opened(folder).or_else(|refused| match refused {
                StoreError::WrongPassphrase => Ok(open_with(folder, NEW_PASSPHRASE, NOW)?.0),
                refused => Err(refused),
            }),
            Self::Restoring if acknowledged == 0 => self.opened(folder).or_else(|refused| match refused {
                StoreError::Damaged { .. } => restored(folder),
                refused => Err(refused),
            }),
            _ => self.opened(folder),
        }
    }
}

fn restored(folder: &Path) -> Result<Store, StoreError> {
    Ok(Store::restore(folder, &secret(PASSPHRASE), NOW, KeyPolicy::for_tests())?.0)
}

fn write(
    store: &mut Store,
    work: impl FnOnce(&mut Writer<'_>) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    store.write(&Author::of(CHAIR), NOW, work)
}

/// Writes two records that belong together.
fn save(writer: &mut Writer<'_>, number: u32) -> Result<(), StoreError> {
    let name =
        format!("Ward {number}, whose name is long enough to fill some of a page: {}", "x".repeat(200));
    writer.put_area(&Area { id: AreaId(id(5000 + u128::from(number))), name })?;
    writer.put_settings(&Settings { marking: format!("after {number}"), ..writer.settings()? })?;
    Ok(())
}

/// Writes what concluding a meeting does: the meeting, its room, and what nobody has to see any more.
fn conclude(writer: &mut Writer<'_>) -> Result<(), StoreError> {
    let meeting = writer.list_meetings()?.pop().expect("there is a meeting");
    writer.put_meeting(&domain::meeting::Meeting { chair: "Wren Alder, concluded".into(), ..meeting })?;
    writer.discard_drafts("case/")?;
    (1..=20).try_for_each(|number| save(writer, number))
}

/// The story that nobody disturbs: the states of the record, and the backups that are there before and after.
pub struct Reference {
    pub story: Story,
    pub prepared: TempDir,
    /// The record before, and after each step that changes it.
    states: Vec<Digests>,
    /// The copies that are in the folder whatever happens.
    lasting: Vec<String>,
}

impl Reference {
    pub fn of(story: Story) -> Self {
        let prepared = story.prepared();
        let folder = tempfile::tempdir().unwrap();
        copy_all(prepared.path(), folder.path());
        let before = names(&list_backups(&backup_folder_of(folder.path())).unwrap());
        let mut steps = 0;
        story
            .told_on(folder.path(), &mut |number| {
                steps = number;
                Ok(())
            })
            .unwrap();
        let after = names(&list_backups(&backup_folder_of(folder.path())).unwrap());
        let lasting = before.into_iter().filter(|name| after.contains(name)).collect();
        let mut states = Vec::new();
        for so_many in 0..=steps {
            states.push(story.state_after(prepared.path(), so_many));
        }
        Self { story, prepared, states, lasting }
    }

    /// A copy of the folder in which the story begins.
    pub fn begun(&self) -> TempDir {
        let folder = tempfile::tempdir().unwrap();
        copy_all(self.prepared.path(), folder.path());
        folder
    }

    /// Tells whether a backup is byte for byte the one that was there before, and so needs no second look.
    fn is_untouched(&self, folder: &Path, backup: &Backup) -> bool {
        let before = backup.path.strip_prefix(folder).map(|below| self.prepared.path().join(below));
        let same = |name: &str| {
            let before = before.as_ref().ok().and_then(|before| std::fs::read(before.join(name)).ok());
            before.is_some() && before == std::fs::read(backup.path.join(name)).ok()
        };
        ["hub.db", "hub.json", "backup.json"].into_iter().all(same)
    }

    /// Says what is wrong in `folder` after the story was disturbed, so many steps having been acknowledged; otherwise
    /// returns how many it holds.
    pub fn survived(&self, folder: &Path, acknowledged: usize) -> Result<usize, String> {
        let store = self
            .story
            .opened_after(folder, acknowledged)
            .map_err(|refused| format!("it does not open: {refused}"))?;
        let report = store.check().map_err(|refused| refused.to_string())?;
        if !report.ok {
            return Err(format!("the check finds {:?}", report.problems));
        }
        let digests = store.digests().map_err(|refused| refused.to_string())?;
        // The last of equal states, because a step may change no record.
        let held = self.states.iter().rposition(|state| *state == digests);
        let held = held.ok_or("the record is in no state that was ever committed")?;
        if held < acknowledged {
            return Err(format!("{acknowledged} steps were acknowledged, and {held} are held"));
        }
        let backups = list_backups(&store.backup_folder()).map_err(|refused| refused.to_string())?;
        for backup in backups.iter().filter(|backup| !self.is_untouched(folder, backup)) {
            let verified = store.copies().verify(backup);
            verified
                .map_err(|refused| format!("{} is listed and not whole: {refused}", backup.path.display()))?;
        }
        let listed = names(&backups);
        match self.lasting.iter().find(|name| !listed.contains(name)) {
            Some(gone) => Err(format!("the backup {gone} is gone")),
            None => Ok(held),
        }
    }
}

impl Story {
    /// Returns the record after so many steps of the story, which is broken off there.
    fn state_after(self, prepared: &Path, steps: usize) -> Digests {
        let folder = tempfile::tempdir().unwrap();
        copy_all(prepared, folder.path());
        let far_enough = &mut |number: usize| match number < steps {
            true => Ok(()),
            false => Err(StoreError::NotThere("reason to go on")),
        };
        if steps > 0 {
            let _ = self.told_on(folder.path(), far_enough);
        }
        self.opened_after(folder.path(), steps).unwrap().digests().unwrap()
    }
}

fn names(backups: &[Backup]) -> Vec<String> {
    let name = |path: &PathBuf| path.file_name().unwrap().to_string_lossy().into_owned();
    backups.iter().map(|backup| name(&backup.path)).collect()
}
