//! The desk's door: every request passes it, whoever sends it, so that no text comes in that cannot be read.

use std::borrow::Cow;

use domain::plain_text;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::failure::Failure;

/// What is never touched: a passphrase is what was typed, letter for letter.
const AS_TYPED: [&str; 2] = ["passphrase", "new_passphrase"];

/// Returns the request with every text in it as [`plain_text::readable`] keeps it.
pub fn readable<T: Serialize + DeserializeOwned>(request: T) -> Result<T, Failure> {
    let mut value = serde_json::to_value(&request).map_err(Failure::unreadable)?;
    if clean(&mut value) { serde_json::from_value(value).map_err(Failure::unreadable) } else { Ok(request) }
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
    fn a_passphrase_is_what_was_typed() {
        let came_in = readable(Unlock { passphrase: "four\u{1}horses".into(), user: None }).unwrap();
        assert_eq!(came_in.passphrase, "four\u{1}horses");
    }
}
