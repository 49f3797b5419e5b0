//! One writer per hub: an exclusive lock on a file, held while the hub is open, and a note of who holds it.

use std::fs::{File, TryLockError};
use std::path::Path;

use domain::moment::Moment;
use serde::{Deserialize, Serialize};

use crate::error::StoreError;

const LOCK: &str = "hub.lock";
/// Who holds the lock; a file of its own, because some systems let nobody read a locked file.
const HOLDER: &str = "hub.holder.json";

/// The program that has a hub open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    /// Its process number; 0 when it left no note.
    pub process: u32,
    /// The computer's name; empty when not known.
    pub computer: String,
    /// Since when.
    pub since: Moment,
}

impl std::fmt::Display for Holder {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.process == 0 {
            return write!(formatter, "another window or command has it");
        }
        let since = chrono::DateTime::from_timestamp_millis(self.since.0)
            .map(|since| format!(" since {} UTC", since.format("%H:%M on %-d %b %Y")))
            .unwrap_or_default();
        let computer =
            if self.computer.is_empty() { String::new() } else { format!(" on {}", self.computer) };
        write!(formatter, "another window or command has it (process {}{computer}{since})", self.process)
    }
}

/// A held lock; released when dropped.
#[derive(Debug)]
pub(crate) struct Lock {
    file: File,
}

impl Lock {
    /// Takes the lock of `folder`, or says who holds it.
    pub fn take(folder: &Path, now: Moment) -> Result<Self, StoreError> {
        let file = File::options()
            .create(true)
            .truncate(false)
            .read(true)
            .write(true)
            .open(folder.join(LOCK))
            .map_err(StoreError::disk("Opening the hub's lock"))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(StoreError::HeldBy(holder(folder))),
            Err(TryLockError::Error(error)) => return Err(StoreError::disk("Locking the hub")(error)),
        }
        let holder = Holder { process: std::process::id(), computer: computer(), since: now };
        let note = serde_json::to_vec(&holder).map_err(StoreError::unwritable)?;
        std::fs::write(folder.join(HOLDER), note).map_err(StoreError::disk("Noting who has the hub open"))?;
        Ok(Self { file })
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // The system releases it with the file in any case.
        let _ = self.file.unlock();
    }
}

fn holder(folder: &Path) -> Holder {
    std::fs::read(folder.join(HOLDER))
        .ok()
        .and_then(|note| serde_json::from_slice(&note).ok())
        .unwrap_or(Holder { process: 0, computer: String::new(), since: Moment(0) })
}

fn computer() -> String {
    #[cfg(target_os = "linux")]
    let name = std::fs::read_to_string("/proc/sys/kernel/hostname").unwrap_or_default();
    #[cfg(windows)]
    let name = std::env::var("COMPUTERNAME").unwrap_or_default();
    #[cfg(not(any(target_os = "linux", windows)))]
    let name = String::new();
    name.trim().to_owned()
}
