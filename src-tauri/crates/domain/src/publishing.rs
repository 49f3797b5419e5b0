//! What may be published of a paper: Part 1, without the information for which Schedule 12A of the Local Government Act 1972
//! lets a council keep Part 2 from the public.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::redaction::{Redaction, What};

/// What opens and closes a span that is not to be published.
const OPENS: &str = "[[";
const CLOSES: &str = "]]";

/// The paragraphs of Schedule 12A, Part 1, in their words, from paragraph 1.
pub const PARAGRAPHS: [&str; 7] = [
    "information relating to any individual",
    "information which is likely to reveal the identity of an individual",
    "information relating to the financial or business affairs of any particular person",
    "information relating to any consultations or negotiations in connection with a labour relations matter",
    "information in respect of which a claim to legal professional privilege could be maintained in legal proceedings",
    "information which reveals that the authority proposes to give a notice or make an order",
    "information relating to any action taken in connection with the prevention, investigation or prosecution of crime",
];

/// Something in a paper that keeps it from being published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Leak {
    /// Where it stands: `DEMO.45, key points`.
    pub place: String,
    /// What it says of a person.
    pub what: What,
    /// The words, as they stand there.
    pub words: String,
    /// Its number among the same words at the same place, from 1.
    pub occurrence: u32,
}

impl What {
    /// Tells whether a paper that says it is never published; what may be a common word, a person looks at.
    pub fn is_refused(self) -> bool {
        !matches!(self, Self::SingleName | Self::Officer)
    }

    /// Returns it in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::FullName => "full name",
            Self::LongAlias => "alias",
            Self::Address => "address",
            Self::Telephone => "telephone number",
            Self::DateOfBirth => "date of birth",
            Self::OwnReference => "reference number of an agency",
            Self::Officer => "officer’s name",
            Self::SingleName => "single name, or a common word",
        }
    }
}

/// Returns everything that `texts`, each with its place, say of the people whom `known` knows. Officers and agencies may be
/// named.
pub fn leaks<'a>(texts: impl IntoIterator<Item = (&'a str, &'a str)>, known: &Redaction) -> Vec<Leak> {
    let mut leaks: Vec<Leak> = Vec::new();
    for (place, text) in texts {
        for found in known.found(text).into_iter().filter(|found| found.what != What::Officer) {
            let words = text[found.range].to_owned();
            let same = |leak: &&Leak| leak.place == place && leak.words == words;
            let occurrence = leaks.iter().filter(same).count() as u32 + 1;
            leaks.push(Leak { place: place.to_owned(), what: found.what, words, occurrence });
        }
    }
    leaks
}

/// Returns a text as it is published: each marked span replaced by `paragraph` of the schedule. A span that is never closed
/// goes on to the end, because more than meant is safer than less.
pub fn published(text: &str, paragraph: u8) -> String {
    each_span(text, |marked| match marked {
        (span, false) => span.to_owned(),
        (_, true) => format!("[exempt: paragraph {paragraph}]"),
    })
}

/// Returns a text without what is marked, for a paper that states no paragraph of the schedule.
pub fn omitted(text: &str) -> String {
    each_span(text, |(span, marked)| if marked { "[…]" } else { span }.to_owned())
}

/// Returns a text as the full paper has it: what is marked without its marks.
pub fn unmarked(text: &str) -> String {
    each_span(text, |(span, _)| span.to_owned())
}

/// Returns what `write` makes of each span, marked or not, in their order.
fn each_span(text: &str, write: impl Fn((&str, bool)) -> String) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, marked)) = rest.split_once(OPENS) {
        out.push_str(&write((before, false)));
        let (span, after) = marked.split_once(CLOSES).unwrap_or((marked, ""));
        out.push_str(&write((span, true)));
        rest = after;
    }
    out.push_str(&write((rest, false)));
    out
}

/// Returns the sentence that a publishable paper states for what it leaves out.
pub fn exemption(paragraph: u8) -> String {
    let words = PARAGRAPHS.get(usize::from(paragraph).saturating_sub(1)).unwrap_or(&PARAGRAPHS[0]);
    format!(
        "Part 1. What is left out is exempt under paragraph {paragraph} of Part 1 of Schedule 12A to the Local Government Act \
         1972: {words}. It stands in Part 2, which is not published."
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::{AgencyId, SubjectId};
    use crate::subject::{AgencyReference, Subject};

    fn person() -> Subject {
        Subject {
            id: SubjectId(uuid::Uuid::nil()),
            name: "Tomos Ŵyn Rhys".into(),
            aliases: vec!["Tiny".into(), "Little Tom".into()],
            date_of_birth: "2010-03-04".parse().ok(),
            age_as_told: None,
            addresses: vec!["7 Mill Lane, NB1 2CD".into()],
            telephones: vec!["01632 960123".into()],
            agency_references: vec![AgencyReference {
                agency: AgencyId(uuid::Uuid::nil()),
                reference: "YJ-4471".into(),
            }],
        }
    }

    fn said(text: &str) -> Vec<(What, String)> {
        let leaks = leaks([("DEMO.45", text)], &Redaction::of([&person()]));
        leaks.into_iter().map(|leak| (leak.what, leak.words)).collect()
    }

    #[test]
    fn each_kind_is_told_apart_and_found_without_case_or_accents() {
        use What::*;
        for (text, what, words) in [
            ("Seen with TOMOS WYN RHYS again", FullName, "TOMOS WYN RHYS"),
            ("known as little tom", LongAlias, "little tom"),
            ("at 7 Mill Lane", Address, "7 Mill Lane"),
            ("near NB1 2CD", Address, "NB1 2CD"),
            ("rang 01632 960 123", Telephone, "01632 960 123"),
            ("born 4.3.2010", DateOfBirth, "4.3.2010"),
            ("see YJ-4471", OwnReference, "YJ-4471"),
            ("Mr Rhys was heard", SingleName, "Rhys"),
            ("a tiny garden", SingleName, "tiny"),
        ] {
            assert_eq!(said(text), [(what, words.to_owned())], "{text}");
            assert_eq!(what.is_refused(), what != SingleName, "{what:?}");
        }
        assert!(said("Rhysling and Milling Lane").is_empty(), "whole words only");
    }

    #[test]
    fn the_same_words_twice_are_two_occurrences() {
        let leaks = leaks([("DEMO.45", "Rhys said that Rhys would come")], &Redaction::of([&person()]));
        assert_eq!(leaks.iter().map(|leak| leak.occurrence).collect::<Vec<_>>(), [1, 2]);
    }

    #[test]
    fn marked_spans_are_replaced_in_part_1_and_bare_in_part_2() {
        let text = "The door of [[7 Mill Lane]] was forced; [[T R]] was told.";
        assert_eq!(
            published(text, 1),
            "The door of [exempt: paragraph 1] was forced; [exempt: paragraph 1] was told."
        );
        assert_eq!(unmarked(text), "The door of 7 Mill Lane was forced; T R was told.");
        assert_eq!(omitted(text), "The door of […] was forced; […] was told.");
        assert_eq!(published("open [[to the end", 2), "open [exempt: paragraph 2]");
        assert_eq!(unmarked("no marks ]] here"), "no marks ]] here");
    }

    #[test]
    fn the_exemption_states_its_paragraph() {
        assert!(
            exemption(1).contains("paragraph 1 of Part 1 of Schedule 12A")
                && exemption(1).contains("any individual")
        );
    }
}
