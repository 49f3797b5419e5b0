//! Scoring an episode: factor by factor with a version of a matrix, or by a total alone.

use chrono::NaiveDate;

use crate::case::CaseKind;
use crate::episode::Episode;
use crate::ids::ScoreId;
use crate::matrix::{AnswerError, FactorAnswer, MatrixKind, MatrixVersion};
use crate::score::{Points, Score, ScoreAnswers, ScoreRoute, ScoreStage, TOTAL_ONLY};
use crate::words::table_date;

/// What a score is made of.
#[derive(Clone, Debug)]
pub enum Basis<'a> {
    /// Nothing but the total.
    Total(Points),
    /// Answers to every factor of a version.
    Factors {
        /// The version.
        version: &'a MatrixVersion,
        /// What the case is about, which decides the matrix.
        kind: CaseKind,
        /// The answers, in any order.
        answers: Vec<FactorAnswer>,
    },
}

/// A score to be.
#[derive(Clone, Debug)]
pub struct NewScore<'a> {
    /// When in the episode's life.
    pub stage: ScoreStage,
    /// The day.
    pub on: NaiveDate,
    /// What it is made of.
    pub basis: Basis<'a>,
    /// How it leads to the case; absent where it is not asked.
    pub route: Option<ScoreRoute>,
    /// The reason for the route, or a remark.
    pub reason: String,
}

/// Says why an episode cannot be scored so.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ScoreError {
    /// The route needs a reason.
    #[error("Give the reason for adopting it below the threshold")]
    NoReason,
    /// The total is below nought.
    #[error("A score is not below nought")]
    BelowNought,
    /// The day is before the episode.
    #[error("The case was opened on {0} and cannot be scored before that")]
    BeforeOpened(String),
    /// The day is after the episode.
    #[error("The case was closed on {0} and cannot be scored after that")]
    AfterClosed(String),
    /// The day is still to come.
    #[error("A case is not scored in the future")]
    InFuture,
    /// The version is one of the other matrix.
    #[error("This case is scored with the {0}; open the scoring again")]
    OtherMatrix(&'static str),
    /// The answers are none to the version.
    #[error(transparent)]
    Answers(#[from] AnswerError),
    /// A start score says how it leads to the case.
    #[error("Say by which route the score leads to the case")]
    NoRoute,
    /// The total and the route do not fit.
    #[error("The total of {total} is {side} the threshold, so the route cannot be “{route}”")]
    RouteDoesNotFit {
        /// The total.
        total: Points,
        /// On which side of the threshold it is: `over`, `below`.
        side: &'static str,
        /// The refused route, in words.
        route: &'static str,
    },
}

impl NewScore<'_> {
    /// Returns the score of an episode, given by `by` on or before `today`; `earlier` are the episode's scores so far.
    pub fn of(
        self,
        id: ScoreId,
        episode: &Episode,
        earlier: &[Score],
        today: NaiveDate,
        by: &str,
    ) -> Result<Score, ScoreError> {
        self.check_day(episode, today)?;
        let reason = self.reason.trim().to_owned();
        if self.route.is_some_and(ScoreRoute::needs_reason) && reason.is_empty() {
            return Err(ScoreError::NoReason);
        }
        let (total, matrix, answers) = match self.basis {
            Basis::Total(total) => (total, TOTAL_ONLY.to_owned(), None),
            Basis::Factors { version, kind, answers } => {
                let total = version.matrix.total(&answers)?;
                check_matrix(version, kind)?;
                check_route(version, total, self.stage, self.route)?;
                let chosen = in_order(version, answers);
                (total, version.words(), Some(ScoreAnswers { version: version.id, chosen }))
            }
        };
        if total < Points::whole(0) {
            return Err(ScoreError::BelowNought);
        }
        let own = earlier.iter().filter(|score| score.episode == episode.id);
        let serial = own.map(|score| score.serial).max().unwrap_or(0).saturating_add(1);
        let (stage, route, scorer) = (self.stage, self.route, by.to_owned());
        let (episode, on) = (episode.id, Some(self.on));
        Ok(Score { id, episode, serial, stage, on, total, matrix, answers, route, reason, scorer })
    }

    fn check_day(&self, episode: &Episode, today: NaiveDate) -> Result<(), ScoreError> {
        if self.on > today {
            return Err(ScoreError::InFuture);
        }
        if self.on < episode.opened {
            return Err(ScoreError::BeforeOpened(table_date(episode.opened)));
        }
        match &episode.closed {
            Some(closed) if self.on > closed.on => Err(ScoreError::AfterClosed(table_date(closed.on))),
            _ => Ok(()),
        }
    }
}

