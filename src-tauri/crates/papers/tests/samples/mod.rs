//! Invented papers to draw: the pack of the design's pictures, and builders that state only the difference.

#![allow(dead_code, unused_imports, reason = "each test file uses its own part")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod form;
mod pack;
mod record;
mod sheet;
mod summary;

pub use form::*;
pub use pack::*;
pub use record::*;
pub use sheet::*;
pub use summary::*;

use chrono::NaiveDate;
use papers::model::ClockTime;

/// Returns a date.
pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// Returns a time of day from `14.05`.
pub fn at(text: &str) -> ClockTime {
    text.parse().unwrap()
}
