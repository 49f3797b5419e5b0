//! The matrices that come with the program: ours, because the county's is not public. Lower is better, 0 to 100.

mod location;
mod person;

use uuid::Uuid;

use super::{Matrix, MatrixBand, MatrixFactor, MatrixKind, MatrixOption};
use crate::ids::MatrixVersionId;
use crate::priority::Priority;
use crate::score::{Points, ScoreRoute};

/// An answer: key, words, weight in whole points.
type Offer = (&'static str, &'static str, i32);

/// A factor: key, title, guide, answers.
type Question = (&'static str, &'static str, &'static str, &'static [Offer]);

/// The total from which a case comes in by its score alone.
const THRESHOLD: i32 = 50;
/// Where the bands begin, the same as the hub's own (a default).
const BANDS: [(&str, i32, Priority); 3] =
    [("Low", 0, Priority::Low), ("Medium", 40, Priority::Medium), ("High", 65, Priority::High)];

/// Returns the shipped matrix of a kind with its key, which is fixed.
pub fn of(kind: MatrixKind) -> (MatrixVersionId, Matrix) {
    let (id, questions) = match kind {
        MatrixKind::Person => (0x0192_f0c1_0000_7000_8000_4875_6254_0001, person::QUESTIONS),
        MatrixKind::Location => (0x0192_f0c1_0000_7000_8000_4875_6254_0002, location::QUESTIONS),
    };
    let matrix = Matrix {
        factors: questions.iter().map(factor).collect(),
        bands: BANDS
            .iter()
            .map(|(name, from, priority)| MatrixBand {
                name: (*name).to_owned(),
                from: Points::whole(*from),
                priority: *priority,
            })
            .collect(),
        threshold: Points::whole(THRESHOLD),
        routes: vec![
            ScoreRoute::OverThreshold,
            ScoreRoute::PotentialEscalation,
            ScoreRoute::ProfessionalJudgement,
        ],
    };
    (MatrixVersionId(Uuid::from_u128(id)), matrix)
}

fn factor((key, title, guide, offers): &Question) -> MatrixFactor {
    let option = |(key, words, weight): &Offer| MatrixOption {
        key: (*key).to_owned(),
        words: (*words).to_owned(),
        weight: Points::whole(*weight),
    };
    MatrixFactor {
        key: (*key).to_owned(),
        title: (*title).to_owned(),
        guide: (*guide).to_owned(),
        options: offers.iter().map(option).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::priority::PriorityBands;

    #[test]
    fn the_defaults_go_from_0_to_100_in_the_bands_of_a_new_hub() {
        for kind in MatrixKind::ALL {
            let (_, matrix) = of(kind);
            assert_eq!(matrix.range(), (Points::whole(0), Points::whole(100)), "{kind:?}");
            for total in 0..=100 {
                let total = Points::whole(total);
                let band = matrix.band(total).map(|band| band.priority);
                assert_eq!(band, PriorityBands::default().suggested(Some(total)), "{kind:?} {total}");
            }
        }
    }

    #[test]
    fn answers_grow_heavier_down_the_list_so_that_keys_mean_the_same_everywhere() {
        for kind in MatrixKind::ALL {
            for factor in of(kind).1.factors {
                let rises = factor.options.windows(2).all(|pair| pair[0].weight < pair[1].weight);
                assert!(rises, "{}", factor.title);
            }
        }
    }
}
