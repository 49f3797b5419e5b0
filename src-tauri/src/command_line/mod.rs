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

use std::process::ExitCode;

use clap::Parser;

use arguments::Arguments;

/// Runs the program as its arguments say: without a command it opens the application.
#[must_use]
pub fn run() -> ExitCode {
    crate::memory::never_dumped();
    let arguments = Arguments::parse();
    let folder = arguments.data.clone().unwrap_or_else(crate::folders::hub);
    match arguments.command {
        None => crate::open_window(folder, arguments.today),
        Some(command) => match work::run(command, folder, arguments.today) {
            Ok(()) => ExitCode::SUCCESS,
            Err(failure) => {
                printing::complain(&failure);
                printing::exit_code(failure.code)
            }
        },
    }
}
