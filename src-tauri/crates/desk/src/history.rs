//! The history of one record.

use std::collections::HashMap;

use serde_json::Value;
use uuid::Uuid;

use crate::desk::Desk;
use crate::failure::Failure;
use crate::wire::everything::*;

pub fn get_history(desk: &mut Desk, request: GetHistory) -> Result<HistoryView, Failure> {
    let id: Uuid = request.id.parse().map_err(|_| Failure::refused("That record has no history"))?;
    desk.read(|reader| {
        let users: HashMap<_, _> =
            reader.list_users()?.into_iter().map(|user| (user.id, user.name)).collect();
        let mut before = Value::Null;
        let mut changes = Vec::new();
        for entry in reader.history_of(&request.kind, id)? {
            let by = users.get(&entry.user).cloned().unwrap_or_default();
            let what = match &entry.value {
                Some(value) => differences(&before, value),
                None => vec!["The values of this change were disposed of".to_owned()],
            };
            before = entry.value.unwrap_or(Value::Null);
            let by = match entry.in_name_of {
                Some(chair) if chair != by => format!("{by}, for {chair}"),
                _ => by,
            };
            changes.push(HistoryLine { at: entry.at, by, what });
        }
        changes.reverse();
        Ok(HistoryView { changes })
    })
}

/// Returns what differs between two values of a record, a line a field; keys are left out, nobody reads them.
fn differences(before: &Value, after: &Value) -> Vec<String> {
    let Value::Object(after) = after else { return vec![shown(after)] };
    after
        .iter()
        .filter(|(field, value)| before.get(field) != Some(value))
        .filter_map(|(field, value)| {
            let (old, new) = (before.get(field).map(shown).unwrap_or_default(), shown(value));
            let name = domain::words::capital(&field.replace('_', " "));
            match (old.is_empty(), new.is_empty()) {
                (true, true) => None,
                (true, false) => Some(format!("{name}: {new}")),
                (false, true) => Some(format!("{name}: {old} → empty")),
                (false, false) => Some(format!("{name}: {old} → {new}")),
            }
        })
        .collect()
}

fn shown(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(true) => "yes".to_owned(),
        Value::Bool(false) => "no".to_owned(),
        Value::String(text) if text.parse::<Uuid>().is_ok() => String::new(),
        Value::String(text) => match text.parse::<chrono::NaiveDate>() {
            Ok(date) => domain::words::table_date(date),
            Err(_) => text.replace('_', " "),
        },
        Value::Array(values) => {
            values.iter().map(shown).filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ")
        }
        Value::Object(fields) => {
            fields.values().map(shown).filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ")
        }
        Value::Number(number) => number.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_change_names_its_field_with_the_old_and_the_new_value() {
        let before = json!({"what": "Visit", "due": "2026-11-17", "id": "x"});
        let after = json!({"what": "Visit", "due": "2026-12-01", "id": "x"});
        assert_eq!(differences(&before, &after), ["Due: 17 Nov 2026 → 1 Dec 2026"]);
    }

    #[test]
    fn a_first_entry_tells_only_what_is_filled() {
        let after = json!({"what": "Visit", "blocked": null, "case": "0192f0c1-2345-7000-8000-000000000001"});
        assert_eq!(differences(&Value::Null, &after), ["What: Visit"]);
    }
}
