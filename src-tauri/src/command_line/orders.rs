//! Orders and interventions on the command line.

use desk::desk::Desk;
use desk::failure::Failure;
use domain::words;

use super::printing;
use super::work::headings;

/// Prints every order: as JSON with all that is recorded of it, or as a table.
pub fn list(desk: &Desk, json: bool) -> Result<(), Failure> {
    let entries = desk::order_entries(desk)?;
    if json {
        return printing::json(&entries);
    }
    let mut rows = vec![headings(&["Order", "On", "Stage", "In place", "Until", "Outcome"])];
    rows.extend(entries.into_iter().map(|order| {
        let number = order.number.map(|number| number.to_string());
        let on = order.reference.map(|reference| reference.to_string()).or(number).or(order.place);
        vec![
            order.kind,
            on.unwrap_or_else(|| "alone".to_owned()),
            order.stage.words().to_owned(),
            order.in_place.map(words::table_date).unwrap_or_default(),
            order.expires.map(words::table_date).unwrap_or_default(),
            order.outcome.map(|outcome| outcome.words().to_owned()).unwrap_or_default(),
        ]
    }));
    printing::table(&rows)
}
