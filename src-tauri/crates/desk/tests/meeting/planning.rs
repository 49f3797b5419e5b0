//! Planning meetings, finding them and calling them off.

use desk::commands;
use desk::failure::Failure;
use desk::wire::everything::*;
use domain::meeting::MeetingStatus;

use crate::scene::{Scene, day};

#[test]
fn the_next_day_is_proposed_after_the_last_planned_meeting_and_holidays_are_told() {
    let mut scene = Scene::new();
    let list = |scene: &mut Scene| commands::list_meetings(&mut scene.place.desk, Nothing {}).unwrap();
    assert_eq!(list(&mut scene).proposed, day("2026-11-24"), "today is a Tuesday");
    scene.meeting_on("2026-12-22");
    let view = list(&mut scene);
    assert_eq!(view.proposed, day("2027-01-05"), "Monday 28 December 2026 is a bank holiday");
    assert_eq!(view.remarks.len(), 1, "{:?}", view.remarks);
    assert!(view.remarks[0].starts_with("No meeting on Tuesday 29 December 2026"), "{:?}", view.remarks);
}

#[test]
fn a_meeting_is_not_planned_in_the_past_or_over_midnight() {
    let mut scene = Scene::new();
    let mut add = |date: &str, starts: &str, minutes| -> Failure {
        let (room, chair) = (String::new(), String::new());
        let plan = AddMeeting { date: day(date), starts: starts.parse().unwrap(), minutes, room, chair };
        commands::add_meeting(&mut scene.place.desk, plan).unwrap_err()
    };
    assert_eq!(add("2026-11-23", "14:00", 120).field.as_deref(), Some("date"));
    assert_eq!(add("2026-11-24", "23:00", 120).field.as_deref(), Some("starts"));
    assert_eq!(add("2026-11-24", "14:00", 5).field.as_deref(), Some("minutes"));
}

#[test]
fn a_date_with_two_meetings_names_both() {
    let mut scene = Scene::new();
    let first = scene.meeting_on("2026-12-01");
    let second = scene.meeting_on("2026-12-01");
    let desk = &scene.place.desk;
    let told = desk::find_meeting(desk, "2026-12-01").unwrap_err().message;
    assert!(told.contains(&first.to_string()) && told.contains(&second.to_string()), "{told}");
    assert_eq!(desk::find_meeting(desk, &second.to_string()).unwrap(), second);
    assert!(desk::find_meeting(desk, "2026-12-02").is_err());
}

#[test]
fn a_cancelled_meeting_says_why_and_is_no_longer_begun() {
    let mut scene = Scene::new();
    let meeting = scene.proposed();
    let cancel = |scene: &mut Scene, because: &str| {
        let request = CancelMeeting { meeting, because: because.into() };
        commands::cancel_meeting(&mut scene.place.desk, request)
    };
    assert_eq!(cancel(&mut scene, " ").unwrap_err().field.as_deref(), Some("because"));
    assert_eq!(cancel(&mut scene, "nothing is due").unwrap().status, MeetingStatus::Cancelled);
    assert!(commands::begin_meeting(&mut scene.place.desk, OfMeeting { meeting }).is_err());
}

#[test]
fn entries_tell_every_item_with_its_time() {
    let mut scene = Scene::new();
    scene.proposed();
    let entries = desk::meeting_entries(&scene.place.desk).unwrap();
    let items = &entries[0].items;
    assert_eq!(items[0].starts.to_string(), "14:00");
    let references: Vec<&str> = items.iter().filter_map(|item| item.reference.as_deref()).collect();
    assert_eq!(references, ["CSH.2", "R.1", "CSH.1", "CSH.3"]);
    assert!(items.windows(2).all(|pair| pair[0].starts <= pair[1].starts));
}
