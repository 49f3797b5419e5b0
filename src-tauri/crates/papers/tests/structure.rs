//! What a screen reader, a search and a list of bookmarks find in a paper.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod samples;
mod tools;

use samples::{case_study, formal_record, hard_names, long_pack, pack, record};
use tools::{Paper, agenda, drawn, minutes};

fn count(structure: &str, element: &str) -> usize {
    structure.lines().filter(|line| line.trim_start().split([' ', ':']).next() == Some(element)).count()
}

#[test]
fn title_and_language_are_set_and_the_title_is_shown() {
    for (paper, title) in [
        (agenda(&pack()), "Agenda pack: Hub Tasking meeting, Tuesday 24 November 2026"),
        (minutes(&record()), "Minutes: Hub Tasking meeting, Tuesday 24 November 2026"),
    ] {
        let said = paper.told("pdfinfo", &[], &[]);
        assert!(said.contains(title), "{said}");
        assert!(said.lines().any(|line| line.starts_with("Tagged:") && line.ends_with("yes")), "{said}");
        let unpacked = paper.unpacked();
        assert!(unpacked.contains("/Lang (en-GB)"));
        assert!(unpacked.contains("/DisplayDocTitle true"));
        assert!(unpacked.contains("/Tabs /S"));
    }
}

#[test]
fn headings_tables_and_cells_are_what_they_look_like() {
    let structure = agenda(&pack()).structure();
    assert_eq!(count(&structure, "H1"), 1, "one title");
    assert_eq!(count(&structure, "H2"), 3 + 1 + 4 + 1 + 1, "front sheet, minutes, cases, referral, orders");
    assert_eq!(count(&structure, "Table"), 2 + 2 + 2 + 1);
    assert_eq!(count(&structure, "Figure"), 1, "the one line of scores with two points");
    assert_eq!(
        count(&structure, "Link"),
        7 + 3,
        "one per item, decision, matter and review that leads somewhere"
    );
    assert!(structure.contains("Scope /Column") && structure.contains("Scope /Row"));
}

#[test]
fn the_line_of_scores_is_told_in_words() {
    let structure = agenda(&pack()).unpacked();
    assert!(
        structure.contains("Scores, lower is better: 80 on 6 October 2026, then 62 on 10 November 2026.")
    );
}

#[test]
fn heads_feet_and_rules_are_not_read_out() {
    let structure = agenda(&pack()).structure();
    assert!(
        !structure.contains("OFFICIAL"),
        "the marking is on every page, a reader hears it from the eye's side"
    );
    assert!(!structure.contains("Page 1 of"));
    assert_eq!(
        structure.matches("Young people · 2.25 pm").count(),
        1,
        "what the head alone says is read out once"
    );
}

#[test]
fn figures_and_their_words_do_not_join_when_copied() {
    assert!(agenda(&pack()).structure().contains("\"11 items, 1 h 36 min\""));
}

#[test]
fn the_outline_is_nested_by_group_and_leads_to_the_pages() {
    let outline = outline(&agenda(&pack()));
    assert_eq!(
        outline,
        [
            "Front sheet",
            "Previous minutes",
            "Matters arising",
            "Housing",
            "  DEMO.31",
            "  DEMO.17",
            "Young people",
            "  DEMO.45",
            "  DEMO.37",
            "Referrals",
            "  R.61",
            "Orders and reviews due",
        ]
    );
}

#[test]
fn the_outline_of_a_long_pack_stays_complete() {
    assert_eq!(outline(&agenda(&long_pack(30))).len(), 1 + 1 + 30);
}

#[test]
fn numbered_conditions_are_a_list_and_the_numbers_of_headings_are_not() {
    let structure = agenda(&pack()).structure();
    assert_eq!((count(&structure, "L"), count(&structure, "LI")), (1, 2), "{structure}");
    assert_eq!((count(&structure, "Lbl"), count(&structure, "LBody")), (2, 2));
    let formal = minutes(&formal_record()).structure();
    assert_eq!(count(&formal, "L"), 0);
    assert!(formal.contains("\"48. APOLOGIES FOR ABSENCE\""), "{formal}");
}

#[test]
fn a_grid_is_no_table_and_a_drawing_says_where_it_stands() {
    let study = drawn(&papers::Paper::CaseStudy(case_study()));
    let structure = study.structure();
    assert_eq!(count(&structure, "Table"), 2, "steps and calls; the figures under the title are none");
    assert_eq!(count(&structure, "Figure"), 2, "the line of scores and the line of time");
    let unpacked = study.unpacked();
    assert_eq!(unpacked.matches("/BBox [").count(), 2);
    assert!(unpacked.contains("The steps on a line of time: step 1 in March 2026"));
    assert!(!unpacked.contains("3 March"), "a case study tells no day");
}

#[test]
fn a_link_over_several_lines_is_one_link() {
    let report = drawn(&papers::Paper::YearReport(samples::year_report()));
    // Five of the six headlines lead to a section, on two lines each, and so does each of four sections.
    assert_eq!(count(&report.structure(), "Link"), 5 + 4);
    assert_eq!(report.unpacked().matches("/Subtype /Link").count(), 5 * 2 + 4);
}

#[test]
fn words_of_another_script_say_so_and_what_repeats_is_pagination() {
    let unpacked = agenda(&hard_names()).unpacked().replace(' ', "");
    for language in ["und-Cyrl", "und-Arab", "el"] {
        assert!(unpacked.contains(&format!("/Lang({language})")), "{language}");
    }
    for kind in ["/Header", "/Footer"] {
        assert!(unpacked.contains(&format!("/Subtype{kind}")), "{kind}");
    }
    assert!(unpacked.contains("<pdfuaid:part>1</pdfuaid:part>"));
}

/// Returns the titles of the outline, each indented by its depth.
fn outline(paper: &Paper) -> Vec<String> {
    let document = lopdf::Document::load_mem(&paper.bytes).unwrap();
    let catalog = document.catalog().unwrap();
    let root = catalog.get(b"Outlines").unwrap().as_reference().unwrap();
    let mut found = Vec::new();
    walk(&document, root, 0, &mut found);
    found
}

fn walk(document: &lopdf::Document, parent: lopdf::ObjectId, depth: usize, found: &mut Vec<String>) {
    let mut next = document.get_dictionary(parent).unwrap().get(b"First").ok().cloned();
    while let Some(entry) = next {
        let id = entry.as_reference().unwrap();
        let entry = document.get_dictionary(id).unwrap();
        let title = String::from_utf8(entry.get(b"Title").unwrap().as_str().unwrap().to_vec()).unwrap();
        let page = entry.get(b"Dest").unwrap().as_array().unwrap()[0].as_reference().unwrap();
        assert!(document.get_pages().values().any(|&other| other == page), "{title} leads nowhere");
        found.push(format!("{}{title}", "  ".repeat(depth)));
        walk(document, id, depth + 1, found);
        next = entry.get(b"Next").ok().cloned();
    }
}
