//! The sums of referrals, so that every figure is made of others and the published riddles are explained.
//!
//! received = in triage + returned + signposted + tabled; of the tabled, decided = adopted + not adopted; not adopted =
//! the sum of its main outcomes. Further outcomes come on top, which is how 44 referrals have 45 outcomes.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Referral, ReferralOutcome, ReferralStatus};
use crate::words::{capital, count, listed};

/// The figures of a number of referrals.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReferralSums {
    /// All that were received.
    pub received: u32,
    /// In triage.
    pub in_triage: u32,
    /// Returned to the referrer.
    pub returned: u32,
    /// Signposted; never tabled.
    pub signposted: u32,
    /// Tabled and not decided.
    pub undecided: u32,
    /// Adopted.
    pub adopted: u32,
    /// Not adopted.
    pub not_adopted: u32,
    /// The main outcomes of those not adopted, in the order of the list; outcomes that none has are left out.
    pub main: Vec<OutcomeSum>,
    /// The further outcomes of those not adopted, likewise.
    pub further: Vec<OutcomeSum>,
}

/// How often an outcome was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OutcomeSum {
    /// The outcome.
    pub outcome: ReferralOutcome,
    /// How many referrals have it.
    pub referrals: u32,
}

impl ReferralSums {
    /// Returns the sums of `referrals`.
    pub fn of<'a>(referrals: impl IntoIterator<Item = &'a Referral>) -> Self {
        let mut sums = Self::default();
        for referral in referrals {
            sums.received += 1;
            match referral.status {
                ReferralStatus::InTriage => sums.in_triage += 1,
                ReferralStatus::Returned => sums.returned += 1,
                ReferralStatus::Signposted => sums.signposted += 1,
                ReferralStatus::Tabled => sums.undecided += 1,
                ReferralStatus::Adopted => sums.adopted += 1,
                ReferralStatus::NotAdopted => {
                    sums.not_adopted += 1;
                    if let Some(outcome) = referral.main_outcome() {
                        add(&mut sums.main, outcome);
                    }
                    for outcome in referral.further_outcomes() {
                        add(&mut sums.further, *outcome);
                    }
                }
            }
        }
        sums
    }

    /// Returns those that were ever tabled: decided, or waiting for the meeting.
    pub fn tabled(&self) -> u32 {
        self.undecided + self.decided()
    }

    /// Returns those that a meeting decided.
    pub fn decided(&self) -> u32 {
        self.adopted + self.not_adopted
    }

    /// Returns how many outcomes were given in all, main and further ones.
    pub fn outcomes(&self) -> u32 {
        self.main.iter().chain(&self.further).map(|sum| sum.referrals).sum()
    }

    /// Returns how the figures add up, a sentence each.
    pub fn sentences(&self) -> Vec<String> {
        let mut said = vec![format!(
            "{} received = {} in triage + {} returned + {} signposted + {} tabled.",
            self.received,
            self.in_triage,
            self.returned,
            self.signposted,
            self.tabled()
        )];
        if self.tabled() > 0 {
            let verb = if self.decided() == 1 { "is" } else { "are" };
            said.push(format!(
                "Of the {} tabled, {} {verb} decided: {} adopted + {} not adopted.",
                self.tabled(),
                self.decided(),
                self.adopted,
                self.not_adopted
            ));
        }
        if !self.main.is_empty() {
            said.push(format!("{} not adopted, by main outcome: {}.", self.not_adopted, named(&self.main)));
        }
        let further: u32 = self.further.iter().map(|sum| sum.referrals).sum();
        if further > 0 {
            said.push(format!(
                "{} on top, because a referral may have more than one ({}): {}, {}.",
                capital(&count(further as usize, "further outcome", "further outcomes")),
                named(&self.further),
                count(self.not_adopted as usize, "referral", "referrals"),
                count(self.outcomes() as usize, "outcome", "outcomes"),
            ));
        }
        said
    }
}

