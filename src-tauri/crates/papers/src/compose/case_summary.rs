//! The summary of one case, from its outline to its history.

use domain::words::{long_date, table_date};

use super::case::orders;
use super::setter::{Setter, copy_words, fixed, right, sharing};
use super::{actions, scores};
use crate::Composed;
use crate::layout::Frame;
use crate::layout::block::{Anchor, Block, Cell, Chapter, Columns};
use crate::layout::page::{Furniture, MEASURE};
use crate::layout::text::{Align, Bar, Paragraph};
use crate::model::{CaseSummary, DecisionRow, DemandBar, EpisodeRow, HistoryRow};
use crate::style::Style;

/// Composes the summary of a case.
pub fn case_summary<'paper>(paper: &'paper CaseSummary, style: &Style) -> Composed<'paper> {
    let set = Setter { style };
    let mut blocks = head(set, paper);
    if let Some(signpost) = &paper.signpost {
        blocks.push(Block::Paragraph(set.strong_text(signpost).spaced(0.0, 4.0)));
    }
    blocks.push(Block::Paragraph(match paper.outline.trim() {
        "" => set.sentence("No outline was written."),
        outline => set.text(outline),
    }));
    if !paper.people.is_empty() {
        blocks.extend([bookmark(1, "People"), heading(set, "People")]);
        blocks.extend(paper.people.iter().map(|person| Block::Paragraph(set.text(person))));
    }
    if paper.facts.iter().any(|(_, words)| !words.is_empty()) {
        blocks.extend([bookmark(1, "Facts"), heading(set, "Facts")]);
        blocks.push(pairs(set, &paper.facts, 118.0));
    }
    blocks.extend([bookmark(1, "Actions"), heading(set, "Actions")]);
    blocks.push(if paper.actions.is_empty() {
        Block::Paragraph(set.sentence("Nobody has an action on this case."))
    } else {
        actions::with_lights(set, &paper.actions)
    });
    part(&mut blocks, set, "Orders", paper.orders.is_empty(), || vec![orders(set, &paper.orders)]);
    part(&mut blocks, set, "Demand", paper.demand.is_empty(), || demand(set, &paper.demand));
    part(&mut blocks, set, "Episodes and scores", paper.episodes.is_empty(), || {
        vec![episodes(set, &paper.episodes)]
    });
    part(&mut blocks, set, "Links", paper.links.is_empty(), || vec![pairs(set, &paper.links, 118.0)]);
    part(&mut blocks, set, "What meetings decided", paper.decisions.is_empty(), || {
        vec![decisions(set, &paper.decisions)]
    });
    part(&mut blocks, set, "History", paper.history.is_empty(), || vec![history(set, &paper.history)]);
    let title = format!("Case summary: {}, {}", paper.reference, long_date(paper.printed_on));
    let frame = Frame::new(&paper.marking, &paper.abbreviations);
    Composed { title, blocks, frame }
}

fn bookmark(depth: usize, title: &str) -> Block {
    Block::Anchor(Anchor { target: None, bookmark: Some((depth, title.to_owned())) })
}

fn heading(set: Setter<'_>, words: &str) -> Block {
    Block::Paragraph(set.heading(words, 2))
}

/// Adds a part with its heading and its entry in the outline, unless there is nothing in it.
fn part(
    blocks: &mut Vec<Block>,
    set: Setter<'_>,
    words: &str,
    empty: bool,
    make: impl FnOnce() -> Vec<Block>,
) {
    if empty {
        return;
    }
    blocks.push(bookmark(1, words));
    blocks.push(heading(set, words));
    blocks.extend(make());
}

fn head(set: Setter<'_>, paper: &CaseSummary) -> Vec<Block> {
    let mut right = vec![format!("Case summary, {}", long_date(paper.printed_on))];
    right.extend(paper.copy.as_ref().map(copy_words));
    let furniture = Furniture {
        head_left: format!("{} · {}", paper.hub, paper.reference),
        head_right: right.join(" · "),
        foot: String::new(),
    };
    let mut left = vec![Block::Paragraph(set.title(&paper.reference, 1))];
    if !paper.headline.is_empty() {
        left.push(Block::Paragraph(set.subtitle(&paper.headline)));
    }
    let chapter = Block::Chapter(Chapter { furniture, place: paper.reference.clone() });
    let mut blocks = vec![chapter, bookmark(0, &paper.reference)];
    match scores::drawing(set, &paper.scores) {
        Some(drawing) => {
            let left_width = MEASURE - scores::WIDTH - 14.0;
            let right = vec![drawing];
            blocks.push(Block::Columns(Columns { left, left_width, right, right_width: scores::WIDTH }));
        }
        None => blocks.extend(left),
    }
    if !paper.key_issues.is_empty() {
        blocks.push(Block::Paragraph(set.strong_text(paper.key_issues.join(" · ")).spaced(0.0, 6.0)));
    }
    blocks
}

