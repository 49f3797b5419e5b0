//! Any name prints right, and is read back as it was written.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod samples;
mod tools;

use papers::Paper;
use papers::model::*;
use samples::{HARD_NAMES, case, empty_pack, record};
use tools::{agenda, made, minutes};

/// Returns a pack with every hard name in a title, in a line of small type, in prose and in a table.
fn hard_pack() -> AgendaPack {
    let page = |name: &&str| CasePage {
        why_here: format!("About {name}, again."),
        actions: vec![samples::action("1/1", Light::Red, name, name, name, "1 Dec 2026")],
        ..case(name, name)
    };
    AgendaPack { cases: HARD_NAMES.iter().map(page).collect(), ..empty_pack() }
}

/// Returns the words of a text, for comparing in whatever order a reader puts words that run backwards.
fn words(text: &str) -> Vec<&str> {
    text.split([' ', '\n', ',']).filter(|word| !word.is_empty()).collect()
}

#[test]
fn every_word_of_every_hard_name_is_found_again() {
    let paper = agenda(&hard_pack());
    let pages = paper.pages();
    for (name, page) in HARD_NAMES.iter().zip(&pages[1..]) {
        let page = page.replace("-\n", "-");
        let found = words(&page);
        for word in words(name) {
            let times = found.iter().filter(|&&other| other == word).count();
            assert!(times >= 6, "{word:?} of {name:?} was found {times} times in {page}");
        }
    }
}

#[test]
fn the_structure_holds_every_hard_name_that_its_glyphs_tell() {
    let structure = agenda(&hard_pack()).structure();
    // pdfinfo reads the glyphs there and not the text given for them, so that these look different to it.
    let spoken = |name: &str| {
        let otherwise = |letter| matches!(letter, '\u{302}' | '\u{A0}' | '\u{590}'..'\u{800}' | '李' | '🙂');
        name.chars().any(otherwise)
    };
    for name in HARD_NAMES.iter().filter(|name| !spoken(name)) {
        assert!(structure.contains(*name), "{name:?} is not in the structure");
    }
}

#[test]
fn names_stand_in_the_minutes_too() {
    let mut paper = record();
    for name in HARD_NAMES {
        paper.items.push(MinuteItem {
            headline: name.into(),
            key_points: vec![name.into()],
            ..Default::default()
        });
    }
    let text = minutes(&paper).text();
    for word in HARD_NAMES.iter().flat_map(|name| words(name)) {
        assert!(text.contains(word), "{word:?} is not in the minutes");
    }
}

/// Returns every other paper with the hard names wherever somebody may be named.
fn other_papers() -> Vec<(&'static str, Paper)> {
    let actions = |name: &&str| samples::action("1/1", Light::Amber, name, name, name, "1 Dec 2026");
    let names = || HARD_NAMES.iter().map(|name| (*name).to_owned());
    let action_list = ActionList {
        agencies: HARD_NAMES
            .iter()
            .map(|name| AgencyActions { agency: (*name).into(), actions: vec![actions(name)] })
            .collect(),
        ..samples::action_list()
    };
    let agency_sheet =
        AgencySheet { actions: HARD_NAMES.iter().map(actions).collect(), ..samples::agency_sheet() };
    let changed = names().map(|name| LateChange { was: name.clone(), now: name, ..Default::default() });
    let late_sheet = LateSheet { changed: changed.collect(), ..samples::late_sheet() };
    let row = |name: String| RegisterRow { key_issues: vec![name.clone()], lead: name, ..Default::default() };
    let group = RegisterGroup { label: "Open".into(), rows: names().map(row).collect() };
    let register = Register { groups: vec![group], ..samples::register() };
    let report = YearReport { opening: names().collect(), ..samples::year_report() };
    let study = CaseStudy { situation: names().collect(), ..samples::case_study() };
    let row = |name: String| NameRow { initials: name.clone(), name, reference: String::new() };
    let key = NameKey { rows: names().map(row).collect(), ..samples::name_key() };
    let mut formal = samples::formal_record();
    formal.attendance = names()
        .map(|name| AttendanceRow { name, agency: String::new(), presence: Presence::Present, note: None })
        .collect();
    vec![
        ("action list", Paper::ActionList(action_list)),
        ("agency sheet", Paper::AgencySheet(agency_sheet)),
        ("late sheet", Paper::LateSheet(late_sheet)),
        ("register", Paper::Register(register)),
        ("year report", Paper::YearReport(report)),
        ("case study", Paper::CaseStudy(study)),
        ("key to names", Paper::NameKey(key)),
        ("formal minutes", Paper::Minutes(formal)),
    ]
}

