//! Journeys: creating, opening and locking a hub.

#![allow(clippy::unwrap_used, reason = "a step of a journey that fails ends the test where it failed")]

mod support;

use desk::commands;
use desk::failure::Code;
use desk::wire::everything::*;
use domain::rights::{Right, Role};
use support::{PASSPHRASE, Place};

fn unlock(place: &mut Place, passphrase: &str) -> Result<HubStatus, desk::failure::Failure> {
    commands::unlock(&mut place.desk, Unlock { passphrase: passphrase.into(), user: None })
}

fn status(place: &mut Place) -> HubStatus {
    commands::hub_status(&mut place.desk, Nothing {}).unwrap()
}

#[test]
fn a_new_hub_is_open_for_the_one_who_created_it() {
    let mut place = Place::with_hub();
    let status = status(&mut place);
    assert_eq!(status.state, HubState::Open);
    assert_eq!(status.hub.as_deref(), Some("Northbridge Community Safety Hub"));
    assert_eq!(status.marking.as_deref(), Some("OFFICIAL-SENSITIVE"));
    assert!(status.rights.contains(&Right::ApproveMinutes));
}

#[test]
fn a_locked_hub_opens_with_its_passphrase_only() {
    let mut place = Place::with_hub();
    commands::lock(&mut place.desk, Nothing {}).unwrap();
    assert_eq!(status(&mut place).state, HubState::Locked);
    let locked = commands::list_cases(&mut place.desk, Nothing {}).unwrap_err();
    assert_eq!(locked.code, Code::Locked);

    let wrong = unlock(&mut place, "four quiet brown mules").unwrap_err();
    assert_eq!(
        (wrong.code, wrong.message.as_str()),
        (Code::WrongPassphrase, "That is not the passphrase of this hub")
    );
    assert_eq!(unlock(&mut place, PASSPHRASE).unwrap().state, HubState::Open);
}

#[test]
fn after_five_wrong_passphrases_even_the_right_one_waits() {
    let mut place = Place::with_hub();
    commands::lock(&mut place.desk, Nothing {}).unwrap();
    for _ in 0..5 {
        unlock(&mut place, "wrong").unwrap_err();
    }
    assert_eq!(status(&mut place).wait_seconds, 5);
    assert_eq!(unlock(&mut place, PASSPHRASE).unwrap_err().code, Code::WrongPassphrase);
    place.after_minutes(1);
    assert_eq!(unlock(&mut place, PASSPHRASE).unwrap().state, HubState::Open);
}

#[test]
fn the_recovery_key_opens_the_hub_as_it_was_written_down() {
    let mut place = Place::empty();
    let request = CreateHub {
        hub: "Northbridge".into(),
        person: "Alex Marsh".into(),
        role: Role::Chair,
        passphrase: PASSPHRASE.into(),
        second: None,
    };
    let recovery = commands::create_hub(&mut place.desk, request).unwrap().recovery_key;
    commands::lock(&mut place.desk, Nothing {}).unwrap();
    let typed = recovery.to_lowercase().replace('-', " ");
    let open = unlock(&mut place, &typed).unwrap();
    assert_eq!(open.user.map(|user| user.name).as_deref(), Some("Alex Marsh"));
}

#[test]
fn a_second_holder_opens_the_hub_in_an_own_name_and_role() {
    let mut place = Place::empty();
    let second = SecondHolder {
        person: "Sam Field".into(),
        role: Role::Coordinator,
        passphrase: "seven green paper boats".into(),
    };
    let request = CreateHub {
        hub: "Northbridge".into(),
        person: "Alex Marsh".into(),
        role: Role::Chair,
        passphrase: PASSPHRASE.into(),
        second: Some(second),
    };
    commands::create_hub(&mut place.desk, request).unwrap();
    commands::lock(&mut place.desk, Nothing {}).unwrap();
    let open = unlock(&mut place, "seven green paper boats").unwrap();
    assert_eq!(open.user.map(|user| (user.name, user.role)), Some(("Sam Field".into(), Role::Coordinator)));
    assert!(!open.rights.contains(&Right::ApproveMinutes));
}

