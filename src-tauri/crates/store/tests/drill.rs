//! The drill: a live record is zeroed, cut or flipped at two hundred places. It is found every time, the newest good copy
//! is restored, what was disposed of since is disposed of again, and the damaged file is kept aside.
//!
//! A run prints its seed and its counts; `DRILL_SEED` repeats one, and `HUB_TASKING_DRILLS` says at how many places
//! (`make soak`: a thousand).

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "what must not happen ends the test")]

mod common;
#[path = "common/dice/mod.rs"]
mod dice;
#[path = "common/everything.rs"]
mod everything;
#[path = "common/places.rs"]
mod places;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use common::*;
use dice::Dice;
use domain::agency::Area;
use domain::ids::{AreaId, CaseId};
use domain::moment::Moment;
use domain::retention::Disposal;
use everything::{CASE, dispose, write_everything};
use places::{copy_all, told};
use store::{Digests, ImportKey, KeyPolicy, Restored, SignedIn, Store, StoreError, Writer};
use tempfile::TempDir;

const SEED: u64 = 20_261_124;
const PLACES: u64 = 200;
const DAY_MS: i64 = 86_400_000;
const LATER: Moment = Moment(NOW.0 + 10 * DAY_MS);

/// A closed hub with three backups, the newest of them damaged, and a disposal since.
struct Prepared {
    folder: TempDir,
    newest_good: PathBuf,
    damaged_copy: PathBuf,
    disposal: Disposal,
}

fn add_area(made: &mut Hub, number: u128) {
    made.write(|writer| writer.put_area(&Area { id: AreaId(id(number)), name: format!("Ward {number}") }));
}

fn prepared() -> Prepared {
    let mut made = hub();
    made.write(|writer| write_everything(&mut Dice(SEED), writer));
    let mut copies = Vec::new();
    for day in 0..3 {
        add_area(&mut made, 2000 + u128::try_from(day).unwrap());
        let now = Moment(NOW.0 + day * DAY_MS);
        copies.push(made.store.copies().back_up(&made.store.backup_folder(), now).unwrap().path);
    }
    let disposal = made.write(dispose);
    made.store.compact().unwrap();
    let folder = made.close();
    let damaged_copy = copies.pop().unwrap();
    let mut bytes = fs::read(damaged_copy.join("hub.db")).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(damaged_copy.join("hub.db"), bytes).unwrap();
    Prepared { folder, newest_good: copies.pop().unwrap(), damaged_copy, disposal }
}

fn restore(folder: &Path) -> Result<(Store, SignedIn, Restored), StoreError> {
    Store::restore(folder, &secret(PASSPHRASE), LATER, KeyPolicy::for_tests())
}

