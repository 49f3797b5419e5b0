//! The minutes of a tasking meeting: who was there, and per item key points, decision and actions.

use domain::words::{full_date, long_date, table_date};

use super::setter::{Setter, copy_words, fixed, sharing};
use super::{actions, agenda, formal_minutes};
use crate::Composed;
use crate::layout::Frame;
use crate::layout::block::{Anchor, Block, Cell, Chapter};
use crate::layout::page::{Furniture, Target};
use crate::layout::text::Paragraph;
use crate::model::{
    AttendanceRow, Correction, MinuteItem, MinutesPaper, MinutesStatus, MinutesStyle, Presence,
};
use crate::style::Style;

/// Composes the minutes.
pub fn minutes<'paper>(paper: &'paper MinutesPaper, style: &Style) -> Composed<'paper> {
    let set = Setter { style };
    let mut blocks = head(set, paper);
    match paper.style {
        MinutesStyle::Tasking => blocks.extend(by_item(set, paper)),
        MinutesStyle::Formal => blocks.extend(formal_minutes::blocks(set, paper)),
    }
    blocks.extend(close(set, paper));
    let title = format!("Minutes: {}, {}", paper.title, full_date(paper.date));
    let frame = Frame::new(&paper.marking, &paper.abbreviations);
    Composed { title, blocks, frame }
}

/// Returns attendance, matters arising and the items, as a tasking meeting writes them down.
fn by_item(set: Setter<'_>, paper: &MinutesPaper) -> Vec<Block> {
    let mut blocks = vec![bookmark(0, "Attendance")];
    blocks.push(Block::Paragraph(set.heading("Attendance", 2)));
    blocks.push(attendance(set, &paper.attendance));
    if let Some(declaration) = &paper.declaration {
        blocks.extend(set.section("Declaration", declaration, 2));
    }
    if !paper.matters_arising.is_empty() {
        blocks.push(bookmark(0, "Matters arising"));
        blocks.push(Block::Paragraph(set.heading("Matters arising", 2)));
        blocks.push(agenda::arising(set, &paper.matters_arising, &|reference| item_named(paper, reference)));
    }
    blocks.push(bookmark(0, "Items"));
    if paper.items.is_empty() {
        blocks.push(Block::Paragraph(set.heading("Items", 2)));
        blocks.push(Block::Paragraph(set.sentence("No item was taken.")));
    }
    for item in &paper.items {
        blocks.push(bookmark_of(item, 1, item.reference.as_deref().unwrap_or(&item.headline)));
        blocks.extend(item_blocks(set, item));
    }
    blocks
}

fn bookmark(depth: usize, title: &str) -> Block {
    Block::Anchor(Anchor { target: None, bookmark: Some((depth, title.to_owned())) })
}

/// Returns the entry of the outline for an item, to which links with its reference lead.
fn bookmark_of(item: &MinuteItem, depth: usize, title: impl Into<String>) -> Block {
    let target = item.reference.as_ref().map(Target::of);
    Block::Anchor(Anchor { target, bookmark: Some((depth, title.into())) })
}

/// Returns where the item on a case or referral is, if the minutes have one.
pub fn item_named(paper: &MinutesPaper, reference: &str) -> Option<Target> {
    let named = paper.items.iter().any(|item| item.reference.as_deref() == Some(reference));
    named.then(|| Target::of(reference))
}

