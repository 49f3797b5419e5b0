//! What every matrix must hold before it is saved, each fault with the place where it stands.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Matrix, MatrixFactor};
use crate::score::{Points, ScoreRoute};

/// So many factors a matrix may ask; nobody answers more in a meeting.
pub const MOST_FACTORS: usize = 40;
/// So many options a factor may offer, because one number key chooses each.
pub const MOST_OPTIONS: usize = 9;
/// The longest title, name or answer.
const LONGEST: usize = 160;
/// The longest guide.
const LONGEST_GUIDE: usize = 1000;
/// The heaviest weight.
const HEAVIEST: Points = Points::whole(1000);

/// Something that keeps a matrix from being saved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, thiserror::Error)]
#[error("{words}")]
pub struct MatrixFault {
    /// Where it stands, places counted from 0: `threshold`, `bands.1.from`, `factors.2.options.0.weight`.
    pub at: String,
    /// What is wrong, in a sentence.
    pub words: String,
}

/// Collects faults.
struct Faults(Vec<MatrixFault>);

impl Faults {
    fn add(&mut self, at: impl Into<String>, words: impl Into<String>) {
        self.0.push(MatrixFault { at: at.into(), words: words.into() });
    }

    /// Checks a text that names something, and that nothing beside it has the same name.
    fn name(&mut self, at: &str, name: &str, missing: &str, seen: &mut HashSet<String>) {
        if name.trim().is_empty() {
            self.add(at, missing);
        } else if name.chars().count() > LONGEST {
            self.add(at, format!("Keep it to {LONGEST} characters, so that it can be read in a room"));
        } else if !seen.insert(name.trim().to_lowercase()) {
            self.add(at, format!("“{name}” stands here twice"));
        }
    }
}

impl Matrix {
    /// Returns everything that keeps the matrix from being saved; nothing when it is whole.
    pub fn faults(&self) -> Vec<MatrixFault> {
        let mut faults = Faults(Vec::new());
        self.check_factors(&mut faults);
        self.check_bands(&mut faults);
        let (_, highest) = self.range();
        match () {
            () if self.threshold <= Points::whole(0) => {
                faults.add("threshold", "The threshold is a number above nought");
            }
            () if self.threshold > highest => {
                let words = format!("No answers reach {}: the highest total is {highest}", self.threshold);
                faults.add("threshold", words);
            }
            () => {}
        }
        if !self.routes.contains(&ScoreRoute::OverThreshold) {
            faults.add("routes", "A score over the threshold must always be a way in");
        }
        faults.0
    }

    fn check_factors(&self, faults: &mut Faults) {
        match self.factors.len() {
            0 => faults.add("factors", "A matrix asks at least one factor"),
            1..=MOST_FACTORS => {}
            _ => faults.add("factors", format!("A matrix asks at most {MOST_FACTORS} factors")),
        }
        let mut titles = HashSet::new();
        let mut keys = HashSet::new();
        for (place, factor) in self.factors.iter().enumerate() {
            let at = format!("factors.{place}");
            faults.name(&format!("{at}.title"), &factor.title, "Give the factor a title", &mut titles);
            if !factor.key.is_empty() && !keys.insert(&factor.key) {
                faults.add(format!("{at}.title"), "This factor stands in the matrix twice");
            }
            if factor.guide.chars().count() > LONGEST_GUIDE {
                faults.add(format!("{at}.guide"), format!("Keep the guide to {LONGEST_GUIDE} characters"));
            }
            check_options(factor, &at, faults);
        }
    }

    fn check_bands(&self, faults: &mut Faults) {
        let Some(first) = self.bands.first() else {
            return faults.add("bands", "A matrix has at least one band");
        };
        if !first.from.is_nought() {
            faults.add("bands.0.from", "The first band begins at 0, so that every total has a band");
        }
        let mut names = HashSet::new();
        for (place, band) in self.bands.iter().enumerate() {
            faults.name(&format!("bands.{place}.name"), &band.name, "Give the band a name", &mut names);
        }
        for (place, pair) in self.bands.windows(2).enumerate() {
            let [lower, upper] = pair else { continue };
            let at = place + 1;
            if upper.from <= lower.from {
                let words = format!("It must begin above “{}”, which begins at {}", lower.name, lower.from);
                faults.add(format!("bands.{at}.from"), words);
            }
            if upper.priority < lower.priority {
                faults.add(
                    format!("bands.{at}.priority"),
                    "A higher band cannot suggest a lower priority than the band below it",
                );
            }
        }
    }
}

