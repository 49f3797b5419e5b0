//! Actions.

use chrono::NaiveDate;
use domain::acceptance::{Acceptance, Escalation};
use domain::action::{Action, LightSetting};
use domain::ids::{ActionId, AgencyId, CaseId, LightSettingId, MeetingId};
use domain::light::Light;
use domain::moment::Moment;
use domain::reference::ActionNumber;
use rusqlite::types::Value;
use uuid::Uuid;

use crate::column::{Column, Columns};
use crate::error::StoreError;
use crate::reader::Reader;
use crate::record::Record;
use crate::search::Words;
use crate::writer::Writer;

impl Record for Action {
    const TABLE: &'static str = "action";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "meeting_number",
        "serial",
        "case_id",
        "raised_at",
        "raised_on",
        "what",
        "kind",
        "agency",
        "officer",
        "due",
        "status",
        "done_on",
        "blocked",
        "awaits_acceptance",
        "light_set",
        "answer",
        "answered_on",
        "answered_by",
        "declined_because",
        "escalated_to",
        "escalated_because",
        "escalated_on",
    ];

    fn key(&self) -> Uuid {
        self.id.0
    }

    fn values(&self) -> Vec<Value> {
        let (answer, answered_on, answered_by, declined_because) = answer_of(&self.acceptance);
        let escalated = self.escalated.as_ref();
        vec![
            self.id.to_value(),
            self.number.meeting.to_value(),
            self.number.serial.to_value(),
            self.case.to_value(),
            self.raised_at.to_value(),
            self.raised_on.to_value(),
            self.what.to_value(),
            self.kind.to_value(),
            self.agency.to_value(),
            self.officer.to_value(),
            self.due.to_value(),
            self.status.to_value(),
            self.done_on.to_value(),
            self.blocked.to_value(),
            (self.acceptance == Acceptance::Awaited).to_value(),
            self.light_set.as_ref().map(|set| set.id).to_value(),
            answer.map(str::to_owned).to_value(),
            answered_on.to_value(),
            answered_by.cloned().to_value(),
            declined_because.cloned().to_value(),
            escalated.map(|each| each.to.clone()).to_value(),
            escalated.map(|each| each.reason.clone()).to_value(),
            escalated.map(|each| each.on).to_value(),
        ]
    }

    fn read(columns: &mut Columns<'_, '_>) -> Result<Self, StoreError> {
        let mut action = Self {
            id: columns.take()?,
            number: ActionNumber { meeting: columns.take()?, serial: columns.take()? },
            case: columns.take()?,
            raised_at: columns.take()?,
            raised_on: columns.take()?,
            what: columns.take()?,
            kind: columns.take()?,
            agency: columns.take()?,
            officer: columns.take()?,
            due: columns.take()?,
            status: columns.take()?,
            done_on: columns.take()?,
            blocked: columns.take()?,
            acceptance: if columns.take()? { Acceptance::Awaited } else { Acceptance::NotAsked },
            light_set: columns.take::<Option<LightSettingId>>()?.map(key_of_light),
            escalated: None,
        };
        if let Some(answered) = read_answer(columns)? {
            action.acceptance = answered;
        }
        action.escalated = match (columns.take()?, columns.take()?, columns.take()?) {
            (Some(to), Some(reason), Some(on)) => Some(Escalation { to, reason, on }),
            _ => None,
        };
        Ok(action)
    }

    fn complete(records: &mut [Self], reader: &Reader<'_>, _only: Option<Uuid>) -> Result<(), StoreError> {
        // One by one, because few actions have a light that was set, and looking through all of them takes longer.
        for action in records {
            if let Some(set) = &mut action.light_set {
                *set = reader.get_light(set.id)?.ok_or(StoreError::NotThere("light setting"))?;
            }
        }
        Ok(())
    }

    fn write_children(&self, writer: &Writer<'_>) -> Result<(), StoreError> {
        writer.keep_light(self)
    }

    fn words(&self) -> Option<Words> {
        let title = format!("{} {}", self.number, self.what);
        Words::new(title, self.blocked.as_deref())
    }
}

