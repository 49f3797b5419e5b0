//! The late sheet: what changed, what is added and what is dropped, on pages numbered beside those of the pack.

use domain::words::{full_date, long_date};

use super::figures::{Figure, strip};
use super::setter::{Setter, copy_words, fixed, right, sharing};
use super::{case, referral};
use crate::Composed;
use crate::layout::Frame;
use crate::layout::block::{Anchor, Block, Cell, Chapter, Column};
use crate::layout::page::{Furniture, Target};
use crate::layout::text::{Align, Paragraph};
use crate::model::{DroppedItem, LateChange, LateSheet, RunningItem};
use crate::style::Style;

/// Composes a late sheet.
pub fn late_sheet<'paper>(paper: &'paper LateSheet, style: &Style) -> Composed<'paper> {
    let set = Setter { style };
    let meeting = format!("{}, {}", paper.title, long_date(paper.date));
    // The first page names the meeting in its title, and the hub above it.
    let mut blocks = vec![chapter(paper, &paper.hub, "late sheet"), bookmark(None, "Late sheet")];
    blocks.extend(head(set, paper));
    if !paper.changed.is_empty() {
        blocks.push(Block::Paragraph(set.heading("Changed", 2)));
        blocks.push(changed(set, &paper.changed));
    }
    if !paper.added.is_empty() {
        blocks.push(Block::Paragraph(set.heading("Added", 2)));
        blocks.push(added(set, paper));
    }
    if !paper.dropped.is_empty() {
        blocks.push(Block::Paragraph(set.heading("Dropped", 2)));
        blocks.push(dropped(set, &paper.dropped));
    }
    for one in &paper.cases {
        blocks.push(chapter(paper, &meeting, &one.reference));
        blocks.push(bookmark(Some(Target::of(&one.reference)), &one.reference));
        blocks.extend(case::blocks(set, one, &|reference| here(paper, reference)));
    }
    for one in &paper.referrals {
        blocks.push(chapter(paper, &meeting, &one.reference));
        blocks.push(bookmark(Some(Target::of(&one.reference)), &one.reference));
        blocks.extend(referral::blocks(set, one));
    }
    let title = format!("Late sheet {}: {}, {}", paper.number, paper.title, full_date(paper.date));
    let numbers = format!("L{}.", paper.number);
    let frame = Frame { numbers, ..Frame::new(&paper.marking, &paper.abbreviations) };
    Composed { title, blocks, frame }
}

fn bookmark(target: Option<Target>, title: &str) -> Block {
    Block::Anchor(Anchor { target, bookmark: Some((0, title.to_owned())) })
}

fn chapter(paper: &LateSheet, left: &str, place: &str) -> Block {
    let mut right = vec![format!("Late sheet {}", paper.number)];
    if !paper.status.is_empty() {
        right.push(paper.status.clone());
    }
    right.extend(paper.copy.as_ref().map(copy_words));
    let furniture =
        Furniture { head_left: left.to_owned(), head_right: right.join(" · "), foot: String::new() };
    Block::Chapter(Chapter { furniture, place: place.to_owned() })
}

fn head(set: Setter<'_>, paper: &LateSheet) -> Vec<Block> {
    let keep = format!("Keep it with {}: the pages of that pack stay as they are.", paper.after);
    let mut blocks = vec![
        Block::Paragraph(set.title(format!("Late sheet {}", paper.number), 1)),
        Block::Paragraph(set.subtitle(format!("{}, {}", paper.title, full_date(paper.date)))),
    ];
    let figure = |number: usize, words: &str| Figure::of(number.to_string(), words);
    blocks.extend(strip(
        set,
        &[
            figure(paper.changed.len(), "changed"),
            figure(paper.added.len(), if paper.added.len() == 1 { "item added" } else { "items added" }),
            figure(
                paper.dropped.len(),
                if paper.dropped.len() == 1 { "item dropped" } else { "items dropped" },
            ),
        ],
    ));
    blocks.push(Block::Paragraph(set.text(keep).spaced(8.0, 0.0)));
    if paper.changed.is_empty() && paper.added.is_empty() && paper.dropped.is_empty() {
        blocks.push(Block::Paragraph(set.sentence("Nothing has changed since then.").spaced(8.0, 0.0)));
    }
    blocks
}

fn changed(set: Setter<'_>, changed: &[LateChange]) -> Block {
    let columns = vec![
        right(fixed("Page", 34.0)),
        fixed("Item", 76.0),
        fixed("What", 92.0),
        sharing("In the pack", 1.0),
        Column { ruled: true, ..sharing("Now", 1.0) },
    ];
    let said = |text: &str, otherwise: &str| match text {
        "" => set.sentence(otherwise),
        text => set.text(text),
    };
    let rows = changed.iter().map(|one| {
        let item = if one.reference.is_empty() { "Meeting" } else { &one.reference };
        let now = match one.now.as_str() {
            "" => set.sentence("taken out"),
            now => set.strong_text(now),
        };
        set.row(vec![
            page_of_pack(set, one.page),
            Cell::of(set.strong_text(item)).heading_its_row(),
            set.cell(&one.what),
            Cell::of(said(&one.was, "nothing")),
            Cell::of(now),
        ])
    });
    set.table(columns, rows.collect())
}

/// Returns the page of the issued pack, or a dash for what is on none.
fn page_of_pack(set: Setter<'_>, page: Option<u32>) -> Cell {
    set.figures(page.map_or_else(|| "–".to_owned(), |page| page.to_string()), Align::Right)
}

fn added(set: Setter<'_>, paper: &LateSheet) -> Block {
    let columns = vec![
        fixed("Time", 42.0),
        fixed("Item", 92.0),
        sharing("What is needed", 1.0),
        right(fixed("Minutes", 50.0)),
        right(fixed("Page", 46.0)),
    ];
    let rows = paper.added.iter().map(|item| row(set, paper, item));
    set.table(columns, rows.collect())
}

/// Returns where the page of a case or referral is, if it is in this late sheet.
fn here(paper: &LateSheet, reference: &str) -> Option<Target> {
    let case = paper.cases.iter().any(|one| one.reference == reference);
    let referral = || paper.referrals.iter().any(|one| one.reference == reference);
    (case || referral()).then(|| Target::of(reference))
}

fn row(set: Setter<'_>, paper: &LateSheet, item: &RunningItem) -> crate::layout::block::Row {
    let reference = item.reference.clone().unwrap_or_default();
    let target = here(paper, &reference);
    let page = Paragraph { page_of: target.clone(), ..set.figures_text("") };
    let name = if reference.is_empty() { &item.title } else { &reference };
    set.row(vec![
        set.figures(item.starts.short(), Align::Left),
        Cell::of(set.strong_text(name).leading_to(target)).heading_its_row(),
        set.cell(&item.needed),
        set.figures(item.minutes.to_string(), Align::Right),
        Cell::of(page.aligned(Align::Right)),
    ])
}

fn dropped(set: Setter<'_>, dropped: &[DroppedItem]) -> Block {
    let columns =
        vec![right(fixed("Page", 34.0)), fixed("Time", 50.0), fixed("Item", 92.0), sharing("Why", 1.0)];
    let rows = dropped.iter().map(|one| {
        set.row(vec![
            page_of_pack(set, one.page),
            set.figures(one.starts.map_or_else(String::new, |starts| starts.short()), Align::Left),
            Cell::of(set.strong_text(&one.reference)).heading_its_row(),
            set.cell(&one.why),
        ])
    });
    set.table(columns, rows.collect())
}
