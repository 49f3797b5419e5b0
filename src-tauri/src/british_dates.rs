//! Date fields with the day first, whatever the language of the computer: `01/12/2026` is the first of December.

use tauri::WebviewWindow;

/// Has the date fields of `window` written as in Britain.
#[cfg(target_os = "linux")]
pub fn write(window: &WebviewWindow) -> tauri::Result<()> {
    use webkit2gtk::{WebContextExt, WebViewExt};
    window.with_webview(|view| {
        if let Some(context) = view.inner().context() {
            context.set_preferred_languages(&["en-GB"]);
        }
    })
}

/// Does nothing: Windows and macOS write date fields by the region that the computer is set to, and let no program choose.
#[cfg(not(target_os = "linux"))]
pub fn write(_window: &WebviewWindow) -> tauri::Result<()> {
    Ok(())
}
