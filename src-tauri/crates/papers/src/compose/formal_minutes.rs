//! Minutes in the formal style: numbered paragraphs that run on through the year, in the words of partnership meetings.

use domain::words::{capital, full_date, listed};

use super::setter::Setter;
use super::{actions, minutes};
use crate::layout::block::{Anchor, Block, Cell, Row};
use crate::layout::page::Target;
use crate::layout::tags::Tag;
use crate::layout::text::{Paragraph, Span};
use crate::model::{AttendanceRow, MinuteItem, MinutesPaper, Presence};

/// The width of the column of numbers, in points.
const NUMBERS: f32 = 34.0;

/// A numbered paragraph: its title in capitals, and what it says.
struct Numbered {
    /// Its number where it is given; the others count on.
    number: Option<u32>,
    title: String,
    outline: String,
    /// The case or referral that it is about; absent for general ones.
    about: Option<String>,
    says: Vec<Block>,
}

/// Returns how many numbered paragraphs the minutes have in this style.
pub fn paragraphs(paper: &MinutesPaper) -> u32 {
    let optional = usize::from(paper.declaration.is_some()) + usize::from(!paper.matters_arising.is_empty());
    u32::try_from(1 + optional + paper.items.len()).unwrap_or(u32::MAX)
}

/// Returns the blocks after the title.
pub fn blocks(set: Setter<'_>, paper: &MinutesPaper) -> Vec<Block> {
    let commenced = format!("The meeting commenced at {}.", paper.commenced.words());
    let mut blocks = vec![Block::Paragraph(set.text(commenced).spaced(0.0, 10.0))];
    blocks.extend(present(set, paper));
    let mut next = paper.first_paragraph.max(1);
    for numbered in numbered(set, paper) {
        let number = numbered.number.unwrap_or(next);
        next = number.saturating_add(1);
        let bookmark = Some((0, format!("{number}. {}", numbered.outline)));
        let target = numbered.about.map(Target::of);
        blocks.push(Block::Anchor(Anchor { target, bookmark }));
        let heading = set.strong_text(numbered.title).spaced(14.0, 2.0).tagged(Tag::Heading(2));
        blocks.push(Block::Paragraph(heading.labelled(format!("{number}. "), NUMBERS)));
        blocks.extend(numbered.says);
    }
    let concluded = match paper.concluded {
        Some(concluded) => set.text(format!("The meeting concluded at {}.", concluded.words())),
        None => set.sentence("When the meeting concluded was not noted."),
    };
    blocks.push(Block::Paragraph(concluded.spaced(18.0, 0.0)));
    blocks
}

/// Returns who was there, with the chair first, and who was in attendance.
fn present(set: Setter<'_>, paper: &MinutesPaper) -> Vec<Block> {
    let there = |row: &&AttendanceRow| {
        matches!(row.presence, Presence::InTheChair | Presence::Present | Presence::DialIn)
    };
    let beside =
        |row: &&AttendanceRow| matches!(row.presence, Presence::Substitute { .. } | Presence::Observer);
    let mut rows: Vec<&AttendanceRow> = paper.attendance.iter().filter(there).collect();
    rows.sort_by_key(|row| row.presence != Presence::InTheChair);
    let mut present: Vec<Paragraph> = rows.into_iter().map(|row| person(set, row)).collect();
    if !paper.attendance.iter().any(|row| row.presence == Presence::InTheChair) && !paper.chair.is_empty() {
        present.insert(0, set.text(format!("{} (In the Chair)", paper.chair)));
    }
    let attending: Vec<Paragraph> =
        paper.attendance.iter().filter(beside).map(|row| person(set, row)).collect();
    let parts = [("Present", present), ("In attendance", attending)];
    let rows: Vec<Row> = parts
        .into_iter()
        .filter(|(_, people)| !people.is_empty())
        .map(|(label, paragraphs)| {
            let label = Cell::of(set.strong_text(format!("{label}:")));
            Row { ruled: false, ..set.row(vec![label, Cell { paragraphs, header: false }]) }
        })
        .collect();
    if rows.is_empty() {
        return vec![Block::Paragraph(set.sentence("Nobody’s attendance was recorded."))];
    }
    let columns = vec![super::setter::fixed("", 92.0), super::setter::sharing("", 1.0)];
    vec![set.grid(columns, rows)]
}

