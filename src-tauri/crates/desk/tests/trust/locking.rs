//! The hub locks of itself.

use desk::commands;
use desk::wire::everything::*;
use domain::settings::LockRules;

use crate::scene::Scene;
use crate::support::Place;

fn locked_when_idle(place: &mut Place) -> bool {
    commands::lock_when_idle(&mut place.desk, Nothing {}).unwrap().state == HubState::Locked
}

fn set(place: &mut Place, lock: LockRules) {
    let settings = commands::get_settings(&mut place.desk, Nothing {}).unwrap().settings;
    let request = AmendSettings { settings: domain::settings::Settings { lock, ..settings } };
    commands::amend_settings(&mut place.desk, request).unwrap();
}

#[test]
fn an_idle_hub_locks_after_five_minutes_unless_it_is_told_never_to() {
    let mut place = Place::with_hub();
    let rules = commands::hub_status(&mut place.desk, Nothing {}).unwrap().lock.unwrap();
    assert_eq!(rules, LockRules { idle_minutes: 5, in_room: false }, "the default");
    set(&mut place, LockRules { idle_minutes: 0, in_room: false });
    assert!(!locked_when_idle(&mut place));
    set(&mut place, LockRules { idle_minutes: 120, in_room: false });
    assert!(locked_when_idle(&mut place));
    assert!(locked_when_idle(&mut place), "a locked hub stays locked");
}

#[test]
fn a_laptop_that_slept_is_locked() {
    let mut place = Place::with_hub();
    place.desk.look_at_clock();
    place.after_minutes(30);
    place.desk.look_at_clock();
    let status = commands::hub_status(&mut place.desk, Nothing {}).unwrap();
    assert_eq!(status.state, HubState::Locked);
}

#[test]
fn a_running_meeting_keeps_the_hub_open_unless_it_is_told_otherwise() {
    let mut scene = Scene::new();
    scene.begun();
    let place = &mut scene.place;
    assert!(!locked_when_idle(place));
    place.desk.look_at_clock();
    place.after_minutes(30);
    place.desk.look_at_clock();
    assert_eq!(commands::hub_status(&mut place.desk, Nothing {}).unwrap().state, HubState::Open);
    set(place, LockRules { idle_minutes: 5, in_room: true });
    assert!(locked_when_idle(place));
}

#[test]
fn a_sleep_in_the_meeting_does_not_lock_the_hub_once_it_is_concluded() {
    let mut scene = Scene::new();
    let meeting = scene.begun();
    scene.place.desk.look_at_clock();
    scene.place.after_minutes(30);
    scene.conclude(meeting);
    scene.place.desk.look_at_clock();
    let status = commands::hub_status(&mut scene.place.desk, Nothing {}).unwrap();
    assert_eq!(status.state, HubState::Open);
}