fn add(sums: &mut Vec<OutcomeSum>, outcome: ReferralOutcome) {
    match sums.iter_mut().find(|sum| sum.outcome == outcome) {
        Some(sum) => sum.referrals += 1,
        None => sums.push(OutcomeSum { outcome, referrals: 1 }),
    }
    sums.sort_by_key(|sum| ReferralOutcome::ALL.iter().position(|each| *each == sum.outcome));
}

fn named(sums: &[OutcomeSum]) -> String {
    let words: Vec<String> =
        sums.iter().map(|sum| format!("{} {}", sum.referrals, sum.outcome.words())).collect();
    listed(&words)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;
    use crate::ids::ReferralId;
    use crate::reference::ReferralNumber;

    fn referral(status: ReferralStatus, outcomes: &[ReferralOutcome]) -> Referral {
        let day = "2026-11-24".parse().unwrap();
        Referral {
            status,
            outcomes: outcomes.to_vec(),
            ..Referral::received(ReferralId(Uuid::nil()), ReferralNumber(61), day)
        }
    }

    fn not_adopted(times: usize, outcomes: &[ReferralOutcome]) -> Vec<Referral> {
        vec![referral(ReferralStatus::NotAdopted, outcomes); times]
    }

    #[test]
    fn forty_four_referrals_with_forty_five_outcomes_are_explained() {
        use ReferralOutcome::{AbcIssued, Mediation, MoreWorkByReferrer, NoFurtherAction};
        // The published figures: 14 + 3 + 11 + 17 = 45 against 44.
        let all = [
            not_adopted(13, &[AbcIssued]),
            not_adopted(1, &[AbcIssued, Mediation]),
            not_adopted(2, &[Mediation]),
            not_adopted(11, &[MoreWorkByReferrer]),
            not_adopted(17, &[NoFurtherAction]),
        ]
        .concat();
        let sums = ReferralSums::of(&all);
        assert_eq!((sums.not_adopted, sums.outcomes()), (44, 45));
        assert_eq!(
            sums.sentences()[2..],
            [
                "44 not adopted, by main outcome: 14 ABC issued, 2 mediation, 11 more work by the referrer and 17 no further action.",
                "1 further outcome on top, because a referral may have more than one (1 mediation): 44 referrals, 45 outcomes.",
            ]
        );
    }

    #[test]
    fn no_referral_makes_no_riddle() {
        let none = ReferralSums::of([]);
        assert_eq!(none.sentences(), ["0 received = 0 in triage + 0 returned + 0 signposted + 0 tabled."]);
    }

    proptest! {
        #[test]
        fn the_sums_hold_whatever_came_in(kinds in prop::collection::vec((0..6usize, 1..4usize), 0..60)) {
            const STATUSES: [ReferralStatus; 6] = [
                ReferralStatus::InTriage,
                ReferralStatus::Returned,
                ReferralStatus::Signposted,
                ReferralStatus::Tabled,
                ReferralStatus::Adopted,
                ReferralStatus::NotAdopted,
            ];
            let all: Vec<Referral> = kinds
                .iter()
                .map(|(status, outcomes)| {
                    let decided = STATUSES[*status] == ReferralStatus::NotAdopted;
                    let outcomes = if decided { &ReferralOutcome::ALL[..*outcomes] } else { &[] };
                    referral(STATUSES[*status], outcomes)
                })
                .collect();
            let sums = ReferralSums::of(&all);
            prop_assert_eq!(sums.received as usize, all.len());
            prop_assert_eq!(sums.received, sums.in_triage + sums.returned + sums.signposted + sums.tabled());
            prop_assert_eq!(sums.tabled(), sums.undecided + sums.adopted + sums.not_adopted);
            prop_assert_eq!(sums.not_adopted, sums.main.iter().map(|sum| sum.referrals).sum::<u32>());
            let given: usize = all.iter().map(|referral| referral.outcomes.len()).sum();
            prop_assert_eq!(sums.outcomes() as usize, given);
        }
    }
}
