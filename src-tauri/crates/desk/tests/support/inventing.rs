//! Requests invented from the contract: plausible from what earlier answers told, absurd every now and then.

#![allow(dead_code, reason = "each test uses its part")]

use std::collections::HashMap;

use chrono::{Days, NaiveDate};
use serde_json::{Map, Value, json};

use super::contract::{Contract, Shape};
pub use super::dice::Dice;

/// Texts, numbers and days that nobody types on purpose.
pub fn absurd_texts() -> Vec<String> {
    vec![
        String::new(),
        " \t\n ".into(),
        "ü".repeat(10_000),
        "أحمد الخطيب يسكن في شارع الميناء".into(),
        "\u{202e}txet desrever\u{202c} שלום".into(),
        "Zo\u{308}e\u{301}\u{301}\u{301}\u{301} A\u{30a}ngstro\u{308}m".into(),
        "👩🏽‍🚒🏴󠁧󠁢󠁷󠁬󠁳󠁿 on fire 🔥".into(),
        "a\u{0}b\u{7}c\u{1b}[31md\u{7f}e\u{85}f\r\ng".into(),
        "\u{0}\u{1}\u{2}".into(),
        "'; DROP TABLE case_record; --".into(),
        "<script>alert(1)</script> & \"quotes\" \\ %s {0}".into(),
        "\u{feff}\u{200b}\u{200d}".into(),
    ]
}

pub const ABSURD_DATES: [&str; 7] =
    ["9999-12-31", "0001-01-01", "-9999-01-01", "2026-02-30", "2026-13-01", "24/11/2026", "+262143-01-01"];

/// How many keys of a type are known at the most: a long run would look through all that it ever saw at every answer.
const MOST_KNOWN: usize = 400;

/// Everything known so far, by the name of its type: keys and references out of earlier answers.
#[derive(Default)]
pub struct Known {
    by_type: HashMap<String, Vec<String>>,
}

impl Known {
    /// Learns every key and reference in an answer.
    pub fn learn(&mut self, contract: &Contract, shape: &Shape, value: &Value) {
        match (shape, value) {
            (Shape::Named(name, _), Value::String(text)) if is_key(name) => {
                let known = self.by_type.entry(name.clone()).or_default();
                // The latest stand at the end, so that stories go on.
                known.retain(|each| each != text);
                known.push(text.clone());
                if known.len() > MOST_KNOWN {
                    known.remove(0);
                }
            }
            (Shape::Named(..), _) => self.learn(contract, &contract.meant(shape), value),
            (Shape::List(of), Value::Array(values)) => {
                values.iter().for_each(|each| self.learn(contract, of, each));
            }
            (Shape::OneOf(all), _) => {
                if let Some(fitting) = all.iter().find(|each| fits(contract, each, value)) {
                    self.learn(contract, fitting, value);
                }
            }
            (Shape::Record(fields), Value::Object(values)) => {
                for (name, shape, _) in fields {
                    if let Some(value) = values.get(name) {
                        self.learn(contract, shape, value);
                    }
                }
            }
            _ => {}
        }
    }

    /// Returns a known key of a type, mostly a late one; absent when there is none.
    pub fn one(&self, name: &str, dice: &mut Dice) -> Option<String> {
        let known = self.by_type.get(name).filter(|known| !known.is_empty())?;
        let recent = if dice.chance(60) { known.len().min(6) } else { known.len() };
        known.get(known.len() - 1 - dice.below(recent)).cloned()
    }
}

fn is_key(name: &str) -> bool {
    let of_a_case = name.ends_with("Reference") && name != "AgencyReference";
    name.ends_with("Id") || of_a_case
}

/// Tells whether a value can be of a shape, as far as a union needs to know.
fn fits(contract: &Contract, shape: &Shape, value: &Value) -> bool {
    match (contract.meant(shape), value) {
        (Shape::Null, value) => value.is_null(),
        (Shape::Literal(text), value) => value == &json!(text),
        (Shape::Text, value) => value.is_string(),
        (Shape::Number, value) => value.is_number(),
        (Shape::Flag, value) => value.is_boolean(),
        (Shape::List(_), value) => value.is_array(),
        (Shape::OneOf(all), value) => all.iter().any(|each| fits(contract, each, value)),
        (Shape::Record(fields), Value::Object(values)) => fields
            .iter()
            .filter(|(_, shape, _)| matches!(shape, Shape::Literal(_)))
            .all(|(name, shape, _)| values.get(name).is_some_and(|value| fits(contract, shape, value))),
        (Shape::Anything, _) => true,
        _ => false,
    }
}

/// Invents values of shapes.
pub struct Inventor<'a> {
    pub contract: &'a Contract,
    pub known: &'a Known,
    pub dice: &'a mut Dice,
    pub today: NaiveDate,
    /// How many times in a hundred a value is absurd.
    pub absurd: usize,
}

