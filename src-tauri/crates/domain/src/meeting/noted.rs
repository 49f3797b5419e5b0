//! What is noted in the meeting: who was there, what was said, decided and corrected.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ids::{
    AgencyId, AttendanceId, CaseId, CaseMoveId, DecisionId, ItemId, KeyPointId, MeetingId, MinutesRevisionId,
    OfficerId, WrittenUpdateId,
};
use crate::moment::Moment;
use crate::reference::CaseReference;
use crate::referral::ReferralOutcome;

/// How somebody took part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AttendanceMode {
    /// In the room.
    InRoom,
    /// On the line.
    DialledIn,
    /// Sent apologies.
    Apologies,
    /// Sent a written update instead.
    Written,
    /// Watches, and forces the projector to references.
    Observer,
    /// Expected, and nothing was heard.
    NoContact,
    /// Said before the meeting that they come; nobody saw them there yet.
    Coming,
    /// Said before the meeting that they will be on the line; nobody heard them there yet.
    DiallingIn,
}

impl AttendanceMode {
    /// Returns the mode in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::InRoom => "present",
            Self::DialledIn => "dialled in",
            Self::Apologies => "apologies",
            Self::Written => "written update, not present",
            Self::Observer => "observer",
            Self::NoContact => "no contact",
            Self::Coming => "coming",
            Self::DiallingIn => "dialling in",
        }
    }
}

/// One attendance entry; a later one for the same person takes its place, and both stay.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Attendance {
    /// Its key.
    pub id: AttendanceId,
    /// The meeting.
    pub meeting: MeetingId,
    /// Its running number within the meeting, from 1; gives the order.
    pub serial: u32,
    /// The agency; absent for observers without one.
    pub agency: Option<AgencyId>,
    /// The officer; absent for somebody the hub does not list.
    pub officer: Option<OfficerId>,
    /// The name as it goes into the minutes.
    pub name: String,
    /// How the person took part.
    pub mode: AttendanceMode,
    /// Whom the person stands in for; empty otherwise.
    pub substitute_for: String,
    /// The first item the person is there for; absent means from the beginning.
    pub from_item: Option<u32>,
    /// The last item the person is there for; absent means to the end.
    pub to_item: Option<u32>,
    /// Whether the person heard the declaration.
    pub heard_declaration: bool,
    /// When it was entered.
    pub at: Moment,
    /// True when the person's entry was entered by mistake and no longer counts.
    pub withdrawn: bool,
}

/// Something said under an item that the minutes keep.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct KeyPoint {
    /// Its key.
    pub id: KeyPointId,
    /// The item.
    pub item: ItemId,
    /// Its running number within the item, from 1.
    pub serial: u32,
    /// What was said.
    pub text: String,
    /// True once it was put on the projector.
    pub shown: bool,
    /// True once it was taken back.
    pub withdrawn: bool,
    /// When it was noted.
    pub at: Moment,
}

/// What a meeting can decide about an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "decided", rename_all = "snake_case")]
pub enum Outcome {
    /// The case goes on.
    Continue,
    /// The case is closed.
    Close {
        /// Why there is no closing score; absent when there is one.
        no_score_because: Option<String>,
    },
    /// The case is handed over.
    HandOver {
        /// To which scheme.
        scheme: String,
    },
    /// A part of the case goes on as a case of its own.
    Split {
        /// The new case.
        off: CaseReference,
        /// What was moved.
        made: CaseMoveId,
    },
    /// The case goes on in another one.
    Combine {
        /// The case that it goes on in.
        into: CaseReference,
        /// What was moved.
        made: CaseMoveId,
    },
    /// A separate meeting is held on it and reports back.
    SeparateMeeting {
        /// When it reports back; absent until known.
        reports_back: Option<NaiveDate>,
    },
    /// The referral is adopted.
    Adopt {
        /// The case it became.
        case: CaseId,
    },
    /// The referral is not adopted.
    NotAdopt {
        /// The main outcome, then any further ones.
        outcomes: Vec<ReferralOutcome>,
    },
    /// More information is asked for.
    MoreInformation {
        /// By when; absent until known.
        by: Option<NaiveDate>,
    },
    /// Put off to the next meeting, for a reason that the decision's words tell.
    Defer,
    /// Noted.
    Noted,
    /// Anything else, told by the decision's words.
    Other,
}

