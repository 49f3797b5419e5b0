//! The items of a meeting's agenda.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::clock_time::ClockTime;
use crate::disclosure::Level;
use crate::ids::{AgencyId, CaseId, ItemId, MeetingId, ReferralId};
use crate::moment::Moment;

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
    /// A break, at a fixed time.
    Break,
    /// Anything else, told by the item's title.
    Other,
}

/// The user's word on whether an agency has to come for an item, against what the record says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Need {
    /// The agency.
    pub agency: AgencyId,
    /// Whether it is needed.
    pub needed: bool,
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
    /// When it has to begin; absent when it follows the item before.
    pub fixed_at: Option<ClockTime>,
    /// Whether the user put it where it stands: the planner works around it.
    pub pinned: bool,
    /// Where the user says otherwise than the record which agencies have to come for it.
    pub needs: Vec<Need>,
}
