//! What leaves the program by the projector.

use desk::commands;
use desk::failure::Code;
use desk::wire::everything::*;
use domain::disclosure::{Level, LevelLimit};
use domain::meeting::AttendanceMode;

use crate::scene::{Scene, officer, subject};

fn text(view: &ProjectorView) -> String {
    serde_json::to_string(view).unwrap()
}

fn level(scene: &mut Scene, meeting: domain::ids::MeetingId, level: Level) -> RoomView {
    let request = SetProjectorLevel { meeting, level, item: None };
    commands::set_projector_level(&mut scene.place.desk, request).unwrap()
}

#[test]
fn only_what_was_put_there_shows_and_never_the_next_item() {
    let mut scene = Scene::new();
    let meeting = scene.begun();
    let (flat, quiet) = (scene.case_item(meeting, scene.flat), scene.case_item(meeting, scene.quiet));
    let early = ShowOnProjector { meeting, item: Some(quiet) };
    let refused = commands::show_on_projector(&mut scene.place.desk, early).unwrap_err();
    assert_eq!(refused.message, "Only an item that the room has come to is shown");
    scene.go_to(meeting, flat);
    assert!(scene.projector().shown.is_none(), "coming to an item shows nothing");
    scene.show(meeting, flat);
    let shown = scene.projector().shown.unwrap();
    assert_eq!((shown.heading.as_str(), shown.position_words.as_str()), ("CSH.2", "item 2 of 5"));
    assert_eq!(shown.time_words, "2.04 pm, 12 minutes");
    let room = scene.go_to(meeting, quiet);
    assert!(room.projector.blank && scene.projector().shown.is_none(), "going on blanks it");
    let blank = commands::show_on_projector(&mut scene.place.desk, ShowOnProjector { meeting, item: None });
    assert!(blank.unwrap().projector.blank);
}

#[test]
fn a_projector_that_nobody_steers_is_blank_until_something_is_shown() {
    let mut scene = Scene::new();
    desk::blank_projector(&mut scene.place.desk).expect("without a meeting it is blank already");
    let meeting = scene.begun();
    let flat = scene.case_item(meeting, scene.flat);
    scene.go_to(meeting, flat);
    scene.show(meeting, flat);
    desk::blank_projector(&mut scene.place.desk).unwrap();
    assert!(scene.projector().shown.is_none());
    let room = scene.show(meeting, flat);
    assert_eq!(room.projector.item, Some(flat), "the room is still there");
}

#[test]
fn the_console_tells_exactly_what_the_projector_receives() {
    let mut scene = Scene::new();
    let meeting = scene.begun();
    let flat = scene.case_item(meeting, scene.flat);
    scene.go_to(meeting, flat);
    let room = scene.show(meeting, flat);
    assert_eq!(room.projector.view, scene.projector());
}

#[test]
fn a_child_stays_a_reference_until_the_chair_raises_it() {
    let mut scene = Scene::new();
    let meeting = scene.begun();
    let child = scene.case_item(meeting, scene.child);
    scene.go_to(meeting, child);
    level(&mut scene, meeting, Level::Full);
    let room = scene.show(meeting, child);
    assert_eq!((room.projector.level, room.projector.limit), (Level::Reference, Some(LevelLimit::Child)));
    assert_eq!(room.projector.words, "reference only, child");
    assert!(!text(&scene.projector()).contains("Tomos"));
    let raise = RaiseChild { meeting, case: scene.child };
    commands::raise_child(&mut scene.place.desk, raise).unwrap();
    assert!(text(&scene.projector()).contains("Tomos Rhys"));
    assert!(!text(&scene.projector()).contains("2010"), "a child's date of birth never shows");
}

#[test]
fn a_coordinator_neither_raises_a_child_nor_overrules_an_observer() {
    let mut scene = Scene::of(domain::rights::Role::Coordinator);
    let meeting = scene.begun();
    let raise = RaiseChild { meeting, case: scene.child };
    assert_eq!(commands::raise_child(&mut scene.place.desk, raise).unwrap_err().code, Code::Refused);
    let overrule = OverruleObserver { meeting, reason: "agreed".into() };
    assert!(commands::overrule_observer(&mut scene.place.desk, overrule).is_err());
}

#[test]
fn an_observer_lowers_everything_to_references_until_overruled_with_a_reason() {
    let mut scene = Scene::new();
    let meeting = scene.begun();
    let flat = scene.case_item(meeting, scene.flat);
    scene.go_to(meeting, flat);
    level(&mut scene, meeting, Level::Full);
    scene.show(meeting, flat);
    assert!(text(&scene.projector()).contains("Board up"));
    let room = scene.attend(meeting, "Visitor", AttendanceMode::Observer);
    assert_eq!(room.projector.words, "reference only, observer present");
    let shown = text(&scene.projector());
    assert!(!shown.contains("Board up") && !shown.contains("J Bell"), "{shown}");
    let overrule = |scene: &mut Scene, reason: &str| {
        let request = OverruleObserver { meeting, reason: reason.into() };
        commands::overrule_observer(&mut scene.place.desk, request).unwrap()
    };
    assert_eq!(overrule(&mut scene, "signed the agreement").projector.level, Level::Full);
    assert_eq!(overrule(&mut scene, "").projector.level, Level::Reference);
}

