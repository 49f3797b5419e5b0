//! Replies before and during a meeting, and e-mails that answer by action number.

use desk::commands;
use desk::failure::Failure;
use desk::wire::everything::*;
use domain::action::ActionStatus;
use domain::ids::{AgencyId, MeetingId};
use domain::meeting::AttendanceMode;
use domain::referral::CheckAnswer;

use crate::scene::{Scene, day};

fn replies(scene: &mut Scene, meeting: MeetingId) -> RepliesView {
    commands::get_replies(&mut scene.place.desk, OfMeeting { meeting }).unwrap()
}

fn row(view: &RepliesView, short_name: &str) -> AgencyReplies {
    view.agencies.iter().find(|row| row.short_name == short_name).cloned().unwrap()
}

fn says(
    scene: &mut Scene,
    meeting: MeetingId,
    mode: AttendanceMode,
    change: impl FnOnce(&mut AddAttendance),
) {
    let mut request = AddAttendance {
        meeting,
        agency: Some(scene.housing),
        officer: Some(scene.bell),
        name: String::new(),
        mode,
        substitute_for: String::new(),
        from_item: None,
        to_item: None,
    };
    change(&mut request);
    commands::add_attendance(&mut scene.place.desk, request).unwrap();
}

/// Moves the clock on to Friday 27 November and plans the meeting of 1 December, so that the action is some days old.
fn on_friday(scene: &mut Scene) -> MeetingId {
    scene.place.after_minutes(3 * 24 * 60);
    let meeting = scene.meeting_on("2026-12-01");
    commands::propose_agenda(&mut scene.place.desk, OfMeeting { meeting }).unwrap();
    meeting
}

fn read(scene: &mut Scene, meeting: MeetingId, text: &str) -> ReplyLetter {
    commands::read_reply(&mut scene.place.desk, ReadReply::Text { meeting, text: text.into() }).unwrap()
}

fn take(scene: &mut Scene, change: impl FnOnce(&mut TakeActionReply)) -> Result<ActionReplyTaken, Failure> {
    let mut request = TakeActionReply {
        id: scene.late_action().id,
        status: Some(ActionStatus::Done),
        on: Some(day("2026-11-25")),
        text: "Boarded up on Wednesday".into(),
        blocked: None,
        told_by: "J Bell, Housing".into(),
    };
    change(&mut request);
    commands::take_action_reply(&mut scene.place.desk, request)
}

fn email_of_bell(scene: &mut Scene) {
    let request = GetAgency { id: scene.housing };
    let mut officer = commands::get_agency(&mut scene.place.desk, request).unwrap().officers.remove(0);
    officer.email = "bell@housing.example".into();
    commands::amend_officer(&mut scene.place.desk, AmendOfficer { officer }).unwrap();
}

#[test]
fn each_agency_has_what_it_owes_the_meeting_with_times_and_what_is_missing() {
    let mut scene = Scene::new();
    let meeting = scene.proposed();
    let view = replies(&mut scene, meeting);
    assert_eq!(view.words, "0 of 2 agencies replied");
    assert!(view.open);
    let housing = row(&view, "Housing");
    assert_eq!(
        housing.missing,
        ["whether they come", "the check on R.1"],
        "every agency is asked for its check"
    );
    assert_eq!(housing.people[0].name, "J Bell");
    let headings: Vec<_> = housing.items.iter().map(|item| item.heading.as_str()).collect();
    assert_eq!(headings, ["CSH.2", "R.1"]);
    assert!(housing.items[0].starts < housing.items[1].starts);
    assert_eq!(housing.actions[0].what, "Board up the back door at 7 Mill Lane");
    let police = row(&view, "Police");
    assert_eq!((police.words.as_str(), police.people[0].name.as_str()), ("throughout", ""));
}

