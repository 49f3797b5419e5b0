//! Meetings: the list, planning and calling off.

use chrono::NaiveDate;
use domain::agenda::Advice;
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
        /// Whether there is need for the next meeting; absent when none is planned.
        pub need: Option<NeedView>,
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
        /// Why it was cancelled; empty otherwise.
        pub cancelled_because: String,
        /// How many items.
        pub items: u32,
        /// How long they take together, in minutes.
        pub planned_minutes: u32,
    }

    /// Whether there is need for a meeting.
    pub struct NeedView {
        /// The meeting.
        pub meeting: MeetingId,
        /// Whether there is need to meet, in a sentence.
        pub words: String,
        /// Whether anything waits for it.
        pub needed: bool,
        /// What waits for it, the weightiest first: `3 reviews`.
        pub matters: Vec<String>,
        /// What to do with it.
        pub advice: Advice,
    }

    /// Whether there is need for one meeting.
    pub struct NeedOfMeeting {
        /// Absent when the meeting runs, is over or was called off.
        pub need: Option<NeedView>,
    }

    /// Asks for the notice that a meeting is not held.
    pub struct DraftNotice {
        /// The meeting.
        pub meeting: MeetingId,
        /// Why; may be empty while it is being written.
        pub because: String,
    }

    /// A notice to copy and send.
    pub struct NoticeDraft {
        /// To whom it goes, a line each.
        pub to: Vec<String>,
        /// Its subject.
        pub subject: String,
        /// Its text.
        pub text: String,
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
