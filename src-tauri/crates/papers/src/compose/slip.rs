//! The return slip: a line for whoever comes, for every action and for every check, filled in by hand or copied by e-mail.

use domain::words::full_date;

use super::setter::{Setter, fixed, sharing};
use crate::layout::block::{Block, Cell, Row};
use crate::layout::text::{Paragraph, TextStyle};
use crate::model::{AgencySheet, ReturnSlip};

/// The room that a hand needs for a line.
const HAND: f32 = 21.0;
/// The size of the boxes.
const BOX: f32 = 12.5;
/// What can be ticked for whoever comes.
const COMES: [&str; 5] = ["comes", "substitute", "dials in", "written update", "apologies"];
/// What can be ticked for an action: the words that the hub reads in an e-mail too.
const BECAME: [&str; 4] = ["done", "under way", "blocked", "not possible"];
/// What can be ticked for a check.
const KNOWN: [&str; 2] = ["nothing known", "known, as follows"];

/// Returns the blocks of the slip.
pub fn blocks(set: Setter<'_>, paper: &AgencySheet, slip: &ReturnSlip) -> Vec<Block> {
    let mut blocks = vec![
        Block::Paragraph(set.title("Return slip", 2)),
        Block::Paragraph(set.subtitle(format!("{} · {}", paper.agency, full_date(paper.date)))),
        Block::Paragraph(how(set, paper, slip)),
        heading(set, "Who comes"),
        set.grid(
            vec![sharing("", 1.0)],
            vec![line(
                set,
                vec![to_write_on(set, Cell::of(boxes(set, &COMES)), "Name, and for which items")],
            )],
        ),
    ];
    if !paper.actions.is_empty() {
        blocks.push(heading(set, "What became of your actions"));
        let rows = paper.actions.iter().map(|action| {
            let number = Cell::of(set.strong_text(&action.number)).heading_its_row();
            line(
                set,
                vec![number, set.cell(&action.what), to_write_on(set, Cell::of(boxes(set, &BECAME)), "")],
            )
        });
        let columns = vec![fixed("No.", 42.0), sharing("Action", 1.0), fixed("Now", 268.0)];
        blocks.push(set.table(columns, rows.collect()));
    }
    if !paper.checks.is_empty() {
        blocks.push(heading(set, "What you know"));
        let rows = paper.checks.iter().map(|check| {
            let reference = Cell::of(set.strong_text(&check.reference)).heading_its_row();
            let answer = to_write_on(set, Cell::of(boxes(set, &KNOWN)), "");
            line(set, vec![reference, set.cell(&check.about), answer])
        });
        let columns = vec![fixed("Referral", 74.0), sharing("Who or where", 1.0), fixed("Answer", 268.0)];
        blocks.push(set.table(columns, rows.collect()));
    }
    let signed = ["Filled in by", "Date"].map(|label| Cell::of(label_of(set, label)));
    let row = Row { pad_above: HAND, ..line(set, signed.into()) };
    blocks.push(set.grid(vec![sharing("", 2.0), sharing("", 1.0)], vec![row]));
    blocks
}

fn heading(set: Setter<'_>, words: &str) -> Block {
    Block::Paragraph(set.heading(words, 3))
}

/// Says where the slip goes and how an e-mail answers as well.
fn how(set: Setter<'_>, paper: &AgencySheet, slip: &ReturnSlip) -> Paragraph {
    let to = if slip.to.is_empty() { "Back to the hub".to_owned() } else { format!("Back to {}", slip.to) };
    let until = if slip.until.is_empty() { String::new() } else { format!(" by {}", slip.until) };
    let example = match (paper.actions.first(), paper.checks.first()) {
        (Some(action), _) => format!("{} done, visit held", action.number),
        (None, Some(check)) => format!("{} nothing known", check.reference),
        (None, None) => "Apologies".to_owned(),
    };
    let spans = vec![
        set.span(format!("{to}{until}. "), set.strong()),
        set.span("An e-mail will do: a line for each, such as ", set.body()),
        set.span(format!("“{example}”."), set.body()),
    ];
    Paragraph { ground: true, ..Paragraph::of(spans, set.style.leading).spaced(2.0, 8.0) }
}

/// Returns boxes to tick with their words.
fn boxes(set: Setter<'_>, words: &[&str]) -> Paragraph {
    let word = TextStyle { size: set.style.small + 0.6, ..set.body() };
    let mut spans = Vec::new();
    for (at, each) in words.iter().enumerate() {
        let gap = if at == 0 { "" } else { "   " };
        spans.push(set.span(gap, word));
        spans.push(set.span("\u{2610}", TextStyle { size: BOX, ..word }));
        // A word stays with its box.
        spans.push(set.span(format!("\u{a0}{}", each.replace(' ', "\u{a0}")), word));
    }
    Paragraph::of(spans, set.style.leading)
}

fn label_of(set: Setter<'_>, words: &str) -> Paragraph {
    set.remark(words)
}

/// Returns a cell with room for a hand under its words; the rule of the row is what the hand writes on.
fn to_write_on(set: Setter<'_>, cell: Cell, label: &str) -> Cell {
    cell.then(set.remark(label).spaced(HAND - set.style.leading, 0.0))
}

fn line(set: Setter<'_>, cells: Vec<Cell>) -> Row {
    Row { pad_above: 5.0, pad_below: 3.0, ..set.row(cells) }
}
