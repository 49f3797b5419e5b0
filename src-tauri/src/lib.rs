//! The shell: opens the windows or answers the command line, and joins both to the desk.

mod adapter;
mod announcer;
mod british_dates;
mod clipboard;
mod clock;
mod command_line;
mod copying;
mod desk_thread;
mod drawing;
mod failed_page;
mod folders;
mod memory;
mod times;
mod told;
mod window_commands;
mod windows;

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use chrono::NaiveDate;
use desk::desk::{Desk, Listener, Surroundings};
use tauri::{AppHandle, CloseRequestApi, Emitter, Manager, Window, WindowEvent};

pub use command_line::{run, run_without_window};

/// Sets up a desk on the hub in `folder`, with the system's clock.
fn desk_on(folder: PathBuf, today: Option<NaiveDate>, listener: Arc<dyn Listener>) -> Desk {
    Desk::new(Surroundings {
        now: Box::new(clock::now),
        today,
        ids: Box::new(clock::SystemIds),
        listener,
        sample_folder: folders::sample_beside(&folder),
        folder,
        keys: desk::KeyPolicy::shipped(),
    })
}

/// Opens the application on the hub in `folder` and returns when the chair's window is closed.
fn open_window(folder: PathBuf, today: Option<NaiveDate>) -> ExitCode {
    drawing::suit_computer();
    let builder = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::init())
        .setup(move |app| {
            let called_off = Arc::new(AtomicBool::new(false));
            let announcer = announcer::Announcer::new(app.handle().clone(), Arc::clone(&called_off));
            let desk = desk_on(folder, today, Arc::new(announcer));
            let desk = desk_thread::DeskThread::start(desk, Arc::clone(&called_off));
            tauri::async_runtime::spawn(clock::watch(desk.clone()));
            tauri::async_runtime::spawn(copying::watch(desk.clone()));
            app.manage(desk);
            app.manage(told::Told::default());
            app.manage(window_commands::CalledOff(called_off));
            app.manage(window_commands::HeldClosing::default());
            app.manage(clipboard::PrivateClipboard::default());
            app.manage(failed_page::FailedPages::default());
            windows::open_console(app.handle())?;
            tauri::async_runtime::spawn(windows::watch_screens(app.handle().clone()));
            Ok(())
        })
        .on_window_event(hear);
    #[cfg(target_os = "macos")]
    let builder = builder.on_web_content_process_terminate(|page| {
        tauri::async_runtime::spawn(failed_page::reopen(page.app_handle().clone(), page.label().to_owned()));
    });
    let opened = adapter::join(builder).run(tauri::generate_context!());
    if opened.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Ends the program once nothing is left to do.
async fn leave(app: AppHandle) {
    let desk = app.state::<desk_thread::DeskThread>();
    // A meeting that was concluded a moment ago is copied still.
    copying::make(&desk).await;
    // No paper that was laid out for viewing stays behind; a desk that has ended has none to remove.
    let _ = desk.ask("remove_papers", Desk::remove_papers).await;
    app.exit(0);
}

/// Hears what happens to a window of the program.
fn hear(window: &Window, event: &WindowEvent) {
    match (window.label(), event) {
        (windows::CONSOLE, WindowEvent::CloseRequested { api, .. }) => hold(window, api),
        // Without the chair's window nobody steers the projector.
        (windows::CONSOLE, WindowEvent::Destroyed) => {
            tauri::async_runtime::spawn(leave(window.app_handle().clone()));
        }
        (windows::PROJECTOR, WindowEvent::Destroyed) => windows::tell_of_screens(window.app_handle()),
        _ => {}
    }
}

/// Asks the page before its window is closed; one that does not hear it lets the window go at the next try.
fn hold(window: &Window, closing: &CloseRequestApi) {
    if window.state::<window_commands::HeldClosing>().take() {
        closing.prevent_close();
        let _ = window.emit("closing", ());
    }
}