fn pairs(set: Setter<'_>, pairs: &[(String, String)], width: f32) -> Block {
    let told = pairs.iter().filter(|(_, words)| !words.is_empty());
    let rows = told.map(|(term, words)| {
        set.row(vec![Cell::of(set.strong_text(term)).heading_its_row(), set.cell(words)])
    });
    set.table(vec![fixed("What", width), sharing("As recorded", 1.0)], rows.collect())
}

fn episodes(set: Setter<'_>, episodes: &[EpisodeRow]) -> Block {
    let columns = vec![
        right(fixed("No.", 26.0)),
        fixed("Opened", 74.0),
        fixed("Closed", 74.0),
        sharing("How it began and ended", 1.0),
        fixed("Scores", 112.0),
    ];
    let rows = episodes.iter().map(|episode| {
        let closed = episode.closed.map_or_else(|| "open".to_owned(), table_date);
        set.row(vec![
            set.figures(episode.serial.to_string(), Align::Right).heading_its_row(),
            set.figures(table_date(episode.opened), Align::Left),
            set.figures(closed, Align::Left),
            set.cell(&episode.words),
            set.cell(&episode.scores),
        ])
    });
    set.table(columns, rows.collect())
}

/// Returns a row with a bar for each count, as long as its calls in four weeks.
pub fn demand(set: Setter<'_>, counts: &[DemandBar]) -> Vec<Block> {
    let highest = counts.iter().map(|count| count.per_four_weeks_in_tenths).max().unwrap_or(0).max(1);
    let columns = vec![fixed("When", 52.0), sharing("Counted", 1.0), fixed("In four weeks", 230.0)];
    let rows = counts.iter().map(|count| {
        let share = count.per_four_weeks_in_tenths as f32 / highest as f32;
        let colour = if count.phase == "during" { set.style.ink } else { set.style.soft };
        let rate = set.figures_text(tenths(count.per_four_weeks_in_tenths));
        let bar = Bar { from: 34.0, share, colour };
        set.row(vec![
            set.cell(domain::words::capital(&count.phase)).heading_its_row(),
            set.cell(&count.words),
            Cell::of(Paragraph { bar: Some(bar), ..rate }),
        ])
    });
    let mut blocks = vec![set.table(columns, rows.collect())];
    let mut sources: Vec<&str> = counts.iter().map(|count| count.source.as_str()).collect();
    sources.dedup();
    let sources = format!("Counted by {}.", domain::words::listed(&sources));
    blocks.push(Block::Paragraph(set.remark(sources)));
    blocks
}

fn tenths(number: u32) -> String {
    format!("{}.{}", number / 10, number % 10)
}

fn decisions(set: Setter<'_>, decisions: &[DecisionRow]) -> Block {
    let rows = decisions.iter().map(|decision| {
        let mut said = Cell::default();
        said.paragraphs.push(match decision.words.as_str() {
            "" => set.sentence("No decision recorded."),
            words => set.text(words),
        });
        said.paragraphs.extend(decision.key_points.iter().map(|point| set.remark(point)));
        set.row(vec![set.figures(table_date(decision.date), Align::Left).heading_its_row(), said])
    });
    set.table(vec![fixed("Meeting", 74.0), sharing("Decided", 1.0)], rows.collect())
}

fn history(set: Setter<'_>, history: &[HistoryRow]) -> Block {
    let rows = history.iter().map(|line| {
        let date = line.date.map_or_else(|| "no day".to_owned(), table_date);
        set.row(vec![set.figures(date, Align::Left).heading_its_row(), set.cell(&line.words)])
    });
    set.table(vec![fixed("Day", 74.0), sharing("What happened", 1.0)], rows.collect())
}
