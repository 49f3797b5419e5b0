//! Referrals: the list, the form, triage.

use chrono::NaiveDate;
use domain::ids::{AgencyId, AreaId, ReferralId};
use domain::reference::{CaseReference, ReferralNumber};
use domain::referral::{AgencyCheck, CheckAnswer, Referral, ReferralOutcome, ReferralStatus, Source};
use domain::subject::SubjectRole;

use super::cases::{SubjectFields, SubjectView};

wire! {
    /// All referrals with their figures.
    pub struct ReferralsView {
        /// All that were received.
        pub received: u32,
        /// In triage.
        pub in_triage: u32,
        /// Returned to the referrer.
        pub returned: u32,
        /// Signposted.
        pub signposted: u32,
        /// Tabled and not decided.
        pub tabled: u32,
        /// Adopted.
        pub adopted: u32,
        /// Not adopted.
        pub not_adopted: u32,
        /// One row a referral, the newest number first.
        pub rows: Vec<ReferralRow>,
    }

    /// A referral in the list.
    pub struct ReferralRow {
        /// Its key.
        pub id: ReferralId,
        /// Its number.
        pub number: ReferralNumber,
        /// Its short label.
        pub title: String,
        /// Where it came from.
        pub source: Source,
        /// The day it was received.
        pub received_on: NaiveDate,
        /// Who refers: agency, or name where it is none of the hub's.
        pub referrer: String,
        /// Where it stands.
        pub status: ReferralStatus,
        /// Whether it passes the gate.
        pub passes_gate: bool,
        /// Agencies that were asked.
        pub checks_asked: u32,
        /// Agencies that replied.
        pub checks_replied: u32,
        /// The day it was decided; absent until then.
        pub decided_on: Option<NaiveDate>,
        /// Its outcomes, the main one first.
        pub outcomes: Vec<ReferralOutcome>,
        /// The case it became; absent otherwise.
        pub case: Option<CaseReference>,
    }

    /// Asks for one referral.
    pub struct GetReferral {
        /// The referral.
        pub id: ReferralId,
    }

    /// A referral, whole.
    pub struct ReferralView {
        /// The referral.
        pub referral: Referral,
        /// The agency that refers; absent when it is none of the hub's.
        pub referrer_agency: Option<String>,
        /// The people it is about.
        pub subjects: Vec<SubjectView>,
        /// The checks that were asked, with the agency's name.
        pub checks: Vec<CheckLine>,
        /// The case it became; absent otherwise.
        pub case: Option<CaseReference>,
        /// What keeps it from being tabled, in sentences; empty when nothing does.
        pub missing: Vec<String>,
    }

    /// An agency's check.
    pub struct CheckLine {
        /// The agency's name.
        pub agency: String,
        /// The check.
        pub check: AgencyCheck,
    }

    /// The form, as it is filled in.
    pub struct ReferralForm {
        /// Where it came from.
        pub source: Source,
        /// The day it was received.
        pub received_on: NaiveDate,
        /// The referrer's name.
        pub referrer_name: String,
        /// The agency that refers; absent when it is none of the hub's.
        pub referrer_agency: Option<AgencyId>,
        /// How to reach the referrer.
        pub referrer_contact: String,
        /// A short label.
        pub title: String,
        /// The problem and its effect.
        pub problem: String,
        /// Who the victims are.
        pub victims: String,
        /// What is known of the offenders.
        pub offenders: String,
        /// Safeguarding issues.
        pub safeguarding: String,
        /// What was tried, whether it worked, and why.
        pub tried: String,
        /// The place.
        pub place: String,
        /// The area; absent when not known.
        pub area: Option<AreaId>,
        /// New people it is about; those already there are kept.
        pub new_subjects: Vec<NewSubject>,
    }

    /// A person to be added.
    pub struct NewSubject {
        /// What is known.
        pub fields: SubjectFields,
        /// What the person is in it.
        pub role: SubjectRole,
    }

    /// Asks to change a referral.
    pub struct AmendReferral {
        /// The referral.
        pub id: ReferralId,
        /// The form as it is to be.
        pub form: ReferralForm,
    }

    /// Asks to table a referral for the next meeting.
    pub struct TableReferral {
        /// The referral.
        pub id: ReferralId,
        /// The chair's reason where it does not pass the gate; absent otherwise.
        pub override_reason: Option<String>,
    }

    /// Asks to return a referral, or to signpost it.
    pub struct SettleReferral {
        /// The referral.
        pub id: ReferralId,
        /// What is missing, or where the referrer should turn.
        pub note: String,
        /// The day; absent means today.
        pub on: Option<NaiveDate>,
    }

    /// Asks to keep an agency's answer to a check.
    pub struct SetAgencyCheck {
        /// The referral.
        pub referral: ReferralId,
        /// The agency.
        pub agency: AgencyId,
        /// What it said.
        pub answer: CheckAnswer,
        /// In its words.
        pub note: String,
    }
}
