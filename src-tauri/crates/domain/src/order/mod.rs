//! Orders and interventions: what is considered, in place and ended, on a case, a referral, a place or alone.

mod beside;
mod due;
mod error;
mod event;
mod figures;
mod kind;
mod period;
mod proposal;
mod step;

pub use beside::{OfferAnswer, OrderBreach, OrderOffer, OrderReview, standing_offers};
pub use due::{DueKind, OrderDue};
pub use error::{OrderError, OrderTypeError};
pub use event::{OrderEvent, OrderEventKind, OrderState, Recorded, standing_events};
pub use figures::{OrderFigures, OrderPeriod, figures_of};
pub use kind::{OrderCategory, OrderType, OrderTypeFields, free_name, named_type, type_on};
pub use period::{Counting, Period, PeriodUnit};
pub use proposal::{NO_LEGAL_ADVICE, ProposedDates, proposed, proposed_continuation};
pub use step::{FirstStep, OrderDates, OrderStep, next_stages};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ids::{CaseId, EpisodeId, OrderId, OrderTypeId, ReferralId, SubjectId};

/// Where an order stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum OrderStage {
    /// Being considered.
    Considered,
    /// Being prepared.
    BeingPrepared,
    /// Applied for.
    AppliedFor,
    /// In place.
    InPlace,
    /// In place again after it was continued or varied.
    Continued,
    /// Waiting: to be looked at again on a day.
    OnHold,
    /// Refused or dismissed.
    Refused,
    /// Given up before it was in place.
    NotProgressed,
    /// Over; has an outcome.
    Ended,
}

impl OrderStage {
    /// Tells whether the order is in force.
    pub fn is_in_place(self) -> bool {
        matches!(self, Self::InPlace | Self::Continued)
    }

    /// Tells whether the order may still come into force.
    pub fn is_pending(self) -> bool {
        matches!(self, Self::Considered | Self::BeingPrepared | Self::AppliedFor | Self::OnHold)
    }

    /// Returns the stage in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Considered => "considered",
            Self::BeingPrepared => "being prepared",
            Self::AppliedFor => "applied for",
            Self::InPlace => "in place",
            Self::Continued => "continued",
            Self::OnHold => "on hold",
            Self::Refused => "refused",
            Self::NotProgressed => "not progressed",
            Self::Ended => "ended",
        }
    }
}

/// What an ended order achieved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum OrderOutcome {
    /// It worked.
    Positive,
    /// It worked in part.
    SomeGoodEffect,
    /// It was broken before it expired.
    FailedBeforeExpiry,
    /// It ran its time.
    Expired,
    /// It was given up for want of engagement.
    Abandoned,
}

impl OrderOutcome {
    /// Returns the outcome in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Positive => "positive",
            Self::SomeGoodEffect => "some good effect",
            Self::FailedBeforeExpiry => "failed before expiry",
            Self::Expired => "expired",
            Self::Abandoned => "abandoned (no engagement)",
        }
    }
}

/// What an order is attached to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "on", rename_all = "snake_case")]
pub enum OrderOn {
    /// A case, within one of its episodes.
    Case {
        /// The case.
        case: CaseId,
        /// The episode that was open then.
        episode: EpisodeId,
    },
    /// A referral, adopted or not.
    Referral {
        /// The referral.
        referral: ReferralId,
    },
    /// A place.
    Place {
        /// Which place.
        place: String,
    },
    /// Nothing: it stands alone.
    Alone,
}

/// An order or intervention.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Order {
    /// Its key.
    pub id: OrderId,
    /// Its type as the hub names it, such as `CBO`.
    pub kind: String,
    /// The row of the hub's list of types that holds for it; absent when its type is not in the list.
    pub order_type: Option<OrderTypeId>,
    /// What it is attached to.
    pub on: OrderOn,
    /// The person it is about; absent for places and imported rows.
    pub subject: Option<SubjectId>,
    /// Where it stands.
    pub stage: OrderStage,
    /// Since when it is considered; absent where a register does not tell.
    pub considered_on: Option<NaiveDate>,
    /// Since when it is in place; absent before, and where a register does not tell.
    pub in_place_on: Option<NaiveDate>,
    /// The last day on which it holds; absent when open-ended or not known.
    pub expires_on: Option<NaiveDate>,
    /// When it has to be reviewed, or before it is in place looked at again; absent when nobody has to.
    pub review_on: Option<NaiveDate>,
    /// The last day for an appeal against it; absent when there is none or it is not known.
    pub appeal_ends_on: Option<NaiveDate>,
    /// When it ended, was refused or was given up; absent until then and where a register does not tell.
    pub ended_on: Option<NaiveDate>,
    /// What it achieved; present exactly when ended.
    pub outcome: Option<OrderOutcome>,
    /// Why it stands where it stands: on hold, refused, not progressed; empty when nothing was given.
    pub reason: String,
    /// What it forbids and asks for, a text each; none when it has no conditions or they are not known.
    pub conditions: Vec<String>,
    /// Remarks; empty when there are none.
    pub note: String,
}

