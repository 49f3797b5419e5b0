//! Copies of the record: made when they are due, in another place, and put back.

use std::fs;

use desk::commands;
use desk::failure::Code;
use desk::wire::everything::*;

use crate::scene::Scene;
use crate::support::{PASSPHRASE, Place};
use crate::{lock, unlock};

fn listed(place: &mut Place) -> Vec<BackupMade> {
    commands::list_backups(&mut place.desk, ListBackups { folder: None }).unwrap().backups
}

fn add_area(place: &mut Place, name: &str) {
    commands::add_area(&mut place.desk, AddArea { name: name.into() }).unwrap();
}

fn areas(place: &mut Place) -> Vec<String> {
    let view = commands::get_settings(&mut place.desk, Nothing {}).unwrap();
    view.areas.into_iter().map(|area| area.name).collect()
}

fn restore(place: &mut Place, path: &str, passphrase: &str) -> Result<HubRestored, desk::failure::Failure> {
    let request = RestoreBackup { path: path.into(), passphrase: passphrase.into() };
    commands::restore_backup(&mut place.desk, request)
}

#[test]
fn opening_a_hub_with_news_makes_a_copy_once() {
    let mut place = Place::with_hub();
    add_area(&mut place, "Riverside");
    lock(&mut place);
    unlock(&mut place, PASSPHRASE).unwrap();
    let job = place.desk.take_copy_job().unwrap();
    assert!(place.desk.take_copy_job().is_none(), "it is due once");
    // As the shell does: on another thread, while somebody writes.
    let copying = std::thread::spawn(move || job.run());
    add_area(&mut place, "Old Town");
    let made = copying.join().unwrap();
    place.desk.copy_made(made);
    assert_eq!(listed(&mut place).len(), 1);
}

#[test]
fn a_copy_that_could_not_be_made_is_told_on_the_first_screen() {
    let mut place = Place::with_hub();
    add_area(&mut place, "Riverside");
    lock(&mut place);
    fs::write(place.desk.folder().join("backups"), "a file where the folder should be").unwrap();
    unlock(&mut place, PASSPHRASE).unwrap();
    let made = place.desk.take_copy_job().unwrap().run();
    place.desk.copy_made(made);
    let remarks = commands::get_today(&mut place.desk, Nothing {}).unwrap().remarks;
    assert!(
        remarks.iter().any(|each| each.starts_with("The copy of the record could not be made.")),
        "{remarks:?}"
    );
}

#[test]
fn a_damaged_record_is_refused_and_its_copy_put_back() {
    let mut place = Place::with_hub();
    add_area(&mut place, "Riverside");
    commands::back_up_now(&mut place.desk, Nothing {}).unwrap();
    add_area(&mut place, "Old Town");
    lock(&mut place);
    let database = place.desk.folder().join("hub.db");
    fs::write(&database, "not a record any more").unwrap();
    assert_eq!(unlock(&mut place, PASSPHRASE).unwrap_err().code, Code::Damaged);

    let copies = listed(&mut place);
    assert_eq!(copies.len(), 1, "the list needs no passphrase");
    let wrong = restore(&mut place, &copies[0].path, "not this one").unwrap_err();
    assert_eq!(wrong.code, Code::WrongPassphrase);
    assert_eq!(fs::read(&database).unwrap(), b"not a record any more", "nothing was touched");

    let restored = restore(&mut place, &copies[0].path, PASSPHRASE).unwrap();
    assert_eq!((restored.status.state, restored.made_at), (HubState::Open, copies[0].at));
    assert_eq!(areas(&mut place), ["Riverside"], "what the copy held");
    let aside = fs::read(std::path::Path::new(&restored.aside).join("hub.db")).unwrap();
    assert_eq!(aside, b"not a record any more", "the damaged file is kept");
    assert!(commands::check_hub(&mut place.desk, Nothing {}).unwrap().sound);
}

