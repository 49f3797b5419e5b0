//! Where a referral comes from, where it stands, and what becomes of one that is not adopted.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where a referral or a case came from. Counted in published figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// A partner referred it.
    Partner,
    /// The hub's own review of repeat callers.
    OwnReview,
    /// The daily management meeting.
    DailyManagementMeeting,
    /// Another forum.
    OtherForum,
}

impl Source {
    /// Every source, in the order of the form.
    pub const ALL: [Self; 4] =
        [Self::Partner, Self::OwnReview, Self::DailyManagementMeeting, Self::OtherForum];

    /// Returns the source in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Partner => "partner referral",
            Self::OwnReview => "the hub’s own review of repeat callers",
            Self::DailyManagementMeeting => "daily management meeting",
            Self::OtherForum => "another forum",
        }
    }
}

/// Where a referral stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReferralStatus {
    /// Received, and not decided what to do with it.
    InTriage,
    /// Returned to the referrer for what is missing.
    Returned,
    /// Signposted elsewhere; never tabled.
    Signposted,
    /// Tabled for a meeting.
    Tabled,
    /// Adopted as a case.
    Adopted,
    /// Not adopted, with outcomes.
    NotAdopted,
}

impl ReferralStatus {
    /// Returns the status in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::InTriage => "in triage",
            Self::Returned => "returned to the referrer",
            Self::Signposted => "signposted",
            Self::Tabled => "tabled",
            Self::Adopted => "adopted",
            Self::NotAdopted => "not adopted",
        }
    }
}

/// What became of a referral that was not adopted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReferralOutcome {
    /// An acceptable behaviour contract was issued.
    AbcIssued,
    /// Mediation.
    Mediation,
    /// More work by the referrer.
    MoreWorkByReferrer,
    /// No further action.
    NoFurtherAction,
    /// Signposted elsewhere (a default).
    Signposted,
}

impl ReferralOutcome {
    /// Every outcome, in the order of the list.
    pub const ALL: [Self; 5] =
        [Self::AbcIssued, Self::Mediation, Self::MoreWorkByReferrer, Self::NoFurtherAction, Self::Signposted];

    /// Returns the outcome in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::AbcIssued => "ABC issued",
            Self::Mediation => "mediation",
            Self::MoreWorkByReferrer => "more work by the referrer",
            Self::NoFurtherAction => "no further action",
            Self::Signposted => "signposted",
        }
    }
}

/// Returns what became of a referral that is not adopted, with its main outcome named as such beside further ones:
/// `Not adopted: mediation (main outcome); also ABC issued`.
pub fn not_adopted_words(outcomes: &[ReferralOutcome]) -> String {
    match outcomes {
        [] => "Not adopted".to_owned(),
        [main] => format!("Not adopted: {}", main.words()),
        [main, further @ ..] => {
            let further: Vec<&str> = further.iter().map(|outcome| outcome.words()).collect();
            format!("Not adopted: {} (main outcome); also {}", main.words(), crate::words::listed(&further))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_main_outcome_is_told_apart_from_further_ones() {
        use ReferralOutcome::{AbcIssued, Mediation, NoFurtherAction};
        assert_eq!(not_adopted_words(&[Mediation]), "Not adopted: mediation");
        assert_eq!(
            not_adopted_words(&[Mediation, AbcIssued, NoFurtherAction]),
            "Not adopted: mediation (main outcome); also ABC issued and no further action"
        );
    }
}
