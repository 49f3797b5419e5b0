//! The agenda of a meeting: why a case is on it and for how long, the running order, and who comes when.

mod arrival;
mod forecast;
mod need;
mod order;
mod proposal;
mod reason;
mod running;
mod visit;

#[cfg(test)]
pub(crate) use proposal::tests;

pub use arrival::{Arrival, Told, arrivals};
pub use forecast::{Forecast, Paced, forecast};
pub use need::{Advice, Following, Notice, Waiting, advice, notice};
pub use order::{Placed, appended, moved, regrouped};
pub use proposal::{Fixed, Proposed, Wanted, proposal, usual_minutes};
pub use reason::{CaseFacts, Reason, ReferralFacts, group_of};
pub use running::{Slot, Timed, length, missed, overflow, running_order};
pub use visit::{Visit, needed, visit};

use crate::ids::{CaseId, ReferralId};
use crate::meeting::About;

impl About {
    /// Returns the case that the item is about; absent for others.
    pub fn case(self) -> Option<CaseId> {
        match self {
            Self::Case { case } => Some(case),
            _ => None,
        }
    }

    /// Returns the referral that the item is about; absent for others.
    pub fn referral(self) -> Option<ReferralId> {
        match self {
            Self::Referral { referral } => Some(referral),
            _ => None,
        }
    }

    /// Tells whether more than one item may be about it.
    pub fn may_stand_twice(self) -> bool {
        matches!(self, Self::Other | Self::Break)
    }

    /// Tells whether the meeting has to decide about the item.
    pub fn asks_decision(self) -> bool {
        matches!(self, Self::Case { .. } | Self::Referral { .. })
    }

    /// Returns the title of an item that carries none of its own.
    pub fn words(self) -> &'static str {
        match self {
            Self::Welcome => "Welcome, declaration, apologies",
            Self::MattersArising => "Matters arising",
            Self::Case { .. } => "Case",
            Self::Referral { .. } => "Referral",
            Self::OrdersDue => "Orders and reviews due",
            Self::Break => "Break",
            Self::Other => "Other business",
        }
    }
}
