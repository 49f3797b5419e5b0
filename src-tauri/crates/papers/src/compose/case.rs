//! The page of one case.

use domain::words::{capital, table_date};

use super::agenda::Leads;
use super::setter::{Setter, fixed, sharing};
use super::{actions, scores};
use crate::layout::block::{Block, Cell, Columns, Row};
use crate::layout::faces::Weight;
use crate::layout::page::MEASURE;
use crate::layout::text::{Align, Paragraph, TextStyle};
use crate::model::{CasePage, OrderRow, WrittenUpdate};

/// The room for the number of a condition, in points.
const CONDITION: f32 = 15.0;

/// Returns the blocks of a case's page; `leads` finds the pages of the cases it is linked with.
pub fn blocks(set: Setter<'_>, case: &CasePage, leads: &Leads<'_>) -> Vec<Block> {
    let mut blocks = head(set, case, leads);
    if !case.outline.is_empty() {
        blocks.push(Block::Paragraph(set.text(&case.outline).spaced(8.0, 0.0)));
    }
    if !case.why_here.is_empty() {
        blocks.extend(set.section("Why it is here", &case.why_here, 3));
    }
    blocks.push(Block::Paragraph(set.heading("Actions", 3)));
    blocks.push(if case.actions.is_empty() {
        Block::Paragraph(set.sentence("No action is open."))
    } else {
        actions::with_lights(set, &case.actions)
    });
    if !case.orders.is_empty() {
        blocks.push(Block::Paragraph(set.heading("Orders", 3)));
        blocks.push(orders(set, &case.orders));
    }
    for (at, update) in case.written_updates.iter().enumerate() {
        if at == 0 {
            blocks.push(Block::Paragraph(set.heading("Written updates", 3)));
        }
        blocks.extend(written(set, update));
    }
    if let Some(decided) = &case.last_decided {
        blocks.extend(set.section("Last decided", decided, 3));
    }
    blocks.extend(notes(set, case.note_lines));
    blocks
}

/// Returns the heading and the ruled lines for notes.
pub fn notes(set: Setter<'_>, lines: u8) -> Vec<Block> {
    if lines == 0 {
        return Vec::new();
    }
    vec![Block::Paragraph(set.heading("Notes", 3)), Block::Notes { lines }]
}

fn head(set: Setter<'_>, case: &CasePage, leads: &Leads<'_>) -> Vec<Block> {
    let title = Block::Paragraph(set.title(&case.reference, 2));
    let mut left = vec![title];
    if !case.headline.is_empty() {
        left.push(Block::Paragraph(set.subtitle(&case.headline)));
    }
    let mut blocks = match scores::drawing(set, &case.scores) {
        Some(drawing) => {
            let left_width = MEASURE - scores::WIDTH - 14.0;
            let right = vec![drawing];
            vec![Block::Columns(Columns { left, left_width, right, right_width: scores::WIDTH })]
        }
        None => left,
    };
    let parts = [
        ("Key issues", &case.key_issues, " · "),
        ("X-Ref", &case.cross_references, ", "),
        ("In place", &case.orders_in_place, ", "),
        ("Considered", &case.orders_considered, ", "),
    ];
    let mut line = Paragraph::of(Vec::new(), set.style.leading);
    for (name, values, between) in parts.into_iter().filter(|(_, values, _)| !values.is_empty()) {
        let gap = if line.spans.is_empty() { "" } else { "    " };
        line.spans.push(set.span(format!("{gap}{name}  "), set.strong()));
        for (at, value) in values.iter().enumerate() {
            if at > 0 {
                line.spans.push(set.span(between, set.body()));
            }
            let to = Some(value).filter(|_| name == "X-Ref").and_then(|reference| leads(reference));
            line = line.then_leading(value, set.body(), to);
        }
    }
    if !line.spans.is_empty() {
        blocks.push(Block::Paragraph(line));
    }
    blocks
}

/// Returns the table of orders with their dates.
pub fn orders(set: Setter<'_>, orders: &[OrderRow]) -> Block {
    let columns = vec![
        sharing("Order", 1.0),
        fixed("Stage", 96.0),
        fixed("From", 70.0),
        fixed("Until", 70.0),
        fixed("Next", 110.0),
    ];
    let date =
        |date: Option<chrono::NaiveDate>| set.figures(date.map_or_else(String::new, table_date), Align::Left);
    let mut rows = Vec::new();
    for order in orders {
        let row = set.row(vec![
            set.cell(&order.name).heading_its_row(),
            set.cell(&order.stage),
            date(order.from),
            date(order.to),
            set.cell(&order.next),
        ]);
        match under(set, order) {
            Some(under) => {
                rows.push(Row { ruled: false, keep_with_next: true, pad_below: 1.0, ..row });
                rows.push(under);
            }
            None => rows.push(row),
        }
    }
    set.table(columns, rows)
}

/// Returns the row under an order with its conditions, and when it was broken; absent when there is neither.
fn under(set: Setter<'_>, order: &OrderRow) -> Option<Row> {
    let mut paragraphs = Vec::new();
    if !order.breached.is_empty() {
        let style = TextStyle::new(Weight::Semibold, set.style.small, set.style.ink);
        paragraphs.push(Paragraph::new(capital(&order.breached), style, set.style.small * 1.32));
    }
    match order.conditions.as_slice() {
        [] => {}
        [only] => paragraphs.push(set.remark(format!("Condition: {only}"))),
        several => {
            let numbered = several
                .iter()
                .zip(1..)
                .map(|(each, at)| set.remark(each).labelled(format!("{at}."), CONDITION));
            paragraphs.extend(numbered);
        }
    }
    (!paragraphs.is_empty()).then(|| {
        let cells = vec![Cell { paragraphs, header: false }];
        Row { pad_above: 0.0, ..set.row(cells) }
    })
}

fn written(set: Setter<'_>, update: &WrittenUpdate) -> [Block; 2] {
    let mut spans = vec![set.span(&update.agency, set.strong())];
    let noted = match update.date {
        Some(date) => format!("  written, not present · {}", table_date(date)),
        None => "  written, not present".to_owned(),
    };
    spans.push(set.span(noted, set.small()));
    let who = Paragraph::of(spans, set.style.leading).spaced(2.0, 0.0).kept_with_next();
    [Block::Paragraph(who), Block::Paragraph(set.text(&update.text).spaced(0.0, 5.0))]
}
