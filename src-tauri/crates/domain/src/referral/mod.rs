//! Referrals: what partners bring to the hub, and the gate before the meeting.

mod check;
pub mod form;
mod returning;
mod status;
mod sums;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use check::{AgencyCheck, CheckAnswer, CheckCounts};
pub use status::{ReferralOutcome, ReferralStatus, Source, not_adopted_words};
pub use sums::{OutcomeSum, ReferralSums};

use crate::guide::{GuideAnswers, GuidePart};
use crate::ids::{AgencyId, AreaId, CaseId, ReferralId};
use crate::reference::ReferralNumber;
use crate::subject::SubjectPart;

/// A referral.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Referral {
    /// Its key.
    pub id: ReferralId,
    /// Its running number; kept as history when it is adopted.
    pub number: ReferralNumber,
    /// Where it came from.
    pub source: Source,
    /// The day it was received.
    pub received_on: NaiveDate,
    /// Who refers: the person's name; empty when not given.
    pub referrer_name: String,
    /// The agency that refers; absent when it is none of the hub's.
    pub referrer_agency: Option<AgencyId>,
    /// The referrer's address; empty when not given.
    pub referrer_address: String,
    /// The referrer's telephone number; empty when not given.
    pub referrer_telephone: String,
    /// The referrer's e-mail address; empty when not given.
    pub referrer_email: String,
    /// How to reach the referrer, as it was written before the form asked for each way by itself; empty since.
    pub referrer_contact: String,
    /// A short label for lists, such as `Fly-tipping, Canal Street`.
    pub title: String,
    /// The problem, and its effect on individuals or the neighbourhood.
    pub problem: String,
    /// Who the victims are.
    pub victims: String,
    /// What is known of the offenders.
    pub offenders: String,
    /// Safeguarding issues.
    pub safeguarding: String,
    /// What has been tried, whether it worked, and why; empty means that it cannot be tabled.
    pub tried: String,
    /// The place; empty when it is about a person.
    pub place: String,
    /// The area; absent when not known.
    pub area: Option<AreaId>,
    /// The people it is about.
    pub subjects: Vec<SubjectPart>,
    /// The guides that were opened, because it is about an offender, a victim or a place.
    pub guides: Vec<GuidePart>,
    /// What was answered to the questions of form and guides.
    pub answers: GuideAnswers,
    /// Where it stands.
    pub status: ReferralStatus,
    /// Why the chair tabled it although it does not pass the gate; absent otherwise. The minutes print it.
    pub gate_override: Option<String>,
    /// When it was returned, signposted, adopted or not adopted; absent until then.
    pub decided_on: Option<NaiveDate>,
    /// The main outcome and any further ones, the main one first; filled exactly when not adopted.
    pub outcomes: Vec<ReferralOutcome>,
    /// Why it was returned, where it was signposted, or what was said; empty when nothing was.
    pub note: String,
    /// The case it became; present exactly when adopted.
    pub case: Option<CaseId>,
}

/// Says why a referral cannot be as asked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReferralError {
    /// It says nothing about the problem.
    #[error("Say what the problem is")]
    NoProblem,
    /// It does not pass the gate.
    #[error("“What has been tried, did it work, why” is empty, so the referral cannot be tabled yet")]
    GateClosed,
    /// It passed the gate, and would not any more.
    #[error("{0} was tabled with what has been tried, which cannot be left empty any more")]
    TriedTakenBack(ReferralNumber),
    /// The override has no reason.
    #[error("Give the reason for tabling it all the same; the minutes print it")]
    OverrideWithoutReason,
    /// It is already decided.
    #[error("{number} is {status} and cannot be {wanted} any more")]
    AlreadyDecided {
        /// The referral.
        number: ReferralNumber,
        /// Where it stands, in words.
        status: &'static str,
        /// What was asked, in words.
        wanted: &'static str,
    },
    /// Not adopted, but no outcome is given.
    #[error("Choose at least one outcome for a referral that is not adopted")]
    NoOutcome,
    /// Returned or signposted without saying why or where.
    #[error("Say what is missing, or where the referrer should turn")]
    NoNote,
    /// An outcome is given twice.
    #[error("“{0}” is given twice; choose each outcome once")]
    OutcomeTwice(&'static str),
    /// Decided on a day that has not come.
    #[error("A decision is not dated in the future")]
    DecidedInTheFuture,
    /// Decided before it was received.
    #[error("{number} was received on {}; it was not decided before", crate::words::long_date(*received))]
    DecidedBeforeReceived {
        /// The referral.
        number: ReferralNumber,
        /// The day it was received.
        received: NaiveDate,
    },
    /// Received on a day that has not come.
    #[error("A referral is not received in the future")]
    ReceivedInTheFuture,
    /// Received after it was tabled and discussed, or decided.
    #[error("It was decided on {}; it was not received after that", crate::words::long_date(*.0))]
    ReceivedAfterDecided(NaiveDate),
    /// An agency replied on a day that has not come.
    #[error("An agency does not reply in the future")]
    ReplyInTheFuture,
    /// The referrer's e-mail address cannot be one.
    #[error("“{0}” is not an e-mail address")]
    NotAnEmailAddress(String),
}

