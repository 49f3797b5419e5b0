//! Minutes and papers.

use std::path::PathBuf;

use desk::commands;
use desk::failure::Code;
use desk::wire::everything::*;
use domain::ids::{MeetingId, OrderBreachId, OrderId};
use domain::meeting::{AttendanceMode, MeetingStatus};
use domain::order::{Order, OrderBreach, OrderOn, OrderStage};
use uuid::Uuid;

use crate::scene::{Scene, day};

pub fn held(scene: &mut Scene) -> MeetingId {
    let meeting = scene.begun();
    scene.attend(meeting, "R Hale", AttendanceMode::InRoom);
    commands::read_declaration(&mut scene.place.desk, OfMeeting { meeting }).unwrap();
    let flat = scene.case_item(meeting, scene.flat);
    scene.go_to(meeting, flat);
    let text = "Door forced twice.".to_owned();
    commands::add_key_point(&mut scene.place.desk, AddKeyPoint { item: flat, text }).unwrap();
    scene.decide(flat, DecisionChoice::Continue).unwrap();
    let action = AddAction {
        case: scene.flat,
        meeting: Some(meeting),
        what: "Letter to the owner".into(),
        kind: None,
        agency: scene.housing,
        officer: Some(scene.bell),
        new_officer: None,
        due: "2026-12-01".parse().ok(),
    };
    commands::add_action(&mut scene.place.desk, action).unwrap();
    scene.place.after_minutes(80);
    scene.conclude(meeting);
    meeting
}

#[test]
fn minutes_are_drafted_from_what_was_captured() {
    let mut scene = Scene::new();
    let meeting = held(&mut scene);
    let minutes = commands::get_minutes(&mut scene.place.desk, OfMeeting { meeting }).unwrap();
    let flat = &minutes.items[1];
    assert_eq!((flat.heading.as_str(), flat.text.as_str()), ("CSH.2", "Door forced twice."));
    assert_eq!((flat.decision.as_str(), flat.new_actions.len()), ("Continue", 1));
    assert_eq!(minutes.items[2].decision, "", "left undecided");
    assert_eq!(minutes.attendance[0].entry.name, "R Hale");
    assert!(minutes.correctable);
}

#[test]
fn a_correction_after_approval_leaves_a_trace_and_confirmed_minutes_are_locked() {
    let mut scene = Scene::new();
    let meeting = held(&mut scene);
    let item = Some(scene.case_item(meeting, scene.flat));
    let correct = |scene: &mut Scene, text: &str| {
        commands::correct_minutes(&mut scene.place.desk, CorrectMinutes { meeting, item, text: text.into() })
    };
    let draft = correct(&mut scene, "The door was forced twice.").unwrap();
    assert!(!draft.items[1].corrections[0].after_approval);
    let same = correct(&mut scene, "The door was forced twice.").unwrap();
    assert_eq!(same.items[1].corrections.len(), 1, "nothing was changed");
    let approved = commands::approve_minutes(&mut scene.place.desk, OfMeeting { meeting }).unwrap();
    assert_eq!(approved.approved_by.as_deref(), Some("Alex Marsh"));
    let after = correct(&mut scene, "The door was forced three times.").unwrap();
    let last = after.items[1].corrections.last().unwrap();
    assert!(last.after_approval);
    assert_eq!(last.before, "The door was forced twice.");
    let confirmed = commands::confirm_minutes(&mut scene.place.desk, OfMeeting { meeting }).unwrap();
    assert_eq!((confirmed.meeting.status, confirmed.correctable), (MeetingStatus::Confirmed, false));
    let refused = correct(&mut scene, "It was never forced.").unwrap_err();
    assert_eq!(refused.message, "The minutes are confirmed and locked");
}

#[test]
fn only_the_chair_approves_minutes() {
    let mut scene = Scene::of(domain::rights::Role::Coordinator);
    let meeting = held(&mut scene);
    let refused = commands::approve_minutes(&mut scene.place.desk, OfMeeting { meeting }).unwrap_err();
    assert_eq!(refused.message, "A coordinator may not approve minutes");
}

pub fn make(scene: &mut Scene, wanted: WantedPaper, name: &str) -> (PathBuf, PaperMade) {
    let path = scene.place.folder.path().join(name);
    let save_as = Some(path.display().to_string());
    let made = commands::make_paper(&mut scene.place.desk, MakePaper { wanted, save_as }).unwrap();
    (path, made)
}

#[test]
fn the_same_record_prints_the_same_bytes_and_every_print_is_in_the_audit() {
    let mut scene = Scene::new();
    let meeting = held(&mut scene);
    for paper in [WantedPaper::Agenda { meeting }, WantedPaper::Minutes { meeting }] {
        let (first, made) = make(&mut scene, paper.clone(), "first.pdf");
        scene.place.after_minutes(60 * 24 * 9);
        let (second, _) = make(&mut scene, paper.clone(), "second.pdf");
        let bytes = std::fs::read(&first).unwrap();
        assert!(bytes.starts_with(b"%PDF"), "{paper:?}");
        assert!(bytes == std::fs::read(&second).unwrap(), "{paper:?} differs nine days later");
        assert!(made.pages >= 1 && made.missing_characters.is_empty(), "{made:?}");
    }
    let hub = scene.place.desk.hub().unwrap();
    let noted = hub.store.read(|reader| reader.history_of("paper", meeting.0)).unwrap();
    assert_eq!(noted.len(), 4);
}

