//! Building an agenda.

use desk::commands;
use desk::failure::Failure;
use desk::wire::everything::*;
use domain::closing::ClosingAnswers;
use domain::ids::MeetingId;
use domain::meeting::{About, Depth, Group, MeetingStatus};

use crate::scene::Scene;

fn agenda(scene: &mut Scene, meeting: MeetingId) -> AgendaView {
    commands::get_agenda(&mut scene.place.desk, OfMeeting { meeting }).unwrap()
}

fn add(scene: &mut Scene, meeting: MeetingId, about: About, title: &str) -> Result<AgendaView, Failure> {
    let title = title.to_owned();
    let request = AddItem { meeting, about, group: None, title, depth: None, minutes: None, fixed_at: None };
    commands::add_item(&mut scene.place.desk, request)
}

fn headings(view: &AgendaView) -> Vec<String> {
    let items = view.groups.iter().flat_map(|group| &group.items);
    items.map(|item| item.reference.clone().unwrap_or_else(|| item.title.clone())).collect()
}

#[test]
fn the_proposal_says_why_and_who_comes_when() {
    let mut scene = Scene::new();
    let meeting = scene.proposed();
    let view = agenda(&mut scene, meeting);
    assert_eq!(headings(&view), ["Welcome, declaration, apologies", "CSH.2", "R.1", "CSH.1", "CSH.3"]);
    let groups: Vec<Group> = view.groups.iter().map(|group| group.group).collect();
    assert_eq!(groups, [Group::Opening, Group::Housing, Group::Referrals, Group::YoungPeople, Group::Others]);
    let flat = &view.groups[1].items[0];
    assert_eq!((flat.why.as_str(), flat.depth), ("action due 24 Nov, not discussed yet", Depth::Full));
    assert_eq!(view.groups[2].items[0].why, "new, Housing · gate passed");
    let comes =
        |agency: &str| view.who_comes.iter().find(|each| each.agency == agency).unwrap().words.clone();
    assert_eq!(comes("Housing"), "2.04 – 2.26", "the flat, then at once the referral it brought");
    assert_eq!(view.waiting_minutes, 0);
    assert_eq!(comes("Police"), "throughout");
    assert_eq!(view.overflow, None);
}

#[test]
fn proposing_again_keeps_what_was_set_by_hand() {
    let mut scene = Scene::new();
    let meeting = scene.meeting_on("2026-11-24");
    add(&mut scene, meeting, About::Other, "Visit of the mayor").unwrap();
    let item = scene.item(meeting, About::Other);
    let long = AmendItem {
        item,
        title: Some("Visit of the mayor".into()),
        depth: Depth::Full,
        minutes: 110,
        group: Group::Others,
        fixed_at: None,
        pinned: false,
        needs: Vec::new(),
    };
    commands::amend_item(&mut scene.place.desk, long).unwrap();
    let first = commands::propose_agenda(&mut scene.place.desk, OfMeeting { meeting }).unwrap();
    let again = commands::propose_agenda(&mut scene.place.desk, OfMeeting { meeting }).unwrap();
    assert_eq!(headings(&first), headings(&again), "nothing twice");
    let mayor = again.groups.iter().flat_map(|group| &group.items).find(|each| each.id == item).unwrap();
    assert_eq!(mayor.minutes, 110);
    let child = scene.case_item(meeting, scene.child);
    let child = again.groups.iter().flat_map(|group| &group.items).find(|each| each.id == child).unwrap();
    assert_eq!(child.depth, Depth::Noted, "the mayor leaves no time");
    let told = again.overflow.expect("ten minutes are left for seventeen");
    assert!(told.ends_with("the agenda is 7 min too long"), "{told}");
}

#[test]
fn nothing_stands_on_an_agenda_twice_and_only_what_is_open_and_tabled() {
    let mut scene = Scene::new();
    let meeting = scene.proposed();
    let (flat, quiet, referral) = (scene.flat, scene.quiet, scene.referral);
    let twice = add(&mut scene, meeting, About::Case { case: flat }, "").unwrap_err();
    assert_eq!(twice.message, "CSH.2 is on the agenda already, item 2");
    let close = CloseCase {
        case: quiet,
        on: "2026-11-24".parse().unwrap(),
        score: None,
        no_score_because: Some("moved away".into()),
        answers: ClosingAnswers::default(),
        hand_over_to: None,
    };
    commands::close_case(&mut scene.place.desk, close).unwrap();
    let item = scene.case_item(meeting, quiet);
    commands::remove_item(&mut scene.place.desk, OfItem { item }).unwrap();
    let closed = add(&mut scene, meeting, About::Case { case: quiet }, "").unwrap_err();
    assert_eq!(closed.message, "CSH.3 is closed");
    commands::untable_referral(&mut scene.place.desk, GetReferral { id: referral }).unwrap();
    assert!(!headings(&agenda(&mut scene, meeting)).contains(&"R.1".to_owned()), "taken off with its table");
    let untabled = add(&mut scene, meeting, About::Referral { referral }, "").unwrap_err();
    assert_eq!(untabled.message, "R.1 is in triage");
    assert_eq!(add(&mut scene, meeting, About::Other, " ").unwrap_err().field.as_deref(), Some("title"));
}

