//! The process that is disturbed: this binary once more, telling one story on one folder.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
#[cfg(target_os = "linux")]
use std::process::Output;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::story::{Acknowledge, Story};

const FOLDER: &str = "HUB_TASKING_FAULTS_FOLDER";
const STORY: &str = "HUB_TASKING_FAULTS_STORY";
const ITSELF: &str = "victim::a_story_that_nobody_disturbs_is_told_to_its_end";
pub const ACKNOWLEDGED: &str = "acknowledged ";
const REFUSED: &str = "refused ";

/// What a disturbed process said before it ended.
#[derive(Debug, Default)]
#[cfg_attr(not(target_os = "linux"), allow(dead_code, reason = "the faults of a disk are made on Linux"))]
pub struct Said {
    /// The last step that it acknowledged; 0 for none.
    pub acknowledged: usize,
    /// In what words it refused; absent when it did not.
    pub refused: Option<String>,
    /// Whether it came to its end by itself.
    pub ended: bool,
    /// All that it wrote, for a failure.
    pub everything: String,
}

fn say(line: &str) {
    // The line before it ends whatever the test runner began to write.
    let line = format!("\n{line}\n");
    let mut out = std::io::stdout().lock();
    out.write_all(line.as_bytes()).and_then(|()| out.flush()).expect("somebody listens");
}

#[test]
fn a_story_that_nobody_disturbs_is_told_to_its_end() {
    let (Some(folder), Ok(story)) = (std::env::var_os(FOLDER), std::env::var(STORY)) else {
        return every_story();
    };
    let acknowledge: &mut Acknowledge<'_> = &mut |number| {
        say(&format!("{ACKNOWLEDGED}{number}"));
        Ok(())
    };
    say(&format!("{ACKNOWLEDGED}0"));
    if let Err(refusal) = Story::named(&story).told_on(Path::new(&folder), acknowledge) {
        say(&format!("{REFUSED}{refusal}"));
    }
}

fn every_story() {
    for story in Story::ALL {
        let reference = crate::story::Reference::of(story);
        let folder = reference.begun();
        let mut told = 0;
        story
            .told_on(folder.path(), &mut |number| {
                told = number;
                Ok(())
            })
            .unwrap();
        assert_eq!(reference.survived(folder.path(), told), Ok(told), "{story:?}");
    }
}

/// Returns the arguments and the environment with which this binary tells a story.
pub fn itself(story: Story, folder: &Path, command: &mut Command) {
    command.arg("--exact").arg(ITSELF).args(["--nocapture", "--test-threads=1"]);
    command.env(FOLDER, folder).env(STORY, format!("{story:?}"));
}

/// Starts the story in a process of its own and kills it so long after it began.
pub fn killed(story: Story, folder: &Path, after: Duration) -> Said {
    let mut command = Command::new(std::env::current_exe().unwrap());
    itself(story, folder, &mut command);
    let mut child =
        command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("this binary starts again");
    let mut lines = BufReader::new(child.stdout.take().unwrap());
    let mut everything = String::new();
    while !everything.contains(ACKNOWLEDGED) {
        assert!(lines.read_line(&mut everything).unwrap() > 0, "it ended before it began: {everything}");
    }
    let until = Instant::now() + after;
    while Instant::now() < until {
        std::hint::spin_loop();
    }
    child.kill().unwrap();
    child.wait().unwrap();
    // What it acknowledged between and its death was promised too.
    std::io::Read::read_to_string(&mut lines, &mut everything).unwrap();
    Said::of(everything)
}

impl Said {
    fn of(everything: String) -> Self {
        // A line that the death cut short is no promise.
        let whole = everything.rsplit_once('\n').map_or("", |(whole, _)| whole);
        let of = |beginning: &'static str| whole.lines().filter_map(move |line| line.strip_prefix(beginning));
        let acknowledged = of(ACKNOWLEDGED).filter_map(|number| number.parse().ok()).next_back().unwrap_or(0);
        let refused = of(REFUSED).next_back().map(str::to_owned);
        let ended = everything.contains("test result: ok");
        Self { acknowledged, refused, ended, everything }
    }

    /// Returns what a process said that ended by itself.
    #[cfg(target_os = "linux")]
    pub fn of_output(output: &Output) -> Self {
        Self::of(
            String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr),
        )
    }
}
