//! The minutes of a tasking meeting.

use chrono::NaiveDate;
use domain::clock_time::ClockTime;
use serde::{Deserialize, Serialize};

use super::{Abbreviation, ActionRow, ArisingRow, Copy, Marking};

/// Everything that the minutes print.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MinutesPaper {
    /// The hub's name, on every page.
    pub hub: String,
    /// What stands on top and at the bottom of every page.
    pub marking: Marking,
    /// The meeting's title, such as `Hub Tasking meeting`.
    pub title: String,
    /// The meeting's day.
    pub date: NaiveDate,
    /// When it commenced.
    pub commenced: ClockTime,
    /// When it concluded; absent while it is running or when nobody noted it.
    pub concluded: Option<ClockTime>,
    /// Where it met; empty when not known.
    pub place: String,
    /// How far the minutes have come.
    pub status: MinutesStatus,
    /// Whose copy it is; absent on a copy for the file.
    pub copy: Option<Copy>,
    /// The agency of which it holds only the items, which the first page says; absent on the whole minutes.
    #[serde(default)]
    pub extract_of: Option<String>,
    /// A statement under the title, such as what is left out of a paper for publication; empty prints nothing.
    #[serde(default)]
    pub notice: String,
    /// How they are set.
    #[serde(default)]
    pub style: MinutesStyle,
    /// The number of the first paragraph of formal minutes, which run on through the year; 0 counts from 1.
    #[serde(default)]
    pub first_paragraph: u32,
    /// Who was in the chair, such as `R. Hale, Northbridge Council`.
    pub chair: String,
    /// That the confidentiality declaration was read and who heard it; absent when it was not read.
    pub declaration: Option<String>,
    /// Who attended and how.
    #[serde(default)]
    pub attendance: Vec<AttendanceRow>,
    /// Matters arising.
    #[serde(default)]
    pub matters_arising: Vec<ArisingRow>,
    /// The items, in the order they were taken.
    #[serde(default)]
    pub items: Vec<MinuteItem>,
    /// When the meeting meets again; absent when not fixed.
    pub next_meeting: Option<NextMeeting>,
    /// Corrections made after approval, oldest first: each leaves a trace.
    #[serde(default)]
    pub corrections: Vec<Correction>,
    /// The abbreviations to spell out; only those that a page uses are printed on it.
    #[serde(default)]
    pub abbreviations: Vec<Abbreviation>,
}

/// How minutes are set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum MinutesStyle {
    /// By case, with a table of who attended: the style of a tasking meeting.
    #[default]
    Tasking,
    /// In numbered paragraphs that run on through the year: the style of a formal partnership meeting.
    Formal,
}

/// How far minutes have come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum MinutesStatus {
    /// Not yet approved: every page says DRAFT.
    Draft,
    /// Approved by the chair.
    Approved {
        /// Who approved.
        by: String,
        /// On which day.
        on: NaiveDate,
    },
    /// Confirmed at a later meeting, which locks them.
    Confirmed {
        /// Who approved.
        by: String,
        /// On which day they were approved.
        on: NaiveDate,
        /// The day of the meeting that confirmed them, or the day on which somebody did.
        confirmed: NaiveDate,
        /// Who confirmed them where no meeting had begun since; absent when a meeting did.
        #[serde(default)]
        confirmed_by: Option<String>,
    },
}

/// One person or agency of the attendance table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AttendanceRow {
    /// The person; empty for an agency that only sent a written update.
    pub name: String,
    /// The agency; empty when none.
    pub agency: String,
    /// How they took part.
    pub presence: Presence,
    /// For which items, or until when, as noted; absent when for all.
    pub note: Option<String>,
}

/// How somebody took part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Presence {
    /// In the chair.
    InTheChair,
    /// In the room.
    Present,
    /// By telephone or video.
    DialIn,
    /// In place of somebody else.
    Substitute {
        /// For whom.
        instead_of: String,
    },
    /// Sent apologies.
    Apologies,
    /// Sent a written update: written, not present.
    WrittenUpdate,
    /// Watched without taking part.
    Observer,
    /// Was expected, and nothing was heard.
    NoContact,
}

/// What the meeting did with one item.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MinuteItem {
    /// The case or referral; absent for general items.
    pub reference: Option<String>,
    /// The line beside it, such as `Person, 16–17, at risk · lead Police`, or the title of a general item.
    pub headline: String,
    /// The number of its paragraph in formal minutes, for an extract that keeps the numbers of the whole; absent counts on.
    #[serde(default)]
    pub paragraph: Option<u32>,
    /// When it was taken; absent when not noted.
    pub taken: Option<ClockTime>,
    /// The purpose of the report, printed in formal minutes; empty prints nothing.
    #[serde(default)]
    pub purpose: String,
    /// Key points, one paragraph each.
    #[serde(default)]
    pub key_points: Vec<String>,
    /// The decision in words; absent when the item was left undecided, which is printed.
    pub decision: Option<String>,
    /// What was settled when the case was closed: the summary, actions, orders, who is told; empty otherwise.
    #[serde(default)]
    pub closing: Vec<String>,
    /// Further outcomes of a referral, such as `ABC issued`.
    #[serde(default)]
    pub outcomes: Vec<String>,
    /// The score given at this meeting, such as `62 (person matrix, mid-point), was 80`; absent when not scored.
    pub score: Option<String>,
    /// A decision against the gate or the projector level, with its reason; absent otherwise.
    pub override_reason: Option<String>,
    /// Actions agreed at this meeting.
    #[serde(default)]
    pub new_actions: Vec<ActionRow>,
    /// Actions reviewed at this meeting, with the lights they left it with.
    #[serde(default)]
    pub reviewed_actions: Vec<ActionRow>,
}

/// The next meeting.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NextMeeting {
    /// Its day.
    pub date: NaiveDate,
    /// When it starts; absent when not fixed.
    pub starts: Option<ClockTime>,
    /// Where; empty when not fixed.
    pub place: String,
}

/// A correction made after approval.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Correction {
    /// When it was made.
    pub date: NaiveDate,
    /// Who made it.
    pub by: String,
    /// Where, such as `DEMO.45, key points`.
    pub place: String,
    /// What stood there; empty when something was added.
    pub was: String,
    /// What stands there now; empty when something was taken out.
    pub now: String,
}
