//! Scores, never changed once written.

use domain::ids::{CaseId, ScoreId};
use domain::score::{Score, ScoreAnswers};
use rusqlite::types::Value;
use uuid::Uuid;

use crate::column::{Column, Columns};
use crate::error::StoreError;
use crate::reader::Reader;
use crate::record::Record;
use crate::writer::Writer;

impl Record for Score {
    const TABLE: &'static str = "score";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "episode",
        "serial",
        "stage",
        "day",
        "total",
        "matrix",
        "matrix_version",
        "answers",
        "route",
        "reason",
        "scorer",
    ];
    const APPEND_ONLY: bool = true;

    fn key(&self) -> Uuid {
        self.id.0
    }

    fn values(&self) -> Vec<Value> {
        let answers = self.answers.as_ref();
        vec![
            self.id.to_value(),
            self.episode.to_value(),
            self.serial.to_value(),
            self.stage.to_value(),
            self.on.to_value(),
            self.total.to_value(),
            self.matrix.to_value(),
            answers.map(|answers| answers.version).to_value(),
            answers.map(|answers| answers.chosen.clone()).to_value(),
            self.route.to_value(),
            self.reason.to_value(),
            self.scorer.to_value(),
        ]
    }

    fn read(columns: &mut Columns<'_, '_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: columns.take()?,
            episode: columns.take()?,
            serial: columns.take()?,
            stage: columns.take()?,
            on: columns.take()?,
            total: columns.take()?,
            matrix: columns.take()?,
            answers: match (columns.take()?, columns.take()?) {
                (Some(version), Some(chosen)) => Some(ScoreAnswers { version, chosen }),
                _ => None,
            },
            route: columns.take()?,
            reason: columns.take()?,
            scorer: columns.take()?,
        })
    }
}

impl Reader<'_> {
    /// Returns all scores, those of one episode together and in their order.
    pub fn list_scores(&self) -> Result<Vec<Score>, StoreError> {
        self.list("WHERE removed = 0 ORDER BY episode, serial", [])
    }

    /// Returns the scores of all episodes of one case, in the order of episodes and scoring.
    pub fn scores_of(&self, case: CaseId) -> Result<Vec<Score>, StoreError> {
        self.list(
            "WHERE removed = 0 AND episode IN (SELECT id FROM episode WHERE case_id = ?1 AND removed = 0) \
             ORDER BY (SELECT episode.serial FROM episode WHERE episode.id = score.episode), serial",
            [case.to_value()],
        )
    }
}

impl Writer<'_> {
    /// Adds a score; returns whether it is new. The same score with other values is refused.
    pub fn add_score(&mut self, score: &Score) -> Result<bool, StoreError> {
        self.put(score)
    }

    /// Takes a score back that was entered by mistake; returns whether it was there.
    pub fn remove_score(&mut self, id: ScoreId) -> Result<bool, StoreError> {
        self.take_back::<Score>(id.0)
    }
}
