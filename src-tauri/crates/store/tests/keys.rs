//! Who can open the hub: keys taken away, renewed, and what older copies still open with.
#![allow(clippy::unwrap_used, reason = "a step that fails ends the test where it failed")]

mod common;

use std::fs;
use std::path::Path;

use common::*;
use domain::agency::Area;
use domain::ids::{AreaId, UserId};
use domain::moment::Moment;
use domain::rights::Role;
use store::{Author, KeyCost, KeyPolicy, OldKey, RecoveryKey, Store, StoreError, User};

const AFTER: &str = "for a while";
const LATER: Moment = Moment(NOW.0 + 60_000);

fn deputy() -> User {
    User { id: UserId(id(8)), name: "Ash Birch".into(), role: Role::Deputy, active: true }
}

/// A hub with a second user, and a copy from that time.
fn hub_of_two() -> Hub {
    let mut made = hub();
    made.write(|writer| {
        writer.put_user(&deputy())?;
        writer.put_area(&Area { id: AreaId(id(5001)), name: "Riverside".into() })
    });
    made.store.set_passphrase(&deputy(), &secret(AFTER), KeyCost::for_tests()).unwrap();
    made.store.copies().back_up(&made.store.backup_folder(), NOW).unwrap();
    made
}

fn renew(made: &mut Hub) -> RecoveryKey {
    let chair = made.read(|reader| reader.get_user(CHAIR)).unwrap();
    let holders = [(chair, secret(PASSPHRASE))];
    made.store.renew_key(&Author::of(CHAIR), &holders, KeyCost::for_tests(), LATER).unwrap()
}

fn recovered(folder: &Path, recovery: &RecoveryKey) -> Result<Store, StoreError> {
    Store::open_by_recovery(folder, recovery, LATER, KeyPolicy::for_tests())
}

#[test]
fn after_the_key_was_renewed_only_those_open_the_hub_who_were_there() {
    let mut made = hub_of_two();
    let before = made.store.digests().unwrap();
    let recovery = renew(&mut made);
    assert_eq!(made.store.digests().unwrap(), before, "it is the same record");
    made.write(|writer| writer.put_area(&Area { id: AreaId(id(5002)), name: "Old Town".into() }));
    assert!(made.store.check().unwrap().ok);
    assert_eq!(made.store.holders().unwrap(), [CHAIR]);
    let former = RecoveryKey::read(made.recovery.shown()).unwrap();
    let folder = made.close();
    let refused = refusal(open_with(folder.path(), AFTER, LATER));
    assert!(matches!(refused, StoreError::WrongPassphrase), "{refused}");
    assert!(matches!(recovered(folder.path(), &former), Err(StoreError::WrongRecoveryKey)));
    recovered(folder.path(), &recovery).unwrap();
    let (store, _) = open(folder.path()).unwrap();
    let areas = store.read(|reader| reader.list_areas()).unwrap();
    assert_eq!(areas.len(), 2, "what was written before and after is there");
    let left: Vec<_> =
        fs::read_dir(folder.path()).unwrap().flatten().map(|entry| entry.file_name()).collect();
    assert!(left.iter().all(|name| name != "hub.renewed.db"), "{left:?}");
}

#[test]
fn older_copies_name_whose_keys_still_open_them_until_they_are_renewed() {
    let mut made = hub_of_two();
    assert_eq!(made.store.old_keys().unwrap(), []);
    made.store.remove_passphrase(deputy().id).unwrap();
    let theirs = |copies| OldKey { whose: Some("Ash Birch".into()), copies };
    assert_eq!(made.store.old_keys().unwrap(), [theirs(1)]);
    renew(&mut made);
    let all = [
        OldKey { whose: None, copies: 1 },
        theirs(1),
        OldKey { whose: Some("Wren Alder".into()), copies: 1 },
    ];
    assert_eq!(made.store.old_keys().unwrap(), all, "a renewed key leaves every former one behind");

    let newer = made.store.copies().back_up(&made.store.backup_folder(), LATER).unwrap();
    assert_eq!(made.store.remove_copies_under_old_keys().unwrap(), 1);
    assert_eq!(made.store.old_keys().unwrap(), []);
    let left: Vec<_> =
        store::list_backups(&made.store.backup_folder()).unwrap().into_iter().map(|each| each.path).collect();
    assert_eq!(left, [newer.path]);
}

