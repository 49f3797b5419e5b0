use chrono::NaiveDate;
use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::action_template::{ActionTemplate, shipped};
use crate::agency::{Field, PackRule, Presence};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn agency(number: u128, name: &str, short_name: &str) -> Agency {
    Agency {
        id: AgencyId(Uuid::from_u128(number)),
        name: name.into(),
        short_name: short_name.into(),
        field: Field::Other,
        presence: Presence::Throughout,
        pack_rule: PackRule::All,
        active: true,
    }
}

fn officer(number: u128, agency: u128, name: &str) -> Officer {
    Officer {
        id: OfficerId(Uuid::from_u128(number)),
        agency: AgencyId(Uuid::from_u128(agency)),
        name: name.into(),
        post: String::new(),
        email: String::new(),
        telephone: String::new(),
        attends: true,
        active: true,
    }
}

fn agencies() -> Vec<Agency> {
    vec![
        agency(1, "Northbridge Housing", "Housing"),
        agency(2, "Northbridge Police", "Police"),
        agency(3, "Mental Health Team", "Mental Health"),
        agency(4, "Children’s Services", "Children’s"),
        agency(5, "Fire & Rescue", "Fire"),
        agency(6, "Housing Options", ""),
        Agency { active: false, ..agency(7, "Old Wardens", "Wardens") },
    ]
}

fn officers() -> Vec<Officer> {
    vec![
        officer(11, 1, "J Bell"),
        officer(12, 2, "PC 1204"),
        officer(13, 4, "Tomos Rhys"),
        officer(14, 3, "Zoë Adair"),
        officer(15, 2, "A Field"),
    ]
}

/// Reads a line on Sunday 22 November 2026; the next meeting is on Tuesday 1 December.
fn read(line: &str) -> Understood {
    read_at(line, u32::MAX)
}

fn read_at(line: &str, cursor: u32) -> Understood {
    let (agencies, officers) = (agencies(), officers());
    let next_meeting = Some(day("2026-12-01"));
    let mut templates = shipped();
    templates[0].agency = Some(AgencyId(Uuid::from_u128(1)));
    templates.push(ActionTemplate {
        what: "Joint home survey".into(),
        retired: true,
        ..templates[0].clone()
    });
    let around = Surroundings {
        agencies: &agencies,
        officers: &officers,
        templates: &templates,
        today: day("2026-11-22"),
        next_meeting,
    };
    understand(line, cursor, around)
}

fn completed(line: &str) -> Vec<String> {
    read(line).completions.into_iter().map(|each| each.text).collect()
}

#[test]
fn the_first_words_of_a_usual_action_complete_it_with_agency_and_days() {
    assert_eq!(completed("Joint h"), ["Joint home visit @Housing in 7 days "]);
    assert_eq!(completed(" joint HOME"), ["Joint home visit @Housing in 7 days "]);
    assert_eq!(completed("refer to m").len(), 2, "mental health and mediation");
    assert_eq!(completed("j"), [""; 0], "one letter begins too many");
    assert_eq!(completed("home visit"), [""; 0], "only first words count");
    let asked = completed("joint h @Police");
    assert!(!asked.iter().any(|each| each.contains("visit")), "somebody is asked already: {asked:?}");
}

#[test]
fn a_completed_usual_action_is_understood_whole_and_keeps_its_type() {
    let read = read("Joint home visit @Housing in 7 days ");
    assert_eq!((read.what.as_str(), read.kind), ("Joint home visit", ActionType::Visit));
    assert_eq!((read.agency, read.due), (Some(AgencyId(Uuid::from_u128(1))), Some(day("2026-11-29"))));
    for each in shipped() {
        let read = super::tests::read(&format!("{} @Police in 3 days", each.what));
        assert_eq!((read.what.as_str(), read.kind), (each.what.as_str(), each.kind), "{}", each.what);
        assert!(read.missing.is_empty(), "{}: {:?}", each.what, read.missing);
    }
}

fn due(line: &str) -> Option<String> {
    read(&format!("visit @Police {line}")).due.map(|day| day.to_string())
}

#[test]
fn the_line_of_the_design_is_understood_whole() {
    let read = read("home visit @Housing J Bell by Fri ");
    assert_eq!(read.what, "home visit");
    assert_eq!(read.kind, ActionType::Visit);
    assert_eq!(read.agency, Some(AgencyId(Uuid::from_u128(1))));
    assert_eq!(read.officer, Some(OfficerId(Uuid::from_u128(11))));
    assert_eq!(read.due, Some(day("2026-11-27")));
    assert_eq!((read.new_officer, read.missing), (None, Vec::new()));
}

