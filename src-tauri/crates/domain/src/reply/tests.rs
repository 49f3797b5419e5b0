//! Phrases and whole e-mails, as people write them.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;
use crate::action::ActionStatus::{self, *};
use crate::meeting::AttendanceMode;
use crate::reference::{ActionNumber, CaseReference};

/// A Friday.
fn sent() -> NaiveDate {
    "2026-11-20".parse().unwrap()
}

fn number(text: &str) -> ActionNumber {
    text.parse().unwrap()
}

const ACTIONS: [(&str, &str); 5] = [
    ("45/3", "Joint visit with school about attendance"),
    ("45/4", "Complete the referral to the youth worker"),
    ("45/7", "Board up the back door"),
    ("24/11", "Letter to the owner"),
    ("0/2", "Check the tenancy"),
];

fn reading(text: &str) -> ReplyRead {
    let actions: BTreeMap<_, _> = ACTIONS.iter().map(|(at, what)| (number(at), *what)).collect();
    let cases = [CaseReference::new("DEMO", 45), "DEMO.21a".parse().unwrap()];
    read(text, &Known { actions, cases: &cases, sent: sent() })
}

/// The answers to actions: number, status, text.
fn told(text: &str) -> Vec<(String, Option<ActionStatus>, String)> {
    let of = |answer: Answer| match answer.about {
        About::Action { number, understood } => Some((number.to_string(), understood.status, answer.text)),
        _ => None,
    };
    reading(text).answers.into_iter().filter_map(of).collect()
}

fn one(number: &str, status: Option<ActionStatus>, text: &str) -> (String, Option<ActionStatus>, String) {
    (number.into(), status, text.into())
}

#[test]
fn a_phrase_says_a_status_or_nothing() {
    let phrases: [(&str, Option<ActionStatus>); 78] = [
        ("done", Some(Done)),
        ("Done.", Some(Done)),
        ("DONE - all well", Some(Done)),
        ("completed on 18/11", Some(Done)),
        ("complete", Some(Done)),
        ("This is now complete", Some(Done)),
        ("has been carried out, nobody in", Some(Done)),
        ("finished yesterday", Some(Done)),
        ("100% complete", Some(Done)),
        ("visit undertaken on Tuesday", Some(Done)),
        ("Letter sent and action completed.", Some(Done)),
        ("not done", None),
        ("not done yet", None),
        ("Not yet completed, will be by Friday", None),
        ("isn’t done", None),
        ("hasn't been completed", None),
        ("never finished", None),
        ("nothing done", None),
        ("done nothing on this", None),
        ("will be done next week", None),
        ("to be completed", None),
        ("yet to be done", None),
        ("should be finished by Friday", None),
        ("hope to have this completed", None),
        ("Is this done?", None),
        ("once completed I will report back", None),
        ("No, done is not the word", None),
        ("not, as we had hoped, done", None),
        ("please complete the form", None),
        ("Complete the form with the school", None),
        ("done by Friday", None),
        ("half done", Some(UnderWay)),
        ("nearly finished", Some(UnderWay)),
        ("80% complete", Some(UnderWay)),
        ("under way", Some(UnderWay)),
        ("under way, visit on Thursday", Some(UnderWay)),
        ("Underway", Some(UnderWay)),
        ("ongoing", Some(UnderWay)),
        ("on-going", Some(UnderWay)),
        ("in progress", Some(UnderWay)),
        ("work in hand", Some(UnderWay)),
        ("started", Some(UnderWay)),
        ("We have started this", Some(UnderWay)),
        ("has begun", Some(UnderWay)),
        ("not done yet but started", Some(UnderWay)),
        ("the noise is ongoing", None),
        ("the noise has started again", None),
        ("will be started next week", None),
        ("not started", Some(NotStarted)),
        ("Not yet started", Some(NotStarted)),
        ("haven’t started", Some(NotStarted)),
        ("has not begun", Some(NotStarted)),
        ("yet to start", Some(NotStarted)),
        ("still to be started", Some(NotStarted)),
        ("not yet under way", Some(NotStarted)),
        ("in abeyance", Some(InAbeyance)),
        ("held in abeyance until release", Some(InAbeyance)),
        ("on hold", Some(InAbeyance)),
        ("no longer on hold", None),
        ("to be put on hold", None),
        ("not possible, moved away", Some(NotPossible)),
        ("no longer possible: tenancy ended", Some(NotPossible)),
        ("impossible", Some(NotPossible)),
        ("cannot be done", Some(NotPossible)),
        ("can’t be completed as he moved", Some(NotPossible)),
        ("not possible yet", None),
        ("not possible this week", None),
        ("cannot be done before Friday", None),
        ("may not be possible", None),
        ("it is possible", None),
        ("not undertaken", Some(NotUndertaken)),
        ("was not undertaken, no staff", Some(NotUndertaken)),
        ("not undertaken yet", None),
        ("superseded by 45/7", Some(Superseded)),
        ("not superseded", None),
        ("visit done, letter not started", None),
        ("he asked what we had done, went to the flat", None),
        ("spoke to mum on the phone", None),
    ];
    for (words, status) in phrases {
        assert_eq!(understood(words, sent()).status, status, "{words}");
    }
}

