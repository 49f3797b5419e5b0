//! The windows of the application: the chair's console.

use tauri::{AppHandle, WebviewUrl, WebviewWindow, WebviewWindowBuilder};

const CONSOLE: &str = "console";

/// Opens the chair's window.
pub fn open_console(app: &AppHandle) -> tauri::Result<WebviewWindow> {
    WebviewWindowBuilder::new(app, CONSOLE, WebviewUrl::default())
        .title("Hub Tasking")
        .inner_size(1280.0, 760.0)
        .min_inner_size(960.0, 600.0)
        .build()
}
