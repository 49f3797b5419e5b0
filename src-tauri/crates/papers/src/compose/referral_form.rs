//! The referral form: fields, boxes and rules when it is blank, questions with their answers when it is filled.

use super::setter::{Setter, sharing};
use super::writing_space::{GUTTER, Piece, heading, questions};
use crate::Composed;
use crate::layout::Frame;
use crate::layout::block::{Anchor, Block, Cell, Chapter, Row};
use crate::layout::faces::Weight;
use crate::layout::page::{Furniture, MEASURE};
use crate::layout::text::{Paragraph, TextStyle};
use crate::model::{FormPart, FormQuestion, ReferralForm};
use crate::style::Style;

/// The most letters of a question and of an answer that stand in half the width.
const HALF: usize = 46;

/// Composes the form: blank when it names no referral.
pub fn referral_form<'paper>(form: &'paper ReferralForm, style: &Style) -> Composed<'paper> {
    let set = Setter { style };
    let mut blocks = vec![chapter(form), bookmark(&form.title)];
    blocks.push(Block::Paragraph(set.title(&form.title, 1)));
    blocks.push(Block::Paragraph(set.subtitle(&form.under).spaced(0.0, 5.0)));
    for remark in &form.remarks {
        let text = set.text(remark).spaced(9.0, 9.0);
        blocks.push(Block::Paragraph(Paragraph { ground: true, ..text }));
    }
    match form.reference {
        Some(_) => form.parts.iter().for_each(|part| answered(set, part, &mut blocks)),
        None => blank(set, form, &mut blocks),
    }
    let title = match &form.reference {
        Some(reference) => format!("{}: {reference}", form.title),
        None => format!("{}: blank form", form.title),
    };
    Composed { title, blocks, frame: Frame::new(&form.marking, &form.abbreviations) }
}

fn bookmark(title: &str) -> Block {
    Block::Anchor(Anchor { target: None, bookmark: Some((0, title.to_owned())) })
}

fn chapter(form: &ReferralForm) -> Block {
    let reference = form.reference.clone().unwrap_or_else(|| "blank form".to_owned());
    let furniture =
        Furniture { head_left: form.hub.clone(), head_right: reference.clone(), foot: String::new() };
    Block::Chapter(Chapter { furniture, place: reference })
}

/// Puts the questions of a part with their answers: short ones two beside each other, what was left open in a line below.
fn answered(set: Setter<'_>, part: &FormPart, blocks: &mut Vec<Block>) {
    let (given, open): (Vec<_>, Vec<_>) =
        part.questions.iter().partition(|question| !question.answer.trim().is_empty());
    blocks.push(bookmark(&part.title));
    blocks.push(Block::Paragraph(set.heading(&part.title, 2).spaced(15.0, 2.0)));
    let mut rows: Vec<Row> = Vec::new();
    let mut waiting: Option<&FormQuestion> = None;
    for question in given {
        if !is_short(question) {
            rows.extend(waiting.take().map(|alone| row(set, &[alone])));
            rows.push(row(set, &[question]));
        } else if let Some(first) = waiting.take() {
            rows.push(row(set, &[first, question]));
        } else {
            waiting = Some(question);
        }
    }
    rows.extend(waiting.map(|alone| row(set, &[alone])));
    if !rows.is_empty() {
        blocks.push(set.grid(vec![sharing("", 0.5), sharing("", 0.5)], rows));
    }
    if !open.is_empty() {
        // A question is not broken, so that a line of the copied text holds whole ones.
        let open: Vec<String> = open.iter().map(|question| question.words.replace(' ', "\u{a0}")).collect();
        let text = set.remark(format!("Not\u{a0}answered: {}", open.join(" · ")));
        blocks.push(Block::Paragraph(text.spaced(2.0, 0.0)));
    }
}

fn is_short(question: &FormQuestion) -> bool {
    let answer = question.answer.trim();
    answer.chars().count() <= HALF && !answer.contains('\n') && question.words.chars().count() <= HALF
}

fn row(set: Setter<'_>, questions: &[&FormQuestion]) -> Row {
    let cell = |question: &&FormQuestion| {
        let label = TextStyle::new(Weight::Semibold, set.style.small, set.style.soft);
        let label = Paragraph::new(question.words.as_str(), label, set.style.small * 1.28);
        Cell { paragraphs: vec![label, set.text(question.answer.trim())], header: false }
    };
    Row { pad_above: 4.0, pad_below: 4.4, ..set.row(questions.iter().map(cell).collect()) }
}

/// Puts the parts of a blank form; two that take half the width stand beside each other.
fn blank(set: Setter<'_>, form: &ReferralForm, blocks: &mut Vec<Block>) {
    let half = (MEASURE - GUTTER) / 2.0;
    let mut waiting: Option<(&FormPart, Piece)> = None;
    for part in &form.parts {
        if let (true, Some((first, left))) = (part.half, waiting.take()) {
            blocks.extend([bookmark(&first.title), bookmark(&part.title)]);
            blocks.push(left.beside(whole(set, part, half), half + GUTTER).block());
            continue;
        }
        if part.half {
            waiting = Some((part, whole(set, part, half)));
            continue;
        }
        if part.own_page {
            blocks.push(chapter(form));
        }
        blocks.push(bookmark(&part.title));
        let mut rows = questions(set, &part.questions, MEASURE).into_iter();
        // The heading in one piece with its first question, so that neither stands alone at the end of a page.
        let first = heading(set, part, MEASURE).then(rows.next().unwrap_or_default());
        blocks.push(first.block());
        blocks.extend(rows.map(Piece::block));
    }
    if let Some((part, piece)) = waiting {
        blocks.extend([bookmark(&part.title), piece.block()]);
    }
}

fn whole(set: Setter<'_>, part: &FormPart, width: f32) -> Piece {
    questions(set, &part.questions, width).into_iter().fold(heading(set, part, width), Piece::then)
}
