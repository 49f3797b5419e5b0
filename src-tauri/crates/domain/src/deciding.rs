//! Deciding: what can be decided about an item, what follows from it, and how it is taken back.

use chrono::NaiveDate;

use crate::case::{Case, CaseKind};
use crate::episode::{Closure, ClosureReason, Episode};
use crate::ids::{AgencyId, CaseId};
use crate::meeting::{About, Decision, Outcome};
use crate::reference::{CaseReference, ReferralNumber};
use crate::referral::{Referral, ReferralStatus};
use crate::words::long_date;

/// Says why something cannot be decided.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecisionError {
    /// The decision is none about a case.
    #[error("“{0}” is a decision about a referral; this item is about a case")]
    NotAboutCase(String),
    /// The decision is none about a referral.
    #[error("“{0}” is a decision about a case; this item is about a referral")]
    NotAboutReferral(String),
    /// The item asks for no such decision.
    #[error("This item is about neither a case nor a referral: note it, or write the decision in words")]
    OnlyWords,
    /// A decision in words has no words.
    #[error("Write the decision")]
    NoWords,
    /// An item is put off, and nobody knows why.
    #[error("Say why it is deferred; the minutes print it")]
    NoReason,
    /// A case is handed over, and nobody knows to whom.
    #[error("Say to which scheme the case is handed over")]
    NoScheme,
    /// The case that an adoption made was worked on since.
    #[error(
        "{reference} was worked on since it was adopted ({what}), so the decision stays; close the case instead"
    )]
    CaseWorkedOn {
        /// The case.
        reference: CaseReference,
        /// What was done.
        what: &'static str,
    },
    /// The case was re-opened or closed again since.
    #[error("{0} changed since it was decided, so the decision stays; change it on the case's own page")]
    ChangedSince(String),
}

/// Checks that `outcome` can be decided about an item; `text` is what the meeting added.
pub fn fits(about: About, outcome: &Outcome, text: &str) -> Result<(), DecisionError> {
    let of_case = matches!(
        outcome,
        Outcome::Continue
            | Outcome::Close { .. }
            | Outcome::HandOver { .. }
            | Outcome::Split { .. }
            | Outcome::Combine { .. }
            | Outcome::SeparateMeeting { .. }
    );
    let of_referral =
        matches!(outcome, Outcome::Adopt { .. } | Outcome::NotAdopt { .. } | Outcome::MoreInformation { .. });
    match about {
        About::Case { .. } if of_referral => return Err(DecisionError::NotAboutCase(outcome.words(""))),
        About::Referral { .. } if of_case => return Err(DecisionError::NotAboutReferral(outcome.words(""))),
        About::Case { .. } | About::Referral { .. } => {}
        _ if of_case || of_referral || *outcome == Outcome::Defer => return Err(DecisionError::OnlyWords),
        _ => {}
    }
    match outcome {
        Outcome::Other if text.trim().is_empty() => Err(DecisionError::NoWords),
        Outcome::Defer if text.trim().is_empty() => Err(DecisionError::NoReason),
        Outcome::HandOver { scheme } if scheme.trim().is_empty() => Err(DecisionError::NoScheme),
        _ => Ok(()),
    }
}

/// Returns the decision of an item that stands: the last one that was not taken back.
pub fn standing<'a>(decisions: impl IntoIterator<Item = &'a Decision>) -> Option<&'a Decision> {
    decisions.into_iter().filter(|decision| !decision.withdrawn).max_by_key(|decision| decision.serial)
}

/// Takes a closure of `day` back. An episode that is closed otherwise by now is left as it is.
pub fn reopen(episode: &mut Episode, day: NaiveDate, reference: &CaseReference) -> Result<(), DecisionError> {
    let by_decision = |closure: &Closure| {
        closure.on == day && matches!(closure.reason, ClosureReason::Closed | ClosureReason::HandedOver)
    };
    if !episode.closed.as_ref().is_some_and(by_decision) {
        return Err(DecisionError::ChangedSince(reference.to_string()));
    }
    episode.closed = None;
    episode.handed_to = None;
    Ok(())
}

/// Returns the case that `referral` becomes: its people, place, area and source go with it, and it comes back to every
/// meeting until a rule is chosen.
pub fn adopted(
    referral: &Referral,
    id: CaseId,
    reference: CaseReference,
    kind: CaseKind,
    lead_agency: Option<AgencyId>,
) -> Case {
    let referrer = referral.referrer_agency.filter(|agency| Some(*agency) != lead_agency);
    Case {
        title: referral.title.clone(),
        outline: referral.problem.clone(),
        place: referral.place.clone(),
        area: referral.area,
        source: Some(referral.source),
        lead_agency,
        involved: referrer.into_iter().collect(),
        subjects: referral.subjects.clone(),
        referral: Some(referral.number),
        ..Case::new(id, reference, kind)
    }
}

/// Returns the note of a referral of which more information is asked for.
pub fn more_information(by: Option<NaiveDate>, text: &str) -> String {
    match (by, text.trim()) {
        (Some(day), "") => format!("More information by {}", long_date(day)),
        (Some(day), text) => format!("{text} (by {})", long_date(day)),
        (None, "") => "More information".to_owned(),
        (None, text) => text.to_owned(),
    }
}

