//! Answers to a matrix and what they come to: a total is the sum of the chosen options, exact in hundredths.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Matrix, MatrixBand};
use crate::score::{Points, ScoreRoute};

/// The option chosen for a factor, both by their keys.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
pub struct FactorAnswer {
    /// The factor's key.
    pub factor: String,
    /// The option's key.
    pub option: String,
}

/// Says why answers are none to a matrix.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AnswerError {
    /// The matrix asks no such factor.
    #[error("This version of the matrix does not ask “{0}”; open the scoring again")]
    UnknownFactor(String),
    /// The factor offers no such option.
    #[error("“{0}” does not offer that answer in this version; choose again")]
    UnknownOption(String),
    /// A factor is answered twice.
    #[error("“{0}” is answered twice")]
    AnsweredTwice(String),
    /// A factor is not answered.
    #[error("“{0}” is not answered yet")]
    NotAnswered(String),
}

/// What answers come to so far.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Reckoning {
    /// The sum of the chosen options.
    pub total: Points,
    /// How many factors are answered.
    pub answered: u32,
    /// How many factors there are.
    pub factors: u32,
    /// The band that the sum falls into; absent only for a matrix without bands.
    pub band: Option<MatrixBand>,
    /// Whether the sum reaches the threshold.
    pub over_threshold: bool,
    /// The routes that a start score of this sum may take; empty when none is left.
    pub routes: Vec<ScoreRoute>,
    /// The lowest total that is possible with the answers given.
    pub lowest: Points,
    /// The highest.
    pub highest: Points,
}

impl Matrix {
    /// Reckons what `answers` come to; not every factor need be answered yet.
    pub fn reckon(&self, answers: &[FactorAnswer]) -> Result<Reckoning, AnswerError> {
        let mut answered = HashSet::new();
        let mut total = Points::whole(0);
        for answer in answers {
            let factor = self.factor(&answer.factor);
            let factor = factor.ok_or_else(|| AnswerError::UnknownFactor(answer.factor.clone()))?;
            let option = factor.option(&answer.option);
            let option = option.ok_or_else(|| AnswerError::UnknownOption(factor.title.clone()))?;
            if !answered.insert(&factor.key) {
                return Err(AnswerError::AnsweredTwice(factor.title.clone()));
            }
            total = total.plus(option.weight);
        }
        let open = self.factors.iter().filter(|factor| !answered.contains(&factor.key)).cloned().collect();
        let (least, most) = Self { factors: open, ..self.clone() }.range();
        Ok(Reckoning {
            total,
            answered: u32::try_from(answers.len()).unwrap_or(u32::MAX),
            factors: u32::try_from(self.factors.len()).unwrap_or(u32::MAX),
            band: self.band(total).cloned(),
            over_threshold: total >= self.threshold,
            routes: self.routes_for(total),
            lowest: total.plus(least),
            highest: total.plus(most),
        })
    }

    /// Returns the total of answers to every factor.
    pub fn total(&self, answers: &[FactorAnswer]) -> Result<Points, AnswerError> {
        let reckoning = self.reckon(answers)?;
        let open = |factor: &&super::MatrixFactor| answers.iter().all(|answer| answer.factor != factor.key);
        match self.factors.iter().find(open) {
            Some(factor) => Err(AnswerError::NotAnswered(factor.title.clone())),
            None => Ok(reckoning.total),
        }
    }

