//! A laptop that sleeps, a program that is closed and a clock that is set back in the middle of a meeting.

use desk::commands;
use desk::wire::everything::*;
use domain::ids::MeetingId;

use crate::scene::Scene;

fn at_the_flat() -> (Scene, MeetingId) {
    let mut scene = Scene::new();
    let meeting = scene.begun();
    let flat = scene.case_item(meeting, scene.flat);
    scene.go_to(meeting, flat);
    (scene, meeting)
}

/// Minutes that the item on the table has taken so far.
fn spent(room: &RoomView) -> u32 {
    let current = room.items.iter().find(|item| item.state == RoomItemState::Current);
    current.map_or(0, |item| item.spent_seconds / 60)
}

fn settle(scene: &mut Scene, meeting: MeetingId, take_off: bool) -> RoomView {
    let request = SettleInterruptions { meeting, take_off };
    commands::settle_interruptions(&mut scene.place.desk, request).unwrap()
}

#[test]
fn the_minutes_that_a_laptop_slept_are_told_and_taken_off_the_item() {
    let (mut scene, meeting) = at_the_flat();
    scene.place.after_minutes(1);
    scene.place.desk.look_at_clock();
    assert!(scene.room(meeting).interruptions.is_empty());
    scene.place.after_minutes(23);
    scene.place.desk.look_at_clock();
    let room = scene.room(meeting);
    let told = room.interruptions.first().unwrap();
    assert_eq!(told.words, "This laptop slept, or its clock was set on, from 2.01 pm to 2.24 pm.");
    assert_eq!((told.counted_minutes, spent(&room)), (23, 24));
    let room = settle(&mut scene, meeting, true);
    assert_eq!((room.interruptions.len(), spent(&room)), (0, 1));
    assert!(scene.room(meeting).interruptions.is_empty(), "it is told once");
}

#[test]
fn the_minutes_stay_where_the_room_talked_on_meanwhile() {
    let (mut scene, meeting) = at_the_flat();
    scene.place.after_minutes(10);
    scene.place.desk.look_at_clock();
    assert_eq!(spent(&settle(&mut scene, meeting, false)), 10);
}

#[test]
fn a_paused_clock_counted_nothing() {
    let (mut scene, meeting) = at_the_flat();
    commands::pause_clock(&mut scene.place.desk, PauseClock { meeting, paused: true }).unwrap();
    scene.place.after_minutes(10);
    scene.place.desk.look_at_clock();
    assert_eq!(scene.room(meeting).interruptions.first().unwrap().counted_minutes, 0);
    assert_eq!(spent(&settle(&mut scene, meeting, true)), 0);
}

#[test]
fn a_program_that_was_closed_says_since_when_and_opens_at_its_item() {
    let (mut scene, meeting) = at_the_flat();
    scene.place.after_minutes(3);
    let item = scene.case_item(meeting, scene.flat);
    let point = AddKeyPoint { item, text: "The door is boarded up".into() };
    commands::add_key_point(&mut scene.place.desk, point).unwrap();
    scene.place.after_minutes(12);
    scene.place.restart();
    let room = scene.room(meeting);
    let told = room.interruptions.first().unwrap();
    assert_eq!(told.words, "The program was closed: the last thing recorded before was at 2.03 pm.");
    assert_eq!(told.counted_minutes, 12);
    assert_eq!(spent(&settle(&mut scene, meeting, true)), 3);
    commands::lock(&mut scene.place.desk, Nothing {}).unwrap();
    scene.place.after_minutes(1);
    commands::unlock(
        &mut scene.place.desk,
        Unlock { passphrase: crate::support::PASSPHRASE.into(), user: None },
    )
    .unwrap();
    assert!(scene.room(meeting).interruptions.is_empty(), "a lock is no interruption");
}

#[test]
fn a_clock_set_back_is_said_and_the_order_stays_as_it_was_recorded() {
    let (mut scene, meeting) = at_the_flat();
    scene.place.after_minutes(10);
    scene.place.desk.look_at_clock();
    settle(&mut scene, meeting, false);
    let item = scene.case_item(meeting, scene.flat);
    let note = |scene: &mut Scene, text: &str| {
        let point = AddKeyPoint { item, text: text.into() };
        commands::add_key_point(&mut scene.place.desk, point).unwrap()
    };
    note(&mut scene, "before");
    scene.place.after_minutes(-60);
    scene.place.desk.look_at_clock();
    let room = note(&mut scene, "after");
    let words = &room.interruptions.first().unwrap().words;
    assert!(
        words.starts_with(
            "This laptop’s clock was set back: the record goes to 2.10 pm, and the clock says 1.10 pm."
        ),
        "{words}"
    );
    let today = commands::get_today(&mut scene.place.desk, Nothing {}).unwrap();
    assert!(today.remarks.contains(words), "{:?}", today.remarks);
    let points: Vec<_> = room.current.unwrap().key_points.into_iter().map(|point| point.text).collect();
    assert_eq!(points, ["before", "after"]);
    settle(&mut scene, meeting, false);
    scene.place.after_minutes(5);
    scene.place.desk.look_at_clock();
    assert_eq!(spent(&scene.room(meeting)), 5, "its clock runs on from here");
}

#[test]
fn a_clock_that_was_set_back_while_the_program_was_closed_is_said_at_opening() {
    let (mut scene, meeting) = at_the_flat();
    scene.place.after_minutes(-2880);
    scene.place.restart();
    let words = &scene.room(meeting).interruptions.first().unwrap().words.clone();
    assert!(words.contains("the record goes to 2.00 pm on 24 Nov, and the clock says 2.00 pm."), "{words}");
}