impl Order {
    /// Returns an order of which nothing is known but its type, what it is on and where it stands: what a register tells.
    pub fn as_published(id: OrderId, kind: &str, on: OrderOn, stage: OrderStage) -> Self {
        Self {
            id,
            kind: kind.to_owned(),
            order_type: None,
            on,
            subject: None,
            stage,
            considered_on: None,
            in_place_on: None,
            expires_on: None,
            review_on: None,
            appeal_ends_on: None,
            ended_on: None,
            outcome: None,
            reason: String::new(),
            conditions: Vec::new(),
            note: String::new(),
        }
    }

    /// Checks what every order must hold: a type, an outcome exactly when ended, dates in their order.
    pub fn checked(self) -> Result<Self, OrderError> {
        if self.kind.trim().is_empty() {
            return Err(OrderError::NoKind);
        }
        match (self.stage, self.outcome) {
            (OrderStage::Ended, None) => return Err(OrderError::EndedWithoutOutcome),
            (stage, Some(_)) if stage != OrderStage::Ended => return Err(OrderError::OutcomeBeforeEnd),
            _ => {}
        }
        let days = [
            (self.considered_on, self.in_place_on, "in_place_on"),
            (self.considered_on, self.ended_on, "ended_on"),
            (self.in_place_on, self.expires_on, "expires_on"),
            (self.in_place_on, self.ended_on, "ended_on"),
            (self.in_place_on, self.appeal_ends_on, "appeal_ends_on"),
        ];
        for (first, then, field) in days {
            if let (Some(first), Some(then)) = (first, then)
                && then < first
            {
                return Err(OrderError::backwards(field, first, then));
            }
        }
        Ok(self)
    }

    /// Tells whether the order was in force at some time: a register lists it as "in place" even when it ended since.
    pub fn was_in_place(&self) -> bool {
        self.stage.is_in_place() || self.stage == OrderStage::Ended
    }

    /// Tells whether it is in place or may still come into force.
    pub fn is_live(&self) -> bool {
        self.stage.is_in_place() || self.stage.is_pending()
    }
}

#[cfg(test)]
pub(crate) mod testing {
    use uuid::Uuid;

    use super::*;

    /// Reads a day.
    pub fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// An ABC of which nothing but its stage is known.
    pub fn order(stage: OrderStage) -> Order {
        Order::as_published(OrderId(Uuid::nil()), "ABC", OrderOn::Alone, stage)
    }
}

#[cfg(test)]
mod tests {
    use super::testing::{day, order};
    use super::*;

    #[test]
    fn an_order_has_an_outcome_exactly_when_it_ended() {
        assert_eq!(order(OrderStage::Ended).checked(), Err(OrderError::EndedWithoutOutcome));
        let early = Order { outcome: Some(OrderOutcome::Positive), ..order(OrderStage::InPlace) };
        assert_eq!(early.checked(), Err(OrderError::OutcomeBeforeEnd));
        let ended = Order { outcome: Some(OrderOutcome::Expired), ..order(OrderStage::Ended) };
        assert!(ended.checked().is_ok());
    }

    #[test]
    fn no_day_of_an_order_lies_before_the_one_it_follows() {
        let in_place = Order { in_place_on: Some(day("2026-06-01")), ..order(OrderStage::InPlace) };
        let before = Some(day("2026-05-31"));
        for backwards in [
            Order { expires_on: before, ..in_place.clone() },
            Order { appeal_ends_on: before, ..in_place.clone() },
            Order {
                ended_on: before,
                stage: OrderStage::Ended,
                outcome: Some(OrderOutcome::Positive),
                ..in_place.clone()
            },
            Order { considered_on: Some(day("2026-06-02")), ..in_place.clone() },
        ] {
            assert!(matches!(backwards.checked(), Err(OrderError::Backwards { .. })));
        }
        assert!(
            Order { expires_on: in_place.in_place_on, ..in_place }.checked().is_ok(),
            "one day is a period"
        );
    }
}
