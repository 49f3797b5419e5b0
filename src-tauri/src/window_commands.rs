//! Commands about windows and the system, which the shell answers by itself.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use desk::failure::Failure;
use serde::Serialize;
use tauri::{AppHandle, Manager, State};
use tauri_plugin_opener::OpenerExt;

use crate::clipboard::PrivateClipboard;
use crate::failed_page::FailedPages;
use crate::windows;

/// Whether the person called the present task off.
pub struct CalledOff(pub Arc<AtomicBool>);

/// Whether the page is asked before its window is closed, because it may hold what would be lost.
#[derive(Default)]
pub struct HeldClosing(AtomicBool);

impl HeldClosing {
    /// Tells whether the page is to be asked, and takes it as asked: a page that does not answer, because it failed,
    /// holds the window open once and no more.
    pub fn take(&self) -> bool {
        self.0.swap(false, Ordering::Relaxed)
    }
}

/// The screens of the computer, and where the projector's window is.
#[derive(Clone, Debug, Serialize)]
pub struct Screens {
    /// How many screens are plugged in.
    count: usize,
    /// Whether the projector's window is open.
    open: bool,
    /// Where that window is, in words; empty while it is closed.
    words: String,
    /// That a window failed and was opened again, said once; empty otherwise.
    failed: &'static str,
}

fn told(app: &AppHandle) -> Result<Screens, Failure> {
    let screens = app.available_monitors().map_err(unusual)?;
    let projector = app.get_webview_window(windows::PROJECTOR);
    let words = match &projector {
        None => String::new(),
        Some(window) => match window.current_monitor().map_err(unusual)? {
            Some(screen) if screens.len() > 1 => {
                format!("on the second screen, {} × {}", screen.size().width, screen.size().height)
            }
            _ => "in a window of its own: drag it to the projector and press F11".to_owned(),
        },
    };
    let failed = app.state::<FailedPages>().tell();
    Ok(Screens { count: screens.len(), open: projector.is_some(), words, failed })
}

fn unusual(error: tauri::Error) -> Failure {
    Failure::refused(format!("The system does not tell about its screens ({error})"))
}

/// Says which screens there are and where the projector's window is.
#[tauri::command]
pub async fn screens(app: AppHandle) -> Result<Screens, Failure> {
    told(&app)
}

/// Opens the projector's window on the second screen, or as a window of its own when there is one screen only.
#[tauri::command]
pub async fn open_projector(app: AppHandle) -> Result<Screens, Failure> {
    windows::open_projector(&app).map_err(unusual)?;
    told(&app)
}

/// Closes the projector's window.
#[tauri::command]
pub async fn close_projector(app: AppHandle) -> Result<Screens, Failure> {
    windows::close_projector(&app).map_err(unusual)?;
    told(&app)
}

/// Opens a finished paper in the viewer of the system; anything but a PDF is refused.
#[tauri::command]
pub async fn open_paper(app: AppHandle, path: PathBuf) -> Result<(), Failure> {
    let is_paper = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("pdf"));
    if !is_paper || !path.is_file() {
        return Err(Failure::refused("That paper is not there any more; make it again"));
    }
    let opened = app.opener().open_path(path.display().to_string(), None::<&str>);
    opened.map_err(|_| {
        Failure::refused("The system has no viewer for PDF files")
            .with_hint(format!("The paper lies in {}", path.display()))
    })
}

/// Copies a text that must not stay on the clipboard: it is taken away after half a minute, if it is still there.
#[tauri::command]
pub async fn copy_privately(clipboard: State<'_, PrivateClipboard>, text: String) -> Result<(), Failure> {
    let serial = clipboard.put(&text)?;
    tauri::async_runtime::spawn(clipboard.inner().clone().forget(serial, text));
    Ok(())
}

/// Has the page of the chair's window asked, once, when somebody wants to close it.
#[tauri::command]
pub fn hold_closing(closing: State<'_, HeldClosing>) {
    closing.0.store(true, Ordering::Relaxed);
}

/// Closes the chair's window, and with it the program.
#[tauri::command]
pub async fn close_console(app: AppHandle) -> Result<(), Failure> {
    let window = app.get_webview_window(windows::CONSOLE);
    let closed = window.map_or(Ok(()), |window| window.destroy());
    closed.map_err(|error| Failure::refused(format!("The system does not close the window ({error})")))
}

/// Calls the present task off, where it can still be.
#[tauri::command]
pub fn call_off(called_off: State<'_, CalledOff>) {
    called_off.0.store(true, Ordering::Relaxed);
}
