//! Running a meeting.

use desk::commands;
use desk::failure::Code;
use desk::wire::everything::*;
use domain::meeting::{AttendanceMode, MeetingStatus};

use crate::scene::{Scene, day};

#[test]
fn a_meeting_begins_at_its_first_item_with_a_blank_projector() {
    let mut scene = Scene::new();
    let meeting = scene.begun();
    let room = scene.room(meeting);
    assert_eq!(room.meeting.status, MeetingStatus::Running);
    assert_eq!(room.current.as_ref().map(|current| current.position), Some(1));
    assert!(room.projector.blank && room.projector.view.shown.is_none());
    assert_eq!(room.items[0].state, RoomItemState::Current);
    assert_eq!((room.behind_minutes, room.clock.to_string().as_str()), (0, "14:00"));
}

#[test]
fn a_meeting_begun_before_its_day_is_held_today_and_its_actions_may_fall_due_at_once() {
    let mut scene = Scene::new();
    let meeting = scene.meeting_on("2026-12-01");
    commands::propose_agenda(&mut scene.place.desk, OfMeeting { meeting }).unwrap();
    let room = commands::begin_meeting(&mut scene.place.desk, OfMeeting { meeting }).unwrap();
    assert_eq!(room.meeting.date, day("2026-11-24"), "today");
    let action = AddAction {
        case: scene.flat,
        meeting: Some(meeting),
        what: "Letter to the owner".into(),
        kind: None,
        agency: scene.housing,
        officer: None,
        new_officer: None,
        due: Some(day("2026-11-27")),
    };
    let added = commands::add_action(&mut scene.place.desk, action).unwrap();
    assert_eq!(added.row.raised_on, day("2026-11-24"));
    let flat = scene.case_item(meeting, scene.flat);
    scene.go_to(meeting, flat);
    let answers = scene.superseding(2);
    let no_score_because = Some("not scored here".into());
    let choice = DecisionChoice::Close { score: None, no_score_because, answers };
    scene.decide(flat, choice).unwrap();
    let closed =
        scene.case(2).episodes.last().and_then(|episode| episode.episode.closed.clone()).map(|it| it.on);
    assert_eq!(closed, Some(day("2026-11-24")), "no case is closed on a day to come");
}

#[test]
fn only_one_meeting_runs_at_a_time() {
    let mut scene = Scene::new();
    scene.begun();
    let other = scene.meeting_on("2026-12-01");
    commands::propose_agenda(&mut scene.place.desk, OfMeeting { meeting: other }).unwrap();
    let refused = commands::begin_meeting(&mut scene.place.desk, OfMeeting { meeting: other }).unwrap_err();
    assert_eq!(
        refused.message,
        "The meeting of Tuesday 24 November 2026 is still running; conclude it first"
    );
}

#[test]
fn the_clock_counts_what_an_item_took_without_pauses_and_forecasts_the_rest() {
    let mut scene = Scene::new();
    let meeting = scene.begun();
    let flat = scene.case_item(meeting, scene.flat);
    scene.place.after_minutes(4);
    scene.go_to(meeting, flat);
    scene.place.after_minutes(10);
    let pause = |scene: &mut Scene, paused| {
        commands::pause_clock(&mut scene.place.desk, PauseClock { meeting, paused }).unwrap()
    };
    assert_eq!(pause(&mut scene, true).items[1].running_since, None);
    scene.place.after_minutes(3);
    pause(&mut scene, false);
    scene.place.after_minutes(5);
    let room = scene.room(meeting);
    assert_eq!(room.items[1].spent_seconds, 15 * 60, "10 and 5 minutes, the pause between left out");
    assert_eq!(room.behind_minutes, 6, "22 minutes gone, 16 were planned");
    assert_eq!(room.forecasts[2].to_string(), "14:22");
    let child = scene.case_item(meeting, scene.child);
    let room = scene.go_to(meeting, child);
    assert_eq!(room.items[1].state, RoomItemState::Done);
    assert!(!room.items[1].decided, "the flat was left undecided");
}

#[test]
fn the_room_opens_where_it_was() {
    let mut scene = Scene::new();
    let meeting = scene.begun();
    let flat = scene.case_item(meeting, scene.flat);
    scene.go_to(meeting, flat);
    scene.show(meeting, flat);
    let request = AddKeyPoint { item: flat, text: "Door forced twice.".into() };
    commands::add_key_point(&mut scene.place.desk, request).unwrap();
    let before = scene.room(meeting);
    commands::lock(&mut scene.place.desk, Nothing {}).unwrap();
    let blank = scene.projector();
    assert!(blank.shown.is_none() && blank.marking.is_empty(), "a locked hub shows nothing");
    commands::unlock(
        &mut scene.place.desk,
        Unlock { passphrase: crate::support::PASSPHRASE.into(), user: None },
    )
    .unwrap();
    // Everything but how often the windows were told of a change, and locking is one.
    let after = scene.room(meeting);
    assert_eq!(RoomView { changes: before.changes, ..after }, before);
}

