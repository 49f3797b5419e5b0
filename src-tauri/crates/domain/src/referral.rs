//! Referrals: what partners bring to the hub, and the gate before the meeting.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ids::{AgencyCheckId, AgencyId, AreaId, CaseId, ReferralId};
use crate::reference::ReferralNumber;
use crate::subject::SubjectPart;

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
    /// How to reach the referrer: address, telephone, e-mail as given.
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

/// An agency's answer to "is this known to you?".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CheckAnswer {
    /// No reply yet.
    NoReply,
    /// Known.
    Known,
    /// Not known.
    NotKnown,
}

/// One agency's check of a referral.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AgencyCheck {
    /// Its key.
    pub id: AgencyCheckId,
    /// The referral.
    pub referral: ReferralId,
    /// The agency that was asked.
    pub agency: AgencyId,
    /// What it said.
    pub answer: CheckAnswer,
    /// In its words; empty when it added none.
    pub note: String,
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
            status: ReferralStatus::InTriage,
            gate_override: None,
            decided_on: None,
            outcomes: Vec::new(),
            note: String::new(),
            case: None,
        }
    }

    /// Returns what keeps the referral from being tabled, in sentences for the referrer; empty when nothing does.
    pub fn missing(&self) -> Vec<String> {
        match self.status {
            ReferralStatus::InTriage | ReferralStatus::Returned if !self.passes_gate() => {
                vec!["What has been tried, did it work, and why?".to_owned()]
            }
            _ => Vec::new(),
        }
    }

    /// Returns the main outcome; absent unless it was not adopted.
    pub fn main_outcome(&self) -> Option<ReferralOutcome> {
        self.outcomes.first().copied()
    }

    /// Checks what every referral must hold.
    pub fn checked(self) -> Result<Self, ReferralError> {
        if self.problem.trim().is_empty() { Err(ReferralError::NoProblem) } else { Ok(self) }
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

    fn settle(&mut self, status: ReferralStatus, note: &str, day: NaiveDate) -> Result<(), ReferralError> {
        if note.trim().is_empty() {
            return Err(ReferralError::NoNote);
        }
        self.status = status;
        self.note = note.trim().to_owned();
        self.decided_on = Some(day);
        Ok(())
    }

    /// Adopts the tabled referral on `day` as `case`.
    pub fn adopt(&mut self, case: CaseId, day: NaiveDate) -> Result<(), ReferralError> {
        self.still(&[ReferralStatus::Tabled], "adopted")?;
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
    fn a_returned_referral_can_be_tabled_once_it_comes_back() {
        let mut returned = referral();
        returned.return_to_referrer("what came of the two letters", day()).unwrap();
        returned.table(None).unwrap();
        assert_eq!((returned.status, returned.decided_on), (ReferralStatus::Tabled, None));
    }
}