#[test]
fn what_stops_an_action_is_read_with_its_reason() {
    let blocked = |words: &str| understood(words, sent()).blocked;
    for (words, reason) in [
        ("blocked because the landlord is away", Some("the landlord is away")),
        ("Blocked: no key", Some("no key")),
        ("blocked - awaiting legal. Will chase", Some("awaiting legal")),
        ("still blocked by the court", Some("the court")),
        ("blocked due to staff sickness", Some("due to staff sickness")),
        ("not blocked any more", None),
        ("no longer blocked, because we have the key", None),
        ("unblocked: key found", None),
        ("the drain is blocked", None),
        ("they blocked the entrance", None),
        ("was blocked because of the key, now done", None),
    ] {
        assert_eq!(blocked(words).as_deref(), reason, "{words}");
    }
    assert_eq!(understood("blocked because no key", sent()).status, None);
    let started = understood("under way but blocked because no key", sent());
    assert_eq!((started.status, started.blocked.as_deref()), (Some(UnderWay), Some("no key")));
}

#[test]
fn the_day_of_a_finished_action_is_read_and_lies_behind_the_sender() {
    let on = |words: &str| understood(words, sent()).on.map(|day| day.to_string());
    for (words, day) in [
        ("done on 18/11", Some("2026-11-18")),
        ("done 18 Nov", Some("2026-11-18")),
        ("completed on 18th November 2026", Some("2026-11-18")),
        ("completed 18.11.2026", Some("2026-11-18")),
        ("done 2026-11-18", Some("2026-11-18")),
        ("done yesterday", Some("2026-11-19")),
        ("done today", Some("2026-11-20")),
        ("done on Tuesday", Some("2026-11-17")),
        ("done last Fri", Some("2026-11-20")),
        ("done on 3 December", Some("2025-12-03")),
        ("done", None),
        ("done, next visit 2 Dec 2026", None),
        ("done on 17/11 and again on 18/11", None),
        ("not done on 18/11", None),
    ] {
        assert_eq!(on(words).as_deref(), day, "{words}");
    }
}

#[test]
fn answers_are_found_however_people_write_the_number() {
    assert_eq!(told("45/3 done"), [one("45/3", Some(Done), "done")]);
    assert_eq!(
        told("45/3: under way, visit on Thursday"),
        [one("45/3", Some(UnderWay), "under way, visit on Thursday")]
    );
    assert_eq!(
        told("action 45/3 - not possible, moved away"),
        [one("45/3", Some(NotPossible), "not possible, moved away")]
    );
    assert_eq!(told("- Action 45/3 – Done."), [one("45/3", Some(Done), "Done.")]);
    assert_eq!(
        told("45/3 and 45/4 done"),
        [one("45/3", Some(Done), "done"), one("45/4", Some(Done), "done")]
    );
    assert_eq!(told("Completed: 45/3, 45/4 & 45/7").len(), 3);
    assert_eq!(told("Completed: 45/3, 45/4 & 45/7")[2], one("45/7", Some(Done), "Completed"));
    assert_eq!(
        told("We finished 45/3 yesterday, all well."),
        [one("45/3", Some(Done), "We finished 45/3 yesterday, all well.")]
    );
    assert_eq!(
        told("45/3 done, 45/4 not started; 45/7 on hold"),
        [
            one("45/3", Some(Done), "done"),
            one("45/4", Some(NotStarted), "not started"),
            one("45/7", Some(InAbeyance), "on hold")
        ]
    );
    assert_eq!(
        told("45/3\nDone on Tuesday,\nall well."),
        [one("45/3", Some(Done), "Done on Tuesday, all well.")]
    );
    assert_eq!(told("45/3:\n\nDone."), [one("45/3", Some(Done), "Done.")]);
    assert_eq!(told("0/2 done"), [one("0/2", Some(Done), "done")]);
}

