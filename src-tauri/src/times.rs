//! How long each command takes at the desk, written down for the benchmark; nobody else asks for it.

use std::fs::File;
use std::io::Write;
use std::time::{SystemTime, UNIX_EPOCH};

/// Names the file to write to; without it nothing is measured.
const FILE_VARIABLE: &str = "HUB_TASKING_TIMES";

/// The file of times: a line for each command with its name, and when it began and ended in microseconds since 1970.
pub struct Times(File);

impl Times {
    /// Begins the file that the environment names; absent when it names none, or one that cannot be written.
    pub fn asked_for() -> Option<Self> {
        std::env::var_os(FILE_VARIABLE).and_then(|path| File::create(path).ok()).map(Self)
    }

    /// Does the work of a command and notes how long it took.
    pub fn of(&mut self, command: &str, work: impl FnOnce()) {
        let begun = microseconds();
        work();
        // A line that cannot be written is missing in the benchmark, and nowhere else.
        let _ = writeln!(self.0, "{command} {begun} {}", microseconds());
    }
}

fn microseconds() -> u128 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_micros())
}
