//! The system's clock and chance, handed to the desk: the only place that asks for them.

use std::time::Duration;

use chrono::{DateTime, Utc};
use domain::ids::IdSource;
use domain::moment::Moment;
use uuid::Uuid;

use crate::desk_thread::DeskThread;

/// How often the desk looks whether the clock went on as it should.
const LOOK: Duration = Duration::from_secs(20);

/// Returns the present instant.
pub fn now() -> Moment {
    Moment(told().unwrap_or_else(Utc::now).timestamp_millis())
}

/// Returns the instant that stands in the file that `HUB_TASKING_CLOCK` names, so that a test plays two hours in a minute.
/// A program that ships asks the system alone.
fn told() -> Option<DateTime<Utc>> {
    if !cfg!(debug_assertions) {
        return None;
    }
    let file = std::env::var_os("HUB_TASKING_CLOCK")?;
    std::fs::read_to_string(file).ok()?.trim().parse().ok()
}

/// Lets the desk look at the clock several times a minute, so that it notices when the computer slept.
pub async fn watch(desk: DeskThread) {
    let mut look = tokio::time::interval(LOOK);
    loop {
        look.tick().await;
        if desk.ask("look_at_clock", desk::desk::Desk::look_at_clock).await.is_err() {
            return;
        }
    }
}

/// Gives out identifiers that sort by the time they were made.
pub struct SystemIds;

impl IdSource for SystemIds {
    fn next_id(&mut self) -> Uuid {
        Uuid::now_v7()
    }
}