#[test]
fn bad_first_runs_are_refused_at_their_field_and_leave_nothing() {
    let good = || CreateHub {
        hub: "Northbridge".into(),
        person: "Alex Marsh".into(),
        role: Role::Chair,
        passphrase: PASSPHRASE.into(),
        second: None,
    };
    let second = |person: &str, passphrase: &str| SecondHolder {
        person: person.into(),
        role: Role::Deputy,
        passphrase: passphrase.into(),
    };
    let cases = [
        (CreateHub { hub: " ".into(), ..good() }, "hub"),
        (CreateHub { person: " ".into(), ..good() }, "person"),
        (CreateHub { passphrase: " ".into(), ..good() }, "passphrase"),
        (CreateHub { passphrase: "eleven char".into(), ..good() }, "passphrase"),
        (CreateHub { second: Some(second("Sam Field", "eleven char")), ..good() }, "second_passphrase"),
        (CreateHub { second: Some(second("alex marsh", PASSPHRASE)), ..good() }, "second_person"),
    ];
    for (request, field) in cases {
        let mut place = Place::empty();
        let refused = commands::create_hub(&mut place.desk, request).unwrap_err();
        assert_eq!(refused.field.as_deref(), Some(field));
        assert_eq!(status(&mut place).state, HubState::Absent);
    }
}

#[test]
fn from_the_sample_hub_a_way_leads_back_to_ones_own() {
    let mut place = Place::with_hub();
    assert_eq!(status(&mut place).own_hub, None, "one's own is at hand");
    let sample = commands::open_sample(&mut place.desk, Nothing {}).unwrap();
    assert_eq!(
        (sample.state, sample.sample, sample.own_hub),
        (HubState::Locked, true, Some(HubState::Locked))
    );
    let open = unlock(&mut place, "sample").unwrap();
    assert_eq!((open.state, open.own_hub), (HubState::Open, Some(HubState::Locked)));

    let back = commands::leave_sample(&mut place.desk, Nothing {}).unwrap();
    assert_eq!((back.state, back.sample, back.own_hub), (HubState::Locked, false, None));
    assert_eq!(
        unlock(&mut place, PASSPHRASE).unwrap().hub.as_deref(),
        Some("Northbridge Community Safety Hub")
    );
}

#[test]
fn a_sample_that_is_called_off_leaves_nothing_and_ones_own_hub_at_hand() {
    let mut place = Place::empty();
    place.call_off_after(Some(1));
    let refused = commands::open_sample(&mut place.desk, Nothing {}).unwrap_err();
    assert_eq!(refused.code, Code::Cancelled);
    let after = status(&mut place);
    assert_eq!((after.state, after.sample, after.own_hub), (HubState::Absent, false, None));
    assert!(!place.desk.sample_folder().join("hub.json").exists(), "nothing of the sample is kept");

    place.call_off_after(None);
    let sample = commands::open_sample(&mut place.desk, Nothing {}).unwrap();
    assert_eq!((sample.state, sample.own_hub), (HubState::Locked, Some(HubState::Absent)));
}

#[test]
fn a_backup_is_listed_and_the_record_holds_together() {
    let mut place = Place::with_hub();
    let made = commands::back_up_now(&mut place.desk, Nothing {}).unwrap();
    let settings = commands::get_settings(&mut place.desk, Nothing {}).unwrap();
    assert!(settings.backups.iter().any(|backup| backup.path == made.path));
    let check = commands::check_hub(&mut place.desk, Nothing {}).unwrap();
    assert!(check.sound, "{:?}", check.problems);
}

#[test]
fn every_command_but_the_open_ones_needs_an_open_hub() {
    let mut place = Place::with_hub();
    commands::lock(&mut place.desk, Nothing {}).unwrap();
    for command in commands::COMMANDS.iter().filter(|command| command.right != Right::Open) {
        let refused = place.desk.allow(command.right).unwrap_err();
        assert_eq!(refused.code, Code::Locked, "{}", command.name);
    }
}

#[test]
fn a_reader_looks_and_changes_nothing() {
    let mut place = Place::with_hub_of(Role::Reader);
    assert!(commands::list_cases(&mut place.desk, Nothing {}).is_ok());
    let refused = commands::add_area(&mut place.desk, AddArea { name: "Town".into() }).unwrap_err();
    assert_eq!(refused.message, "A reader may not change the settings");
    for command in commands::COMMANDS {
        let looks = matches!(command.right, Right::Open | Right::View);
        assert_eq!(place.desk.allow(command.right).is_ok(), looks, "{}", command.name);
    }
}