#[test]
fn an_item_that_moves_joins_the_part_it_comes_to_and_positions_have_no_gap() {
    let mut scene = Scene::new();
    let meeting = scene.proposed();
    let item = scene.case_item(meeting, scene.quiet);
    let view = commands::move_item(&mut scene.place.desk, MoveItem { item, to: 2 }).unwrap();
    assert_eq!(headings(&view)[1..3], ["CSH.3", "CSH.2"]);
    let positions: Vec<u32> =
        view.groups.iter().flat_map(|group| &group.items).map(|item| item.position).collect();
    assert_eq!(positions, [1, 2, 3, 4, 5]);
    let view = commands::remove_item(&mut scene.place.desk, OfItem { item }).unwrap();
    assert_eq!(headings(&view)[1], "CSH.2");
    assert!(view.not_on_it.iter().any(|each| each.reference == "CSH.3" && each.due));
}

#[test]
fn an_issued_agenda_stands_until_it_is_reopened() {
    let mut scene = Scene::new();
    let meeting = scene.meeting_on("2026-11-24");
    let empty = commands::issue_agenda(&mut scene.place.desk, OfMeeting { meeting }).unwrap_err();
    assert_eq!(empty.message, "The agenda is empty");
    commands::propose_agenda(&mut scene.place.desk, OfMeeting { meeting }).unwrap();
    let quiet = scene.case_item(meeting, scene.quiet);
    commands::remove_item(&mut scene.place.desk, OfItem { item: quiet }).unwrap();
    let issued = commands::issue_agenda(&mut scene.place.desk, OfMeeting { meeting }).unwrap();
    assert_eq!((issued.meeting.status, issued.editable), (MeetingStatus::Issued, false));
    let missing: Vec<_> = issued.not_on_it.iter().map(|each| each.reference.as_str()).collect();
    assert_eq!(missing, ["CSH.3"], "what is not on it is told still");
    let item = scene.case_item(meeting, scene.flat);
    let refused = commands::move_item(&mut scene.place.desk, MoveItem { item, to: 1 }).unwrap_err();
    assert_eq!(refused.hint.as_deref(), Some("Re-open it to change it"));
    assert!(commands::reopen_agenda(&mut scene.place.desk, OfMeeting { meeting }).unwrap().editable);
}

#[test]
fn what_the_last_meeting_left_open_is_on_the_next_agenda() {
    let mut scene = Scene::new();
    let meeting = scene.begun();
    let flat = scene.case_item(meeting, scene.flat);
    scene.go_to(meeting, flat);
    scene.decide(flat, DecisionChoice::SeparateMeeting { reports_back: None }).unwrap();
    let action = AddAction {
        case: scene.flat,
        meeting: Some(meeting),
        what: "Letter to the owner".into(),
        kind: None,
        agency: scene.housing,
        officer: Some(scene.bell),
        new_officer: None,
        due: "2026-12-15".parse().ok(),
    };
    commands::add_action(&mut scene.place.desk, action).unwrap();
    scene.conclude(meeting);
    let next = scene.meeting_on("2026-12-01");
    let view = commands::propose_agenda(&mut scene.place.desk, OfMeeting { meeting: next }).unwrap();
    let items: Vec<&AgendaItem> = view.groups.iter().flat_map(|group| &group.items).collect();
    let why = |reference: &str| {
        items.iter().find(|item| item.reference.as_deref() == Some(reference)).map(|item| item.why.clone())
    };
    assert_eq!(why("CSH.2").unwrap(), "separate meeting reports back, action due 24 Nov");
    assert_eq!(
        why("CSH.1").unwrap(),
        "left undecided on 24 Nov, not discussed yet",
        "the room never came to it"
    );
    assert!(why("R.1").is_some(), "still tabled");
    assert_eq!(items[1].why, "1 from 24 Nov");
}