fn check_matrix(version: &MatrixVersion, kind: CaseKind) -> Result<(), ScoreError> {
    let wanted = MatrixKind::of(kind);
    if version.kind == wanted { Ok(()) } else { Err(ScoreError::OtherMatrix(wanted.words())) }
}

fn check_route(
    version: &MatrixVersion,
    total: Points,
    stage: ScoreStage,
    route: Option<ScoreRoute>,
) -> Result<(), ScoreError> {
    let possible = version.matrix.routes_for(total);
    match route {
        Some(route) if !possible.contains(&route) => {
            let side = if total >= version.matrix.threshold { "over" } else { "below" };
            Err(ScoreError::RouteDoesNotFit { total, side, route: route.words() })
        }
        None if stage == ScoreStage::Start && !possible.is_empty() => Err(ScoreError::NoRoute),
        _ => Ok(()),
    }
}

/// Returns the answers in the order in which the version asks.
fn in_order(version: &MatrixVersion, answers: Vec<FactorAnswer>) -> Vec<FactorAnswer> {
    let place =
        |answer: &FactorAnswer| version.matrix.factors.iter().position(|each| each.key == answer.factor);
    let mut answers = answers;
    answers.sort_by_key(place);
    answers
}

/// Returns the score whose answers are shown beside a new scoring with `version`: the latest one of the same matrix, made
/// factor by factor, of the episode, or else of the episode before it.
///
/// `scores` are those of all episodes of the case, in the order of episodes and scoring.
pub fn previous_answers(scores: &[Score], of_kind: impl Fn(&ScoreAnswers) -> bool) -> Option<&Score> {
    scores.iter().rfind(|score| score.answers.as_ref().is_some_and(&of_kind))
}

