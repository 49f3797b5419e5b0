//! Looking at a hub's folder without opening the hub.

use std::path::Path;

use domain::moment::Moment;
use uuid::Uuid;

use super::attempts::Attempts;
use super::file::KeyFile;
use crate::error::StoreError;

/// What lies in a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HubState {
    /// No hub.
    Absent,
    /// A hub.
    Present {
        /// Its key.
        hub_id: Uuid,
        /// The names of those who hold a passphrase.
        users: Vec<String>,
        /// Whether it is a sample hub.
        sample: bool,
        /// Wrong attempts in a row.
        failed: u32,
        /// Milliseconds until the next attempt is accepted; 0 when it is.
        wait_ms: i64,
    },
}

/// Looks at `folder` without touching it; refuses a hub of a newer program and one whose key file is damaged.
pub fn peek(folder: &Path, now: Moment) -> Result<HubState, StoreError> {
    let key_file = match KeyFile::load(folder) {
        Ok(key_file) => key_file,
        Err(StoreError::NoHub(_)) => return Ok(HubState::Absent),
        Err(refusal) => return Err(refusal),
    };
    let attempts = Attempts::load(folder);
    Ok(HubState::Present {
        hub_id: key_file.hub_id,
        sample: key_file.sample,
        users: key_file.slots.into_iter().filter_map(|slot| slot.user).map(|user| user.name).collect(),
        failed: attempts.failed,
        wait_ms: attempts.wait_ms(now),
    })
}
