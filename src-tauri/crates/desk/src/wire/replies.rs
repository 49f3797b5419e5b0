//! Replies: what each agency owes a meeting, and what it answered.

use chrono::NaiveDate;
use domain::action::ActionStatus;
use domain::clock_time::ClockTime;
use domain::ids::{
    ActionId, AgencyCheckId, AgencyId, CaseId, ItemId, MeetingId, OfficerId, ReferralId, WrittenUpdateId,
};
use domain::meeting::{About, Attendance, AttendanceMode};
use domain::moment::Moment;
use domain::reference::CaseReference;
use domain::referral::CheckAnswer;

use super::actions::ActionRow;
use super::meetings::MeetingRow;

wire! {
    /// The replies to a meeting's agenda.
    pub struct RepliesView {
        /// The meeting.
        pub meeting: MeetingRow,
        /// True while replies can be entered: until the meeting is over.
        pub open: bool,
        /// How many agencies replied.
        pub replied: u32,
        /// How many are asked.
        pub asked: u32,
        /// `5 of 9 agencies replied`.
        pub words: String,
        /// One row an agency: those with items by arrival, then the others.
        pub agencies: Vec<AgencyReplies>,
        /// The cases of the agenda, for written updates.
        pub cases: Vec<ReplyCase>,
    }

    /// What an agency owes the meeting, and what it answered.
    pub struct AgencyReplies {
        /// The agency.
        pub agency: AgencyId,
        /// Its name.
        pub name: String,
        /// Its short name.
        pub short_name: String,
        /// When it is expected, in words: `2.08 – 2.25`, `throughout`, `no item`.
        pub words: String,
        /// Whether it replied.
        pub replied: bool,
        /// What is still missing, a few words each.
        pub missing: Vec<String>,
        /// Its people who usually come, and everybody who was entered for it.
        pub people: Vec<PersonReply>,
        /// Its items, with when they are.
        pub items: Vec<ReplyItem>,
        /// Its open actions, the longest late first.
        pub actions: Vec<ActionRow>,
        /// What it was asked about the referrals on the agenda.
        pub checks: Vec<ReplyCheck>,
        /// What it wrote for this meeting.
        pub updates: Vec<ReplyUpdate>,
    }

    /// How somebody takes part.
    pub struct PersonReply {
        /// The officer; absent for the agency as a whole, and for somebody who is not listed.
        pub officer: Option<OfficerId>,
        /// The name; empty for the agency as a whole.
        pub name: String,
        /// The entry that stands; absent until something was said.
        pub entry: Option<Attendance>,
        /// The entry in words: `coming`, `dialling in, items 5 to 6`; empty without one.
        pub words: String,
    }

    /// An item that concerns an agency.
    pub struct ReplyItem {
        /// Its key.
        pub id: ItemId,
        /// Its place, from 1.
        pub position: u32,
        /// What it is about.
        pub about: About,
        /// Its reference or title.
        pub heading: String,
        /// When it begins.
        pub starts: ClockTime,
        /// How long it is given, in minutes.
        pub minutes: u32,
    }

    /// A check that an agency was asked for.
    pub struct ReplyCheck {
        /// Its key.
        pub id: AgencyCheckId,
        /// The referral.
        pub referral: ReferralId,
        /// Its number as written, such as `R.61`.
        pub number: String,
        /// Its title.
        pub title: String,
        /// What the agency answered.
        pub answer: CheckAnswer,
        /// In its words; may be empty.
        pub note: String,
        /// The day it answered; absent until it does.
        pub replied_on: Option<NaiveDate>,
    }

    /// What an agency wrote about a case.
    pub struct ReplyUpdate {
        /// Its key.
        pub id: WrittenUpdateId,
        /// The case.
        pub case: CaseId,
        /// Its reference.
        pub reference: CaseReference,
        /// What it says.
        pub text: String,
        /// Whether it is on the projector.
        pub shown: bool,
        /// When it was received.
        pub at: Moment,
    }

    /// A case of the agenda.
    pub struct ReplyCase {
        /// The case.
        pub case: CaseId,
        /// Its reference.
        pub reference: CaseReference,
        /// The place of its item, from 1.
        pub position: u32,
    }

    /// Asks to read an e-mail that answers an agenda; nothing is written.
    #[serde(tag = "from")]
    pub enum ReadReply {
        /// What was pasted.
        Text {
            /// The meeting that it answers.
            meeting: MeetingId,
            /// The text.
            text: String,
        },
        /// A file: an e-mail, plain text or a Word document.
        File {
            /// The meeting that it answers.
            meeting: MeetingId,
            /// Where it lies.
            path: String,
        },
    }

    /// An e-mail as read, for somebody to look at.
    pub struct ReplyLetter {
        /// What it was: `an e-mail`.
        pub kind: String,
        /// Who sent it, as it would stand in the log: `J Bell, Housing`; empty when it does not say.
        pub told_by: String,
        /// The agency that sent it; absent when the hub does not know the sender.
        pub agency: Option<AgencyId>,
        /// The officer who sent it; absent when the hub does not know them.
        pub officer: Option<OfficerId>,
        /// What it answers, in the order of its lines.
        pub proposals: Vec<ReplyProposal>,
        /// Numbers and references that the hub does not know.
        pub strangers: Vec<ReplyStranger>,
        /// Lines that answer nothing.
        pub left_over: Vec<String>,
        /// How many lines were taken as earlier messages, and not read.
        pub earlier: u32,
        /// The names of attachments that were not read.
        pub unread: Vec<String>,
    }

    /// An answer, for somebody to take, change or skip.
    pub struct ReplyProposal {
        /// What it would write.
        pub reply: ProposedReply,
        /// Its words.
        pub text: String,
        /// The line where it stands, from 1.
        pub line: u32,
        /// How the source says it.
        pub source: String,
        /// What speaks against taking it as it stands, a sentence each.
        pub cautions: Vec<String>,
    }

    /// What an answer would write.
    #[serde(tag = "about")]
    pub enum ProposedReply {
        /// An update of an action.
        Action {
            /// The action as it stands now.
            row: Box<ActionRow>,
            /// Where it would stand; absent when the answer does not say it plainly.
            status: Option<ActionStatus>,
            /// What would stop it; absent when nothing is said to.
            blocked: Option<String>,
            /// The day that the answer tells of.
            on: NaiveDate,
        },
        /// A written update of a case.
        Case {
            /// The case.
            case: CaseId,
            /// Its reference.
            reference: CaseReference,
        },
        /// Who comes.
        Attendance {
            /// How.
            mode: AttendanceMode,
            /// The officer; absent for somebody the hub does not know.
            officer: Option<OfficerId>,
            /// The name; may be empty.
            name: String,
            /// Whom they stand in for; empty when they speak of themselves.
            substitute_for: String,
        },
    }

    /// Something that looks like a number of the hub and is none.
    pub struct ReplyStranger {
        /// In a sentence: `45/9 is no action of this hub`.
        pub words: String,
        /// The line where it stands, from 1.
        pub line: u32,
        /// How the source says it.
        pub source: String,
    }

    /// Asks to write what an e-mail says of an action.
    pub struct TakeActionReply {
        /// The action.
        pub id: ActionId,
        /// Where it stands now; absent to leave that as it is.
        pub status: Option<ActionStatus>,
        /// On which day; absent means today.
        pub on: Option<NaiveDate>,
        /// What happened; needed unless the status says it all.
        pub text: String,
        /// What stops it; absent to leave that as it is.
        pub blocked: Option<String>,
        /// Who sent the e-mail.
        pub told_by: String,
    }

    /// What was written, with the way back.
    pub struct ActionReplyTaken {
        /// The action as it stands now.
        pub row: ActionRow,
        /// How it stood before.
        pub before: ActionStanding,
    }

    /// How an action stood.
    pub struct ActionStanding {
        /// Its status.
        pub status: ActionStatus,
        /// When it was finished; present exactly when done.
        pub done_on: Option<NaiveDate>,
        /// What stopped it; absent when nothing did.
        pub blocked: Option<String>,
    }

    /// Asks to take back what was written from an e-mail by mistake; both stay in the log.
    pub struct TakeBackActionReply {
        /// The action.
        pub id: ActionId,
        /// How it stood before.
        pub before: ActionStanding,
    }
}
