//! Episodes of cases.

use domain::closing::ClosureCheck;
use domain::episode::{Closure, Episode};
use domain::ids::{CaseId, EpisodeId};
use rusqlite::types::Value;
use uuid::Uuid;

use crate::column::{Column, Columns};
use crate::error::StoreError;
use crate::reader::Reader;
use crate::record::Record;
use crate::writer::Writer;

impl Record for Episode {
    const TABLE: &'static str = "episode";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "case_id",
        "serial",
        "opened",
        "closed_on",
        "closed_by",
        "no_score_because",
        "summary",
        "age_as_published",
        "equal_scores_as_published",
        "handed_to",
        "reopened_because",
        "notes",
        "closure_check",
    ];

    fn key(&self) -> Uuid {
        self.id.0
    }

    fn values(&self) -> Vec<Value> {
        let closed = self.closed.as_ref();
        vec![
            self.id.to_value(),
            self.case.to_value(),
            self.serial.to_value(),
            self.opened.to_value(),
            closed.map(|closure| closure.on).to_value(),
            closed.map(|closure| closure.reason).to_value(),
            closed.and_then(|closure| closure.no_score_because.clone()).to_value(),
            closed.map(|closure| closure.summary.clone()).to_value(),
            self.age_as_published.to_value(),
            self.equal_scores_as_published.to_value(),
            self.handed_to.to_value(),
            self.reopened_because.to_value(),
            self.notes.to_value(),
            closed.map(|closure| closure.check.clone()).to_value(),
        ]
    }

    fn read(columns: &mut Columns<'_, '_>) -> Result<Self, StoreError> {
        let mut episode = Self {
            id: columns.take()?,
            case: columns.take()?,
            serial: columns.take()?,
            opened: columns.take()?,
            closed: {
                let (on, reason) = (columns.take()?, columns.take()?);
                let (no_score_because, summary) = (columns.take()?, columns.take::<Option<String>>()?);
                match (on, reason) {
                    (Some(on), Some(reason)) => {
                        let summary = summary.unwrap_or_default();
                        let check = ClosureCheck::default();
                        Some(Closure { on, reason, no_score_because, summary, check })
                    }
                    _ => None,
                }
            },
            age_as_published: columns.take()?,
            equal_scores_as_published: columns.take()?,
            handed_to: columns.take()?,
            reopened_because: columns.take()?,
            notes: columns.take()?,
        };
        let check: Option<ClosureCheck> = columns.take()?;
        if let (Some(closure), Some(check)) = (&mut episode.closed, check) {
            closure.check = check;
        }
        Ok(episode)
    }
}

impl Reader<'_> {
    /// Returns all episodes, those of one case together and in their order.
    pub fn list_episodes(&self) -> Result<Vec<Episode>, StoreError> {
        self.list("WHERE removed = 0 ORDER BY case_id, serial", [])
    }

    /// Returns the episodes of one case, the oldest first.
    pub fn episodes_of(&self, case: CaseId) -> Result<Vec<Episode>, StoreError> {
        self.list("WHERE case_id = ?1 AND removed = 0 ORDER BY serial", [case.to_value()])
    }

    /// Returns an episode; absent when there is none.
    pub fn get_episode(&self, id: EpisodeId) -> Result<Option<Episode>, StoreError> {
        self.get(id.0)
    }
}

impl Writer<'_> {
    /// Adds or amends an episode; returns whether anything changed.
    pub fn put_episode(&mut self, episode: &Episode) -> Result<bool, StoreError> {
        self.put(episode)
    }

    /// Takes an episode back that was opened by mistake; returns whether it was there.
    pub fn remove_episode(&mut self, id: EpisodeId) -> Result<bool, StoreError> {
        self.take_back::<Episode>(id.0)
    }
}
