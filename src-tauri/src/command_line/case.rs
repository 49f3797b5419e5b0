//! One case on the command line: the whole of it, or where it went on.

use desk::desk::Desk;
use desk::failure::Failure;
use desk::wire::casework::CaseEntry;
use domain::reference::{CaseReference, NotAReference};
use domain::words;

use super::arguments::CaseCommand;
use super::{printing, work};

/// Does what was asked about one case.
pub fn run(desk: &mut Desk, command: CaseCommand) -> Result<(), Failure> {
    let CaseCommand::Show { reference: text, json, key } = command;
    work::open(desk, &key)?;
    let entry = desk::case_entry(desk, reference(&text)?)?;
    if json { printing::json(&entry) } else { tell(&entry) }
}

/// Reads a reference as somebody typed it.
pub fn reference(text: &str) -> Result<CaseReference, Failure> {
    text.parse().map_err(|error: NotAReference| Failure::refused(error.to_string()))
}

fn tell(case: &CaseEntry) -> Result<(), Failure> {
    let title = [case.kind.words(), case.title.as_str()];
    let title: Vec<&str> = title.into_iter().filter(|word| !word.is_empty()).collect();
    printing::line(&format!("{}  {}", case.reference, title.join(", ")))?;
    if let Some(to) = &case.signpost_to {
        printing::line(&format!("Combined with {to}; work goes on there"))?;
    }
    for text in [case.outline.clone(), case.key_issues.join(", ")] {
        if !text.is_empty() {
            printing::line(&text)?;
        }
    }
    let actions = case.actions.iter().map(|action| {
        let row = &action.row;
        let due = row.due.map(words::table_date).unwrap_or_default();
        let light = row.light.light.word().to_owned();
        vec![row.number.to_string(), light, row.agency.name.clone(), due, row.what.clone()]
    });
    printing::table(&actions.collect::<Vec<_>>())?;
    let history = case.history.iter().map(|event| {
        let on = event.on.map_or_else(|| "no day".to_owned(), words::table_date);
        vec![on, event.words.clone()]
    });
    printing::table(&history.collect::<Vec<_>>())
}
