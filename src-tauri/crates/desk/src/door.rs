//! The desk's door: every request passes it, whoever sends it, so that no text comes in that cannot be read, and no name that
//! no line of a paper could hold.

use std::borrow::Cow;

use domain::plain_text;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::failure::Failure;

/// What is never touched: a passphrase is what was typed, letter for letter.
const AS_TYPED: [&str; 2] = ["passphrase", "new_passphrase"];

/// The fields of requests that hold names and titles, or lists of them.
const NAMES: [&str; 29] = [
    "aliases",
    "chair",
    "email",
    "hand_over_to",
    "hub",
    "kind",
    "legal_lead",
    "marking",
    "name",
    "new_officer",
    "person",
    "post",
    "prefix",
    "reference",
    "referrer_email",
    "referrer_name",
    "referrer_telephone",
    "room",
    "rooms",
    "scheme",
    "short_name",
    "stands_for",
    "substitute_for",
    "telephone",
    "telephones",
    "title",
    "to_whom",
    "told_by",
    "watched_by",
];

/// A matrix, because that tells all its faults at once, each at its place.
const WITH_ITS_OWN_RULE: &str = "matrix";

/// Returns the request with every text in it as [`plain_text::readable`] keeps it; refuses a name that is too long for one.
pub fn readable<T: Serialize + DeserializeOwned>(request: T) -> Result<T, Failure> {
    let mut value = serde_json::to_value(&request).map_err(Failure::unreadable)?;
    let cleaned = clean(&mut value);
    if let Some((field, text)) = too_long(&value, "") {
        let beginning: String = text.trim().chars().take(40).collect();
        let most = plain_text::NAME_LETTERS;
        let message = format!("At most {most} letters fit here, and this is longer: “{beginning}…”");
        // Because the form in which a person is named anew has one field for the new and for those who are known.
        return Err(Failure::refused(message).at(if field == "new_officer" { "officer" } else { field }));
    }
    if cleaned { serde_json::from_value(value).map_err(Failure::unreadable) } else { Ok(request) }
}

/// Returns the first name that is too long for one, with its field; absent when none is.
fn too_long<'value>(value: &'value Value, field: &'value str) -> Option<(&'value str, &'value str)> {
    match value {
        Value::String(text) => {
            (NAMES.contains(&field) && !plain_text::fits_as_name(text)).then_some((field, text))
        }
        Value::Array(values) => values.iter().find_map(|each| too_long(each, field)),
        Value::Object(fields) => fields
            .iter()
            .filter(|(name, _)| *name != WITH_ITS_OWN_RULE)
            .find_map(|(name, each)| too_long(each, name)),
        Value::Null | Value::Bool(_) | Value::Number(_) => None,
    }
}

/// Cleans every text below `value` and tells whether there was anything to clean.
fn clean(value: &mut Value) -> bool {
    match value {
        Value::String(text) => {
            let Cow::Owned(kept) = plain_text::readable(text) else { return false };
            *text = kept;
            true
        }
        // Each is looked at, because one that was cleaned says nothing about the others.
        Value::Array(values) => values.iter_mut().map(clean).fold(false, |changed, each| changed | each),
        Value::Object(fields) => fields
            .iter_mut()
            .filter(|(name, _)| !AS_TYPED.contains(&name.as_str()))
            .map(|(_, each)| clean(each))
            .fold(false, |changed, each| changed | each),
        Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::everything::*;

    #[test]
    fn pasted_control_characters_stay_outside() {
        let update = AddAgency {
            name: "Northbridge\u{0} Homes\u{1b}[31m".into(),
            short_name: "Homes".into(),
            field: domain::agency::Field::Housing,
            presence: domain::agency::Presence::OwnItems,
            pack_rule: domain::agency::PackRule::All,
        };
        let came_in = readable(update).unwrap();
        assert_eq!(came_in.name, "Northbridge Homes[31m");
        assert_eq!(came_in.short_name, "Homes");
    }

    #[test]
    fn a_name_that_fits_no_line_stays_outside_and_its_field_is_named() {
        let long = "x".repeat(plain_text::NAME_LETTERS + 1);
        let failure = readable(AddArea { name: long.clone() }).unwrap_err();
        assert_eq!(failure.field.as_deref(), Some("name"));
        let beginning = "x".repeat(40);
        assert_eq!(
            failure.message,
            format!("At most 200 letters fit here, and this is longer: “{beginning}…”")
        );
        let alias = serde_json::json!({ "subject": { "name": "Ann", "aliases": ["Annie", long] } });
        assert_eq!(readable(alias).unwrap_err().field.as_deref(), Some("aliases"));
        // What is told at length is no name.
        let told = serde_json::json!({ "outline": long, "text": long });
        assert_eq!(readable(told.clone()).unwrap(), told);
    }

    #[test]
    fn every_name_is_a_field_of_the_contract() {
        let contract = crate::contract::contract();
        for name in NAMES {
            assert!(
                contract.contains(&format!("\n{name}: ")) || contract.contains(&format!("\n{name}?: ")),
                "{name}"
            );
        }
    }

    #[test]
    fn a_passphrase_is_what_was_typed() {
        let came_in = readable(Unlock { passphrase: "four\u{1}horses".into(), user: None }).unwrap();
        assert_eq!(came_in.passphrase, "four\u{1}horses");
    }
}
