//! Work on a case: demand, other forums, splitting and combining, its history and its printed summary.

use chrono::NaiveDate;
use domain::action::ActionUpdate;
use domain::case::{CaseKind, ReviewRule};
use domain::case_history::CaseEvent;
use domain::case_move::{MoveKind, Piece};
use domain::demand::{Counted, DemandCount, DemandPhase};
use domain::factor::Factor;
use domain::forum::ForumLink;
use domain::ids::{AreaId, CaseId, CaseMoveId, DemandCountId, ForumLinkId};
use domain::reference::{CaseReference, ReferralNumber};
use domain::referral::Source;
use domain::subject::SubjectRole;

use super::actions::ActionRow;
use super::cases::{DecisionLine, EpisodeView};
use super::orders::OrderRow;

wire! {
    /// A count of calls or incidents, as the case shows it.
    pub struct DemandLine {
        /// The count.
        pub count: DemandCount,
        /// Where it lies in the life of the case.
        pub phase: DemandPhase,
        /// What was counted and when, in words: `12 calls, 1 Sep 2026 to 30 Sep 2026`.
        pub words: String,
        /// Tenths of how many there were in four weeks, for comparing counts of unequal length.
        pub per_four_weeks_in_tenths: u32,
    }

    /// A link to another forum, as the case shows it.
    pub struct ForumLine {
        /// The link.
        pub link: ForumLink,
        /// Since and until when, in words; empty when not known.
        pub when_words: String,
    }

    /// A splitting or combining, as read from one of its two cases.
    pub struct MoveView {
        /// Its key.
        pub id: CaseMoveId,
        /// What was done.
        pub kind: MoveKind,
        /// The day.
        pub on: NaiveDate,
        /// From this end: `Split off`, `Split from`, `Combined with`, `Combined here`.
        pub words: String,
        /// The other case; absent when it was split off and taken back.
        pub other: Option<CaseReference>,
        /// What went, a line each; empty when nothing did.
        pub went: Vec<String>,
        /// True once it was undone.
        pub undone: bool,
        /// Whether it can be undone now.
        pub may_undo: bool,
    }

    /// What a count says, as typed.
    pub struct DemandFields {
        /// What was counted.
        pub counted: Counted,
        /// The first day.
        pub first_day: NaiveDate,
        /// The last day, counted in.
        pub last_day: NaiveDate,
        /// How many.
        pub number: u32,
        /// Whose count it is.
        pub source: String,
    }

    /// Asks to add a count of calls or incidents to a case.
    pub struct AddDemandCount {
        /// The case.
        pub case: CaseId,
        /// The count.
        pub fields: DemandFields,
    }

    /// Asks to put a count right.
    pub struct AmendDemandCount {
        /// The count.
        pub id: DemandCountId,
        /// As it is to be.
        pub fields: DemandFields,
    }

    /// Asks to take a count back.
    pub struct RemoveDemandCount {
        /// The count.
        pub id: DemandCountId,
    }

    /// What a link to a forum says, as typed: that there is one, and when; never what is said there.
    pub struct ForumFields {
        /// The forum's name.
        pub forum: String,
        /// Since when; absent when not known.
        pub since: Option<NaiveDate>,
        /// Until when; absent while it lasts.
        pub until: Option<NaiveDate>,
    }

    /// Asks to link a case to another forum.
    pub struct AddForumLink {
        /// The case.
        pub case: CaseId,
        /// The link.
        pub fields: ForumFields,
    }

    /// Asks to put a link to a forum right, such as by its last day.
    pub struct AmendForumLink {
        /// The link.
        pub id: ForumLinkId,
        /// As it is to be.
        pub fields: ForumFields,
    }

    /// Asks to take a link to a forum back that was entered by mistake.
    pub struct RemoveForumLink {
        /// The link.
        pub id: ForumLinkId,
    }

    /// Asks what can go from a case to another one.
    pub struct PreviewMove {
        /// The case.
        pub case: CaseId,
        /// The case that it is to go on in, as typed; absent for a split.
        pub into: Option<String>,
    }

    /// What can go, and what happens.
    pub struct MovePreview {
        /// The day it will be dated.
        pub on: NaiveDate,
        /// The reference that a split without a letter gets.
        pub next_reference: CaseReference,
        /// What can go, a row each.
        pub rows: Vec<MovableRow>,
    }

    /// Something that can go, or has to stay.
    pub struct MovableRow {
        /// What it is.
        pub piece: Piece,
        /// In words: `45/3 Joint visit with the school`.
        pub words: String,
        /// Beside it: `Police, due 1 Dec 2026`; may be empty.
        pub detail: String,
        /// Whether it goes unless somebody chooses otherwise.
        pub goes: bool,
        /// Why it has to stay; absent when it may go.
        pub stays_because: Option<String>,
    }

    /// How a part of a case is to go on.
    pub struct SplitFields {
        /// A letter behind the number of the first case; empty for the next free number.
        pub letter: String,
        /// What the new case is about.
        pub kind: CaseKind,
        /// Its short label; may be empty.
        pub title: String,
        /// Its place; needed for a property.
        pub place: String,
        /// Its outline; may be empty.
        pub outline: String,
        /// What goes along; all else stays.
        pub goes: Vec<Piece>,
    }

    /// Asks to split a case.
    pub struct SplitCase {
        /// The case.
        pub case: CaseId,
        /// The part that goes on by itself.
        pub split: SplitFields,
    }

    /// Asks to let a case go on in another one.
    pub struct CombineCases {
        /// The case that becomes a signpost.
        pub case: CaseId,
        /// The reference of the case that it goes on in, as typed.
        pub into: String,
        /// What goes along; all else stays.
        pub goes: Vec<Piece>,
    }

    /// Asks to undo a splitting or combining.
    pub struct UndoCaseMove {
        /// Which.
        pub id: CaseMoveId,
    }

    /// What was undone.
    pub struct UndoneMove {
        /// The case that was split, or is no signpost any more.
        pub reference: CaseReference,
        /// What is not undone, as a sentence.
        pub not_undone: String,
    }

    /// Asks to undo a handing over of the same day.
    pub struct UndoHandOver {
        /// The case.
        pub case: CaseId,
    }

    /// Asks to give an area another name.
    pub struct AmendArea {
        /// The area.
        pub id: AreaId,
        /// Its new name.
        pub name: String,
    }

    /// A case as `case show --json` prints it.
    pub struct CaseEntry {
        /// The reference.
        pub reference: CaseReference,
        /// The kind.
        pub kind: CaseKind,
        /// The short label.
        pub title: String,
        /// Whether an episode is open.
        pub open: bool,
        /// The case that work goes on in; null unless this one is a signpost.
        pub signpost_to: Option<CaseReference>,
        /// The outline.
        pub outline: String,
        /// Key issues as published.
        pub key_issues: Vec<String>,
        /// The factors they count under.
        pub factors: Vec<Factor>,
        /// The place; empty when none is told.
        pub place: String,
        /// The area; empty when not known.
        pub area: String,
        /// Where it came from; null when not known.
        pub source: Option<Source>,
        /// The number of the referral it began as; null when it began otherwise.
        pub referral: Option<ReferralNumber>,
        /// The lead agency; empty until agreed.
        pub lead_agency: String,
        /// The lead officer; empty until named.
        pub lead_officer: String,
        /// The involved agencies.
        pub involved: Vec<String>,
        /// The legal lead; empty when there is none.
        pub legal_lead: String,
        /// The people it is about.
        pub subjects: Vec<CaseEntrySubject>,
        /// Facts beside the case.
        pub outside_facts: Vec<String>,
        /// When it comes back to the meeting.
        pub review_rule: ReviewRule,
        /// Its episodes with scores and what can be said about them, the first first.
        pub episodes: Vec<EpisodeView>,
        /// Its actions with their logs.
        pub actions: Vec<CaseEntryAction>,
        /// Its orders.
        pub orders: Vec<OrderRow>,
        /// Links with other cases.
        pub links: Vec<CaseEntryLink>,
        /// What was moved by splitting and combining.
        pub moves: Vec<MoveView>,
        /// Other forums: that there is a link, and when.
        pub forums: Vec<ForumLine>,
        /// Counts of calls and incidents.
        pub demand: Vec<DemandLine>,
        /// What meetings decided, the latest first.
        pub decisions: Vec<DecisionLine>,
        /// What happened, the first first.
        pub history: Vec<CaseEvent>,
    }

    /// A person as `case show --json` prints it; the day of a child's birth is left out.
    pub struct CaseEntrySubject {
        /// The name; empty when not known.
        pub name: String,
        /// Other names.
        pub aliases: Vec<String>,
        /// What the person is in the case.
        pub role: SubjectRole,
        /// The age band; empty when not known.
        pub age_band: String,
        /// The date of birth of an adult; null when not known.
        pub date_of_birth: Option<NaiveDate>,
        /// Whether the person is under 18 today.
        pub child: bool,
    }

    /// An action as `case show --json` prints it.
    pub struct CaseEntryAction {
        /// The action with its light.
        #[serde(flatten)]
        pub row: ActionRow,
        /// Its log, the first entry first.
        pub log: Vec<ActionUpdate>,
    }

    /// A link as `case show --json` prints it.
    pub struct CaseEntryLink {
        /// In words from this end.
        pub words: String,
        /// The other case.
        pub reference: CaseReference,
    }
}
