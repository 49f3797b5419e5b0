//! Scores: what changed from the start to the closure or the latest score, and time to close.
//!
//! "Re-scored, unchanged", "not re-scored" and "unknown" are three states, and only the first of them is a change of 0.

use std::collections::HashMap;

use crate::case::CaseKind;
use crate::ids::EpisodeId;
use crate::matrix::Matrices;
use crate::score::{Score, ScoreState, ScoreSummary, start_and_latest, summarise};

use super::cases::{Spell, spells};
use super::figure::{Figure, Line, Named, Parts, Row, Section, Table, mean, median};
use super::{Period, Records};

/// An episode of the period with what its scores said at the end of it.
struct Scored<'a> {
    spell: Spell<'a>,
    summary: ScoreSummary,
    /// Whether the two totals were weighed the same.
    comparable: bool,
}

impl Scored<'_> {
    fn row(&self) -> Row {
        self.spell.row()
    }

    fn rescored(&self) -> bool {
        matches!(self.summary.state, ScoreState::Scored | ScoreState::Unchanged)
    }

    /// Returns the change in hundredths of a point, below nought for better; absent unless it was really re-scored, by a
    /// matrix that weighs the same.
    fn change(&self) -> Option<i64> {
        let rescored = self.rescored() && self.comparable;
        let (initial, current) = (self.summary.initial?, self.summary.current?);
        rescored.then(|| i64::from(current.in_hundredths()) - i64::from(initial.in_hundredths()))
    }
}

/// Sums up the scores that were known when the period ended; those without a day are of a register and older.
fn scored<'a>(records: &Records<'a>, period: Period) -> Vec<Scored<'a>> {
    let mut scores: HashMap<EpisodeId, Vec<Score>> = HashMap::new();
    for score in records.scores.iter().filter(|score| score.on.is_none_or(|on| on <= period.to)) {
        scores.entry(score.episode).or_default().push(score.clone());
    }
    let in_period = |spell: &Spell<'_>| spell.closed_in(period) || spell.open_after(period);
    spells(records)
        .into_iter()
        .filter(in_period)
        .map(|spell| {
            let scores = scores.get(&spell.episode.id).map(Vec::as_slice).unwrap_or_default();
            let summary = summarise(scores, spell.episode.equal_scores_as_published);
            Scored { spell, summary, comparable: comparable(records.matrices, scores) }
        })
        .collect()
}

fn comparable(matrices: &Matrices, scores: &[Score]) -> bool {
    match start_and_latest(scores) {
        (Some(start), Some(latest)) => matrices.compare(start, latest),
        _ => false,
    }
}