#[test]
fn the_parts_may_stand_in_any_order() {
    for line in [
        "by Friday @housing j bell home visit",
        "@Housing J Bell home visit by fri.",
        "home @HOUSING Bell, visit by 27/11",
        "in 5 days home visit @Bell",
    ] {
        let read = read(line);
        assert_eq!(read.officer, Some(OfficerId(Uuid::from_u128(11))), "{line}");
        assert_eq!((read.what.as_str(), read.due), ("home visit", Some(day("2026-11-27"))), "{line}");
    }
}

#[test]
fn agencies_are_found_by_short_or_full_name_or_a_beginning_that_only_one_has() {
    let found = |line: &str| read(line).agency.map(|agency| agency.0.as_u128());
    assert_eq!(found("letter @mental health"), Some(3));
    assert_eq!(found("letter @Mental Health Team by Fri"), Some(3));
    assert_eq!(found("letter @ment"), Some(3));
    assert_eq!(found("letter @childrens"), Some(4));
    assert_eq!(found("letter @fire & rescue about alarms"), Some(5));
    assert_eq!(found("letter @housing options"), Some(6));
    assert_eq!(found("letter @Northbridge"), None);
    assert_eq!(found("letter @Wardens"), None, "an agency that has left owes nothing new");
}

#[test]
fn a_name_that_several_have_is_asked_about_and_not_guessed() {
    let read = read("letter @Northbridge by Fri");
    assert_eq!(read.missing, ["who: Northbridge Housing or Northbridge Police"]);
    assert_eq!(read.what, "letter");
}

#[test]
fn an_agency_nobody_knows_is_told() {
    let read = read("letter @Cathedral by Fri");
    assert_eq!(read.missing, ["who: nobody here is called “Cathedral”"]);
    assert_eq!(read.agency, None);
}

#[test]
fn a_person_after_the_at_sign_implies_the_agency() {
    let read = read("see the family @tomos by tomorrow");
    assert_eq!(read.agency, Some(AgencyId(Uuid::from_u128(4))));
    assert_eq!(read.officer, Some(OfficerId(Uuid::from_u128(13))));
    assert_eq!(self::read("x @zoe").officer, Some(OfficerId(Uuid::from_u128(14))), "without accents");
}

#[test]
fn a_name_the_agency_does_not_list_is_new() {
    let read = read("CBO file to legal @Police PC 1377 by 1 Dec");
    assert_eq!(read.new_officer.as_deref(), Some("PC 1377"));
    assert_eq!((read.officer, read.what.as_str()), (None, "CBO file to legal"));
    assert_eq!(self::read("repair gate @Housing Amy Okafor").new_officer.as_deref(), Some("Amy Okafor"));
}

#[test]
fn what_is_to_be_done_is_not_taken_for_a_name() {
    for (line, what) in [
        ("@Children’s to see the school", "to see the school"),
        ("@Police A visit to Mill Lane", "A visit to Mill Lane"),
        ("@Police field visit", "field visit"),
        ("@Housing Visit Mill Lane", "Visit Mill Lane"),
        ("@Housing Speak to the tenant", "Speak to the tenant"),
    ] {
        let read = read(line);
        assert_eq!((read.what.as_str(), read.officer, read.new_officer), (what, None, None), "{line}");
    }
}

#[test]
fn a_second_owner_is_told() {
    let read = read("joint visit @Police and @Housing by Fri");
    assert_eq!(read.missing, ["who: an action has one owner"]);
}

#[test]
fn a_date_is_the_next_such_day_from_tomorrow_on() {
    assert_eq!(due("by Sunday").as_deref(), Some("2026-11-29"), "today is a Sunday");
    assert_eq!(due("by Mon").as_deref(), Some("2026-11-23"));
    assert_eq!(due("by 22 Nov").as_deref(), Some("2027-11-22"), "today itself is over");
    assert_eq!(due("by 31 Oct").as_deref(), Some("2027-10-31"));
    assert_eq!(due("by 31st October 2027").as_deref(), Some("2027-10-31"));
    assert_eq!(due("by 5/1").as_deref(), Some("2027-01-05"));
    assert_eq!(due("by 31/12/2026").as_deref(), Some("2026-12-31"));
    assert_eq!(due("by 31/12/26").as_deref(), Some("2026-12-31"));
    assert_eq!(due("by 2026-12-31").as_deref(), Some("2026-12-31"));
    assert_eq!(due("by 29 Feb").as_deref(), Some("2028-02-29"));
    assert_eq!(due("by the next meeting").as_deref(), Some("2026-12-01"));
    assert_eq!(due("in 2 weeks").as_deref(), Some("2026-12-06"));
    assert_eq!(due("in two weeks").as_deref(), Some("2026-12-06"));
    assert_eq!(due("in a month").as_deref(), Some("2026-12-22"));
    assert_eq!(due("by Fri 27 Nov").as_deref(), Some("2026-11-27"));
}