/// Returns the stage that a new score of an episode is taken for until somebody says otherwise.
pub fn stage_after(scores: &[Score]) -> ScoreStage {
    if scores.is_empty() { ScoreStage::Start } else { ScoreStage::MidPoint }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::episode::{Closure, ClosureReason};
    use crate::ids::CaseId;
    use crate::ids::EpisodeId;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn episode() -> Episode {
        Episode::first(EpisodeId(Uuid::nil()), CaseId(Uuid::nil()), day("2026-10-06"))
    }

    /// Answers every factor of the shipped person matrix with its lightest or its heaviest option.
    fn answers(heaviest: bool) -> Vec<FactorAnswer> {
        let matrix = MatrixVersion::shipped(MatrixKind::Person).matrix;
        let pick = |factor: &crate::matrix::MatrixFactor| {
            let option = if heaviest { factor.options.last() } else { factor.options.first() };
            FactorAnswer { factor: factor.key.clone(), option: option.unwrap().key.clone() }
        };
        matrix.factors.iter().rev().map(pick).collect()
    }

    fn given(
        stage: ScoreStage,
        heaviest: bool,
        route: Option<ScoreRoute>,
        reason: &str,
    ) -> Result<Score, ScoreError> {
        let version = MatrixVersion::shipped(MatrixKind::Person);
        let basis = Basis::Factors { version: &version, kind: CaseKind::Person, answers: answers(heaviest) };
        scored(NewScore { stage, on: day("2026-11-24"), basis, route, reason: reason.into() }, &[])
    }

    fn scored(new: NewScore<'_>, earlier: &[Score]) -> Result<Score, ScoreError> {
        new.of(ScoreId(Uuid::nil()), &episode(), earlier, day("2026-11-24"), "A Field")
    }

    fn total(on: &str, total: i32) -> NewScore<'static> {
        let basis = Basis::Total(Points::whole(total));
        NewScore { stage: ScoreStage::MidPoint, on: day(on), basis, route: None, reason: String::new() }
    }

    #[test]
    fn a_score_factor_by_factor_keeps_its_answers_in_the_order_of_asking() {
        let score = given(ScoreStage::Start, true, Some(ScoreRoute::OverThreshold), "").unwrap();
        assert_eq!(score.total, Points::whole(100));
        let chosen = score.answers.unwrap().chosen;
        assert_eq!((chosen.len(), chosen[0].factor.as_str()), (12, "frequency"));
        assert!(score.matrix.contains("person matrix, version 1"), "{}", score.matrix);
    }

    #[test]
    fn a_start_score_says_its_route_and_the_route_fits_the_total() {
        use ScoreRoute::*;
        assert_eq!(given(ScoreStage::Start, true, None, ""), Err(ScoreError::NoRoute));
        assert_eq!(
            given(ScoreStage::Start, false, Some(PotentialEscalation), " "),
            Err(ScoreError::NoReason)
        );
        assert!(given(ScoreStage::Start, false, Some(PotentialEscalation), "a child was seen there").is_ok());
        let refused = given(ScoreStage::Start, false, Some(OverThreshold), "").unwrap_err();
        assert_eq!(
            refused.to_string(),
            "The total of 0 is below the threshold, so the route cannot be “Over the threshold”"
        );
        assert!(given(ScoreStage::Start, true, Some(ProfessionalJudgement), "why").is_err());
        assert!(given(ScoreStage::MidPoint, true, None, "").is_ok(), "later scores need no route");
    }

    #[test]
    fn a_case_is_scored_with_its_own_matrix_only() {
        let version = MatrixVersion::shipped(MatrixKind::Person);
        let basis = Basis::Factors { version: &version, kind: CaseKind::Topic, answers: answers(true) };
        let new = NewScore { basis, ..total("2026-11-24", 0) };
        assert_eq!(scored(new, &[]), Err(ScoreError::OtherMatrix("location matrix")));
    }

    #[test]
    fn a_score_lies_within_its_episode_and_not_ahead() {
        assert_eq!(scored(total("2026-10-05", 5), &[]), Err(ScoreError::BeforeOpened("6 Oct 2026".into())));
        assert_eq!(scored(total("2026-11-25", 5), &[]), Err(ScoreError::InFuture));
        assert_eq!(scored(total("2026-11-24", -1), &[]), Err(ScoreError::BelowNought));
        let mut closed = episode();
        let on = day("2026-11-01");
        let closure = Closure {
            on,
            reason: ClosureReason::Closed,
            no_score_because: None,
            summary: String::new(),
            check: Default::default(),
        };
        closed.close(closure).unwrap();
        let late = total("2026-11-02", 5).of(ScoreId(Uuid::nil()), &closed, &[], day("2026-11-24"), "");
        assert_eq!(late, Err(ScoreError::AfterClosed("1 Nov 2026".into())));
    }

    #[test]
    fn running_numbers_go_on_after_one_was_taken_back() {
        let first = scored(total("2026-11-01", 5), &[]).unwrap();
        let third = Score { serial: 3, ..first.clone() };
        let next = scored(total("2026-11-02", 6), &[first, third]).unwrap();
        assert_eq!(next.serial, 4, "two of three are left and the third number is taken");
    }

    #[test]
    fn the_answers_shown_beside_a_scoring_are_the_last_ones_given() {
        let by_factors = given(ScoreStage::MidPoint, true, None, "").unwrap();
        let older = Score { total: Points::whole(1), ..by_factors.clone() };
        let typed = scored(total("2026-11-02", 6), &[]).unwrap();
        let scores = [older, by_factors, typed];
        let found = previous_answers(&scores, |_| true).map(|score| score.total);
        assert_eq!(found, Some(Points::whole(100)), "a total alone has no answers to show");
        assert!(previous_answers(&scores, |_| false).is_none());
    }
}
