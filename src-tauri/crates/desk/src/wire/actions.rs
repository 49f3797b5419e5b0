//! Actions: the list, one with its log, and the action line.

use chrono::NaiveDate;
use domain::action::{ActionStatus, ActionType, ActionUpdate};
use domain::ids::{ActionId, AgencyId, CaseId, MeetingId, OfficerId};
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
        pub updates: Vec<ActionUpdate>,
        /// The lights that meetings set, newest first.
        pub lights: Vec<LightLine>,
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
        /// The agency that owes it.
        pub agency: AgencyId,
        /// The person who owes it; absent until named.
        pub officer: Option<OfficerId>,
        /// When it is due; absent until agreed.
        pub due: Option<NaiveDate>,
        /// What stops it; absent when nothing does.
        pub blocked: Option<String>,
        /// Whether an absent agency still has to accept it.
        pub awaits_acceptance: bool,
    }

    /// Asks to change where an action stands.
    pub struct SetActionStatus {
        /// The action.
        pub id: ActionId,
        /// Where it stands now.
        pub status: ActionStatus,
        /// Since when; absent means today.
        pub on: Option<NaiveDate>,
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
