//! Cases by kind, area, factor and source: open at the start, new, re-opened, closed, open at the end.

use std::collections::HashMap;

use crate::case::{Case, CaseKind};
use crate::episode::{ClosureReason, Episode};
use crate::factor::Factor;
use crate::ids::CaseId;
use crate::referral::Source;

use super::figure::{Figure, Line, Named, Parts, Row, Section, Table};
use super::{Period, Records};

/// An episode with its case.
#[derive(Clone, Copy)]
pub(super) struct Spell<'a> {
    pub case: &'a Case,
    pub episode: &'a Episode,
}

impl Spell<'_> {
    pub fn row(&self) -> Row {
        Row::Episode(self.episode.id)
    }

    pub fn closed_in(&self, period: Period) -> bool {
        self.episode.closed.as_ref().is_some_and(|closure| period.holds(closure.on))
    }

    pub fn open_after(&self, period: Period) -> bool {
        period.ends_with(self.episode.opened, self.episode.closed.as_ref().map(|closure| closure.on))
    }

    fn open_before(&self, period: Period) -> bool {
        period.begins_with(self.episode.opened, self.episode.closed.as_ref().map(|closure| closure.on))
    }

    fn opened_in(&self, period: Period) -> bool {
        period.holds(self.episode.opened)
    }

    /// A case that comes back is no new case.
    fn came_back(&self) -> bool {
        self.episode.serial > 1
    }
}

/// Returns all episodes with their cases.
pub(super) fn spells<'a>(records: &Records<'a>) -> Vec<Spell<'a>> {
    let cases: HashMap<CaseId, &Case> = records.cases.iter().map(|case| (case.id, case)).collect();
    let spell = |episode: &'a Episode| cases.get(&episode.case).map(|case| Spell { case, episode });
    records.episodes.iter().filter_map(spell).collect()
}

fn figures(spells: &[Spell<'_>], period: Period, wanted: impl Fn(&Spell<'_>) -> bool) -> Vec<Figure> {
    let tests: [fn(&Spell<'_>, Period) -> bool; 5] = [
        |spell, period| spell.open_before(period),
        |spell, period| spell.opened_in(period) && !spell.came_back(),
        |spell, period| spell.opened_in(period) && spell.came_back(),
        |spell, period| spell.closed_in(period),
        |spell, period| spell.open_after(period),
    ];
    let here: Vec<&Spell<'_>> = spells.iter().filter(|spell| wanted(spell)).collect();
    let figure = |test: fn(&Spell<'_>, Period) -> bool| {
        Figure::count(here.iter().filter(|spell| test(spell, period)).map(|spell| spell.row()))
    };
    tests.into_iter().map(figure).collect()
}

/// Returns the section about cases.
pub(super) fn section(records: &Records<'_>, period: Period) -> Section {
    let spells = spells(records);
    let columns = || {
        vec![
            Named::new("open_at_start", "Open at start"),
            Named::new("new", "New"),
            Named::new("reopened", "Re-opened"),
            Named::new("closed", "Closed"),
            Named::new("open_at_end", "Open at end"),
        ]
    };
    let line = |named: Named, wanted: &dyn Fn(&Spell<'_>) -> bool| Line {
        named,
        figures: figures(&spells, period, wanted),
    };
    let table = |named: Named, lines: Vec<Line>, parts: Parts| Table {
        named,
        columns: columns(),
        lines,
        whole: Some(line(Named::new("all", "All cases"), &|_| true)),
        parts,
    };
    let kinds = [CaseKind::Person, CaseKind::Property, CaseKind::Topic].map(|kind| {
        line(Named::new(kind.words().to_lowercase(), kind.words()), &|spell| spell.case.kind == kind)
    });
    let mut tables = vec![
        table(Named::new("by_kind", "By kind"), kinds.into(), Parts::AddUp),
        table(Named::new("by_area", "By area"), by_area(records, &line), Parts::AddUp),
        table(Named::new("by_factor", "By reporting factor"), by_factor(&line), Parts::Overlap),
    ];
    tables.push(by_source(&spells, period));
    tables.push(by_closure(&spells, period));
    Section { named: Named::new("cases", "Cases"), tables, notes: notes(&tables_whole(&spells, period)) }
}

type MakeLine<'a> = dyn Fn(Named, &dyn Fn(&Spell<'_>) -> bool) -> Line + 'a;

