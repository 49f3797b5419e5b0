//! Referrals on the command line.

use desk::desk::Desk;
use desk::failure::Failure;
use domain::words;

use super::printing;
use super::work::headings;

/// Prints all referrals by number.
pub fn list(desk: &mut Desk, json: bool) -> Result<(), Failure> {
    let entries = desk::referral_entries(desk)?;
    if json {
        return printing::json(&entries);
    }
    let mut rows =
        vec![headings(&["Number", "Received", "Stands", "Main outcome", "Also", "Replied", "Case", "About"])];
    rows.extend(entries.into_iter().map(|entry| {
        let replied = format!("{} of {}", entry.checks.replied(), entry.checks.asked);
        let further: Vec<&str> = entry.further_outcomes.iter().map(|outcome| outcome.words()).collect();
        vec![
            entry.number,
            words::table_date(entry.received),
            entry.status.words().to_owned(),
            entry.main_outcome.map(|outcome| outcome.words().to_owned()).unwrap_or_default(),
            further.join(", "),
            replied,
            entry.case.unwrap_or_default(),
            entry.title,
        ]
    }));
    printing::table(&rows)
}
