//! The system's clock and chance, handed to the desk: the only place that asks for them.

use std::time::Duration;

use chrono::Utc;
use domain::ids::IdSource;
use domain::moment::Moment;
use uuid::Uuid;

use crate::desk_thread::DeskThread;

/// How often the desk looks whether the clock went on as it should.
const LOOK: Duration = Duration::from_secs(20);

/// Returns the present instant.
pub fn now() -> Moment {
    Moment(Utc::now().timestamp_millis())
}

/// Lets the desk look at the clock several times a minute, so that it notices when the computer slept.
pub async fn watch(desk: DeskThread) {
    let mut look = tokio::time::interval(LOOK);
    loop {
        look.tick().await;
        if desk.ask(desk::desk::Desk::look_at_clock).await.is_err() {
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
