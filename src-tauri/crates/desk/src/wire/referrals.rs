//! Referrals: the list, the form, triage.

use chrono::NaiveDate;
use domain::guide::{AnswerKind, GuideAnswers, GuidePart};
use domain::ids::{AgencyId, AreaId, ReferralId, SubjectId};
use domain::reference::{CaseReference, ReferralNumber};
use domain::referral::form::Proposal;
use domain::referral::{
    AgencyCheck, CheckAnswer, CheckCounts, Referral, ReferralOutcome, ReferralStatus, ReferralSums, Source,
};
use domain::subject::{SubjectPart, SubjectRole};

use super::cases::{SubjectFields, SubjectView};

wire! {
    /// All referrals with their figures.
    pub struct ReferralsView {
        /// The figures.
        pub sums: ReferralSums,
        /// All that were ever tabled: decided, or waiting for the meeting.
        pub tabled: u32,
        /// How the figures add up, a sentence each.
        pub explained: Vec<String>,
        /// The minutes that meetings spent on referrals that were not adopted later.
        pub minutes_on_not_adopted: u32,
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
        /// How far the agencies' checks have come.
        pub checks: CheckCounts,
        /// The day it was decided; absent until then.
        pub decided_on: Option<NaiveDate>,
        /// Its outcomes, the main one first.
        pub outcomes: Vec<ReferralOutcome>,
        /// The minutes that meetings spent on it.
        pub minutes_spent: u32,
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
        /// What a meeting would ask for and the form leaves open; what keeps it from being tabled first.
        pub wanting: Vec<String>,
        /// The text with which it goes back to the referrer, ready to be changed and copied.
        pub return_text: String,
        /// The minutes that meetings spent on it.
        pub minutes_spent: u32,
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
        /// The referrer's address.
        pub referrer_address: String,
        /// The referrer's telephone number.
        pub referrer_telephone: String,
        /// The referrer's e-mail address.
        pub referrer_email: String,
        /// How to reach the referrer, as it was written in one piece before.
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
        /// The guides that are opened.
        pub guides: Vec<GuidePart>,
        /// What was answered.
        pub answers: GuideAnswers,
        /// The people it is about whom the hub knows already; those left out are no longer part of it.
        pub kept_subjects: Vec<SubjectPart>,
        /// New people it is about.
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
        /// The day it replied; absent keeps the day there is, or means today for a first reply.
        pub replied_on: Option<NaiveDate>,
    }

    /// Asks to change what is known of a person of a referral.
    pub struct AmendReferralSubject {
        /// The referral.
        pub referral: ReferralId,
        /// The person.
        pub subject: SubjectId,
        /// What is known, as it is to be.
        pub fields: SubjectFields,
        /// What the person is in it.
        pub role: SubjectRole,
    }

    /// The questions of the form and its guides.
    pub struct GuideView {
        /// The parts, in their order.
        pub parts: Vec<GuidePartView>,
    }

    /// A part of the form with its questions.
    pub struct GuidePartView {
        /// The part.
        pub part: GuidePart,
        /// Its heading.
        pub title: String,
        /// Its questions, in their order.
        pub questions: Vec<GuideQuestionView>,
    }

    /// A question of the form or of a guide.
    pub struct GuideQuestionView {
        /// Its key, under which the answer is kept.
        pub key: String,
        /// The question.
        pub words: String,
        /// What the answer should not leave out; empty when the question says it all.
        pub hint: String,
        /// How it is answered.
        pub kind: AnswerKind,
        /// What can be chosen; empty where nothing is.
        pub options: Vec<String>,
    }

    /// Asks whom and which place the hub knows already, while they are typed.
    pub struct FindDuplicates {
        /// The name.
        pub name: String,
        /// Other names.
        pub aliases: Vec<String>,
        /// The date of birth.
        pub date_of_birth: Option<NaiveDate>,
        /// Addresses.
        pub addresses: Vec<String>,
        /// Telephone numbers.
        pub telephones: Vec<String>,
        /// People that are part of it already.
        pub except: Vec<SubjectId>,
        /// The place; empty when none is looked for.
        pub place: String,
        /// The referral that is being changed itself; absent for a new one.
        pub except_referral: Option<ReferralId>,
    }

    /// What may be known already.
    pub struct DuplicatesView {
        /// People who are alike, the likeliest first.
        pub people: Vec<KnownPerson>,
        /// How many more there are.
        pub more: u32,
        /// Cases and referrals at the same place.
        pub places: Vec<KnownRecord>,
    }

    /// A person who may be the one that is typed.
    pub struct KnownPerson {
        /// The person.
        pub person: SubjectView,
        /// Why, a likeness each, the strongest first.
        pub reasons: Vec<String>,
        /// The cases and referrals about the person.
        pub records: Vec<KnownRecord>,
    }

    /// A case or referral that is known already.
    pub struct KnownRecord {
        /// The case; absent for a referral.
        pub case: Option<CaseReference>,
        /// The referral; absent for a case.
        pub referral: Option<ReferralId>,
        /// Which, and where it stands: `R.56, not adopted 24 Nov 2026`.
        pub words: String,
        /// Its short label.
        pub title: String,
        /// Whether it is a referral that was not adopted.
        pub not_adopted: bool,
    }

    /// Asks to read a filled form; nothing is written.
    #[serde(tag = "from")]
    pub enum ReadReferralForm {
        /// What was pasted.
        Text {
            /// The text.
            text: String,
        },
        /// A file: plain text, a Word document or an e-mail.
        File {
            /// Where it lies.
            path: String,
        },
    }

    /// A form as read, for somebody to look at.
    pub struct ReferralFormRead {
        /// What it was: `an e-mail`.
        pub kind: String,
        /// What is proposed, field by field.
        pub proposals: Vec<Proposal>,
        /// Lines that belong under no label.
        pub left_over: Vec<String>,
        /// Attachments that were not read.
        pub unread: Vec<String>,
    }
}
