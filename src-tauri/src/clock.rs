//! The system's clock and chance, handed to the desk: the only place that asks for them.

use chrono::Utc;
use domain::ids::IdSource;
use domain::moment::Moment;
use uuid::Uuid;

/// Returns the present instant.
pub fn now() -> Moment {
    Moment(Utc::now().timestamp_millis())
}

/// Gives out identifiers that sort by the time they were made.
pub struct SystemIds;

impl IdSource for SystemIds {
    fn next_id(&mut self) -> Uuid {
        Uuid::now_v7()
    }
}