fn check_options(factor: &MatrixFactor, at: &str, faults: &mut Faults) {
    match factor.options.len() {
        0 | 1 => faults.add(format!("{at}.options"), "A factor offers at least two options"),
        2..=MOST_OPTIONS => {}
        _ => {
            let words = format!("A factor offers at most {MOST_OPTIONS} options: a number key chooses each");
            faults.add(format!("{at}.options"), words);
        }
    }
    let mut answers = HashSet::new();
    let mut keys = HashSet::new();
    for (place, option) in factor.options.iter().enumerate() {
        let here = format!("{at}.options.{place}");
        faults.name(&format!("{here}.words"), &option.words, "Say what the answer is", &mut answers);
        if !option.key.is_empty() && !keys.insert(&option.key) {
            faults.add(format!("{here}.words"), "This option stands under its factor twice");
        }
        if option.weight < Points::whole(0) || option.weight > HEAVIEST {
            faults.add(format!("{here}.weight"), format!("A weight is a number from 0 to {HEAVIEST}"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::matrix;
    use super::super::{MatrixBand, MatrixKind, MatrixVersion};
    use super::*;
    use crate::priority::Priority;

    fn places(change: impl FnOnce(&mut Matrix)) -> Vec<String> {
        let mut changed = matrix(&[&[0, 300], &[0, 250, 500]]);
        change(&mut changed);
        changed.faults().into_iter().map(|fault| fault.at).collect()
    }

    #[test]
    fn a_whole_matrix_has_no_fault_and_neither_has_a_default() {
        assert_eq!(places(|_| {}), Vec::<String>::new());
        for kind in MatrixKind::ALL {
            assert_eq!(MatrixVersion::shipped(kind).matrix.faults(), [], "{kind:?}");
        }
    }

    #[test]
    fn each_fault_names_the_place_where_it_stands() {
        assert_eq!(places(|each| each.factors.clear()), ["factors", "threshold"]);
        assert_eq!(places(|each| each.factors[1].title = " ".into()), ["factors.1.title"]);
        assert_eq!(places(|each| each.factors[1].title = "factor 0".into()), ["factors.1.title"]);
        assert_eq!(places(|each| each.factors[1].options.truncate(1)), ["factors.1.options", "threshold"]);
        assert_eq!(
            places(|each| each.factors[0].options[1].words = "answer 0".into()),
            ["factors.0.options.1.words"]
        );
        assert_eq!(
            places(|each| each.factors[0].options[0].weight = Points::whole(-1)),
            ["factors.0.options.0.weight"]
        );
        assert_eq!(places(|each| each.threshold = Points::whole(0)), ["threshold"]);
        assert_eq!(places(|each| each.threshold = Points::hundredths(801)), ["threshold"]);
        assert_eq!(places(|each| each.routes.clear()), ["routes"]);
        assert_eq!(places(|each| each.bands.clear()), ["bands"]);
        assert_eq!(places(|each| each.bands[0].from = Points::whole(1)), ["bands.0.from"]);
        assert_eq!(places(|each| each.bands[2].from = Points::whole(4)), ["bands.2.from"]);
        assert_eq!(places(|each| each.bands[2].priority = Priority::Low), ["bands.2.priority"]);
        assert_eq!(places(|each| each.bands[1].name = "low ".into()), ["bands.1.name"]);
    }

    #[test]
    fn forty_factors_of_nine_options_are_the_most() {
        let most: Vec<&[i32]> = vec![&[0, 1, 2, 3, 4, 5, 6, 7, 800]; MOST_FACTORS];
        assert_eq!(matrix(&most).faults(), []);
        let more: Vec<&[i32]> = vec![&[0, 800]; MOST_FACTORS + 1];
        assert_eq!(matrix(&more).faults()[0].at, "factors");
        assert_eq!(matrix(&[&[0, 1, 2, 3, 4, 5, 6, 7, 8, 900]]).faults()[0].at, "factors.0.options");
    }

    #[test]
    fn a_title_nobody_could_read_in_a_room_is_refused() {
        assert_eq!(places(|each| each.factors[0].title = "ά🙂".repeat(5000)), ["factors.0.title"]);
    }

    #[test]
    fn one_band_is_enough() {
        let only = MatrixBand { name: "All".into(), from: Points::whole(0), priority: Priority::Medium };
        assert_eq!(places(|each| each.bands = vec![only]), Vec::<String>::new());
    }
}
