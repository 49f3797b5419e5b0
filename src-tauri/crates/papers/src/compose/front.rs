//! The front sheet: what a busy reader understands in ten seconds.

use domain::words::{duration, full_date};

use super::figures::{Figure, strip};
use super::setter::{Setter, fixed, right, sharing};
use crate::layout::block::{Block, Cell, Columns, Row};
use crate::layout::text::{Align, Paragraph};
use crate::model::{AgendaPack, Attending, Figures, RunningItem, Section, Visitor};

/// The widths of the two columns.
const COLUMNS: (f32, f32) = (304.0, 168.0);

/// Returns the blocks of the front sheet; `leads` tells which parts the pack has.
pub fn blocks(set: Setter<'_>, pack: &AgendaPack, leads: &dyn Fn(&Section) -> bool) -> Vec<Block> {
    let mut when = format!("{}, {} to {}", full_date(pack.date), pack.starts.words(), pack.ends.words());
    if !pack.place.is_empty() {
        when.push_str(" · ");
        when.push_str(&pack.place);
    }
    let mut blocks = vec![Block::Paragraph(set.title(&pack.title, 1)), Block::Paragraph(set.subtitle(when))];
    if !pack.notice.is_empty() {
        let notice = Paragraph { ground: true, ..set.strong_text(pack.notice.clone()) };
        blocks.push(Block::Paragraph(notice.spaced(2.0, 10.0)));
    }
    // A paper for publication counts nothing, because small counts could point to somebody.
    if pack.figures != Figures::default() || pack.running_order.is_empty() {
        blocks.extend(strip(set, &figures(pack.figures)));
    }
    let left = running_order(set, pack, leads);
    let right = beside(set, pack);
    if right.is_empty() {
        blocks.extend(left);
    } else {
        let (left_width, right_width) = COLUMNS;
        blocks.push(Block::Columns(Columns { left, left_width, right, right_width }));
    }
    blocks
}

/// Returns the figures that a busy reader sees first.
fn figures(figures: Figures) -> [Figure; 4] {
    let of = |number: u32, one: &str, more: &str, also: String| {
        Figure::of(number.to_string(), format!("{}{also}", if number == 1 { one } else { more }))
    };
    [
        of(figures.items, "item", "items", format!(", {}", duration(figures.minutes))),
        of(figures.red, "action red", "actions red", format!(", {} amber", figures.amber)),
        of(figures.new_referrals, "new referral", "new referrals", String::new()),
        of(figures.reviews_due, "order or review due", "orders or reviews due", String::new()),
    ]
}

fn running_order(set: Setter<'_>, pack: &AgendaPack, leads: &dyn Fn(&Section) -> bool) -> Vec<Block> {
    let heading = Block::Paragraph(set.heading("Running order", 2));
    let items = || pack.running_order.iter().flat_map(|group| &group.items);
    let named = items().any(|item| item.reference.is_some());
    // A paper for publication leads nowhere: it has no page of any case.
    let paged = items().any(|item| item.section.as_ref().is_some_and(leads));
    let mut rows: Vec<Row> = Vec::new();
    for group in pack.running_order.iter().filter(|group| !group.items.is_empty()) {
        rows.extend(group.label.as_deref().map(|label| set.group(label)));
        rows.extend(group.items.iter().map(|item| {
            let mut cells = running_cells(set, item, named, leads);
            cells.truncate(if paged { cells.len() } else { cells.len() - 1 });
            set.row(cells)
        }));
    }
    if rows.is_empty() {
        let nothing = "Nothing is on this agenda yet.";
        return vec![heading, Block::Paragraph(set.sentence(nothing))];
    }
    let mut columns = vec![fixed("Time", 36.0)];
    if named {
        columns.extend([fixed("Item", 62.0), sharing("What is needed", 1.0)]);
    } else {
        columns.push(sharing("Item", 1.0));
    }
    columns.extend(paged.then(|| right(fixed("Page", 28.0))));
    vec![heading, set.table(columns, rows)]
}

/// Returns the cells of an item, its page last; `named` tells whether any item has a reference, for which there is then a
/// column.
fn running_cells(
    set: Setter<'_>,
    item: &RunningItem,
    named: bool,
    leads: &dyn Fn(&Section) -> bool,
) -> Vec<Cell> {
    let target = item.section.as_ref().filter(|section| leads(section)).map(super::agenda::target);
    let linked = |text: Paragraph| Cell::of(text.leading_to(target.clone())).heading_its_row();
    let mut cells = vec![set.figures(item.starts.short(), Align::Left)];
    match &item.reference {
        Some(reference) => cells.extend([linked(set.strong_text(reference)), set.cell(&item.needed)]),
        None => {
            // An item without a reference has only its title, which needs the width of the text beside it.
            cells.extend(named.then(|| set.cell("")));
            let parts = [item.title.as_str(), item.needed.as_str()];
            let words: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            cells.push(linked(set.text(words.join(" · "))));
        }
    }
    let page = Paragraph { page_of: target, ..Paragraph::new("", set.body().tabular(), set.style.leading) };
    cells.push(Cell::of(page.aligned(Align::Right)));
    cells
}

fn beside(set: Setter<'_>, pack: &AgendaPack) -> Vec<Block> {
    let mut blocks = Vec::new();
    if !pack.visitors.is_empty() {
        blocks.push(Block::Paragraph(set.heading("Who comes when", 2)));
        let columns = vec![sharing("Agency", 1.0), right(fixed("Arrive – leave", 70.0))];
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