#[test]
fn apologies_before_the_meeting_are_a_reply_and_leave_a_word_on_each_case_owed() {
    let mut scene = Scene::new();
    let meeting = scene.proposed();
    says(&mut scene, meeting, AttendanceMode::Apologies, |_| {});
    let view = replies(&mut scene, meeting);
    assert_eq!(view.words, "1 of 2 agencies replied");
    let housing = row(&view, "Housing");
    assert_eq!(
        (housing.people[0].words.as_str(), housing.missing.as_slice()),
        ("apologies", &["a word on CSH.2".to_owned(), "the check on R.1".to_owned()][..])
    );
    let (case, agency) = (scene.flat, scene.housing);
    let update = AddWrittenUpdate { meeting, case, agency, text: "Boards are orderd".into() };
    commands::add_written_update(&mut scene.place.desk, update).unwrap();
    let housing = row(&replies(&mut scene, meeting), "Housing");
    assert_eq!(housing.missing, ["the check on R.1"]);
    let amend = AmendWrittenUpdate { id: housing.updates[0].id, text: "Boards are ordered".into() };
    commands::amend_written_update(&mut scene.place.desk, amend).unwrap();
    let updates = row(&replies(&mut scene, meeting), "Housing").updates;
    let texts: Vec<_> = updates.iter().map(|update| update.text.as_str()).collect();
    assert_eq!(texts, ["Boards are ordered"], "the former words do not stand beside the new ones");
    let back = OfWrittenUpdate { id: updates[0].id };
    commands::withdraw_written_update(&mut scene.place.desk, back).unwrap();
    assert_eq!(
        row(&replies(&mut scene, meeting), "Housing").missing,
        ["a word on CSH.2", "the check on R.1"]
    );
}

#[test]
fn who_said_that_they_come_is_expected_until_somebody_sees_them() {
    let mut scene = Scene::new();
    let meeting = scene.proposed();
    says(&mut scene, meeting, AttendanceMode::DiallingIn, |request| {
        (request.from_item, request.to_item) = (Some(2), Some(3));
    });
    let person = row(&replies(&mut scene, meeting), "Housing").people.remove(0);
    assert_eq!(person.words, "dialling in, items 2 to 3");
    commands::begin_meeting(&mut scene.place.desk, OfMeeting { meeting }).unwrap();
    let room = scene.room(meeting).attendance;
    assert_eq!((room.dialled_in, room.entries.len()), (0, 0), "nobody heard them yet");
    let line = room.expected.iter().find(|line| line.name == "J Bell").unwrap();
    assert_eq!(line.announced.as_ref().map(|entry| entry.mode), Some(AttendanceMode::DiallingIn));
    assert!(
        commands::get_minutes(&mut scene.place.desk, OfMeeting { meeting }).unwrap().attendance.is_empty()
    );
    says(&mut scene, meeting, AttendanceMode::DialledIn, |_| {});
    let room = scene.room(meeting).attendance;
    assert_eq!((room.dialled_in, room.entries.len()), (1, 1));
    assert!(room.expected.iter().all(|line| line.name != "J Bell"));
}

#[test]
fn a_substitute_comes_in_the_place_of_whom_the_meeting_expects() {
    let mut scene = Scene::new();
    let meeting = scene.proposed();
    says(&mut scene, meeting, AttendanceMode::Coming, |request| {
        (request.officer, request.name) = (None, "S Poole".into());
        request.substitute_for = "J Bell".into();
    });
    let housing = row(&replies(&mut scene, meeting), "Housing");
    assert_eq!(housing.people.len(), 1, "the substitute stands under the name of J Bell");
    assert_eq!((housing.people[0].words.as_str(), housing.replied), ("S Poole instead, coming", true));
    commands::begin_meeting(&mut scene.place.desk, OfMeeting { meeting }).unwrap();
    let expected = scene.room(meeting).attendance.expected;
    let names: Vec<_> = expected.iter().map(|line| line.name.as_str()).collect();
    assert_eq!(names, ["S Poole", ""]);
}

#[test]
fn who_is_announced_comes_for_an_agency() {
    let mut scene = Scene::new();
    let meeting = scene.proposed();
    let request = AddAttendance {
        meeting,
        agency: None,
        officer: None,
        name: "S Poole".into(),
        mode: AttendanceMode::Coming,
        substitute_for: String::new(),
        from_item: None,
        to_item: None,
    };
    let refused = commands::add_attendance(&mut scene.place.desk, request).unwrap_err();
    assert_eq!(refused.field.as_deref(), Some("agency"), "{}", refused.message);
}

