//! Versions of a matrix: saved once, never changed, counted up.

use std::collections::HashSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{DEFAULT_LABEL, Matrix, MatrixFactor, MatrixFault, MatrixKind, MatrixOption, defaults};
use crate::ids::MatrixVersionId;
use crate::priority::{Priority, PriorityBands};
use crate::score::Score;

/// A version of one of the two matrices.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MatrixVersion {
    /// Its key.
    pub id: MatrixVersionId,
    /// Which matrix.
    pub kind: MatrixKind,
    /// Its running number within the kind, from 1.
    pub number: u32,
    /// What it asks and how it weighs.
    pub matrix: Matrix,
    /// The day it was saved; absent for the one that comes with the program.
    pub made_on: Option<NaiveDate>,
    /// Who saved it; empty for the one that comes with the program.
    pub made_by: String,
}

/// Says why a matrix cannot be saved as a new version.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MatrixError {
    /// Something in it is not whole.
    #[error(transparent)]
    Fault(#[from] MatrixFault),
    /// It is the version it was begun from.
    #[error("Nothing is changed: version {0} says the same")]
    Unchanged(u32),
    /// Somebody else saved a version meanwhile.
    #[error("Version {0} was saved meanwhile; look at it before you save yours")]
    Overtaken(u32),
}

impl MatrixVersion {
    /// Returns the matrix that comes with the program; its key is the same in every hub, so that two laptops agree.
    pub fn shipped(kind: MatrixKind) -> Self {
        let (id, matrix) = defaults::of(kind);
        Self { id, kind, number: 1, matrix, made_on: None, made_by: String::new() }
    }

    /// Tells whether it is the one that comes with the program.
    pub fn is_default(&self) -> bool {
        self.made_on.is_none()
    }

    /// Returns its name as it stands beside a score: `person matrix, version 2`, with the label of a default.
    pub fn words(&self) -> String {
        let name = format!("{}, version {}", self.kind.words(), self.number);
        if self.is_default() { format!("{name} ({DEFAULT_LABEL})") } else { name }
    }
}

/// Every version of both matrices; a hub that saved none has the shipped ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matrices {
    versions: Vec<MatrixVersion>,
}

impl Matrices {
    /// Takes the versions that a hub keeps, and adds the shipped ones where they were not needed yet.
    pub fn of(mut kept: Vec<MatrixVersion>) -> Self {
        for kind in MatrixKind::ALL {
            let shipped = MatrixVersion::shipped(kind);
            if kept.iter().all(|version| version.id != shipped.id) {
                kept.push(shipped);
            }
        }
        kept.sort_by_key(|version| (version.kind, version.number, version.id));
        Self { versions: kept }
    }

    /// Returns the versions of a kind, the first first.
    pub fn of_kind(&self, kind: MatrixKind) -> impl Iterator<Item = &MatrixVersion> {
        self.versions.iter().filter(move |version| version.kind == kind)
    }

    /// Returns a version; absent when there is none.
    pub fn get(&self, id: MatrixVersionId) -> Option<&MatrixVersion> {
        self.versions.iter().find(|version| version.id == id)
    }

    /// Returns the version that new scores are made with: the latest.
    pub fn in_force(&self, kind: MatrixKind) -> MatrixVersion {
        self.of_kind(kind).last().cloned().unwrap_or_else(|| MatrixVersion::shipped(kind))
    }

    /// Returns the priority that the latest score of a case suggests; absent for a case never scored.
    ///
    /// A score made factor by factor falls into the bands of its own version; the hub's `bands` serve all others.
    pub fn priority(&self, latest: Option<&Score>, bands: PriorityBands) -> Option<Priority> {
        let score = latest?;
        let version = score.answers.as_ref().and_then(|answers| self.get(answers.version));
        match version.and_then(|version| version.matrix.band(score.total)) {
            Some(band) => Some(band.priority),
            None => bands.suggested(Some(score.total)),
        }
    }

    /// Returns `draft` as the next version of its kind, begun from the version numbered `begun_from`.
    ///
    /// Factors and options without a key are new and get one that no earlier version used, so that an old answer can never
    /// be taken for one to a new question.
    pub fn next(
        &self,
        id: MatrixVersionId,
        kind: MatrixKind,
        draft: Matrix,
        begun_from: u32,
        (on, by): (NaiveDate, &str),
    ) -> Result<MatrixVersion, MatrixError> {
        let latest = self.in_force(kind);
        if latest.number != begun_from {
            return Err(MatrixError::Overtaken(latest.number));
        }
        let matrix = self.keyed(kind, draft.tidied());
        if let Some(fault) = matrix.faults().into_iter().next() {
            return Err(fault.into());
        }
        if matrix == latest.matrix {
            return Err(MatrixError::Unchanged(latest.number));
        }
        let number = latest.number.saturating_add(1);
        Ok(MatrixVersion { id, kind, number, matrix, made_on: Some(on), made_by: by.to_owned() })
    }

