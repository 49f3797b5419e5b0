//! Wrong attempts, counted in a file of their own so that every program that tries shares the wait.

use std::path::{Path, PathBuf};

use domain::moment::Moment;
use serde::{Deserialize, Serialize};

use crate::disk;
use crate::error::StoreError;

/// Wrong attempts before the wait begins.
const FREE: u32 = 5;
const FIRST_WAIT_MS: i64 = 5_000;
const LONGEST_WAIT_MS: i64 = 300_000;

/// How often it was tried in vain, and when it may be tried again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Attempts {
    /// Wrong attempts in a row.
    pub failed: u32,
    /// The instant from which the next one is accepted, in milliseconds.
    pub not_before: i64,
}

fn path(folder: &Path) -> PathBuf {
    folder.join("attempts.json")
}

impl Attempts {
    /// Reads the attempts of `folder`; a file that is missing or cannot be read counts as none.
    pub fn load(folder: &Path) -> Self {
        let text = std::fs::read(path(folder)).unwrap_or_default();
        serde_json::from_slice(&text).unwrap_or_default()
    }

    /// Returns the attempts of `folder` once the next one is accepted, and else the wait.
    pub fn ready(folder: &Path, now: Moment) -> Result<Self, StoreError> {
        let attempts = Self::load(folder);
        match attempts.wait_ms(now) {
            0 => Ok(attempts),
            wait_ms => Err(StoreError::Wait { failed: attempts.failed, wait_ms }),
        }
    }

    fn save(self, folder: &Path) -> Result<(), StoreError> {
        let text = serde_json::to_vec(&self).map_err(StoreError::unwritable)?;
        disk::replace(&path(folder), &text)
    }

    /// Returns the milliseconds to wait; 0 when the next attempt is accepted.
    ///
    /// Never more than the present step, so that a clock moved back does not lock the hub for years.
    pub fn wait_ms(self, now: Moment) -> i64 {
        self.not_before.saturating_sub(now.0).clamp(0, self.step_ms())
    }

    fn step_ms(self) -> i64 {
        match self.failed.checked_sub(FREE) {
            None => 0,
            Some(further) => FIRST_WAIT_MS.saturating_mul(1 << further.min(16)).min(LONGEST_WAIT_MS),
        }
    }

    /// Counts a wrong attempt at `now`, and keeps the count.
    pub fn count_wrong(self, folder: &Path, now: Moment) -> Result<(), StoreError> {
        let counted = Self { failed: self.failed.saturating_add(1), not_before: 0 };
        Self { not_before: now.0.saturating_add(counted.step_ms()), ..counted }.save(folder)
    }

    /// Forgets the wrong attempts, because a right one followed.
    pub fn forget(self, folder: &Path) -> Result<(), StoreError> {
        if self == Self::default() { Ok(()) } else { Self::default().save(folder) }
    }
}
