//! The room that a blank form gives each question: fields side by side, tick boxes in line, rules to write on.

use super::setter::Setter;
use crate::layout::block::{Block, Drawn};
use crate::layout::faces::Weight;
use crate::layout::page::{Drawing, MEASURE};
use crate::layout::tags::Tag;
use crate::layout::text::{Paragraph, TextStyle};
use crate::model::{FormPart, FormQuestion};

/// The distance of rules to write on, in points: college ruled, room for a hand.
const LINE: f32 = 18.8;
/// The space between two columns.
pub const GUTTER: f32 = 20.0;
/// Where answers begin that stand to the right of their question.
const ANSWERS: f32 = 214.0;
/// The height of a field: its label, and a rule under room for a hand.
const FIELD: f32 = 31.5;
/// The side of a tick box.
const BOX: f32 = 9.0;
/// The space between a tick box and its word.
const BOX_GAP: f32 = 4.5;
/// The space between a word and the next tick box.
const OPTION_GAP: f32 = 11.0;
/// The distance of two rows of tick boxes.
const OPTIONS: f32 = 15.0;
/// The size of a label.
const LABEL: f32 = 9.6;
/// The distance of two lines of a label.
const LABEL_LEADING: f32 = 12.4;
/// The size of a hint.
const HINT: f32 = 8.6;
/// The distance of two lines of a hint.
const HINT_LEADING: f32 = 11.2;
/// Roughly how wide a letter of a label is, as a share of its size.
const LETTER: f32 = 0.485;

/// A piece of the form with its own places.
#[derive(Default)]
pub struct Piece {
    shapes: Vec<Drawing>,
    texts: Vec<(f32, f32, f32, Paragraph)>,
    /// Its height in points.
    pub height: f32,
}

impl Piece {
    /// Returns the piece as a block that is never split.
    pub fn block(self) -> Block {
        let Self { shapes, texts, height } = self;
        Block::Drawn(Drawn { shapes, texts, height, alternative: None })
    }

    /// Puts another piece below.
    pub fn then(mut self, other: Self) -> Self {
        let (height, below) = (self.height, other.height);
        self.place(other, 0.0, height);
        self.height = height + below;
        self
    }

    /// Puts another piece to the right.
    pub fn beside(mut self, other: Self, x: f32) -> Self {
        self.height = self.height.max(other.height);
        self.place(other, x, 0.0);
        self
    }

    fn place(&mut self, other: Self, x: f32, y: f32) {
        self.shapes.extend(other.shapes.into_iter().map(|shape| shape.moved(x, y)));
        self.texts
            .extend(other.texts.into_iter().map(|(left, width, top, text)| (left + x, width, top + y, text)));
    }

    fn text(&mut self, x: f32, y: f32, width: f32, text: Paragraph) {
        self.texts.push((x, width, y, text));
    }

    fn rule(&mut self, set: Setter<'_>, x: f32, y: f32, width: f32) {
        self.shapes.push(Drawing::Fill { x, y, width, height: 0.8, colour: set.style.line });
    }

    fn tick_box(&mut self, set: Setter<'_>, x: f32, y: f32) {
        let (right, bottom) = (x + BOX, y + BOX);
        let points = vec![(x, y), (right, y), (right, bottom), (x, bottom), (x, y)];
        self.shapes.push(Drawing::Polyline { points, thickness: 0.8, colour: set.style.ink });
    }

    /// Puts tick boxes into lines of `width` from `x` on, and returns the height they take.
    fn options(&mut self, set: Setter<'_>, options: &[String], (x, y): (f32, f32), width: f32) -> f32 {
        let (mut at, mut down) = (0.0, 0.0);
        for option in options {
            let word = wide(option, LABEL);
            if at > 0.0 && at + BOX + BOX_GAP + word > width {
                (at, down) = (0.0, down + OPTIONS);
            }
            self.tick_box(set, x + at, y + down + 1.9);
            let text = Paragraph::new(option.as_str(), words(set), LABEL_LEADING);
            self.text(x + at + BOX + BOX_GAP, y + down, word + 10.0, text);
            at += BOX + BOX_GAP + word + OPTION_GAP;
        }
        if options.is_empty() { 0.0 } else { down + OPTIONS }
    }
}

fn words(set: Setter<'_>) -> TextStyle {
    TextStyle::new(Weight::Regular, LABEL, set.style.ink)
}

fn label(set: Setter<'_>, text: &str) -> Paragraph {
    Paragraph::new(text, TextStyle::new(Weight::Semibold, LABEL, set.style.ink), LABEL_LEADING)
}

fn hint(set: Setter<'_>, text: &str) -> Paragraph {
    Paragraph::new(text, TextStyle::new(Weight::Regular, HINT, set.style.soft), HINT_LEADING)
}

