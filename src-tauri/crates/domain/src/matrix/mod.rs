//! Scoring matrices as data: factors with weighted options, bands, a threshold, and the routes a hub allows.
//!
//! The county's matrix is not public, so the shipped ones are defaults of ours, labelled so wherever they show. A version
//! once saved or used never changes: a change makes a new version, and totals of the old one stay what they were.

mod checks;
mod comparing;
mod defaults;
mod reckoning;
mod version;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::case::CaseKind;
use crate::priority::Priority;
use crate::score::{Points, ScoreRoute};

pub use checks::{MOST_FACTORS, MOST_OPTIONS, MatrixFault};
pub use reckoning::{AnswerError, FactorAnswer, Reckoning};
pub use version::{Matrices, MatrixError, MatrixVersion};

/// What stands beside the name of a shipped matrix wherever it shows.
pub const DEFAULT_LABEL: &str = "Default – not the county’s matrix";

/// Which of the two matrices.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MatrixKind {
    /// For cases about a person.
    Person,
    /// For cases about a property, a location or a theme.
    Location,
}

/// What a matrix asks and how it weighs the answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Matrix {
    /// What is asked, in the order of asking.
    pub factors: Vec<MatrixFactor>,
    /// The bands that totals fall into, the lowest first; the first begins at nought.
    pub bands: Vec<MatrixBand>,
    /// Totals from here on are over the threshold of adoption.
    pub threshold: Points,
    /// The routes by which a score may lead to the case.
    pub routes: Vec<ScoreRoute>,
}

/// One question of a matrix.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MatrixFactor {
    /// Its key, the same in every version; empty for one that was only just added.
    pub key: String,
    /// What it is called.
    pub title: String,
    /// What to think of when answering; may be empty.
    pub guide: String,
    /// What can be answered, two to nine.
    pub options: Vec<MatrixOption>,
}

/// One answer to a factor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MatrixOption {
    /// Its key within the factor, the same in every version; empty for one that was only just added.
    pub key: String,
    /// The answer.
    pub words: String,
    /// What it adds to the total; decimals are allowed, in hundredths.
    pub weight: Points,
}

/// A band of totals.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MatrixBand {
    /// What it is called.
    pub name: String,
    /// Totals from here on belong to it, up to the next band.
    pub from: Points,
    /// The priority that it suggests.
    pub priority: Priority,
}

impl MatrixKind {
    /// Both, in the order in which they are listed.
    pub const ALL: [Self; 2] = [Self::Person, Self::Location];

    /// Returns the matrix that cases of a kind are scored with.
    pub fn of(kind: CaseKind) -> Self {
        match kind {
            CaseKind::Person => Self::Person,
            CaseKind::Property | CaseKind::Topic => Self::Location,
        }
    }

    /// Returns the matrix's name, as inside a sentence.
    pub fn words(self) -> &'static str {
        match self {
            Self::Person => "person matrix",
            Self::Location => "location matrix",
        }
    }
}

impl Matrix {
    /// Returns the lowest and the highest total that answers can make.
    pub fn range(&self) -> (Points, Points) {
        let weights = |factor: &MatrixFactor| factor.options.iter().map(|option| option.weight).collect();
        let of = |choose: fn(Vec<Points>) -> Option<Points>| {
            self.factors.iter().filter_map(|factor| choose(weights(factor))).sum()
        };
        (of(|weights| weights.into_iter().min()), of(|weights| weights.into_iter().max()))
    }

    /// Returns the band that a total falls into; absent only for a matrix without bands.
    pub fn band(&self, total: Points) -> Option<&MatrixBand> {
        let begun = self.bands.iter().filter(|band| band.from <= total);
        begun.max_by_key(|band| band.from).or(self.bands.first())
    }

    /// Returns a factor; absent when the matrix does not ask it.
    pub fn factor(&self, key: &str) -> Option<&MatrixFactor> {
        self.factors.iter().find(|factor| factor.key == key)
    }
}

impl MatrixFactor {
    /// Returns an option; absent when the factor does not offer it.
    pub fn option(&self, key: &str) -> Option<&MatrixOption> {
        self.options.iter().find(|option| option.key == key)
    }
}

#[cfg(test)]
pub(crate) mod testing {
    use super::*;

    /// Returns a matrix whose factors offer options of these weights, in hundredths, keyed by their places.
    pub fn matrix(weights: &[&[i32]]) -> Matrix {
        let option = |(at, weight): (usize, &i32)| MatrixOption {
            key: format!("o{at}"),
            words: format!("Answer {at}"),
            weight: Points::hundredths(*weight),
        };
        let factor = |(at, weights): (usize, &&[i32])| MatrixFactor {
            key: format!("f{at}"),
            title: format!("Factor {at}"),
            guide: String::new(),
            options: weights.iter().enumerate().map(option).collect(),
        };
        let band = |name: &str, from, priority| MatrixBand { name: name.into(), from, priority };
        Matrix {
            factors: weights.iter().enumerate().map(factor).collect(),
            bands: vec![
                band("Low", Points::whole(0), Priority::Low),
                band("Medium", Points::whole(4), Priority::Medium),
                band("High", Points::whole(8), Priority::High),
            ],
            threshold: Points::whole(5),
            routes: vec![ScoreRoute::OverThreshold, ScoreRoute::ProfessionalJudgement],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::testing::matrix;
    use super::*;

    #[test]
    fn a_total_on_the_border_belongs_to_the_band_that_begins_there() {
        let matrix = matrix(&[&[0, 1000]]);
        let band = |total| matrix.band(Points::hundredths(total)).map(|band| band.name.as_str());
        assert_eq!(
            [band(0), band(399), band(400), band(800)],
            [Some("Low"), Some("Low"), Some("Medium"), Some("High")]
        );
    }

    #[test]
    fn the_range_goes_from_the_lightest_answers_to_the_heaviest() {
        let matrix = matrix(&[&[0, 550], &[25, 125, 75]]);
        assert_eq!(matrix.range(), (Points::hundredths(25), Points::hundredths(675)));
    }

    #[test]
    fn only_a_person_is_scored_by_the_person_matrix() {
        assert_eq!(MatrixKind::of(CaseKind::Person), MatrixKind::Person);
        assert_eq!(MatrixKind::of(CaseKind::Property), MatrixKind::Location);
        assert_eq!(MatrixKind::of(CaseKind::Topic), MatrixKind::Location);
    }
}
