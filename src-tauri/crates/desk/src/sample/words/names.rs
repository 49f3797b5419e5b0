//! Names of people and places. Telephone numbers are those that Ofcom keeps for drama.

use super::lines;
use crate::sample::chance::Chance;

const TEXT: &str = include_str!("names.txt");

/// Lists of names.
#[derive(Clone, Debug, Default)]
pub struct Names {
    given: Vec<String>,
    family: Vec<String>,
    /// Whole names that programs tend to get wrong.
    pub hard: Vec<String>,
    aliases: Vec<String>,
    streets: Vec<String>,
    places: Vec<String>,
    /// Areas of the hub.
    pub areas: Vec<String>,
}

impl Names {
    /// Reads the lists.
    pub fn read() -> Self {
        let mut names = Self::default();
        for (key, rest) in lines(TEXT) {
            let list = rest.split('|').map(|name| name.trim().to_owned()).collect();
            match key {
                "given" => names.given = list,
                "family" => names.family = list,
                "hard" => names.hard = list,
                "alias" => names.aliases = list,
                "streets" => names.streets = list,
                "places" => names.places = list,
                "areas" => names.areas = list,
                _ => {}
            }
        }
        names
    }

    /// Returns a name put together from a given and a family name.
    pub fn person(&self, chance: &mut Chance) -> String {
        format!("{} {}", chance.text(&self.given), chance.text(&self.family))
    }

    /// Returns another name that people call somebody.
    pub fn alias(&self, chance: &mut Chance) -> String {
        chance.text(&self.aliases).to_owned()
    }

    /// Returns an address.
    pub fn address(&self, chance: &mut Chance) -> String {
        let number = chance.between(1, 148);
        let street = chance.text(&self.streets);
        match chance.below(4) {
            0 => format!("Flat {}, {number} {street}", chance.between(1, 24)),
            _ => format!("{number} {street}"),
        }
    }

    /// Returns a place that everybody in the town knows.
    pub fn place(&self, chance: &mut Chance) -> String {
        chance.text(&self.places).to_owned()
    }

    /// Returns a telephone number that nobody has: mobile, or of no area.
    pub fn telephone(&self, chance: &mut Chance) -> String {
        let last = chance.below(1000);
        if chance.one_in(3) { format!("01632 960{last:03}") } else { format!("07700 900{last:03}") }
    }
}
