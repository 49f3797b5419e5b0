//! The summary of a case: what a screen reader finds, what is said where nothing is known, and hard texts.

mod samples;
mod tools;

use papers::model::CaseSummary;
use samples::{HARD_NAMES, bare_summary, summary};
use tools::case_summary;

#[test]
fn its_title_its_bookmarks_and_its_headings_are_set() {
    let paper = case_summary(&summary());
    assert!(paper.told("pdfinfo", &[], &[]).contains("Case summary: DEMO.45, 24 November 2026"));
    let structure = paper.structure();
    let count =
        |element: &str| structure.lines().filter(|line| line.trim_start().starts_with(element)).count();
    assert_eq!(count("H1"), 1);
    assert!(count("H2") >= 7, "{structure}");
}

#[test]
fn a_case_of_which_nothing_is_known_says_so_and_prints_no_empty_part() {
    let text = case_summary(&bare_summary()).text();
    assert!(text.contains("No outline was written."), "{text}");
    assert!(text.contains("Nobody has an action on this case."), "{text}");
    for part in ["Orders", "Demand", "History", "Links"] {
        assert!(!text.contains(part), "{part} in {text}");
    }
}

#[test]
fn the_same_summary_gives_the_same_bytes() {
    assert!(case_summary(&summary()).bytes == case_summary(&summary()).bytes);
}

#[test]
fn ten_thousand_letters_and_hard_names_run_on_over_pages() {
    let paper = CaseSummary {
        outline: "Calls from three neighbours about the yard. ".repeat(230),
        people: HARD_NAMES.iter().map(|name| (*name).to_owned()).collect(),
        ..summary()
    };
    let pages = case_summary(&paper).pages();
    assert!(pages.len() >= 3, "{} pages", pages.len());
    for (at, page) in (1..).zip(&pages) {
        assert!(page.contains(&format!("{at} of {}", pages.len())), "{page}");
        assert!(page.contains("OFFICIAL-SENSITIVE"), "{page}");
    }
}