#[test]
fn a_memory_stick_brings_the_hub_to_a_new_laptop() {
    let mut place = Place::with_hub();
    add_area(&mut place, "Riverside");
    let stick = tempfile::tempdir().unwrap();
    let folder = stick.path().display().to_string();
    let inside = place.desk.folder().join("papers").display().to_string();
    fs::create_dir_all(&inside).unwrap();
    for (wrong, why) in [("", "no place"), (inside.as_str(), "beside the record")] {
        let request = BackUpElsewhere { folder: wrong.into() };
        let refused = commands::back_up_elsewhere(&mut place.desk, request).unwrap_err();
        assert_eq!(refused.field.as_deref(), Some("folder"), "{why}");
    }
    commands::back_up_elsewhere(&mut place.desk, BackUpElsewhere { folder: folder.clone() }).unwrap();
    let settings = commands::get_settings(&mut place.desk, Nothing {}).unwrap().settings;
    assert_eq!(settings.copied_elsewhere.map(|copied| copied.folder), Some(folder.clone()));

    let mut other = Place::empty();
    let found =
        commands::list_backups(&mut other.desk, ListBackups { folder: Some(folder) }).unwrap().backups;
    assert_eq!(found.len(), 1);
    let restored = restore(&mut other, &found[0].path, PASSPHRASE).unwrap();
    assert_eq!(restored.status.hub.as_deref(), Some("Northbridge Community Safety Hub"));
    assert_eq!(areas(&mut other), ["Riverside"]);
}

#[test]
fn the_first_screen_asks_every_week_for_a_copy_elsewhere() {
    let mut place = Scene::new().place;
    let remarks = |place: &mut Place| commands::get_today(&mut place.desk, Nothing {}).unwrap().remarks;
    let asks = |remarks: Vec<String>| remarks.iter().any(|each| each.contains("outside this laptop"));
    assert!(asks(remarks(&mut place)));
    let stick = tempfile::tempdir().unwrap();
    let request = BackUpElsewhere { folder: stick.path().display().to_string() };
    commands::back_up_elsewhere(&mut place.desk, request).unwrap();
    assert!(!asks(remarks(&mut place)));
    place.after_minutes(8 * 24 * 60);
    assert!(asks(remarks(&mut place)));
}

#[test]
fn concluding_a_meeting_makes_a_copy() {
    let mut scene = Scene::new();
    let meeting = scene.begun();
    assert!(scene.place.desk.take_copy_job().is_none());
    scene.conclude(meeting);
    scene.place.desk.take_copy_job().unwrap().run().unwrap();
    assert_eq!(listed(&mut scene.place).len(), 1);
}

#[test]
fn a_slip_of_the_keys_while_restoring_leaves_the_open_hub_open() {
    let mut place = Place::with_hub();
    commands::back_up_now(&mut place.desk, Nothing {}).unwrap();
    let copies = listed(&mut place);
    let wrong = restore(&mut place, &copies[0].path, "not this one").unwrap_err();
    assert_eq!((wrong.code, wrong.field.as_deref()), (Code::Refused, Some("passphrase")));
    add_area(&mut place, "Riverside");
    assert_eq!(areas(&mut place), ["Riverside"], "it is open still");
}

#[test]
fn a_copy_on_its_way_is_not_asked_for() {
    let mut place = Scene::new().place;
    let asks = |place: &mut Place| {
        let remarks = commands::get_today(&mut place.desk, Nothing {}).unwrap().remarks;
        remarks.iter().any(|each| each.starts_with("There is no backup yet"))
    };
    assert!(asks(&mut place));
    lock(&mut place);
    unlock(&mut place, PASSPHRASE).unwrap();
    assert!(!asks(&mut place), "it is due");
    let job = place.desk.take_copy_job().unwrap();
    assert!(!asks(&mut place), "it is being made");
    place.desk.copy_made(job.run());
    assert!(!asks(&mut place), "it is there");
    fs::remove_dir_all(place.desk.folder().join("backups")).unwrap();
    assert!(asks(&mut place));
}
