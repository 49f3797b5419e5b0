//! The sample's scores: most of them answered factor by factor with the shipped matrices.

use chrono::NaiveDate;
use domain::case::Case;
use domain::episode::Episode;
use domain::ids::{EpisodeId, ScoreId};
use domain::matrix::{FactorAnswer, Matrix, MatrixFactor, MatrixKind, MatrixOption, MatrixVersion};
use domain::score::{AS_PUBLISHED, Points, Score, ScoreAnswers, ScoreRoute, ScoreStage, TOTAL_ONLY};

use super::COORDINATOR;
use super::chance::Chance;
use super::maker::Maker;
use super::words::{Scoring, Term};
use crate::failure::Failure;

impl Maker<'_, '_> {
    /// Scores an episode as its plan says; those that the hub gave itself are mostly answered factor by factor.
    pub fn make_scores(&mut self, case: &Case, episode: &Episode, term: &Term) -> Result<(), Failure> {
        let by = self.made.chance.between(-1, 1);
        let (first, last) = (total(term.totals.0 + by), total(term.totals.1 + by));
        let between = total((term.totals.0 + term.totals.1) / 2);
        let today = self.made.calendar.today;
        let until = episode.closed.as_ref().map_or(today, |closure| closure.on);
        let middle = episode.opened + (until - episode.opened) / 2;
        let closed = episode.closed.as_ref().map(|closure| closure.on);
        let second = match closed {
            Some(on) => (ScoreStage::Closure, Some(on)),
            None => (ScoreStage::MidPoint, Some(middle)),
        };
        let start = (ScoreStage::Start, Some(episode.opened), first);
        let scores: Vec<(ScoreStage, Option<NaiveDate>, i64)> = match term.scoring {
            Scoring::Never => Vec::new(),
            Scoring::Once | Scoring::PublishedEqual => vec![start],
            Scoring::Same => vec![start, (second.0, second.1, first)],
            Scoring::Twice => vec![start, (second.0, second.1, last)],
            Scoring::PublishedTwo => vec![start, (ScoreStage::AsPublished, None, last)],
            Scoring::WithMidPoint => match closed {
                Some(on) => vec![
                    start,
                    (ScoreStage::MidPoint, Some(middle), between),
                    (ScoreStage::Closure, Some(on), last),
                ],
                None => vec![start, (ScoreStage::MidPoint, Some(middle), last)],
            },
        };
        let published = matches!(term.scoring, Scoring::PublishedEqual | Scoring::PublishedTwo);
        let version = MatrixVersion::shipped(MatrixKind::of(case.kind));
        let mut answering = Answering::of(episode.id);
        for (serial, (stage, on, points)) in (1..).zip(scores) {
            let route = (stage == ScoreStage::Start && !published).then(|| route(points));
            let chosen = if published { None } else { answering.chosen(&version.matrix, points) };
            let matrix = match (published, &chosen) {
                (true, _) => AS_PUBLISHED.to_owned(),
                (false, None) => TOTAL_ONLY.to_owned(),
                (false, Some(_)) => version.words(),
            };
            if chosen.is_some() {
                self.writer.add_matrix_version(&version)?;
            }
            self.writer.add_score(&Score {
                id: ScoreId::new(&mut **self.ids),
                episode: episode.id,
                serial,
                stage,
                on,
                total: Points::whole(points as i32),
                matrix,
                answers: chosen.map(|chosen| ScoreAnswers { version: version.id, chosen }),
                reason: route.map(reason).unwrap_or_default().to_owned(),
                route,
                scorer: if published { String::new() } else { COORDINATOR.to_owned() },
            })?;
        }
        Ok(())
    }
}

/// Chooses answers that come to the totals of an episode, each time as near to the last answers as it can.
///
/// It draws from a chance of its own, so that nothing else of the sample depends on how many factors a matrix asks.
struct Answering {
    chance: Chance,
    total_only: bool,
    last: Vec<FactorAnswer>,
}

impl Answering {
    /// Begins for an episode; one in six is scored by totals alone, as some hubs do.
    fn of(episode: EpisodeId) -> Self {
        let mut chance = Chance::of(episode.0.as_u64_pair().1);
        let total_only = chance.one_in(6);
        Self { chance, total_only, last: Vec::new() }
    }

