//! The case study: how it was, what was done month by month, and what became of it.

use super::case_summary::demand;
use super::figures::{Figure, strip};
use super::setter::{Setter, copy_words, fixed, right, sharing};
use super::{scores, timeline};
use crate::Composed;
use crate::layout::Frame;
use crate::layout::block::{Anchor, Block, Cell, Chapter, Columns};
use crate::layout::page::{Furniture, MEASURE};
use crate::layout::text::Align;
use crate::model::{CaseStudy, StudyStep};
use crate::style::Style;

/// Composes the case study.
pub fn case_study<'paper>(paper: &'paper CaseStudy, style: &Style) -> Composed<'paper> {
    let set = Setter { style };
    let mut right = vec!["Case study".to_owned()];
    right.extend(paper.copy.as_ref().map(copy_words));
    let furniture =
        Furniture { head_left: paper.hub.clone(), head_right: right.join(" · "), foot: String::new() };
    let mut blocks = vec![
        Block::Chapter(Chapter { furniture, place: "case study".to_owned() }),
        bookmark(0, &paper.title),
    ];
    blocks.extend(head(set, paper));
    part(&mut blocks, set, "How it was", texts(set, &paper.situation));
    if !paper.steps.is_empty() {
        blocks.push(bookmark(1, "What was done"));
        let heading = Block::Paragraph(set.heading("What was done", 2));
        blocks.push(match timeline::drawing(set, &paper.steps) {
            Some(drawing) => Block::Together(vec![heading, drawing]),
            None => heading,
        });
        blocks.push(steps(set, &paper.steps));
    }
    if !paper.demand.is_empty() {
        part(&mut blocks, set, "Calls and incidents", demand(set, &paper.demand));
    }
    part(&mut blocks, set, "What became of it", texts(set, &paper.outcome));
    part(&mut blocks, set, "What others can learn", texts(set, &paper.learned));
    Composed { title: paper.title.clone(), blocks, frame: Frame::new(&paper.marking, &paper.abbreviations) }
}

fn bookmark(depth: usize, title: &str) -> Block {
    Block::Anchor(Anchor { target: None, bookmark: Some((depth, title.to_owned())) })
}

fn part(blocks: &mut Vec<Block>, set: Setter<'_>, words: &str, content: Vec<Block>) {
    if !content.is_empty() {
        blocks.push(bookmark(1, words));
        blocks.push(Block::Paragraph(set.heading(words, 2)));
        blocks.extend(content);
    }
}

fn texts(set: Setter<'_>, texts: &[String]) -> Vec<Block> {
    texts.iter().map(|text| Block::Paragraph(set.text(text).spaced(0.0, 6.0))).collect()
}

fn head(set: Setter<'_>, paper: &CaseStudy) -> Vec<Block> {
    let mut left = vec![Block::Paragraph(set.title(&paper.title, 1))];
    if !paper.headline.is_empty() {
        left.push(Block::Paragraph(set.subtitle(&paper.headline)));
    }
    let mut blocks = match scores::drawing_without_days(set, &paper.scores) {
        Some(drawing) => {
            let left_width = MEASURE - scores::WIDTH - 14.0;
            let (right, right_width) = (vec![drawing], scores::WIDTH);
            vec![Block::Columns(Columns { left, left_width, right, right_width })]
        }
        None => left,
    };
    let figures: Vec<Figure> =
        paper.figures.iter().map(|(number, words)| Figure::of(number, words)).collect();
    blocks.extend(strip(set, &figures));
    if !paper.key_issues.is_empty() {
        let spans =
            vec![set.span("Key issues  ", set.strong()), set.span(paper.key_issues.join(" · "), set.body())];
        let issues = crate::layout::text::Paragraph::of(spans, set.style.leading);
        blocks.push(Block::Paragraph(issues.spaced(8.0, 0.0)));
    }
    blocks
}

fn steps(set: Setter<'_>, steps: &[StudyStep]) -> Block {
    let columns = vec![
        right(fixed("No.", 30.0)),
        fixed("Month", 98.0),
        sharing("What was done", 1.0),
        fixed("By", 120.0),
    ];
    let rows = steps.iter().zip(1..).map(|(step, number)| {
        set.row(vec![
            set.figures(format!("{number}"), Align::Right).heading_its_row(),
            Cell::of(set.figures_text(&step.month)),
            set.cell(&step.what),
            set.cell(&step.who),
        ])
    });
    set.table(columns, rows.collect())
}
