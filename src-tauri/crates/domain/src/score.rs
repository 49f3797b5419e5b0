//! Scores as dated events, and what can be said about the change between them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ids::{EpisodeId, MatrixVersionId, ScoreId};
use crate::matrix::FactorAnswer;

/// A total of a matrix, in hundredths so that weights may have decimals; a plain number on the wire. Lower is better.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, TS)]
#[ts(type = "number")]
pub struct Points(i32);

impl Points {
    /// Returns a total of whole points.
    pub const fn whole(points: i32) -> Self {
        Self(points.saturating_mul(100))
    }

    /// Returns a total of hundredths of a point.
    pub const fn hundredths(hundredths: i32) -> Self {
        Self(hundredths)
    }

    /// Returns the total in hundredths of a point.
    pub fn in_hundredths(self) -> i32 {
        self.0
    }

    /// Returns the sum of both, exact in hundredths.
    pub fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// Tells whether the total is nought, which the published register writes for "not scored".
    pub fn is_nought(self) -> bool {
        self.0 == 0
    }
}

impl std::iter::Sum for Points {
    fn sum<I: Iterator<Item = Self>>(points: I) -> Self {
        points.fold(Self(0), Self::plus)
    }
}

impl std::fmt::Display for Points {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.0 % 100 {
            0 => write!(formatter, "{}", self.0 / 100),
            _ => write!(formatter, "{}", f64::from(self.0) / 100.0),
        }
    }
}

impl Serialize for Points {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 % 100 {
            0 => serializer.serialize_i32(self.0 / 100),
            _ => serializer.serialize_f64(f64::from(self.0) / 100.0),
        }
    }
}

impl<'de> Deserialize<'de> for Points {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let points = f64::deserialize(deserializer)?;
        let hundredths = (points * 100.0).round();
        if hundredths.is_finite() && hundredths.abs() <= 1e8 {
            Ok(Self(hundredths as i32))
        } else {
            Err(serde::de::Error::custom("a score is a number up to 1,000,000"))
        }
    }
}

/// When in the life of an episode it was scored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ScoreStage {
    /// At the start.
    Start,
    /// At a mid-point.
    MidPoint,
    /// At closure.
    Closure,
    /// As the "current" score of an imported register; when is not known.
    AsPublished,
}

/// How a score led to the case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ScoreRoute {
    /// The total is over the threshold.
    OverThreshold,
    /// The total is under it, but the case may escalate; needs a reason.
    PotentialEscalation,
    /// Professional judgement; needs a reason.
    ProfessionalJudgement,
}

/// One scoring of an episode; never changed, because totals already printed must stay true.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Score {
    /// Its key.
    pub id: ScoreId,
    /// The episode it belongs to.
    pub episode: EpisodeId,
    /// Its running number within the episode, from 1; gives the order.
    pub serial: u32,
    /// When in the episode's life.
    pub stage: ScoreStage,
    /// The day; absent where a published register does not tell it.
    pub on: Option<NaiveDate>,
    /// The total.
    pub total: Points,
    /// The name of the matrix and its version, such as `as published`.
    pub matrix: String,
    /// What was answered, factor by factor; absent for imported totals and for those typed in.
    pub answers: Option<ScoreAnswers>,
    /// How it led to the case; absent where it was not asked.
    pub route: Option<ScoreRoute>,
    /// The reason for the route, or a remark; empty when none was given.
    pub reason: String,
    /// Who scored, as written; empty when a register does not tell.
    pub scorer: String,
}

/// What was answered to a version of a matrix, factor by factor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ScoreAnswers {
    /// The version; it never changes, so the total can always be reckoned again.
    pub version: MatrixVersionId,
    /// The option chosen for each of its factors, in their order.
    pub chosen: Vec<FactorAnswer>,
}

/// The matrix of imported totals: nothing but the total is known.
pub const AS_PUBLISHED: &str = "as published";
/// The matrix of totals typed in without factor by factor.
pub const TOTAL_ONLY: &str = "total only";

/// What can be said about an episode's scores.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ScoreState {
    /// Scored at least twice, with different totals.
    Scored,
    /// Scored again, with the same total.
    Unchanged,
    /// Scored at the start and never again.
    NotRescored,
    /// An imported register gives the same number twice: unchanged or not re-scored, nobody can tell.
    Unknown,
    /// Never scored.
    Unscored,
}

impl ScoreStage {
    /// Returns the stage as a heading of a row.
    pub fn words(self) -> &'static str {
        match self {
            Self::Start => "Start",
            Self::MidPoint => "Mid-point",
            Self::Closure => "Closure",
            Self::AsPublished => "As published",
        }
    }
}

impl ScoreRoute {
    /// Returns the route in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::OverThreshold => "Over the threshold",
            Self::PotentialEscalation => "Potential escalation",
            Self::ProfessionalJudgement => "Professional judgement",
        }
    }

    /// Tells whether the route needs a reason: the total alone does not carry the case.
    pub fn needs_reason(self) -> bool {
        self != Self::OverThreshold
    }
}

