//! Backups, and the key file that is replaced whole or not at all.

mod common;

use std::fs;

use common::*;
use domain::agency::Area;
use domain::ids::AreaId;
use domain::moment::Moment;
use store::{StoreError, list_backups};

fn filled() -> Hub {
    let mut made = hub();
    made.write(|writer| writer.put_area(&Area { id: AreaId(id(5)), name: "Fenwick Green".into() }));
    made
}

#[test]
fn a_backup_opens_by_itself_and_holds_what_the_hub_held() {
    let made = filled();
    let backup = made.store.copies().back_up(&made.store.backup_folder(), NOW).unwrap();
    assert_eq!(backup.path, made.folder.path().join("backups").join("2026-11-18T11-06-40Z"));
    assert_eq!(backup.audit_head, made.read(|reader| reader.audit_head()));
    assert!(backup.counts.contains(&("area".to_owned(), 1)));
    assert_eq!(
        backup.bytes,
        ["hub.db", "hub.json"]
            .map(|name| fs::metadata(backup.path.join(name)).unwrap().len())
            .iter()
            .sum::<u64>()
    );
    let names: Vec<_> = fs::read_dir(&backup.path).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names.len(), 3, "database, key file and note, and no log: {names:?}");
    let (copy, _) = open(&backup.path).unwrap();
    assert_eq!(copy.read(|reader| reader.list_areas()).unwrap()[0].name, "Fenwick Green");
    assert!(copy.check().unwrap().ok);
}

#[test]
fn backups_are_listed_the_newest_first_and_what_is_no_backup_is_left_out() {
    let made = filled();
    let folder = made.store.backup_folder();
    assert_eq!(list_backups(&folder).unwrap(), []);
    let first = made.store.copies().back_up(&folder, NOW).unwrap();
    let same_second = made.store.copies().back_up(&folder, NOW).unwrap();
    let later = made.store.copies().back_up(&folder, Moment(NOW.0 + 86_400_000)).unwrap();
    assert!(same_second.path.ends_with("2026-11-18T11-06-40Z-2"));
    fs::create_dir(folder.join("unfinished-2026-11-19T00-00-00Z")).unwrap();
    fs::create_dir(folder.join("holiday pictures")).unwrap();
    assert_eq!(list_backups(&folder).unwrap(), [later, same_second, first]);
}

#[test]
fn a_backup_goes_to_another_place_and_needs_no_hub_there() {
    let made = filled();
    let stick = tempfile::tempdir().unwrap();
    let backup = made.store.copies().back_up(&stick.path().join("hub backups"), NOW).unwrap();
    assert!(open(&backup.path).is_ok());
}

#[test]
fn a_backup_that_cannot_be_written_leaves_nothing_behind_and_the_hub_whole() {
    let made = filled();
    let in_the_way = made.folder.path().join("backups");
    fs::write(&in_the_way, "a file where the folder should be").unwrap();
    let refused = made.store.copies().back_up(&in_the_way, NOW).unwrap_err();
    assert!(matches!(refused, StoreError::Disk { .. }), "{refused}");
    assert!(made.store.check().unwrap().ok);
}

#[test]
fn the_key_file_is_replaced_whole_and_nothing_lies_beside_it() {
    let made = hub();
    let chair = made.read(|reader| reader.get_user(CHAIR)).unwrap();
    made.store.set_passphrase(&chair, &secret("another one"), store::KeyCost::for_tests()).unwrap();
    let folder = made.close();
    let names: Vec<String> = contents(folder.path())
        .into_keys()
        .map(|path| path.file_name().unwrap().to_string_lossy().into_owned())
        .collect();
    assert_eq!(names, ["hub.db", "hub.json"]);
    assert!(open_with(folder.path(), "another one", NOW).is_ok());
}

#[cfg(unix)]
#[test]
fn a_key_file_that_cannot_be_replaced_stays_as_it_was() {
    let made = hub();
    let chair = made.read(|reader| reader.get_user(CHAIR)).unwrap();
    let key_file = made.folder.path().join("hub.json");
    let before = fs::read(&key_file).unwrap();
    // A folder in the place of the file that is written first makes the writing fail, for root too.
    fs::create_dir(made.folder.path().join("hub.new")).unwrap();
    let refused = made.store.set_passphrase(&chair, &secret("another one"), store::KeyCost::for_tests());
    assert!(matches!(refused, Err(StoreError::Disk { .. })), "{refused:?}");
    assert_eq!(fs::read(&key_file).unwrap(), before);
    fs::remove_dir(made.folder.path().join("hub.new")).unwrap();
    let folder = made.close();
    assert!(open(folder.path()).is_ok(), "the old passphrase still opens");
}