fn below(folder: &Path, prepared: &Prepared, path: &Path) -> PathBuf {
    folder.join(path.strip_prefix(prepared.folder.path()).unwrap())
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Damage {
    Zeroed,
    Cut,
    Flipped,
}

impl Damage {
    const ALL: [Self; 3] = [Self::Zeroed, Self::Cut, Self::Flipped];

    fn done_to(self, bytes: &mut Vec<u8>, at: usize, dice: &mut Dice) {
        match self {
            Self::Zeroed => {
                let end = (at + 1 + dice.below(8192) as usize).min(bytes.len());
                bytes[at..end].fill(0);
            }
            Self::Cut => bytes.truncate(at),
            Self::Flipped => bytes[at] ^= 1 << dice.below(8),
        }
    }
}

/// Damages a copy of the hub, and goes through what a person would: opening, being refused, restoring.
fn drill(
    prepared: &Prepared,
    (damage, at): (Damage, usize),
    expected: Option<&Digests>,
    dice: &mut Dice,
) -> Digests {
    let folder = tempfile::tempdir().unwrap();
    copy_all(prepared.folder.path(), folder.path());
    let database = folder.path().join("hub.db");
    let mut bytes = fs::read(&database).unwrap();
    damage.done_to(&mut bytes, at, dice);
    fs::write(&database, &bytes).unwrap();

    let before = contents(folder.path());
    let refused = refusal(open(folder.path()));
    assert!(matches!(refused, StoreError::Damaged { .. }), "{damage:?} at {at} was not found: {refused}");
    assert_eq!(contents(folder.path()), before, "looking at what is damaged touches nothing");

    let (store, who, restored) = restore(folder.path()).unwrap();
    assert_eq!(who.id, CHAIR);
    assert_eq!(
        restored.backup.path,
        below(folder.path(), prepared, &prepared.newest_good),
        "the newest good one"
    );
    assert_eq!(restored.passed_over, [below(folder.path(), prepared, &prepared.damaged_copy)]);
    assert!(restored.disposals_known);
    let again: Vec<_> = restored.disposals.iter().map(|each| (each.id, each.number, each.on)).collect();
    assert_eq!(again, [(prepared.disposal.id, prepared.disposal.number, prepared.disposal.on)]);
    assert_eq!(fs::read(restored.aside.join("hub.db")).unwrap(), bytes, "the damaged file is kept as it was");

    assert_eq!(store.read(|reader| reader.get_case(CaseId(CASE))).unwrap(), None, "it stays disposed of");
    let wards = [2000, 2001, 2002]
        .map(|number| store.read(|reader| reader.get_area(AreaId(id(number)))).unwrap().is_some());
    assert_eq!(wards, [true, true, false], "all that the copy held, and nothing of what it did not");
    let report = store.check().unwrap();
    assert!(report.ok, "{:?}", report.problems);
    let digests = store.digests().unwrap();
    if let Some(expected) = expected {
        assert_eq!(&digests, expected, "whatever the damage, the same record comes back");
    }
    drop(store);
    assert!(open(folder.path()).unwrap().0.check().unwrap().ok, "and opens again");
    digests
}

#[test]
fn a_damaged_record_is_found_and_restored_wherever_the_damage_is() {
    let (seed, how_many) =
        (told("DRILL_SEED", SEED), usize::try_from(told("HUB_TASKING_DRILLS", PLACES)).unwrap());
    let prepared = prepared();
    let length = fs::metadata(prepared.folder.path().join("hub.db")).unwrap().len();
    let expected = drill(&prepared, (Damage::Cut, 0), None, &mut Dice(seed));
    let next = AtomicUsize::new(0);
    let workers = std::thread::available_parallelism().map_or(1, |cores| cores.get());
    let done: Vec<Damage> = std::thread::scope(|scope| {
        let work = || {
            let mut done = Vec::new();
            loop {
                let number = next.fetch_add(1, Ordering::Relaxed);
                if number >= how_many {
                    return done;
                }
                let mut dice = Dice(seed.wrapping_add(number as u64));
                let damage = Damage::ALL[number % 3];
                let at = usize::try_from(dice.below(length)).unwrap();
                drill(&prepared, (damage, at), Some(&expected), &mut dice);
                done.push(damage);
            }
        };
        let all: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        all.into_iter().flat_map(|worker| worker.join().expect("every place was found")).collect()
    });
    let mut counts: BTreeMap<Damage, usize> = BTreeMap::new();
    done.iter().for_each(|damage| *counts.entry(*damage).or_default() += 1);
    println!("seed {seed}, {} places: {} found and restored, 0 lost: {counts:?}", done.len(), done.len());
    assert_eq!(done.len(), how_many);
}

#[test]
fn without_its_key_file_a_hub_is_restored_with_that_of_the_backup() {
    let prepared = prepared();
    fs::write(prepared.folder.path().join("hub.json"), "{").unwrap();
    let (store, who, restored) = restore(prepared.folder.path()).unwrap();
    assert_eq!(who.id, CHAIR);
    assert_eq!(fs::read(restored.aside.join("hub.json")).unwrap(), b"{");
    assert_eq!(restored.disposals.len(), 1);
    drop(store);
    assert!(open(prepared.folder.path()).is_ok());
}

#[test]
fn without_the_journal_disposals_are_read_from_the_damaged_record_and_without_both_it_is_said() {
    let prepared = prepared();
    let copy = tempfile::tempdir().unwrap();
    copy_all(prepared.folder.path(), copy.path());
    fs::remove_file(prepared.folder.path().join("hub.disposals")).unwrap();
    let (store, _, restored) = restore(prepared.folder.path()).unwrap();
    assert_eq!((restored.disposals.len(), restored.disposals_known), (1, true));
    assert!(prepared.folder.path().join("hub.disposals").exists(), "and the journal is there again");
    drop(store);

    fs::write(copy.path().join("hub.disposals"), "cut").unwrap();
    fs::write(copy.path().join("hub.db"), "cut").unwrap();
    let (_, _, restored) = restore(copy.path()).unwrap();
    assert_eq!((restored.disposals.len(), restored.disposals_known), (0, false));
}

#[test]
fn a_wrong_passphrase_restores_nothing_and_changes_nothing() {
    let prepared = prepared();
    let before = contents(prepared.folder.path());
    let refused = Store::restore(prepared.folder.path(), &secret("wrong"), LATER, KeyPolicy::for_tests());
    assert!(matches!(refused.err().unwrap(), StoreError::WrongPassphrase));
    let mut after = contents(prepared.folder.path());
    after.retain(|path, _| !path.ends_with("attempts.json"));
    assert_eq!(after, before);
}

#[test]
fn without_a_good_backup_nothing_is_touched_and_it_is_said_plainly() {
    let prepared = prepared();
    for copy in fs::read_dir(prepared.folder.path().join("backups")).unwrap() {
        fs::write(copy.unwrap().path().join("hub.db"), "cut").unwrap();
    }
    let before = contents(prepared.folder.path());
    let refused = restore(prepared.folder.path()).err().unwrap();
    assert!(refused.to_string().starts_with("There is no backup in "), "{refused}");
    assert_eq!(contents(prepared.folder.path()), before);
}

#[test]
fn copies_rotate_and_one_that_is_damaged_lets_none_go() {
    let mut made = hub();
    let folder = made.store.backup_folder();
    let mut rotated = store::Rotated::default();
    for day in 0..20 {
        add_area(&mut made, 2000 + u128::try_from(day).unwrap());
        let copy = made.store.copies().back_up(&folder, Moment(NOW.0 + day * DAY_MS)).unwrap();
        rotated = made.store.copies().rotate(&folder, &copy).unwrap();
    }
    // From Tuesday 7 December back: seven days, and the Sundays of the two weeks before.
    let kept: Vec<i64> = rotated.kept.iter().map(|backup| (backup.made_at.0 - NOW.0) / DAY_MS).collect();
    assert_eq!(kept, [19, 18, 17, 16, 15, 14, 13, 11, 4]);
    let listed = store::list_backups(&folder).unwrap();
    assert_eq!(listed, rotated.kept, "the others are gone from the disk");

    // The eighth day would let that of Tuesday 1 December go in favour of Wednesday's, which is damaged.
    let (wednesday, tuesday) = (&listed[5], &listed[6]);
    let mut bytes = fs::read(wednesday.path.join("hub.db")).unwrap();
    bytes[5000] ^= 1;
    fs::write(wednesday.path.join("hub.db"), bytes).unwrap();
    let copy = made.store.copies().back_up(&folder, Moment(NOW.0 + 20 * DAY_MS)).unwrap();
    let again = made.store.copies().rotate(&folder, &copy).unwrap();
    assert_eq!(again.unverified.as_slice(), std::slice::from_ref(&wednesday.path));
    assert_eq!(again.removed, Vec::<PathBuf>::new(), "nothing goes in favour of what is damaged");
    assert!(
        tuesday.path.exists() && wednesday.path.exists(),
        "what is damaged is left for a person to look at"
    );
}
