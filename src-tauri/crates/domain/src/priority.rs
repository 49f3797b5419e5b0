//! Priority of a case, suggested from its latest score by bands that the hub can change.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::score::Points;

/// How urgent a case is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Priority {
    /// Below both bands.
    Low,
    /// At or above the middle band.
    Medium,
    /// At or above the high band.
    High,
}

/// Where the bands begin (a default: nothing is published).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PriorityBands {
    /// Totals from here on are high.
    pub high_from: Points,
    /// Totals from here on, below high, are medium.
    pub medium_from: Points,
}

impl Default for PriorityBands {
    fn default() -> Self {
        Self { high_from: Points::whole(65), medium_from: Points::whole(40) }
    }
}

impl PriorityBands {
    /// Tells whether the bands stand in their order.
    pub fn are_in_order(self) -> bool {
        self.medium_from < self.high_from
    }

    /// Suggests the priority of a case whose latest total is `latest`; absent for a case never scored.
    pub fn suggested(self, latest: Option<Points>) -> Option<Priority> {
        let total = latest?;
        Some(match total {
            total if total >= self.high_from => Priority::High,
            total if total >= self.medium_from => Priority::Medium,
            _ => Priority::Low,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_total_on_the_border_belongs_to_the_band_that_begins_there() {
        let bands = PriorityBands::default();
        let read = |total| bands.suggested(Some(Points::whole(total)));
        assert_eq!(read(65), Some(Priority::High));
        assert_eq!(read(64), Some(Priority::Medium));
        assert_eq!(read(39), Some(Priority::Low));
        assert_eq!(bands.suggested(None), None);
    }
}
