//! Any text as an action line, with the cursor anywhere.
#![no_main]

use chrono::NaiveDate;
use domain::action_line::{Surroundings, understand};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|line: (String, u32)| {
    let around = Surroundings {
        agencies: &[],
        officers: &[],
        templates: &[],
        today: NaiveDate::MIN + chrono::Days::new(96_500_000),
        next_meeting: None,
    };
    let _ = understand(&line.0, line.1, around);
});
