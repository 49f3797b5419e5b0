//! What leaves the program of a scoring that goes on: the levels of [`crate::disclosure`], for the audience that looks on.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::disclosure::Level;
use crate::matrix::{AnswerError, DEFAULT_LABEL, FactorAnswer, MatrixVersion};
use crate::redaction::Known;
use crate::score::Points;

/// A scoring as the audience sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DisclosedScoring {
    /// The matrix: `Person matrix, version 2`.
    pub matrix: String,
    /// That it is a default; empty for the hub's own.
    pub label: String,
    /// The factors in the order of asking.
    pub factors: Vec<DisclosedFactor>,
    /// How far it has come: `5 of 12 answered`.
    pub progress: String,
    /// The total so far.
    pub total: Points,
    /// The band that the total falls into.
    pub band: String,
    /// The threshold.
    pub threshold: Points,
    /// Whether the total reaches it.
    pub over_threshold: bool,
    /// The highest total of the matrix: the end of the scale.
    pub highest: Points,
}

/// A factor as the audience sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DisclosedFactor {
    /// What it is called.
    pub title: String,
    /// The chosen answer; absent until answered.
    pub answer: Option<String>,
}

/// Returns what leaves the program of answers to `version` at `level`; nothing below initials, where a score is no fact
/// that leaves.
///
/// Names are replaced below full here too: a hub may have written one into its matrix.
pub fn disclosed_scoring(
    version: &MatrixVersion,
    answers: &[FactorAnswer],
    level: Level,
    day: NaiveDate,
    known: &Known,
) -> Result<Option<DisclosedScoring>, AnswerError> {
    if level < Level::Initials {
        return Ok(None);
    }
    let reckoning = version.matrix.reckon(answers)?;
    let redaction = known.redaction(level, day, []);
    let answered = |key: &str| answers.iter().find(|answer| answer.factor == key);
    let factor = |factor: &crate::matrix::MatrixFactor| DisclosedFactor {
        title: redaction.applied(&factor.title),
        answer: answered(&factor.key)
            .and_then(|answer| factor.option(&answer.option))
            .map(|option| redaction.applied(&option.words)),
    };
    Ok(Some(DisclosedScoring {
        matrix: crate::words::capital(&format!("{}, version {}", version.kind.words(), version.number)),
        label: if version.is_default() { DEFAULT_LABEL.to_owned() } else { String::new() },
        factors: version.matrix.factors.iter().map(factor).collect(),
        progress: format!("{} of {} answered", reckoning.answered, reckoning.factors),
        total: reckoning.total,
        band: reckoning.band.map(|band| redaction.applied(&band.name)).unwrap_or_default(),
        threshold: version.matrix.threshold,
        over_threshold: reckoning.over_threshold,
        highest: version.matrix.range().1,
    }))
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::ids::SubjectId;
    use crate::matrix::MatrixKind;
    use crate::subject::Subject;

    fn day() -> NaiveDate {
        "2026-11-24".parse().unwrap()
    }

    fn answers() -> Vec<FactorAnswer> {
        vec![FactorAnswer { factor: "frequency".into(), option: "daily".into() }]
    }

    fn at(level: Level) -> Option<DisclosedScoring> {
        disclosed_scoring(
            &MatrixVersion::shipped(MatrixKind::Person),
            &answers(),
            level,
            day(),
            &Known::default(),
        )
        .unwrap()
    }

    #[test]
    fn a_score_never_shows_at_reference_or_blank() {
        assert_eq!((at(Level::Blank), at(Level::Reference)), (None, None));
    }

    #[test]
    fn the_audience_sees_factors_chosen_answers_running_total_and_band() {
        let shown = at(Level::Initials).unwrap();
        assert_eq!(shown.factors[0].answer.as_deref(), Some("Daily or nearly so"));
        assert_eq!(shown.factors[1].answer, None);
        assert_eq!((shown.total, shown.band.as_str()), (Points::whole(10), "Low"));
        assert_eq!((shown.progress.as_str(), shown.label.as_str()), ("1 of 12 answered", DEFAULT_LABEL));
        assert_eq!(shown.matrix, "Person matrix, version 1");
    }

    #[test]
    fn a_name_that_a_hub_wrote_into_its_matrix_is_replaced_below_full() {
        let people = vec![Subject { name: "Tomos Rhys".into(), ..Subject::unknown(SubjectId(Uuid::nil())) }];
        let known = Known::new(people, Vec::new());
        let mut version = MatrixVersion::shipped(MatrixKind::Person);
        version.matrix.factors[0].title = "Calls about Tomos".into();
        let title = |level| {
            let shown = disclosed_scoring(&version, &answers(), level, day(), &known).unwrap().unwrap();
            shown.factors[0].title.clone()
        };
        assert!(!title(Level::Initials).contains("Tomos"));
        assert!(title(Level::Full).contains("Tomos"));
    }

    #[test]
    fn answers_of_another_version_show_nothing() {
        let version = MatrixVersion::shipped(MatrixKind::Location);
        let wrong = [FactorAnswer { factor: "engagement".into(), option: "works".into() }];
        assert!(disclosed_scoring(&version, &wrong, Level::Full, day(), &Known::default()).is_err());
    }
}
