//! What the papers of the sample say, word for word: a change shows itself here before it is printed.

mod samples;
mod tools;

use papers::Paper;
use samples::{
    action_list, actions_only_sheet, agency_sheet, blank_form, case_study, certificate, extract, filled_form,
    formal_record, late_sheet, long_sheet, name_key, pack, record, register, summary, year_report,
};
use tools::{agenda, case_summary, drawn, minutes, referral_form, sheet};

/// Returns the text of every page of a paper.
fn said(paper: &Paper) -> String {
    drawn(paper).pages().join("\n--- next page ---\n")
}

#[test]
fn the_agenda_pack_says_what_it_said() {
    insta::assert_snapshot!(agenda(&pack()).pages().join("\n--- next page ---\n"));
}

#[test]
fn the_minutes_say_what_they_said() {
    insta::assert_snapshot!(minutes(&record()).pages().join("\n--- next page ---\n"));
}

#[test]
fn the_referral_form_says_what_it_said() {
    let pages =
        [blank_form(), filled_form()].map(|form| referral_form(&form).pages().join("\n--- next page ---\n"));
    insta::assert_snapshot!(pages.join("\n=== filled ===\n"));
}

#[test]
fn a_certificate_says_what_it_said() {
    insta::assert_snapshot!(sheet(&certificate()).pages().join("\n--- next page ---\n"));
}

#[test]
fn a_long_sheet_loses_nothing_and_is_marked_on_every_page() {
    let pages = sheet(&long_sheet()).pages();
    assert!(pages.len() > 3, "{} pages", pages.len());
    assert!(
        pages.iter().all(|page| page.matches("OFFICIAL-SENSITIVE · SAMPLE").count() == 2),
        "top and bottom"
    );
    let words = pages.join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(words.matches("visitors").count(), 220);
    assert_eq!((1..60).filter(|at| words.contains(&format!("Action 45/{at}"))).count(), 59);
}

#[test]
fn the_summary_of_a_case_says_what_it_said() {
    insta::assert_snapshot!(case_summary(&summary()).pages().join("\n--- next page ---\n"));
}

#[test]
fn an_agency_sheet_says_what_it_said() {
    insta::assert_snapshot!(said(&Paper::AgencySheet(agency_sheet())));
}

#[test]
fn a_sheet_of_actions_only_says_what_it_said() {
    insta::assert_snapshot!(said(&Paper::AgencySheet(actions_only_sheet())));
}

#[test]
fn a_late_sheet_says_what_it_said() {
    insta::assert_snapshot!(said(&Paper::LateSheet(late_sheet())));
}

#[test]
fn the_action_list_says_what_it_said() {
    insta::assert_snapshot!(said(&Paper::ActionList(action_list())));
}

#[test]
fn the_register_says_what_it_said() {
    insta::assert_snapshot!(said(&Paper::Register(register())));
}

#[test]
fn the_year_report_says_what_it_said() {
    insta::assert_snapshot!(said(&Paper::YearReport(year_report())));
}

#[test]
fn a_case_study_says_what_it_said() {
    insta::assert_snapshot!(said(&Paper::CaseStudy(case_study())));
}

#[test]
fn a_key_to_names_says_what_it_said() {
    insta::assert_snapshot!(said(&Paper::NameKey(name_key())));
}

#[test]
fn an_extract_of_minutes_says_what_it_said() {
    insta::assert_snapshot!(said(&Paper::Minutes(extract())));
}

#[test]
fn formal_minutes_say_what_they_said() {
    insta::assert_snapshot!(said(&Paper::Minutes(formal_record())));
}
