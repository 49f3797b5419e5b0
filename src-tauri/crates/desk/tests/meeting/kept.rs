//! What the room keeps from one key to the next is what stands in the record.

use desk::commands;
use desk::wire::everything::*;
use domain::ids::MeetingId;
use domain::meeting::About;
use serde_json::{Value, json};
use store::Writer;

use crate::scene::{Scene, day};

/// Returns what the room says of the record; the projector goes blank when the program ends, and is left out.
fn said(scene: &mut Scene, meeting: MeetingId) -> Value {
    let room = scene.room(meeting);
    json!({
        "meeting": room.meeting,
        "items": room.items,
        "groups": room.groups,
        "current": room.current,
        "attendance": room.attendance,
    })
}

/// Writes rows past the commands, as any of them might.
fn write(scene: &mut Scene, work: impl Fn(&mut Writer<'_>)) {
    let written = scene.place.desk.write(&["room"], |writer, _| {
        work(writer);
        Ok(())
    });
    written.unwrap();
}

type Change<'a> = (&'a str, Box<dyn Fn(&mut Scene) + 'a>);

#[test]
fn the_room_says_after_a_change_what_it_says_to_a_program_that_is_started_anew() {
    let mut scene = Scene::new();
    let meeting = scene.begun();
    let (flat, late) = (scene.case_item(meeting, scene.flat), scene.late_action());
    let (quiet, referral) = (scene.case_item(meeting, scene.quiet), scene.referral_item(meeting));
    scene.go_to(meeting, flat);
    let soon = AddAction {
        case: scene.flat,
        meeting: Some(meeting),
        what: "Ask the neighbours".into(),
        kind: None,
        agency: scene.housing,
        officer: Some(scene.bell),
        new_officer: None,
        due: Some(day("2026-12-10")),
    };
    commands::add_action(&mut scene.place.desk, soon).unwrap();
    let changes: Vec<Change<'_>> = vec![
        ("another item is come to", Box::new(|scene| drop(scene.go_to(meeting, quiet)))),
        ("the item is come back to", Box::new(|scene| drop(scene.go_to(meeting, flat)))),
        (
            "an item is moved",
            Box::new(|scene| {
                commands::move_item(&mut scene.place.desk, MoveItem { item: referral, to: 99 }).unwrap();
            }),
        ),
        (
            "an item is added",
            Box::new(|scene| {
                let (about, title) = (About::Other, "The fair on Saturday".to_owned());
                let (group, depth, minutes, fixed_at) = (None, None, Some(4), None);
                let request = AddItem { meeting, about, group, title, depth, minutes, fixed_at };
                commands::add_item(&mut scene.place.desk, request).unwrap();
            }),
        ),
        (
            "an item has other minutes",
            Box::new(|scene| {
                write(scene, |writer| {
                    let mut item = writer.get_item(quiet).unwrap().unwrap();
                    item.minutes += 7;
                    writer.put_item(&item).unwrap();
                });
            }),
        ),
        (
            "an item is taken off",
            Box::new(|scene| write(scene, |writer| assert!(writer.remove_item(quiet).unwrap()))),
        ),
        (
            "an agency has another name",
            Box::new(|scene| {
                write(scene, |writer| {
                    let mut agency = writer.get_agency(late.agency.id).unwrap().unwrap();
                    agency.short_name = "Homes".into();
                    writer.put_agency(&agency).unwrap();
                });
            }),
        ),
        (
            "a person has another name",
            Box::new(|scene| {
                let bell = scene.bell;
                write(scene, |writer| {
                    let mut officer = writer.get_officer(bell).unwrap().unwrap();
                    officer.name = "Jo Bell-Ames".into();
                    writer.put_officer(&officer).unwrap();
                });
            }),
        ),
        (
            "the lights have other rules",
            Box::new(|scene| {
                write(scene, |writer| {
                    let mut settings = writer.settings().unwrap();
                    settings.lights.warn_not_started_days = Some(60);
                    writer.put_settings(&settings).unwrap();
                });
            }),
        ),
        (
            "another meeting has begun",
            Box::new(|scene| {
                let later = scene.meeting_on("2026-12-01");
                write(scene, |writer| {
                    let mut kept = writer.get_meeting(later).unwrap().unwrap();
                    kept.began_at = Some(writer.get_meeting(meeting).unwrap().unwrap().began_at.unwrap());
                    writer.put_meeting(&kept).unwrap();
                });
            }),
        ),
    ];
    for (what, change) in changes {
        let before = said(&mut scene, meeting);
        change(&mut scene);
        let kept = said(&mut scene, meeting);
        assert!(kept != before, "that {what} is seen");
        scene.place.restart();
        assert!(said(&mut scene, meeting) == kept, "that {what} is seen where it is");
    }
}