fn head(set: Setter<'_>, paper: &MinutesPaper) -> Vec<Block> {
    let status = status_words(&paper.status);
    let mut right = vec!["Minutes".to_owned(), status.0.clone()];
    right.extend(paper.extract_of.as_ref().map(|agency| format!("items of {agency} only")));
    right.extend(paper.copy.as_ref().map(copy_words));
    let furniture = Furniture {
        head_left: format!("{} · {}, {}", paper.hub, paper.title, long_date(paper.date)),
        head_right: right.join(" · "),
        foot: String::new(),
    };
    let mut under = full_date(paper.date);
    if !paper.place.is_empty() {
        under.push_str(" · ");
        under.push_str(&paper.place);
    }
    let mut times = format!("The meeting commenced at {}", paper.commenced.words());
    match paper.concluded {
        Some(concluded) => times.push_str(&format!(" and concluded at {}.", concluded.words())),
        None => times.push_str("; when it concluded was not noted."),
    }
    let formal = paper.style == MinutesStyle::Formal;
    let chair = vec![
        set.span(if paper.chair.is_empty() { "Nobody is noted" } else { &paper.chair }, set.strong()),
        set.span(" in the chair. ", set.body()),
        set.span(times, set.body()),
    ];
    let (under, status) = if formal {
        (formal_minutes::under(paper), formal_minutes::status(paper))
    } else {
        (under, status.1)
    };
    let status = Paragraph::new(status, set.strong(), set.style.leading).spaced(0.0, 3.0);
    let mut blocks = vec![
        Block::Chapter(Chapter { furniture, place: "minutes".to_owned() }),
        bookmark(0, "Minutes"),
        Block::Paragraph(set.title(format!("Minutes: {}", paper.title), 1)),
        Block::Paragraph(set.subtitle(under)),
    ];
    if let Some(agency) = &paper.extract_of {
        let only =
            format!("An extract: it holds only the items of {agency}. The whole minutes are with the hub.");
        let only = Paragraph { ground: true, ..set.strong_text(only) };
        blocks.push(Block::Paragraph(only.spaced(2.0, 10.0)));
    }
    if !paper.notice.is_empty() {
        let notice = Paragraph { ground: true, ..set.strong_text(paper.notice.clone()) };
        blocks.push(Block::Paragraph(notice.spaced(2.0, 10.0)));
    }
    blocks.push(Block::Paragraph(status));
    if !formal {
        blocks.push(Block::Paragraph(Paragraph::of(chair, set.style.leading)));
    }
    blocks
}

/// Returns the status in short for the head, and as a sentence.
pub fn status_words(status: &MinutesStatus) -> (String, String) {
    match status {
        MinutesStatus::Draft => ("DRAFT".to_owned(), "Draft: not yet approved by the chair.".to_owned()),
        MinutesStatus::Approved { by, on } => (
            format!("approved {}", long_date(*on)),
            format!("Approved by {by} on {}; to be confirmed at the next meeting.", long_date(*on)),
        ),
        MinutesStatus::Confirmed { by, on, confirmed, confirmed_by } => {
            let how = match confirmed_by {
                Some(person) => format!("confirmed by {person} on {}", long_date(*confirmed)),
                None => format!("confirmed at the meeting on {}", long_date(*confirmed)),
            };
            (
                format!("confirmed {}", long_date(*confirmed)),
                format!("Approved by {by} on {}, {how}.", long_date(*on)),
            )
        }
    }
}

fn attendance(set: Setter<'_>, rows: &[AttendanceRow]) -> Block {
    if rows.is_empty() {
        return Block::Paragraph(set.sentence("Nobody’s attendance was recorded."));
    }
    let columns = vec![sharing("Name", 1.0), sharing("Agency", 1.0), sharing("How", 1.1)];
    let rows = rows.iter().map(|row| {
        let how = match &row.presence {
            Presence::InTheChair => "in the chair".to_owned(),
            Presence::Present => "present".to_owned(),
            Presence::DialIn => "dialled in".to_owned(),
            Presence::Substitute { instead_of } => format!("in attendance as substitute for {instead_of}"),
            Presence::Apologies => "apologies".to_owned(),
            Presence::WrittenUpdate => "written update, not present".to_owned(),
            Presence::Observer => "observer".to_owned(),
            Presence::NoContact => "no contact".to_owned(),
        };
        let mut how = set.cell(how);
        how.paragraphs.extend(row.note.as_ref().map(|note| set.remark(note)));
        set.row(vec![set.cell(&row.name).heading_its_row(), set.cell(&row.agency), how])
    });
    set.table(columns, rows.collect())
}

