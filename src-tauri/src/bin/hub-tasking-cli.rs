//! The program `hub-tasking-cli`: the command line alone. It starts without the libraries of a web view, and on Windows it
//! writes to the console, which a program with windows cannot.

use std::process::ExitCode;

fn main() -> ExitCode {
    hub_tasking::run_without_window()
}
