//! What is counted: the records that stand, and what is left of those that were disposed of.

use domain::case::Case;
use domain::episode::Episode;
use domain::order::Order;
use domain::score::Score;

use crate::error::StoreError;
use crate::reader::Reader;

const COUNTED: &str = "WHERE removed IN (0, 2) ORDER BY id";

impl Reader<'_> {
    /// Returns all cases that are counted; of a disposed one nothing but kind, factors, area, source and number.
    pub fn counted_cases(&self) -> Result<Vec<Case>, StoreError> {
        self.list(COUNTED, [])
    }

    /// Returns all episodes that are counted; of a disposed case's nothing but dates and the kind of closure.
    pub fn counted_episodes(&self) -> Result<Vec<Episode>, StoreError> {
        self.list(COUNTED, [])
    }

    /// Returns all scores that are counted; of a disposed case's nothing but stage, day and total.
    pub fn counted_scores(&self) -> Result<Vec<Score>, StoreError> {
        self.list(COUNTED, [])
    }

    /// Returns all orders that are counted; of a disposed one nothing but type, stage, days and outcome.
    pub fn counted_orders(&self) -> Result<Vec<Order>, StoreError> {
        self.list(COUNTED, [])
    }
}
