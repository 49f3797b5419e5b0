//! The papers beside agenda and minutes, as the hub prints them: read back from the file.

use desk::commands;
use desk::wire::everything::*;
use domain::closing::ClosingAnswers;
use domain::ids::MeetingId;

use crate::papers::{held, make, text_of};
use crate::scene::{Scene, day};

fn printed(scene: &mut Scene, wanted: WantedPaper) -> String {
    text_of(&make(scene, wanted, "printed.pdf").0)
}

fn refused(scene: &mut Scene, wanted: WantedPaper) -> String {
    commands::make_paper(&mut scene.place.desk, MakePaper { wanted, save_as: None }).unwrap_err().message
}

#[test]
fn the_action_list_says_what_each_agency_owes() {
    let mut scene = Scene::new();
    held(&mut scene);
    let all = printed(&mut scene, WantedPaper::ActionList { agency: None });
    for told in ["All open actions", "Northbridge Housing", "Letter to the owner", "Board up the back door"] {
        assert!(all.contains(told), "{told}: {all}");
    }
    assert!(!all.contains("Northbridge Police"), "it owes nothing: {all}");
    let agency = Some(scene.housing);
    let one = printed(&mut scene, WantedPaper::ActionList { agency });
    assert!(
        one.contains("Open actions of Northbridge Housing") && one.contains("Letter to the owner"),
        "{one}"
    );
}

#[test]
fn the_register_prints_an_episode_a_line_and_no_name() {
    let mut scene = Scene::new();
    close(&mut scene);
    let open = printed(&mut scene, WantedPaper::Register { closed: false });
    assert!(open.contains("CSH.1") && open.contains("Person, 16–17") && !open.contains("CSH.2"), "{open}");
    let both = printed(&mut scene, WantedPaper::Register { closed: true });
    assert!(both.contains("CSH.2") && both.contains("Open and closed cases"), "{both}");
    assert!(!both.contains("Rhys") && !both.contains("Vale"), "{both}");
}

/// Closes DEMO.2 at a meeting.
fn close(scene: &mut Scene) -> MeetingId {
    let meeting = scene.begun();
    let item = scene.case_item(meeting, scene.flat);
    scene.go_to(meeting, item);
    let summary =
        "Let again; see CSH.1. Tomos Rhys was no longer seen near 7 Mill Lane since 3 May 2026.".into();
    let answers = ClosingAnswers { summary, ..scene.superseding(2) };
    let no_score_because = Some("it stood empty".into());
    scene.decide(item, DecisionChoice::Close { score: None, no_score_because, answers }).unwrap();
    scene.place.after_minutes(60);
    scene.conclude(meeting);
    meeting
}

#[test]
fn a_case_study_is_of_a_closed_case_and_names_nobody() {
    let mut scene = Scene::new();
    let reference = "CSH.2".parse().unwrap();
    let wanted = WantedPaper::CaseStudy { reference };
    assert_eq!(
        refused(&mut scene, wanted.clone()),
        "Only a closed case is told as a study: this one is open"
    );
    let action = scene.late_action();
    let status = domain::action::ActionStatus::Done;
    let done = SetActionStatus { id: action.id, status, on: None, reason: String::new() };
    commands::set_action_status(&mut scene.place.desk, done).unwrap();
    close(&mut scene);
    let study = printed(&mut scene, wanted);
    for told in [
        "Case study: a property",
        "closed in November 2026 after 1 month",
        "Board up the back door at [address]",
    ] {
        assert!(study.contains(told), "{told}: {study}");
    }
    assert!(
        study.contains(
            "Let again; see [another case]. [name] was no longer seen near [address] since May 2026."
        ),
        "{study}"
    );
    for told in ["CSH.2", "Rhys", "Mill Lane", "24 Nov", "OFFICIAL"] {
        assert!(!study.contains(told), "{told}: {study}");
    }
}

#[test]
fn the_key_names_those_whom_the_minutes_call_by_initials() {
    let mut scene = Scene::new();
    let meeting = held(&mut scene);
    let minutes = printed(&mut scene, WantedPaper::Minutes { meeting });
    assert!(minutes.contains("T.R.") && !minutes.contains("Rhys"), "{minutes}");
    let key = printed(&mut scene, WantedPaper::NameKey { meeting });
    assert!(key.contains("T.R. Tomos Rhys CSH.1") && key.contains("P.L. Petra Lund R.1"), "{key}");
}

