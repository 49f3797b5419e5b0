//! The case register: a line for every episode, in groups.

use std::collections::BTreeSet;

use domain::words::{long_date, table_date};

use super::figures::{Figure, strip};
use super::setter::{Setter, copy_words, fixed, sharing};
use crate::Composed;
use crate::layout::Frame;
use crate::layout::block::{Anchor, Block, Cell, Chapter, Column, Row};
use crate::layout::page::{Furniture, Target};
use crate::layout::text::Paragraph;
use crate::model::{Register, RegisterGroup, RegisterRow};
use crate::style::Style;

/// Composes the register.
pub fn register<'paper>(paper: &'paper Register, style: &Style) -> Composed<'paper> {
    let set = Setter { style };
    let mut right = vec![long_date(paper.printed_on)];
    right.extend(paper.copy.as_ref().map(copy_words));
    let furniture = Furniture {
        head_left: format!("{} · {}", paper.hub, paper.title),
        head_right: right.join(" · "),
        foot: String::new(),
    };
    let mut blocks = vec![
        Block::Chapter(Chapter { furniture, place: paper.title.clone() }),
        bookmark(None, &paper.title),
        Block::Paragraph(set.title(&paper.title, 1)),
        Block::Paragraph(set.subtitle(format!("{} · {}", paper.scope, long_date(paper.printed_on)))),
    ];
    let figures: Vec<Figure> = paper
        .groups
        .iter()
        .map(|group| {
            let figure = Figure::of(group.rows.len().to_string(), group.label.to_lowercase());
            figure.leading_to(Some(of_group(group)))
        })
        .collect();
    blocks.extend(strip(set, &figures));
    let notes = paper.notes.iter().map(|note| Block::Paragraph(set.remark(note).spaced(6.0, 0.0)));
    blocks.extend(notes);
    let listed: BTreeSet<&str> =
        paper.groups.iter().flat_map(|group| &group.rows).map(|row| case_of(&row.reference)).collect();
    for group in &paper.groups {
        blocks.push(bookmark(Some(of_group(group)), &group.label));
        blocks.push(Block::Paragraph(set.heading(&group.label, 2)));
        blocks.push(if group.rows.is_empty() {
            Block::Paragraph(set.sentence("No case."))
        } else {
            set.table_of(
                &group.label,
                columns(),
                group.rows.iter().map(|row| line(set, row, &listed)).collect(),
            )
        });
    }
    if paper.groups.is_empty() {
        blocks.push(Block::Paragraph(set.sentence("No case is registered.")));
    }
    Composed {
        title: format!("{}, {}", paper.title, long_date(paper.printed_on)),
        blocks,
        frame: Frame::new(&paper.marking, &paper.abbreviations),
    }
}

fn bookmark(target: Option<Target>, title: &str) -> Block {
    Block::Anchor(Anchor { target, bookmark: Some((0, title.to_owned())) })
}

fn of_group(group: &RegisterGroup) -> Target {
    Target::of(format!("group {}", group.label))
}

/// Returns the reference of a case without the number of its episode: `CSH.12` of `CSH.12 (2)`.
fn case_of(reference: &str) -> &str {
    reference.split(" (").next().unwrap_or(reference)
}

fn of_case(reference: &str) -> Target {
    Target::of(format!("case {reference}"))
}

/// Returns the line of cross references, each leading to its case where that is listed.
fn cross_references(set: Setter<'_>, references: &[String], listed: &BTreeSet<&str>) -> Paragraph {
    let mut line = set.remark("X-Ref ");
    for (at, reference) in references.iter().enumerate() {
        if at > 0 {
            line.spans.push(set.span(", ", set.small()));
        }
        let to = listed.contains(reference.as_str()).then(|| of_case(reference));
        line = line.then_leading(reference, set.small(), to);
    }
    line
}

fn columns() -> Vec<Column> {
    vec![
        fixed("Case", 76.0),
        sharing("Key issues", 1.0),
        fixed("Opened", 74.0),
        fixed("Score", 70.0),
        sharing("Orders", 0.85),
        fixed("Lead", 74.0),
    ]
}

fn line(set: Setter<'_>, row: &RegisterRow, listed: &BTreeSet<&str>) -> Row {
    let mut case = Cell::of(set.strong_text(&row.reference)).heading_its_row();
    case.paragraphs.push(set.remark(&row.kind));
    let mut issues = set.cell(row.key_issues.join(" · "));
    if !row.cross_references.is_empty() {
        issues.paragraphs.push(cross_references(set, &row.cross_references, listed));
    }
    if !row.remark.is_empty() {
        issues.paragraphs.push(set.remark(&row.remark));
    }
    let mut dates = Cell::of(set.figures_text(table_date(row.opened)));
    if let Some(closed) = row.closed {
        dates.paragraphs.push(set.remark(format!("to {}", table_date(closed))));
    }
    let cells = vec![case, issues, dates, score(set, row), orders(set, row), set.cell(&row.lead)];
    Row { target: Some(of_case(case_of(&row.reference))), ..set.row(cells) }
}

/// Returns the score at the start and now, and what the two do not tell.
fn score(set: Setter<'_>, row: &RegisterRow) -> Cell {
    let words = match (row.initial, row.current) {
        (Some(initial), Some(current)) => format!("{initial} → {current}"),
        (Some(initial), None) => initial.to_string(),
        (None, Some(current)) => format!("? → {current}"),
        (None, None) => String::new(),
    };
    let mut cell = Cell::default();
    if !words.is_empty() {
        cell.paragraphs.push(set.figures_text(words));
    }
    if !row.score_state.is_empty() {
        cell.paragraphs.push(set.remark(&row.score_state));
    }
    cell
}

fn orders(set: Setter<'_>, row: &RegisterRow) -> Cell {
    let mut cell = Cell::default();
    if !row.orders_in_place.is_empty() {
        cell.paragraphs.push(set.text(row.orders_in_place.join(", ")));
    }
    if !row.orders_considered.is_empty() {
        cell.paragraphs.push(set.remark(format!("considered: {}", row.orders_considered.join(", "))));
    }
    cell
}