fn person(set: Setter<'_>, row: &AttendanceRow) -> Paragraph {
    let mut words = row.name.clone();
    if !row.agency.is_empty() {
        words.push_str(if words.is_empty() { "" } else { ", " });
        words.push_str(&row.agency);
    }
    match &row.presence {
        Presence::InTheChair => words.push_str(" (In the Chair)"),
        Presence::DialIn => words.push_str(" (by telephone or video)"),
        Presence::Substitute { instead_of } => {
            words.push_str(&format!(" (in attendance as substitute for {instead_of})"));
        }
        Presence::Observer => words.push_str(" (observer)"),
        Presence::Present | Presence::Apologies | Presence::WrittenUpdate | Presence::NoContact => {}
    }
    if let Some(note) = &row.note {
        words.push_str(&format!(", {note}"));
    }
    set.text(words)
}

fn numbered(set: Setter<'_>, paper: &MinutesPaper) -> Vec<Numbered> {
    let mut all = vec![Numbered {
        number: None,
        title: "APOLOGIES FOR ABSENCE".to_owned(),
        outline: "Apologies for absence".to_owned(),
        about: None,
        says: apologies(set, &paper.attendance),
    }];
    if let Some(declaration) = &paper.declaration {
        all.push(Numbered {
            number: None,
            title: "CONFIDENTIALITY".to_owned(),
            outline: "Confidentiality".to_owned(),
            about: None,
            says: vec![indented(set, vec![set.text(declaration).spaced(3.0, 0.0)])],
        });
    }
    if !paper.matters_arising.is_empty() {
        let matters = paper.matters_arising.iter().map(|row| {
            let from = row.reference.as_ref().map(|reference| format!("{reference} – "));
            let outcome = row.outcome.as_deref().unwrap_or("Nothing has been heard yet.");
            let to = row.reference.as_deref().and_then(|reference| minutes::item_named(paper, reference));
            let mut said = Paragraph::of(Vec::new(), set.style.leading).spaced(4.0, 0.0);
            said = said.then_leading(from.unwrap_or_default(), set.strong(), to);
            said.spans.push(set.span(format!("{}: {outcome}", row.matter), set.body()));
            said
        });
        all.push(Numbered {
            number: None,
            title: "MATTERS ARISING".to_owned(),
            outline: "Matters arising".to_owned(),
            about: None,
            says: vec![indented(set, matters.collect())],
        });
    }
    all.extend(paper.items.iter().map(|item| of_item(set, item)));
    all
}

fn apologies(set: Setter<'_>, attendance: &[AttendanceRow]) -> Vec<Block> {
    let who = |wanted: &dyn Fn(&Presence) -> bool| -> Vec<String> {
        let rows = attendance.iter().filter(|row| wanted(&row.presence));
        rows.map(|row| match (row.name.is_empty(), row.agency.is_empty()) {
            (true, _) => row.agency.clone(),
            (false, true) => row.name.clone(),
            (false, false) => format!("{} ({})", row.name, row.agency),
        })
        .collect()
    };
    let mut said = Vec::new();
    let sent = who(&|presence| *presence == Presence::Apologies);
    said.push(match sent.as_slice() {
        [] => "No apologies were received.".to_owned(),
        names => format!("Apologies were received from {}.", listed(names)),
    });
    let wrote = who(&|presence| *presence == Presence::WrittenUpdate);
    if !wrote.is_empty() {
        said.push(format!("A written update was received from {}.", listed(&wrote)));
    }
    let silent = who(&|presence| *presence == Presence::NoContact);
    if !silent.is_empty() {
        said.push(format!("Nothing was heard from {}.", listed(&silent)));
    }
    vec![indented(set, said.into_iter().map(|text| set.text(text).spaced(3.0, 0.0)).collect())]
}

