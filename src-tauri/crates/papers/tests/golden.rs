//! What the papers of the sample say, word for word: a change shows itself here before it is printed.

mod samples;
mod tools;

use samples::{pack, record, summary};
use tools::{agenda, case_summary, minutes};

#[test]
fn the_agenda_pack_says_what_it_said() {
    insta::assert_snapshot!(agenda(&pack()).pages().join("\n--- next page ---\n"));
}

#[test]
fn the_minutes_say_what_they_said() {
    insta::assert_snapshot!(minutes(&record()).pages().join("\n--- next page ---\n"));
}

#[test]
fn the_summary_of_a_case_says_what_it_said() {
    insta::assert_snapshot!(case_summary(&summary()).pages().join("\n--- next page ---\n"));
}
