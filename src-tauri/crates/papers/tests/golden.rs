//! What the papers of the sample say, word for word: a change shows itself here before it is printed.

mod samples;
mod tools;

use samples::{pack, record};
use tools::{agenda, minutes};

#[test]
fn the_agenda_pack_says_what_it_said() {
    insta::assert_snapshot!(agenda(&pack()).pages().join("\n--- next page ---\n"));
}

#[test]
fn the_minutes_say_what_they_said() {
    insta::assert_snapshot!(minutes(&record()).pages().join("\n--- next page ---\n"));
}
