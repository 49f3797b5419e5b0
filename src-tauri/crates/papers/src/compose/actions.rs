//! Actions as a table: light, number, what and its last update, who, and when.

use domain::words::capital;

use super::setter::{Setter, fixed, sharing};
use crate::layout::block::{Block, Cell};
use crate::layout::faces::Weight;
use crate::layout::text::{Paragraph, TextStyle};
use crate::model::{ActionRow, ShownLight};
use crate::style::light_colours;

/// Returns the table of actions with their lights.
pub fn with_lights(set: Setter<'_>, actions: &[ActionRow]) -> Block {
    let columns = vec![
        fixed("Light", 64.0),
        fixed("No.", 42.0),
        sharing("Action and last update", 1.0),
        fixed("Agency", 96.0),
        fixed("Due", 76.0),
    ];
    let rows = actions.iter().map(|action| {
        let light = action.light.as_ref().map_or_else(Cell::default, |light| light_cell(set, light));
        set.row(vec![light, number(set, action), what(set, action), who(set, action), due(set, action)])
    });
    set.table(columns, rows.collect())
}

/// Returns the table of actions just agreed, which have no light yet.
pub fn agreed(set: Setter<'_>, actions: &[ActionRow]) -> Block {
    let columns =
        vec![fixed("No.", 42.0), sharing("Action agreed", 1.0), fixed("Agency", 120.0), fixed("Due", 76.0)];
    let rows = actions.iter().map(|action| {
        let number = Cell::of(number_text(set, action)).heading_its_row();
        set.row(vec![number, what(set, action), who(set, action), due(set, action)])
    });
    set.table(columns, rows.collect())
}

fn light_cell(set: Setter<'_>, shown: &ShownLight) -> Cell {
    let colour = light_colours(shown.light).word;
    let style = TextStyle::new(Weight::Semibold, set.style.body, colour);
    let word = Paragraph::new(shown.light.word(), style, set.style.leading);
    Cell::of(Paragraph { light: Some(shown.light), ..word })
}

/// Returns what is to be said about a light: why it has this colour, and that the facts suggest another one.
fn light_words(shown: &ShownLight) -> Option<String> {
    let reason = shown.reason.as_deref().filter(|reason| !reason.is_empty());
    match (shown.suggested.filter(|suggested| *suggested != shown.light), reason) {
        (Some(suggested), reason) => {
            let reason = reason.map(str::to_owned);
            domain::light::ShownLight { light: shown.light, suggested, reason }.disagreement_with_reason()
        }
        (None, reason) => reason.map(|reason| format!("{}: {reason}", shown.light.word())),
    }
}

fn number_text(set: Setter<'_>, action: &ActionRow) -> Paragraph {
    let style = TextStyle { colour: set.style.soft, ..set.body().tabular() };
    Paragraph::new(action.number.clone(), style, set.style.leading)
}

/// Returns the number, with `new` under it until the next meeting.
fn number(set: Setter<'_>, action: &ActionRow) -> Cell {
    let mut cell = Cell::of(number_text(set, action));
    if action.is_new {
        let style = TextStyle::new(Weight::Semibold, set.style.small, set.style.ink);
        cell.paragraphs.push(Paragraph::new("new", style, set.style.small * 1.32));
    }
    cell.heading_its_row()
}

fn what(set: Setter<'_>, action: &ActionRow) -> Cell {
    let mut cell = set.cell(&action.what);
    if let Some(update) = &action.last_update {
        cell.paragraphs.push(set.remark(update));
    }
    if !action.tags.is_empty() {
        cell.paragraphs.push(set.remark(capital(&action.tags.join(" · "))));
    }
    let said = action.light.as_ref().and_then(light_words);
    cell.paragraphs.extend(said.map(|words| set.remark(words)));
    cell
}

fn who(set: Setter<'_>, action: &ActionRow) -> Cell {
    let mut cell = set.cell(&action.agency);
    if let Some(person) = &action.person {
        cell.paragraphs.push(set.remark(person));
    }
    cell
}

fn due(set: Setter<'_>, action: &ActionRow) -> Cell {
    let mut cell = Cell::default();
    if !action.due.is_empty() {
        let style = set.body().tabular();
        cell.paragraphs.push(Paragraph::new(action.due.clone(), style, set.style.leading));
    }
    if let Some(late) = &action.late {
        cell.paragraphs.push(set.strong_text(late));
    }
    cell
}

/// Returns the table of actions of one agency, which need not be named in every row; `agency` names it on further pages.
pub fn of_one_agency(set: Setter<'_>, agency: &str, actions: &[ActionRow]) -> Block {
    let columns = vec![
        fixed("Light", 64.0),
        fixed("No.", 46.0),
        sharing("Action and last update", 1.0),
        fixed("Person", 84.0),
        fixed("Due", 76.0),
    ];
    let rows = actions.iter().map(|action| {
        let light = action.light.as_ref().map_or_else(Cell::default, |light| light_cell(set, light));
        let person = set.cell(action.person.clone().unwrap_or_default());
        set.row(vec![light, number(set, action), what(set, action), person, due(set, action)])
    });
    set.table_of(agency, columns, rows.collect())
}