    /// Returns the factors that are answered with the chosen options, in the order of asking.
    pub fn answered<'a>(
        &'a self,
        answers: &'a [FactorAnswer],
    ) -> impl Iterator<Item = (&'a super::MatrixFactor, &'a super::MatrixOption)> {
        self.factors.iter().filter_map(|factor| {
            let answer = answers.iter().find(|answer| answer.factor == factor.key)?;
            Some((factor, factor.option(&answer.option)?))
        })
    }

    /// Returns the routes that a start score of `total` may take: over the threshold, or else those below it that the
    /// hub allows.
    pub fn routes_for(&self, total: Points) -> Vec<ScoreRoute> {
        let over = total >= self.threshold;
        self.routes.iter().copied().filter(|route| (*route == ScoreRoute::OverThreshold) == over).collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::testing::matrix;
    use super::*;

    fn answer(factor: usize, option: usize) -> FactorAnswer {
        FactorAnswer { factor: format!("f{factor}"), option: format!("o{option}") }
    }

    #[test]
    fn a_running_total_tells_what_is_still_possible() {
        let matrix = matrix(&[&[0, 300], &[0, 250, 500]]);
        let running = matrix.reckon(&[answer(1, 1)]).unwrap();
        assert_eq!((running.total, running.answered, running.factors), (Points::hundredths(250), 1, 2));
        assert_eq!((running.lowest, running.highest), (Points::hundredths(250), Points::hundredths(550)));
        assert_eq!(running.band.map(|band| band.name).as_deref(), Some("Low"));
    }

    #[test]
    fn a_total_needs_every_factor_answered_once_and_by_what_it_offers() {
        let matrix = matrix(&[&[0, 300], &[0, 250, 500]]);
        let refused = |answers: &[FactorAnswer]| matrix.total(answers).unwrap_err();
        assert_eq!(refused(&[answer(0, 0)]), AnswerError::NotAnswered("Factor 1".into()));
        assert_eq!(refused(&[answer(0, 0), answer(0, 1)]), AnswerError::AnsweredTwice("Factor 0".into()));
        assert_eq!(refused(&[answer(0, 7)]), AnswerError::UnknownOption("Factor 0".into()));
        assert_eq!(refused(&[answer(7, 0)]), AnswerError::UnknownFactor("f7".into()));
    }

    #[test]
    fn below_the_threshold_only_the_routes_that_the_hub_allows_are_left() {
        let mut matrix = matrix(&[&[0, 500]]);
        assert_eq!(matrix.routes_for(Points::whole(5)), [ScoreRoute::OverThreshold]);
        assert_eq!(matrix.routes_for(Points::hundredths(499)), [ScoreRoute::ProfessionalJudgement]);
        matrix.routes.truncate(1);
        assert_eq!(matrix.routes_for(Points::hundredths(499)), []);
    }

    /// A matrix of any size within bounds, with a choice for each factor.
    fn chosen() -> impl Strategy<Value = Vec<(Vec<i32>, prop::sample::Index)>> {
        let factor = (prop::collection::vec(0_i32..=100_000, 2..=9), any::<prop::sample::Index>());
        prop::collection::vec(factor, 1..=40)
    }

    proptest! {
        #[test]
        fn a_total_is_the_sum_of_the_chosen_weights_to_the_hundredth(chosen in chosen()) {
            let weights: Vec<&[i32]> = chosen.iter().map(|(weights, _)| weights.as_slice()).collect();
            let matrix = matrix(&weights);
            let places: Vec<usize> = chosen.iter().map(|(weights, index)| index.index(weights.len())).collect();
            let answers: Vec<FactorAnswer> =
                places.iter().enumerate().map(|(factor, option)| answer(factor, *option)).collect();
            let sum: i32 = chosen.iter().zip(&places).map(|((weights, _), place)| weights[*place]).sum();
            let total = matrix.total(&answers).unwrap();
            prop_assert_eq!(total.in_hundredths(), sum);
            let (lowest, highest) = matrix.range();
            prop_assert!(lowest <= total && total <= highest);
            let written: Points = serde_json::from_str(&serde_json::to_string(&total).unwrap()).unwrap();
            prop_assert_eq!(written, total, "the wire keeps hundredths exact");
        }

        #[test]
        fn the_order_of_answering_changes_nothing(chosen in chosen(), turn in any::<prop::sample::Index>()) {
            let weights: Vec<&[i32]> = chosen.iter().map(|(weights, _)| weights.as_slice()).collect();
            let matrix = matrix(&weights);
            let mut answers: Vec<FactorAnswer> = chosen
                .iter()
                .enumerate()
                .map(|(factor, (weights, index))| answer(factor, index.index(weights.len())))
                .collect();
            let total = matrix.total(&answers).unwrap();
            let middle = turn.index(answers.len());
            answers.rotate_left(middle);
            prop_assert_eq!(matrix.total(&answers).unwrap(), total);
        }
    }
}