#[test]
fn part_1_of_the_agenda_says_what_kinds_of_matters_are_taken_and_of_nobody() {
    let mut scene = Scene::new();
    let meeting = scene.proposed();
    let public = printed(&mut scene, WantedPaper::PublicAgenda { meeting });
    for told in [
        "Part 1",
        "CSH.1 Person, 16–17",
        "CSH.2 Property",
        "R.1 Referral",
        "paragraph 1 of Part 1 of Schedule 12A",
    ] {
        assert!(public.contains(told), "{told}: {public}");
    }
    for told in ["Mill Lane", "T.R.", "Rhys", "Canal Street", "red", "ASB"] {
        assert!(!public.contains(told), "{told}: {public}");
    }
    let urgent = AddItem {
        meeting,
        about: domain::meeting::About::Other,
        group: None,
        title: "Petra Lund moves".into(),
        depth: None,
        minutes: None,
        fixed_at: None,
    };
    commands::add_item(&mut scene.place.desk, urgent).unwrap();
    let words = refused(&mut scene, WantedPaper::PublicAgenda { meeting });
    assert!(words.contains("in “Petra Lund moves” stands “Petra Lund”, full name"), "{words}");
}

#[test]
fn formal_paragraphs_run_on_through_the_year_and_begin_anew_with_the_next() {
    let mut scene = Scene::new();
    let first = held(&mut scene);
    commands::approve_minutes(&mut scene.place.desk, OfMeeting { meeting: first }).unwrap();
    let minutes = printed(&mut scene, WantedPaper::FormalMinutes { meeting: first });
    assert!(minutes.contains("1. APOLOGIES FOR ABSENCE"), "{minutes}");
    assert!(minutes.contains("The meeting commenced at") && minutes.contains("(In the Chair)"), "{minutes}");
    let last = minutes.split_whitespace().filter_map(numbered).max().unwrap();

    scene.place.after_minutes(7 * 24 * 60);
    let second = next_meeting(&mut scene, "2026-12-01");
    let minutes = printed(&mut scene, WantedPaper::FormalMinutes { meeting: second });
    assert!(minutes.contains(&format!("{}. APOLOGIES FOR ABSENCE", last + 1)), "{last}: {minutes}");
    commands::approve_minutes(&mut scene.place.desk, OfMeeting { meeting: second }).unwrap();
    commands::confirm_minutes(&mut scene.place.desk, OfMeeting { meeting: first }).unwrap();
    let confirmed = printed(&mut scene, WantedPaper::Minutes { meeting: first });
    assert!(confirmed.contains("confirmed at the meeting on 1 December 2026"), "{confirmed}");
    scene.place.after_minutes(3 * 24 * 60);
    commands::confirm_minutes(&mut scene.place.desk, OfMeeting { meeting: second }).unwrap();
    let confirmed = printed(&mut scene, WantedPaper::Minutes { meeting: second });
    assert!(confirmed.contains("confirmed by Alex Marsh on 4 December 2026"), "{confirmed}");

    scene.place.after_minutes(123 * 24 * 60);
    let third = next_meeting(&mut scene, "2027-04-06");
    let minutes = printed(&mut scene, WantedPaper::FormalMinutes { meeting: third });
    assert!(minutes.contains("1. APOLOGIES FOR ABSENCE"), "{minutes}");
}

fn numbered(word: &str) -> Option<u32> {
    word.strip_suffix('.')?.parse().ok()
}

fn next_meeting(scene: &mut Scene, date: &str) -> MeetingId {
    let meeting = scene.meeting_on(date);
    commands::propose_agenda(&mut scene.place.desk, OfMeeting { meeting }).unwrap();
    commands::begin_meeting(&mut scene.place.desk, OfMeeting { meeting }).unwrap();
    scene.conclude(meeting);
    meeting
}

#[test]
fn a_published_report_tells_no_count_below_five() {
    let mut scene = Scene::new();
    let report =
        |published| WantedPaper::YearReport { from: day("2026-04-01"), to: day("2027-03-31"), published };
    let whole = printed(&mut scene, report(false));
    assert!(whole.contains("3 cases open at the end") && whole.contains("OFFICIAL"), "{whole}");
    let public = printed(&mut scene, report(true));
    assert!(public.contains("fewer than 5 cases open at the end"), "{public}");
    assert!(public.contains("Counts from 1 to 4 are not told") && !public.contains("OFFICIAL"), "{public}");
}
