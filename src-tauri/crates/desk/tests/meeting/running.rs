//! A meeting that does not go to plan: what is put off comes back, and who waits is told.

use desk::commands;
use desk::wire::everything::*;
use domain::agenda::Told;
use domain::ids::MeetingId;
use domain::meeting::{About, AttendanceMode};

use crate::scene::Scene;

/// Proposes the agenda of the meeting a week later, and returns each item's reference with why it is there.
fn next_week(scene: &mut Scene) -> Vec<(String, String)> {
    scene.place.after_minutes(7 * 1440);
    let meeting = scene.meeting_on("2026-12-01");
    let view = commands::propose_agenda(&mut scene.place.desk, OfMeeting { meeting }).unwrap();
    let items = view.groups.into_iter().flat_map(|group| group.items);
    items.map(|item| (item.reference.unwrap_or(item.title), item.why)).collect()
}

fn why(agenda: &[(String, String)], reference: &str) -> String {
    let found = agenda.iter().find(|(each, _)| each == reference);
    found.map_or_else(|| format!("dropped off the agenda: {agenda:?}"), |(_, why)| why.clone())
}

fn defer(
    scene: &mut Scene,
    item: domain::ids::ItemId,
    text: &str,
) -> Result<RoomView, desk::failure::Failure> {
    let request = Decide { item, choice: DecisionChoice::Defer, text: text.into() };
    commands::decide(&mut scene.place.desk, request)
}

#[test]
fn what_is_deferred_says_why_and_leads_the_next_agenda() {
    let mut scene = Scene::new();
    let meeting = scene.begun();
    let quiet = scene.case_item(meeting, scene.quiet);
    assert!(defer(&mut scene, quiet, " ").unwrap_err().message.starts_with("Say why it is deferred"));
    defer(&mut scene, quiet, "the probation officer is ill").unwrap();
    assert!(scene.open_ends(meeting).iter().all(|end| end.item != quiet), "it has an outcome");
    let referral = scene.referral_item(meeting);
    defer(&mut scene, referral, "no time").unwrap();
    scene.conclude(meeting);
    let minutes = commands::get_minutes(&mut scene.place.desk, OfMeeting { meeting }).unwrap();
    let entry = minutes.items.iter().find(|each| each.id == quiet).unwrap();
    assert_eq!(entry.decision, "Deferred to the next meeting. the probation officer is ill");
    let agenda = next_week(&mut scene);
    assert_eq!(why(&agenda, "CSH.3"), "deferred on 24 Nov, not discussed yet");
    assert_eq!(why(&agenda, "R.1"), "new, Housing · gate passed");
}

#[test]
fn a_deferral_that_is_taken_back_leaves_the_item_undecided() {
    let mut scene = Scene::new();
    let meeting = scene.begun();
    let quiet = scene.case_item(meeting, scene.quiet);
    scene.go_to(meeting, quiet);
    defer(&mut scene, quiet, "no time").unwrap();
    commands::withdraw_decision(&mut scene.place.desk, OfItem { item: quiet }).unwrap();
    assert!(scene.open_ends(meeting).iter().any(|end| end.item == quiet));
    scene.conclude(meeting);
    let agenda = next_week(&mut scene);
    assert!(why(&agenda, "CSH.3").starts_with("left undecided on 24 Nov"));
}

#[test]
fn nothing_that_the_meeting_did_not_settle_drops_off_the_next_agenda() {
    let mut scene = Scene::new();
    let meeting = scene.begun();
    // The child is spoken of and left, the flat gets a separate meeting, the quiet one and the referral are not reached.
    let child = scene.case_item(meeting, scene.child);
    scene.go_to(meeting, child);
    let flat = scene.case_item(meeting, scene.flat);
    scene.go_to(meeting, flat);
    scene.decide(flat, DecisionChoice::SeparateMeeting { reports_back: None }).unwrap();
    scene.conclude(meeting);
    let agenda = next_week(&mut scene);
    assert!(why(&agenda, "CSH.1").starts_with("left undecided on 24 Nov"));
    assert!(why(&agenda, "CSH.2").starts_with("separate meeting reports back"));
    assert!(why(&agenda, "CSH.3").starts_with("left undecided on 24 Nov"));
    assert_eq!(why(&agenda, "R.1"), "new, Housing · gate passed");
}

fn told(scene: &mut Scene, meeting: MeetingId) -> Vec<String> {
    scene.room(meeting).arrivals.into_iter().map(|arrival| arrival.words).collect()
}

