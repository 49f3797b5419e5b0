//! Cases: the register, one case, and the work on it.

use chrono::NaiveDate;
use domain::case::{Case, CaseKind, LinkKind, ReviewRule};
use domain::case_history::CaseEvent;
use domain::closing::{ClosingAnswers, EndedAction, Tell};
use domain::episode::{ClosureReason, Episode};
use domain::factor::Factor;
use domain::ids::{AgencyId, AreaId, CaseId, CaseLinkId, MeetingId, OfficerId, OrderId, SubjectId};
use domain::light::Light;
use domain::priority::Priority;
use domain::reference::CaseReference;
use domain::referral::Source;
use domain::score::{Points, Score, ScoreRoute, ScoreStage, ScoreState, ScoreSummary};
use domain::subject::{AgencyReference, Subject, SubjectPart, SubjectRole};

use super::actions::ActionRow;
use super::casework::{DemandLine, ForumLine, MoveView};
use super::orders::OrderRow;
use super::referrals::NewSubject;

wire! {
    /// The register with its figures.
    pub struct RegisterView {
        /// The figures over the table.
        pub figures: RegisterFigures,
        /// One row a case with its open or latest episode, by number.
        pub rows: Vec<RegisterRow>,
    }

    /// Figures of the register; each can be counted in its rows.
    pub struct RegisterFigures {
        /// Open cases.
        pub open: u32,
        /// Closed cases.
        pub closed: u32,
        /// Open cases of high priority.
        pub high_priority: u32,
        /// Open actions on open cases.
        pub open_actions: u32,
        /// Those that are late.
        pub late_actions: u32,
        /// The median of the days that open cases are open; absent without any.
        pub median_days_open: Option<u32>,
        /// Open cases that lack their mid-point score.
        pub without_mid_point: u32,
    }

    /// A case in the register.
    pub struct RegisterRow {
        /// Its key.
        pub id: CaseId,
        /// Its reference.
        pub reference: CaseReference,
        /// What it is about.
        pub kind: CaseKind,
        /// The short label, or the place of a property; may be empty.
        pub title: String,
        /// Beside the kind of a person: age or age band; empty when not known.
        pub age: String,
        /// Key issues as published.
        pub key_issues: Vec<String>,
        /// The factors they count under.
        pub factors: Vec<Factor>,
        /// Suggested from the latest score; absent when never scored.
        pub priority: Option<Priority>,
        /// Totals of the episode in their order, for the trend.
        pub totals: Vec<Points>,
        /// The scores summed up.
        pub scores: ScoreSummary,
        /// The day of the latest score; absent when not known.
        pub scored_on: Option<NaiveDate>,
        /// The day the episode was opened.
        pub opened: NaiveDate,
        /// The day it was closed; absent while open.
        pub closed: Option<NaiveDate>,
        /// Why it was closed; absent while open.
        pub closed_because: Option<ClosureReason>,
        /// The episode's running number.
        pub episode: u32,
        /// Days open.
        pub days_open: u32,
        /// The lead agency's short name; empty until agreed.
        pub lead: String,
        /// The area; empty when not known.
        pub area: String,
        /// Lights of its actions that are open or changed since the last meeting, worst first.
        pub lights: Vec<Light>,
        /// Late actions.
        pub late_actions: u32,
        /// Orders in words: `CBO`, `CBO considered`.
        pub orders: Vec<String>,
        /// Whether it is open for longer than the hub allows without a mid-point score.
        pub lacks_mid_point: bool,
        /// How long that is waited for, in words; absent while it is not.
        pub mid_point: Option<String>,
        /// The case it was combined with; absent otherwise.
        pub combined_into: Option<CaseReference>,
        /// The scheme it was handed to; absent otherwise.
        pub handed_to: Option<String>,
    }

    /// Asks for one case.
    pub struct GetCase {
        /// Its reference.
        pub reference: CaseReference,
    }

    /// A case, whole.
    pub struct CaseView {
        /// The case.
        pub case: Case,
        /// Its episodes, the latest first.
        pub episodes: Vec<EpisodeView>,
        /// The people it is about.
        pub subjects: Vec<SubjectView>,
        /// Its actions: open ones first, then by due date.
        pub actions: Vec<ActionRow>,
        /// Its orders.
        pub orders: Vec<OrderRow>,
        /// Its links, both ways.
        pub links: Vec<LinkView>,
        /// What meetings decided, the latest first.
        pub decisions: Vec<DecisionLine>,
        /// The lead agency's name; empty until agreed.
        pub lead_agency: String,
        /// The lead officer's name; empty until named.
        pub lead_officer: String,
        /// The involved agencies' names.
        pub involved: Vec<String>,
        /// The area's name; empty when not known.
        pub area: String,
        /// Suggested from the latest score; absent when never scored.
        pub priority: Option<Priority>,
        /// How long the mid-point score is waited for, in words; absent while it is not.
        pub mid_point: Option<String>,
        /// The case that work goes on in, where this one is a signpost; absent otherwise.
        pub signpost_to: Option<CaseReference>,
        /// How it shows on the projector, in words.
        pub projector: String,
        /// When it comes back to the meeting, in words.
        pub review: String,
        /// True when an episode is open.
        pub open: bool,
        /// Counts of calls and incidents, by their days.
        pub demand: Vec<DemandLine>,
        /// Links to other forums.
        pub forums: Vec<ForumLine>,
        /// What was moved by splitting and combining, the latest first.
        pub moves: Vec<MoveView>,
        /// What happened to it, the first first.
        pub events: Vec<CaseEvent>,
        /// Whether its handing over can be undone now.
        pub may_undo_hand_over: bool,
    }

    /// An episode with its scores.
    pub struct EpisodeView {
        /// The episode.
        pub episode: Episode,
        /// Its scores in their order.
        pub scores: Vec<Score>,
        /// The scores summed up.
        pub summary: ScoreSummary,
        /// Days open.
        pub days_open: u32,
        /// What its closure says: the summary, what was settled, who is told; empty while open.
        pub closing: Vec<String>,
    }

    /// A person in a case or referral.
    pub struct SubjectView {
        /// The person.
        pub subject: Subject,
        /// What the person is in it.
        pub role: SubjectRole,
        /// The initials; empty when the name is not known.
        pub initials: String,
        /// The age today; absent when not known.
        pub age: Option<u8>,
        /// The age band; empty when not known.
        pub age_band: String,
        /// Whether the person is under 18 today.
        pub child: bool,
    }

    /// A link, as read from one of its ends.
    pub struct LinkView {
        /// Its key.
        pub id: CaseLinkId,
        /// Its kind.
        pub kind: LinkKind,
        /// In words from this end: `X-Ref`, `Split from`, `Split off`, `Combined with`, `Combined here`.
        pub words: String,
        /// The other case.
        pub reference: CaseReference,
        /// Its short label; may be empty.
        pub title: String,
        /// Whether it is open.
        pub open: bool,
    }

    /// What a meeting decided.
    pub struct DecisionLine {
        /// The meeting.
        pub meeting: MeetingId,
        /// Its day.
        pub date: NaiveDate,
        /// The decision in words; empty when none was recorded.
        pub words: String,
        /// Key points.
        pub key_points: Vec<String>,
    }

    /// What is known of a person, as typed.
    pub struct SubjectFields {
        /// The full name.
        pub name: String,
        /// Other names.
        pub aliases: Vec<String>,
        /// The date of birth; absent when not known.
        pub date_of_birth: Option<NaiveDate>,
        /// The age as told today; absent when not known or when the date of birth is.
        pub age: Option<u8>,
        /// Addresses, the present one first.
        pub addresses: Vec<String>,
        /// Telephone numbers.
        pub telephones: Vec<String>,
        /// What each agency calls the person.
        pub agency_references: Vec<AgencyReference>,
    }

    /// The editable facts of a case.
    pub struct CaseFields {
        /// What it is about.
        pub kind: CaseKind,
        /// The short label.
        pub title: String,
        /// The outline.
        pub outline: String,
        /// Key issues.
        pub key_issues: Vec<String>,
        /// The factors; absent to have them mapped from the key issues.
        pub factors: Option<Vec<Factor>>,
        /// The place.
        pub place: String,
        /// The area; absent when not known.
        pub area: Option<AreaId>,
        /// Where it came from; absent when not known.
        pub source: Option<Source>,
        /// The lead agency; absent until agreed.
        pub lead_agency: Option<AgencyId>,
        /// The lead officer; absent until named.
        pub lead_officer: Option<OfficerId>,
        /// The legal lead's name.
        pub legal_lead: String,
        /// The other agencies that are involved.
        pub involved: Vec<AgencyId>,
        /// When it comes back to the meeting.
        pub review_rule: ReviewRule,
        /// Facts beside the case.
        pub outside_facts: Vec<String>,
    }

    /// Asks for a new case.
    pub struct AddCase {
        /// Its facts.
        pub fields: CaseFields,
        /// The day it is opened.
        pub opened: NaiveDate,
        /// The people it is about.
        pub subjects: Vec<NewSubject>,
        /// The score at the start; absent when not scored yet.
        pub initial_score: Option<Points>,
    }

    /// Asks to change a case's facts.
    pub struct AmendCase {
        /// The case.
        pub id: CaseId,
        /// Its facts as they are to be.
        pub fields: CaseFields,
    }

    /// Asks to add a person to a case.
    pub struct AddCaseSubject {
        /// The case.
        pub case: CaseId,
        /// The person.
        pub subject: NewSubject,
    }

    /// Asks to add a person whom the hub knows already to a case.
    pub struct AddKnownCaseSubject {
        /// The case.
        pub case: CaseId,
        /// The person, and what the person is in the case.
        pub part: SubjectPart,
    }

    /// Asks to change a person of a case.
    pub struct AmendCaseSubject {
        /// The case.
        pub case: CaseId,
        /// The person.
        pub subject: SubjectId,
        /// What is known, as it is to be.
        pub fields: SubjectFields,
        /// What the person is in the case.
        pub role: SubjectRole,
    }

    /// Asks to take a person out of a case; what the hub knows of the person stays.
    pub struct RemoveCaseSubject {
        /// The case.
        pub case: CaseId,
        /// The person.
        pub subject: SubjectId,
    }

    /// Asks to score a case by its total alone.
    pub struct AddScore {
        /// The case.
        pub case: CaseId,
        /// When in its life.
        pub stage: ScoreStage,
        /// The day.
        pub on: NaiveDate,
        /// The total.
        pub total: Points,
        /// The route; absent when not asked.
        pub route: Option<ScoreRoute>,
        /// The reason; needed for the second and third route.
        pub reason: String,
    }

    /// Asks to close a case.
    pub struct CloseCase {
        /// The case.
        pub case: CaseId,
        /// The day.
        pub on: NaiveDate,
        /// The closing score; absent when it is not scored again.
        pub score: Option<Points>,
        /// Why there is no closing score; needed exactly without one.
        pub no_score_because: Option<String>,
        /// The scheme it is handed over to; absent when it is simply closed.
        pub hand_over_to: Option<String>,
        /// What was answered to the checklist.
        pub answers: ClosingAnswers,
    }

    /// Asks for the checklist of a closure, as far as it is answered.
    pub struct GetClosureChecklist {
        /// The case.
        pub case: CaseId,
        /// The day it is closed.
        pub on: NaiveDate,
        /// The closing score as far as it is given; absent otherwise.
        pub score: Option<Points>,
        /// The scheme it is handed over to; absent when it is simply closed.
        pub hand_over_to: Option<String>,
        /// What is said of open actions so far.
        pub actions: Vec<EndedAction>,
    }

    /// What has to be settled, and what has to be known, when a case is closed.
    pub struct ClosureChecklist {
        /// The open actions: each has to be settled.
        pub actions: Vec<ActionRow>,
        /// The orders that stay.
        pub orders: Vec<StayingOrder>,
        /// The closing score that was given before; absent when none was.
        pub score_already: Option<Points>,
        /// The last score of the episode; absent when it was never scored.
        pub last_score: Option<Points>,
        /// Who may have to be told.
        pub to_tell: Vec<Tell>,
        /// The summary, drafted from the record.
        pub summary: String,
    }

    /// An order that stays when its case is closed.
    pub struct StayingOrder {
        /// The order.
        pub order: OrderId,
        /// In words.
        pub words: String,
        /// Who could watch it: the lead agency; empty where there is none.
        pub watched_by: String,
    }

    /// Asks to re-open a case.
    pub struct ReopenCase {
        /// The case.
        pub case: CaseId,
        /// The day.
        pub on: NaiveDate,
        /// Why it comes back.
        pub reason: String,
    }

    /// Asks to link two cases by a cross reference.
    pub struct LinkCases {
        /// The case.
        pub from: CaseReference,
        /// The other case.
        pub to: CaseReference,
    }

    /// Asks to end a cross reference.
    pub struct UnlinkCases {
        /// The link.
        pub id: CaseLinkId,
    }

    /// The register as `register list --json` prints it.
    pub struct RegisterEntry {
        /// The reference.
        pub reference: CaseReference,
        /// The kind.
        pub kind: CaseKind,
        /// Key issues as published.
        pub key_issues: Vec<String>,
        /// References of linked cases, sorted, both ways, with partners of split and combine links.
        pub cross_references: Vec<CaseReference>,
        /// The case it was split from; null when it was not.
        pub split_from: Option<CaseReference>,
        /// The case it was combined into; null when it was not.
        pub combined_into: Option<CaseReference>,
        /// The scheme it was handed to; null when it was not.
        pub handed_to: Option<String>,
        /// Its episodes, the first first.
        pub episodes: Vec<RegisterEpisode>,
    }

    /// An episode as `register list --json` prints it.
    pub struct RegisterEpisode {
        /// The day it was opened.
        pub opened: NaiveDate,
        /// The day it was closed; null while open.
        pub closed: Option<NaiveDate>,
        /// The age as published; null when not known.
        pub age: Option<u8>,
        /// The initial score; null when not scored.
        pub initial_score: Option<Points>,
        /// The current score; null when there is none or a word stands for it.
        pub current_score: Option<Points>,
        /// What can be said about the two.
        pub score_state: ScoreState,
        /// Names of orders that were in place.
        pub orders_in_place: Vec<String>,
        /// Names of orders that were considered.
        pub orders_considered: Vec<String>,
        /// Remarks.
        pub notes: Vec<String>,
    }
}