#[test]
fn no_contact_is_no_reply_and_an_entry_taken_back_leaves_none() {
    let mut scene = Scene::new();
    let meeting = scene.proposed();
    says(&mut scene, meeting, AttendanceMode::NoContact, |_| {});
    let view = replies(&mut scene, meeting);
    assert_eq!(view.replied, 0);
    let housing = row(&view, "Housing");
    assert_eq!(housing.missing, ["no contact so far", "the check on R.1"]);
    let id = housing.people[0].entry.as_ref().unwrap().id;
    commands::withdraw_attendance(&mut scene.place.desk, WithdrawAttendance { id }).unwrap();
    let housing = row(&replies(&mut scene, meeting), "Housing");
    assert!(housing.people[0].entry.is_none());
}

#[test]
fn checks_asked_of_an_agency_stand_on_its_row_until_they_are_answered() {
    let mut scene = Scene::new();
    let meeting = scene.proposed();
    let police = row(&replies(&mut scene, meeting), "Police").agency;
    let answer = |scene: &mut Scene, answer| {
        let (referral, agency) = (scene.referral, police);
        let note = "Two calls in May".into();
        let request = SetAgencyCheck { referral, agency, answer, note, replied_on: None };
        commands::set_agency_check(&mut scene.place.desk, request).unwrap();
        row(&replies(scene, meeting), "Police")
    };
    let asked = answer(&mut scene, CheckAnswer::NoReply);
    assert_eq!(asked.missing, ["whether they come", "the check on R.1"]);
    let answered = answer(&mut scene, CheckAnswer::Known);
    assert_eq!(answered.missing, ["whether they come"]);
    assert_eq!(answered.checks[0].note, "Two calls in May");
    assert_eq!(answered.checks[0].replied_on, Some(day("2026-11-24")));
}

#[test]
fn today_leads_to_the_replies_of_the_next_meeting() {
    let mut scene = Scene::new();
    let today = |scene: &mut Scene| commands::get_today(&mut scene.place.desk, Nothing {}).unwrap().replies;
    assert_eq!(today(&mut scene), None);
    let meeting = scene.proposed();
    says(&mut scene, meeting, AttendanceMode::Coming, |_| {});
    let line = today(&mut scene).unwrap();
    assert_eq!(line.words, "1 of 2 agencies replied");
    assert_eq!(line.address, format!("/meetings/{meeting}/replies"));
}

#[test]
fn an_e_mail_proposes_updates_by_number_and_stores_nothing() {
    let mut scene = Scene::new();
    email_of_bell(&mut scene);
    let meeting = on_friday(&mut scene);
    let before = replies(&mut scene, meeting);
    let text = "From: Jo Bell <BELL@housing.example>\nSent: Friday\n\n0/1 done on 25/11, all secure.\n45/9 done\nCSH.2: quiet since.\n\nApologies for Tuesday.";
    let letter = read(&mut scene, meeting, text);
    assert_eq!((letter.agency, letter.officer), (Some(scene.housing), Some(scene.bell)));
    assert_eq!(letter.told_by, "J Bell, Housing");
    assert_eq!(letter.strangers[0].words, "45/9 is no action of this hub");
    assert_eq!(letter.proposals.len(), 3);
    let ProposedReply::Action { row, status, on, .. } = &letter.proposals[0].reply else { panic!() };
    assert_eq!((row.number.to_string().as_str(), row.reference.to_string().as_str()), ("0/1", "CSH.2"));
    assert_eq!((*status, *on), (Some(ActionStatus::Done), day("2026-11-25")));
    assert_eq!(
        (letter.proposals[0].line, letter.proposals[0].text.as_str()),
        (4, "done on 25/11, all secure.")
    );
    assert!(letter.proposals[0].cautions.is_empty());
    assert!(matches!(&letter.proposals[1].reply, ProposedReply::Case { case, .. } if *case == scene.flat));
    let ProposedReply::Attendance { mode, officer, name, .. } = &letter.proposals[2].reply else { panic!() };
    assert_eq!((*mode, *officer, name.as_str()), (AttendanceMode::Apologies, Some(scene.bell), "J Bell"));
    assert_eq!(replies(&mut scene, meeting), before, "nothing is stored before somebody takes it");
}