#[test]
fn the_journal_forgets_a_key_point_with_the_write_that_stores_it_and_keeps_what_is_typed_behind_it() {
    let mut scene = Scene::new();
    let meeting = scene.begun();
    let flat = scene.case_item(meeting, scene.flat);
    scene.go_to(meeting, flat);
    let key = format!("room/{flat}/key_point");
    let mut kept_after = |typed: &str, stored: &str| {
        let draft = SaveDraft { key: key.clone(), text: typed.into() };
        commands::save_draft(&mut scene.place.desk, draft).unwrap();
        let point = AddKeyPoint { item: flat, text: stored.into() };
        commands::add_key_point(&mut scene.place.desk, point).unwrap();
        let prefix = key.clone();
        let kept = commands::list_drafts(&mut scene.place.desk, DraftsUnder { prefix }).unwrap().drafts;
        kept.into_iter().map(|draft| draft.text).collect::<Vec<_>>()
    };
    let nothing: [&str; 0] = [];
    assert_eq!(kept_after("Door forced tw", "Door forced twice."), nothing);
    assert_eq!(kept_after("Typed over by the next words", "Door forced twice."), nothing);
    assert_eq!(kept_after("Door forced twice. The owner was", "Door forced twice."), ["The owner was"]);
}

#[test]
fn a_key_point_taken_back_is_gone_from_the_room_and_the_minutes() {
    let mut scene = Scene::new();
    let meeting = scene.begun();
    let flat = scene.case_item(meeting, scene.flat);
    let add = |scene: &mut Scene, text: &str| {
        scene.go_to(meeting, flat);
        commands::add_key_point(&mut scene.place.desk, AddKeyPoint { item: flat, text: text.into() })
    };
    assert_eq!(add(&mut scene, "  ").unwrap_err().field.as_deref(), Some("text"));
    add(&mut scene, "Door forced twice.").unwrap();
    let room = add(&mut scene, "Typo").unwrap();
    let id = room.current.unwrap().key_points[1].id;
    let room = commands::withdraw_key_point(&mut scene.place.desk, OfKeyPoint { id }).unwrap();
    assert_eq!(room.current.unwrap().key_points.len(), 1);
    let minutes = commands::get_minutes(&mut scene.place.desk, OfMeeting { meeting }).unwrap();
    assert_eq!(minutes.items[1].text, "Door forced twice.");
}

#[test]
fn who_heard_the_declaration_is_kept_and_latecomers_hear_it_later() {
    let mut scene = Scene::new();
    let meeting = scene.begun();
    scene.attend(meeting, "A Field", AttendanceMode::InRoom);
    scene.attend(meeting, "Z Okafor", AttendanceMode::Apologies);
    let read =
        |scene: &mut Scene| commands::read_declaration(&mut scene.place.desk, OfMeeting { meeting }).unwrap();
    read(&mut scene);
    scene.attend(meeting, "J Bell", AttendanceMode::DialledIn);
    let heard = |room: &RoomView| -> Vec<String> {
        let lines = room.attendance.entries.iter().filter(|line| line.entry.heard_declaration);
        lines.map(|line| line.entry.name.clone()).collect()
    };
    let room = scene.room(meeting);
    assert_eq!(heard(&room), ["A Field"]);
    assert_eq!((room.attendance.in_room, room.attendance.dialled_in, room.attendance.apologies), (1, 1, 1));
    assert_eq!(heard(&read(&mut scene)), ["A Field", "J Bell"]);
    let room = scene.attend(meeting, "A Field", AttendanceMode::DialledIn);
    assert_eq!(heard(&room), ["A Field", "J Bell"], "who changes to the line has heard it all the same");
}

#[test]
fn an_attendance_entry_taken_back_counts_no_longer() {
    let mut scene = Scene::new();
    let meeting = scene.begun();
    let room = scene.attend(meeting, "A Field", AttendanceMode::InRoom);
    let id = room.attendance.entries[0].entry.id;
    let request = WithdrawAttendance { id };
    let room = commands::withdraw_attendance(&mut scene.place.desk, request).unwrap();
    assert_eq!((room.attendance.in_room, room.attendance.entries.len()), (0, 0));
}

