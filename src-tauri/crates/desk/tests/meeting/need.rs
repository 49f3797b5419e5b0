//! Do we need to meet?

use desk::commands;
use desk::wire::everything::*;
use domain::agency::{Field, Presence};
use domain::agenda::Advice;
use domain::ids::MeetingId;
use domain::meeting::MeetingStatus;
use domain::rights::Role;

use crate::scene::{Scene, agency, day, officer};
use crate::support::Place;

fn meeting_on(place: &mut Place, date: &str) -> MeetingId {
    let plan = AddMeeting {
        date: day(date),
        starts: "14:00".parse().unwrap(),
        minutes: 120,
        room: "Town hall".into(),
        chair: "R Hale".into(),
    };
    commands::add_meeting(&mut place.desk, plan).unwrap().id
}

fn need(place: &mut Place, meeting: MeetingId) -> Option<NeedView> {
    commands::get_need(&mut place.desk, OfMeeting { meeting }).unwrap().need
}

#[test]
fn what_waits_for_a_meeting_is_named_on_every_screen_that_shows_it() {
    let mut scene = Scene::new();
    let meeting = scene.meeting_on("2026-11-24");
    let told = need(&mut scene.place, meeting).unwrap();
    assert_eq!(
        told.matters,
        ["1 referral tabled", "1 case with an action due", "3 cases not discussed yet"],
        "{}",
        told.words
    );
    assert_eq!((told.needed, told.advice), (true, Advice::Hold));
    let today = commands::get_today(&mut scene.place.desk, Nothing {}).unwrap();
    assert_eq!((today.need, today.advice), (told.words, Some(Advice::Hold)));
    let list = commands::list_meetings(&mut scene.place.desk, Nothing {}).unwrap();
    assert_eq!(list.need.map(|need| need.meeting), Some(meeting));
}

#[test]
fn a_meeting_for_nothing_is_proposed_to_be_cancelled_with_a_notice_that_says_all() {
    let mut place = Place::with_hub_of(Role::Chair);
    let housing = agency(&mut place, "Northbridge Housing", "Housing", Field::Housing, Presence::OwnItems);
    agency(&mut place, "Northbridge Police", "Police", Field::Police, Presence::Throughout);
    officer(&mut place, housing, "J Bell");
    let meeting = meeting_on(&mut place, "2026-11-24");
    meeting_on(&mut place, "2026-12-08");
    let told = need(&mut place, meeting).unwrap();
    let Advice::Cancel { because } = told.advice else { panic!("{:?}", told.advice) };
    assert!(!told.needed && told.matters.is_empty());
    let today = commands::get_today(&mut place.desk, Nothing {}).unwrap();
    assert_eq!(
        (today.need.as_str(), today.advice),
        ("No case is open yet", None),
        "a new hub is not told to cancel"
    );
    let draft = DraftNotice { meeting, because: because.clone() };
    let notice = commands::draft_notice(&mut place.desk, draft).unwrap();
    assert_eq!(notice.to, ["J Bell, Northbridge Housing", "Northbridge Police"]);
    assert_eq!(notice.subject, "No Hub Tasking meeting on Tuesday 24 November 2026");
    assert!(notice.text.contains(&because), "{}", notice.text);
    assert!(notice.text.contains("The next meeting is on Tuesday 8 December 2026"), "{}", notice.text);
    let cancelled = commands::cancel_meeting(&mut place.desk, CancelMeeting { meeting, because }).unwrap();
    assert_eq!(cancelled.status, MeetingStatus::Cancelled);
    assert_eq!(need(&mut place, meeting), None, "a meeting that was called off needs nothing");
}

#[test]
fn an_item_that_somebody_put_on_the_agenda_is_a_need_to_meet() {
    let mut place = Place::with_hub_of(Role::Chair);
    let meeting = meeting_on(&mut place, "2026-11-24");
    let request = AddItem {
        meeting,
        about: domain::meeting::About::Other,
        group: None,
        title: "Visit of the mayor".into(),
        depth: None,
        minutes: None,
        fixed_at: None,
    };
    commands::add_item(&mut place.desk, request).unwrap();
    assert_eq!(need(&mut place, meeting).unwrap().matters, ["1 item put on the agenda by hand"]);
}

#[test]
fn a_meeting_after_a_bank_holiday_is_proposed_to_be_moved() {
    let mut scene = Scene::new();
    let meeting = scene.meeting_on("2026-12-29");
    let told = need(&mut scene.place, meeting).unwrap();
    let Advice::Move { because, to } = told.advice else { panic!("{:?}", told.advice) };
    assert!(because.contains("the day before is"), "{because}");
    assert_eq!(to, day("2027-01-05"));
    let notice = commands::draft_notice(&mut scene.place.desk, DraftNotice { meeting, because }).unwrap();
    assert!(notice.text.contains("The next meeting would be on Tuesday 5 January 2027"), "{}", notice.text);
}
