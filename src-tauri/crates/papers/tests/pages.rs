//! What every page says, and how parts share the pages.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod samples;
mod tools;

use papers::model::*;
use samples::{case, demo_45, empty_pack, long_pack, pack, record};
use tools::{agenda, minutes};

#[test]
fn every_page_of_every_paper_is_marked_top_and_bottom_and_counted() {
    for (name, paper) in samples::all() {
        let paper = tools::drawn(&paper);
        let pages = paper.pages();
        for (page, at) in pages.iter().zip(1..) {
            assert_eq!(page.matches("OFFICIAL-SENSITIVE · SAMPLE").count(), 2, "{name}, page {at}: {page}");
            let numbered = match name {
                "late-sheet" => format!("Page L1.{at} of L1.{}", pages.len()),
                _ => format!("Page {at} of {}", pages.len()),
            };
            assert!(page.contains(&numbered), "{name}, page {at}: {page}");
        }
        let laid_out = paper.told("pdftotext", &["-layout"], &["-"]);
        let found = laid_out.matches("OFFICIAL-SENSITIVE · SAMPLE").count();
        assert_eq!(found, 2 * pages.len(), "{name}: the marking cannot be read as words");
    }
}

#[test]
fn qpdf_finds_nothing_wrong_with_any_paper() {
    for (name, paper) in samples::all() {
        let said = tools::drawn(&paper).told("qpdf", &["--check"], &[]);
        assert!(said.contains("No syntax or stream encoding errors found"), "{name}: {said}");
    }
}

#[test]
fn a_hub_that_is_no_sample_and_has_no_marking_prints_none() {
    let marking = Marking::default();
    let text = agenda(&AgendaPack { marking, ..pack() }).text();
    assert!(!text.contains("SENSITIVE") && !text.contains("SAMPLE"));
}

#[test]
fn the_front_sheet_names_the_page_where_each_item_begins() {
    let pages = agenda(&pack()).pages();
    let front: Vec<&str> = pages[0].split_whitespace().collect();
    for reference in ["DEMO.31", "DEMO.17", "DEMO.45", "DEMO.37", "R.61"] {
        let begins = pages.iter().position(|page| page.lines().any(|line| line.trim() == reference)).unwrap();
        let row = front.iter().position(|word| *word == reference).unwrap();
        // The page closes the row: the word before the next item's time, or before the label of the next group.
        let rest = &front[row..];
        let end = rest
            .iter()
            .position(|word| word.starts_with("2.") || word.starts_with("3."))
            .unwrap_or(rest.len());
        let said = rest[..end].iter().rev().find_map(|word| word.parse::<usize>().ok());
        assert_eq!(said, Some(begins + 1), "{reference}: {:?}", &rest[..end]);
    }
}

#[test]
fn pages_follow_the_running_order_and_not_the_order_of_the_list() {
    let pages = agenda(&pack()).pages();
    let at =
        |reference: &str| pages.iter().position(|page| page.lines().any(|line| line.trim() == reference));
    assert!(at("DEMO.31") < at("DEMO.17"), "the list has them the other way round");
    assert!(at("DEMO.45") < at("R.61"));
}

#[test]
fn the_head_of_a_case_says_group_time_and_length() {
    let text = agenda(&pack()).text();
    assert!(text.contains("Young people · 2.25 pm · 12 minutes"));
}

#[test]
fn a_draft_says_so_on_every_page() {
    for page in agenda(&AgendaPack { cases: vec![demo_45()], ..empty_pack() }).pages() {
        assert!(page.contains("DRAFT"), "{page}");
    }
    for page in minutes(&record()).pages() {
        assert!(page.contains("DRAFT"), "{page}");
    }
}

#[test]
fn abbreviations_are_spelled_out_on_the_pages_that_use_them_only() {
    let pages = agenda(&pack()).pages();
    let using = pages.iter().find(|page| page.lines().any(|line| line.trim() == "DEMO.45")).unwrap();
    assert!(using.replace('\n', " ").contains("CBO criminal behaviour order"), "{using}");
    let other = pages.iter().find(|page| page.lines().any(|line| line.trim() == "DEMO.31")).unwrap();
    assert!(!other.contains("criminal behaviour order"));
}