const WORDS: [&str; 10] = [
    "Noise at night, three households",
    "Two letters; no change, because the flat is sublet",
    "7 Mill Lane",
    "J Bell",
    "Joint visit with the school",
    "ASB",
    "Alcohol",
    "SAFE",
    "ABC",
    "because the family moved",
];

impl Inventor<'_> {
    /// Invents a request of a command.
    pub fn request(&mut self, command: &str) -> Value {
        let shape = self.contract.request(command).clone();
        self.value(&shape, "")
    }

    fn value(&mut self, shape: &Shape, field: &str) -> Value {
        match shape {
            Shape::Text => self.text(field),
            Shape::Number => self.number(field),
            Shape::Flag => json!(self.dice.chance(50)),
            Shape::Null | Shape::Anything => Value::Null,
            Shape::Literal(text) => json!(text),
            Shape::Named(name, _) => self.named(name, shape, field),
            Shape::List(of) => {
                let most = if self.dice.chance(self.absurd) { 12 } else { 3 };
                let count = self.dice.below(most);
                Value::Array((0..count).map(|_| self.value(of, field)).collect())
            }
            Shape::OneOf(all) => {
                let given: Vec<&Shape> = all.iter().filter(|each| **each != Shape::Null).collect();
                if given.len() < all.len() && self.dice.chance(45) {
                    return Value::Null;
                }
                let chosen = self.dice.below(given.len());
                self.value(given[chosen], field)
            }
            Shape::Record(fields) => {
                let mut values = Map::new();
                for (name, shape, _) in fields {
                    values.insert(name.clone(), self.value(shape, name));
                }
                Value::Object(values)
            }
        }
    }

    fn named(&mut self, name: &str, shape: &Shape, field: &str) -> Value {
        if is_key(name)
            && !self.dice.chance(self.absurd)
            && let Some(known) = self.known.one(name, self.dice)
        {
            return json!(known);
        }
        match name {
            "CaseReference" => json!(format!("CSH.{}", self.dice.below(400))),
            "ClockTime" => json!(format!("{:02}:{:02}", 9 + self.dice.below(9), 15 * self.dice.below(4))),
            "ActionNumber" => json!(format!("{}/{}", self.dice.below(20), self.dice.below(9))),
            name if name.ends_with("Id") => {
                json!(uuid::Uuid::from_u128(u128::from(self.dice.throw())).to_string())
            }
            _ => {
                let meant = self.contract.meant(shape);
                self.value(&meant, field)
            }
        }
    }

    fn text(&mut self, field: &str) -> Value {
        if self.dice.chance(self.absurd) {
            return json!(self.dice.one(&absurd_texts()));
        }
        if is_day(field) {
            return json!(self.day());
        }
        // Where a case is typed by its reference, and where it may get a letter.
        match field {
            "into" => {
                if let Some(known) = self.known.one("CaseReference", self.dice) {
                    return json!(known);
                }
            }
            "letter" => return json!(self.dice.one(&["", "", "a", "b"])),
            name if name.ends_with("email") => return json!(self.dice.one(&["", "j.bell@housing.example"])),
            _ => {}
        }
        json!(self.dice.one(&WORDS))
    }

    fn day(&mut self) -> String {
        if self.dice.chance(self.absurd) {
            return (*self.dice.one(&ABSURD_DATES)).to_owned();
        }
        let days = Days::new(self.dice.below(70) as u64);
        // Most of what people enter happened; plans are for the next weeks.
        let day = match self.dice.below(4) {
            0 => self.today.checked_add_days(days),
            1 => Some(self.today),
            _ => self.today.checked_sub_days(days),
        };
        day.unwrap_or(self.today).to_string()
    }

    fn number(&mut self, field: &str) -> Value {
        if self.dice.chance(self.absurd) {
            return self
                .dice
                .one(&[json!(-1), json!(0), json!(0.5), json!(1e9), json!(4_294_967_296_i64)])
                .clone();
        }
        match field {
            "total" | "score" | "points" | "initial_score" => json!(self.dice.below(190) as f64 / 2.0),
            "minutes" | "meeting_minutes" => json!(15 + self.dice.below(100)),
            _ => json!(1 + self.dice.below(8)),
        }
    }
}

/// Tells by its name whether a text is a day; the contract says `string` for both.
pub fn is_day(field: &str) -> bool {
    const DAYS: [&str; 16] = [
        "on",
        "due",
        "date",
        "day",
        "opened",
        "closed",
        "from",
        "to",
        "by",
        "reports_back",
        "date_of_birth",
        "since",
        "until",
        "starts_on",
        "week_of",
        "review",
    ];
    DAYS.contains(&field)
        || field.ends_with("_on")
        || field.ends_with("_day")
        || field.ends_with("_from")
        || field.ends_with("_until")
}