/// Which episodes a column counts.
type Wanted = fn(&Scored<'_>, Period) -> bool;

const GROUPS: [(&str, &str, Wanted); 3] = [
    ("closed", "Closed in the period", |each, period| each.spell.closed_in(period)),
    ("open_at_end", "Open at end", |each, period| each.spell.open_after(period)),
    ("all", "Both", |_, _| true),
];

/// Returns the section about scores.
pub(super) fn section(records: &Records<'_>, period: Period) -> Section {
    let all = scored(records, period);
    Section {
        named: Named::new("scores", "Scores"),
        tables: vec![states(&all, period), changes(&all, period)],
        notes: vec![
            "From the score at the start to the one at closure, or the latest by the end of the period. Lower is better. \
             The mean and the median are of the cases that were really re-scored."
                .to_owned(),
            "A change is counted only between totals of the same matrix, in versions that weigh the same. Others are counted \
             apart: their totals do not compare."
                .to_owned(),
        ],
    }
}

fn states(all: &[Scored<'_>], period: Period) -> Table {
    let line = |key: &str, words: &str, wanted: &dyn Fn(&Scored<'_>) -> bool| {
        let figure = |(_, _, group): (&str, &str, Wanted)| {
            Figure::count(all.iter().filter(|each| group(each, period) && wanted(each)).map(Scored::row))
        };
        Line { named: Named::new(key, words), figures: GROUPS.into_iter().map(figure).collect() }
    };
    let state = |key: &str, words: &str, state: ScoreState| {
        line(key, words, &move |each: &Scored<'_>| each.summary.state == state && each.change().is_none())
    };
    Table {
        named: Named::new("change", "Score from start to closure or now"),
        columns: GROUPS.map(|(key, words, _)| Named::new(key, words)).into(),
        lines: vec![
            line("went_down", "Went down (better)", &|each| each.change().is_some_and(|change| change < 0)),
            line("unchanged", "Re-scored, unchanged", &|each| each.change() == Some(0)),
            line("went_up", "Went up (worse)", &|each| each.change().is_some_and(|change| change > 0)),
            line("not_comparable", "Scored by different matrices, not comparable", &|each| {
                each.rescored() && !each.comparable
            }),
            state("not_rescored", "Not re-scored", ScoreState::NotRescored),
            state(
                "unknown",
                "Unknown: unchanged or not re-scored, the register does not tell",
                ScoreState::Unknown,
            ),
            state("unscored", "Not scored", ScoreState::Unscored),
        ],
        whole: Some(line("all", "All cases", &|_| true)),
        parts: Parts::AddUp,
    }
}

fn changes(all: &[Scored<'_>], period: Period) -> Table {
    let line = |(key, words, group): (&str, &str, Wanted)| {
        let here: Vec<(Row, i64)> = all
            .iter()
            .filter(|each| group(each, period))
            .filter_map(|each| each.change().map(|change| (each.row(), change)))
            .collect();
        let rows = || here.iter().map(|(row, _)| *row);
        let changes = || here.iter().map(|(_, change)| *change);
        Line {
            named: Named::new(key, words),
            figures: vec![
                Figure::count(rows()),
                Figure::measured(rows(), mean(changes()), true),
                Figure::measured(rows(), median(changes()), true),
            ],
        }
    };
    Table {
        named: Named::new("points", "Change in points, of those re-scored by the same matrix"),
        columns: vec![
            Named::new("rescored", "Re-scored"),
            Named::new("mean", "Mean"),
            Named::new("median", "Median"),
        ],
        lines: GROUPS.into_iter().map(line).collect(),
        whole: None,
        parts: Parts::Apart,
    }
}

/// Returns the section about time to close.
pub(super) fn time_to_close(records: &Records<'_>, period: Period) -> Section {
    let closed: Vec<(Spell<'_>, i64)> = spells(records)
        .into_iter()
        .filter(|spell| spell.closed_in(period))
        .map(|spell| (spell, spell.episode.days_open(period.to)))
        .collect();
    let line = |key: &str, words: &str, kind: Option<CaseKind>| {
        let here: Vec<&(Spell<'_>, i64)> =
            closed.iter().filter(|(spell, _)| kind.is_none_or(|kind| spell.case.kind == kind)).collect();
        let rows = || here.iter().map(|(spell, _)| spell.row());
        let days = || here.iter().map(|(_, days)| *days);
        let those = |wanted: Option<i64>| {
            let rows =
                here.iter().filter(move |(_, days)| Some(*days) == wanted).map(|(spell, _)| spell.row());
            Figure::measured(rows, wanted.map(|days| days * 100), false)
        };
        Line {
            named: Named::new(key, words),
            figures: vec![
                Figure::count(rows()),
                Figure::measured(rows(), median(days().map(|days| days * 100)), false),
                those(days().min()),
                those(days().max()),
            ],
        }
    };
    Section {
        named: Named::new("time_to_close", "Time to close"),
        tables: vec![Table {
            named: Named::new("days", "Days from opening to closure"),
            columns: vec![
                Named::new("closed", "Closed"),
                Named::new("median", "Median"),
                Named::new("shortest", "Shortest"),
                Named::new("longest", "Longest"),
            ],
            lines: vec![
                line("person", "Person", Some(CaseKind::Person)),
                line("property", "Property", Some(CaseKind::Property)),
                line("topic", "Topic", Some(CaseKind::Topic)),
            ],
            whole: Some(line("all", "All closed", None)),
            parts: Parts::AddUp,
        }],
        notes: vec![
            "A case that came back counts with the days of the episode that was closed in the period."
                .to_owned(),
        ],
    }
}
