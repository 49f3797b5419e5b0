//! References of other cases in a text: a partner's copy names none outside its items.

use std::collections::BTreeSet;

/// The references that a copy must not name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ForeignReferences(BTreeSet<String>);

/// What stands in the place of such a reference.
const ANOTHER: &str = "[another case]";

impl ForeignReferences {
    /// Returns what is left of the references that the hub knows without a copy's `own`. Only what the hub knows is
    /// replaced, because `No.12` is a house and no case.
    pub fn of<'a>(known: impl IntoIterator<Item = &'a str>, own: &[String]) -> Self {
        let own: BTreeSet<String> = own.iter().map(|each| each.to_lowercase()).collect();
        Self(known.into_iter().map(str::to_lowercase).filter(|each| !own.contains(each)).collect())
    }

    /// Returns the text with every such reference replaced; the same text when it names none.
    pub fn applied(&self, text: &str) -> String {
        let mut kept = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(start) = rest.find(char::is_alphanumeric) {
            let (before, word) = rest.split_at(start);
            let end =
                word.find(|letter: char| !letter.is_alphanumeric() && letter != '.').unwrap_or(word.len());
            let whole = word[..end].trim_end_matches('.');
            kept.push_str(before);
            kept.push_str(if self.0.contains(&whole.to_lowercase()) { ANOTHER } else { whole });
            rest = &word[whole.len()..];
        }
        kept.push_str(rest);
        kept
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_cases_are_replaced_and_own_ones_and_houses_stay() {
        let known = ["CSH.1", "CSH.12", "CSH.21a", "R.61"];
        let foreign = ForeignReferences::of(known, &["CSH.1".to_owned()]);
        let applied = |text| foreign.applied(text);
        assert_eq!(applied("See CSH.1 and CSH.12."), "See CSH.1 and [another case].");
        assert_eq!(applied("csh.21A, (R.61); No.12"), "[another case], ([another case]); No.12");
        assert_eq!(applied("CSH.123 and CSH.12a are none of them"), "CSH.123 and CSH.12a are none of them");
        assert_eq!(applied("…“CSH.12”… Tŷ 2.30 pm"), "…“[another case]”… Tŷ 2.30 pm");
        assert_eq!(applied(""), "");
    }
}
