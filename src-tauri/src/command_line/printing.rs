//! What the command line prints: results on standard output, one clear line of refusal on standard error.

// Because this is where the program speaks to a terminal, and nowhere else does.
#![allow(clippy::print_stdout, clippy::print_stderr)]

use std::io::Write;
use std::process::ExitCode;

use desk::failure::{Code, Failure};
use serde::Serialize;

/// Says on one line why it did not work.
pub fn complain(failure: &Failure) {
    match &failure.hint {
        Some(hint) => eprintln!("{}. {hint}", failure.message.trim_end_matches('.')),
        None => eprintln!("{}", failure.message),
    }
}

/// Says on standard error what the reader should know although it worked.
pub fn remark(text: &str) {
    eprintln!("{text}");
}

/// Returns the exit code of a failure: 1 refused, 3 locked or wrong passphrase, 4 damaged.
pub fn exit_code(code: Code) -> ExitCode {
    match code {
        Code::Refused | Code::HeldElsewhere | Code::OpenEnds | Code::Cancelled => ExitCode::from(1),
        Code::Locked | Code::WrongPassphrase => ExitCode::from(3),
        Code::Damaged => ExitCode::from(4),
    }
}

/// Prints a value as JSON.
pub fn json(value: &impl Serialize) -> Result<(), Failure> {
    let text = serde_json::to_string_pretty(value).map_err(Failure::unreadable)?;
    line(&text)
}

/// Prints a line. A reader who has gone, as `head` does, is no failure.
pub fn line(text: &str) -> Result<(), Failure> {
    match writeln!(std::io::stdout(), "{text}") {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(Failure::disk(error)),
        _ => Ok(()),
    }
}

/// Prints rows in aligned columns.
pub fn table(rows: &[Vec<String>]) -> Result<(), Failure> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| {
        rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..columns).map(width).collect();
    for row in rows {
        let cells = row.iter().zip(&widths).map(|(cell, width)| format!("{cell:<width$}"));
        line(cells.collect::<Vec<_>>().join("  ").trim_end())?;
    }
    Ok(())
}
