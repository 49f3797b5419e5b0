//! Who saw what, and what was disclosed, as papers.

use ::papers::model::{Sheet, SheetLine, SheetPart};
use chrono::NaiveDate;
use domain::ids::SubjectId;
use domain::issue::Disclosure;
use domain::words::{count, long_date, table_date};
use store::Reader;

use crate::failure::Failure;
use crate::london;
use crate::papers::marking;

/// Returns who saw what of a person as a paper, day by day, the latest first.
pub fn access_sheet(reader: &Reader<'_>, person: SubjectId, today: NaiveDate) -> Result<Sheet, Failure> {
    let (settings, view) = (reader.settings()?, super::view(reader, person)?);
    let mut parts: Vec<SheetPart> = Vec::new();
    for row in &view.rows {
        let heading = long_date(london::date(row.at));
        if parts.last().is_none_or(|part| part.heading != heading) {
            parts.push(SheetPart { heading, lines: Vec::new() });
        }
        let line = SheetLine {
            label: london::time(row.at).words(),
            text: format!("{}: {}", row.of, row.what),
            remark: row.who.clone(),
        };
        parts.last_mut().into_iter().for_each(|part| part.lines.push(line.clone()));
    }
    let whose = if view.person.is_empty() { "a person without a name" } else { view.person.as_str() };
    let held = match view.records.is_empty() {
        true => "No record holds the person any more.".to_owned(),
        false => format!("Held in {}.", view.records.join(", ")),
    };
    Ok(Sheet {
        hub: settings.hub.clone(),
        marking: marking(&settings),
        title: "Who saw what of one person".to_owned(),
        subtitle: format!("{whose} · {} · {}", settings.hub, long_date(today)),
        date: today,
        opening: vec![format!("{held} {}.", count(view.rows.len(), "entry", "entries"))],
        columns: Some(["When".to_owned(), "What".to_owned()]),
        parts,
        closing: vec![view.source],
        signed: Vec::new(),
    })
}

/// Returns the disclosure log of a period as a paper.
pub fn disclosure_sheet(
    reader: &Reader<'_>,
    (from, to): (NaiveDate, NaiveDate),
    today: NaiveDate,
) -> Result<Sheet, Failure> {
    if to < from {
        return Err(Failure::refused("The last day lies before the first").at("to"));
    }
    let settings = reader.settings()?;
    let mut entries = reader.list_disclosures()?;
    entries.retain(|entry| (from..=to).contains(&london::date(entry.at)));
    let line = |label: &str, text: String| SheetLine { label: label.to_owned(), text, remark: String::new() };
    let part = |entry: &Disclosure| {
        let at = format!("{}, {}", table_date(london::date(entry.at)), london::time(entry.at).words());
        let mut lines = vec![
            line("To", entry.to.clone()),
            line("What", entry.what.clone()),
            line("Records", entry.references.join(", ")),
            line("Why", entry.why.clone()),
            line("By", format!("{}, {at}", entry.by)),
        ];
        lines.retain(|line| !line.text.is_empty());
        let withdrawn = if entry.withdrawn { ", taken back as entered by mistake" } else { "" };
        SheetPart { heading: format!("Disclosure {}{withdrawn}", entry.serial), lines }
    };
    Ok(Sheet {
        hub: settings.hub.clone(),
        marking: marking(&settings),
        title: "Disclosure log".to_owned(),
        subtitle: format!("{} · {} to {}", settings.hub, long_date(from), long_date(to)),
        date: today,
        opening: vec![match entries.len() {
            0 => "Nothing was disclosed in these days, as far as the log tells.".to_owned(),
            number => format!("{} to people outside the hub, the earliest first.", count(number, "disclosure", "disclosures")),
        }],
        columns: Some(["What".to_owned(), "Noted".to_owned()]),
        parts: entries.iter().map(part).collect(),
        closing: vec![
            "Copies ticked off as sent enter the log of themselves; whatever was told otherwise stands here as far as \
             somebody entered it."
                .to_owned(),
        ],
        signed: Vec::new(),
    })
}