    /// Returns answers that come to `points`; absent for an episode that is scored by totals alone, and where no answers do.
    fn chosen(&mut self, matrix: &Matrix, points: i64) -> Option<Vec<FactorAnswer>> {
        if self.total_only {
            return None;
        }
        let mut order: Vec<&MatrixFactor> = matrix.factors.iter().collect();
        for at in (1..order.len()).rev() {
            order.swap(at, self.chance.below(at + 1));
        }
        let mut left = u32::try_from(points).ok()?;
        let mut answers = Vec::with_capacity(order.len());
        for (at, factor) in order.iter().enumerate() {
            let rest = reachable(&order[at + 1..]);
            let fits = |option: &&MatrixOption| {
                left.checked_sub(whole(option)).is_some_and(|left| left < 128 && rest >> left & 1 == 1)
            };
            let fitting: Vec<&MatrixOption> = factor.options.iter().filter(fits).collect();
            let before = self.last.iter().find(|answer| answer.factor == factor.key);
            let same = fitting.iter().find(|option| before.is_some_and(|answer| answer.option == option.key));
            let option = match same {
                Some(option) => option,
                None => fitting.get(self.chance.below(fitting.len()))?,
            };
            left -= whole(option);
            answers.push(FactorAnswer { factor: factor.key.clone(), option: option.key.clone() });
        }
        let asked = |answer: &FactorAnswer| matrix.factors.iter().position(|each| each.key == answer.factor);
        answers.sort_by_key(asked);
        self.last = answers.clone();
        Some(answers)
    }
}

/// Returns the totals that factors can come to, a bit each; shipped matrices go to 100.
fn reachable(factors: &[&MatrixFactor]) -> u128 {
    factors.iter().fold(1_u128, |totals, factor| {
        factor.options.iter().fold(0_u128, |all, option| all | totals.checked_shl(whole(option)).unwrap_or(0))
    })
}

/// Returns a weight in whole points, as the shipped matrices have them.
fn whole(option: &MatrixOption) -> u32 {
    u32::try_from(option.weight.in_hundredths() / 100).unwrap_or(0)
}

/// Returns a total near `wanted` that never ends in 0, 2, 5 or 7, as the totals of a published register do.
fn total(wanted: i64) -> i64 {
    let wanted = wanted.clamp(3, 98);
    match wanted % 10 {
        0 | 2 | 5 | 7 => wanted + 1,
        _ => wanted,
    }
}

fn route(points: i64) -> ScoreRoute {
    match points {
        50.. => ScoreRoute::OverThreshold,
        40..50 => ScoreRoute::PotentialEscalation,
        _ => ScoreRoute::ProfessionalJudgement,
    }
}

fn reason(route: ScoreRoute) -> &'static str {
    match route {
        ScoreRoute::OverThreshold => "",
        ScoreRoute::PotentialEscalation => "Likely to get worse without several agencies at once",
        ScoreRoute::ProfessionalJudgement => "The effect on others is greater than the total tells",
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn answers_are_found_for_every_total_that_the_sample_uses() {
        for kind in MatrixKind::ALL {
            let matrix = MatrixVersion::shipped(kind).matrix;
            // Above it the location matrix leaves a gap, and such a case would be scored by its total alone.
            for points in 3..=96 {
                let id = EpisodeId(Uuid::from_u128(1));
                let mut answering = Answering { total_only: false, ..Answering::of(id) };
                let answers = answering.chosen(&matrix, total(points)).unwrap();
                assert_eq!(matrix.total(&answers).unwrap(), Points::whole(total(points) as i32), "{kind:?}");
            }
        }
    }

    #[test]
    fn a_second_scoring_keeps_most_answers() {
        let matrix = MatrixVersion::shipped(MatrixKind::Person).matrix;
        let mut answering = Answering { total_only: false, ..Answering::of(EpisodeId(Uuid::from_u128(1))) };
        let first = answering.chosen(&matrix, 64).unwrap();
        let second = answering.chosen(&matrix, 48).unwrap();
        let same = first.iter().filter(|answer| second.contains(answer)).count();
        assert!(same >= 5, "{same} of {}", first.len());
        assert_eq!(answering.chosen(&matrix, 48).unwrap(), second, "the same total, the same answers");
    }
}