/// Returns roughly how wide a text is: enough to place words that are ours beside each other.
fn wide(text: &str, size: f32) -> f32 {
    text.chars().count() as f32 * size * LETTER
}

/// Returns roughly how many lines a text takes.
fn lines(text: &str, size: f32, width: f32) -> f32 {
    if text.is_empty() { 0.0 } else { (wide(text, size) / width).ceil() }
}

/// Returns the heading of a part: a rule, the title, and beside it what to know before filling it in.
pub fn heading(set: Setter<'_>, part: &FormPart, width: f32) -> Piece {
    let above = 10.0;
    let mut piece = Piece::default();
    piece.shapes.push(Drawing::Fill { x: 0.0, y: above, width, height: 1.1, colour: set.style.ink });
    let style = TextStyle::new(Weight::Semibold, set.style.heading, set.style.ink);
    let title = Paragraph::new(part.title.as_str(), style, set.style.heading * 1.25).tagged(Tag::Heading(2));
    piece.text(0.0, above + 6.0, width, title);
    // Beside a short title, under a long one: in half a page there is no room beside it.
    let left = if width < MEASURE { 62.0 } else { ANSWERS };
    piece.text(left, above + 8.6, width - left, hint(set, &part.lead));
    let lead = lines(&part.lead, HINT, width - left) * HINT_LEADING + 3.0;
    piece.height = above + 6.0 + lead.max(set.style.heading * 1.25) + 1.5;
    piece
}

/// Returns the questions of a part, one piece for each line of the form.
pub fn questions(set: Setter<'_>, asked: &[FormQuestion], width: f32) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let (mut line, mut used) = (Piece::default(), 0_u8);
    for question in asked {
        let sixths = question.sixths.min(6);
        if used > 0 && (sixths == 0 || used + sixths > 6) {
            pieces.push(std::mem::take(&mut line));
            used = 0;
        }
        match (sixths, question.lines, question.options.is_empty()) {
            (0, 2.., true) => pieces.push(sentences(set, question, width)),
            (0, ..) => pieces.push(in_line(set, question, width)),
            (sixths, ..) => {
                let left = f32::from(used) * (width + GUTTER) / 6.0;
                let room = f32::from(sixths) * (width + GUTTER) / 6.0 - GUTTER;
                line = line.beside(field(set, question, room), left);
                used += sixths;
            }
        }
    }
    if used > 0 {
        pieces.push(line);
    }
    pieces
}

/// A field of a few words: its label, and a rule under it.
fn field(set: Setter<'_>, question: &FormQuestion, width: f32) -> Piece {
    let mut piece = Piece { height: FIELD, ..Piece::default() };
    piece.text(0.0, 3.0, width, label(set, &question.words));
    piece.rule(set, 0.0, FIELD - 1.0, width);
    piece
}

/// A question that asks for sentences: its label and hint in a line, and rules over the whole width.
fn sentences(set: Setter<'_>, question: &FormQuestion, width: f32) -> Piece {
    let mut piece = Piece::default();
    let mut text = label(set, &question.words);
    if !question.hint.is_empty() {
        text.spans.extend(hint(set, &format!("   {}", question.hint)).spans);
    }
    piece.text(0.0, 5.5, width, text);
    piece.height = 5.5 + LABEL_LEADING;
    for _ in 0..question.lines {
        piece.height += LINE;
        piece.rule(set, 0.0, piece.height - 1.0, width);
    }
    piece
}

/// A question that is ticked or answered in a few words, to the right of it; in half a page under it.
fn in_line(set: Setter<'_>, question: &FormQuestion, width: f32) -> Piece {
    let narrow = width < MEASURE;
    let (left, room) = if narrow { (width, 0.0) } else { (ANSWERS - 12.0, width - ANSWERS) };
    let top = 5.2;
    let mut piece = Piece::default();
    piece.text(0.0, top, left, label(set, &question.words));
    let mut asked = top + lines(&question.words, LABEL, left) * LABEL_LEADING;
    if !question.hint.is_empty() {
        piece.text(0.0, asked, left, hint(set, &question.hint));
        asked += lines(&question.hint, HINT, left) * HINT_LEADING;
    }
    let mut answer = if narrow { asked + 2.0 } else { top };
    let (x, room) = if narrow { (0.0, width) } else { (ANSWERS, room) };
    answer += piece.options(set, &question.options, (x, answer), room);
    if question.lines > 0 {
        let rule = if question.options.is_empty() { LABEL_LEADING } else { LABEL_LEADING + 1.0 };
        answer = (answer + rule).max(asked - 1.5);
        piece.rule(set, x, answer, room);
    }
    piece.height = asked.max(answer + 1.0);
    piece
}