    /// Gives factors and options that are new, or that no earlier version knows, a key of their own.
    fn keyed(&self, kind: MatrixKind, mut matrix: Matrix) -> Matrix {
        let earlier: Vec<&MatrixFactor> =
            self.of_kind(kind).flat_map(|version| &version.matrix.factors).collect();
        let known: HashSet<String> = earlier.iter().map(|factor| factor.key.clone()).collect();
        let mut used = known.clone();
        for factor in &mut matrix.factors {
            if !known.contains(&factor.key) {
                factor.key = unused("factor", &mut used);
            }
            let options: Vec<&MatrixOption> =
                earlier.iter().filter(|each| each.key == factor.key).flat_map(|each| &each.options).collect();
            let known: HashSet<String> = options.iter().map(|option| option.key.clone()).collect();
            let mut used = known.clone();
            for option in &mut factor.options {
                if !known.contains(&option.key) {
                    option.key = unused("option", &mut used);
                }
            }
        }
        matrix
    }
}

/// Returns `stem-1`, `stem-2` … the first that is not used, and uses it.
fn unused(stem: &str, used: &mut HashSet<String>) -> String {
    let mut number = used.len() + 1;
    while used.contains(&format!("{stem}-{number}")) {
        number += 1;
    }
    let key = format!("{stem}-{number}");
    used.insert(key.clone());
    key
}

