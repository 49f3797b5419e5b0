//! The abbreviations that papers spell out.

use ::papers::model::Abbreviation;
use domain::order::KINDS;

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

/// Returns all abbreviations with their words; a page prints those that it uses.
pub fn all() -> Vec<Abbreviation> {
    let is_short = |short: &&str| short.chars().all(|letter| letter.is_ascii_uppercase());
    KINDS
        .iter()
        .filter(|(short, _)| is_short(short))
        .chain(&OTHERS)
        .map(|(short, long)| Abbreviation { short: (*short).to_owned(), long: (*long).to_owned() })
        .collect()
}
