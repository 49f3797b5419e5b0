//! Minutes of both kinds: what an extract says of itself, and how the paragraphs of a year count on.

mod samples;
mod tools;

use papers::formal_paragraphs;
use papers::model::*;
use samples::{extract, formal_record, record};
use tools::minutes;

#[test]
fn an_extract_says_on_its_first_page_that_it_holds_the_items_of_one_agency_only() {
    let pages = minutes(&extract()).pages();
    let says = "An extract: it holds only the items of Youth Justice.";
    assert!(pages[0].contains(says), "{}", pages[0]);
    assert!(pages.iter().all(|page| page.contains("items of Youth Justice only")), "every head says so");
    assert!(!minutes(&record()).text().contains("extract"));
}

#[test]
fn the_next_meeting_begins_after_the_last_paragraph() {
    let first = formal_record();
    let next = MinutesPaper { first_paragraph: 48 + formal_paragraphs(&first), ..formal_record() };
    assert!(minutes(&first).text().contains("Minutes 48 to 53."));
    let text = minutes(&next).text();
    assert!(text.contains("Minutes 54 to 59.") && text.contains("54. APOLOGIES FOR ABSENCE"), "{text}");
}

#[test]
fn a_formal_extract_keeps_the_numbers_of_the_whole_minutes() {
    let mut paper = formal_record();
    paper.extract_of = Some("Housing".into());
    paper.items = vec![MinuteItem { paragraph: Some(53), ..paper.items.remove(2) }];
    let text = minutes(&paper).text();
    assert!(text.contains("53. ROOM FOR DECEMBER"), "{text}");
    assert!(!text.contains("Minutes 48 to"), "its numbers have gaps: {text}");
}

#[test]
fn formal_minutes_of_nothing_are_still_minutes() {
    let paper = MinutesPaper {
        attendance: Vec::new(),
        items: Vec::new(),
        matters_arising: Vec::new(),
        declaration: None,
        concluded: None,
        chair: String::new(),
        first_paragraph: 0,
        ..formal_record()
    };
    let text = minutes(&paper).text();
    assert!(text.contains("Nobody’s attendance was recorded."), "{text}");
    assert!(text.contains("1. APOLOGIES FOR ABSENCE No apologies were received."), "{text}");
    assert!(text.contains("When the meeting concluded was not noted."));
}