/// Puts a decided referral back on the table of the meeting that decided it.
pub fn back_on_the_table(referral: &mut Referral) -> Result<(), DecisionError> {
    let number: ReferralNumber = referral.number;
    let decided = [ReferralStatus::Adopted, ReferralStatus::NotAdopted, ReferralStatus::Returned];
    if !decided.contains(&referral.status) {
        return Err(DecisionError::ChangedSince(number.to_string()));
    }
    referral.status = ReferralStatus::Tabled;
    referral.case = None;
    referral.outcomes = Vec::new();
    referral.decided_on = None;
    referral.note = String::new();
    Ok(())
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::ids::{DecisionId, EpisodeId, ItemId, ReferralId};
    use crate::moment::Moment;
    use crate::referral::ReferralOutcome;

    fn day() -> NaiveDate {
        "2026-11-24".parse().unwrap()
    }

    fn case() -> About {
        About::Case { case: CaseId(Uuid::nil()) }
    }

    fn referral() -> Referral {
        Referral {
            problem: "Noise at night".into(),
            tried: "Two letters".into(),
            status: ReferralStatus::Tabled,
            referrer_agency: Some(AgencyId(Uuid::from_u128(4))),
            ..Referral::received(ReferralId(Uuid::nil()), ReferralNumber(61), day())
        }
    }

    fn reference() -> CaseReference {
        CaseReference::new("DEMO", 53)
    }

    #[test]
    fn cases_and_referrals_are_decided_each_in_their_own_words() {
        let close = Outcome::Close { no_score_because: None };
        let tabled = About::Referral { referral: ReferralId(Uuid::nil()) };
        assert_eq!(fits(tabled, &close, ""), Err(DecisionError::NotAboutReferral("Close".into())));
        assert!(fits(case(), &Outcome::MoreInformation { by: None }, "").is_err());
        assert_eq!(fits(About::OrdersDue, &close, ""), Err(DecisionError::OnlyWords));
        assert_eq!(fits(About::OrdersDue, &Outcome::Noted, ""), Ok(()));
        assert_eq!(fits(case(), &Outcome::Other, "  "), Err(DecisionError::NoWords));
        assert_eq!(fits(case(), &Outcome::Defer, "  "), Err(DecisionError::NoReason));
        assert_eq!(fits(tabled, &Outcome::Defer, "the referrer is ill"), Ok(()));
        assert_eq!(fits(About::OrdersDue, &Outcome::Defer, "no time"), Err(DecisionError::OnlyWords));
        assert_eq!(fits(case(), &Outcome::HandOver { scheme: " ".into() }, ""), Err(DecisionError::NoScheme));
    }

    #[test]
    fn the_last_decision_that_was_not_taken_back_stands() {
        let decision = |serial, withdrawn| Decision {
            id: DecisionId(Uuid::from_u128(u128::from(serial))),
            item: ItemId(Uuid::nil()),
            serial,
            outcome: Outcome::Continue,
            text: String::new(),
            withdrawn,
            at: Moment(0),
        };
        let all = [decision(2, false), decision(1, false), decision(3, true)];
        assert_eq!(standing(&all).map(|decision| decision.serial), Some(2));
        assert_eq!(standing(&all[2..]), None);
    }

    fn closed(on: &str, reason: ClosureReason) -> Episode {
        let mut episode = Episode::first(EpisodeId(Uuid::nil()), CaseId(Uuid::nil()), day());
        let on = on.parse().unwrap();
        episode
            .close(Closure {
                on,
                reason,
                no_score_because: None,
                summary: String::new(),
                check: crate::closing::ClosureCheck::default(),
            })
            .unwrap();
        episode
    }

    #[test]
    fn a_closure_is_taken_back_whole() {
        let handed = Some("SAFE".to_owned());
        let mut episode = Episode { handed_to: handed, ..closed("2026-11-24", ClosureReason::HandedOver) };
        reopen(&mut episode, day(), &reference()).unwrap();
        assert_eq!(episode, Episode::first(EpisodeId(Uuid::nil()), CaseId(Uuid::nil()), day()));
    }

    #[test]
    fn a_closure_by_something_else_is_not_the_decisions_to_take_back() {
        for mut episode in
            [closed("2026-12-01", ClosureReason::Closed), closed("2026-11-24", ClosureReason::Combined)]
        {
            assert!(reopen(&mut episode, day(), &reference()).is_err());
            assert!(!episode.is_open());
        }
    }

    #[test]
    fn an_adopted_referral_keeps_its_number_as_history() {
        let case = adopted(
            &referral(),
            CaseId(Uuid::nil()),
            reference(),
            CaseKind::Topic,
            Some(AgencyId(Uuid::nil())),
        );
        assert_eq!((case.referral, case.outline.as_str()), (Some(ReferralNumber(61)), "Noise at night"));
        assert_eq!(case.involved, [AgencyId(Uuid::from_u128(4))], "who referred it is involved");
    }

    #[test]
    fn a_referral_taken_back_is_as_it_was_when_tabled() {
        let mut taken = referral();
        taken.not_adopt(vec![ReferralOutcome::Mediation], day()).unwrap();
        back_on_the_table(&mut taken).unwrap();
        assert_eq!(taken, referral());
        assert!(back_on_the_table(&mut taken).is_err(), "it is not decided any more");
    }

    #[test]
    fn more_information_says_what_and_by_when() {
        assert_eq!(
            more_information(Some(day()), " what the letters did "),
            "what the letters did (by 24 November 2026)"
        );
        assert_eq!(more_information(None, ""), "More information");
    }
}