#[test]
fn texts_at_initials_hold_no_known_name_or_address() {
    let mut scene = Scene::new();
    let meeting = scene.begun();
    let flat = scene.case_item(meeting, scene.flat);
    scene.go_to(meeting, flat);
    let add = AddKeyPoint { item: flat, text: "Tomos and Tiny were seen at 7 Mill Lane".into() };
    let room = commands::add_key_point(&mut scene.place.desk, add).unwrap();
    let id = room.current.unwrap().key_points[0].id;
    scene.show(meeting, flat);
    assert!(!text(&scene.projector()).contains("were seen"), "a key point shows only when put there");
    commands::show_key_point(&mut scene.place.desk, ShowKeyPoint { id, shown: true }).unwrap();
    let shown = text(&scene.projector());
    assert!(shown.contains("were seen at"), "{shown}");
    for hidden in ["Tomos", "Tiny", "Mill Lane", "J Bell"] {
        assert!(!shown.contains(hidden), "{hidden} in {shown}");
    }
}

#[test]
fn whom_the_hub_comes_to_know_amid_the_meeting_is_replaced_at_once() {
    let mut scene = Scene::new();
    let meeting = scene.begun();
    let flat = scene.case_item(meeting, scene.flat);
    scene.go_to(meeting, flat);
    let add = AddKeyPoint { item: flat, text: "Marta Quill let PC Oduya in".into() };
    let room = commands::add_key_point(&mut scene.place.desk, add).unwrap();
    let id = room.current.unwrap().key_points[0].id;
    commands::show_key_point(&mut scene.place.desk, ShowKeyPoint { id, shown: true }).unwrap();
    scene.show(meeting, flat);
    assert!(text(&scene.projector()).contains("Marta Quill let PC Oduya in"), "nobody knows them yet");
    let add = AddCaseSubject { case: scene.child, subject: subject("Marta Quill", "1970-01-02") };
    commands::add_case_subject(&mut scene.place.desk, add).unwrap();
    assert!(text(&scene.projector()).contains("M.Q. let PC Oduya in"), "a person of another case");
    officer(&mut scene.place, scene.housing, "PC Oduya");
    assert!(text(&scene.projector()).contains("M.Q. let [officer] in"), "an officer");
    assert_eq!(scene.room(meeting).projector.view, scene.projector(), "the console sees the same");
}

#[test]
fn a_written_update_shows_that_it_came_and_its_text_only_when_put_there() {
    let mut scene = Scene::new();
    let meeting = scene.proposed();
    let request = AddWrittenUpdate {
        meeting,
        case: scene.flat,
        agency: scene.housing,
        text: "The door was repaired".into(),
    };
    commands::add_written_update(&mut scene.place.desk, request).unwrap();
    commands::begin_meeting(&mut scene.place.desk, OfMeeting { meeting }).unwrap();
    let flat = scene.case_item(meeting, scene.flat);
    let room = scene.go_to(meeting, flat);
    let id = room.current.unwrap().case.unwrap().updates[0].id;
    scene.show(meeting, flat);
    let shown = text(&scene.projector());
    assert!(shown.contains("\"updates\":[{\"agency\":\"Housing\"") && !shown.contains("repaired"), "{shown}");
    commands::show_written_update(&mut scene.place.desk, ShowWrittenUpdate { id, shown: true }).unwrap();
    assert!(text(&scene.projector()).contains("repaired"));
}

#[test]
fn a_referral_at_reference_is_who_refers_it() {
    let mut scene = Scene::new();
    let meeting = scene.begun();
    let item = scene.referral_item(meeting);
    scene.go_to(meeting, item);
    level(&mut scene, meeting, Level::Reference);
    scene.show(meeting, item);
    let shown = scene.projector().shown.unwrap();
    assert_eq!((shown.heading.as_str(), shown.line.as_str()), ("R.1", "Referral"));
    assert_eq!(shown.lines[0], "Referred by Housing");
    let all = shown.lines.join(" ");
    assert!(!all.contains("Canal") && !all.contains("Petra") && !all.contains("Noise"), "{all}");
}

#[test]
fn a_projection_is_a_disclosure_in_the_audit() {
    let mut scene = Scene::new();
    let meeting = scene.begun();
    let flat = scene.case_item(meeting, scene.flat);
    scene.go_to(meeting, flat);
    scene.show(meeting, flat);
    let hub = scene.place.desk.hub().unwrap();
    let noted = hub.store.read(|reader| reader.history_of("projection", flat.0)).unwrap();
    assert_eq!(noted.len(), 1);
    let value = noted[0].value.as_ref().map(ToString::to_string).unwrap_or_default();
    assert!(value.contains("CSH.2") && value.contains("initials"), "{value}");
}
