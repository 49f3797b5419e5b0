//! Meetings: their life from planned to confirmed, who was there, and what was said and decided.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::clock_time::ClockTime;
use crate::disclosure::Level;
use crate::ids::{
    AgencyId, AttendanceId, CaseId, DecisionId, ItemId, KeyPointId, MeetingId, MinutesRevisionId, OfficerId,
    ReferralId, WrittenUpdateId,
};
use crate::moment::Moment;
use crate::referral::ReferralOutcome;

/// Where a meeting stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MeetingStatus {
    /// Its agenda is being built.
    Planned,
    /// Its agenda was issued.
    Issued,
    /// It is running.
    Running,
    /// It is over; the minutes are a draft.
    Concluded,
    /// The chair approved the minutes.
    Approved,
    /// The next meeting confirmed the minutes; they are locked.
    Confirmed,
    /// It was called off.
    Cancelled,
}

impl MeetingStatus {
    /// Returns the status in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Issued => "agenda issued",
            Self::Running => "running",
            Self::Concluded => "concluded, minutes in draft",
            Self::Approved => "minutes approved",
            Self::Confirmed => "minutes confirmed",
            Self::Cancelled => "cancelled",
        }
    }

    /// Tells whether the meeting is still to be held or being held.
    pub fn is_ahead(self) -> bool {
        matches!(self, Self::Planned | Self::Issued | Self::Running)
    }

    /// Tells whether a meeting may go from this status to `next`.
    pub fn may_become(self, next: Self) -> bool {
        matches!(
            (self, next),
            (Self::Planned, Self::Issued | Self::Running | Self::Cancelled)
                | (Self::Issued, Self::Planned | Self::Running | Self::Cancelled)
                | (Self::Running, Self::Concluded)
                | (Self::Concluded, Self::Approved)
                | (Self::Approved, Self::Confirmed)
                | (Self::Cancelled, Self::Planned)
        )
    }
}

/// What kind of meeting it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MeetingKind {
    /// The weekly tasking meeting.
    Tasking,
}

/// A meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Meeting {
    /// Its key.
    pub id: MeetingId,
    /// Its running number; actions are numbered by it (`45/3`).
    pub number: u32,
    /// What kind it is.
    pub kind: MeetingKind,
    /// The day.
    pub date: NaiveDate,
    /// When it begins.
    pub starts: ClockTime,
    /// How long the room is ours, in minutes.
    pub minutes: u32,
    /// The room; empty until known.
    pub room: String,
    /// Who chairs it; empty until known.
    pub chair: String,
    /// Where it stands.
    pub status: MeetingStatus,
    /// Why it was cancelled; empty otherwise.
    pub cancelled_because: String,
    /// When the agenda was issued; absent until then.
    pub issued_at: Option<Moment>,
    /// When it was called to order; absent until then.
    pub began_at: Option<Moment>,
    /// When it was concluded; absent until then.
    pub concluded_at: Option<Moment>,
    /// When the declaration was read; absent until then.
    pub declaration_read_at: Option<Moment>,
    /// Who approved the minutes; absent until then.
    pub approved_by: Option<String>,
    /// When they were approved; absent until then.
    pub approved_at: Option<Moment>,
}

/// Says why a meeting cannot go on as asked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MeetingError {
    /// A step that the meeting's status does not allow.
    #[error("The meeting is {from} and cannot become {to}")]
    WrongStep {
        /// Where it stands, in words.
        from: &'static str,
        /// What was asked, in words.
        to: &'static str,
    },
    /// A change after the minutes were confirmed.
    #[error("The minutes are confirmed and locked")]
    Locked,
}

impl Meeting {
    /// Takes the meeting to `next`, where its status allows it.
    pub fn become_status(&mut self, next: MeetingStatus) -> Result<(), MeetingError> {
        if !self.status.may_become(next) {
            return Err(MeetingError::WrongStep { from: self.status.words(), to: next.words() });
        }
        self.status = next;
        Ok(())
    }

    /// Returns when the room must be left.
    pub fn ends(&self) -> ClockTime {
        self.starts.plus(self.minutes)
    }
}

/// How deep an item goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Depth {
    /// A full discussion.
    Full,
    /// A quick update.
    Quick,
    /// Noted without discussion.
    Noted,
}

impl Depth {
    /// Returns the depth in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Full => "Full discussion",
            Self::Quick => "Quick update",
            Self::Noted => "Noted",
        }
    }
}