impl Referral {
    /// Returns an empty referral of the hub's, received on `day` and waiting for its form.
    pub fn received(id: ReferralId, number: ReferralNumber, day: NaiveDate) -> Self {
        Self {
            id,
            number,
            source: Source::Partner,
            received_on: day,
            referrer_name: String::new(),
            referrer_agency: None,
            referrer_address: String::new(),
            referrer_telephone: String::new(),
            referrer_email: String::new(),
            referrer_contact: String::new(),
            title: String::new(),
            problem: String::new(),
            victims: String::new(),
            offenders: String::new(),
            safeguarding: String::new(),
            tried: String::new(),
            place: String::new(),
            area: None,
            subjects: Vec::new(),
            guides: Vec::new(),
            answers: GuideAnswers::default(),
            status: ReferralStatus::InTriage,
            gate_override: None,
            decided_on: None,
            outcomes: Vec::new(),
            note: String::new(),
            case: None,
        }
    }

    /// Checks what every referral must hold.
    pub fn checked(self) -> Result<Self, ReferralError> {
        if self.problem.trim().is_empty() { Err(ReferralError::NoProblem) } else { Ok(self) }
    }

    /// Checks by `today` what the form of a referral must hold, beside [`Self::checked`].
    pub fn checked_form(self, today: NaiveDate) -> Result<Self, ReferralError> {
        if self.received_on > today {
            return Err(ReferralError::ReceivedInTheFuture);
        }
        // One that was returned comes again, and then is received anew.
        let settled = self.decided_on.filter(|_| self.status != ReferralStatus::Returned);
        if let Some(day) = settled.filter(|day| *day < self.received_on) {
            return Err(ReferralError::ReceivedAfterDecided(day));
        }
        let tabled = matches!(
            self.status,
            ReferralStatus::Tabled | ReferralStatus::Adopted | ReferralStatus::NotAdopted
        );
        if tabled && !self.passes_gate() && self.gate_override.is_none() {
            return Err(ReferralError::TriedTakenBack(self.number));
        }
        let email = self.referrer_email.trim();
        if !email.is_empty() && (email.chars().any(char::is_whitespace) || !email.contains('@')) {
            return Err(ReferralError::NotAnEmailAddress(email.chars().take(80).collect()));
        }
        self.checked()
    }

    /// Returns the main outcome, the one that is counted; absent unless not adopted.
    pub fn main_outcome(&self) -> Option<ReferralOutcome> {
        self.outcomes.first().copied()
    }

    /// Returns the outcomes beside the main one.
    pub fn further_outcomes(&self) -> &[ReferralOutcome] {
        self.outcomes.get(1..).unwrap_or_default()
    }

    /// Returns the guides that the form shows: those that were opened, and those with answers.
    pub fn shown_guides(&self) -> Vec<GuidePart> {
        let shown = |part: &GuidePart| self.guides.contains(part) || self.answers.answers_part(*part);
        GuidePart::GUIDES.into_iter().filter(shown).collect()
    }

    /// Tells whether the referral passes the gate: the agency has done all that it can, and says what came of it.
    pub fn passes_gate(&self) -> bool {
        !self.tried.trim().is_empty()
    }

    fn still(&self, open: &[ReferralStatus], wanted: &'static str) -> Result<(), ReferralError> {
        if open.contains(&self.status) {
            return Ok(());
        }
        Err(ReferralError::AlreadyDecided { number: self.number, status: self.status.words(), wanted })
    }

    /// Tables the referral. `override_reason` is the chair's reason for one that does not pass the gate.
    pub fn table(&mut self, override_reason: Option<&str>) -> Result<(), ReferralError> {
        self.still(&[ReferralStatus::InTriage, ReferralStatus::Returned], "tabled")?;
        if !self.passes_gate() {
            let reason = override_reason.ok_or(ReferralError::GateClosed)?.trim();
            if reason.is_empty() {
                return Err(ReferralError::OverrideWithoutReason);
            }
            self.gate_override = Some(reason.to_owned());
        }
        self.status = ReferralStatus::Tabled;
        self.decided_on = None;
        Ok(())
    }

