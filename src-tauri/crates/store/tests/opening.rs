//! Opening a hub: passphrases, waits, refusals, and one writer at a time.

mod common;

use std::fs;

use common::*;
use domain::moment::Moment;
use domain::rights::Role;
use store::key_file::{HubState, peek};
use store::{KeyCost, KeyPolicy, NewUser, RecoveryKey, SCHEMA, Store, StoreError, User};

#[test]
fn a_hub_opens_with_its_passphrase_and_says_who_signed_in() {
    let folder = hub().close();
    let (store, who) = open(folder.path()).unwrap();
    assert_eq!((who.id, who.name.as_str(), who.role), (CHAIR, "Wren Alder", Role::Chair));
    let settings = store.read(|reader| reader.settings()).unwrap();
    assert_eq!(settings.hub, "Northbridge");
}

#[test]
fn each_holder_opens_the_same_hub_with_the_own_passphrase() {
    let folder = tempfile::tempdir().unwrap();
    let mut two = new_hub();
    let second = domain::ids::UserId(id(8));
    let passphrase = secret("the second holder");
    two.users.push(NewUser { id: second, name: "Ash Birch".into(), role: Role::Coordinator, passphrase });
    drop(Store::create(folder.path(), two).unwrap());
    let (_, who) = open_with(folder.path(), "the second holder", NOW).unwrap();
    assert_eq!((who.id, who.role), (second, Role::Coordinator));
}

#[test]
fn a_wrong_passphrase_says_so_and_changes_nothing_in_the_hub() {
    let folder = hub().close();
    let key_file = fs::read(folder.path().join("hub.json")).unwrap();
    let refused = refusal(open_with(folder.path(), "a quiet lane at dawn", NOW));
    assert!(matches!(refused, StoreError::WrongPassphrase), "{refused}");
    assert_eq!(refused.to_string(), "That is not the passphrase of this hub");
    assert_eq!(fs::read(folder.path().join("hub.json")).unwrap(), key_file);
    assert!(open(folder.path()).is_ok(), "the right one still opens");
}

#[test]
fn after_five_wrong_passphrases_the_wait_doubles_from_five_seconds_to_five_minutes() {
    let folder = hub().close();
    let mut now = NOW;
    let mut waits = Vec::new();
    for _ in 0..13 {
        let refused = refusal(open_with(folder.path(), "wrong", now));
        assert!(matches!(refused, StoreError::WrongPassphrase), "{refused}");
        let HubState::Present { wait_ms, .. } = peek(folder.path(), now).unwrap() else { panic!("no hub") };
        waits.push(wait_ms / 1000);
        now = Moment(now.0 + wait_ms);
    }
    assert_eq!(waits, [0, 0, 0, 0, 5, 10, 20, 40, 80, 160, 300, 300, 300]);
}

#[test]
fn during_the_wait_even_the_right_passphrase_is_not_tried_and_afterwards_it_clears_the_count() {
    let folder = hub().close();
    for _ in 0..5 {
        refusal(open_with(folder.path(), "wrong", NOW));
    }
    let refused = refusal(open_with(folder.path(), PASSPHRASE, Moment(NOW.0 + 4_999)));
    assert!(matches!(refused, StoreError::Wait { failed: 5, wait_ms: 1 }), "{refused}");
    assert_eq!(refused.to_string(), "After 5 wrong attempts, wait 1 second before the next one");
    open_with(folder.path(), PASSPHRASE, Moment(NOW.0 + 5_000)).unwrap();
    let HubState::Present { failed, wait_ms, .. } = peek(folder.path(), NOW).unwrap() else {
        panic!("no hub")
    };
    assert_eq!((failed, wait_ms), (0, 0));
}

#[test]
fn a_clock_moved_back_makes_nobody_wait_longer_than_the_present_step() {
    let folder = hub().close();
    for _ in 0..5 {
        refusal(open_with(folder.path(), "wrong", NOW));
    }
    let refused = refusal(open_with(folder.path(), PASSPHRASE, Moment(0)));
    assert!(matches!(refused, StoreError::Wait { wait_ms: 5_000, .. }), "{refused}");
}

#[test]
fn the_recovery_key_opens_the_hub_and_gives_somebody_a_new_passphrase() {
    let made = hub();
    let typed = made.recovery.shown().to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l");
    let folder = made.close();
    let recovery = RecoveryKey::read(&typed).unwrap();
    let store = Store::open_by_recovery(folder.path(), &recovery, NOW, KeyPolicy::for_tests()).unwrap();
    let chair = store.read(|reader| reader.get_user(CHAIR)).unwrap().unwrap();
    store.set_passphrase(&chair, &secret("found again"), KeyCost::for_tests()).unwrap();
    drop(store);
    let refused = refusal(open(folder.path()));
    assert!(matches!(refused, StoreError::WrongPassphrase), "the old one is gone: {refused}");
    assert!(open_with(folder.path(), "found again", NOW).is_ok());
}

