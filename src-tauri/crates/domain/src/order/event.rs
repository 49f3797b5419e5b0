//! The steps of an order as they were taken: append-only, each with what stood before it, so that the last can be taken back.

use std::collections::HashSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::error::OrderError;
use super::{Order, OrderOutcome, OrderStage};
use crate::ids::{MeetingId, OrderEventId, OrderId, OrderTypeId};

/// What kind of step it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum OrderEventKind {
    /// The hub wrote the order down.
    Began,
    /// So the order stood when a register was imported, or before steps were kept; its day may be unknown.
    AsFound,
    /// It moved from one stage to another.
    Moved,
    /// Its dates were put right.
    PutRight,
    /// An earlier step was taken back.
    TakenBack,
}

/// What a step changes of an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[allow(missing_docs)]
pub struct OrderState {
    pub order_type: Option<OrderTypeId>,
    pub stage: OrderStage,
    pub considered_on: Option<NaiveDate>,
    pub in_place_on: Option<NaiveDate>,
    pub expires_on: Option<NaiveDate>,
    pub review_on: Option<NaiveDate>,
    pub appeal_ends_on: Option<NaiveDate>,
    pub ended_on: Option<NaiveDate>,
    pub outcome: Option<OrderOutcome>,
    pub reason: String,
}

/// One step of an order; its row never changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OrderEvent {
    /// Its key.
    pub id: OrderEventId,
    /// The order.
    pub order: OrderId,
    /// Its running number within the order, from 1; gives the order.
    pub serial: u32,
    /// What kind of step it was.
    pub kind: OrderEventKind,
    /// Where the order stood after it.
    pub stage: OrderStage,
    /// The day of the step; absent only for what a register tells without a day.
    pub on: Option<NaiveDate>,
    /// Why, or what was varied; empty when nothing was given.
    pub reason: String,
    /// What the order achieved; present exactly when the step ended it.
    pub outcome: Option<OrderOutcome>,
    /// The last day that the order had after it; absent when none.
    pub expires_on: Option<NaiveDate>,
    /// The day to look again that it had after it; absent when none.
    pub review_on: Option<NaiveDate>,
    /// Who recorded it; empty when the program found it.
    pub by: String,
    /// The meeting during which it was recorded; absent outside one.
    pub meeting: Option<MeetingId>,
    /// The step that this one takes back; absent for every other kind.
    pub takes_back: Option<OrderEventId>,
    /// What stood before it; absent for the first step.
    pub before: Option<OrderState>,
}

/// Who records a step, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// The step's key.
    pub id: OrderEventId,
    /// Its running number.
    pub serial: u32,
    /// Who records it; empty when the program found it.
    pub by: String,
    /// The meeting that is running; absent outside one.
    pub meeting: Option<MeetingId>,
}

impl Order {
    /// Returns what a step may change of the order.
    pub fn state(&self) -> OrderState {
        OrderState {
            order_type: self.order_type,
            stage: self.stage,
            considered_on: self.considered_on,
            in_place_on: self.in_place_on,
            expires_on: self.expires_on,
            review_on: self.review_on,
            appeal_ends_on: self.appeal_ends_on,
            ended_on: self.ended_on,
            outcome: self.outcome,
            reason: self.reason.clone(),
        }
    }

    /// Returns the order as `state` had it.
    pub fn with_state(self, state: OrderState) -> Self {
        Self {
            order_type: state.order_type,
            stage: state.stage,
            considered_on: state.considered_on,
            in_place_on: state.in_place_on,
            expires_on: state.expires_on,
            review_on: state.review_on,
            appeal_ends_on: state.appeal_ends_on,
            ended_on: state.ended_on,
            outcome: state.outcome,
            reason: state.reason,
            ..self
        }
    }

    /// Returns the step that led to the order as it now stands, from what stood `before` it.
    pub fn event(
        &self,
        kind: OrderEventKind,
        on: Option<NaiveDate>,
        reason: &str,
        before: Option<OrderState>,
        recorded: Recorded,
    ) -> OrderEvent {
        OrderEvent {
            id: recorded.id,
            order: self.id,
            serial: recorded.serial,
            kind,
            stage: self.stage,
            on,
            reason: reason.trim().to_owned(),
            outcome: self.outcome,
            expires_on: self.expires_on,
            review_on: self.review_on,
            by: recorded.by,
            meeting: recorded.meeting,
            takes_back: None,
            before,
        }
    }

    /// Returns the order as it stood before its last step; absent when that step was its first, so that the order goes.
    ///
    /// `has_entries` tells whether breaches, reviews or offers are recorded, which need an order that was in place.
    pub fn before(self, last: &OrderEvent, has_entries: bool) -> Result<Option<Self>, OrderError> {
        match (&last.before, last.kind) {
            (_, OrderEventKind::AsFound) => Err(OrderError::StaysTaken(
                "The order was found like this, and no earlier step of it is known",
            )),
            (None, _) if has_entries => Err(OrderError::StaysTaken(
                "Breaches, reviews or offers are recorded on it; take those back first",
            )),
            (Some(before), _) if has_entries && before.stage.is_pending() => Err(OrderError::StaysTaken(
                "Breaches, reviews or offers are recorded on it; take those back first",
            )),
            (None, _) => Ok(None),
            (Some(before), _) => Ok(Some(self.with_state(before.clone()))),
        }
    }
}

/// Returns the steps that stand, in their order: those that were taken back are left out, and so is the taking back.
pub fn standing_events(events: &[OrderEvent]) -> Vec<&OrderEvent> {
    let gone: HashSet<OrderEventId> = events.iter().filter_map(|event| event.takes_back).collect();
    let mut standing: Vec<&OrderEvent> =
        events.iter().filter(|event| event.takes_back.is_none() && !gone.contains(&event.id)).collect();
    standing.sort_by_key(|event| event.serial);
    standing
}
