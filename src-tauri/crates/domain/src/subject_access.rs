//! Everything held on one person, before it is handed over: what speaks of other people is replaced, or marked.
//!
//! The right to a copy of one's own data does not reach other people's (Article 15(4), UK GDPR); what is replaced here is
//! what the hub knows of others, so a human reads the paper before it goes out.

use crate::redaction::Redaction;
use crate::subject::Subject;

/// Prepares texts for the person they are about.
pub struct SubjectAccess {
    others: Redaction,
    full: bool,
}

/// A text as it is handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldText {
    /// The text.
    pub text: String,
    /// Whether it speaks of other people.
    pub about_others: bool,
}

impl SubjectAccess {
    /// Prepares for `person`; `known` are all the people whom the hub knows, `full` leaves others' data and marks them.
    ///
    /// What the person shares with others, a family name or an address, stays.
    pub fn of(person: &Subject, known: &[Subject], full: bool) -> Self {
        let others = known.iter().filter(|each| each.id != person.id);
        Self { others: Redaction::of(others).sparing(person), full }
    }

    /// Returns a text as it is handed over.
    pub fn text(&self, text: &str) -> HeldText {
        let replaced = self.others.applied(text);
        let about_others = replaced != text;
        HeldText { text: if self.full { text.to_owned() } else { replaced }, about_others }
    }

    /// Returns the name of somebody else as it is handed over: the initials, unless in full.
    pub fn name_of_other(&self, other: &Subject) -> HeldText {
        let text = match (self.full, other.initials()) {
            (true, _) if !other.name.trim().is_empty() => other.name.clone(),
            (_, initials) if initials.is_empty() => "another person".to_owned(),
            (_, initials) => format!("another person ({initials})"),
        };
        HeldText { text, about_others: true }
    }

    /// Returns what is known of somebody else alone, such as the conditions of another person's order: only in full.
    pub fn of_another(&self, text: &str) -> HeldText {
        match text.trim() {
            "" => HeldText { text: String::new(), about_others: false },
            _ if self.full => HeldText { text: text.to_owned(), about_others: true },
            _ => HeldText { text: "withheld: data of another person".to_owned(), about_others: true },
        }
    }

    /// Returns what is known of whoever referred the person, who is somebody else: only in full.
    pub fn of_referrer(&self, text: &str) -> HeldText {
        let text = if self.full { text } else { "withheld: data of the referrer" };
        HeldText { text: text.to_owned(), about_others: true }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::ids::SubjectId;

    fn person(number: u128, name: &str) -> Subject {
        Subject {
            name: name.into(),
            addresses: vec!["7 Mill Lane, Northbridge".into()],
            ..Subject::unknown(SubjectId(Uuid::from_u128(number)))
        }
    }

    fn access(full: bool) -> SubjectAccess {
        let known = [person(1, "Tomos Rhys"), person(2, "Carys Rhys"), person(3, "Ada Quill")];
        SubjectAccess::of(&known[0], &known, full)
    }

    #[test]
    fn others_are_replaced_and_the_person_is_not() {
        let held = access(false).text("Tomos Rhys shouted at Ada Quill at 7 Mill Lane");
        assert_eq!(held.text, "Tomos Rhys shouted at A.Q. at 7 Mill Lane");
        assert!(held.about_others);
        assert!(!access(false).text("Tomos moved out").about_others);
    }

    #[test]
    fn in_full_others_stay_and_are_marked() {
        let held = access(true).text("Tomos Rhys shouted at Ada Quill");
        assert_eq!(held, HeldText { text: "Tomos Rhys shouted at Ada Quill".into(), about_others: true });
    }

    #[test]
    fn others_are_another_person_and_the_referrer_is_withheld() {
        assert_eq!(access(false).name_of_other(&person(3, "Ada Quill")).text, "another person (A.Q.)");
        assert_eq!(access(false).name_of_other(&person(4, " ")).text, "another person");
        assert_eq!(access(true).name_of_other(&person(3, "Ada Quill")).text, "Ada Quill");
        assert_eq!(access(false).of_referrer("Robin Teal").text, "withheld: data of the referrer");
        assert_eq!(access(true).of_referrer("Robin Teal").text, "Robin Teal");
        assert_eq!(access(false).of_another("No contact").text, "withheld: data of another person");
        assert_eq!(access(true).of_another("No contact").text, "No contact");
        assert!(!access(false).of_another(" ").about_others, "nothing is held there");
    }
}
