//! Passes what happens at the desk on to every open window.

use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use desk::desk::{Listener, Progress};
use serde::Serialize;
use tauri::{AppHandle, Emitter};

use crate::failed_page;

/// The listener of the application's windows.
pub struct Announcer {
    app: AppHandle,
    called_off: Arc<AtomicBool>,
}

#[derive(Clone, Serialize)]
struct Changed<'a> {
    what: &'a [&'a str],
    changes: u32,
}

#[derive(Clone, Serialize)]
struct Step<'a> {
    task: &'a str,
    done: usize,
    total: usize,
    words: &'a str,
}

impl Announcer {
    /// Returns an announcer; `called_off` is set when the person calls the present task off.
    pub fn new(app: AppHandle, called_off: Arc<AtomicBool>) -> Self {
        Self { app, called_off }
    }
}

impl Listener for Announcer {
    fn changed(&self, what: &[&str], changes: u32) {
        // A window that is just closing hears nothing, and misses nothing.
        let _ = self.app.emit("changed", Changed { what, changes });
        let _ = self.app.emit("projector", ());
        if what.contains(&"locked") {
            let _ = self.app.emit("locked", ());
            failed_page::renew(&self.app);
        }
    }

    fn progress(&self, step: Progress<'_>) -> ControlFlow<()> {
        let Progress { task, done, total, words } = step;
        let _ = self.app.emit("progress", Step { task, done, total, words });
        if self.called_off.swap(false, Ordering::Relaxed) {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    }
}