#[test]
fn closed_actions_and_those_of_another_agency_are_flagged() {
    let mut scene = Scene::new();
    let meeting = on_friday(&mut scene);
    let police: AgencyId = row(&replies(&mut scene, meeting), "Police").agency;
    let request = AddOfficer {
        agency: police,
        name: "PC 1204".into(),
        post: String::new(),
        email: "pc1204@police.example".into(),
        telephone: String::new(),
        attends: true,
    };
    commands::add_officer(&mut scene.place.desk, request).unwrap();
    take(&mut scene, |_| {}).unwrap();
    let bare = scene.meeting_on("2026-12-08");
    let letter = read(&mut scene, bare, "From: pc1204@police.example\nTo: hub\n\n0/1 done\nCSH.3: quiet");
    assert_eq!(
        letter.proposals[0].cautions,
        ["0/1 is done already since 25 Nov 2026", "0/1 belongs to Housing, the e-mail is from Police"]
    );
    assert_eq!(letter.proposals[1].cautions, ["CSH.3 is not on this agenda"]);
}

#[test]
fn a_saved_e_mail_is_read_with_its_sender_and_its_day() {
    let mut scene = Scene::new();
    email_of_bell(&mut scene);
    let meeting = on_friday(&mut scene);
    let path = scene.place.folder.path().join("reply.eml");
    let mail = "From: Jo Bell <bell@housing.example>\r\nTo: hub@hub.example\r\nSubject: Re: agenda\r\nDate: Thu, 26 Nov 2026 09:12:00 +0000\r\n\
        Message-ID: <1@housing.example>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n0/1 under way, boards come on Thursday\r\n> 0/1 Board up\r\n";
    std::fs::write(&path, mail).unwrap();
    let request = ReadReply::File { meeting, path: path.to_string_lossy().into_owned() };
    let letter = commands::read_reply(&mut scene.place.desk, request).unwrap();
    assert_eq!((letter.kind.as_str(), letter.told_by.as_str()), ("an e-mail", "J Bell, Housing"));
    let ProposedReply::Action { status, on, .. } = &letter.proposals[0].reply else { panic!() };
    assert_eq!((*status, *on), (Some(ActionStatus::UnderWay), day("2026-11-26")));
    assert_eq!(letter.proposals.len(), 1);
    let missing = ReadReply::File { meeting, path: "/nowhere/reply.eml".into() };
    assert_eq!(
        commands::read_reply(&mut scene.place.desk, missing).unwrap_err().field.as_deref(),
        Some("path")
    );
}

#[test]
fn what_is_taken_stands_in_the_log_with_who_sent_it_and_can_be_taken_back() {
    let mut scene = Scene::new();
    on_friday(&mut scene);
    let id = scene.late_action().id;
    let taken = take(&mut scene, |_| {}).unwrap();
    assert_eq!((taken.row.status, taken.before.status), (ActionStatus::Done, ActionStatus::NotStarted));
    let log = commands::get_action(&mut scene.place.desk, GetAction { id }).unwrap().log;
    assert_eq!(log[0].text, "Boarded up on Wednesday");
    assert!(
        log.iter().take(2).all(|line| line.by == "Alex Marsh, by e-mail from J Bell, Housing"),
        "{log:?}"
    );
    assert_eq!(log[1].text, "not started → done on 25 Nov 2026");
    assert!(log.iter().take(2).all(|line| line.on == day("2026-11-25")));
    let request = TakeBackActionReply { id, before: taken.before };
    let back = commands::take_back_action_reply(&mut scene.place.desk, request).unwrap();
    assert_eq!(back.row.status, ActionStatus::NotStarted);
    assert!(back.log[0].text.contains("entered by mistake"), "both stay in the log: {:?}", back.log);
    assert_eq!(back.log.len(), log.len() + 2);
}

