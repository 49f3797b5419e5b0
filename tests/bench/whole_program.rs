//! The program as a whole process: what the command line takes, and how large it is.

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use acceptance::{Outcome, places};

use super::CASES;

const RUNS: usize = 5;
const TODAY: &str = "2026-11-22";

/// One figure: what was done, and how long a chair should wait for it at most.
struct Figure {
    what: &'static str,
    limit: Duration,
    arguments: Vec<String>,
}

/// Prints what the whole process takes on a small hub and on a large one.
pub fn print() -> Outcome<()> {
    let program = places::program();
    let place = tempfile::tempdir()?;
    let (small, large) = (place.path().join("small"), place.path().join("large"));
    run(&program, &small, &words("hub sample"))?;
    let begun = Instant::now();
    run(&program, &large, &words(&format!("hub sample --cases {CASES}")))?;
    let made = begun.elapsed();
    let start = median(&program, &small, &words("--version"))?;
    println!("{:<52} {:>9} {:>9} {:>12}", "whole process, median of 5", "measured", "limit", "of the start");
    println!("{:<52} {:>9}", "the program starts and ends", shown(start));
    println!(
        "{:<52} {:>9} {:>9}",
        "sample hub of 5,000 cases is made (once)",
        shown(made),
        shown(Duration::from_secs(120))
    );
    let date = next_meeting(&program, &small)?;
    let paper = place.path().join("agenda.pdf").display().to_string();
    let agenda = ["paper", "agenda", "--meeting", &date, "--out", &paper].map(str::to_owned).to_vec();
    for (folder, figure) in [
        (
            &small,
            Figure {
                what: "unlock and check the sample hub",
                limit: seconds(2),
                arguments: words("hub check"),
            },
        ),
        (
            &small,
            Figure {
                what: "register of the sample hub as JSON",
                limit: seconds(2),
                arguments: words("register list --json"),
            },
        ),
        (
            &small,
            Figure { what: "agenda pack of the sample hub as PDF", limit: seconds(2), arguments: agenda },
        ),
        (
            &large,
            Figure {
                what: "register of 5,000 cases as JSON",
                limit: seconds(4),
                arguments: words("register list --json"),
            },
        ),
        (
            &large,
            Figure {
                what: "verified backup of 5,000 cases",
                limit: seconds(10),
                arguments: words("hub backup"),
            },
        ),
    ] {
        let took = median(&program, folder, &figure.arguments)?;
        let ratio = took.as_secs_f64() / start.as_secs_f64();
        println!("{:<52} {:>9} {:>9} {:>11.1}×", figure.what, shown(took), shown(figure.limit), ratio);
    }
    let bytes = std::fs::metadata(&program)?.len();
    println!("{:<52} {:>6} MiB {:>6} MiB", "the program on disk", bytes / (1 << 20), 60);
    Ok(())
}

fn words(line: &str) -> Vec<String> {
    line.split(' ').map(str::to_owned).collect()
}

fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

fn shown(time: Duration) -> String {
    format!("{:.2} s", time.as_secs_f64())
}

fn run(program: &Path, folder: &Path, arguments: &[String]) -> Outcome<Vec<u8>> {
    let ran = Command::new(program)
        .args(arguments)
        .arg("--data")
        .arg(folder)
        .args(["--today", TODAY])
        .env("HUB_TASKING_PASSPHRASE", "sample")
        .output()?;
    if ran.status.success() { Ok(ran.stdout) } else { Err(String::from_utf8_lossy(&ran.stderr).into()) }
}

fn median(program: &Path, folder: &Path, arguments: &[String]) -> Outcome<Duration> {
    run(program, folder, arguments)?;
    let mut times = Vec::with_capacity(RUNS);
    for _ in 0..RUNS {
        let begun = Instant::now();
        run(program, folder, arguments)?;
        times.push(begun.elapsed());
    }
    times.sort();
    Ok(times[RUNS / 2])
}

fn next_meeting(program: &Path, folder: &Path) -> Outcome<String> {
    let printed = run(program, folder, &words("meeting list --json"))?;
    let meetings: serde_json::Value = serde_json::from_slice(&printed)?;
    let planned = meetings.as_array().into_iter().flatten().find(|meeting| meeting["status"] == "planned");
    Ok(planned
        .and_then(|meeting| meeting["date"].as_str())
        .ok_or("the sample hub has no planned meeting")?
        .to_owned())
}