#[test]
fn a_copy_from_before_the_key_was_renewed_comes_back_under_the_present_key() {
    let mut made = hub_of_two();
    renew(&mut made);
    let folder = made.close();
    fs::write(folder.path().join("hub.db"), b"not a database any more").unwrap();
    let restored = Store::restore(folder.path(), &secret(PASSPHRASE), LATER, KeyPolicy::for_tests());
    let (store, who, _) = restored.unwrap();
    assert_eq!(who.id, CHAIR);
    assert_eq!(store.read(|reader| reader.list_areas()).unwrap().len(), 1);
    assert!(store.check().unwrap().ok);
    drop(store);
    let refused = refusal(open_with(folder.path(), AFTER, LATER));
    assert!(matches!(refused, StoreError::WrongPassphrase), "who was left out stays out: {refused}");
}

#[test]
fn what_was_put_aside_as_damaged_goes_with_the_old_copies() {
    let mut made = hub_of_two();
    renew(&mut made);
    let folder = made.close();
    fs::write(folder.path().join("hub.db"), b"not a database any more").unwrap();
    let restored = Store::restore(folder.path(), &secret(PASSPHRASE), LATER, KeyPolicy::for_tests());
    let (store, _, restored) = restored.unwrap();
    assert!(restored.aside.is_dir());
    store.remove_backups_before(LATER).unwrap();
    assert!(restored.aside.is_dir(), "it was put aside at that moment, not before");
    store.remove_backups_before(Moment(LATER.0 + 1000)).unwrap();
    assert!(!restored.aside.exists());
}

#[cfg(unix)]
#[test]
fn the_folder_of_a_new_hub_is_for_one_person() {
    use std::os::unix::fs::PermissionsExt;
    let around = tempfile::tempdir().unwrap();
    let folder = around.path().join("hub");
    drop(Store::create(&folder, new_hub()).unwrap());
    assert_eq!(fs::metadata(&folder).unwrap().permissions().mode() & 0o777, 0o700);
}

#[test]
fn a_reader_restores_nothing() {
    let mut made = hub();
    let reader = User { role: Role::Reader, ..deputy() };
    made.write(|writer| writer.put_user(&reader));
    made.store.set_passphrase(&reader, &secret(AFTER), KeyCost::for_tests()).unwrap();
    made.store.copies().back_up(&made.store.backup_folder(), NOW).unwrap();
    let folder = made.close();
    let before = contents(folder.path());
    let refused = Store::restore(folder.path(), &secret(AFTER), LATER, KeyPolicy::for_tests()).err().unwrap();
    assert!(matches!(refused, StoreError::NotAllowed(_)), "{refused}");
    assert_eq!(contents(folder.path()), before);
}

#[test]
fn of_two_people_with_the_same_passphrase_the_one_who_is_named_comes_in() {
    let mut made = hub();
    made.write(|writer| writer.put_user(&deputy()));
    made.store.set_passphrase(&deputy(), &secret(PASSPHRASE), KeyCost::for_tests()).unwrap();
    let folder = made.close();
    let opened = |name| {
        let opened =
            Store::open_as(folder.path(), Some(name), &secret(PASSPHRASE), NOW, KeyPolicy::for_tests());
        opened.map(|(_, who)| who.id)
    };
    assert_eq!(opened("ash birch").unwrap(), deputy().id);
    assert_eq!(opened("Wren Alder").unwrap(), CHAIR);
    assert!(matches!(opened("Nobody"), Err(StoreError::WrongPassphrase)));
}

#[test]
fn the_presents_passphrase_is_proved_without_anothers() {
    let mut made = hub();
    made.write(|writer| writer.put_user(&deputy()));
    made.store.set_passphrase(&deputy(), &secret(AFTER), KeyCost::for_tests()).unwrap();
    let proved =
        |typed| made.store.prove_passphrase(CHAIR, &secret(typed), NOW, KeyPolicy::for_tests()).is_ok();
    assert!(proved(PASSPHRASE) && !proved(AFTER));
}

#[test]
fn a_copy_is_made_while_the_record_is_written() {
    let mut made = hub_of_two();
    let copies = made.store.copies();
    let folder = made.store.backup_folder();
    let (tell, told) = std::sync::mpsc::channel();
    let copying = std::thread::spawn(move || {
        for number in 0..5 {
            tell.send(()).unwrap();
            copies.back_up(&folder, Moment(LATER.0 + number * 1000)).unwrap();
        }
    });
    let mut number = 6000;
    while told.recv().is_ok() {
        for _ in 0..20 {
            number += 1;
            made.write(|writer| {
                writer.put_area(&Area { id: AreaId(id(number)), name: format!("Ward {number}") })
            });
        }
    }
    copying.join().unwrap();
    let made_while_written = store::list_backups(&made.store.backup_folder()).unwrap();
    assert_eq!(made_while_written.len(), 6);
    assert!(made.store.check().unwrap().ok);
}
