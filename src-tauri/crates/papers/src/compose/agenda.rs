//! The agenda pack, from its front sheet to the orders due.

use domain::words::{full_date, long_date, table_date};

use super::setter::{Setter, fixed, sharing};
use super::{case, front, referral};
use crate::Composed;
use crate::layout::Frame;
use crate::layout::block::{Anchor, Block, Cell, Chapter};
use crate::layout::page::{Furniture, Target};
use crate::layout::text::Align;
use crate::model::{AgendaPack, ArisingRow, PreviousMinutes, ReviewDue, RunningGroup, RunningItem, Section};
use crate::style::Style;

/// Composes the agenda pack.
pub fn agenda<'paper>(pack: &'paper AgendaPack, style: &Style) -> Composed<'paper> {
    let set = Setter { style };
    let leads = |reference: &str| page_of(pack, reference);
    let mut blocks = vec![front_chapter(pack), bookmark(None, 0, "Front sheet")];
    blocks.extend(front::blocks(set, pack, &|section| has(pack, section)));
    if let Some(minutes) = &pack.previous_minutes {
        blocks.push(chapter(pack, Some(&Section::PreviousMinutes), "previous minutes"));
        blocks.push(bookmark(Some(Section::PreviousMinutes), 0, "Previous minutes"));
        blocks.extend(previous(set, minutes, &leads));
    }
    if !pack.matters_arising.is_empty() {
        if pack.previous_minutes.is_none() {
            blocks.push(chapter(pack, Some(&Section::MattersArising), "matters arising"));
        }
        blocks.push(bookmark(Some(Section::MattersArising), 0, "Matters arising"));
        let level = if pack.previous_minutes.is_some() { 3 } else { 2 };
        blocks.push(Block::Paragraph(set.heading("Matters arising", level)));
        blocks.push(arising(set, &pack.matters_arising, &leads));
    }
    blocks.extend(items(set, pack));
    if !pack.reviews_due.is_empty() {
        blocks.push(chapter(pack, Some(&Section::ReviewsDue), "orders and reviews due"));
        blocks.push(bookmark(Some(Section::ReviewsDue), 0, "Orders and reviews due"));
        blocks.push(Block::Paragraph(set.title("Orders and reviews due", 2)));
        blocks.push(Block::Space(8.0));
        blocks.push(reviews(set, &pack.reviews_due, &leads));
    }
    let title = format!("Agenda pack: {}, {}", pack.title, full_date(pack.date));
    let frame = Frame::new(&pack.marking, &pack.abbreviations);
    Composed { title, blocks, frame }
}

/// Tells whether the pack has a part.
fn has(pack: &AgendaPack, section: &Section) -> bool {
    match section {
        Section::PreviousMinutes => pack.previous_minutes.is_some(),
        Section::MattersArising => !pack.matters_arising.is_empty(),
        Section::Case(reference) => pack.cases.iter().any(|case| &case.reference == reference),
        Section::Referral(reference) => pack.referrals.iter().any(|one| &one.reference == reference),
        Section::ReviewsDue => !pack.reviews_due.is_empty(),
    }
}

/// Finds where the page of a case or referral is by its reference; absent when the paper has none.
pub type Leads<'paper> = dyn Fn(&str) -> Option<Target> + 'paper;

/// Returns where the page of a case or referral is, if the pack has one.
fn page_of(pack: &AgendaPack, reference: &str) -> Option<Target> {
    let sections = [Section::Case(reference.to_owned()), Section::Referral(reference.to_owned())];
    sections.iter().find(|section| has(pack, section)).map(target)
}

/// Returns the pages of cases and referrals in the running order; those without an item come last.
fn items(set: Setter<'_>, pack: &AgendaPack) -> Vec<Block> {
    let mut order: Vec<(Option<&str>, Section)> = Vec::new();
    for group in &pack.running_order {
        let sections = group.items.iter().filter_map(|item| item.section.clone());
        order.extend(sections.map(|section| (group.label.as_deref(), section)));
    }
    let cases = pack.cases.iter().map(|case| Section::Case(case.reference.clone()));
    let referrals = pack.referrals.iter().map(|one| Section::Referral(one.reference.clone()));
    order.extend(cases.chain(referrals).map(|section| (None, section)));
    let mut blocks = Vec::new();
    let mut done = std::collections::BTreeSet::new();
    let mut open: Option<&str> = None;
    for (group, section) in order {
        let content = match &section {
            Section::Case(reference) => pack
                .cases
                .iter()
                .find(|case| &case.reference == reference)
                .map(|found| (reference, case::blocks(set, found, &|one| page_of(pack, one)))),
            Section::Referral(reference) => pack
                .referrals
                .iter()
                .find(|one| &one.reference == reference)
                .map(|found| (reference, referral::blocks(set, found))),
            _ => None,
        };
        let Some((reference, content)) = content else { continue };
        if !done.insert(section.clone()) {
            continue;
        }
        blocks.push(chapter(pack, Some(&section), reference));
        if let Some(label) = group.filter(|label| open != Some(label)) {
            blocks.push(bookmark(None, 0, label));
        }
        open = group;
        blocks.push(bookmark(Some(section.clone()), usize::from(group.is_some()), reference));
        blocks.extend(content);
    }
    blocks
}