fn item_blocks(set: Setter<'_>, item: &MinuteItem) -> Vec<Block> {
    let mut blocks = Vec::new();
    let heading = item.reference.as_deref().unwrap_or(&item.headline);
    blocks.push(Block::Paragraph(set.heading(heading, 2).spaced(20.0, 1.0)));
    let mut under: Vec<String> = Vec::new();
    if item.reference.is_some() && !item.headline.is_empty() {
        under.push(item.headline.clone());
    }
    under.extend(item.taken.map(|taken| format!("taken at {}", taken.words())));
    if !under.is_empty() {
        blocks.push(Block::Paragraph(set.remark(under.join(" · ")).spaced(0.0, 4.0).kept_with_next()));
    }
    blocks.extend(item.key_points.iter().map(|point| Block::Paragraph(set.text(point).spaced(0.0, 4.0))));
    let labelled = |label: &str, text: &str| {
        let spans = vec![set.span(format!("{label}  "), set.strong()), set.span(text, set.body())];
        Block::Paragraph(Paragraph::of(spans, set.style.leading).spaced(0.0, 4.0))
    };
    match &item.decision {
        Some(decision) => {
            let spans = vec![set.span("Decision  ", set.strong()), set.span(decision, set.body())];
            let decided = Paragraph { ground: true, ..Paragraph::of(spans, set.style.leading) };
            blocks.push(Block::Paragraph(decided.spaced(5.0, 8.0)));
        }
        None => blocks.push(Block::Paragraph(set.sentence("Left undecided.").spaced(0.0, 4.0))),
    }
    blocks.extend(item.closing.iter().map(|line| Block::Paragraph(set.text(line).spaced(0.0, 4.0))));
    if !item.outcomes.is_empty() {
        blocks.push(labelled("Outcomes", &item.outcomes.join(" · ")));
    }
    if let Some(score) = &item.score {
        blocks.push(labelled("Score", score));
    }
    if let Some(reason) = &item.override_reason {
        blocks.push(labelled("Overruled", reason));
    }
    if !item.new_actions.is_empty() {
        blocks.push(Block::Space(5.0));
        blocks.push(actions::agreed(set, &item.new_actions));
    }
    if !item.reviewed_actions.is_empty() {
        let label = Paragraph::new("Actions reviewed", set.strong(), set.style.leading);
        blocks.push(Block::Paragraph(label.spaced(8.0, 3.0).kept_with_next()));
        blocks.push(actions::with_lights(set, &item.reviewed_actions));
    }
    blocks
}

fn close(set: Setter<'_>, paper: &MinutesPaper) -> Vec<Block> {
    let mut blocks = Vec::new();
    if let Some(next) = &paper.next_meeting {
        let mut parts = vec![full_date(next.date)];
        parts.extend(next.starts.map(|starts| starts.words()));
        if !next.place.is_empty() {
            parts.push(next.place.clone());
        }
        blocks.push(bookmark(0, "Next meeting"));
        blocks.extend(set.section("Next meeting", &format!("{}.", parts.join(", ")), 2));
    }
    if !paper.corrections.is_empty() {
        blocks.push(bookmark(0, "Corrections after approval"));
        blocks.push(Block::Paragraph(set.heading("Corrections after approval", 2)));
        blocks.push(corrections(set, paper));
    }
    blocks
}

fn corrections(set: Setter<'_>, paper: &MinutesPaper) -> Block {
    let columns = vec![
        fixed("Date", 72.0),
        sharing("Where", 0.8),
        sharing("What stood there", 1.2),
        sharing("What stands there now", 1.2),
        fixed("By", 78.0),
    ];
    let said = |text: &str, otherwise: &str| {
        Cell::of(if text.is_empty() { set.sentence(otherwise) } else { set.text(text) })
    };
    let rows = paper.corrections.iter().map(|one: &Correction| {
        let place = one.place.split(',').next().and_then(|reference| item_named(paper, reference));
        set.row(vec![
            set.cell(table_date(one.date)).heading_its_row(),
            Cell::of(set.text(&one.place).leading_to(place)),
            said(&one.was, "nothing"),
            said(&one.now, "taken out"),
            set.cell(&one.by),
        ])
    });
    set.table(columns, rows.collect())
}
