//! People and retention on the command line.

use desk::commands;
use desk::desk::Desk;
use desk::failure::{Code, Failure};
use desk::wire::everything::*;
use domain::words;

use super::arguments::PersonCommand;
use super::printing;
use super::work::{headings, open};

/// Runs a command about one person.
pub fn person(desk: &mut Desk, command: PersonCommand) -> Result<(), Failure> {
    let PersonCommand::Export { person, out, full, key } = command;
    open(desk, &key)?;
    let ending = out.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    let form = match ending.as_deref() {
        Some("pdf") => PersonFile::Paper,
        Some("json") => PersonFile::Json,
        _ => return Err(Failure::refused("Name a file that ends in .pdf or .json")),
    };
    let person = desk::find_person(desk, &person)?;
    let save_as = Some(out.display().to_string());
    let mut request = ExportPerson { person, form, full, save_as, boxes_agreed: false };
    let made = match commands::export_person(desk, request.clone()) {
        Err(told) if told.code == Code::OpenEnds => {
            printing::complain(&told);
            request.boxes_agreed = true;
            commands::export_person(desk, request)
        }
        made => made,
    }?;
    printing::line(&format!("Everything held is in {}; read it before it is handed over", made.path))
}

/// Prints what has reached its review date, is held, or comes up.
pub fn retention(desk: &mut Desk, json: bool) -> Result<(), Failure> {
    let view = commands::get_retention(desk, Nothing {})?;
    if json {
        return printing::json(&view);
    }
    let mut rows = vec![headings(&["Record", "Type", "Review", "Stands against it"])];
    rows.extend(view.rows.into_iter().map(|row| {
        let against = if row.obstacles.is_empty() { String::new() } else { row.obstacles.join("; ") };
        vec![row.reference, row.type_words, words::table_date(row.review_on), against]
    }));
    printing::table(&rows)
}
