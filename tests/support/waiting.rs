//! Waiting for something to become true, never for a time to pass.

use std::time::{Duration, Instant};

use crate::Outcome;

const BETWEEN_LOOKS: Duration = Duration::from_millis(25);

/// The limit after which a step counts as hung; far above what it takes, so that a slow machine passes.
pub const HANG: Duration = Duration::from_secs(40);

/// Looks until `found` returns a value.
///
/// Fails with a sentence naming `what` when nothing came before the hang limit.
pub fn eventually<T>(what: &str, mut found: impl FnMut() -> Option<T>) -> Outcome<T> {
    let started = Instant::now();
    while started.elapsed() < HANG {
        if let Some(value) = found() {
            return Ok(value);
        }
        std::thread::sleep(BETWEEN_LOOKS);
    }
    Err(format!("waited {} seconds in vain for {what}", HANG.as_secs()).into())
}
