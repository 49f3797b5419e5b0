//! The year report: headlines first, then the tables, small bars beside the first column of figures.

use std::borrow::Cow;

use super::figures::{Figure, strip};
use super::setter::{Setter, copy_words, right, sharing};
use crate::Composed;
use crate::layout::Frame;
use crate::layout::block::{Anchor, Block, Cell, Chapter, Column, Row, Width};
use crate::layout::page::{Furniture, MEASURE, Target};
use crate::layout::text::{Align, Bar, Paragraph};
use crate::model::{Headline, YearLine, YearReport, YearSection, YearTable};
use crate::style::Style;

/// The room for the words of a line at the least, in points: two or three of them.
const WORDS: f32 = 140.0;
/// The width of a column of figures at the most, and at the least where there are bars.
const FIGURES: (f32, f32) = (76.0, 56.0);
/// The width of the bars at the most.
const BARS: f32 = 112.0;
/// So many columns of figures leave room for the words of a line; a table of more of them is printed in parts.
const MOST_COLUMNS: usize = 6;

/// Composes the year report.
pub fn year_report<'paper>(paper: &'paper YearReport, style: &Style) -> Composed<'paper> {
    let set = Setter { style };
    let furniture = Furniture {
        head_left: format!("{} · {}", paper.hub, paper.title),
        head_right: std::iter::once(paper.period.clone())
            .chain(paper.copy.as_ref().map(copy_words))
            .collect::<Vec<_>>()
            .join(" · "),
        foot: String::new(),
    };
    let mut under = paper.period.clone();
    if !paper.compared_with.is_empty() {
        under.push_str(&format!(" · compared with {}", paper.compared_with));
    }
    let mut blocks = vec![
        Block::Chapter(Chapter { furniture, place: paper.title.clone() }),
        bookmark(None, &paper.title),
        Block::Paragraph(set.title(&paper.title, 1)),
        Block::Paragraph(set.subtitle(under)),
    ];
    let figures: Vec<Figure> = paper.headlines.iter().map(|one| headline(paper, one)).collect();
    blocks.extend(strip(set, &figures));
    blocks.extend(paper.opening.iter().map(|text| Block::Paragraph(set.text(text).spaced(8.0, 0.0))));
    if paper.sections.len() > 1 {
        blocks.push(contents(set, &paper.sections));
    }
    for section in &paper.sections {
        blocks.push(bookmark(Some(Target::of(&section.title)), &section.title));
        blocks.push(Block::Paragraph(set.heading(&section.title, 2).spaced(24.0, 5.5)));
        blocks.extend(section.notes.iter().map(|note| {
            let note = set.remark(note).spaced(0.0, 6.0);
            Block::Paragraph(if section.tables.is_empty() { note } else { note.kept_with_next() })
        }));
        for (at, one) in section.tables.iter().flat_map(parts).enumerate() {
            // None above the first, because it would part the table from its heading at the end of a page.
            blocks.extend((at > 0).then_some(Block::Space(16.0)));
            blocks.push(Block::Together(vec![table(set, &one)]));
        }
    }
    Composed {
        title: format!("{}, {}", paper.title, paper.period),
        blocks,
        frame: Frame::new(&paper.marking, &paper.abbreviations),
    }
}

fn bookmark(target: Option<Target>, title: &str) -> Block {
    Block::Anchor(Anchor { target, bookmark: Some((0, title.to_owned())) })
}

/// Returns a figure of the top, which leads to the section where it stands again.
fn headline(paper: &YearReport, one: &Headline) -> Figure {
    let known = |title: &&String| paper.sections.iter().any(|section| section.title == **title);
    Figure::of(&one.figure, &one.words)
        .with_remark(one.before.as_ref().map(|before| format!("was {before}")))
        .leading_to(one.section.as_ref().filter(known).map(Target::of))
}

/// Returns the sections with their pages.
fn contents(set: Setter<'_>, sections: &[YearSection]) -> Block {
    let rows = sections.iter().map(|section| {
        let target = Some(Target::of(&section.title));
        let page = Paragraph { page_of: target.clone(), ..set.figures_text("") };
        let title = Cell::of(set.text(&section.title).leading_to(target)).heading_its_row();
        Row { pad_above: 3.0, pad_below: 3.4, ..set.row(vec![title, Cell::of(page.aligned(Align::Right))]) }
    });
    let heading = Block::Paragraph(set.heading("Contents", 2));
    let page = Column { width: Width::Points(40.0), ..right(sharing("Page", 1.0)) };
    Block::Together(vec![heading, set.table(vec![sharing("Section", 1.0), page], rows.collect())])
}

/// Returns a table, or the parts that it is printed in where it has too many columns: the same lines in each.
fn parts(table: &YearTable) -> Vec<Cow<'_, YearTable>> {
    let columns = table.columns.len();
    if columns <= MOST_COLUMNS {
        return vec![Cow::Borrowed(table)];
    }
    let each = columns.div_ceil(columns.div_ceil(MOST_COLUMNS));
    let part = |from: usize, to: usize| {
        let line = |line: &YearLine| YearLine {
            figures: line.figures.iter().take(to).skip(from).cloned().collect(),
            bar: line.bar.filter(|_| from == 0),
            ..line.clone()
        };
        let title = match from {
            0 => table.title.clone(),
            _ => format!("{}, continued", table.title),
        };
        Cow::Owned(YearTable {
            title,
            columns: table.columns.iter().take(to).skip(from).cloned().collect(),
            lines: table.lines.iter().map(line).collect(),
            whole: table.whole.as_ref().map(line),
        })
    };
    (0..columns).step_by(each).map(|from| part(from, columns.min(from + each))).collect()
}

fn table(set: Setter<'_>, table: &YearTable) -> Block {
    let barred = table.lines.iter().any(|line| line.bar.is_some());
    let count = table.columns.len().max(1) as f32;
    let bars = if barred { (MEASURE - WORDS - count * FIGURES.1).clamp(0.0, BARS) } else { 0.0 };
    let figures = ((MEASURE - WORDS - bars) / count).min(FIGURES.0);
    let mut columns = vec![sharing(&table.title, 1.0)];
    columns.extend(table.columns.iter().enumerate().map(|(at, head)| {
        let width = Width::Points(if at == 0 && barred { figures + bars } else { figures });
        let column = Column { width, ..sharing(head, 1.0) };
        if at == 0 && barred { column } else { right(column) }
    }));
    let across = columns.len();
    let mut rows: Vec<Row> = table.lines.iter().map(|line| row(set, line, barred, across, false)).collect();
    rows.extend(table.whole.as_ref().map(|whole| row(set, whole, barred, across, true)));
    set.table(columns, rows)
}

fn row(set: Setter<'_>, line: &YearLine, barred: bool, across: usize, whole: bool) -> Row {
    let words = if whole { set.strong_text(&line.words) } else { set.text(&line.words) };
    let mut cells = vec![Cell::of(words).heading_its_row()];
    for (at, figure) in line.figures.iter().enumerate() {
        let style = if whole { set.strong() } else { set.body() };
        let figure = Paragraph::new(figure, style.tabular(), set.style.leading);
        cells.push(Cell::of(if at == 0 && barred {
            let share = f32::from(line.bar.unwrap_or(0)) / 1000.0;
            let bar = Bar { from: 52.0, share, colour: set.style.accent };
            Paragraph { bar: line.bar.filter(|share| *share > 0).map(|_| bar), ..figure }
        } else {
            figure.aligned(Align::Right)
        }));
    }
    // A row that lacks a figure shows an empty cell, and one too many is not shown under another's head.
    cells.resize_with(across, Cell::default);
    set.row(cells)
}