#[test]
fn a_paper_that_is_called_off_is_neither_saved_nor_in_the_audit() {
    let mut scene = Scene::new();
    let meeting = held(&mut scene);
    for wanted in [WantedPaper::Agenda { meeting }, WantedPaper::Minutes { meeting }] {
        for steps in 0..3 {
            scene.place.call_off_after(Some(steps));
            let path = scene.place.folder.path().join("called-off.pdf");
            let save_as = Some(path.display().to_string());
            let request = MakePaper { wanted: wanted.clone(), save_as };
            let refused = commands::make_paper(&mut scene.place.desk, request).unwrap_err();
            assert_eq!(
                (refused.code, refused.message.as_str()),
                (Code::Cancelled, "The paper was called off; nothing was saved")
            );
            assert!(!path.exists(), "{wanted:?} after {steps} steps");
        }
    }
    let hub = scene.place.desk.hub().unwrap();
    let noted = hub.store.read(|reader| reader.history_of("paper", meeting.0)).unwrap();
    assert!(noted.is_empty(), "nothing was disclosed");
    scene.place.call_off_after(None);
    make(&mut scene, WantedPaper::Agenda { meeting }, "whole.pdf");
}

#[test]
fn a_paper_to_look_at_lies_in_the_private_folder() {
    let mut scene = Scene::new();
    let meeting = scene.proposed();
    let request = MakePaper { wanted: WantedPaper::Agenda { meeting }, save_as: None };
    let made = commands::make_paper(&mut scene.place.desk, request).unwrap();
    assert_eq!(made.file_name, "Hub Tasking 1 agenda 2026-11-24.pdf");
    let path = PathBuf::from(&made.path);
    assert!(path.starts_with(scene.place.desk.folder()) && path.exists());
}

#[test]
fn a_meeting_that_never_began_has_no_minutes_to_print() {
    let mut scene = Scene::new();
    let meeting = scene.proposed();
    let request = MakePaper { wanted: WantedPaper::Minutes { meeting }, save_as: None };
    let refused = commands::make_paper(&mut scene.place.desk, request).unwrap_err();
    assert_eq!(refused.message, "The meeting has not begun; there are no minutes yet");
}

pub fn text_of(path: &std::path::Path) -> String {
    crate::support::text_of(path).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_agenda_pack_tells_conditions_breaches_and_what_falls_due_within_four_weeks_and_why() {
    let mut scene = Scene::new();
    let meeting = scene.proposed();
    let case =
        commands::get_case(&mut scene.place.desk, GetCase { reference: "CSH.1".parse().unwrap() }).unwrap();
    let on = OrderOn::Case { case: case.case.id, episode: case.episodes[0].episode.id };
    let order = Order {
        in_place_on: Some(day("2026-06-01")),
        expires_on: Some(day("2026-12-22")),
        review_on: Some(day("2026-11-20")),
        conditions: vec!["Not to enter the Market Place".into(), "To see the youth worker weekly".into()],
        ..Order::as_published(OrderId(Uuid::from_u128(1)), "CBO", on.clone(), OrderStage::InPlace)
    };
    let later = Order {
        expires_on: Some(day("2026-12-23")),
        ..Order::as_published(OrderId(Uuid::from_u128(2)), "Injunction", on, OrderStage::InPlace)
    };
    let breach = |number: u128, on: &str| OrderBreach {
        id: OrderBreachId(Uuid::from_u128(number)),
        order: order.id,
        on: day(on),
        what: "drinking".into(),
        done: String::new(),
    };
    scene
        .place
        .desk
        .write(&[], |writer, _| {
            writer.put_order(&order)?;
            writer.put_order(&later)?;
            writer.put_order_breach(&breach(3, "2026-11-10"))?;
            writer.put_order_breach(&breach(4, "2026-11-03"))?;
            Ok(())
        })
        .unwrap();
    let text = text_of(&make(&mut scene, WantedPaper::Agenda { meeting }, "agenda.pdf").0);
    for told in [
        "Breached on 3 Nov 2026 and 10 Nov 2026",
        "1. Not to enter the Market Place",
        "2. To see the youth worker weekly",
        "review 20 Nov 2026",
        "CSH.1 CBO overdue: first review, in place since 1 Jun 2026 20 Nov 2026",
        "CSH.1 CBO ends, in place since 1 Jun 2026 22 Dec 2026",
    ] {
        assert!(text.contains(told), "{told}: {text}");
    }
    let due = text.split("Orders and reviews due").last().unwrap();
    assert!(!due.contains("Injunction"), "it ends in more than four weeks: {due}");
}
