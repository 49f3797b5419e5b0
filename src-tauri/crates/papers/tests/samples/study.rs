//! A case study, and a key to names.

use domain::score::Points;
use papers::model::*;

use super::{abbreviations, day, marking, summary};

/// Returns the case study of a closed case.
pub fn case_study() -> CaseStudy {
    let step = |month: &str, months_in, who: &str, what: &str| StudyStep {
        month: month.into(),
        months_in,
        who: who.into(),
        what: what.into(),
    };
    let score = |value| ScorePoint { date: Some(day(2026, 3, 3)), value: Points::whole(value) };
    CaseStudy {
        hub: "Northbridge Community Safety Hub".into(),
        marking: marking(),
        title: "Missing, and back at school".into(),
        headline: "Person, 16–17 · closed in November 2026 after nine months".into(),
        copy: None,
        figures: vec![
            ("9".into(), "months in the hub".into()),
            ("6".into(), "agencies".into()),
            ("14".into(), "actions, 12 of them done".into()),
        ],
        scores: ScoreLine { points: vec![score(80), score(62), score(25)], state: None },
        key_issues: vec!["Missing".into(), "ASB".into(), "Alcohol".into()],
        situation: vec![
            "Five reports of a missing person in one autumn, each time found in the town centre with older youths. \
             School was no longer visited, and the family had stopped answering letters."
                .into(),
        ],
        steps: vec![
            step("March 2026", 0, "Police and Prevention", "One visit instead of three letters, with the school"),
            step("April 2026", 1, "Youth Justice", "A youth worker, twice a week"),
            step("April 2026", 1, "Housing", "The flat upstairs was inspected"),
            step("July 2026", 4, "Police", "An acceptable behaviour contract"),
            step("November 2026", 8, "All", "Back in school for a whole term; closed"),
        ],
        demand: summary()
            .demand
            .into_iter()
            .zip(["in the two months before", "in the first half", "in the second half"])
            .map(|(bar, words)| DemandBar { words: format!("Calls {words}"), ..bar })
            .collect(),
        outcome: vec!["No report since August. The contract ended and was not needed again.".into()],
        learned: vec![
            "One visit by two agencies reached what letters by three did not.".into(),
        ],
        abbreviations: abbreviations(),
    }
}

/// Returns the key to the names of the minutes.
pub fn name_key() -> NameKey {
    let row = |initials: &str, name: &str, reference: &str| NameRow {
        initials: initials.into(),
        name: name.into(),
        reference: reference.into(),
    };
    NameKey {
        hub: "Northbridge Community Safety Hub".into(),
        marking: marking(),
        belongs_to: "Minutes: Hub Tasking meeting, Tuesday 24 November 2026".into(),
        date: day(2026, 11, 27),
        copy: Some(Copy { number: Some(1), of: Some(2), recipient: "Police, Community Safety".into() }),
        rows: vec![
            row("T.R.", "Tomos Rhys", "DEMO.45"),
            row("O.K.", "Ольга Кузнецова", "DEMO.37"),
            row("M.A.", "محمد العربي", "DEMO.17"),
        ],
    }
}
