//! What the papers of the sample say, word for word: a change shows itself here before it is printed.

mod samples;
mod tools;

use samples::{blank_form, certificate, filled_form, long_sheet, pack, record, summary};
use tools::{agenda, case_summary, minutes, referral_form, sheet};

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
