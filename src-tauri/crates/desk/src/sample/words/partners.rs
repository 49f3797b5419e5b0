//! The agencies of the sample hub and their people.

use domain::agency::{Field, PackRule, Presence};

use super::{cells, lines, word};

const TEXT: &str = include_str!("partners.txt");

/// An agency with its people.
#[derive(Clone, Debug)]
pub struct PartnerWords {
    /// What the other words call it.
    pub key: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Its short name.
    pub short_name: &'static str,
    /// Its field.
    pub field: Field,
    /// How it takes part.
    pub presence: Presence,
    /// What it gets on Friday.
    pub pack_rule: PackRule,
    /// Whether it still takes part.
    pub active: bool,
    /// Names, posts, and whether the person usually comes.
    pub officers: Vec<(&'static str, &'static str, bool)>,
}

/// Reads the agencies.
pub fn partners() -> Vec<PartnerWords> {
    let mut partners: Vec<PartnerWords> = Vec::new();
    for (what, rest) in lines(TEXT) {
        match (what, cells(rest).as_slice(), partners.last_mut()) {
            ("agency", [key, name, short_name, field, presence, pack, left @ ..], _) => {
                partners.push(PartnerWords {
                    key,
                    name,
                    short_name,
                    field: word(field).unwrap_or(Field::Other),
                    presence: word(presence).unwrap_or(Presence::OwnItems),
                    pack_rule: word(pack).unwrap_or(PackRule::OwnItems),
                    active: left.is_empty(),
                    officers: Vec::new(),
                });
            }
            ("officer", [name, post, attends], Some(agency)) => {
                agency.officers.push((name, post, *attends == "yes"));
            }
            _ => {}
        }
    }
    partners
}