#[test]
fn every_word_of_every_hard_name_is_found_again_in_every_other_paper() {
    for (which, paper) in other_papers() {
        let text = tools::drawn(&paper).pages().join("\n").replace("-\n", "-");
        let found = words(&text);
        for word in HARD_NAMES.iter().flat_map(|name| words(name)) {
            assert!(found.contains(&word), "{word:?} is not in the {which}");
        }
    }
}

#[test]
fn characters_that_no_face_has_are_named_with_page_item_and_word() {
    let mut pack = hard_pack();
    pack.cases.truncate(0);
    pack.cases.push(CasePage { why_here: "Asked 李小龍 twice.".into(), ..case("DEMO.1", "Person 🙂") });
    let missing = made(&Paper::Agenda(pack)).missing;
    let named: Vec<(usize, &str, char, &str)> =
        missing.iter().map(|one| (one.page, one.place.as_str(), one.character, one.word.as_str())).collect();
    // Lines may end between two Han characters: each is a word of its own to the layout.
    let all = [('小', "小"), ('李', "李"), ('龍', "龍"), ('🙂', "🙂")];
    assert_eq!(named, all.map(|(character, word)| (2, "DEMO.1", character, word)));
}

#[test]
fn boxes_are_named_before_the_paper_is_drawn_each_with_the_item_it_stands_in() {
    let mut paper = record();
    paper.items[1].key_points.push("Asked 李 again.".into());
    paper.items[3].key_points.push("The sign 🙂 is gone.".into());
    let paper = Paper::Minutes(paper);
    let missing = papers::missing_characters(&paper, &papers::style::Style::default()).unwrap();
    assert_eq!(missing, made(&paper).missing);
    let named: Vec<(&str, char)> = missing.iter().map(|one| (one.place.as_str(), one.character)).collect();
    assert_eq!(named, [("R.61", '李'), ("Room for December", '🙂')]);
}

#[test]
fn nothing_is_missing_from_names_that_the_faces_cover() {
    let mut pack = hard_pack();
    pack.cases.retain(|case| !case.reference.contains(['李', '🙂']));
    assert_eq!(made(&Paper::Agenda(pack)).missing, []);
    assert_eq!(made(&Paper::Minutes(record())).missing, []);
}

#[test]
fn a_word_broken_at_a_soft_hyphen_is_copied_whole() {
    let word = "Anti\u{AD}social".repeat(14);
    let pack = AgendaPack { cases: vec![CasePage { why_here: word, ..case("DEMO.1", "") }], ..empty_pack() };
    let paper = agenda(&pack);
    let joined: String = paper.text().chars().filter(|&letter| letter != '\u{AD}' && letter != ' ').collect();
    assert!(joined.contains(&"Antisocial".repeat(14)), "{joined}");
    assert!(
        paper.pages()[1]
            .lines()
            .filter(|line| line.starts_with("Anti") || line.starts_with("social"))
            .count()
            > 1
    );
}

#[test]
fn an_endless_word_breaks_at_the_edge_and_loses_nothing() {
    let word = "Llanfairpwllgwyngyll".repeat(20);
    let mut page = case("DEMO.1", "");
    page.actions.push(samples::action("1/1", Light::Green, &word, "", &word, ""));
    let text = agenda(&AgendaPack { cases: vec![page], ..empty_pack() }).pages()[1].replace('\n', "");
    let found = text.matches("gyllLlan").count();
    assert!(found >= 30, "found {found} joints of 38");
}
