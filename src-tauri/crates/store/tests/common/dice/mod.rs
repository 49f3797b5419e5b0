//! Records with chance values: every field of every table, from a seed that a failing test prints.
#![allow(
    dead_code,
    unused_imports,
    clippy::unwrap_used,
    reason = "helpers of tests, none of which needs all of them"
)]

mod actions;
mod cases;
mod issues;
mod meetings;
mod orders;
mod people;
mod referrals;

pub use actions::*;
pub use cases::*;
pub use issues::*;
pub use meetings::*;
pub use orders::*;
pub use people::*;
pub use referrals::*;

use chrono::{Days, NaiveDate};
use domain::disclosure::Level;
use domain::moment::Moment;
use uuid::Uuid;

/// Chance from a seed: the same seed, the same records.
pub struct Dice(pub u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        // SplitMix64: small, and good enough to fill fields.
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    pub fn below(&mut self, limit: u64) -> u64 {
        self.roll() % limit
    }

    pub fn uuid(&mut self) -> Uuid {
        Uuid::from_u64_pair(self.roll(), self.roll())
    }

    pub fn coin(&mut self) -> bool {
        self.below(2) == 0
    }

    pub fn of<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len() as u64) as usize]
    }

    fn maybe<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.coin().then(|| make(self))
    }

    fn some<T>(&mut self, mut make: impl FnMut(&mut Self) -> T) -> Vec<T> {
        (0..self.below(4)).map(|_| make(self)).collect()
    }

    pub fn text(&mut self) -> String {
        const TEXTS: [&str; 9] = [
            "",
            "Noise at night",
            "O'Neill; DROP TABLE case_record --",
            "“Łucja” d’Arcy",
            "two\nlines\tand a tab",
            "🏚️ boarded up",
            "<img onerror=alert(1)>",
            "%_\"*",
            "a\0nought",
        ];
        format!("{}{}", self.of(&TEXTS), self.below(1000))
    }

    fn day(&mut self) -> NaiveDate {
        NaiveDate::from_ymd_opt(1899, 12, 31).unwrap() + Days::new(self.below(60_000))
    }

    fn moment(&mut self) -> Moment {
        Moment(self.below(4_000_000_000_000) as i64 - 1_000_000_000)
    }

    fn number(&mut self) -> u32 {
        self.below(u64::from(u32::MAX) + 1) as u32
    }
}

const LEVELS: [Level; 4] = [Level::Blank, Level::Reference, Level::Initials, Level::Full];