/// The part of the agenda an item stands in, in their order: housing first, young people together (published practice).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Group {
    /// Welcome, declaration, apologies, matters arising.
    Opening,
    /// Housing items.
    Housing,
    /// Young people's items.
    YoungPeople,
    /// Referrals.
    Referrals,
    /// All others.
    Others,
}

impl Group {
    /// Returns the group's heading.
    pub fn words(self) -> &'static str {
        match self {
            Self::Opening => "Opening",
            Self::Housing => "Housing",
            Self::YoungPeople => "Young people",
            Self::Referrals => "Referrals",
            Self::Others => "Others",
        }
    }
}

/// What an item is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(tag = "about", rename_all = "snake_case")]
pub enum About {
    /// Welcome, declaration and apologies.
    Welcome,
    /// Matters arising from the last minutes.
    MattersArising,
    /// A case.
    Case {
        /// The case.
        case: CaseId,
    },
    /// A referral.
    Referral {
        /// The referral.
        referral: ReferralId,
    },
    /// Orders and reviews that fall due.
    OrdersDue,
    /// Anything else, told by the item's title.
    Other,
}

/// An item of a meeting's agenda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Item {
    /// Its key.
    pub id: ItemId,
    /// The meeting.
    pub meeting: MeetingId,
    /// Its place in the running order, from 1.
    pub position: u32,
    /// What it is about.
    pub about: About,
    /// The part of the agenda it stands in.
    pub group: Group,
    /// Its title; for a case or referral what is needed, which may be empty.
    pub title: String,
    /// How deep it goes.
    pub depth: Depth,
    /// How long it is given, in minutes.
    pub minutes: u32,
    /// Why it is on the agenda, in words; empty when put there by hand without a reason.
    pub why: String,
    /// When the room came to it first; absent until then.
    pub began_at: Option<Moment>,
    /// When the room left it last; absent until then.
    pub left_at: Option<Moment>,
    /// Milliseconds spent on it so far, without pauses and without the stretch that is running.
    pub spent_ms: i64,
    /// The projector level chosen for this item; absent when the meeting's level holds.
    pub level: Option<Level>,
}

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
    /// Returns the decision in words, as minutes print it; `text` is what the meeting added.
    pub fn words(&self, text: &str) -> String {
        let date = |day: &Option<NaiveDate>| day.map(crate::words::long_date);
        let said = match self {
            Self::Continue => "Continue".to_owned(),
            Self::Close { .. } => "Close".to_owned(),
            Self::HandOver { scheme } => format!("Hand over to {scheme}"),
            Self::SeparateMeeting { reports_back } => match date(reports_back) {
                Some(day) => format!("Separate meeting, reports back on {day}"),
                None => "Separate meeting, reports back".to_owned(),
            },
            Self::Adopt { .. } => "Adopted".to_owned(),
            Self::NotAdopt { outcomes } => {
                let outcomes: Vec<&str> = outcomes.iter().map(|outcome| outcome.words()).collect();
                format!("Not adopted: {}", outcomes.join(", "))
            }
            Self::MoreInformation { by } => match date(by) {
                Some(day) => format!("More information by {day}"),
                None => "More information".to_owned(),
            },
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

/// Where the meeting room stands; kept on disk so that it opens where it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RoomState {
    /// The meeting.
    pub meeting: MeetingId,
    /// The item the room is at; absent before the first and after the last.
    pub item: Option<ItemId>,
    /// Since when the item's clock runs; absent while it is paused.
    pub running_since: Option<Moment>,
    /// The item that was put on the projector; absent while blank.
    pub projected: Option<ItemId>,
    /// True while the projector is blank.
    pub blank: bool,
    /// The projector level of the meeting.
    pub level: Level,
    /// Cases of a child that the chair raised to the meeting's level.
    pub raised: Vec<CaseId>,
    /// The chair's reason for showing more than references to an observer; absent when not overruled.
    pub observer_override: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn confirmed_minutes_are_the_end_of_a_meeting() {
        use MeetingStatus::*;
        for next in [Planned, Issued, Running, Concluded, Approved, Cancelled] {
            assert!(!Confirmed.may_become(next), "{next:?}");
        }
        assert!(!Planned.may_become(Concluded), "a meeting that never ran has nothing to conclude");
    }

    #[test]
    fn a_decision_reads_as_a_sentence() {
        let by = "2026-12-01".parse().ok();
        assert_eq!(Outcome::MoreInformation { by }.words(""), "More information by 1 December 2026");
        assert_eq!(Outcome::Continue.words("Police to lead."), "Continue. Police to lead.");
        assert_eq!(Outcome::Other.words(" Ask the board. "), "Ask the board.");
    }
}
