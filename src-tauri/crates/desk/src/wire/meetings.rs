//! Meetings: the list, planning and calling off.

use chrono::NaiveDate;
use domain::clock_time::ClockTime;
use domain::ids::MeetingId;
use domain::meeting::{MeetingKind, MeetingStatus};

wire! {
    /// The meetings with what may come next.
    pub struct MeetingsView {
        /// The day that the rules propose for the next one.
        pub proposed: NaiveDate,
        /// Why earlier days were passed over, and whether bank holidays are not known; sentences.
        pub remarks: Vec<String>,
        /// One row a meeting, the latest first.
        pub rows: Vec<MeetingRow>,
    }

    /// A meeting in the list.
    pub struct MeetingRow {
        /// Its key.
        pub id: MeetingId,
        /// Its running number.
        pub number: u32,
        /// Its kind.
        pub kind: MeetingKind,
        /// The day.
        pub date: NaiveDate,
        /// When it begins.
        pub starts: ClockTime,
        /// How long the room is ours, in minutes.
        pub minutes: u32,
        /// The room; may be empty.
        pub room: String,
        /// Who chairs it; may be empty.
        pub chair: String,
        /// Where it stands.
        pub status: MeetingStatus,
        /// How many items.
        pub items: u32,
        /// How long they take together, in minutes.
        pub planned_minutes: u32,
    }

    /// Asks for one meeting, or names one.
    pub struct OfMeeting {
        /// The meeting.
        pub meeting: MeetingId,
    }

    /// Asks to plan a meeting.
    pub struct AddMeeting {
        /// The day.
        pub date: NaiveDate,
        /// When it begins.
        pub starts: ClockTime,
        /// How long the room is ours, in minutes.
        pub minutes: u32,
        /// The room; may be empty.
        pub room: String,
        /// Who chairs it; may be empty.
        pub chair: String,
    }

    /// Asks to change a planned meeting.
    pub struct AmendMeeting {
        /// The meeting.
        pub meeting: MeetingId,
        /// As it is to be.
        pub plan: AddMeeting,
    }

    /// Asks to call a meeting off.
    pub struct CancelMeeting {
        /// The meeting.
        pub meeting: MeetingId,
        /// Why.
        pub because: String,
    }

    /// The meetings as `meeting list --json` prints them.
    pub struct MeetingEntry {
        /// Its key.
        pub id: MeetingId,
        /// The day.
        pub date: NaiveDate,
        /// When it begins.
        pub starts: ClockTime,
        /// The kind.
        pub kind: MeetingKind,
        /// Where it stands.
        pub status: MeetingStatus,
        /// Its items in their order.
        pub items: Vec<MeetingEntryItem>,
    }

    /// An item as `meeting list --json` prints it.
    pub struct MeetingEntryItem {
        /// Its place, from 1.
        pub position: u32,
        /// The case's or referral's reference; null for others.
        pub reference: Option<String>,
        /// Its title.
        pub title: String,
        /// When it begins.
        pub starts: ClockTime,
        /// How long it is given, in minutes.
        pub minutes: u32,
    }
}
