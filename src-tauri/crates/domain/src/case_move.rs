//! What went from one case to another when cases were split or combined; kept, so that it can be undone exactly.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ids::{ActionId, CaseId, CaseLinkId, CaseMoveId, EpisodeId, MeetingId, OrderId, SubjectId};
use crate::subject::SubjectPart;

/// What is not undone with a splitting or combining, as the application says it.
pub const NOT_UNDONE: &str =
    "What was printed, exported or shown on the projector in between is out, and is not undone";

/// What was done with two cases.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MoveKind {
    /// A part of `from` goes on as `to`, which was opened for it.
    Split,
    /// `from` goes on in `to` and is a signpost to it.
    Combined,
}

/// Something of a case that can go to another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(tag = "piece", rename_all = "snake_case")]
pub enum Piece {
    /// A person the case is about.
    Person {
        /// The person.
        subject: SubjectId,
    },
    /// An action, which keeps its number.
    Action {
        /// The action.
        action: ActionId,
    },
    /// An order or intervention.
    Order {
        /// The order.
        order: OrderId,
    },
    /// A cross reference.
    Link {
        /// The link.
        link: CaseLinkId,
    },
}

/// Something that went, with what is needed to bring it back to where it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "moved", rename_all = "snake_case")]
pub enum Moved {
    /// A person: left the case that was split; joined the survivor of a combination and stays on the signpost too.
    Person {
        /// The person with the part in the first case.
        part: SubjectPart,
        /// The place among the people of the first case, from 0.
        at: u32,
    },
    /// An action.
    Action {
        /// The action.
        action: ActionId,
    },
    /// An order.
    Order {
        /// The order.
        order: OrderId,
        /// The episode of the first case that it belonged to.
        episode: EpisodeId,
    },
    /// A cross reference.
    Link {
        /// The link.
        link: CaseLinkId,
    },
}

impl Moved {
    /// Returns what it was that went.
    pub fn piece(self) -> Piece {
        match self {
            Self::Person { part, .. } => Piece::Person { subject: part.subject },
            Self::Action { action } => Piece::Action { action },
            Self::Order { order, .. } => Piece::Order { order },
            Self::Link { link } => Piece::Link { link },
        }
    }
}

/// One splitting or combining of cases.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CaseMove {
    /// Its key.
    pub id: CaseMoveId,
    /// What was done.
    pub kind: MoveKind,
    /// The link that stands for it.
    pub link: CaseLinkId,
    /// The case that things went from: the one that was split, or the one that became a signpost.
    pub from: CaseId,
    /// The case that they went to.
    pub to: CaseId,
    /// The day: the meeting's, or the day it was done outside a meeting.
    pub on: NaiveDate,
    /// The meeting that did it; absent outside a meeting.
    pub meeting: Option<MeetingId>,
    /// The episode that combining closed; absent when none was open, and for a split.
    pub closed: Option<EpisodeId>,
    /// What went.
    pub moved: Vec<Moved>,
    /// True once it was undone.
    pub undone: bool,
}