/// What an agency answered, as the columns hold it: the answer, its day, who told, why it declined.
type AnswerColumns<'a> = (Option<&'static str>, Option<NaiveDate>, Option<&'a String>, Option<&'a String>);

fn answer_of(acceptance: &Acceptance) -> AnswerColumns<'_> {
    match acceptance {
        Acceptance::NotAsked | Acceptance::Awaited => (None, None, None, None),
        Acceptance::Accepted { on, told_by } => (Some("accepted"), Some(*on), Some(told_by), None),
        Acceptance::Declined { on, told_by, reason } => {
            (Some("declined"), Some(*on), Some(told_by), Some(reason))
        }
    }
}

/// Reads what an agency answered; absent while it did not.
fn read_answer(columns: &mut Columns<'_, '_>) -> Result<Option<Acceptance>, StoreError> {
    let answer: Option<String> = columns.take()?;
    let (on, told_by, because) = (columns.take()?, columns.take()?, columns.take()?);
    match (answer.as_deref(), on, told_by, because) {
        (None, ..) => Ok(None),
        (Some("accepted"), Some(on), Some(told_by), _) => Ok(Some(Acceptance::Accepted { on, told_by })),
        (Some("declined"), Some(on), Some(told_by), Some(reason)) => {
            Ok(Some(Acceptance::Declined { on, told_by, reason }))
        }
        _ => Err(StoreError::Unreadable { column: 17 }),
    }
}

/// Returns a light of which nothing is known yet but its key; `complete` puts the whole one in its place.
fn key_of_light(id: LightSettingId) -> LightSetting {
    LightSetting { id, light: Light::Grey, reason: String::new(), at: Moment(0) }
}

const IN_ORDER: &str = "ORDER BY meeting_number, serial";

impl Reader<'_> {
    /// Returns all actions in the order of their numbers.
    pub fn list_actions(&self) -> Result<Vec<Action>, StoreError> {
        self.list(&format!("WHERE removed = 0 {IN_ORDER}"), [])
    }

    /// Returns the actions on a case in the order of their numbers.
    pub fn actions_of(&self, case: CaseId) -> Result<Vec<Action>, StoreError> {
        self.list(&format!("WHERE case_id = ?1 AND removed = 0 {IN_ORDER}"), [case.to_value()])
    }

    /// Returns the actions that an agency owes or owed, in the order of their numbers.
    pub fn actions_of_agency(&self, agency: AgencyId) -> Result<Vec<Action>, StoreError> {
        self.list(&format!("WHERE agency = ?1 AND removed = 0 {IN_ORDER}"), [agency.to_value()])
    }

    /// Returns the actions that a meeting raised, in the order of their numbers.
    pub fn actions_raised_at(&self, meeting: MeetingId) -> Result<Vec<Action>, StoreError> {
        self.list(&format!("WHERE raised_at = ?1 AND removed = 0 {IN_ORDER}"), [meeting.to_value()])
    }

    /// Returns an action; absent when there is none.
    pub fn get_action(&self, id: ActionId) -> Result<Option<Action>, StoreError> {
        self.get(id.0)
    }

    /// Returns the action with a number; absent when there is none.
    pub fn find_action(&self, number: ActionNumber) -> Result<Option<Action>, StoreError> {
        self.find(
            "WHERE meeting_number = ?1 AND serial = ?2 AND removed = 0",
            [number.meeting.to_value(), number.serial.to_value()],
        )
    }

    /// Returns the next serial for an action of the meeting with the number `meeting` (0 between meetings).
    pub fn next_action_serial(&self, meeting: u32) -> Result<u32, StoreError> {
        self.next("SELECT max(serial) FROM action WHERE meeting_number = ?1", [meeting.to_value()])
    }
}

impl Writer<'_> {
    /// Adds or amends an action, with the light that a meeting set for it; returns whether anything changed.
    pub fn put_action(&mut self, action: &Action) -> Result<bool, StoreError> {
        self.put(action)
    }

    /// Takes an action back that was added by mistake; returns whether it was there.
    pub fn remove_action(&mut self, id: ActionId) -> Result<bool, StoreError> {
        self.take_back::<Action>(id.0)
    }
}
