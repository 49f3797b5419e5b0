//! The front sheet: what a busy reader understands in ten seconds.

use domain::words::{duration, full_date};

use super::setter::{Setter, fixed, right, sharing};
use crate::layout::block::{Block, Cell, Columns, Drawn, Row};
use crate::layout::faces::Weight;
use crate::layout::page::{Drawing, MEASURE};
use crate::layout::text::{Align, Paragraph, TextStyle};
use crate::model::{AgendaPack, Attending, Figures, RunningItem, Section, Visitor};

/// The widths of the two columns.
const COLUMNS: (f32, f32) = (306.0, 164.0);

/// Returns the blocks of the front sheet; `leads` tells which parts the pack has.
pub fn blocks(set: Setter<'_>, pack: &AgendaPack, leads: &dyn Fn(&Section) -> bool) -> Vec<Block> {
    let mut when = format!("{}, {} to {}", full_date(pack.date), pack.starts.words(), pack.ends.words());
    if !pack.place.is_empty() {
        when.push_str(" · ");
        when.push_str(&pack.place);
    }
    vec![
        Block::Paragraph(set.title(&pack.title, 1)),
        Block::Paragraph(set.subtitle(when)),
        figures(set, pack.figures),
        Block::Columns(Columns {
            left: running_order(set, pack, leads),
            left_width: COLUMNS.0,
            right: beside(set, pack),
            right_width: COLUMNS.1,
        }),
    ]
}

/// Returns the strip of figures between two rules.
fn figures(set: Setter<'_>, figures: Figures) -> Block {
    let one = |number: u32, singular: &str, plural: &str| {
        (number, if number == 1 { singular.to_owned() } else { plural.to_owned() })
    };
    let (items, mut items_words) = one(figures.items, "item", "items");
    items_words.push_str(&format!(", {}", duration(figures.minutes)));
    let (red, mut red_words) = one(figures.red, "action red", "actions red");
    red_words.push_str(&format!(", {} amber", figures.amber));
    let all = [
        (items, items_words),
        (red, red_words),
        one(figures.new_referrals, "new referral", "new referrals"),
        one(figures.reviews_due, "order or review due", "orders or reviews due"),
    ];
    let number = TextStyle::new(Weight::Bold, 15.5, set.style.ink);
    let width = MEASURE / 4.0;
    let texts = all.into_iter().enumerate().map(|(at, (count, words))| {
        let spans = vec![set.span(format!("{count}\n"), number), set.span(words, set.small())];
        (at as f32 * width, width - 10.0, 7.0, Paragraph::of(spans, 15.6))
    });
    let rule = |y: f32, height: f32, colour| Drawing::Fill { x: 0.0, y, width: MEASURE, height, colour };
    let shapes = vec![rule(0.0, 0.9, set.style.ink), rule(48.0, 0.6, set.style.line)];
    Block::Drawn(Drawn { shapes, texts: texts.collect(), height: 52.0, alternative: None })
}

fn running_order(set: Setter<'_>, pack: &AgendaPack, leads: &dyn Fn(&Section) -> bool) -> Vec<Block> {
    let heading = Block::Paragraph(set.heading("Running order", 2));
    let mut rows: Vec<Row> = Vec::new();
    for group in pack.running_order.iter().filter(|group| !group.items.is_empty()) {
        rows.extend(group.label.as_deref().map(|label| set.group(label)));
        rows.extend(group.items.iter().map(|item| running_row(set, item, leads)));
    }
    if rows.is_empty() {
        let nothing = "Nothing is on this agenda yet.";
        return vec![heading, Block::Paragraph(set.sentence(nothing))];
    }
    let columns = vec![
        fixed("Time", 36.0),
        fixed("Item", 62.0),
        sharing("What is needed", 1.0),
        right(fixed("Page", 28.0)),
    ];
    vec![heading, set.table(columns, rows)]
}

fn running_row(set: Setter<'_>, item: &RunningItem, leads: &dyn Fn(&Section) -> bool) -> Row {
    let section = item.section.as_ref().filter(|section| leads(section)).cloned();
    let linked = |text: Paragraph| Cell::of(Paragraph { link: section.clone(), ..text }).heading_its_row();
    // An item without a reference has only its title, which needs the width of the text beside it.
    let (name, needed) = match &item.reference {
        Some(reference) => (linked(set.strong_text(reference)), set.cell(&item.needed)),
        None => {
            let parts = [item.title.as_str(), item.needed.as_str()];
            let words: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            (set.cell(""), linked(set.text(words.join(" · "))))
        }
    };
    let page = Paragraph { page_of: section, ..Paragraph::new("", set.body().tabular(), set.style.leading) };
    set.row(vec![
        set.figures(item.starts.short(), Align::Left),
        name,
        needed,
        Cell::of(page.aligned(Align::Right)),
    ])
}

fn beside(set: Setter<'_>, pack: &AgendaPack) -> Vec<Block> {
    let mut blocks = Vec::new();
    if !pack.visitors.is_empty() {
        blocks.push(Block::Paragraph(set.heading("Who comes when", 2)));
        let columns = vec![sharing("Agency", 1.0), right(fixed("Arrive – leave", 78.0))];
        let rows = pack.visitors.iter().map(|visitor| visitor_row(set, visitor));
        blocks.push(set.table(columns, rows.collect()));
    }
    if !pack.before_you_come.is_empty() {
        blocks.push(Block::Paragraph(set.heading("Before you come", 2)));
        let texts = pack.before_you_come.iter().map(|text| Block::Paragraph(set.text(text).spaced(0.0, 4.0)));
        blocks.extend(texts);
    }
    blocks
}

fn visitor_row(set: Setter<'_>, visitor: &Visitor) -> Row {
    let when = match visitor.attending {
        Attending::Between { arrive, leave } => {
            format!("{} – {}", arrive.short(), leave.short())
        }
        Attending::Throughout => "throughout".to_owned(),
        Attending::WrittenUpdate => "written update".to_owned(),
    };
    set.row(vec![set.cell(&visitor.agency).heading_its_row(), set.figures(when, Align::Right)])
}
