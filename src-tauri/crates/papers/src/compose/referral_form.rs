//! The referral form: lines and boxes when it is blank, questions with their answers when it is filled.

use super::setter::{Setter, sharing};
use crate::Composed;
use crate::layout::Frame;
use crate::layout::block::{Anchor, Block, Cell, Chapter, Drawn};
use crate::layout::page::{Drawing, Furniture, MEASURE};
use crate::layout::text::Paragraph;
use crate::model::{FormPart, FormQuestion, ReferralForm};
use crate::style::Style;

/// The distance of lines to write on, in points: room for a hand.
const LINE: f32 = 22.0;
/// The space between two short questions beside each other.
const GUTTER: f32 = 24.0;
/// The height of a short question: its label and a line.
const SHORT: f32 = 41.0;
/// The side of a tick box.
const BOX: f32 = 9.5;
/// Roughly how wide a letter of body text is, to place options beside each other.
const LETTER: f32 = 5.3;

/// Composes the form: blank when it names no referral.
pub fn referral_form<'paper>(form: &'paper ReferralForm, style: &Style) -> Composed<'paper> {
    let set = Setter { style };
    let mut blocks = vec![chapter(form, None), bookmark(&form.title)];
    blocks.push(Block::Paragraph(set.title(&form.title, 1)));
    blocks.push(Block::Paragraph(set.subtitle(&form.under)));
    for remark in &form.remarks {
        let text = set.text(remark).spaced(4.0, 12.0);
        blocks.push(Block::Paragraph(Paragraph { ground: true, ..text }));
    }
    for part in &form.parts {
        if part.own_page {
            blocks.push(chapter(form, Some(part)));
        }
        blocks.push(bookmark(&part.title));
        blocks.push(Block::Paragraph(heading(set, part)));
        if !part.lead.is_empty() {
            blocks.push(Block::Paragraph(set.remark(&part.lead).spaced(0.0, 3.0).kept_with_next()));
        }
        match form.reference {
            Some(_) => blocks.push(answered(set, part)),
            None => blocks.extend(blank(set, part)),
        }
    }
    let title = match &form.reference {
        Some(reference) => format!("{}: {reference}", form.title),
        None => format!("{}: blank form", form.title),
    };
    Composed { title, blocks, frame: Frame { marking: &form.marking, abbreviations: &form.abbreviations } }
}

fn heading(set: Setter<'_>, part: &FormPart) -> Paragraph {
    if part.own_page { set.title(&part.title, 2).spaced(0.0, 4.0) } else { set.heading(&part.title, 2) }
}

fn bookmark(title: &str) -> Block {
    Block::Anchor(Anchor { section: None, bookmark: Some((0, title.to_owned())) })
}

fn chapter(form: &ReferralForm, part: Option<&FormPart>) -> Block {
    let reference = form.reference.clone().unwrap_or_else(|| "blank form".to_owned());
    let right = match part {
        Some(part) => format!("{reference} · {}", part.title),
        None => reference,
    };
    let furniture = Furniture { head_left: form.hub.clone(), head_right: right, foot: String::new() };
    let place = part.map_or("first page", |part| part.title.as_str()).to_owned();
    Block::Chapter(Chapter { furniture, place })
}

/// Returns the questions of a part with their answers.
fn answered(set: Setter<'_>, part: &FormPart) -> Block {
    let rows = part.questions.iter().map(|question| {
        let answer = match question.answer.trim() {
            "" => set.sentence("not answered"),
            answer => set.text(answer),
        };
        set.row(vec![Cell::of(set.strong_text(&question.words)).heading_its_row(), Cell::of(answer)])
    });
    set.table(vec![sharing("", 0.36), sharing("", 0.64)], rows.collect())
}

/// Returns the questions of a part with lines to write on; short ones stand two beside each other.
fn blank(set: Setter<'_>, part: &FormPart) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut waiting: Option<&FormQuestion> = None;
    for question in &part.questions {
        if question.short {
            match waiting.take() {
                Some(first) => blocks.push(short(set, &[first, question])),
                None => waiting = Some(question),
            }
            continue;
        }
        blocks.extend(waiting.take().map(|alone| short(set, &[alone])));
        blocks.extend(long(set, question));
    }
    blocks.extend(waiting.map(|alone| short(set, &[alone])));
    blocks
}

fn short(set: Setter<'_>, questions: &[&FormQuestion]) -> Block {
    let width = (MEASURE - GUTTER) / 2.0;
    let left = |at: usize| at as f32 * (width + GUTTER);
    let texts = questions.iter().enumerate().map(|(at, question)| {
        (left(at), width, 5.0, Paragraph { leading: 12.5, ..set.strong_text(&question.words) })
    });
    let shapes = (0..questions.len()).map(|at| rule(set, left(at), SHORT - 2.0, width));
    Block::Drawn(Drawn { shapes: shapes.collect(), texts: texts.collect(), height: SHORT, alternative: None })
}

fn long(set: Setter<'_>, question: &FormQuestion) -> Vec<Block> {
    let label = set.strong_text(&question.words).spaced(9.0, 0.0);
    let mut blocks = vec![Block::Paragraph(label.kept_with_next())];
    if !question.hint.is_empty() {
        blocks.push(Block::Paragraph(set.remark(&question.hint).kept_with_next()));
    }
    let mut shapes = Vec::new();
    let mut texts = Vec::new();
    let mut height = 0.0;
    if !question.options.is_empty() {
        let mut x = 0.0;
        height = 19.0;
        for option in &question.options {
            shapes.push(tick_box(set, x, 5.5));
            let room = option.chars().count() as f32 * LETTER + 8.0;
            texts.push((x + BOX + 5.0, room, 3.0, set.text(option)));
            x += BOX + 5.0 + room + 10.0;
        }
    }
    for _ in 0..question.lines {
        height += LINE;
        shapes.push(rule(set, 0.0, height - 1.0, MEASURE));
    }
    if height > 0.0 {
        blocks.push(Block::Drawn(Drawn { shapes, texts, height: height + 2.0, alternative: None }));
    }
    blocks
}

fn rule(set: Setter<'_>, x: f32, y: f32, width: f32) -> Drawing {
    Drawing::Fill { x, y, width, height: 0.6, colour: set.style.line }
}

fn tick_box(set: Setter<'_>, x: f32, y: f32) -> Drawing {
    let (right, bottom) = (x + BOX, y + BOX);
    let points = vec![(x, y), (right, y), (right, bottom), (x, bottom), (x, y)];
    Drawing::Polyline { points, thickness: 0.9, colour: set.style.soft }
}
