//! Scores, never changed once written.

use domain::ids::{CaseId, ScoreId};
use domain::score::Score;

use crate::column::Column;
use crate::error::StoreError;
use crate::reader::Reader;
use crate::record::record;
use crate::writer::Writer;

record! {
    #[append_only = true]
    Score in "score", found by |_| None, key id,
    { id, episode, serial, stage, on as day, total, matrix, route, reason, scorer }
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
