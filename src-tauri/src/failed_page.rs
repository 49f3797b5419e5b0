//! A window whose page died with the web view's own process: the projector goes blank, the page opens again where it was,
//! and the chair is told.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use tauri::{AppHandle, Manager, WebviewWindow};
use tauri_plugin_dialog::{DialogExt, MessageDialogKind};

use crate::desk_thread::DeskThread;
use crate::windows;

/// A page that fails more often than this in a minute is not opened again, because it would only fail once more.
const MOST: usize = 5;
const MINUTE: Duration = Duration::from_secs(60);

const CONSOLE_AGAIN: &str = "This window failed and was opened again. What was recorded is kept, and so is what was \
                             typed. The projector is blank until you show something.";
const PROJECTOR_AGAIN: &str =
    "The projector’s window failed and was opened again. It is blank until you show something.";
const GIVEN_UP: &str = "A window of Hub Tasking fails again and again. What was recorded is kept. Close the program and \
                        start it again; the meeting opens where it was.";

/// The pages that failed of late, and what the chair has not been told of it.
#[derive(Default)]
pub struct FailedPages(Mutex<Failures>);

#[derive(Default)]
struct Failures {
    at: Vec<Instant>,
    untold: &'static str,
    /// The windows whose page is ended on purpose.
    renewed: Vec<String>,
}

impl FailedPages {
    /// Returns what the chair should know and was not told yet, and takes it as told; empty when there is nothing.
    pub fn tell(&self) -> &'static str {
        let mut failures = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        std::mem::take(&mut failures.untold)
    }

    /// Takes it that the page of a window is about to be ended on purpose.
    fn expect(&self, label: &str) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).renewed.push(label.to_owned());
    }

    /// Tells, once, whether the page of a window was ended on purpose.
    fn was_expected(&self, label: &str) -> bool {
        let mut failures = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let found = failures.renewed.iter().position(|renewed| renewed == label);
        found.map(|at| failures.renewed.swap_remove(at)).is_some()
    }

    /// Takes down that a page failed at `now`, and tells whether it is worth opening again.
    fn note(&self, words: &'static str, now: Instant) -> bool {
        let mut failures = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        failures.at.retain(|at| now.duration_since(*at) < MINUTE);
        failures.at.push(now);
        failures.untold = words;
        failures.at.len() <= MOST
    }
}

/// Opens every page anew, because what the hub showed stays in the memory of its page's process until that ends.
pub fn renew(app: &AppHandle) {
    for (label, window) in app.webview_windows() {
        if !windows::keeps_nothing() || !end_process(app, &label, &window) {
            // A window that is just closing has no page to open.
            let _ = window.reload();
        }
    }
}

/// Ends the process behind a page, which opens again of itself; false where the system does not let it.
#[cfg(target_os = "linux")]
fn end_process(app: &AppHandle, label: &str, window: &WebviewWindow) -> bool {
    use webkit2gtk::WebViewExt;
    app.state::<FailedPages>().expect(label);
    let ended = window.with_webview(|view| view.inner().terminate_web_process()).is_ok();
    ended || !app.state::<FailedPages>().was_expected(label)
}

/// Returns false: elsewhere the page is loaded anew in the same process.
#[cfg(not(target_os = "linux"))]
fn end_process(_app: &AppHandle, _label: &str, _window: &WebviewWindow) -> bool {
    false
}

/// Opens the page of the window `label` again. Nobody steers the projector meanwhile, or it was its own page that failed:
/// so it is blank until the chair shows something.
pub async fn reopen(app: AppHandle, label: String) {
    if app.state::<FailedPages>().was_expected(&label) {
        return open_again(&app, &label);
    }
    let words = if label == windows::PROJECTOR { PROJECTOR_AGAIN } else { CONSOLE_AGAIN };
    let again = app.state::<FailedPages>().note(words, Instant::now());
    // A hub that is locked shows nothing anyway.
    let _ = app.state::<DeskThread>().ask("blank_projector", desk::blank_projector).await;
    windows::tell_of_screens(&app);
    if !again {
        return app
            .dialog()
            .message(GIVEN_UP)
            .title("Hub Tasking")
            .kind(MessageDialogKind::Error)
            .show(|_| {});
    }
    open_again(&app, &label);
}

fn open_again(app: &AppHandle, label: &str) {
    if let Some(window) = app.get_webview_window(label) {
        // A window that is just closing has no page to open.
        let _ = window.reload();
    }
}

/// Opens the page of `window` again whenever the process behind it dies.
#[cfg(target_os = "linux")]
pub fn watch(window: &WebviewWindow) -> tauri::Result<()> {
    use webkit2gtk::WebViewExt;
    let (app, label) = (window.app_handle().clone(), window.label().to_owned());
    window.with_webview(move |view| {
        view.inner().connect_web_process_terminated(move |_, _| {
            tauri::async_runtime::spawn(reopen(app.clone(), label.clone()));
        });
    })
}

/// Does nothing: macOS tells of every page through the builder of the application, and on Windows the web view itself
/// offers to load its page again.
#[cfg(not(target_os = "linux"))]
pub fn watch(_window: &WebviewWindow) -> tauri::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_opened_again_until_it_failed_too_often_within_a_minute() {
        let (pages, start) = (FailedPages::default(), Instant::now());
        let after = |seconds| start + Duration::from_secs(seconds);
        let again: Vec<bool> =
            [0, 5, 10, 15, 20, 25, 75, 200].map(|seconds| pages.note(CONSOLE_AGAIN, after(seconds))).into();
        assert_eq!(again, [true, true, true, true, true, false, true, true]);
    }

    #[test]
    fn a_page_that_is_ended_on_purpose_has_not_failed() {
        let pages = FailedPages::default();
        pages.expect(windows::CONSOLE);
        assert!(!pages.was_expected(windows::PROJECTOR));
        assert!(pages.was_expected(windows::CONSOLE));
        assert!(!pages.was_expected(windows::CONSOLE), "the next end is a failure again");
        assert_eq!(pages.tell(), "");
    }

    #[test]
    fn the_chair_is_told_once() {
        let pages = FailedPages::default();
        pages.note(PROJECTOR_AGAIN, Instant::now());
        assert_eq!((pages.tell(), pages.tell()), (PROJECTOR_AGAIN, ""));
    }
}