/// Returns where links to a part of the pack lead.
pub fn target(section: &Section) -> Target {
    Target::of(match section {
        Section::PreviousMinutes => "previous minutes".to_owned(),
        Section::MattersArising => "matters arising".to_owned(),
        Section::Case(reference) => format!("case {reference}"),
        Section::Referral(reference) => format!("referral {reference}"),
        Section::ReviewsDue => "reviews due".to_owned(),
    })
}

fn bookmark(section: Option<Section>, depth: usize, title: &str) -> Block {
    let target = section.as_ref().map(target);
    Block::Anchor(Anchor { target, bookmark: Some((depth, title.to_owned())) })
}

fn front_chapter(pack: &AgendaPack) -> Block {
    let mut right = vec!["Agenda pack".to_owned()];
    if !pack.status.is_empty() {
        right.push(pack.status.clone());
    }
    right.extend(pack.copy.as_ref().map(super::setter::copy_words));
    let furniture = Furniture {
        head_left: pack.hub.clone(),
        head_right: right.join(" · "),
        foot: pack.foot_note.clone().unwrap_or_default(),
    };
    Block::Chapter(Chapter { furniture, place: "front sheet".to_owned() })
}

/// Begins a part; its head names group, time and length where it is an item of the running order.
fn chapter(pack: &AgendaPack, section: Option<&Section>, place: &str) -> Block {
    let found: Option<(&RunningGroup, &RunningItem)> = pack
        .running_order
        .iter()
        .flat_map(|group| group.items.iter().map(move |item| (group, item)))
        .find(|(_, item)| section.is_some() && item.section.as_ref() == section);
    let mut right: Vec<String> = Vec::new();
    if let Some((group, item)) = found {
        right.extend(group.label.clone());
        right.push(item.starts.words());
        right.push(domain::words::count(usize::from(item.minutes), "minute", "minutes"));
    }
    let mut left = format!("{}, {}", pack.title, long_date(pack.date));
    if pack.status.starts_with("DRAFT") {
        left.push_str(" · DRAFT");
    }
    if let Some(copy) = &pack.copy {
        left.push_str(&format!(" · {}", super::setter::copy_words(copy)));
    }
    let furniture = Furniture { head_left: left, head_right: right.join(" · "), foot: String::new() };
    Block::Chapter(Chapter { furniture, place: place.to_owned() })
}

fn previous(set: Setter<'_>, minutes: &PreviousMinutes, leads: &Leads<'_>) -> Vec<Block> {
    let mut blocks = vec![Block::Paragraph(set.title("Previous minutes", 2))];
    let mut under = full_date(minutes.date);
    if !minutes.status.is_empty() {
        under.push_str(" · ");
        under.push_str(&minutes.status);
    }
    blocks.push(Block::Paragraph(set.subtitle(under)));
    if minutes.decisions.is_empty() {
        blocks.push(Block::Paragraph(set.sentence("That meeting decided nothing.")));
        return blocks;
    }
    let rows = minutes.decisions.iter().map(|(reference, decision)| {
        let linked = set.strong_text(reference).leading_to(leads(reference));
        set.row(vec![Cell::of(linked).heading_its_row(), set.cell(decision)])
    });
    blocks.push(set.table(vec![fixed("Item", 90.0), sharing("Decided", 1.0)], rows.collect()));
    blocks
}

/// Returns the table of matters arising.
pub fn arising(set: Setter<'_>, matters: &[ArisingRow], leads: &Leads<'_>) -> Block {
    let rows = matters.iter().map(|row| {
        let reference = row.reference.as_deref().unwrap_or_default();
        let reference = set.strong_text(reference).leading_to(leads(reference));
        let outcome = match &row.outcome {
            Some(outcome) => set.text(outcome),
            None => set.sentence("nothing heard yet"),
        };
        let matter = set.cell(&row.matter);
        set.row(vec![Cell::of(reference).heading_its_row(), matter, Cell::of(outcome)])
    });
    let columns = vec![fixed("Item", 90.0), sharing("Matter", 1.0), sharing("What came of it", 1.0)];
    set.table(columns, rows.collect())
}

fn reviews(set: Setter<'_>, due: &[ReviewDue], leads: &Leads<'_>) -> Block {
    let columns = vec![
        fixed("Item", 76.0),
        sharing("Order", 0.9),
        sharing("What falls due", 1.3),
        fixed("Date", 76.0),
        sharing("Lead", 0.8),
    ];
    let rows = due.iter().map(|review| {
        set.row(vec![
            Cell::of(set.strong_text(&review.reference).leading_to(leads(&review.reference)))
                .heading_its_row(),
            set.cell(&review.order),
            set.cell(&review.what),
            set.figures(review.date.map_or_else(String::new, table_date), Align::Left),
            set.cell(&review.lead),
        ])
    });
    set.table(columns, rows.collect())
}
