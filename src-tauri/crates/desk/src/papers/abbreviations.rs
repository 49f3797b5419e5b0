//! The abbreviations that papers spell out.

use ::papers::model::Abbreviation;
use store::Reader;

use crate::failure::Failure;

const OTHERS: [(&str, &str); 17] = [
    ("ARZ", "alcohol restriction zone"),
    ("ASB", "anti-social behaviour"),
    ("CCTV", "closed-circuit television"),
    ("CSE", "child sexual exploitation"),
    ("DMM", "daily management meeting"),
    ("MAPs", "multi-agency problem solving"),
    ("MARAC", "multi-agency risk assessment conference"),
    ("MISPER", "missing person"),
    ("NPT", "neighbourhood policing team"),
    ("PC", "police constable"),
    ("PCSO", "police community support officer"),
    ("PND", "penalty notice for disorder"),
    ("PRU", "pupil referral unit"),
    ("PSPs", "problem-solving plans"),
    ("VRA", "vulnerability risk assessment"),
    ("X-Ref", "cross reference"),
    ("YJS", "youth justice service"),
];

/// Returns all abbreviations with their words, those of the hub's types of orders among them; a page prints those that it
/// uses.
pub fn all(reader: &Reader<'_>) -> Result<Vec<Abbreviation>, Failure> {
    let is_short = |short: &str| short.chars().all(|letter| letter.is_ascii_uppercase());
    let mut all: Vec<Abbreviation> = Vec::new();
    for fields in reader.list_order_types()?.into_iter().map(|row| row.fields) {
        let known = all.iter().any(|each| each.short == fields.name);
        if is_short(&fields.name) && !fields.stands_for.is_empty() && !known {
            all.push(Abbreviation { short: fields.name, long: fields.stands_for });
        }
    }
    let others = OTHERS.iter();
    all.extend(
        others.map(|(short, long)| Abbreviation { short: (*short).to_owned(), long: (*long).to_owned() }),
    );
    Ok(all)
}
