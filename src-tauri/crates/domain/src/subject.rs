//! Subjects: the people a hub knows, as far as it knows them.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ids::{AgencyId, SubjectId};

/// A person the hub knows. Everything but the key is optional: imported rows know nothing but an age.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Subject {
    /// Its key.
    pub id: SubjectId,
    /// The full name; empty when not known.
    pub name: String,
    /// Other names the person is known by.
    pub aliases: Vec<String>,
    /// The date of birth; absent when not known.
    pub date_of_birth: Option<NaiveDate>,
    /// An age in years as told on a day; absent when not known.
    pub age_as_told: Option<AgeAsTold>,
    /// Addresses, the present one first.
    pub addresses: Vec<String>,
    /// Telephone numbers.
    pub telephones: Vec<String>,
    /// What each agency calls the person in its own system.
    pub agency_references: Vec<AgencyReference>,
}

/// An age that somebody told, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AgeAsTold {
    /// Whole years.
    pub years: u8,
    /// The day it was told on.
    pub on: NaiveDate,
}

/// An agency's own reference number for a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AgencyReference {
    /// The agency.
    pub agency: AgencyId,
    /// Its number for the person.
    pub reference: String,
}

/// What a person is in a case or referral.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SubjectRole {
    /// Suffers from it.
    Victim,
    /// Causes it.
    Perpetrator,
    /// Is both.
    Both,
    /// Is at risk.
    AtRisk,
    /// Nobody said: registers tell an age and nothing else.
    NotTold,
}

impl SubjectRole {
    /// Returns the role in words; empty when nobody told it.
    pub fn words(self) -> &'static str {
        match self {
            Self::Victim => "victim",
            Self::Perpetrator => "perpetrator",
            Self::Both => "victim and perpetrator",
            Self::AtRisk => "at risk",
            Self::NotTold => "",
        }
    }
}

/// A person's part in a case or referral.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
pub struct SubjectPart {
    /// The person.
    pub subject: SubjectId,
    /// What the person is in it.
    pub role: SubjectRole,
}

/// Returns the whole years from `born` to `day`; nothing when born later.
///
/// Born on 29 February, a person turns a year older on 1 March of a common year, as English law counts.
pub fn years_between(born: NaiveDate, day: NaiveDate) -> Option<u8> {
    let had_birthday = (day.month(), day.day()) >= (born.month(), born.day());
    let years = day.year() - born.year() - i32::from(!had_birthday);
    u8::try_from(years).ok()
}

/// Returns the age band that may be shown instead of an age: finer below 18, where agencies' duties change.
pub fn age_band(years: u8) -> &'static str {
    match years {
        0..=9 => "under 10",
        10..=13 => "10–13",
        14..=15 => "14–15",
        16..=17 => "16–17",
        18..=24 => "18–24",
        25..=34 => "25–34",
        35..=44 => "35–44",
        45..=54 => "45–54",
        55..=64 => "55–64",
        65..=74 => "65–74",
        _ => "75 and over",
    }
}

impl Subject {
    /// Returns a subject of whom nothing is known.
    pub fn unknown(id: SubjectId) -> Self {
        Self {
            id,
            name: String::new(),
            aliases: Vec::new(),
            date_of_birth: None,
            age_as_told: None,
            addresses: Vec::new(),
            telephones: Vec::new(),
            agency_references: Vec::new(),
        }
    }

    /// Returns the age in whole years on `day`; absent when neither date of birth nor age is known.
    pub fn age_on(&self, day: NaiveDate) -> Option<u8> {
        match (self.date_of_birth, self.age_as_told) {
            (Some(born), _) => years_between(born, day),
            (None, Some(told)) => {
                let since = years_between(told.on, day).unwrap_or(0);
                Some(told.years.saturating_add(since))
            }
            (None, None) => None,
        }
    }

    /// Tells whether the person is under 18 on `day`, or may be: an age that was told counts as a birthday not yet had.
    pub fn is_child_on(&self, day: NaiveDate) -> bool {
        self.age_on(day).is_some_and(|years| years < 18)
    }

    /// Returns the initials of the name, `T.R.`; empty when the name is not known.
    pub fn initials(&self) -> String {
        self.name
            .split_whitespace()
            .filter_map(|word| word.chars().find(|letter| letter.is_alphabetic()))
            .flat_map(char::to_uppercase)
            .flat_map(|letter| [letter, '.'])
            .collect()
    }

    /// Returns every text by which the person could be recognised: names, aliases, addresses, telephones.
    pub fn identifying_texts(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.name.as_str())
            .chain(self.aliases.iter().map(String::as_str))
            .chain(self.addresses.iter().map(String::as_str))
            .chain(self.telephones.iter().map(String::as_str))
            .chain(self.agency_references.iter().map(|each| each.reference.as_str()))
            .filter(|text| !text.trim().is_empty())
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn subject() -> Subject {
        Subject::unknown(SubjectId(Uuid::nil()))
    }

    #[test]
    fn a_person_born_on_a_leap_day_turns_eighteen_on_the_first_of_march() {
        let born = day("2008-02-29");
        assert_eq!(years_between(born, day("2026-02-28")), Some(17));
        assert_eq!(years_between(born, day("2026-03-01")), Some(18));
    }

    #[test]
    fn an_age_that_was_told_grows_with_the_years() {
        let told = Subject { age_as_told: Some(AgeAsTold { years: 16, on: day("2025-01-10") }), ..subject() };
        assert_eq!(told.age_on(day("2026-01-09")), Some(16));
        assert_eq!(told.age_on(day("2026-01-10")), Some(17));
        assert!(told.is_child_on(day("2026-12-31")));
    }

    #[test]
    fn initials_come_from_every_part_of_a_name() {
        let named = |name: &str| Subject { name: name.into(), ..subject() }.initials();
        assert_eq!(named("Tomos Rhys"), "T.R.");
        assert_eq!(named("Łucja d’Arcy O'Neill"), "Ł.D.O.");
        assert_eq!(named("  "), "");
    }

    #[test]
    fn a_subject_without_an_age_is_not_taken_for_a_child() {
        assert!(!subject().is_child_on(day("2026-01-01")));
    }
}
