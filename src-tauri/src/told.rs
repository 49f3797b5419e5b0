//! What a page holds of the room already, so that it does not travel again: of the 33 KB that a room of 85 items takes, a
//! key changes a fifth, and long answers are what makes a key wait now and then.

use std::collections::BTreeMap;
use std::hash::{BuildHasher, RandomState};
use std::sync::{Mutex, PoisonError};

use serde_json::Result;
use serde_json::value::RawValue;

/// The answers that travel in parts, by the name of their type: those that a page asks for again and again.
const IN_PARTS: &[&str] = &["RoomView"];

/// What was told last. It knows the parts by their digests only, so that nothing of the record stays here.
#[derive(Default)]
pub struct Told {
    last: Mutex<Last>,
    digests: RandomState,
}

#[derive(Default)]
struct Last {
    /// How often something was told; a page says by it what it holds.
    number: u32,
    parts: BTreeMap<String, Digest>,
}

#[derive(PartialEq)]
enum Digest {
    Whole(u64),
    /// Of a list, each element's.
    Each(Vec<u64>),
}

impl Told {
    /// Returns `answer`, the JSON of a `response`, as it travels to a page that holds what was told under the number `held`.
    ///
    /// An answer in parts has its own number as `told`. What the page holds is left out of it: a field entirely, an
    /// element of a list by a `null` in its place. The whole answer travels to a page that holds nothing, or what was
    /// told before the last time.
    ///
    /// # Errors
    ///
    /// When `answer` is not the JSON of an object.
    pub fn in_parts(&self, response: &str, answer: String, held: Option<u32>) -> Result<String> {
        if !IN_PARTS.contains(&response) {
            return Ok(answer);
        }
        let parts: BTreeMap<&str, &RawValue> = serde_json::from_str(&answer)?;
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        if held != Some(last.number) {
            last.parts.clear();
        }
        last.number += 1;
        let mut travels = format!("{{\"told\":{}", last.number);
        for (name, value) in parts {
            let elements = elements(value)?;
            let digest = match &elements {
                Some(elements) => Digest::Each(elements.iter().map(|each| self.digest(each)).collect()),
                None => Digest::Whole(self.digest(value)),
            };
            let before = last.parts.get(name);
            if before == Some(&digest) {
                continue;
            }
            let text = match (before, &digest, &elements) {
                (Some(Digest::Each(before)), Digest::Each(now), Some(elements))
                    if before.len() == now.len() =>
                {
                    changed(elements, before, now)
                }
                _ => value.get().to_owned(),
            };
            travels.push_str(&format!(",\"{name}\":{text}"));
            last.parts.insert(name.to_owned(), digest);
        }
        travels.push('}');
        Ok(travels)
    }

    fn digest(&self, value: &RawValue) -> u64 {
        self.digests.hash_one(value.get())
    }
}

/// Returns the elements of a list; absent for anything else.
fn elements(value: &RawValue) -> Result<Option<Vec<&RawValue>>> {
    if !value.get().starts_with('[') {
        return Ok(None);
    }
    let elements: Vec<&RawValue> = serde_json::from_str(value.get())?;
    debug_assert!(elements.iter().all(|each| each.get() != "null"), "nothing in a list would say: as it was");
    Ok(Some(elements))
}

/// Returns a list with a `null` for each element that is as it was.
fn changed(elements: &[&RawValue], before: &[u64], now: &[u64]) -> String {
    let each = elements.iter().zip(before.iter().zip(now));
    let each = each.map(|(element, (before, now))| if before == now { "null" } else { element.get() });
    format!("[{}]", each.collect::<Vec<_>>().join(","))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIRST: &str =
        r#"{"clock":"14:00","items":[{"id":1},{"id":2}],"current":{"id":1},"lines":["a","b"]}"#;

    fn travels(told: &Told, answer: &str, held: Option<u32>) -> String {
        told.in_parts("RoomView", answer.to_owned(), held).unwrap()
    }

    #[test]
    fn a_page_that_holds_nothing_is_told_everything() {
        let told = Told::default();
        for number in 1..3 {
            let whole: serde_json::Value = serde_json::from_str(&travels(&told, FIRST, None)).unwrap();
            let mut expected: serde_json::Value = serde_json::from_str(FIRST).unwrap();
            expected["told"] = number.into();
            assert_eq!(whole, expected);
        }
    }

    #[test]
    fn what_a_page_holds_does_not_travel_again() {
        let told = Told::default();
        travels(&told, FIRST, None);
        assert_eq!(travels(&told, FIRST, Some(1)), r#"{"told":2}"#);
        let moved = FIRST.replace(r#"{"id":2}"#, r#"{"id":3}"#).replace("14:00", "14:01");
        assert_eq!(travels(&told, &moved, Some(2)), r#"{"told":3,"clock":"14:01","items":[null,{"id":3}]}"#);
        assert_eq!(travels(&told, &moved, Some(3)), r#"{"told":4}"#);
    }

    #[test]
    fn a_list_that_grew_or_became_nothing_travels_whole() {
        let told = Told::default();
        travels(&told, FIRST, None);
        let longer =
            FIRST.replace(r#"["a","b"]"#, r#"["a","b","c"]"#).replace(r#"{"id":1},"l"#, r#"null,"l"#);
        assert_eq!(travels(&told, &longer, Some(1)), r#"{"told":2,"current":null,"lines":["a","b","c"]}"#);
    }

    #[test]
    fn a_page_that_was_overtaken_is_told_everything() {
        let told = Told::default();
        travels(&told, FIRST, None);
        travels(&told, FIRST, Some(1));
        assert_eq!(
            travels(&told, FIRST, Some(1)),
            travels(&Told::default(), FIRST, None).replace(":1,\"cl", ":3,\"cl")
        );
    }

    #[test]
    fn other_answers_travel_as_they_are() {
        let told = Told::default();
        assert_eq!(told.in_parts("ProjectorView", FIRST.to_owned(), None).unwrap(), FIRST);
        assert_eq!(told.in_parts("ProjectorView", FIRST.to_owned(), Some(0)).unwrap(), FIRST);
    }
}
