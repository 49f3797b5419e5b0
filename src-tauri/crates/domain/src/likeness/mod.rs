//! Likeness: why a person or a place that is typed may be one the hub knows already.
//!
//! Nothing here decides that two people are one: it says what is alike, and a person chooses.

mod spelling;

use chrono::NaiveDate;

use crate::subject::Subject;
use spelling::{Likely, address_words, digits, names_alike, plain_words};

/// What is known of the person who is sought.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sought {
    /// The name; empty when not typed yet.
    pub name: String,
    /// Other names.
    pub aliases: Vec<String>,
    /// The date of birth.
    pub date_of_birth: Option<NaiveDate>,
    /// Addresses.
    pub addresses: Vec<String>,
    /// Telephone numbers.
    pub telephones: Vec<String>,
}

/// One way in which two people are alike, from the weakest to the strongest.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Alike {
    /// Born on the same day.
    DateOfBirth(NaiveDate),
    /// They live, or lived, at the same address.
    Address(String),
    /// A name is spelled nearly the same.
    NearName(String),
    /// They have a telephone number in common.
    Telephone(String),
    /// A name of the one is another name of the other.
    Alias(String),
    /// They have the same name.
    Name(String),
}

impl Alike {
    /// Returns the likeness in words.
    pub fn words(&self) -> String {
        match self {
            Self::Name(name) => format!("same name: {name}"),
            Self::Alias(name) => format!("also known as {name}"),
            Self::NearName(name) => format!("nearly the same spelling: {name}"),
            Self::Telephone(number) => format!("same telephone: {number}"),
            Self::Address(address) => format!("same address: {address}"),
            Self::DateOfBirth(day) => format!("born on the same day: {}", crate::words::table_date(*day)),
        }
    }

    fn weight(&self) -> u32 {
        match self {
            Self::DateOfBirth(_) => 2,
            Self::Address(_) | Self::NearName(_) => 3,
            Self::Telephone(_) => 5,
            Self::Alias(_) => 6,
            Self::Name(_) => 8,
        }
    }
}

/// What is sought, folded once so that it can be held against many people.
pub struct Seeker {
    names: Vec<Likely>,
    date_of_birth: Option<NaiveDate>,
    addresses: Vec<Vec<String>>,
    telephones: Vec<String>,
}

impl Seeker {
    /// Returns a seeker of `sought`.
    pub fn of(sought: &Sought) -> Self {
        let names = std::iter::once(&sought.name).chain(&sought.aliases);
        Self {
            names: names.map(|name| Likely::of(name)).filter(|name| !name.is_empty()).collect(),
            date_of_birth: sought.date_of_birth,
            addresses: sought.addresses.iter().filter_map(|address| address_words(address)).collect(),
            telephones: sought.telephones.iter().filter_map(|number| digits(number)).collect(),
        }
    }

    /// Returns the ways in which `person` is like the one who is sought, the strongest first; none means: somebody else.
    pub fn likeness(&self, person: &Subject) -> Vec<Alike> {
        let mut alike = Vec::new();
        alike.extend(self.name_like(person));
        if let (Some(one), Some(other)) = (self.date_of_birth, person.date_of_birth)
            && one == other
        {
            alike.push(Alike::DateOfBirth(other));
        }
        let same = |address: &&String| {
            address_words(address)
                .is_some_and(|words| self.addresses.iter().any(|sought| same_place(sought, &words)))
        };
        alike.extend(person.addresses.iter().find(same).cloned().map(Alike::Address));
        let rings = |number: &&String| digits(number).is_some_and(|digits| self.telephones.contains(&digits));
        alike.extend(person.telephones.iter().find(rings).cloned().map(Alike::Telephone));
        alike.sort_by(|one, other| other.cmp(one));
        alike
    }

    fn name_like(&self, person: &Subject) -> Option<Alike> {
        let name = Likely::of(&person.name);
        if self.names.first().is_some_and(|sought| !name.is_empty() && sought.same(&name)) {
            return Some(Alike::Name(person.name.clone()));
        }
        let known = std::iter::once(&person.name).chain(&person.aliases);
        let mut near = None;
        for original in known {
            let other = Likely::of(original);
            if other.is_empty() {
                continue;
            }
            if self.names.iter().any(|sought| sought.same(&other)) {
                return Some(Alike::Alias(original.clone()));
            }
            if near.is_none() && self.names.iter().any(|sought| names_alike(sought, &other)) {
                near = Some(Alike::NearName(original.clone()));
            }
        }
        near
    }
}

/// Returns how strongly likenesses speak for one and the same person; more is stronger.
pub fn strength(alike: &[Alike]) -> u32 {
    alike.iter().map(Alike::weight).sum()
}

/// Tells whether two addresses or places name the same place: without case, accents, punctuation and abbreviations, and
/// although only one of them names the town.
pub fn same_address(one: &str, other: &str) -> bool {
    match (address_words(one), address_words(other)) {
        (Some(one), Some(other)) => same_place(&one, &other),
        _ => false,
    }
}