fn by_area(records: &Records<'_>, line: &MakeLine<'_>) -> Vec<Line> {
    let mut areas: Vec<_> = records.areas.iter().collect();
    areas.sort_by_key(|area| area.name.to_lowercase());
    let known = |spell: &Spell<'_>| records.areas.iter().any(|area| spell.case.area == Some(area.id));
    let of_area = |area: &&crate::agency::Area| {
        line(Named::new(area.id.to_string(), &*area.name), &|spell| spell.case.area == Some(area.id))
    };
    let mut lines: Vec<Line> = areas.iter().map(of_area).collect();
    lines.push(line(Named::new("not_given", "No area given"), &|spell| !known(spell)));
    lines
}

fn by_factor(line: &MakeLine<'_>) -> Vec<Line> {
    let of_factor = |factor: Factor| {
        line(Named::new(factor.key(), factor.words()), &|spell| spell.case.factors.contains(&factor))
    };
    let mut lines: Vec<Line> = Factor::ALL.into_iter().map(of_factor).collect();
    lines.push(line(Named::new("none", "No factor"), &|spell| spell.case.factors.is_empty()));
    lines
}

fn by_source(spells: &[Spell<'_>], period: Period) -> Table {
    let new: Vec<&Spell<'_>> =
        spells.iter().filter(|spell| spell.opened_in(period) && !spell.came_back()).collect();
    let of_source = |named: Named, source: Option<Source>| Line {
        named,
        figures: vec![Figure::count(
            new.iter().filter(|spell| spell.case.source == source).map(|spell| spell.row()),
        )],
    };
    let mut lines: Vec<Line> = Source::ALL
        .into_iter()
        .map(|source| {
            of_source(Named::new(key_of(source), crate::words::capital(source.words())), Some(source))
        })
        .collect();
    lines.push(of_source(Named::new("not_recorded", "Not recorded"), None));
    Table {
        named: Named::new("by_source", "New cases by where they came from"),
        columns: vec![Named::new("new", "New")],
        lines,
        whole: Some(Line {
            named: Named::new("all", "All new cases"),
            figures: vec![Figure::count(new.iter().map(|spell| spell.row()))],
        }),
        parts: Parts::AddUp,
    }
}

fn key_of(source: Source) -> &'static str {
    match source {
        Source::Partner => "partner",
        Source::OwnReview => "own_review",
        Source::DailyManagementMeeting => "daily_management_meeting",
        Source::OtherForum => "other_forum",
    }
}

fn by_closure(spells: &[Spell<'_>], period: Period) -> Table {
    let closed: Vec<&Spell<'_>> = spells.iter().filter(|spell| spell.closed_in(period)).collect();
    let of_reason = |key: &str, words: &str, reason: ClosureReason| Line {
        named: Named::new(key, words),
        figures: vec![Figure::count(
            closed
                .iter()
                .filter(|spell| spell.episode.closed.as_ref().is_some_and(|closure| closure.reason == reason))
                .map(|spell| spell.row()),
        )],
    };
    Table {
        named: Named::new("by_closure", "Closed, by why"),
        columns: vec![Named::new("closed", "Closed")],
        lines: vec![
            of_reason("closed", "Closed by the meeting", ClosureReason::Closed),
            of_reason("combined", "Combined with another case", ClosureReason::Combined),
            of_reason("handed_over", "Handed over to a scheme", ClosureReason::HandedOver),
        ],
        whole: Some(Line {
            named: Named::new("all", "All closed"),
            figures: vec![Figure::count(closed.iter().map(|spell| spell.row()))],
        }),
        parts: Parts::AddUp,
    }
}

fn tables_whole(spells: &[Spell<'_>], period: Period) -> Vec<usize> {
    figures(spells, period, |_| true).iter().map(|figure| figure.rows.len()).collect()
}

fn notes(counts: &[usize]) -> Vec<String> {
    let mut notes = vec![
        "Kind, area and factors are those that the case has now. A case counts under each of its factors."
            .to_owned(),
    ];
    if let [start, new, reopened, closed, end] = counts {
        notes.insert(
            0,
            format!("{start} open at start + {new} new + {reopened} re-opened − {closed} closed = {end} open at end."),
        );
    }
    notes
}