#[test]
fn another_hubs_recovery_key_opens_nothing_and_is_counted() {
    let stranger = hub();
    let folder = hub().close();
    let refused = Store::open_by_recovery(folder.path(), &stranger.recovery, NOW, KeyPolicy::for_tests());
    assert!(matches!(refused, Err(StoreError::WrongRecoveryKey)));
    let HubState::Present { failed, .. } = peek(folder.path(), NOW).unwrap() else { panic!("no hub") };
    assert_eq!(failed, 1);
}

#[test]
fn a_misread_group_of_the_recovery_key_is_named() {
    let shown = hub().recovery.shown().to_owned();
    let (before, after) = (&shown[..12], &shown[13..]);
    for misread in
        "0123456789ABCDEFGHJKMNPQRSTVWXYZ".chars().filter(|letter| !shown[12..].starts_with(*letter))
    {
        let refused = RecoveryKey::read(&format!("{before}{misread}{after}")).err().unwrap().to_string();
        assert_eq!(refused, "Group 3 of the recovery key was misread; compare it with the paper");
    }
    assert!(RecoveryKey::read("7KQ2M").err().unwrap().to_string().contains("some are missing"));
}

#[test]
fn the_shipped_program_refuses_a_hub_whose_keys_are_cheap_to_guess() {
    let folder = hub().close();
    let before = contents(folder.path());
    let refused = Store::open(folder.path(), &secret(PASSPHRASE), NOW, KeyPolicy::shipped()).err().unwrap();
    assert!(matches!(&refused, StoreError::WeakKey(whose) if whose == "Wren Alder"), "{refused}");
    assert_eq!(contents(folder.path()), before);
}

#[test]
fn the_shipped_program_opens_what_it_made_itself() {
    let folder = tempfile::tempdir().unwrap();
    let dear = store::NewHub { cost: KeyPolicy::shipped().cost(), ..new_hub() };
    drop(Store::create(folder.path(), dear).unwrap());
    assert!(Store::open(folder.path(), &secret(PASSPHRASE), NOW, KeyPolicy::shipped()).is_ok());
}

#[test]
fn a_weakened_slot_is_refused_even_when_another_would_open() {
    let folder = tempfile::tempdir().unwrap();
    let mut two = store::NewHub { cost: KeyCost::shipped(), ..new_hub() };
    two.users.push(NewUser {
        id: domain::ids::UserId(id(8)),
        name: "Ash Birch".into(),
        role: Role::Reader,
        passphrase: secret("the second holder"),
    });
    drop(Store::create(folder.path(), two).unwrap());
    let path = folder.path().join("hub.json");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replacen("\"m_kib\": 65536", "\"m_kib\": 64", 1)).unwrap();
    let refused = Store::open(folder.path(), &secret("the second holder"), NOW, KeyPolicy::shipped());
    assert!(matches!(refused.err().unwrap(), StoreError::WeakKey(_)));
}

#[test]
fn a_slot_handed_to_another_user_in_the_key_file_does_not_open() {
    let folder = hub().close();
    let path = folder.path().join("hub.json");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replace(&CHAIR.to_string(), &id(99).to_string())).unwrap();
    let refused = refusal(open(folder.path()));
    assert!(matches!(refused, StoreError::WrongPassphrase), "{refused}");
}

#[test]
fn a_role_changed_in_the_key_file_changes_nothing() {
    let made = hub();
    let reader =
        User { id: domain::ids::UserId(id(8)), name: "Ash Birch".into(), role: Role::Reader, active: true };
    let mut made = made;
    made.write(|writer| writer.put_user(&reader));
    made.store.set_passphrase(&reader, &secret("only looking"), KeyCost::for_tests()).unwrap();
    let folder = made.close();
    let path = folder.path().join("hub.json");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replace("\"reader\"", "\"chair\"")).unwrap();
    let (_, who) = open_with(folder.path(), "only looking", NOW).unwrap();
    assert_eq!(who.role, Role::Reader, "the record says what a user may do");
}

#[test]
fn a_user_whose_passphrase_was_taken_away_opens_nothing() {
    let mut made = hub();
    let second =
        User { id: domain::ids::UserId(id(8)), name: "Ash Birch".into(), role: Role::Deputy, active: true };
    made.write(|writer| writer.put_user(&second));
    made.store.set_passphrase(&second, &secret("for a while"), KeyCost::for_tests()).unwrap();
    made.store.remove_passphrase(second.id).unwrap();
    let folder = made.close();
    let refused = refusal(open_with(folder.path(), "for a while", NOW));
    assert!(matches!(refused, StoreError::WrongPassphrase), "{refused}");
    assert!(open(folder.path()).is_ok(), "the others stay");
}

#[test]
fn a_folder_without_a_hub_says_so_and_a_second_hub_is_not_created_over_the_first() {
    let empty = tempfile::tempdir().unwrap();
    assert_eq!(peek(empty.path(), NOW).unwrap(), HubState::Absent);
    assert!(matches!(refusal(open(empty.path())), StoreError::NoHub(_)));
    let folder = hub().close();
    let before = contents(folder.path());
    let refused = Store::create(folder.path(), new_hub()).err().unwrap();
    assert!(matches!(refused, StoreError::HubExists(_)), "{refused}");
    assert_eq!(contents(folder.path()), before);
}