#[test]
fn agencies_with_items_are_expected_until_they_are_entered() {
    let mut scene = Scene::new();
    let meeting = scene.begun();
    let expected = scene.room(meeting).attendance.expected;
    assert_eq!(expected.iter().map(|line| line.name.as_str()).collect::<Vec<_>>(), ["J Bell", ""]);
    let line = &expected[0];
    let request = AddAttendance {
        meeting,
        agency: Some(line.agency),
        officer: line.officer,
        name: String::new(),
        mode: AttendanceMode::InRoom,
        substitute_for: String::new(),
        from_item: None,
        to_item: None,
    };
    let room = commands::add_attendance(&mut scene.place.desk, request).unwrap();
    assert_eq!(room.attendance.entries[0].entry.name, "J Bell", "the name comes from the list");
    assert_eq!(room.attendance.expected.len(), 1);
}

#[test]
fn an_action_for_an_agency_that_is_not_there_awaits_its_acceptance() {
    let mut scene = Scene::new();
    let meeting = scene.begun();
    scene.attend(meeting, "A Field", AttendanceMode::InRoom);
    let action = AddAction {
        case: scene.flat,
        meeting: Some(meeting),
        what: "Letter to the owner".into(),
        kind: None,
        agency: scene.housing,
        officer: None,
        new_officer: Some("Amy Okafor".into()),
        due: None,
    };
    let view = commands::add_action(&mut scene.place.desk, action).unwrap();
    assert!(view.row.awaits_acceptance && view.row.is_new);
    assert_eq!(view.row.number.to_string(), "1/1");
    let flat = scene.case_item(meeting, scene.flat);
    let room = scene.go_to(meeting, flat);
    assert_eq!(room.current.unwrap().new_actions.len(), 1);
    let ends: Vec<String> = scene.open_ends(meeting).into_iter().map(|end| end.words).collect();
    assert!(ends.contains(&"CSH.2: action 1/1 of Housing has no date".to_owned()), "{ends:?}");
}

#[test]
fn concluding_asks_about_what_is_not_settled_and_goes_on_all_the_same() {
    let mut scene = Scene::new();
    let meeting = scene.begun();
    let conclude = |scene: &mut Scene, with_open_ends| {
        let request = ConcludeMeeting { meeting, with_open_ends };
        commands::conclude_meeting(&mut scene.place.desk, request)
    };
    let asked = conclude(&mut scene, false).unwrap_err();
    assert_eq!(asked.code, Code::OpenEnds);
    assert!(asked.message.starts_with("4 things are not settled. CSH.2: not decided"), "{}", asked.message);
    scene.place.after_minutes(30);
    let room = conclude(&mut scene, true).unwrap();
    assert_eq!(room.meeting.status, MeetingStatus::Concluded);
    assert!(room.current.is_none() && room.projector.blank);
    assert_eq!(room.items[0].spent_seconds, 30 * 60);
    let refused = scene.decide(room.items[1].id, DecisionChoice::Continue).unwrap_err();
    assert_eq!(refused.message, "The meeting is concluded, minutes in draft, not running");
}

#[test]
fn an_urgent_item_joins_a_running_meeting_and_a_begun_one_cannot_be_taken_off() {
    let mut scene = Scene::new();
    let meeting = scene.begun();
    let request = AddItem {
        meeting,
        about: domain::meeting::About::Other,
        group: None,
        title: "Fire in the subway".into(),
        depth: None,
        minutes: None,
        fixed_at: None,
    };
    let agenda = commands::add_item(&mut scene.place.desk, request).unwrap();
    let last = agenda.groups.last().unwrap().items.last().unwrap();
    assert_eq!((last.title.as_str(), last.why.as_str()), ("Fire in the subway", "urgent"));
    let first = scene.room(meeting).items[0].id;
    assert!(commands::remove_item(&mut scene.place.desk, OfItem { item: first }).is_err());
}

#[test]
fn what_a_coordinator_records_stands_in_the_name_of_the_chair() {
    let mut scene = Scene::of(domain::rights::Role::Coordinator);
    let meeting = scene.begun();
    let flat = scene.case_item(meeting, scene.flat);
    scene.decide(flat, DecisionChoice::Continue).unwrap();
    let hub = scene.place.desk.hub().unwrap();
    let entries = hub
        .store
        .read(|reader| {
            let decision = reader.decisions_of_item(flat)?.remove(0);
            reader.history_of("decision", decision.id.0)
        })
        .unwrap();
    assert_eq!(entries[0].in_name_of.as_deref(), Some("R Hale"));
}