/// Two places are one when one's words begin the other's, and are more than a word: `7 Mill Lane` is in
/// `7 Mill Lane, Northbridge`.
fn same_place(one: &[String], other: &[String]) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    short == long || (short.len() >= 2 && long.starts_with(short) && numbered_alike(short, long))
}

/// A street without a number is not each of its houses.
fn numbered_alike(short: &[String], long: &[String]) -> bool {
    let numbered =
        |words: &[String]| words.iter().any(|word| word.starts_with(|letter: char| letter.is_ascii_digit()));
    numbered(short) || !numbered(&long[short.len()..])
}

/// Returns a text in its plain words, for comparing titles and labels: small letters, no accents, no punctuation.
pub fn plain(text: &str) -> Vec<String> {
    plain_words(text)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::ids::SubjectId;

    fn known() -> Subject {
        Subject {
            name: "Łucja D’Arcy".into(),
            aliases: vec!["Lu Darcy".into(), "Foxy".into()],
            date_of_birth: "2008-03-04".parse().ok(),
            addresses: vec!["Flat 2, 7 Mill Lane, Northbridge".into(), "14 St Oswald’s Road".into()],
            telephones: vec!["01632 960201".into()],
            ..Subject::unknown(SubjectId(Uuid::nil()))
        }
    }

    fn words(sought: Sought) -> Vec<String> {
        Seeker::of(&sought).likeness(&known()).iter().map(Alike::words).collect()
    }

    fn named(name: &str) -> Vec<String> {
        words(Sought { name: name.into(), ..Sought::default() })
    }

    #[test]
    fn a_name_is_the_same_without_case_accents_and_order() {
        for name in ["Łucja D’Arcy", "lucja d'arcy", "D'ARCY, Lucja", "Lucja  d’Arcy"] {
            assert_eq!(named(name), ["same name: Łucja D’Arcy"], "{name}");
        }
    }

    #[test]
    fn another_name_is_known_too() {
        assert_eq!(named("foxy"), ["also known as Foxy"]);
        let alias =
            Sought { name: "Someone Else".into(), aliases: vec!["Lucja Darcy".into()], ..Sought::default() };
        assert_eq!(words(alias), ["also known as Łucja D’Arcy"]);
    }

    #[test]
    fn a_near_spelling_is_found_and_a_different_name_is_not() {
        assert_eq!(named("Lucia D'Arcy"), ["nearly the same spelling: Łucja D’Arcy"]);
        assert_eq!(named("Lucja M Darcy"), ["nearly the same spelling: Łucja D’Arcy"], "a middle name");
        for name in ["Lucas Darby", "Mary D'Arcy", "Lu", "Fox", ""] {
            assert_eq!(named(name), Vec::<String>::new(), "{name}");
        }
    }

    #[test]
    fn addresses_are_the_same_in_any_writing() {
        let lives = |address: &str| words(Sought { addresses: vec![address.into()], ..Sought::default() });
        for address in ["flat 2, 7 mill ln", "Flat 2 7 Mill Lane Northbridge", "14 Saint Oswalds Rd."] {
            assert_eq!(lives(address).len(), 1, "{address}");
        }
        for address in ["Mill Lane", "17 Mill Lane", "7", "", "14 St Oswald’s Avenue"] {
            assert_eq!(lives(address), Vec::<String>::new(), "{address}");
        }
    }

    #[test]
    fn a_telephone_number_is_its_digits() {
        let rings = |number: &str| words(Sought { telephones: vec![number.into()], ..Sought::default() });
        assert_eq!(rings("+44 (0)1632 960 201"), ["same telephone: 01632 960201"]);
        assert_eq!(rings("960201"), Vec::<String>::new(), "a number without its area may be anybody's");
        assert_eq!(rings("not known"), Vec::<String>::new());
    }

    #[test]
    fn the_strongest_likeness_stands_first_and_all_are_told() {
        let sought = Sought {
            name: "Lucja Darcy".into(),
            date_of_birth: "2008-03-04".parse().ok(),
            telephones: vec!["01632960201".into()],
            ..Sought::default()
        };
        let alike = Seeker::of(&sought).likeness(&known());
        let words: Vec<_> = alike.iter().map(Alike::words).collect();
        assert_eq!(
            words,
            ["same name: Łucja D’Arcy", "same telephone: 01632 960201", "born on the same day: 4 Mar 2008"]
        );
        assert!(strength(&alike) > strength(&alike[2..]), "more that is alike speaks louder");
    }

    #[test]
    fn places_are_compared_as_addresses_are() {
        assert!(same_address("Canal Street bridge", "canal st. bridge"));
        assert!(same_address("Weavers Close", "Weavers Cl, Northbridge"));
        assert!(!same_address("Weavers Close", "12 Weavers Close"), "a street is not each of its houses");
        assert!(!same_address("Weavers Close", "Weavers Court"));
        assert!(!same_address("", ""));
    }
}
