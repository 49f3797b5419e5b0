//! The sheet of one agency: what it comes for, what it owes, and a slip to answer with.

use domain::words::{count, full_date, long_date, table_date};

use super::figures::{Figure, strip};
use super::setter::{Setter, copy_words, fixed, right, sharing};
use super::{actions, lights, slip};
use crate::Composed;
use crate::layout::Frame;
use crate::layout::block::{Anchor, Block, Cell, Chapter};
use crate::layout::page::Furniture;
use crate::layout::text::Align;
use crate::model::{AgencySheet, Attending, CheckAsked, Light, SheetItem};
use crate::style::Style;

/// Composes the sheet of an agency.
pub fn agency_sheet<'paper>(paper: &'paper AgencySheet, style: &Style) -> Composed<'paper> {
    let set = Setter { style };
    let mut blocks = vec![chapter(paper), bookmark(&paper.agency)];
    blocks.extend(head(set, paper));
    if !paper.items.is_empty() {
        blocks.push(bookmark("Your items"));
        blocks.push(Block::Paragraph(set.heading("Your items", 2)));
        blocks.push(items(set, &paper.items));
    }
    blocks.push(bookmark("Your actions"));
    blocks.push(Block::Paragraph(set.heading("Your actions", 2)));
    blocks.push(if paper.actions.is_empty() {
        Block::Paragraph(set.sentence("No action of yours is open."))
    } else {
        actions::of_one_agency(set, "Your actions", &paper.actions)
    });
    if !paper.checks.is_empty() {
        blocks.push(bookmark("Checks asked of you"));
        blocks.push(Block::Paragraph(set.heading("Checks asked of you", 2)));
        blocks.push(checks(set, &paper.checks));
    }
    if let Some(slip) = &paper.slip {
        blocks.push(chapter(paper));
        blocks.push(bookmark("Return slip"));
        blocks.extend(slip::blocks(set, paper, slip));
    }
    Composed {
        title: format!("Agency sheet: {}, {}", paper.agency, full_date(paper.date)),
        blocks,
        frame: Frame::new(&paper.marking, &paper.abbreviations),
    }
}

fn bookmark(title: &str) -> Block {
    Block::Anchor(Anchor { target: None, bookmark: Some((0, title.to_owned())) })
}

fn chapter(paper: &AgencySheet) -> Block {
    let mut right = Vec::new();
    if !paper.status.is_empty() {
        right.push(paper.status.clone());
    }
    right.extend(paper.copy.as_ref().map(copy_words));
    let furniture = Furniture {
        head_left: format!("Agency sheet · {}, {}", paper.title, long_date(paper.date)),
        head_right: right.join(" · "),
        foot: paper.hub.clone(),
    };
    Block::Chapter(Chapter { furniture, place: paper.agency.clone() })
}

fn head(set: Setter<'_>, paper: &AgencySheet) -> Vec<Block> {
    let (starts, ends) = (paper.starts.words(), paper.ends.words());
    let mut when = vec![format!("{}, {starts} to {ends}", full_date(paper.date))];
    when.extend(Some(paper.place.clone()).filter(|place| !place.is_empty()));
    let mut blocks =
        vec![Block::Paragraph(set.title(&paper.agency, 1)), Block::Paragraph(set.subtitle(when.join(" · ")))];
    blocks.extend(strip(set, &figures(paper)));
    blocks
}

fn figures(paper: &AgencySheet) -> Vec<Figure> {
    let mut figures = Vec::new();
    figures.push(match paper.attending {
        Some(Attending::Between { arrive, leave }) => {
            Figure::of(format!("{} – {}", arrive.short(), leave.short()), "arrive – leave")
        }
        Some(Attending::Throughout) => Figure::of(paper.starts.short(), "stay throughout"),
        Some(Attending::WrittenUpdate) => Figure::of("in writing", "a written update is expected"),
        None => Figure::of("–", "no need to come"),
    });
    let number = |number: usize, one: &str, more: &str, also: Option<String>| {
        let words = if number == 1 { one } else { more };
        Figure::of(number.to_string(), also.map_or(words.to_owned(), |also| format!("{words}, {also}")))
    };
    if !paper.items.is_empty() {
        let minutes: usize = paper.items.iter().map(|item| usize::from(item.minutes)).sum();
        figures.push(number(paper.items.len(), "item", "items", Some(count(minutes, "minute", "minutes"))));
    }
    let red = lights::count(&paper.actions, Light::Red);
    let red = (red > 0).then(|| format!("{red} red"));
    figures.push(number(paper.actions.len(), "open action", "open actions", red));
    figures.push(number(paper.checks.len(), "check asked of you", "checks asked of you", None));
    figures
}

fn items(set: Setter<'_>, items: &[SheetItem]) -> Block {
    let columns = vec![
        fixed("Time", 42.0),
        fixed("Item", 74.0),
        sharing("What it is", 1.0),
        sharing("What is needed", 1.1),
        right(fixed("Minutes", 46.0)),
    ];
    let rows = items.iter().map(|item| {
        let what = set.cell(&item.headline);
        let role = Some(&item.role).filter(|role| !role.is_empty());
        let needed = match role {
            Some(role) => set.cell(&item.needed).then(set.remark(format!("You: {role}"))),
            None => set.cell(&item.needed),
        };
        set.row(vec![
            set.figures(item.starts.short(), Align::Left),
            Cell::of(set.strong_text(item.reference.clone().unwrap_or_default())).heading_its_row(),
            what,
            needed,
            set.figures(item.minutes.to_string(), Align::Right),
        ])
    });
    set.table(columns, rows.collect())
}

fn checks(set: Setter<'_>, checks: &[CheckAsked]) -> Block {
    let columns = vec![
        fixed("Referral", 74.0),
        sharing("What it is", 1.0),
        sharing("Who or where", 1.1),
        fixed("Asked", 76.0),
    ];
    let rows = checks.iter().map(|check| {
        set.row(vec![
            Cell::of(set.strong_text(&check.reference)).heading_its_row(),
            set.cell(&check.headline),
            set.cell(&check.about),
            set.figures(check.asked.map_or_else(String::new, table_date), Align::Left),
        ])
    });
    set.table(columns, rows.collect())
}
