//! What the papers of the sample say, word for word: a change shows itself here before it is printed.

mod samples;
mod tools;

use samples::{blank_form, filled_form, pack, record};
use tools::{agenda, minutes, referral_form};

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