#[test]
fn a_status_that_asks_why_keeps_the_words_of_the_e_mail_as_its_reason_once() {
    let mut scene = Scene::new();
    on_friday(&mut scene);
    let id = scene.late_action().id;
    let taken = take(&mut scene, |request| {
        request.status = Some(ActionStatus::NotPossible);
        request.text = "moved away".into();
    });
    assert_eq!(taken.unwrap().row.status, ActionStatus::NotPossible);
    let log = commands::get_action(&mut scene.place.desk, GetAction { id }).unwrap().log;
    assert_eq!(log[0].text, "not started → not possible: moved away");
    assert_eq!(log.iter().filter(|line| line.text.contains("moved away")).count(), 1);
}

#[test]
fn what_stops_an_action_is_kept_and_goes_with_the_way_back() {
    let mut scene = Scene::new();
    on_friday(&mut scene);
    let id = scene.late_action().id;
    let taken = take(&mut scene, |request| {
        request.status = None;
        request.blocked = Some("no key".into());
    })
    .unwrap();
    assert_eq!(taken.row.blocked.as_deref(), Some("no key"));
    let request = TakeBackActionReply { id, before: taken.before };
    let back = commands::take_back_action_reply(&mut scene.place.desk, request).unwrap();
    assert_eq!(back.row.blocked, None);
}

#[test]
fn an_answer_without_words_a_sender_or_a_day_that_has_come_is_refused_at_its_field() {
    let mut scene = Scene::new();
    on_friday(&mut scene);
    let number = |log: &ActionView| log.log.len();
    let id = scene.late_action().id;
    let before = number(&commands::get_action(&mut scene.place.desk, GetAction { id }).unwrap());
    let refused = |scene: &mut Scene, change: fn(&mut TakeActionReply)| {
        take(scene, change).unwrap_err().field.unwrap_or_default()
    };
    assert_eq!(refused(&mut scene, |request| request.told_by = " ".into()), "told_by");
    assert_eq!(refused(&mut scene, |request| request.on = Some(day("2026-11-28"))), "on");
    assert_eq!(
        refused(&mut scene, |request| {
            request.status = None;
            request.text = " ".into();
        }),
        "text"
    );
    assert_eq!(
        refused(&mut scene, |request| {
            request.status = Some(ActionStatus::NotUndertaken);
            request.text = String::new();
        }),
        "text"
    );
    let after = number(&commands::get_action(&mut scene.place.desk, GetAction { id }).unwrap());
    assert_eq!(before, after, "a refusal writes nothing");
}

#[test]
fn replies_stand_when_the_meeting_is_over() {
    let mut scene = Scene::new();
    let meeting = scene.begun();
    scene.conclude(meeting);
    assert!(!replies(&mut scene, meeting).open);
    let (case, agency) = (scene.flat, scene.housing);
    let update = AddWrittenUpdate { meeting, case, agency, text: "Late".into() };
    assert!(commands::add_written_update(&mut scene.place.desk, update).is_err());
}

#[test]
fn an_e_mail_that_was_pasted_and_not_looked_through_goes_with_the_end_of_the_meeting() {
    let mut scene = Scene::new();
    let held = scene.begun();
    let cancelled = scene.meeting_on("2026-12-08");
    for meeting in [held, cancelled] {
        let draft = SaveDraft { key: format!("replies/{meeting}/email"), text: "0/1 done".into() };
        commands::save_draft(&mut scene.place.desk, draft).unwrap();
    }
    let left = |scene: &mut Scene| {
        let prefix = "replies/".into();
        commands::list_drafts(&mut scene.place.desk, DraftsUnder { prefix }).unwrap().drafts.len()
    };
    assert_eq!(left(&mut scene), 2);
    scene.conclude(held);
    assert_eq!(left(&mut scene), 1);
    let request = CancelMeeting { meeting: cancelled, because: "Nothing is due".into() };
    commands::cancel_meeting(&mut scene.place.desk, request).unwrap();
    assert_eq!(left(&mut scene), 0);
}
