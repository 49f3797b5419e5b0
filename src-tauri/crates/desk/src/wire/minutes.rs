//! The minutes of a meeting.

use domain::ids::{ItemId, MeetingId};
use domain::meeting::MinutesRevision;
use domain::moment::Moment;

use super::actions::ActionRow;
use super::meetings::MeetingRow;
use super::room::AttendanceLine;

wire! {
    /// A meeting's minutes.
    pub struct MinutesView {
        /// The meeting.
        pub meeting: MeetingRow,
        /// The entries of attendance that stand.
        pub attendance: Vec<AttendanceLine>,
        /// When the declaration was read; absent when it was not.
        pub declaration_read_at: Option<Moment>,
        /// When the meeting began; absent until then.
        pub began_at: Option<Moment>,
        /// When it was concluded; absent until then.
        pub concluded_at: Option<Moment>,
        /// The items in their order.
        pub items: Vec<MinutesItem>,
        /// Who approved them; absent until then.
        pub approved_by: Option<String>,
        /// When; absent until then.
        pub approved_at: Option<Moment>,
        /// Corrections to the meeting as a whole.
        pub corrections: Vec<MinutesRevision>,
        /// Whether they can still be corrected.
        pub correctable: bool,
    }

    /// An item in the minutes.
    pub struct MinutesItem {
        /// Its key.
        pub id: ItemId,
        /// Its place, from 1.
        pub position: u32,
        /// The heading: reference or title.
        pub heading: String,
        /// The line beside it.
        pub line: String,
        /// What the minutes say: the key points as noted, or as corrected last.
        pub text: String,
        /// The decision in words; empty when none was recorded.
        pub decision: String,
        /// Whether a decision was asked for.
        pub asks_decision: bool,
        /// What was settled when it closed the case: the summary, actions, orders, who is told; empty otherwise.
        pub closing: Vec<String>,
        /// Actions that the meeting raised under it.
        pub new_actions: Vec<ActionRow>,
        /// Corrections, the latest last.
        pub corrections: Vec<MinutesRevision>,
        /// The reference of the case, or of the one that the referral became, for a link; absent otherwise.
        pub reference: Option<String>,
    }

    /// Asks to correct minutes; what they said before stays on record.
    pub struct CorrectMinutes {
        /// The meeting.
        pub meeting: MeetingId,
        /// The item; absent for the meeting as a whole.
        pub item: Option<ItemId>,
        /// What they say now.
        pub text: String,
    }
}
