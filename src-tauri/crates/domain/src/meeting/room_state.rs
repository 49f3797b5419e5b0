//! Where the meeting room stands.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::agenda::Told;
use crate::disclosure::Level;
use crate::ids::{CaseId, ItemId, MatrixVersionId, MeetingId};
use crate::matrix::FactorAnswer;
use crate::moment::Moment;

/// Where the meeting room stands; kept on disk so that it opens where it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RoomState {
    /// The meeting.
    pub meeting: MeetingId,
    /// The item the room is at; absent before the first and after the last.
    pub item: Option<ItemId>,
    /// Since when the item's clock runs; absent while it is paused.
    pub running_since: Option<Moment>,
    /// The item that was put on the projector; absent while blank.
    pub projected: Option<ItemId>,
    /// True while the projector is blank.
    pub blank: bool,
    /// The projector level of the meeting.
    pub level: Level,
    /// Cases of a child that the chair raised to the meeting's level.
    pub raised: Vec<CaseId>,
    /// The chair's reason for showing more than references to an observer; absent when not overruled.
    pub observer_override: Option<String>,
    /// The scoring that is shared with the audience beside the projected item; absent while none is.
    pub scoring: Option<SharedScoring>,
    /// Who was told to come at another time than the agenda says; the last time told counts.
    pub told: Vec<Told>,
}

/// A scoring that goes on while the audience looks on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SharedScoring {
    /// The item that is scored.
    pub item: ItemId,
    /// The version of the matrix.
    pub version: MatrixVersionId,
    /// What is answered so far.
    pub answers: Vec<FactorAnswer>,
}
