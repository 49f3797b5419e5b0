//! Meetings: their life from planned to confirmed, who was there, and what was said and decided.

mod item;
mod noted;
mod room_state;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::agency::Presence;
use crate::clock_time::ClockTime;
use crate::ids::{AgencyId, ItemId, MeetingId};
use crate::moment::Moment;

pub use item::{About, Depth, Group, Item, Need};
pub use noted::{Attendance, AttendanceMode, Decision, KeyPoint, MinutesRevision, Outcome, WrittenUpdate};
pub use room_state::{RoomState, SharedScoring};

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

/// How an agency takes part in one meeting, against its rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PresenceHere {
    /// The agency.
    pub agency: AgencyId,
    /// How it takes part in this meeting.
    pub presence: Presence,
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
    /// Who confirmed the minutes, which locks them; absent until then.
    pub confirmed_by: Option<String>,
    /// When they were confirmed; absent until then.
    pub confirmed_at: Option<Moment>,
    /// The meeting that agreed them; absent until then, and when they were confirmed before another one had begun.
    pub confirmed_in: Option<MeetingId>,
    /// The agencies that take part otherwise than by their rule.
    pub presences: Vec<PresenceHere>,
    /// The running order before the planner changed it; empty when there is nothing to take back.
    pub order_before: Vec<ItemId>,
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

    /// Calls the meeting to order at `now`, which is on the day `today`.
    ///
    /// One that begins before its day is held on the day it begins, because nothing is raised, decided or closed on a day
    /// to come. One that is taken down afterwards keeps its day.
    pub fn begin(&mut self, now: Moment, today: NaiveDate) -> Result<(), MeetingError> {
        self.become_status(MeetingStatus::Running)?;
        self.began_at = Some(now);
        self.date = self.date.min(today);
        Ok(())
    }

    /// Returns how an agency whose rule is `usual` takes part in this meeting.
    pub fn presence_of(&self, agency: AgencyId, usual: Presence) -> Presence {
        let here = self.presences.iter().find(|each| each.agency == agency);
        here.map_or(usual, |here| here.presence)
    }

    /// Returns when the room must be left.
    pub fn ends(&self) -> ClockTime {
        self.starts.plus(self.minutes)
    }
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

    fn planned_on(date: &str) -> Meeting {
        Meeting {
            id: MeetingId(uuid::Uuid::from_u128(1)),
            number: 45,
            kind: MeetingKind::Tasking,
            date: date.parse().unwrap(),
            starts: "14:00".parse().unwrap(),
            minutes: 120,
            room: String::new(),
            chair: String::new(),
            status: MeetingStatus::Planned,
            cancelled_because: String::new(),
            issued_at: None,
            began_at: None,
            concluded_at: None,
            declaration_read_at: None,
            approved_by: None,
            approved_at: None,
            confirmed_by: None,
            confirmed_at: None,
            confirmed_in: None,
            presences: Vec::new(),
            order_before: Vec::new(),
        }
    }

    #[test]
    fn a_meeting_that_begins_before_its_day_is_held_today_and_one_taken_down_afterwards_keeps_its_day() {
        let today = "2026-11-25".parse().unwrap();
        for (planned, held) in
            [("2026-12-01", "2026-11-25"), ("2026-11-25", "2026-11-25"), ("2026-11-24", "2026-11-24")]
        {
            let mut meeting = planned_on(planned);
            meeting.begin(Moment(1), today).unwrap();
            assert_eq!(meeting.date.to_string(), held, "planned on {planned}");
            assert_eq!((meeting.status, meeting.began_at), (MeetingStatus::Running, Some(Moment(1))));
            assert!(meeting.begin(Moment(2), today).is_err(), "it begins once");
            assert_eq!(meeting.began_at, Some(Moment(1)));
        }
    }

    #[test]
    fn a_decision_reads_as_a_sentence() {
        let by = "2026-12-01".parse().ok();
        assert_eq!(Outcome::MoreInformation { by }.words(""), "More information by 1 December 2026");
        assert_eq!(Outcome::Continue.words("Police to lead."), "Continue. Police to lead.");
        assert_eq!(Outcome::Other.words(" Ask the board. "), "Ask the board.");
    }
}
