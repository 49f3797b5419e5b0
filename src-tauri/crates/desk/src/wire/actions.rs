//! Actions: the list, one with its log, and the action line.

use chrono::NaiveDate;
use domain::acceptance::{Acceptance, Escalation};
use domain::action::{ActionStatus, ActionType, ActionUpdate};
use domain::action_log::LogKind;
use domain::action_template::ActionTemplate;
use domain::ids::{ActionId, ActionTemplateId, ActionUpdateId, AgencyId, CaseId, MeetingId, OfficerId};
use domain::light::{Light, ShownLight};
use domain::moment::Moment;
use domain::reference::{ActionNumber, CaseReference};

use super::Named;

wire! {
    /// All actions with their figures.
    pub struct ActionsView {
        /// Open actions.
        pub open: u32,
        /// Those that are late.
        pub late: u32,
        /// Actions not undertaken.
        pub not_undertaken: u32,
        /// Actions that an absent agency has not accepted yet.
        pub awaiting: u32,
        /// Actions that an agency declined and nobody else got yet.
        pub declined: u32,
        /// Actions that were escalated and are still owed.
        pub escalated: u32,
        /// One row an action: open ones first, the longest late on top.
        pub rows: Vec<ActionRow>,
    }

    /// An action in a list.
    pub struct ActionRow {
        /// Its key.
        pub id: ActionId,
        /// Its number.
        pub number: ActionNumber,
        /// The case.
        pub case: CaseId,
        /// The case's reference.
        pub reference: CaseReference,
        /// What is to be done.
        pub what: String,
        /// The neutral word for it.
        pub kind: ActionType,
        /// The agency that owes it, by its short name.
        pub agency: Named<AgencyId>,
        /// The person who owes it; absent until named.
        pub officer: Option<Named<OfficerId>>,
        /// The day it was raised.
        pub raised_on: NaiveDate,
        /// The meeting that raised it; absent for others.
        pub raised_at: Option<MeetingId>,
        /// When it is due; absent until agreed.
        pub due: Option<NaiveDate>,
        /// Words beside the due date, such as `7 days late`; empty when in date.
        pub due_words: String,
        /// Days late, 0 when in date.
        pub days_late: u32,
        /// Where it stands.
        pub status: ActionStatus,
        /// What stops it; absent when nothing does.
        pub blocked: Option<String>,
        /// Its light.
        pub light: ShownLight,
        /// The last entry of its log; absent when there is none.
        pub last_update: Option<ActionUpdate>,
        /// Whether an absent agency still has to accept it.
        pub awaits_acceptance: bool,
        /// Whether the agency declined it, and nobody else got it yet.
        pub declined: bool,
        /// What the agency answered, if it was asked.
        pub acceptance: Acceptance,
        /// To whom it was escalated, while it is owed; absent when it was not.
        pub escalated: Option<Escalation>,
        /// Neutral words beside it: `awaits acceptance`, `declined`, `escalated`.
        pub tags: Vec<String>,
        /// `set Amber, facts say Red: reason` where the meeting set another light; absent otherwise.
        pub disagreement: Option<String>,
        /// True until the meeting after the one that raised it.
        pub is_new: bool,
    }

    /// Asks for one action.
    pub struct GetAction {
        /// The action.
        pub id: ActionId,
    }

    /// An action with its log.
    pub struct ActionView {
        /// The action.
        pub row: ActionRow,
        /// Its log, newest first.
        pub log: Vec<LogLine>,
        /// The lights that meetings set, newest first.
        pub lights: Vec<LightLine>,
    }

    /// An entry of an action's log.
    pub struct LogLine {
        /// Its key.
        pub id: ActionUpdateId,
        /// The day it tells of.
        pub on: NaiveDate,
        /// What it tells.
        pub kind: LogKind,
        /// The kind in a word; empty for what somebody said.
        pub kind_words: String,
        /// In words.
        pub text: String,
        /// Who wrote it.
        pub by: String,
        /// The meeting that was running; absent between meetings.
        pub meeting: Option<Named<MeetingId>>,
    }

    /// A light that was set.
    pub struct LightLine {
        /// The light.
        pub light: Light,
        /// Why.
        pub reason: String,
        /// When.
        pub at: Moment,
    }

    /// Asks for a new action.
    pub struct AddAction {
        /// The case.
        pub case: CaseId,
        /// The meeting that raises it; absent between meetings.
        pub meeting: Option<MeetingId>,
        /// What is to be done.
        pub what: String,
        /// The neutral word; absent to have it proposed.
        pub kind: Option<ActionType>,
        /// The agency that owes it.
        pub agency: AgencyId,
        /// The person who owes it; absent until named.
        pub officer: Option<OfficerId>,
        /// The name of a person the agency's list does not hold yet; added to it. Absent otherwise.
        pub new_officer: Option<String>,
        /// When it is due; absent until agreed.
        pub due: Option<NaiveDate>,
    }

    /// Asks to change an action's facts.
    pub struct AmendAction {
        /// The action.
        pub id: ActionId,
        /// What is to be done.
        pub what: String,
        /// The neutral word.
        pub kind: ActionType,
        /// The person of its agency who owes it; absent until named.
        pub officer: Option<OfficerId>,
        /// When it is due; absent until agreed.
        pub due: Option<NaiveDate>,
        /// What stops it; absent when nothing does.
        pub blocked: Option<String>,
    }

    /// Asks to change where an action stands.
    pub struct SetActionStatus {
        /// The action.
        pub id: ActionId,
        /// Where it stands now.
        pub status: ActionStatus,
        /// Since when; absent means today.
        pub on: Option<NaiveDate>,
        /// Why; needed for what is not possible or was not undertaken, empty otherwise.
        pub reason: String,
    }

    /// Asks to note what an agency answered that was asked for its acceptance.
    pub struct AnswerAction {
        /// The action.
        pub id: ActionId,
        /// Whether it accepts.
        pub accepts: bool,
        /// The day it answered; absent means today.
        pub on: Option<NaiveDate>,
        /// Who told the hub.
        pub told_by: String,
        /// Why it declines; empty when it accepts.
        pub reason: String,
    }

    /// Asks to give an action to somebody else.
    pub struct ReassignAction {
        /// The action.
        pub id: ActionId,
        /// The agency that gets it.
        pub agency: AgencyId,
        /// The person who gets it; absent until named.
        pub officer: Option<OfficerId>,
        /// The name of a person the agency's list does not hold yet; added to it. Absent otherwise.
        pub new_officer: Option<String>,
        /// Why.
        pub reason: String,
    }

    /// Asks to take an action to a named person or level.
    pub struct EscalateAction {
        /// The action.
        pub id: ActionId,
        /// To whom, such as `the agency’s area manager`.
        pub to: String,
        /// Why.
        pub reason: String,
        /// The day; absent means today.
        pub on: Option<NaiveDate>,
    }

    /// The hub's usual actions.
    pub struct ActionTemplatesView {
        /// In their order, those that were retired among them.
        pub rows: Vec<ActionTemplateRow>,
    }

    /// A usual action in a list.
    pub struct ActionTemplateRow {
        /// The usual action.
        pub template: ActionTemplate,
        /// Its agency's short name; empty where it depends.
        pub agency: String,
        /// True while it stands as it was shipped: a default of ours.
        pub shipped: bool,
        /// When an action of it that is raised today is due; absent where nobody can tell.
        pub due: Option<NaiveDate>,
    }

    /// What a usual action says.
    pub struct ActionTemplateFields {
        /// What is to be done.
        pub what: String,
        /// The neutral word.
        pub kind: ActionType,
        /// How many days it usually has; absent where nobody can tell.
        pub days: Option<u16>,
        /// The agency that mostly does it; absent where it depends.
        pub agency: Option<AgencyId>,
    }

    /// Asks to change a usual action.
    pub struct AmendActionTemplate {
        /// The usual action.
        pub id: ActionTemplateId,
        /// What it says.
        pub fields: ActionTemplateFields,
        /// True to offer it no more.
        pub retired: bool,
    }

    /// Asks to move a usual action by one place.
    pub struct MoveActionTemplate {
        /// The usual action.
        pub id: ActionTemplateId,
        /// True towards the top.
        pub up: bool,
    }

    /// Asks for an entry in an action's log.
    pub struct AddActionUpdate {
        /// The action.
        pub id: ActionId,
        /// What happened.
        pub text: String,
        /// On which day; absent means today.
        pub on: Option<NaiveDate>,
    }

    /// Asks to set a light; setting the suggested one ends an earlier setting.
    pub struct SetLight {
        /// The action.
        pub id: ActionId,
        /// The light.
        pub light: Light,
        /// Why; may be empty only for the suggested light.
        pub reason: String,
    }

    /// Takes an action back that the running meeting raised by mistake, while nothing happened to it since.
    pub struct WithdrawAction {
        /// The action.
        pub id: ActionId,
    }

    /// Asks what an action line says.
    pub struct UnderstandActionLine {
        /// The line as typed so far.
        pub text: String,
        /// The place of the cursor in it, in UTF-16 code units as browsers count; completion happens there.
        pub cursor: u32,
    }

    /// What was understood of an action line.
    pub struct UnderstoodActionLine {
        /// What is to be done, without agency, person and date.
        pub what: String,
        /// The proposed neutral word.
        pub kind: ActionType,
        /// The agency; absent until understood.
        pub agency: Option<Named<AgencyId>>,
        /// The person; absent until understood.
        pub officer: Option<Named<OfficerId>>,
        /// A name after the agency that its list does not hold; absent otherwise.
        pub new_officer: Option<String>,
        /// The due date; absent until understood.
        pub due: Option<NaiveDate>,
        /// What is still missing before Enter adds it, as words such as `who` and `by when`.
        pub missing: Vec<String>,
        /// What could stand at the cursor.
        pub completions: Vec<Completion>,
    }

    /// A way to complete the word at the cursor.
    pub struct Completion {
        /// Where the replaced text begins, in UTF-16 code units.
        pub from: u32,
        /// Where it ends.
        pub to: u32,
        /// What stands there then.
        pub text: String,
        /// What the list shows.
        pub label: String,
    }
}
