//! Human references: `CSH.21a` for a case, `R.61` for a referral, `45/3` for an action.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A case's reference: the hub's prefix, a number, sometimes a letter. Ordered by number, then letter.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct CaseReference {
    /// The hub's prefix without the dot, such as `CSH`.
    pub prefix: String,
    /// The running number, from 1.
    pub number: u32,
    /// A letter, given by hand or by import only.
    pub suffix: Option<char>,
}

/// Says why a text is not a reference.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a case reference; write it like CSH.12")]
pub struct NotAReference(pub String);

impl CaseReference {
    /// Returns the reference of `number` without a letter; its prefix in capitals, as it is read.
    pub fn new(prefix: &str, number: u32) -> Self {
        Self { prefix: prefix.to_ascii_uppercase(), number, suffix: None }
    }
}

impl std::fmt::Display for CaseReference {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}.{}", self.prefix, self.number)?;
        self.suffix.map_or(Ok(()), |letter| write!(formatter, "{letter}"))
    }
}

impl std::str::FromStr for CaseReference {
    type Err = NotAReference;

    /// Reads a reference as people write it: `CSH.12`, `csh 12`, `CSH12a`.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let refused = || NotAReference(text.trim().to_owned());
        let trimmed = text.trim();
        let digits = trimmed.find(|letter: char| letter.is_ascii_digit()).ok_or_else(refused)?;
        let prefix = trimmed[..digits].trim_end_matches(['.', ' ', '-', '/']).to_ascii_uppercase();
        let prefix_is_letters = prefix.chars().all(|letter| letter.is_ascii_alphanumeric());
        let after = &trimmed[digits..];
        let end = after.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(after.len());
        let number = after[..end].parse().map_err(|_| refused())?;
        let mut rest = after[end..].chars();
        let suffix = rest.next().map(|letter| letter.to_ascii_lowercase());
        let suffix_is_letter = suffix.is_none_or(|letter| letter.is_ascii_lowercase());
        let whole = !prefix.is_empty() && prefix_is_letters && suffix_is_letter && rest.next().is_none();
        if whole && number > 0 { Ok(Self { prefix, number, suffix }) } else { Err(refused()) }
    }
}

impl TryFrom<String> for CaseReference {
    type Error = NotAReference;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<CaseReference> for String {
    fn from(reference: CaseReference) -> Self {
        reference.to_string()
    }
}

impl Ord for CaseReference {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.number, self.suffix, &self.prefix).cmp(&(other.number, other.suffix, &other.prefix))
    }
}

impl PartialOrd for CaseReference {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// A referral's running number, written `R.61`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
#[ts(type = "number")]
pub struct ReferralNumber(pub u32);

impl std::fmt::Display for ReferralNumber {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "R.{}", self.0)
    }
}

/// An action's stable number, written `45/3`: the third action of meeting 45.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct ActionNumber {
    /// The running number of the meeting that raised it; 0 for an action raised between meetings.
    pub meeting: u32,
    /// The number within that meeting, from 1.
    pub serial: u32,
}

/// Says why a text is not an action's number.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not an action number; write it like 45/3")]
pub struct NotAnActionNumber(pub String);

impl std::fmt::Display for ActionNumber {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}/{}", self.meeting, self.serial)
    }
}

impl std::str::FromStr for ActionNumber {
    type Err = NotAnActionNumber;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let refused = || NotAnActionNumber(text.to_owned());
        let (meeting, serial) = text.trim().split_once('/').ok_or_else(refused)?;
        let meeting = meeting.parse().map_err(|_| refused())?;
        let serial = serial.parse().map_err(|_| refused())?;
        Ok(Self { meeting, serial })
    }
}

impl TryFrom<String> for ActionNumber {
    type Error = NotAnActionNumber;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<ActionNumber> for String {
    fn from(number: ActionNumber) -> Self {
        number.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> CaseReference {
        text.parse().unwrap()
    }

    #[test]
    fn what_is_made_reads_back_as_it_was_made() {
        for prefix in ["CSH", "csh", "Alcohol"] {
            let made = CaseReference::new(prefix, 41);
            assert_eq!(made.to_string().parse(), Ok(made));
        }
    }

    #[test]
    fn a_reference_is_read_as_people_write_it() {
        for written in ["CSH.21", "csh 21", "CSH21", " Csh-21 "] {
            assert_eq!(read(written).to_string(), "CSH.21", "{written}");
        }
        assert_eq!(read("CSH.21A").to_string(), "CSH.21a");
    }

    #[test]
    fn what_is_no_reference_is_named_in_the_refusal() {
        for written in ["", "CSH", "21", "CSH.21ab", "CSH.0", "C/S.4", "CSH.99999999999"] {
            assert!(written.parse::<CaseReference>().is_err(), "{written}");
        }
    }

    #[test]
    fn references_stand_in_the_order_of_their_numbers_then_letters() {
        let mut references = [read("CSH.21a"), read("CSH.100"), read("CSH.21"), read("CSH.3")];
        references.sort();
        assert_eq!(references.map(|each| each.to_string()), ["CSH.3", "CSH.21", "CSH.21a", "CSH.100"]);
    }

    #[test]
    fn an_action_number_survives_the_wire() {
        let number: ActionNumber = serde_json::from_str("\"45/3\"").unwrap();
        assert_eq!(number, ActionNumber { meeting: 45, serial: 3 });
        assert_eq!(serde_json::to_string(&number).unwrap(), "\"45/3\"");
    }
}