impl Matrix {
    /// Returns the matrix with its texts on one line, without blanks around them and without control characters.
    pub fn tidied(mut self) -> Self {
        let tidy = |text: &mut String| {
            let words = text.split(|letter: char| letter.is_whitespace() || letter.is_control());
            *text = words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
        };
        for factor in &mut self.factors {
            tidy(&mut factor.title);
            tidy(&mut factor.guide);
            factor.options.iter_mut().for_each(|option| tidy(&mut option.words));
        }
        self.bands.iter_mut().for_each(|band| tidy(&mut band.name));
        let mut seen = Vec::new();
        self.routes.retain(|route| {
            !seen.contains(route) && {
                seen.push(*route);
                true
            }
        });
        self
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::super::FactorAnswer;
    use super::*;
    use crate::ids::{EpisodeId, ScoreId};
    use crate::score::{Points, ScoreAnswers, ScoreStage};

    fn day() -> NaiveDate {
        "2026-11-24".parse().unwrap()
    }

    fn id(number: u128) -> MatrixVersionId {
        MatrixVersionId(Uuid::from_u128(number))
    }

    fn saved(matrices: &Matrices, draft: Matrix) -> Result<MatrixVersion, MatrixError> {
        let from = matrices.in_force(MatrixKind::Person).number;
        matrices.next(id(u128::from(from) + 50), MatrixKind::Person, draft, from, (day(), "Wren Alder"))
    }

    fn draft() -> Matrix {
        MatrixVersion::shipped(MatrixKind::Person).matrix
    }

    fn score(version: MatrixVersionId, total: Points) -> Score {
        Score {
            id: ScoreId(Uuid::nil()),
            episode: EpisodeId(Uuid::nil()),
            serial: 1,
            stage: ScoreStage::Start,
            on: None,
            total,
            matrix: String::new(),
            answers: Some(ScoreAnswers { version, chosen: Vec::new() }),
            route: None,
            reason: String::new(),
            scorer: String::new(),
        }
    }

    #[test]
    fn a_hub_that_saved_nothing_has_both_defaults_and_they_say_so() {
        let matrices = Matrices::of(Vec::new());
        for kind in MatrixKind::ALL {
            let version = matrices.in_force(kind);
            assert_eq!((version.number, version.is_default()), (1, true));
            assert!(version.words().contains(DEFAULT_LABEL), "{}", version.words());
            assert_eq!(matrices.get(version.id), Some(&MatrixVersion::shipped(kind)));
        }
    }

    #[test]
    fn a_version_that_was_kept_goes_before_the_one_that_ships() {
        let older = MatrixVersion {
            matrix: Matrix { threshold: Points::whole(44), ..draft() },
            ..MatrixVersion::shipped(MatrixKind::Person)
        };
        let matrices = Matrices::of(vec![older.clone()]);
        assert_eq!(
            matrices.in_force(MatrixKind::Person),
            older,
            "what was used never changes with the program"
        );
        assert_eq!(matrices.of_kind(MatrixKind::Person).count(), 1);
    }

    #[test]
    fn a_change_makes_the_next_version_and_leaves_the_old_one_alone() {
        let matrices = Matrices::of(Vec::new());
        let mut changed = draft();
        changed.threshold = Points::hundredths(5550);
        let second = saved(&matrices, changed).unwrap();
        assert_eq!((second.number, second.is_default(), second.made_by.as_str()), (2, false, "Wren Alder"));
        let matrices = Matrices::of(vec![second.clone()]);
        assert_eq!(matrices.in_force(MatrixKind::Person), second);
        assert_eq!(
            matrices.of_kind(MatrixKind::Person).next(),
            Some(&MatrixVersion::shipped(MatrixKind::Person))
        );
        assert_eq!(second.words(), "person matrix, version 2");
    }

    #[test]
    fn what_is_not_changed_or_was_overtaken_is_not_saved() {
        let matrices = Matrices::of(Vec::new());
        assert_eq!(saved(&matrices, draft()), Err(MatrixError::Unchanged(1)));
        let untidy = Matrix {
            bands: draft()
                .bands
                .into_iter()
                .map(|mut band| {
                    band.name.push('\t');
                    band
                })
                .collect(),
            ..draft()
        };
        assert_eq!(saved(&matrices, untidy), Err(MatrixError::Unchanged(1)), "blanks are no change");
        let late = matrices.next(id(9), MatrixKind::Person, draft(), 0, (day(), ""));
        assert_eq!(late, Err(MatrixError::Overtaken(1)));
    }

    #[test]
    fn new_factors_and_options_get_keys_that_were_never_used() {
        let matrices = Matrices::of(Vec::new());
        let added = |title: &str| MatrixFactor {
            key: String::new(),
            title: title.into(),
            guide: String::new(),
            options: ["No", "Yes"]
                .map(|words| MatrixOption {
                    key: String::new(),
                    words: words.into(),
                    weight: Points::whole(1),
                })
                .to_vec(),
        };
        let mut changed = draft();
        changed.factors.push(added("Dogs"));
        let second = saved(&matrices, changed).unwrap();
        let dogs = second.matrix.factors.last().unwrap().clone();
        assert!(!dogs.key.is_empty() && dogs.options[0].key != dogs.options[1].key);

        let matrices = Matrices::of(vec![second.clone()]);
        let mut without = second.matrix.clone();
        without.factors.pop();
        let third = saved(&matrices, without).unwrap();
        let matrices = Matrices::of(vec![second, third.clone()]);
        let mut again = third.matrix;
        again.factors.push(added("Noise"));
        let fourth = saved(&matrices, again).unwrap();
        assert_ne!(fourth.matrix.factors.last().unwrap().key, dogs.key, "noise is not dogs");
    }

    #[test]
    fn a_key_made_up_elsewhere_is_not_taken_over() {
        let mut changed = draft();
        changed.factors[0].key = "made up".into();
        changed.factors[1].options[0].key = "frequency".into();
        let second = saved(&Matrices::of(Vec::new()), changed).unwrap();
        assert!(second.matrix.factors.iter().all(|factor| factor.key != "made up"));
        assert_ne!(second.matrix.factors[1].options[0].key, "frequency");
    }

    #[test]
    fn texts_are_one_line_without_control_characters() {
        let mut changed = draft();
        changed.factors[0].title = "  How\n\toften\u{0} \u{202e}rtl ".into();
        let second = saved(&Matrices::of(Vec::new()), changed).unwrap();
        assert_eq!(second.matrix.factors[0].title, "How often \u{202e}rtl");
    }

    #[test]
    fn a_score_falls_into_the_bands_of_its_own_version() {
        let mut changed = draft();
        changed
            .bands
            .iter_mut()
            .for_each(|band| band.from = Points::hundredths(band.from.in_hundredths() * 2 / 3));
        let second = saved(&Matrices::of(Vec::new()), changed).unwrap();
        let matrices = Matrices::of(vec![second.clone()]);
        let bands = PriorityBands::default();
        let first = MatrixVersion::shipped(MatrixKind::Person).id;
        let read = |version, total| matrices.priority(Some(&score(version, Points::whole(total))), bands);
        assert_eq!((read(first, 50), read(second.id, 50)), (Some(Priority::Medium), Some(Priority::High)));
        let total_only = Score { answers: None, ..score(first, Points::whole(64)) };
        let narrow = PriorityBands { high_from: Points::whole(60), medium_from: Points::whole(20) };
        assert_eq!(matrices.priority(Some(&total_only), narrow), Some(Priority::High), "the hub’s bands");
        assert_eq!(matrices.priority(None, bands), None);
    }

    proptest! {
        #[test]
        fn a_new_version_leaves_old_totals_alone(
            choices in prop::collection::vec(any::<prop::sample::Index>(), 12),
            weights in prop::collection::vec(0_i32..=100_000, 60),
            threshold in 1_i32..=100,
        ) {
            let matrices = Matrices::of(Vec::new());
            let first = matrices.in_force(MatrixKind::Person);
            let answers: Vec<FactorAnswer> = first.matrix.factors.iter().zip(choices.iter().cycle())
                .map(|(factor, index)| FactorAnswer {
                    factor: factor.key.clone(),
                    option: index.get(&factor.options).key.clone(),
                })
                .collect();
            let total = first.matrix.total(&answers).unwrap();
            let mut changed = first.matrix.clone();
            changed.threshold = Points::hundredths(threshold);
            let options = changed.factors.iter_mut().flat_map(|factor| &mut factor.options);
            for (option, weight) in options.zip(weights.iter().cycle()) {
                option.weight = Points::hundredths(*weight);
            }
            if let Ok(second) = saved(&matrices, changed) {
                let after = Matrices::of(vec![first.clone(), second]);
                let kept = after.get(first.id).unwrap();
                prop_assert_eq!(kept, &first);
                prop_assert_eq!(kept.matrix.total(&answers).unwrap(), total);
            }
        }
    }
}
