//! The shell: opens the windows and joins them to the desk.

use std::process::ExitCode;

mod windows;

/// Opens the application and returns when its last window is closed.
#[must_use]
pub fn run() -> ExitCode {
    let opened = tauri::Builder::default()
        .setup(|app| {
            windows::open_console(app.handle())?;
            Ok(())
        })
        .run(tauri::generate_context!());
    if opened.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