    /// Takes a tabled referral back into triage.
    pub fn untable(&mut self) -> Result<(), ReferralError> {
        self.still(&[ReferralStatus::Tabled], "taken off the table")?;
        self.status = ReferralStatus::InTriage;
        self.gate_override = None;
        Ok(())
    }

    /// Returns the referral to the referrer on `day`, saying in `missing` what is missing.
    pub fn return_to_referrer(&mut self, missing: &str, day: NaiveDate) -> Result<(), ReferralError> {
        self.still(&[ReferralStatus::InTriage, ReferralStatus::Tabled], "returned")?;
        self.settle(ReferralStatus::Returned, missing, day)
    }

    /// Signposts the referral on `day`, saying in `to_whom` where the referrer should turn.
    pub fn signpost(&mut self, to_whom: &str, day: NaiveDate) -> Result<(), ReferralError> {
        self.still(&[ReferralStatus::InTriage, ReferralStatus::Returned], "signposted")?;
        self.settle(ReferralStatus::Signposted, to_whom, day)
    }

    /// Checks the day of a decision made outside a meeting: not before the referral came, and not after `today`.
    pub fn decided_by(&self, day: NaiveDate, today: NaiveDate) -> Result<(), ReferralError> {
        if day > today { Err(ReferralError::DecidedInTheFuture) } else { self.not_before_received(day) }
    }

    fn not_before_received(&self, day: NaiveDate) -> Result<(), ReferralError> {
        if day >= self.received_on {
            return Ok(());
        }
        Err(ReferralError::DecidedBeforeReceived { number: self.number, received: self.received_on })
    }

    fn settle(&mut self, status: ReferralStatus, note: &str, day: NaiveDate) -> Result<(), ReferralError> {
        if note.trim().is_empty() {
            return Err(ReferralError::NoNote);
        }
        self.not_before_received(day)?;
        self.status = status;
        self.note = note.trim().to_owned();
        self.decided_on = Some(day);
        Ok(())
    }

    /// Adopts the tabled referral on `day` as `case`.
    pub fn adopt(&mut self, case: CaseId, day: NaiveDate) -> Result<(), ReferralError> {
        self.still(&[ReferralStatus::Tabled], "adopted")?;
        self.not_before_received(day)?;
        self.status = ReferralStatus::Adopted;
        self.case = Some(case);
        self.decided_on = Some(day);
        Ok(())
    }

    /// Decides on `day` not to adopt the tabled referral; the first of `outcomes` is the main one.
    pub fn not_adopt(&mut self, outcomes: Vec<ReferralOutcome>, day: NaiveDate) -> Result<(), ReferralError> {
        self.still(&[ReferralStatus::Tabled], "decided")?;
        if outcomes.is_empty() {
            return Err(ReferralError::NoOutcome);
        }
        let twice = outcomes.iter().enumerate().find(|(at, outcome)| outcomes[..*at].contains(outcome));
        if let Some((_, outcome)) = twice {
            return Err(ReferralError::OutcomeTwice(outcome.words()));
        }
        self.not_before_received(day)?;
        self.status = ReferralStatus::NotAdopted;
        self.outcomes = outcomes;
        self.decided_on = Some(day);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn day() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()
    }

    fn referral() -> Referral {
        Referral {
            problem: "Noise at night".into(),
            tried: "Two letters; no change, because the flat is sublet".into(),
            ..Referral::received(ReferralId(Uuid::nil()), ReferralNumber(61), day())
        }
    }

    #[test]
    fn nothing_tried_keeps_a_referral_off_the_table_until_the_chair_gives_a_reason() {
        let mut untried = Referral { tried: " ".into(), ..referral() };
        assert_eq!(untried.table(None), Err(ReferralError::GateClosed));
        assert_eq!(untried.table(Some(" ")), Err(ReferralError::OverrideWithoutReason));
        assert_eq!(untried.status, ReferralStatus::InTriage, "a refusal changes nothing");
        untried.table(Some("a child is at risk")).unwrap();
        assert_eq!(untried.gate_override.as_deref(), Some("a child is at risk"));
    }

