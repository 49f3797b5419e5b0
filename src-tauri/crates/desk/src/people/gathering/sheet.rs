//! Everything held on one person as a paper.

use ::papers::model::{Marking, Sheet, SheetLine, SheetPart};
use domain::words::{count, long_date};

use crate::wire::everything::*;

/// Returns what is held as a paper.
pub fn sheet(held: &HeldOnPerson, marking: Marking) -> Sheet {
    let line = |line: &HeldLine| SheetLine {
        label: line.label.clone(),
        text: line.text.clone(),
        remark: match (line.about_others, held.full) {
            (false, _) => String::new(),
            (true, false) => "Other people’s data replaced".to_owned(),
            (true, true) => "Speaks of another person".to_owned(),
        },
    };
    let part = |part: &HeldPart| SheetPart {
        heading: part.heading.clone(),
        lines: part.lines.iter().map(line).collect(),
    };
    let whose = if held.name.is_empty() { "a person without a name" } else { held.name.as_str() };
    let about = count(held.texts_about_others as usize, "entry speaks", "entries speak");
    let opening = match held.full {
        true => format!(
            "For the data protection officer, not to be handed over: {about} of other people, whose data stand here in full \
             and are marked. Decide of each whether it goes out."
        ),
        false => format!(
            "{} of other people: the names, addresses, telephones and dates of birth that the hub knows of them were \
             replaced. What it does not know as theirs was not: read this paper before it is handed over.",
            about
        ),
    };
    Sheet {
        hub: held.hub.clone(),
        marking,
        title: "Everything held on one person".to_owned(),
        subtitle: format!("{whose} · {} · {}", held.hub, long_date(held.made_on)),
        date: held.made_on,
        opening: vec![opening],
        columns: None,
        parts: held.parts.iter().map(part).collect(),
        closing: vec![
            "Held in the hub’s record on that day. Partners keep the detail in their own systems; earlier wordings of what \
             was amended since, and the audit of who saw what, are not part of this copy."
                .to_owned(),
        ],
        signed: Vec::new(),
    }
}
