//! The program's clock in the hand of a test: two hours pass in a minute, and an item overruns because it is told so.

use std::{fs, path::PathBuf};

use tempfile::TempDir;

use crate::Outcome;

/// A clock that stands until it is set; a program built for tests looks at it instead of the system's.
pub struct Clock {
    day: String,
    folder: TempDir,
}

impl Clock {
    /// The environment's variable that leads the program to the clock.
    pub const VARIABLE: &str = "HUB_TASKING_CLOCK";

    /// Returns a clock that stands at `time` (HH:MM) on `day` (YYYY-MM-DD), both in UTC.
    pub fn at(day: &str, time: &str) -> Outcome<Self> {
        let clock = Self { day: day.to_owned(), folder: tempfile::tempdir()? };
        clock.set(time)?;
        Ok(clock)
    }

    /// Moves the clock to `time` (HH:MM) of its day.
    pub fn set(&self, time: &str) -> Outcome<()> {
        // Because the program may look while it is written, the new time takes the place of the old one at once.
        let new = self.folder.path().join("new");
        fs::write(&new, format!("{}T{time}:00Z", self.day))?;
        Ok(fs::rename(new, self.path())?)
    }

    /// Returns the file that the program looks at.
    #[must_use]
    pub fn path(&self) -> PathBuf {
        self.folder.path().join("now")
    }
}
