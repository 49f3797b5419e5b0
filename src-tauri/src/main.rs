//! The program `hub-tasking`: the application's window.
#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

use std::process::ExitCode;

fn main() -> ExitCode {
    hub_tasking::run()
}