#[test]
fn an_empty_agenda_is_a_whole_paper_that_says_it_is_empty() {
    let paper = agenda(&empty_pack());
    assert_eq!(paper.pages().len(), 1);
    assert!(paper.text().contains("Nothing is on this agenda yet."));
}

#[test]
fn a_case_without_actions_says_so() {
    let text = agenda(&AgendaPack { cases: vec![case("DEMO.1", "Topic")], ..empty_pack() }).text();
    assert!(text.contains("No action is open."));
}

#[test]
fn a_giant_cell_runs_over_pages_with_its_head_repeated_and_no_word_lost() {
    let mut page = demo_45();
    page.actions[0].what = (0..600).map(|at| format!("word{at} ")).collect();
    assert!(page.actions[0].what.len() > 3_000);
    let paper = agenda(&AgendaPack { cases: vec![page], ..empty_pack() });
    let pages = paper.pages();
    let with_words: Vec<&String> = pages.iter().filter(|page| page.contains("word")).collect();
    assert!(with_words.len() >= 2, "the cell fills more than a page");
    for page in &with_words {
        assert!(page.contains("Action and last update"), "the head of the table is missing: {page}");
    }
    let text = paper.text();
    let words: Vec<&str> = text.split(' ').collect();
    for at in 0..600 {
        let word = format!("word{at}");
        assert_eq!(words.iter().filter(|&&other| other == word).count(), 1, "{word}");
    }
    assert_eq!(
        paper.structure().matches("Action and last update").count(),
        1,
        "repeats are for the eye only"
    );
}

#[test]
fn two_hundred_and_fifty_cases_all_find_their_page() {
    let paper = agenda(&long_pack(250));
    let pages = paper.pages();
    for at in [1, 2, 97, 249, 250] {
        let reference = format!("DEMO.{at}");
        assert!(pages.iter().any(|page| page.lines().any(|line| line.trim() == reference)), "{reference}");
    }
    let front: Vec<&String> = pages.iter().take_while(|page| page.contains("What is needed")).collect();
    assert!(front.len() > 5, "the running order goes on over pages, each with its head");
    assert!(pages[0].contains(&format!("Page 1 of {}", pages.len())));
}

#[test]
fn lights_are_told_by_word_beside_their_shape() {
    let text = agenda(&AgendaPack { cases: vec![demo_45()], ..empty_pack() }).text();
    for word in ["Red", "Amber", "Green", "Grey", "Blue"] {
        assert!(text.split(' ').any(|other| other == word), "{word}");
    }
    assert!(text.contains("set Amber, facts say Red: statements promised"));
}

#[test]
fn long_heads_are_cut_rather_than_written_over_each_other() {
    let mut long = pack();
    long.hub =
        "Northbridge and Surrounding Parishes Community Safety and Neighbourhood Problem Solving Hub".into();
    long.copy = Some(Copy { number: Some(4), of: Some(14), recipient: "Environmental Protection".repeat(4) });
    let head = agenda(&long).pages()[0].clone();
    assert!(head.contains('…'), "{head}");
}

#[test]
fn an_undecided_item_and_a_correction_are_printed() {
    let mut paper = record();
    paper.status = MinutesStatus::Approved { by: "R. Hale".into(), on: samples::day(2026, 11, 27) };
    paper.corrections.push(Correction {
        date: samples::day(2026, 11, 30),
        by: "C. Lowe".into(),
        place: "DEMO.45, key points".into(),
        was: "Missing twice".into(),
        now: "Missing once".into(),
    });
    let text = minutes(&paper).text();
    assert!(text.contains("Left undecided."));
    assert!(text.contains("Approved by R. Hale on 27 November 2026"));
    assert!(text.contains("Missing twice") && text.contains("Missing once"), "a correction leaves its trace");
    assert!(!text.contains("DRAFT"));
}