#[test]
fn an_agency_whose_item_moves_by_five_minutes_is_to_be_told_until_it_is_there() {
    let mut scene = Scene::new();
    let meeting = scene.begun();
    assert_eq!(told(&mut scene, meeting), Vec::<String>::new(), "the plan holds");
    scene.place.after_minutes(10);
    assert_eq!(
        told(&mut scene, meeting),
        ["Housing: now 2.10 pm"],
        "the welcome takes ten minutes and not four"
    );
    scene.attend(meeting, "J Bell", AttendanceMode::InRoom);
    let housing = AddAttendance {
        meeting,
        agency: Some(scene.housing),
        officer: Some(scene.bell),
        name: String::new(),
        mode: AttendanceMode::InRoom,
        substitute_for: String::new(),
        from_item: None,
        to_item: None,
    };
    commands::add_attendance(&mut scene.place.desk, housing).unwrap();
    assert_eq!(told(&mut scene, meeting), Vec::<String>::new(), "who is there waits for nothing");
}

#[test]
fn the_agency_of_the_item_in_hand_is_told_to_come_now_until_it_is_there() {
    let mut scene = Scene::new();
    let meeting = scene.begun();
    scene.place.after_minutes(15);
    let flat = scene.case_item(meeting, scene.flat);
    scene.go_to(meeting, flat);
    assert_eq!(told(&mut scene, meeting), ["Housing: now 2.15 pm"], "its item is on");
    scene.place.after_minutes(20);
    let other = scene.room(meeting).items.into_iter().find(|item| item.id != flat).unwrap().id;
    scene.go_to(meeting, other);
    scene.place.after_minutes(5);
    scene.go_to(meeting, flat);
    assert_eq!(told(&mut scene, meeting), ["Housing: now 2.40 pm"], "the room came back to it");
}

#[test]
fn who_was_told_is_not_told_again_after_a_restart_and_hears_when_the_plan_holds_again() {
    let mut scene = Scene::new();
    let meeting = scene.begun();
    scene.place.after_minutes(10);
    let now = scene.room(meeting).arrivals.first().map(|arrival| arrival.now).unwrap();
    let note = NoteTold { meeting, told: vec![Told { agency: scene.housing, comes: now }] };
    let room = commands::note_told(&mut scene.place.desk, note).unwrap();
    assert!(room.arrivals.is_empty());
    scene.place.restart();
    assert_eq!(told(&mut scene, meeting), Vec::<String>::new(), "it is kept on disk");
    scene.place.after_minutes(5);
    assert_eq!(told(&mut scene, meeting), ["Housing: now 2.15 pm"], "five minutes on");
}

#[test]
fn an_urgent_item_joins_a_running_meeting_and_an_item_ahead_is_moved() {
    let mut scene = Scene::new();
    let meeting = scene.begun();
    let urgent = AddItem {
        meeting,
        about: About::Other,
        group: None,
        title: "Fire at the arcade this morning".into(),
        depth: None,
        minutes: Some(10),
        fixed_at: None,
    };
    let agenda = commands::add_item(&mut scene.place.desk, urgent).unwrap();
    let item = agenda.groups.iter().flat_map(|group| &group.items).find(|item| item.about == About::Other);
    let item = item.unwrap();
    assert_eq!(item.why, "urgent");
    commands::move_item(&mut scene.place.desk, MoveItem { item: item.id, to: 2 }).unwrap();
    let room = scene.room(meeting);
    assert_eq!(room.items[1].id, item.id);
    assert_eq!(room.items[0].state, RoomItemState::Current);
}

#[test]
fn an_agency_takes_home_its_own_actions_and_nobodys_name() {
    let mut scene = Scene::new();
    let meeting = scene.begun();
    let flat = scene.case_item(meeting, scene.flat);
    let room = scene.go_to(meeting, flat);
    let concerned: Vec<String> = room.current.unwrap().concerned.into_iter().map(|each| each.name).collect();
    assert_eq!(concerned, ["Northbridge Housing"]);
    scene.decide(flat, DecisionChoice::Continue).unwrap();
    let request = GetCopyOut { item: flat, agency: scene.housing };
    let text = commands::copy_out(&mut scene.place.desk, request).unwrap().text;
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[0], "CSH.2 · Hub Tasking meeting of Tuesday 24 November 2026");
    assert_eq!(lines[1], "Decision: Continue");
    assert!(
        lines[3].contains("Board up the back door at 7 Mill Lane · J Bell · due 24 November 2026"),
        "{text}"
    );
    let child = scene.case_item(meeting, scene.child);
    let request = GetCopyOut { item: child, agency: scene.housing };
    let text = commands::copy_out(&mut scene.place.desk, request).unwrap().text;
    assert!(text.ends_with("Your actions: none"), "another agency’s actions are not in it: {text}");
    assert!(!text.contains("Rhys"), "{text}");
    let asked = GetHistory { kind: "copy".into(), id: flat.0.to_string() };
    let audit = commands::get_history(&mut scene.place.desk, asked).unwrap().changes;
    assert_eq!(
        audit[0].what,
        ["Item: CSH.2", "Agency: Northbridge Housing"],
        "the audit holds what was taken out"
    );
}