    #[test]
    fn what_passed_the_gate_is_not_emptied_behind_it() {
        let emptied = |referral: Referral| Referral { tried: " ".into(), ..referral }.checked_form(day());
        assert!(emptied(referral()).is_ok(), "in triage it may be written anew");
        let mut tabled = referral();
        tabled.table(None).unwrap();
        assert_eq!(emptied(tabled), Err(ReferralError::TriedTakenBack(ReferralNumber(61))));
        let mut let_through = Referral { tried: String::new(), ..referral() };
        let_through.table(Some("a child is at risk")).unwrap();
        assert!(emptied(let_through).is_ok(), "the chair gave a reason");
    }

    #[test]
    fn only_a_tabled_referral_is_decided() {
        let case = CaseId(Uuid::nil());
        assert!(referral().adopt(case, day()).is_err());
        let mut tabled = referral();
        tabled.table(None).unwrap();
        tabled.adopt(case, day()).unwrap();
        assert_eq!(tabled.gate_override, None, "it passed the gate by itself");
        assert!(tabled.not_adopt(vec![ReferralOutcome::Mediation], day()).is_err(), "decided once");
    }

    #[test]
    fn not_adopting_needs_an_outcome() {
        let mut tabled = referral();
        tabled.table(None).unwrap();
        assert_eq!(tabled.not_adopt(Vec::new(), day()), Err(ReferralError::NoOutcome));
        assert_eq!(tabled.status, ReferralStatus::Tabled);
    }

    #[test]
    fn an_outcome_is_given_once_and_the_first_is_the_main_one() {
        let mut tabled = referral();
        tabled.table(None).unwrap();
        let twice = vec![ReferralOutcome::Mediation, ReferralOutcome::Mediation];
        assert_eq!(tabled.clone().not_adopt(twice, day()), Err(ReferralError::OutcomeTwice("mediation")));
        tabled.not_adopt(vec![ReferralOutcome::Mediation, ReferralOutcome::AbcIssued], day()).unwrap();
        assert_eq!(tabled.main_outcome(), Some(ReferralOutcome::Mediation));
        assert_eq!(tabled.further_outcomes(), [ReferralOutcome::AbcIssued]);
    }

    #[test]
    fn nothing_is_decided_before_it_came_nor_on_a_day_to_come() {
        let before: NaiveDate = "2026-11-23".parse().unwrap();
        let mut early = referral();
        let refused = early.return_to_referrer("dates", before).unwrap_err();
        assert_eq!(refused.to_string(), "R.61 was received on 24 November 2026; it was not decided before");
        assert_eq!(early, referral(), "a refusal changes nothing");
        early.table(None).unwrap();
        assert!(early.not_adopt(vec![ReferralOutcome::Mediation], before).is_err());
        assert!(early.adopt(CaseId(Uuid::nil()), before).is_err());
        let tomorrow = "2026-11-25".parse().unwrap();
        assert_eq!(referral().decided_by(tomorrow, day()), Err(ReferralError::DecidedInTheFuture));
        assert_eq!(referral().decided_by(day(), day()), Ok(()));
    }

    #[test]
    fn a_form_with_impossible_days_or_an_impossible_address_is_refused() {
        let tomorrow = "2026-11-25".parse().unwrap();
        let refused = |form: Referral| form.checked_form(day()).unwrap_err();
        assert_eq!(
            refused(Referral { received_on: tomorrow, ..referral() }),
            ReferralError::ReceivedInTheFuture
        );
        let decided = "2026-11-20".parse().unwrap();
        assert_eq!(
            refused(Referral { decided_on: Some(decided), ..referral() }),
            ReferralError::ReceivedAfterDecided(decided)
        );
        for email in ["a field@homes.example", "homes.example"] {
            let form = Referral { referrer_email: email.into(), ..referral() };
            assert_eq!(refused(form), ReferralError::NotAnEmailAddress(email.into()));
        }
    }

    #[test]
    fn a_guide_is_shown_when_opened_or_answered() {
        use crate::guide::GuideAnswer;
        let mut form = Referral { guides: vec![GuidePart::Location], ..referral() };
        let text = GuideAnswer { text: "two cautions".into(), ..GuideAnswer::default() };
        form.answers.0.insert("offender.history".into(), text);
        assert_eq!(form.shown_guides(), [GuidePart::Offender, GuidePart::Location]);
    }

    #[test]
    fn a_returned_referral_can_be_tabled_once_it_comes_back() {
        let mut returned = referral();
        returned.return_to_referrer("what came of the two letters", day()).unwrap();
        returned.table(None).unwrap();
        assert_eq!((returned.status, returned.decided_on), (ReferralStatus::Tabled, None));
    }
}
