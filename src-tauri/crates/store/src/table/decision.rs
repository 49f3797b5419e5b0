//! Decisions under an item: added and taken back, never rewritten.

use domain::ids::{CaseId, CaseMoveId, DecisionId, ItemId, MeetingId};
use domain::meeting::{Decision, Outcome};
use domain::reference::CaseReference;
use rusqlite::types::Value;
use uuid::Uuid;

use crate::column::{Column, Columns};
use crate::error::StoreError;
use crate::reader::Reader;
use crate::record::Record;
use crate::writer::Writer;

impl Record for Decision {
    const TABLE: &'static str = "decision";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "item",
        "serial",
        "decided",
        "no_score_because",
        "scheme",
        "day",
        "case_id",
        "outcomes",
        "reference",
        "case_move",
        "text",
        "withdrawn",
        "at",
    ];
    const APPEND_ONLY: bool = true;

    fn key(&self) -> Uuid {
        self.id.0
    }

    fn values(&self) -> Vec<Value> {
        let (mut reason, mut scheme, mut day, mut case, mut outcomes) = (None, None, None, None, Vec::new());
        let (mut reference, mut made) = (None, None);
        let decided = match &self.outcome {
            Outcome::Continue => "continue",
            Outcome::Close { no_score_because } => {
                reason = no_score_because.clone();
                "close"
            }
            Outcome::HandOver { scheme: to } => {
                scheme = Some(to.clone());
                "hand_over"
            }
            Outcome::Split { off, made: by } => {
                (reference, made) = (Some(off.clone()), Some(*by));
                "split"
            }
            Outcome::Combine { into, made: by } => {
                (reference, made) = (Some(into.clone()), Some(*by));
                "combine"
            }
            Outcome::SeparateMeeting { reports_back } => {
                day = *reports_back;
                "separate_meeting"
            }
            Outcome::Adopt { case: became } => {
                case = Some(*became);
                "adopt"
            }
            Outcome::NotAdopt { outcomes: given } => {
                outcomes = given.clone();
                "not_adopt"
            }
            Outcome::MoreInformation { by } => {
                day = *by;
                "more_information"
            }
            Outcome::Defer => "defer",
            Outcome::Noted => "noted",
            Outcome::Other => "other",
        };
        vec![
            self.id.to_value(),
            self.item.to_value(),
            self.serial.to_value(),
            Value::Text(decided.to_owned()),
            reason.to_value(),
            scheme.to_value(),
            day.to_value(),
            case.to_value(),
            outcomes.to_value(),
            reference.to_value(),
            made.to_value(),
            self.text.to_value(),
            self.withdrawn.to_value(),
            self.at.to_value(),
        ]
    }

    fn read(columns: &mut Columns<'_, '_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: columns.take()?,
            item: columns.take()?,
            serial: columns.take()?,
            outcome: read_outcome(columns)?,
            text: columns.take()?,
            withdrawn: columns.take()?,
            at: columns.take()?,
        })
    }
}

fn read_outcome(columns: &mut Columns<'_, '_>) -> Result<Outcome, StoreError> {
    let decided: String = columns.take()?;
    let (no_score_because, scheme, day) = (columns.take()?, columns.take()?, columns.take()?);
    let (case, outcomes) = (columns.take()?, columns.take()?);
    let moved: (Option<CaseReference>, Option<CaseMoveId>) = (columns.take()?, columns.take()?);
    match (decided.as_str(), moved) {
        ("split", (Some(off), Some(made))) => return Ok(Outcome::Split { off, made }),
        ("combine", (Some(into), Some(made))) => return Ok(Outcome::Combine { into, made }),
        _ => {}
    }
    match (decided.as_str(), scheme, case) {
        ("continue", ..) => Ok(Outcome::Continue),
        ("close", ..) => Ok(Outcome::Close { no_score_because }),
        ("hand_over", Some(scheme), _) => Ok(Outcome::HandOver { scheme }),
        ("separate_meeting", ..) => Ok(Outcome::SeparateMeeting { reports_back: day }),
        ("adopt", _, Some(case)) => Ok(Outcome::Adopt { case }),
        ("not_adopt", ..) => Ok(Outcome::NotAdopt { outcomes }),
        ("more_information", ..) => Ok(Outcome::MoreInformation { by: day }),
        ("defer", ..) => Ok(Outcome::Defer),
        ("noted", ..) => Ok(Outcome::Noted),
        ("other", ..) => Ok(Outcome::Other),
        _ => Err(StoreError::Unreadable { column: 4 }),
    }
}

impl Reader<'_> {
    /// Returns the decisions of a meeting, withdrawn ones among them, in the order of items and deciding.
    pub fn decisions_of(&self, meeting: MeetingId) -> Result<Vec<Decision>, StoreError> {
        self.list(
            "WHERE removed = 0 AND item IN (SELECT id FROM item WHERE meeting = ?1) \
             ORDER BY (SELECT position FROM item WHERE item.id = decision.item), item, serial",
            [meeting.to_value()],
        )
    }

    /// Returns the decisions of an item, withdrawn ones among them, in the order of deciding.
    pub fn decisions_of_item(&self, item: ItemId) -> Result<Vec<Decision>, StoreError> {
        self.list("WHERE item = ?1 AND removed = 0 ORDER BY serial", [item.to_value()])
    }

    /// Returns the decisions about a case, withdrawn ones among them, by the day of their meetings.
    pub fn decisions_about_case(&self, case: CaseId) -> Result<Vec<Decision>, StoreError> {
        self.list(
            "WHERE removed = 0 AND item IN (SELECT id FROM item WHERE case_id = ?1 AND removed = 0) \
             ORDER BY (SELECT date FROM meeting JOIN item ON item.meeting = meeting.id WHERE item.id = decision.item), \
             item, serial",
            [case.to_value()],
        )
    }
}

impl Writer<'_> {
    /// Adds a decision; returns whether it is new. The same decision with other values is refused.
    pub fn add_decision(&mut self, decision: &Decision) -> Result<bool, StoreError> {
        self.put(decision)
    }

    /// Takes a decision back; returns whether anything changed.
    pub fn withdraw_decision(&mut self, id: DecisionId) -> Result<bool, StoreError> {
        self.amend::<Decision>(id.0, "decision", |decision| decision.withdrawn = true)
    }

    /// Lets a decision count again that was taken back; returns whether anything changed.
    pub fn restore_decision(&mut self, id: DecisionId) -> Result<bool, StoreError> {
        self.amend::<Decision>(id.0, "decision", |decision| decision.withdrawn = false)
    }
}
