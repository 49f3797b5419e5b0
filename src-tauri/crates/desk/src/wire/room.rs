//! The meeting room: what the console shows, and what the projector receives.

use domain::agenda::Told;
use domain::case::CaseKind;
use domain::clock_time::ClockTime;
use domain::disclosure::{DisclosedCase, Level, LevelLimit};
use domain::ids::{
    AgencyId, AttendanceId, CaseId, ItemId, KeyPointId, MeetingId, OfficerId, WrittenUpdateId,
};
use domain::meeting::{About, Attendance, AttendanceMode, Decision, Group};
use domain::moment::Moment;
use domain::reference::CaseReference;
use domain::scoring_disclosure::DisclosedScoring;

use super::actions::ActionRow;
use super::cases::{EpisodeView, LinkView, SubjectView};
use super::meetings::MeetingRow;
use super::orders::OrderRow;
use super::referrals::ReferralView;

wire! {
    /// The room as the console shows it.
    pub struct RoomView {
        /// How many changes there were since the program began when this view was made: it holds them all.
        pub changes: u32,
        /// The meeting.
        pub meeting: MeetingRow,
        /// The marking.
        pub marking: String,
        /// The wall clock as the program takes it, when this view was made.
        pub clock: ClockTime,
        /// The running order.
        pub items: Vec<RoomItem>,
        /// When each item will come at this pace, or came, in their order: apart from them, because most change in this only.
        pub forecasts: Vec<ClockTime>,
        /// The headings of the parts of the agenda.
        pub groups: Vec<RoomGroup>,
        /// Minutes behind the plan; below nought when ahead.
        pub behind_minutes: i32,
        /// When it will end at this pace.
        pub ends: ClockTime,
        /// The item the room is at; absent before it begins and after the last.
        pub current: Option<CurrentItem>,
        /// Who is there and who is not.
        pub attendance: RoomAttendance,
        /// The declaration's words, and when it was read; absent until then.
        pub declaration: String,
        /// When the declaration was read; absent until then.
        pub declaration_read_at: Option<Moment>,
        /// What the projector shows.
        pub projector: ProjectorState,
        /// Agencies whose items come at another time than they last heard, by five minutes or more.
        pub arrivals: Vec<RoomArrival>,
        /// What interrupted the meeting's time since it was last settled.
        pub interruptions: Vec<RoomInterruption>,
        /// Whether single letters act as keys.
        pub single_letter_keys: bool,
    }

    /// What still keeps a meeting from being concluded without a question: undecided items, actions without owner or date.
    pub struct OpenEnds {
        /// Each, in the order of the items.
        pub ends: Vec<OpenEnd>,
    }

    /// Something that is not settled.
    pub struct OpenEnd {
        /// The item.
        pub item: ItemId,
        /// What is not settled, in words.
        pub words: String,
    }

    /// Something that interrupted the meeting's time: the laptop slept, the program was closed, the clock was set back.
    pub struct RoomInterruption {
        /// What happened, in a sentence.
        pub words: String,
        /// Whole minutes of it that the current item's clock counted.
        pub counted_minutes: u32,
    }

    /// When an agency that comes for its own items is to come now.
    pub struct RoomArrival {
        /// The agency.
        pub agency: AgencyId,
        /// When the agenda has its next item.
        pub planned: ClockTime,
        /// When that will come at this pace.
        pub now: ClockTime,
        /// What to send: `Mental Health: now 2.35 pm`.
        pub words: String,
    }

    /// Where an item stands in the room.
    #[derive(Copy)]
    pub enum RoomItemState {
        /// Not reached yet.
        Ahead,
        /// The room is at it.
        Current,
        /// It was left.
        Done,
    }

    /// An item of the running order in the room.
    pub struct RoomItem {
        /// Its key.
        pub id: ItemId,
        /// Its place, from 1.
        pub position: u32,
        /// The part of the agenda.
        pub group: Group,
        /// The reference; absent for items without one.
        pub reference: Option<String>,
        /// Beside the reference: `Person, 16–17`; or the title.
        pub words: String,
        /// How long it is given, in minutes.
        pub minutes: u32,
        /// Seconds spent on it when this view was made.
        pub spent_seconds: u32,
        /// Since when its clock runs; absent while paused and for other items.
        pub running_since: Option<Moment>,
        /// Where it stands.
        pub state: RoomItemState,
        /// Whether it needs no decision or has one.
        pub decided: bool,
    }

    /// A part of the agenda.
    pub struct RoomGroup {
        /// Which one.
        pub group: Group,
        /// Its heading.
        pub words: String,
    }

    /// The item the room is at.
    pub struct CurrentItem {
        /// Its key.
        pub id: ItemId,
        /// Its place, from 1.
        pub position: u32,
        /// What it is about.
        pub about: About,
        /// The heading: reference or title.
        pub heading: String,
        /// The line beside the heading: `T.R., 16–17, at risk · opened 6 October 2026 · lead Police, PC 1204`.
        pub line: String,
        /// The case; absent for other items.
        pub case: Option<RoomCase>,
        /// The referral; absent for other items.
        pub referral: Option<ReferralView>,
        /// Lines of items about neither, such as orders due or matters arising.
        pub lines: Vec<String>,
        /// Key points that stand, in their order.
        pub key_points: Vec<RoomKeyPoint>,
        /// The decision that stands; absent until decided.
        pub decision: Option<RoomDecision>,
        /// Actions that this meeting raised under it.
        pub new_actions: Vec<ActionRow>,
        /// Whether it is about a child whom the chair has not raised.
        pub child_not_raised: bool,
        /// The agencies that it concerns: those for whom a text can be copied.
        pub concerned: Vec<ConcernedAgency>,
    }

    /// An agency that an item concerns.
    pub struct ConcernedAgency {
        /// The agency.
        pub agency: AgencyId,
        /// Its name.
        pub name: String,
    }

    /// Asks for the text that an agency takes into its own system.
    pub struct GetCopyOut {
        /// The item.
        pub item: ItemId,
        /// The agency.
        pub agency: AgencyId,
    }

    /// What an agency takes into its own system.
    pub struct CopyOutText {
        /// The text, several lines.
        pub text: String,
    }

    /// A case in the room.
    pub struct RoomCase {
        /// Its key.
        pub id: CaseId,
        /// Its reference.
        pub reference: CaseReference,
        /// Its kind.
        pub kind: CaseKind,
        /// Its outline.
        pub outline: String,
        /// Key issues.
        pub key_issues: Vec<String>,
        /// Its people.
        pub subjects: Vec<SubjectView>,
        /// Its actions, those of this meeting included.
        pub actions: Vec<ActionRow>,
        /// Its orders.
        pub orders: Vec<OrderRow>,
        /// Its links.
        pub links: Vec<LinkView>,
        /// Its open or latest episode with scores.
        pub episode: EpisodeView,
        /// How long the mid-point score is waited for, in words; absent while it is not.
        pub mid_point: Option<String>,
        /// Written updates for this meeting.
        pub updates: Vec<RoomUpdate>,
        /// What the last meeting decided; empty when none did.
        pub last_decided: String,
        /// Facts beside the case.
        pub outside_facts: Vec<String>,
    }

    /// A key point in the room.
    pub struct RoomKeyPoint {
        /// Its key.
        pub id: KeyPointId,
        /// What was said.
        pub text: String,
        /// Whether it is on the projector.
        pub shown: bool,
    }

    /// A decision in the room.
    pub struct RoomDecision {
        /// The decision.
        pub decision: Decision,
        /// In words.
        pub words: String,
    }

    /// A written update in the room.
    pub struct RoomUpdate {
        /// Its key.
        pub id: WrittenUpdateId,
        /// The agency.
        pub agency: String,
        /// What it says.
        pub text: String,
        /// Whether it is on the projector.
        pub shown: bool,
        /// When it was received.
        pub at: Moment,
    }

    /// Who is there.
    pub struct RoomAttendance {
        /// In the room.
        pub in_room: u32,
        /// On the line.
        pub dialled_in: u32,
        /// Agencies that sent updates.
        pub written: u32,
        /// Observers.
        pub observers: u32,
        /// Apologies.
        pub apologies: u32,
        /// The entries that stand, by agency.
        pub entries: Vec<AttendanceLine>,
        /// Agencies and people that are expected and have no entry yet.
        pub expected: Vec<ExpectedLine>,
    }

    /// An attendance entry with its agency's name.
    pub struct AttendanceLine {
        /// The entry.
        pub entry: Attendance,
        /// The agency's name; empty when it has none.
        pub agency: String,
    }

    /// Somebody who is expected.
    pub struct ExpectedLine {
        /// The agency.
        pub agency: AgencyId,
        /// Its name.
        pub agency_name: String,
        /// The person who usually comes; absent when none is listed.
        pub officer: Option<OfficerId>,
        /// The person's name; empty when none is listed.
        pub name: String,
        /// When the agency's items are, in words.
        pub words: String,
        /// What was said before the meeting of how they take part; absent while nothing was.
        pub announced: Option<Attendance>,
    }

    /// What the projector shows, as told on the console.
    pub struct ProjectorState {
        /// True while it shows nothing.
        pub blank: bool,
        /// The item that was put there; absent when none was.
        pub item: Option<ItemId>,
        /// The level chosen for the meeting.
        pub chosen: Level,
        /// The level that holds for the current item.
        pub level: Level,
        /// What lowers it; absent when nothing does.
        pub limit: Option<LevelLimit>,
        /// Level and why, in words: `reference only, observer present`.
        pub words: String,
        /// Whether a scoring is shared beside the item; the level may keep it back all the same.
        pub scoring: bool,
        /// The same view that the projector receives.
        pub view: ProjectorView,
    }

    /// What the projector receives; nothing of the next item, ever.
    pub struct ProjectorView {
        /// The marking at top and bottom; empty while the hub is locked.
        pub marking: String,
        /// The foot: `Hub Tasking · 24 November 2026 · SAMPLE`; empty while blank.
        pub foot: String,
        /// The level in words; `blank` while blank.
        pub level_words: String,
        /// What is shown; absent while blank.
        pub shown: Option<ProjectedItem>,
    }

    /// The item on the projector.
    pub struct ProjectedItem {
        /// `item 5 of 11`.
        pub position_words: String,
        /// When the item is: `2.25 pm, 12 minutes`.
        pub time_words: String,
        /// The heading: reference or title.
        pub heading: String,
        /// A second line, such as `Person`; may be empty.
        pub line: String,
        /// The case at its level; absent for other items.
        pub case: Option<DisclosedCase>,
        /// Lines of items without a case, such as the declaration.
        pub lines: Vec<String>,
        /// The scoring that the audience looks on at; absent while none is shared, and below initials.
        pub scoring: Option<DisclosedScoring>,
    }

    /// Asks to go to an item.
    pub struct GoToItem {
        /// The meeting.
        pub meeting: MeetingId,
        /// The item; absent to leave the last one.
        pub item: Option<ItemId>,
    }

    /// Says who was told to come at which time.
    pub struct NoteTold {
        /// The meeting.
        pub meeting: MeetingId,
        /// Each agency with the time it was told.
        pub told: Vec<Told>,
    }

    /// Settles what interrupted the meeting's time.
    pub struct SettleInterruptions {
        /// The meeting.
        pub meeting: MeetingId,
        /// Whether the minutes that the current item's clock counted are taken off it.
        pub take_off: bool,
    }

    /// Asks to stop or start the item clock.
    pub struct PauseClock {
        /// The meeting.
        pub meeting: MeetingId,
        /// True to stop.
        pub paused: bool,
    }

    /// Asks to put an item on the projector, or to blank it.
    pub struct ShowOnProjector {
        /// The meeting.
        pub meeting: MeetingId,
        /// The item; absent to blank.
        pub item: Option<ItemId>,
    }

    /// Asks to choose the projector's level.
    pub struct SetProjectorLevel {
        /// The meeting.
        pub meeting: MeetingId,
        /// The level.
        pub level: Level,
        /// Only for this item; absent for the meeting.
        pub item: Option<ItemId>,
    }

    /// Asks to raise the case of a child in this meeting.
    pub struct RaiseChild {
        /// The meeting.
        pub meeting: MeetingId,
        /// The case.
        pub case: CaseId,
    }

    /// Asks to overrule an observer's limit.
    pub struct OverruleObserver {
        /// The meeting.
        pub meeting: MeetingId,
        /// The chair's reason; empty ends the overruling.
        pub reason: String,
    }

    /// Asks to enter somebody's attendance.
    pub struct AddAttendance {
        /// The meeting.
        pub meeting: MeetingId,
        /// The agency; absent for observers without one.
        pub agency: Option<AgencyId>,
        /// The officer; absent for somebody the hub does not list.
        pub officer: Option<OfficerId>,
        /// The name; may be empty when an officer is given.
        pub name: String,
        /// How the person takes part.
        pub mode: AttendanceMode,
        /// Whom the person stands in for; empty otherwise.
        pub substitute_for: String,
        /// The first item; absent from the beginning.
        pub from_item: Option<u32>,
        /// The last item; absent to the end.
        pub to_item: Option<u32>,
    }

    /// Asks to take an attendance entry back.
    pub struct WithdrawAttendance {
        /// The entry.
        pub id: AttendanceId,
    }

    /// Asks to note a key point.
    pub struct AddKeyPoint {
        /// The item.
        pub item: ItemId,
        /// What was said.
        pub text: String,
    }

    /// Names a key point.
    pub struct OfKeyPoint {
        /// The key point.
        pub id: KeyPointId,
    }

    /// Asks to put a key point on the projector or take it off.
    pub struct ShowKeyPoint {
        /// The key point.
        pub id: KeyPointId,
        /// True to put it there.
        pub shown: bool,
    }

    /// Asks to keep an agency's written update.
    pub struct AddWrittenUpdate {
        /// The meeting.
        pub meeting: MeetingId,
        /// The case.
        pub case: CaseId,
        /// The agency.
        pub agency: AgencyId,
        /// What it says.
        pub text: String,
    }

    /// Asks to correct a written update; the former words stay in its history.
    pub struct AmendWrittenUpdate {
        /// The update.
        pub id: WrittenUpdateId,
        /// What it says.
        pub text: String,
    }

    /// Names a written update.
    pub struct OfWrittenUpdate {
        /// The update.
        pub id: WrittenUpdateId,
    }

    /// Asks to put a written update on the projector or take it off.
    pub struct ShowWrittenUpdate {
        /// The update.
        pub id: WrittenUpdateId,
        /// True to put it there.
        pub shown: bool,
    }

    /// Asks to conclude a meeting.
    pub struct ConcludeMeeting {
        /// The meeting.
        pub meeting: MeetingId,
        /// True to conclude although something is not settled; the minutes say so.
        pub with_open_ends: bool,
    }
}
