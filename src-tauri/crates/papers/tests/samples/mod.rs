//! Invented papers to draw: the pack of the design's pictures, and builders that state only the difference.

#![allow(dead_code, unused_imports, reason = "each test file uses its own part")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod agency;
mod figures;
mod form;
mod late;
mod pack;
mod record;
mod sheet;
mod study;
mod summary;

pub use agency::*;
pub use figures::*;
pub use form::*;
pub use late::*;
pub use pack::*;
pub use record::*;
pub use sheet::*;
pub use study::*;
pub use summary::*;

use chrono::NaiveDate;
use papers::Paper;
use papers::model::{AgendaPack, CasePage, ClockTime, Marking, Stamp};

/// Returns every sample paper with its name: what people look at, and what the checkers read.
pub fn all() -> Vec<(&'static str, Paper)> {
    vec![
        ("agenda", Paper::Agenda(pack())),
        ("empty", Paper::Agenda(empty_pack())),
        ("hard", Paper::Agenda(hard_names())),
        ("giant", Paper::Agenda(giant_cell())),
        ("long", Paper::Agenda(long_pack(250))),
        ("minutes", Paper::Minutes(record())),
        ("blank-form", Paper::ReferralForm(blank_form())),
        ("filled-form", Paper::ReferralForm(filled_form())),
        ("certificate", Paper::Sheet(certificate())),
        ("sheet", Paper::Sheet(long_sheet())),
        ("case", Paper::CaseSummary(summary())),
        ("bare", Paper::CaseSummary(bare_summary())),
        ("formal-minutes", Paper::Minutes(formal_record())),
        ("extract", Paper::Minutes(extract())),
        ("agency-sheet", Paper::AgencySheet(agency_sheet())),
        ("agency-sheet-actions", Paper::AgencySheet(actions_only_sheet())),
        ("late-sheet", Paper::LateSheet(late_sheet())),
        ("action-list", Paper::ActionList(action_list())),
        ("register", Paper::Register(register())),
        ("year-report", Paper::YearReport(year_report())),
        ("case-study", Paper::CaseStudy(case_study())),
        ("name-key", Paper::NameKey(name_key())),
    ]
}

/// Returns a pack with a page for every hard name.
pub fn hard_names() -> AgendaPack {
    let page = |name: &&str| CasePage { why_here: (*name).to_owned(), ..case(name, name) };
    AgendaPack { cases: HARD_NAMES.iter().map(page).collect(), ..empty_pack() }
}

/// Returns a pack with a cell that is longer than a page.
pub fn giant_cell() -> AgendaPack {
    let mut giant = demo_45();
    giant.actions[0].what = "Visit the family, then write down what was agreed. ".repeat(60);
    AgendaPack { cases: vec![giant], ..empty_pack() }
}

/// Returns the marking of the sample hub with a stamp.
pub fn stamped(digest: &str, audit: Option<&str>) -> Marking {
    let stamp = Stamp { digest: digest.into(), audit: audit.map(Into::into) };
    Marking { stamp: Some(stamp), ..marking() }
}

/// Returns the marking of the sample hub.
pub fn marking() -> Marking {
    Marking { text: "OFFICIAL-SENSITIVE".into(), sample: true, stamp: None }
}

/// Returns a date.
pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// Returns a time of day from `14.05`.
pub fn at(text: &str) -> ClockTime {
    text.parse().unwrap()
}