#[test]
fn a_line_that_says_of_one_what_it_denies_of_the_other_is_left_to_a_person() {
    for line in ["45/3 done but not 45/4", "I have done 45/3 but not 45/4", "45/3 done, unlike 45/4"] {
        let statuses: Vec<_> = told(line).into_iter().map(|(_, status, _)| status).collect();
        assert_eq!(statuses, [None, None], "{line}");
    }
    assert_eq!(told("We have not done 45/3 or 45/4").iter().filter(|told| told.1.is_some()).count(), 0);
}

#[test]
fn the_words_of_the_action_that_a_filled_sheet_repeats_are_no_answer() {
    let told = told("45/4 Complete the referral to the youth worker - sent, waiting for them");
    assert_eq!(told, [one("45/4", None, "sent, waiting for them")]);
    let sheet = "45/4\tComplete the referral to the youth worker\tdone";
    assert_eq!(super::tests::told(sheet), [one("45/4", Some(Done), "done")]);
}

#[test]
fn a_day_is_no_number_of_an_action() {
    assert_eq!(told("45/3 done on 24/11"), [one("45/3", Some(Done), "done on 24/11")]);
    assert_eq!(told("45/3 done by us Tues 24/11").len(), 1);
    assert_eq!(told("24/11 done"), [one("24/11", Some(Done), "done")], "at the head it is the action");
    assert!(told("See you on 24/11, support is 24/7, half is 1/2").is_empty());
    assert!(reading("Support is 24/7 and 8/10 of it on 24/11/2026").strangers.is_empty());
}

#[test]
fn numbers_that_the_hub_does_not_know_are_named() {
    let read = reading("45/9 done\n45/3 done\nWe also did 46/12.");
    let words: Vec<_> = read.strangers.iter().map(|stranger| stranger.words.as_str()).collect();
    assert_eq!(words, ["45/9 is no action of this hub", "46/12 is no action of this hub"]);
    assert_eq!(read.answers.len(), 1);
    let read = reading("DEMO.99: quiet all week\nDEMO.45: quiet all week");
    assert_eq!(read.strangers[0].words, "DEMO.99 is no case of this hub");
}

