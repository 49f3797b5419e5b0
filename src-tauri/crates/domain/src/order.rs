//! Orders and interventions: what is considered, in place and ended, on a case, a referral, a place or alone.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ids::{CaseId, EpisodeId, OrderId, ReferralId, SubjectId};

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
    /// When it runs out; absent when open-ended or not known.
    pub expires_on: Option<NaiveDate>,
    /// When somebody has to look at it again; absent when nobody has.
    pub review_on: Option<NaiveDate>,
    /// When it ended; absent until then and where a register does not tell.
    pub ended_on: Option<NaiveDate>,
    /// What it achieved; present exactly when ended.
    pub outcome: Option<OrderOutcome>,
    /// Reasons, conditions and remarks; empty when there are none.
    pub note: String,
}

/// Says why an order cannot be as asked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OrderError {
    /// No type is named.
    #[error("Say which order or intervention it is")]
    NoKind,
    /// An ended order has no outcome.
    #[error("Say with which outcome the order ended")]
    EndedWithoutOutcome,
    /// An order that is not ended has an outcome.
    #[error("Only an ended order has an outcome")]
    OutcomeBeforeEnd,
    /// It ends before it begins.
    #[error("The order cannot end on {ended}, before it was in place on {began}")]
    EndsBeforeItBegins {
        /// The day it was in place, in words.
        began: String,
        /// The refused day, in words.
        ended: String,
    },
    /// It was given up without a reason.
    #[error("Give the reason why the order was not progressed")]
    NoReason,
}

impl Order {
    /// Checks what every order must hold: a type, an outcome exactly when ended, dates in their order.
    pub fn checked(self) -> Result<Self, OrderError> {
        if self.kind.trim().is_empty() {
            return Err(OrderError::NoKind);
        }
        match (self.stage, self.outcome) {
            (OrderStage::Ended, None) => return Err(OrderError::EndedWithoutOutcome),
            (stage, Some(_)) if stage != OrderStage::Ended => return Err(OrderError::OutcomeBeforeEnd),
            (OrderStage::NotProgressed, _) if self.note.trim().is_empty() => {
                return Err(OrderError::NoReason);
            }
            _ => {}
        }
        for ends in [self.ended_on, self.expires_on].into_iter().flatten() {
            if let Some(began) = self.in_place_on.filter(|began| ends < *began) {
                let words = crate::words::table_date;
                return Err(OrderError::EndsBeforeItBegins { began: words(began), ended: words(ends) });
            }
        }
        Ok(self)
    }

    /// Returns the next day on which somebody has to look at the order; absent when none is known.
    pub fn due_on(&self) -> Option<NaiveDate> {
        let live = self.stage.is_in_place() || self.stage.is_pending();
        [self.review_on, self.expires_on].into_iter().flatten().filter(|_| live).min()
    }

    /// Tells whether the order was in force at some time: a register lists it as "in place" even when it ended since.
    pub fn was_in_place(&self) -> bool {
        self.stage.is_in_place() || self.stage == OrderStage::Ended
    }
}

/// The types of orders and interventions that hubs publish (a default list).
pub const KINDS: [(&str, &str); 15] = [
    ("ABC", "acceptable behaviour contract"),
    ("CPW", "community protection warning"),
    ("CPN", "community protection notice"),
    ("CBO", "criminal behaviour order"),
    ("Civil Injunction", "civil injunction"),
    ("Gang Injunction", "gang injunction"),
    ("Closure Notice", "closure notice"),
    ("Closure Order", "closure order"),
    ("PSPO", "public spaces protection order"),
    ("Dispersal", "dispersal direction"),
    ("Tenancy Action", "action on the tenancy"),
    ("Mediation", "mediation"),
    ("RJ", "restorative justice"),
    ("Prosecution", "prosecution"),
    ("Warning Letter", "warning letter"),
];

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn order(stage: OrderStage) -> Order {
        Order {
            id: OrderId(Uuid::nil()),
            kind: "ABC".into(),
            on: OrderOn::Alone,
            subject: None,
            stage,
            considered_on: None,
            in_place_on: "2026-06-01".parse().ok(),
            expires_on: "2026-12-01".parse().ok(),
            review_on: "2026-09-01".parse().ok(),
            ended_on: None,
            outcome: None,
            note: String::new(),
        }
    }

    #[test]
    fn an_order_has_an_outcome_exactly_when_it_ended() {
        assert_eq!(order(OrderStage::Ended).checked(), Err(OrderError::EndedWithoutOutcome));
        let early = Order { outcome: Some(OrderOutcome::Positive), ..order(OrderStage::InPlace) };
        assert_eq!(early.checked(), Err(OrderError::OutcomeBeforeEnd));
        let ended = Order { outcome: Some(OrderOutcome::Expired), ..order(OrderStage::Ended) };
        assert!(ended.checked().is_ok());
    }

    #[test]
    fn an_order_does_not_end_before_it_begins() {
        let backwards = Order { expires_on: "2026-05-01".parse().ok(), ..order(OrderStage::InPlace) };
        assert!(matches!(backwards.checked(), Err(OrderError::EndsBeforeItBegins { .. })));
    }

    #[test]
    fn the_next_look_is_the_earlier_of_review_and_expiry_while_the_order_lives() {
        assert_eq!(order(OrderStage::InPlace).due_on(), "2026-09-01".parse().ok());
        let ended = Order { outcome: Some(OrderOutcome::Expired), ..order(OrderStage::Ended) };
        assert_eq!(ended.due_on(), None);
    }
}
