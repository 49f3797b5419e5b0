//! The command line: the same desk without a window.

mod arguments;
mod case;
mod orders;
mod paper;
mod people;
mod printing;
mod referrals;
mod report;
mod work;

use std::path::PathBuf;
use std::process::ExitCode;

use chrono::NaiveDate;
use clap::{CommandFactory, Parser};

use arguments::{Arguments, Command};

/// Runs the program as its arguments say: without a command it opens the application.
#[must_use]
pub fn run() -> ExitCode {
    crate::memory::never_dumped();
    let (folder, today, command) = told();
    match command {
        None => crate::open_window(folder, today),
        Some(command) => done(command, folder, today),
    }
}

/// Runs a command; without one it says which there are.
#[must_use]
pub fn run_without_window() -> ExitCode {
    crate::memory::never_dumped();
    let (folder, today, command) = told();
    match command {
        // Where even the help cannot be printed there is nobody to read it.
        None => Arguments::command().print_help().map_or(ExitCode::FAILURE, |()| ExitCode::from(2)),
        Some(command) => done(command, folder, today),
    }
}

fn told() -> (PathBuf, Option<NaiveDate>, Option<Command>) {
    let arguments = Arguments::parse();
    (arguments.data.unwrap_or_else(crate::folders::hub), arguments.today, arguments.command)
}

fn done(command: Command, folder: PathBuf, today: Option<NaiveDate>) -> ExitCode {
    match work::run(command, folder, today) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            printing::complain(&failure);
            printing::exit_code(failure.code)
        }
    }
}
