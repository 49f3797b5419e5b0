//! The key to the names of a meeting's papers, which print initials.

use ::papers::model as paper;
use domain::meeting::Meeting;
use domain::words::full_date;
use store::Reader;

use super::parts;
use crate::failure::Failure;

/// Gathers who is meant by the initials, of those cases and referrals that `holds` chooses by their reference.
pub fn gathered(
    reader: &Reader<'_>,
    meeting: &Meeting,
    holds: impl Fn(&str) -> bool,
) -> Result<paper::NameKey, Failure> {
    let settings = reader.settings()?;
    let mut rows: Vec<paper::NameRow> = Vec::new();
    for facts in crate::item_facts::all(reader, reader.items_of(meeting.id)?)? {
        let Some(reference) = facts.reference().filter(|reference| holds(reference)) else { continue };
        rows.extend(facts.subjects.iter().filter(|(subject, _)| !subject.name.trim().is_empty()).map(
            |(subject, _)| paper::NameRow {
                initials: subject.initials(),
                name: subject.name.trim().to_owned(),
                reference: reference.clone(),
            },
        ));
    }
    if rows.is_empty() {
        return Err(Failure::refused(
            "No person is named in the cases of this meeting; there is nothing to key",
        ));
    }
    Ok(paper::NameKey {
        hub: settings.hub.clone(),
        marking: parts::marking(&settings),
        belongs_to: format!("Papers of the {}, {}", parts::TITLE, full_date(meeting.date)),
        date: meeting.date,
        copy: None,
        rows,
    })
}