impl ScoreState {
    /// Returns the state in the words that every screen and paper uses, so that the five are told apart everywhere.
    pub fn words(self) -> &'static str {
        match self {
            Self::Scored => "re-scored",
            Self::Unchanged => "re-scored, unchanged",
            Self::NotRescored => "not re-scored",
            Self::Unknown => "unknown if re-scored",
            Self::Unscored => "not scored",
        }
    }

    /// Returns what the words mean, in a sentence.
    pub fn meaning(self) -> &'static str {
        match self {
            Self::Scored => "Scored again, with another total; lower is better",
            Self::Unchanged => "Scored again, with the same total",
            Self::NotRescored => "Scored at the start and not since",
            Self::Unknown => {
                "The imported register gives one number twice: unchanged or never re-scored, nobody can tell"
            }
            Self::Unscored => "Never scored",
        }
    }
}

/// An episode's scores, summed up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ScoreSummary {
    /// The total at the start; absent when never scored.
    pub initial: Option<Points>,
    /// The latest total; absent when never scored or when the register gives a word instead.
    pub current: Option<Points>,
    /// What can be said about the two.
    pub state: ScoreState,
    /// The state in words; only written, never read.
    #[serde(skip_deserializing)]
    pub words: &'static str,
    /// What the words mean, in a sentence; only written, never read.
    #[serde(skip_deserializing)]
    pub meaning: &'static str,
}

/// Returns the score at the start and the latest one after it, of one episode's scores in any order.
///
/// A second score at the start corrects the first, because totals already printed are never changed.
pub fn start_and_latest(scores: &[Score]) -> (Option<&Score>, Option<&Score>) {
    let latest = |at_start: bool| {
        let wanted = scores.iter().filter(|score| (score.stage == ScoreStage::Start) == at_start);
        wanted.max_by_key(|score| score.serial)
    };
    (latest(true), latest(false))
}

/// Sums up the scores of one episode, in any order.
///
/// `equal_as_published` says that a register gave the same number as initial and as current score.
pub fn summarise(scores: &[Score], equal_as_published: bool) -> ScoreSummary {
    let (start, latest) = start_and_latest(scores);
    let (initial, current) = (start.map(|score| score.total), latest.map(|score| score.total));
    let state = match (initial, current) {
        (None, _) => ScoreState::Unscored,
        (Some(_), None) if equal_as_published => ScoreState::Unknown,
        (Some(_), None) => ScoreState::NotRescored,
        (Some(initial), Some(current)) if initial == current => ScoreState::Unchanged,
        (Some(_), Some(_)) => ScoreState::Scored,
    };
    let current = current.or(initial.filter(|_| state == ScoreState::Unknown));
    ScoreSummary { initial, current, state, words: state.words(), meaning: state.meaning() }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn score(serial: u32, total: i32) -> Score {
        Score {
            id: ScoreId(Uuid::nil()),
            episode: EpisodeId(Uuid::nil()),
            serial,
            stage: if serial == 1 { ScoreStage::Start } else { ScoreStage::MidPoint },
            on: None,
            total: Points::whole(total),
            matrix: "person 1".into(),
            answers: None,
            route: None,
            reason: String::new(),
            scorer: String::new(),
        }
    }

    #[test]
    fn unchanged_not_rescored_and_unknown_are_told_apart() {
        assert_eq!(summarise(&[], false).state, ScoreState::Unscored);
        assert_eq!(summarise(&[score(1, 52)], false).state, ScoreState::NotRescored);
        assert_eq!(summarise(&[score(1, 52)], true).state, ScoreState::Unknown);
        assert_eq!(summarise(&[score(1, 52), score(2, 52)], false).state, ScoreState::Unchanged);
        assert_eq!(summarise(&[score(1, 52), score(2, 20)], false).state, ScoreState::Scored);
    }

    #[test]
    fn a_case_that_went_up_and_came_back_is_unchanged_now() {
        let summary = summarise(&[score(1, 52), score(2, 80), score(3, 52)], false);
        assert_eq!((summary.current, summary.state), (Some(Points::whole(52)), ScoreState::Unchanged));
    }

    #[test]
    fn running_numbers_give_the_order_and_not_the_place_in_the_list() {
        let summary = summarise(&[score(2, 20), score(1, 52)], false);
        assert_eq!(summary.initial, Some(Points::whole(52)));
    }

    #[test]
    fn a_second_score_at_the_start_corrects_the_first() {
        let corrected = Score { serial: 2, ..score(1, 57) };
        let summary = summarise(&[score(1, 52), corrected, score(3, 20)], false);
        assert_eq!((summary.initial, summary.current), (Some(Points::whole(57)), Some(Points::whole(20))));
    }

    #[test]
    fn every_state_has_words_of_its_own() {
        use ScoreState::*;
        let states = [Scored, Unchanged, NotRescored, Unknown, Unscored];
        let words: std::collections::HashSet<&str> = states.iter().map(|state| state.words()).collect();
        assert_eq!(words.len(), states.len());
        assert_eq!(summarise(&[score(1, 52)], true).words, "unknown if re-scored");
    }

    #[test]
    fn totals_are_plain_numbers_on_the_wire() {
        assert_eq!(serde_json::to_string(&Points::whole(52)).unwrap(), "52");
        assert_eq!(serde_json::to_string(&Points::hundredths(5250)).unwrap(), "52.5");
        assert_eq!(serde_json::from_str::<Points>("52.5").unwrap(), Points::hundredths(5250));
    }
}
