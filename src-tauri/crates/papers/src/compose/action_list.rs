//! The action list: who owes what in one table, then each agency with its actions.

use domain::words::{full_date, long_date};

use super::figures::{Figure, strip};
use super::setter::{Setter, copy_words, right, sharing};
use super::{actions, lights};
use crate::Composed;
use crate::layout::Frame;
use crate::layout::block::{Anchor, Block, Cell, Chapter, Width};
use crate::layout::page::{Furniture, Target};
use crate::layout::text::{Align, Paragraph};
use crate::model::{ActionList, ActionRow, AgencyActions, Light};
use crate::style::Style;

/// Composes the action list.
pub fn action_list<'paper>(paper: &'paper ActionList, style: &Style) -> Composed<'paper> {
    let set = Setter { style };
    let mut right = vec![long_date(paper.printed_on)];
    right.extend(paper.copy.as_ref().map(copy_words));
    let furniture = Furniture {
        head_left: format!("{} · {}", paper.hub, paper.title),
        head_right: right.join(" · "),
        foot: String::new(),
    };
    let mut blocks = vec![
        Block::Chapter(Chapter { furniture, place: paper.title.clone() }),
        bookmark(None, &paper.title),
        Block::Paragraph(set.title(&paper.title, 1)),
        Block::Paragraph(set.subtitle(format!("{} · {}", paper.scope, full_date(paper.printed_on)))),
    ];
    blocks.extend(head(set, paper));
    for agency in &paper.agencies {
        blocks.push(bookmark(Some(Target::of(&agency.agency)), &agency.agency));
        blocks.extend(of_agency(set, agency));
    }
    Composed {
        title: format!("{}, {}", paper.title, long_date(paper.printed_on)),
        blocks,
        frame: Frame::new(&paper.marking, &paper.abbreviations),
    }
}

fn bookmark(target: Option<Target>, title: &str) -> Block {
    Block::Anchor(Anchor { target, bookmark: Some((0, title.to_owned())) })
}

/// Returns the figures and the table of agencies.
fn head(set: Setter<'_>, paper: &ActionList) -> Vec<Block> {
    if paper.agencies.is_empty() {
        return vec![Block::Paragraph(set.sentence("No action is open."))];
    }
    let all: Vec<ActionRow> = paper.agencies.iter().flat_map(|agency| agency.actions.clone()).collect();
    let figure = |number: usize, one: &str, more: &str| {
        Figure::of(number.to_string(), if number == 1 { one } else { more })
    };
    let mut blocks = strip(
        set,
        &[
            figure(all.len(), "action", "actions"),
            figure(lights::count(&all, Light::Red), "shows Red", "show Red"),
            figure(lights::late(&all), "is late", "are late"),
            figure(paper.agencies.len(), "agency", "agencies"),
        ],
    );
    blocks.push(Block::Paragraph(set.heading("Agencies", 2)));
    blocks.push(agencies(set, &paper.agencies));
    blocks
}

fn agencies(set: Setter<'_>, agencies: &[AgencyActions]) -> Block {
    let narrow = |head: &str| {
        let column = right(sharing(head, 1.0));
        crate::layout::block::Column { width: Width::Points(46.0), ..column }
    };
    let mut columns = vec![sharing("Agency", 1.0), narrow("Actions")];
    columns.extend(lights::ORDER.map(|light| narrow(light.word())));
    columns.extend([narrow("Late"), narrow("Page")]);
    let number = |number: usize| {
        let words = if number == 0 { "–".to_owned() } else { number.to_string() };
        set.figures(words, Align::Right)
    };
    let rows = agencies.iter().map(|agency| {
        let target = Some(Target::of(&agency.agency));
        let page = Paragraph { page_of: target.clone(), ..set.figures_text("") };
        let mut cells = vec![
            Cell::of(set.text(&agency.agency).leading_to(target)).heading_its_row(),
            number(agency.actions.len()),
        ];
        cells.extend(lights::ORDER.map(|light| number(lights::count(&agency.actions, light))));
        cells.push(number(lights::late(&agency.actions)));
        cells.push(Cell::of(page.aligned(Align::Right)));
        set.row(cells)
    });
    set.table(columns, rows.collect())
}

fn of_agency(set: Setter<'_>, agency: &AgencyActions) -> Vec<Block> {
    let heading = set.heading(&agency.agency, 2).spaced(24.0, 4.0);
    if agency.actions.is_empty() {
        let nothing = set.sentence(format!("{} has no open action.", agency.agency));
        return vec![Block::Paragraph(heading), Block::Paragraph(nothing)];
    }
    vec![
        Block::Paragraph(heading),
        lights::strip(set, &agency.actions),
        actions::of_one_agency(set, &agency.agency, &agency.actions),
    ]
}
