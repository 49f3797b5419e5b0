//! The program's command line, as a person or a script runs it.

use std::{
    path::Path,
    process::{Command, Stdio},
};

use tempfile::TempDir;

use crate::{Outcome, places};

/// What a run of the program left behind.
pub struct Ran {
    /// The exit code; absent when a signal ended the run.
    pub code: Option<i32>,
    /// What it printed.
    pub printed: String,
    /// What it complained about, on standard error.
    pub complained: String,
}

impl Ran {
    /// Hands back what was printed, or fails with the complaint when the run did not end well.
    pub fn well(self) -> Outcome<String> {
        match self.code {
            Some(0) => Ok(self.printed),
            code => Err(format!("exit {code:?}: {}{}", self.complained, self.printed).into()),
        }
    }

    /// Reads what was printed as JSON, or fails with the complaint.
    pub fn json(self) -> Outcome<serde_json::Value> {
        Ok(serde_json::from_str(&self.well()?)?)
    }
}

/// Runs the program on the data folder `data`, the passphrase in its environment.
pub fn hub_tasking(data: &Path, passphrase: &str, arguments: &[&str]) -> Outcome<Ran> {
    let output = Command::new(places::program())
        .args(arguments)
        .arg("--data")
        .arg(data)
        .env("HUB_TASKING_PASSPHRASE", passphrase)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .stdin(Stdio::null())
        .output()?;
    Ok(Ran {
        code: output.status.code(),
        printed: String::from_utf8(output.stdout)?,
        complained: String::from_utf8(output.stderr)?,
    })
}

/// Makes the sample hub, as it is on `today` (YYYY-MM-DD), in a folder of the test's own.
pub fn sample_hub(today: &str) -> Outcome<TempDir> {
    let folder = tempfile::tempdir()?;
    hub_tasking(folder.path(), "", &["hub", "sample", "--today", today])?.well()?;
    Ok(folder)
}

/// Makes the sample hub as it is today, in a folder of the test's own: what a window shows, which asks the clock.
pub fn sample_hub_of_today() -> Outcome<TempDir> {
    let folder = tempfile::tempdir()?;
    hub_tasking(folder.path(), "", &["hub", "sample"])?.well()?;
    Ok(folder)
}

/// Returns the sample hub's meetings, as the command line tells them.
pub fn sample_meetings(data: &Path) -> Outcome<Vec<serde_json::Value>> {
    let meetings = hub_tasking(data, "sample", &["meeting", "list", "--json"])?.json()?;
    Ok(meetings.as_array().cloned().unwrap_or_default())
}

/// Returns which libraries the system loads before the command line's own program runs, one a line.
pub fn libraries_of_command_line() -> Outcome<String> {
    let program =
        places::program().with_file_name(format!("hub-tasking-cli{}", std::env::consts::EXE_SUFFIX));
    let version = Command::new(&program).arg("--version").output()?;
    if !version.status.success() {
        return Err(format!("{} does not run", program.display()).into());
    }
    Ok(String::from_utf8(Command::new("ldd").arg(&program).output()?.stdout)?)
}