#[test]
fn a_written_update_stands_under_its_case() {
    let read =
        reading("Re DEMO.45: no calls since Monday.\nMum is coping.\n\ndemo 21a - quiet\nDEMOLITION.45: no");
    let said: Vec<_> = read
        .answers
        .iter()
        .map(|answer| match &answer.about {
            About::Case { reference } => (reference.to_string(), answer.text.as_str()),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(
        said,
        [
            ("DEMO.45".to_owned(), "no calls since Monday. Mum is coping."),
            ("DEMO.21a".to_owned(), "quiet DEMOLITION.45: no")
        ]
    );
}

#[test]
fn who_comes_is_read_from_the_senders_own_sentences() {
    use AttendanceMode::*;
    let said = |line: &str| {
        reading(line).answers.into_iter().find_map(|answer| match answer.about {
            About::Attendance(said) => Some((said.mode, said.substitute)),
            _ => None,
        })
    };
    let just = |mode| Some((mode, String::new()));
    for (line, expected) in [
        ("Apologies for Tuesday, I am on leave.", just(Apologies)),
        ("Please accept my apologies.", just(Apologies)),
        ("I cannot attend the meeting.", just(Apologies)),
        ("I won’t be able to make it on Tuesday", just(Apologies)),
        ("Unable to attend this week.", just(Apologies)),
        ("I will dial in for our items", just(DiallingIn)),
        ("I will attend on Tuesday.", just(Coming)),
        ("Sam Poole will attend in my place.", Some((Coming, "Sam Poole".to_owned()))),
        ("My colleague Sam Poole is coming instead of me", Some((Coming, "Sam Poole".to_owned()))),
        ("Apologies for the delay in replying.", None),
        ("Apologies for the late reply to the meeting papers", None),
        ("She did not attend the appointment.", None),
        ("Will you attend?", None),
        ("Unable to attend Tuesday but 45/3 is done.", just(Apologies)),
    ] {
        assert_eq!(said(line), expected, "{line}");
    }
}

#[test]
fn only_the_senders_own_words_are_read() {
    let mail = "CAUTION: This email originated from outside of the organisation. 45/7 done\n\n\
        Hi Alex,\n\n45/3 done - thanks to the school.\n\nKind regards\nJo Field\nProbation, 01/23 4567\n\n\
        This email and any attachments are confidential.\n45/4 done\n\n\
        From: Alex Marsh\nSent: 20 November 2026 16:02\nTo: Jo Field\n\n45/7 Board up the back door";
    let read = reading(mail);
    assert_eq!(told(mail), [one("45/3", Some(Done), "done - thanks to the school.")]);
    assert_eq!(read.left_over, ["Hi Alex,"]);
    assert_eq!(read.earlier, 4);
    for quoted in [
        "45/3 done\n> 45/4 done\n>> 45/7 done",
        "45/3 done\n\nOn Fri, 20 Nov 2026 at 16:02, Alex Marsh wrote:\n> 45/4 done",
        "45/3 done\n\nOn Fri, 20 Nov 2026 at 16:02, Alex Marsh <a@hub.example>\nwrote:\n\n45/4 done",
        "45/3 done\n-----Original Message-----\n45/4 done",
        "45/3 done\n-- \n45/4 done",
    ] {
        assert_eq!(told(quoted), [one("45/3", Some(Done), "done")], "{quoted}");
    }
    let below = "On Fri, 20 Nov 2026, Alex Marsh wrote:\n> 45/3 Joint visit\nDone on Tuesday 45/3\n> 45/4\n45/4 not started";
    assert_eq!(told(below).len(), 2, "who answers between the quoted lines is read");
    let forgotten = "Many thanks\nJo\n\nPS\n45/4 not started";
    assert_eq!(told(forgotten), [one("45/4", Some(NotStarted), "not started")]);
}

#[test]
fn the_head_of_a_pasted_e_mail_tells_who_sent_it() {
    let read = reading("From: Jo Field <jo@probation.example>\nSent: Friday\nSubject: 45/4\n\n45/3 done");
    assert_eq!(read.from, "Jo Field <jo@probation.example>");
    assert_eq!(read.answers.len(), 1);
    assert_eq!(name_and_address(&read.from), ("Jo Field", "jo@probation.example"));
    assert_eq!(name_and_address("<mailto:jo@p.example>"), ("", "jo@p.example"));
    assert_eq!(name_and_address("Jo Field"), ("Jo Field", ""));
}

#[test]
fn a_sender_is_known_by_address_then_name_then_the_end_of_the_address() {
    use crate::agency::Officer;
    use crate::ids::{AgencyId, OfficerId};
    let officer = |key: u128, agency: u128, name: &str, email: &str| Officer {
        id: OfficerId(uuid::Uuid::from_u128(key)),
        agency: AgencyId(uuid::Uuid::from_u128(agency)),
        name: name.into(),
        post: String::new(),
        email: email.into(),
        telephone: String::new(),
        attends: true,
        active: true,
    };
    let people = [
        officer(1, 10, "Jo Field", "jo@probation.example"),
        officer(2, 20, "J Bell", "bell@council.example"),
        officer(3, 30, "A Okoro", "okoro@council.example"),
        officer(4, 10, "S Rahman", "rahman@probation.example"),
    ];
    let people: Vec<&Officer> = people.iter().collect();
    let found = |address: &str, name: &str| {
        sender(address, name, &people)
            .map(|it| (it.agency.0.as_u128(), it.officer.map(|officer| officer.0.as_u128())))
    };
    assert_eq!(found("JO@probation.example", ""), Some((10, Some(1))));
    assert_eq!(found("", "j. bell"), Some((20, Some(2))));
    assert_eq!(found("duty@probation.example", "Duty desk"), Some((10, None)));
    assert_eq!(found("duty@council.example", ""), None, "two agencies share the end of the address");
    assert_eq!(found("", ""), None);
}

/// Text out of the pieces that answers are made of, in any order.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        (0u32..60, 0u32..15).prop_map(|(meeting, serial)| format!("{meeting}/{serial}")),
        "(45/3|45/4|DEMO\\.45|DEMO 21a|24/11/2026|action|and|not|done|,|:|;|\\.|\\?|>|--|\t|From:|Sent:|On|wrote:|Regards|apologies|will attend in my place|blocked|because|on|yesterday|’|é|🔥|\u{0}|İ)",
        ".{0,12}",
        Just("\n".to_owned()),
    ];
    proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.join(" "))
}

proptest! {
    #[test]
    fn no_text_proposes_what_does_not_stand_in_it(text in prop_oneof![pieces(), any::<String>()]) {
        let read = reading(&text);
        for answer in &read.answers {
            match &answer.about {
                About::Action { number, .. } => {
                    prop_assert!(text.contains(&number.to_string()), "{number} does not stand in {text:?}");
                    prop_assert!(ACTIONS.iter().any(|(known, _)| *known == number.to_string()));
                }
                About::Case { reference } => prop_assert!(text.contains(&reference.number.to_string())),
                About::Attendance(_) => prop_assert!(!answer.text.trim().is_empty()),
            }
            let line = text.lines().count() as u32;
            prop_assert!((1..=line).contains(&answer.line));
        }
        for stranger in &read.strangers {
            prop_assert!(!ACTIONS.iter().any(|(known, _)| *known == stranger.written));
        }
    }
}