#[test]
fn an_impossible_date_is_told_and_leaves_the_text() {
    for (phrase, told) in [
        ("by 31 Nov", "a date: there is no “31 Nov”"),
        ("by 45/13", "a date: there is no “45/13”"),
        ("by 31/10/2020", "a date to come: “31/10/2020” is over"),
        ("by Thu 27 Nov 2026", "a date: 27 November 2026 is a Friday"),
        ("in 99999999999 weeks", "a date: “in 99999999999 weeks” is none"),
        ("in 0 days", "a date: “in 0 days” is none"),
        ("by next Friday", "a date: “next Friday” may be two different days"),
    ] {
        let read = read(&format!("letter @Police {phrase}"));
        assert_eq!((read.due, read.what.as_str()), (None, "letter"), "{phrase}");
        assert_eq!(read.missing, [told], "{phrase}");
    }
}

#[test]
fn by_and_in_are_words_like_others_where_no_date_follows() {
    let read = read("go by bike in 2 rooms @Police by Fri");
    assert_eq!((read.what.as_str(), read.due), ("go by bike in 2 rooms", Some(day("2026-11-27"))));
}

#[test]
fn what_is_missing_is_told_in_words() {
    assert_eq!(read("").missing, ["what", "who", "by when"]);
    assert_eq!(read("@Police").missing, ["what", "by when"]);
    assert_eq!(read("letter").missing, ["who", "by when"]);
}

fn completions(line: &str) -> Vec<String> {
    read(line).completions.into_iter().map(|each| each.text).collect()
}

#[test]
fn the_word_at_the_cursor_is_completed() {
    assert_eq!(completions("visit @men"), ["@Mental Health "]);
    assert_eq!(completions("visit @mental he"), ["@Mental Health "]);
    assert_eq!(completions("visit @bell"), ["@Housing J Bell "]);
    assert_eq!(completions("visit @Police "), ["PC 1204 ", "A Field "]);
    assert_eq!(completions("visit @Police f"), ["A Field "]);
    assert_eq!(completions("visit by t"), ["tomorrow ", "Tuesday ", "Thursday "]);
    assert!(completions("visit").is_empty());
}

#[test]
fn a_completion_tells_its_place_as_browsers_count() {
    let line = "🙂 see @po about it";
    let completion = read_at(line, 10).completions.remove(0);
    assert_eq!((completion.from, completion.to, completion.text.as_str()), (7, 10, "@Police"));
    let units: Vec<u16> = line.encode_utf16().collect();
    let replaced = String::from_utf16(&units[completion.from as usize..completion.to as usize]).unwrap();
    assert_eq!(replaced, "@po");
}

proptest! {
    #[test]
    fn no_line_and_no_cursor_makes_it_fail(line in "\\PC*", cursor in any::<u32>()) {
        read_at(&line, cursor);
        read_at(&line, cursor % 40);
    }

    #[test]
    fn lines_made_of_its_own_words_do_not_make_it_fail(
        words in proptest::collection::vec(
            prop_oneof![
                Just("@"), Just("@Housing"), Just("@Northbridge"), Just("J"), Just("Bell"), Just("by"), Just("in"),
                Just("next"), Just("meeting"), Just("31"), Just("Feb"), Just("2"), Just("weeks"), Just("fri"),
                Just("visit"), Just("&"), Just("the"), Just("30/2"), Just("Zoë"), Just("@Fire"), Just("\u{301}"),
            ],
            0..12,
        ),
        cursor in 0u32..80,
    ) {
        let read = read_at(&words.join(" "), cursor);
        prop_assert!(read.due.is_none_or(|due| due > day("2026-11-22")));
        prop_assert!(read.missing.contains(&"what".to_owned()) == read.what.is_empty());
    }

    #[test]
    fn what_is_to_be_done_holds_nothing_that_was_understood(
        what in "[a-z]{4,9}( [a-z]{4,9}){0,4}",
        who in prop_oneof![Just("@Mental Health Zoë Adair"), Just("@Housing J Bell"), Just("@PC 1204")],
        when in prop_oneof![Just("by Fri"), Just("by 31 Oct"), Just("in 10 days"), Just("by next meeting")],
        order in 0usize..6,
    ) {
        let line = match order {
            0 => [what.as_str(), who, when],
            1 => [what.as_str(), when, who],
            2 => [who, what.as_str(), when],
            3 => [who, when, what.as_str()],
            4 => [when, what.as_str(), who],
            _ => [when, who, what.as_str()],
        }
        .join(" ");
        let read = read(&line);
        prop_assert_eq!(&read.what, &what, "{}", line);
        prop_assert!(read.officer.is_some() && read.due.is_some() && read.missing.is_empty(), "{:?}", read);
    }
}