/// A decision under an item; a later one takes its place, and both stay.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Decision {
    /// Its key.
    pub id: DecisionId,
    /// The item.
    pub item: ItemId,
    /// Its running number within the item, from 1.
    pub serial: u32,
    /// What was decided.
    pub outcome: Outcome,
    /// In the meeting's words; empty when the outcome says it all.
    pub text: String,
    /// True once it was taken back.
    pub withdrawn: bool,
    /// When.
    pub at: Moment,
}

impl Outcome {
    /// Returns why a closed case got no closing score; absent when it got one, and for every other decision.
    pub fn no_score_because(&self) -> Option<&str> {
        match self {
            Self::Close { no_score_because } => no_score_because.as_deref(),
            _ => None,
        }
    }

    /// Returns the decision in words, as minutes print it; `text` is what the meeting added.
    pub fn words(&self, text: &str) -> String {
        self.words_naming(None, text)
    }

    /// Returns the decision in words that also name the case that a referral `became`.
    pub fn words_naming(&self, became: Option<&CaseReference>, text: &str) -> String {
        let date = |day: &Option<NaiveDate>| day.map(crate::words::long_date);
        let said = match self {
            Self::Continue => "Continue".to_owned(),
            Self::Close { .. } => "Close".to_owned(),
            Self::HandOver { scheme } => format!("Hand over to {scheme}"),
            Self::Split { off, .. } => format!("Split: {off} opened"),
            Self::Combine { into, .. } => format!("Combine with {into}"),
            Self::SeparateMeeting { reports_back } => match date(reports_back) {
                Some(day) => format!("Separate meeting, reports back on {day}"),
                None => "Separate meeting, reports back".to_owned(),
            },
            Self::Adopt { .. } => {
                became.map_or_else(|| "Adopted".to_owned(), |reference| format!("Adopted as {reference}"))
            }
            Self::NotAdopt { outcomes } => crate::referral::not_adopted_words(outcomes),
            Self::MoreInformation { by } => match date(by) {
                Some(day) => format!("More information by {day}"),
                None => "More information".to_owned(),
            },
            Self::Defer => "Deferred to the next meeting".to_owned(),
            Self::Noted => "Noted".to_owned(),
            Self::Other => return text.trim().to_owned(),
        };
        if text.trim().is_empty() { said } else { format!("{said}. {}", text.trim()) }
    }
}

/// An update that an agency sent in writing instead of coming.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WrittenUpdate {
    /// Its key.
    pub id: WrittenUpdateId,
    /// The meeting.
    pub meeting: MeetingId,
    /// The case it is about.
    pub case: CaseId,
    /// The agency that sent it.
    pub agency: AgencyId,
    /// What it says.
    pub text: String,
    /// True once it was put on the projector.
    pub shown: bool,
    /// When it was received.
    pub at: Moment,
}

/// A correction to the minutes, kept beside what it corrects.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MinutesRevision {
    /// Its key.
    pub id: MinutesRevisionId,
    /// The meeting.
    pub meeting: MeetingId,
    /// The item; absent when it is about the meeting as a whole.
    pub item: Option<ItemId>,
    /// Its running number within the meeting, from 1.
    pub serial: u32,
    /// What it replaces, as it read before; empty for an addition.
    pub before: String,
    /// What the minutes say now.
    pub after: String,
    /// Who corrected.
    pub by: String,
    /// When.
    pub at: Moment,
    /// True when the minutes were approved already, so that the correction is shown as one.
    pub after_approval: bool,
}
