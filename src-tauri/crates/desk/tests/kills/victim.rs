//! The process that runs the meeting, and the killing of it.

use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::hub::Opened;
use crate::script::Script;

/// Names the folder of the hub to the process that is killed.
pub const FOLDER: &str = "HUB_TASKING_KILLS_FOLDER";
const ITSELF: &str = "a_meeting_that_nobody_kills_runs_to_its_end";
const ACKNOWLEDGED: &str = "acknowledged ";

/// Runs the meeting on the hub in `folder`: takes a step for each byte that comes in, and says after each that it is done.
pub fn run(folder: &Path) {
    let mut opened = Opened::at(folder);
    acknowledge(0);
    opened.unlock();
    let script = Script::read(&mut opened.desk);
    for number in 1..=script.steps.len() {
        std::io::stdin().read_exact(&mut [0]).expect("somebody says how far to go");
        opened.take(&script, number);
        acknowledge(number);
    }
}

fn acknowledge(number: usize) {
    // The line before it ends whatever the test runner began to write.
    let line = format!("\n{ACKNOWLEDGED}{number}\n");
    let mut out = std::io::stdout().lock();
    out.write_all(line.as_bytes()).and_then(|()| out.flush()).expect("somebody listens");
}

/// Starts the meeting in a process of its own, kills it once it acknowledged so many steps, at rest or so long into the
/// next one, and returns how many steps it had acknowledged by then.
pub fn killed(folder: &Path, acknowledged: usize, into_the_next: Option<Duration>) -> usize {
    let mut victim = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", ITSELF, "--nocapture"])
        .env(FOLDER, folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::inherit())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(victim.stdout.take().unwrap());
    let mut steps = victim.stdin.take().unwrap();
    steps.write_all(&vec![0; acknowledged]).unwrap();
    let mut heard = None;
    while heard.is_none_or(|heard| heard < acknowledged) {
        match next(&mut lines) {
            Some(number) => heard = Some(number),
            None => panic!("the process ended after {heard:?} steps, before anybody killed it"),
        }
    }
    if let Some(so_long) = into_the_next {
        steps.write_all(&[0]).unwrap();
        let until = Instant::now() + so_long;
        while Instant::now() < until {
            std::hint::spin_loop();
        }
    }
    victim.kill().unwrap();
    victim.wait().unwrap();
    // What it acknowledged between the step and its death was promised too.
    while let Some(number) = next(&mut lines) {
        heard = Some(number);
    }
    heard.unwrap_or(0)
}

/// Returns the next step that is acknowledged in a whole line; nothing at the end.
fn next(lines: &mut impl BufRead) -> Option<usize> {
    loop {
        let mut line = String::new();
        let length = lines.read_line(&mut line).unwrap();
        let number = line.strip_suffix('\n').and_then(|line| line.strip_prefix(ACKNOWLEDGED));
        match number {
            Some(number) => return Some(number.parse().unwrap()),
            None if length == 0 => return None,
            None => {}
        }
    }
}
