//! The windows of the application: the chair's console and the audience's projector.

use std::time::Duration;

use tauri::{AppHandle, Emitter, Manager, Monitor, PhysicalPosition, WebviewUrl, WebviewWindowBuilder};

use crate::{british_dates, failed_page};

/// The label of the chair's window.
pub const CONSOLE: &str = "console";
/// The label of the audience's window.
pub const PROJECTOR: &str = "projector";

const PROJECTOR_PAGE: &str = "projector.html";
const SCREENS_LOOK: Duration = Duration::from_secs(1);

/// Opens the chair's window. Nothing that it shows is kept by the web view after it is closed.
pub fn open_console(app: &AppHandle) -> tauri::Result<()> {
    let window = WebviewWindowBuilder::new(app, CONSOLE, WebviewUrl::default())
        .title("Hub Tasking")
        .inner_size(1366.0, 768.0)
        .min_inner_size(960.0, 600.0)
        .incognito(keeps_nothing())
        .build()?;
    british_dates::write(&window)?;
    failed_page::watch(&window)
}

/// Opens the audience's window: full screen on the second screen, or movable where there is one screen only.
///
/// Built hidden, moved, shown and only then made full screen, because Windows ignores the order otherwise.
pub fn open_projector(app: &AppHandle) -> tauri::Result<()> {
    if let Some(window) = app.get_webview_window(PROJECTOR) {
        return window.show();
    }
    let second = second_screen(app)?;
    let window = WebviewWindowBuilder::new(app, PROJECTOR, WebviewUrl::App(PROJECTOR_PAGE.into()))
        .title("Hub Tasking – projector")
        .inner_size(1280.0, 720.0)
        .incognito(keeps_nothing())
        .visible(false)
        .build()?;
    british_dates::write(&window)?;
    failed_page::watch(&window)?;
    match second {
        Some(screen) => {
            let PhysicalPosition { x, y } = *screen.position();
            window.set_position(PhysicalPosition { x, y })?;
            window.show()?;
            window.set_fullscreen(true)
        }
        None => window.show(),
    }
}

/// Closes the audience's window, if it is open.
pub fn close_projector(app: &AppHandle) -> tauri::Result<()> {
    match app.get_webview_window(PROJECTOR) {
        Some(window) => window.destroy(),
        None => Ok(()),
    }
}

/// Whether the web view keeps nothing of what it showed. Always, save when a WebDriver has started the program:
/// WebKitGTK lets no driver into a private web view.
pub fn keeps_nothing() -> bool {
    std::env::var_os("TAURI_WEBVIEW_AUTOMATION").is_none()
}

/// Returns the screen that the chair's window is not on; absent where there is one only.
fn second_screen(app: &AppHandle) -> tauri::Result<Option<Monitor>> {
    let console = app.get_webview_window(CONSOLE);
    let own = match console {
        Some(window) => window.current_monitor()?,
        None => app.primary_monitor()?,
    };
    let own = own.map(|screen| *screen.position());
    Ok(app.available_monitors()?.into_iter().find(|screen| Some(*screen.position()) != own))
}

/// Tells the windows that a screen was plugged in or out, that the projector's window was closed, or that a page failed.
pub fn tell_of_screens(app: &AppHandle) {
    // A window that is just closing hears nothing, and misses nothing.
    let _ = app.emit("screens", ());
}

/// Looks every second whether a screen was plugged in or out, and tells the windows.
///
/// A projector whose screen was pulled out is closed, because the system would move it onto the laptop, where the room
/// sees it mirrored.
pub async fn watch_screens(app: AppHandle) {
    let count = |app: &AppHandle| app.available_monitors().map(|screens| screens.len()).unwrap_or(1);
    let mut before = count(&app);
    let mut look = tokio::time::interval(SCREENS_LOOK);
    loop {
        look.tick().await;
        let now = count(&app);
        if now == before {
            continue;
        }
        if now < before {
            // A window that is gone already is closed already.
            let _ = close_projector(&app);
        }
        before = now;
        tell_of_screens(&app);
    }
}
