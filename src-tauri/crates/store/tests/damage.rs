//! Damaged hubs: altered, zeroed, cut or half missing ones are refused in plain words, and stay as they are.

mod common;
#[path = "common/places.rs"]
mod places;

use std::fs;
use std::path::Path;

use common::*;
use domain::agency::Area;
use domain::ids::AreaId;
use proptest::prelude::*;
use store::{Store, StoreError};
use tempfile::TempDir;

/// Returns the folder of a closed hub with some pages in it.
fn filled() -> TempDir {
    let mut made = hub();
    made.write(|writer| {
        for number in 0..200 {
            writer.put_area(&Area { id: AreaId(id(1000 + number)), name: format!("Ward {number}") })?;
        }
        Ok(())
    });
    made.close()
}

fn assert_refused_untouched(folder: &Path, what: &str) {
    let before = contents(folder);
    let refused = refusal(open(folder));
    assert!(matches!(refused, StoreError::Damaged { .. }), "{what}: {refused}");
    assert!(refused.to_string().starts_with("The hub is damaged: "), "{what}: {refused}");
    assert_eq!(contents(folder), before, "{what}: touched");
}

#[test]
fn every_flipped_bit_zeroed_stretch_and_cut_is_found_and_nothing_is_touched() {
    let folder = filled();
    let database = folder.path().join("hub.db");
    let whole = fs::read(&database).unwrap();
    assert_eq!(whole.len() % 4096, 0);
    for at in (0..whole.len()).step_by(whole.len() / 60) {
        let mut flipped = whole.clone();
        flipped[at] ^= 1 << (at % 8);
        fs::write(&database, &flipped).unwrap();
        assert_refused_untouched(folder.path(), &format!("bit flipped at {at}"));
        let mut zeroed = whole.clone();
        let end = (at + 512).min(whole.len());
        zeroed[at..end].fill(0);
        fs::write(&database, &zeroed).unwrap();
        assert_refused_untouched(folder.path(), &format!("zeroed at {at}"));
        fs::write(&database, &whole[..at]).unwrap();
        assert_refused_untouched(folder.path(), &format!("cut at {at}"));
    }
    for pages in [1, 5, whole.len() / 4096 - 1] {
        fs::write(&database, &whole[..pages * 4096]).unwrap();
        assert_refused_untouched(folder.path(), &format!("cut after {pages} pages"));
    }
    fs::write(&database, &whole).unwrap();
    assert!(open(folder.path()).is_ok(), "the whole one opens");
}

#[test]
fn a_missing_database_and_a_missing_key_file_are_told_apart_from_no_hub() {
    let folder = filled();
    let key_file = folder.path().join("hub.json");
    let aside = folder.path().join("aside.json");
    fs::rename(&key_file, &aside).unwrap();
    assert_refused_untouched(folder.path(), "key file missing");
    fs::rename(&aside, &key_file).unwrap();
    fs::remove_file(folder.path().join("hub.db")).unwrap();
    assert_refused_untouched(folder.path(), "database missing");
}

#[test]
fn the_database_of_another_hub_is_refused() {
    let (folder, other) = (filled(), filled());
    fs::copy(other.path().join("hub.db"), folder.path().join("hub.db")).unwrap();
    assert_refused_untouched(folder.path(), "another hub's database");
}

#[test]
fn what_waits_in_the_log_after_a_crash_is_found_again() {
    let folder = filled();
    let (mut store, _) = open(folder.path()).unwrap();
    let area = Area { id: AreaId(id(5)), name: "Fenwick Green".into() };
    store
        .write(&store::Author::of(CHAIR), NOW, |writer| -> Result<bool, StoreError> {
            writer.put_area(&area)
        })
        .unwrap();
    // A copy of the files as they lie there now is what a pulled plug leaves behind.
    let crashed = tempfile::tempdir().unwrap();
    for (path, bytes) in files(folder.path()) {
        fs::write(crashed.path().join(path.file_name().unwrap()), bytes).unwrap();
    }
    assert!(
        fs::metadata(crashed.path().join("hub.db-wal")).unwrap().len() > 0,
        "the change waits in the log"
    );
    let (found, _) = open(crashed.path()).unwrap();
    assert_eq!(found.read(|reader| reader.get_area(area.id)).unwrap(), Some(area));
    assert!(found.check().unwrap().ok);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_key_file_with_anything_in_it_is_refused_untouched(text in "\\PC{0,200}") {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("hub.json"), &text).unwrap();
        let before = contents(folder.path());
        let refused = Store::open(folder.path(), &secret(PASSPHRASE), NOW, store::KeyPolicy::for_tests());
        let is_damaged = matches!(refused, Err(StoreError::Damaged { .. }));
        prop_assert!(is_damaged);
        prop_assert_eq!(contents(folder.path()), before);
    }
}

#[test]
fn a_key_file_cut_anywhere_is_refused_untouched() {
    let folder = filled();
    let key_file = folder.path().join("hub.json");
    let whole = fs::read(&key_file).unwrap();
    for length in (0..whole.len() - 1).step_by(37) {
        fs::write(&key_file, &whole[..length]).unwrap();
        assert_refused_untouched(folder.path(), &format!("key file cut at {length}"));
    }
}

#[test]
fn nothing_that_stands_in_the_small_files_makes_restoring_stumble() {
    const SEED: u64 = 20_261_124;
    const TRIED: u64 = 60;
    let made = hub();
    for at in 0..2 {
        let now = domain::moment::Moment(NOW.0 + at * 60_000);
        made.store.copies().back_up(&made.store.backup_folder(), now).unwrap();
    }
    let prepared = made.close();
    let mut chance = SEED;
    let mut below = |end: usize| {
        chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (chance >> 33) as usize % end.max(1)
    };
    let (mut restored, mut refused) = (0, 0);
    for _ in 0..TRIED {
        let folder = tempfile::tempdir().unwrap();
        places::copy_all(prepared.path(), folder.path());
        fs::write(folder.path().join("hub.db"), "damaged").unwrap();
        let mut folders = vec![folder.path().to_owned()];
        let copies = store::list_backups(&store::backup_folder_of(folder.path())).unwrap();
        folders.extend(copies.into_iter().map(|copy| copy.path));
        let small: Vec<_> = folders
            .iter()
            .flat_map(|folder| files(folder).into_keys())
            .filter(|path| path.extension().is_some_and(|ending| ending == "json" || ending == "disposals"))
            .collect();
        for _ in 0..=below(16) {
            let file = &small[below(small.len())];
            let mut bytes = fs::read(file).unwrap();
            match below(4) {
                0 => bytes.truncate(below(bytes.len())),
                1 => bytes = vec![b'['; 100_000],
                2 => bytes.clear(),
                _ => {
                    for _ in 0..=below(4) {
                        let at = below(bytes.len());
                        if let Some(byte) = bytes.get_mut(at) {
                            *byte = b"0\"}]-z9,"[below(8)];
                        }
                    }
                }
            }
            fs::write(file, bytes).unwrap();
        }
        match Store::restore(folder.path(), &secret(PASSPHRASE), NOW, store::KeyPolicy::for_tests()) {
            Ok((store, ..)) => {
                assert!(store.check().is_ok());
                restored += 1;
            }
            Err(refusal) => {
                assert!(refusal.to_string().len() > 8, "a sentence: {refusal}");
                refused += 1;
            }
        }
    }
    println!("seed {SEED}: {TRIED} folders, {restored} restored, {refused} refused");
    assert!(restored > 0 && refused > 0);
}
