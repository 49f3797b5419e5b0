//! Whether two totals may be compared: a change between totals that were weighed differently says nothing.

use std::collections::{BTreeMap, BTreeSet};

use super::{Matrices, MatrixKind, MatrixVersion};
use crate::score::{Points, Score};

impl Matrices {
    /// Tells whether the totals of two scores compare: both of one matrix, in versions that ask and weigh the same.
    ///
    /// Totals without a matrix of the hub, of a register or typed in, compare among those of the same name.
    pub fn compare(&self, one: &Score, other: &Score) -> bool {
        match (self.made_with(one), self.made_with(other)) {
            (Some(one), Some(other)) => one.weighs_as(other),
            (None, None) => one.matrix == other.matrix,
            _ => false,
        }
    }

    /// Returns the version that a score was made with. By its name where the answers are gone: a disposal takes them, and
    /// changes no figure.
    fn made_with(&self, score: &Score) -> Option<&MatrixVersion> {
        match &score.answers {
            Some(answers) => self.get(answers.version),
            None => {
                let mut all = MatrixKind::ALL.into_iter().flat_map(|kind| self.of_kind(kind));
                all.find(|version| version.words() == score.matrix)
            }
        }
    }
}

impl MatrixVersion {
    /// Tells whether another version asks the same factors and weighs every option the same, whatever their words.
    pub fn weighs_as(&self, other: &Self) -> bool {
        let weights = |version: &Self| -> BTreeMap<String, BTreeSet<(String, Points)>> {
            let factors = version.matrix.factors.iter().map(|factor| {
                let options = factor.options.iter().map(|option| (option.key.clone(), option.weight));
                (factor.key.clone(), options.collect())
            });
            factors.collect()
        };
        self.kind == other.kind && (self.id == other.id || weights(self) == weights(other))
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::super::FactorAnswer;
    use super::super::testing::matrix;
    use super::*;
    use crate::ids::{EpisodeId, MatrixVersionId, ScoreId};
    use crate::score::{AS_PUBLISHED, ScoreAnswers, ScoreStage, TOTAL_ONLY};

    fn version(number: u32, weights: &[&[i32]]) -> MatrixVersion {
        MatrixVersion {
            id: MatrixVersionId(Uuid::from_u128(u128::from(number))),
            kind: MatrixKind::Person,
            number,
            matrix: matrix(weights),
            made_on: "2026-01-01".parse().ok(),
            made_by: "Alex Marsh".into(),
        }
    }

    fn score(matrix: &str, version: Option<&MatrixVersion>) -> Score {
        let chosen: Vec<FactorAnswer> = Vec::new();
        Score {
            id: ScoreId(Uuid::nil()),
            episode: EpisodeId(Uuid::nil()),
            serial: 1,
            stage: ScoreStage::Start,
            on: None,
            total: Points::whole(10),
            matrix: matrix.into(),
            answers: version.map(|version| ScoreAnswers { version: version.id, chosen }),
            route: None,
            reason: String::new(),
            scorer: String::new(),
        }
    }

    #[test]
    fn totals_compare_when_the_weights_are_the_same_whatever_the_words() {
        let (first, reweighed) = (version(2, &[&[0, 500]]), version(4, &[&[0, 900]]));
        let mut reworded = version(3, &[&[0, 500]]);
        reworded.matrix.factors[0].title = "Said better".into();
        let matrices = Matrices::of(vec![first.clone(), reworded.clone(), reweighed.clone()]);
        let of = |version: &MatrixVersion| score(&version.words(), Some(version));
        assert!(matrices.compare(&of(&first), &of(&first)));
        assert!(matrices.compare(&of(&first), &of(&reworded)), "only words changed");
        assert!(!matrices.compare(&of(&first), &of(&reweighed)));
        let thinned = score(&first.words(), None);
        assert!(matrices.compare(&thinned, &of(&reworded)), "a disposal takes the answers and no figure");
        assert!(!matrices.compare(&thinned, &of(&reweighed)));
    }

    #[test]
    fn totals_of_no_matrix_compare_among_themselves_only() {
        let first = version(2, &[&[0, 500]]);
        let matrices = Matrices::of(vec![first.clone()]);
        let (published, typed) = (score(AS_PUBLISHED, None), score(TOTAL_ONLY, None));
        assert!(matrices.compare(&published, &published) && matrices.compare(&typed, &typed));
        assert!(!matrices.compare(&published, &typed));
        assert!(!matrices.compare(&published, &score(&first.words(), Some(&first))));
    }
}