fn of_item(set: Setter<'_>, item: &MinuteItem) -> Numbered {
    let (title, outline) = match &item.reference {
        Some(reference) if item.headline.is_empty() => (reference.clone(), reference.clone()),
        Some(reference) => (format!("{reference} – {}", item.headline), reference.clone()),
        None => (item.headline.to_uppercase(), item.headline.clone()),
    };
    let mut said: Vec<Paragraph> = Vec::new();
    let label = |label: &str| set.span(format!("{label}: "), set.strong());
    let led = |words: &str, text: &str| {
        Paragraph::of(vec![label(words), set.span(text, set.body())], set.style.leading).spaced(5.0, 0.0)
    };
    if !item.purpose.is_empty() {
        said.push(led("Purpose of report", &item.purpose));
    }
    let issues =
        if item.key_points.len() == 1 { "Issue for consideration" } else { "Issues for consideration" };
    for (at, point) in item.key_points.iter().enumerate() {
        said.push(if at == 0 { led(issues, point) } else { set.text(point).spaced(5.0, 0.0) });
    }
    said.extend(item.score.iter().map(|score| led("Score", score)));
    said.extend(item.override_reason.iter().map(|reason| led("Overruled", reason)));
    said.push(match &item.decision {
        Some(decision) => {
            let mut spans: Vec<Span> = vec![label("Decision")];
            spans.push(set.span(capital(decision), set.strong()));
            Paragraph::of(spans, set.style.leading).spaced(5.0, 0.0)
        }
        None => set.sentence("No decision was made.").spaced(5.0, 0.0),
    });
    said.extend(item.closing.iter().map(|line| set.text(line).spaced(4.0, 0.0)));
    if !item.outcomes.is_empty() {
        said.push(led("Outcomes", &item.outcomes.join("; ")));
    }
    let mut says = vec![indented(set, said)];
    if !item.new_actions.is_empty() {
        says.push(Block::Space(7.0));
        says.push(actions::agreed(set, &item.new_actions));
    }
    if !item.reviewed_actions.is_empty() {
        let label = Paragraph::new("Actions reviewed", set.strong(), set.style.leading);
        says.push(Block::Paragraph(label.spaced(8.0, 3.0).kept_with_next()));
        says.push(actions::with_lights(set, &item.reviewed_actions));
    }
    Numbered { number: item.paragraph, title, outline, about: item.reference.clone(), says }
}

/// Returns paragraphs that stand under the titles and not under the numbers.
fn indented(set: Setter<'_>, paragraphs: Vec<Paragraph>) -> Block {
    let columns = vec![super::setter::fixed("", NUMBERS), super::setter::sharing("", 1.0)];
    let cells = vec![Cell::default(), Cell { paragraphs, header: false }];
    set.grid(columns, vec![Row { pad_above: 0.0, pad_below: 0.0, ruled: false, ..set.row(cells) }])
}

/// Returns the line under the title: the day and the place.
pub fn under(paper: &MinutesPaper) -> String {
    let mut under = format!("held on {}", full_date(paper.date));
    if !paper.place.is_empty() {
        under.push_str(&format!(" · {}", paper.place));
    }
    under
}

/// Returns how far the minutes have come, with the numbers of their paragraphs.
pub fn status(paper: &MinutesPaper) -> String {
    let (_, sentence) = minutes::status_words(&paper.status);
    let first = paper.first_paragraph.max(1);
    let last = first.saturating_add(paragraphs(paper).saturating_sub(1));
    match paper.extract_of {
        // The numbers of an extract have gaps: they are those of the whole minutes.
        Some(_) => sentence,
        None => format!("{sentence} Minutes {first} to {last}."),
    }
}