#[test]
fn a_hub_needs_somebody_with_a_passphrase() {
    let folder = tempfile::tempdir().unwrap();
    let nobody = store::NewHub { users: Vec::new(), ..new_hub() };
    assert!(matches!(Store::create(folder.path(), nobody), Err(StoreError::NoUser)));
    let mut silent = new_hub();
    silent.users[0].passphrase = secret("  ");
    assert!(matches!(Store::create(folder.path(), silent), Err(StoreError::NoPassphrase(_))));
    assert!(!folder.path().join("hub.json").exists() && !folder.path().join("hub.db").exists());
}

#[test]
fn before_unlocking_the_folder_tells_whose_passphrases_open_it_and_nothing_else() {
    let folder = hub().close();
    let HubState::Present { hub_id, users, sample, failed, wait_ms } = peek(folder.path(), NOW).unwrap()
    else {
        panic!("no hub")
    };
    assert_eq!((hub_id, users, sample, failed, wait_ms), (id(1), vec!["Wren Alder".to_owned()], false, 0, 0));
}

#[test]
fn a_hub_of_a_newer_program_is_refused_without_touching_a_byte() {
    for (field, known) in [("schema_version", SCHEMA), ("format", 1)] {
        let folder = hub().close();
        let path = folder.path().join("hub.json");
        let text = fs::read_to_string(&path).unwrap();
        let (present, newer) = (format!("\"{field}\": {known}"), format!("\"{field}\": {}", known + 1));
        assert!(text.contains(&present), "{text}");
        fs::write(&path, text.replacen(&present, &newer, 1)).unwrap();
        let before = contents(folder.path());
        let refused = refusal(open(folder.path()));
        let StoreError::Newer { found, known: told } = refused else { panic!("{refused}") };
        assert_eq!((found, told), (known + 1, known));
        assert!(refused.to_string().contains("newer version of the program"));
        assert!(matches!(peek(folder.path(), NOW), Err(StoreError::Newer { .. })));
        assert_eq!(contents(folder.path()), before, "{field}");
    }
}

#[test]
fn a_second_opener_is_told_who_holds_the_hub() {
    let first = hub();
    let refused = refusal(open(first.folder.path()));
    let StoreError::HeldBy(holder) = &refused else { panic!("{refused}") };
    assert_eq!((holder.process, holder.since), (std::process::id(), NOW));
    assert!(refused.to_string().contains(&format!("process {}", std::process::id())), "{refused}");
    let folder = first.close();
    assert!(open(folder.path()).is_ok(), "closing releases it");
}

#[test]
fn while_the_hub_is_held_wrong_passphrases_are_not_counted() {
    let first = hub();
    refusal(open_with(first.folder.path(), "wrong", NOW));
    let HubState::Present { failed, .. } = peek(first.folder.path(), NOW).unwrap() else { panic!("no hub") };
    assert_eq!(failed, 0);
}

#[test]
fn the_hub_on_the_disk_holds_no_word_of_the_record() {
    let mut made = hub();
    let area = domain::agency::Area { id: domain::ids::AreaId(id(40)), name: "Thistlewood Rise".into() };
    made.write(|writer| writer.put_area(&area));
    for (path, bytes) in files(made.folder.path()) {
        let found = bytes.windows(11).any(|window| window == b"Thistlewood");
        assert!(!found, "{} holds plain text", path.display());
    }
}

#[test]
fn no_hub_is_created_or_opened_where_another_program_synchronises() {
    let top = tempfile::tempdir().unwrap();
    let folder = top.path().join("Dropbox").join("hub");
    let refused = Store::create(&folder, new_hub()).err().unwrap();
    assert!(matches!(refused, StoreError::Place(_)), "{refused}");
    assert!(!top.path().join("Dropbox").exists(), "nothing was made");
    let moved = hub().close();
    std::fs::create_dir_all(&folder).unwrap();
    for (path, bytes) in files(moved.path()) {
        fs::write(folder.join(path.file_name().unwrap()), bytes).unwrap();
    }
    let before = contents(&folder);
    assert!(matches!(refusal(open(&folder)), StoreError::Place(_)));
    assert_eq!(contents(&folder), before);
}

#[test]
fn a_sample_hub_is_known_as_one_before_it_is_unlocked() {
    let folder = tempfile::tempdir().unwrap();
    let mut sample = new_hub();
    sample.settings.sample = true;
    drop(Store::create(folder.path(), sample).unwrap());
    assert!(matches!(peek(folder.path(), NOW).unwrap(), HubState::Present { sample: true, .. }));
}

#[test]
fn what_a_creation_left_behind_half_way_does_not_stand_in_the_way() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("hub.beginning.db"), "half a database").unwrap();
    drop(Store::create(folder.path(), new_hub()).unwrap());
    assert!(open(folder.path()).is_ok());
    assert!(!folder.path().join("hub.beginning.db").exists());
}
