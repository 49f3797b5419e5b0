//! What a register's remarks say: they are facts of several kinds in one column.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::super::dates::date_of;
use super::super::sheet::Cell;
use crate::order::{OrderOutcome, OrderStage};
use crate::reference::CaseReference;

/// One fact out of a remark.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "says")]
pub enum Remark {
    /// The case was opened again.
    ReOpened {
        /// The day; absent when the remark does not say.
        on: Option<NaiveDate>,
    },
    /// The case was split from another.
    SplitFrom {
        /// The case it came from.
        reference: CaseReference,
    },
    /// The case was combined with another, which goes on.
    CombinedWith {
        /// The case that goes on.
        reference: CaseReference,
    },
    /// The case is looked after by a scheme from now on.
    UnderScheme {
        /// The scheme's name as written.
        scheme: String,
    },
    /// What became of an order.
    OrderNews {
        /// Where the order stands by it.
        stage: OrderStage,
        /// How it ended; absent when it did not.
        outcome: Option<OrderOutcome>,
        /// The remark as written.
        text: String,
    },
    /// A person's situation outside the hub: prison, hospital.
    OutsideFact {
        /// The remark as written.
        text: String,
    },
    /// Anything else.
    Note {
        /// The remark as written.
        text: String,
    },
}

impl Remark {
    /// Returns the words that are kept as a note of the episode; nothing for what became a link or an episode.
    pub fn note(&self) -> Option<&str> {
        match self {
            Self::OrderNews { text, .. } | Self::OutsideFact { text } | Self::Note { text } => Some(text),
            Self::ReOpened { .. }
            | Self::SplitFrom { .. }
            | Self::CombinedWith { .. }
            | Self::UnderScheme { .. } => None,
        }
    }
}

const OPENED_AGAIN: [&str; 3] = ["re-opened", "reopened", "re opened"];
const SPLIT: [&str; 1] = ["split from"];
const COMBINED: [&str; 4] = ["combined with", "combined into", "merged with", "merged into"];
const UNDER_SCHEME: [&str; 4] = ["case under", "handed over to", "handed to", "transferred to"];
const OUTSIDE: [&str; 9] =
    ["prison", "custody", "remand", "committed", "secure", "hospital", "sectioned", "deceased", "died"];
const ORDER_WORDS: [&str; 10] =
    ["abc", "cbo", "cpn", "cpw", "pspo", "order", "injunction", "closure", "tenancy", "notice"];

/// A remark with more bytes is a text and no fact, and is kept as it is.
const LONGEST: usize = 2_000;

/// Returns the facts in `remark`; bare numbers of cases get `prefix`.
pub fn interpret(remark: &str, prefix: &str) -> Vec<Remark> {
    if remark.len() > LONGEST {
        return vec![Remark::Note { text: remark.to_owned() }];
    }
    let mut rest = remark.to_owned();
    let mut facts = Vec::new();
    take(&mut rest, &OPENED_AGAIN, &mut facts, |after| {
        let (on, length) = leading_date(after).unzip();
        Some((Remark::ReOpened { on }, length.unwrap_or(0)))
    });
    take(&mut rest, &SPLIT, &mut facts, |after| {
        let (reference, length) = leading_reference(after, prefix)?;
        Some((Remark::SplitFrom { reference }, length))
    });
    take(&mut rest, &COMBINED, &mut facts, |after| {
        let (reference, length) = leading_reference(after, prefix)?;
        Some((Remark::CombinedWith { reference }, length))
    });
    take(&mut rest, &UNDER_SCHEME, &mut facts, |after| {
        let length = after.find([';', ',', '\n', '.', '(']).unwrap_or(after.len());
        let scheme = after[..length].split_whitespace().collect::<Vec<_>>().join(" ");
        (!scheme.is_empty()).then_some((Remark::UnderScheme { scheme }, length))
    });
    let pieces = rest.split([';', '\n']).map(|piece| piece.trim_matches([' ', ',', '.', '\r', '\t']));
    facts.extend(pieces.filter(|piece| !piece.is_empty()).map(of_other_kind));
    facts
}

/// Returns the cases with `prefix` that a text names, such as `CSH 21` in "see CSH 21".
pub fn references_in(text: &str, prefix: &str) -> Vec<CaseReference> {
    let small = text.to_ascii_lowercase();
    let sought = prefix.to_ascii_lowercase();
    let starts = small.match_indices(&sought).map(|(start, _)| start);
    let is_word = |start: usize| !text[..start].ends_with(|letter: char| letter.is_alphanumeric());
    let named =
        starts.filter(|start| is_word(*start)).filter_map(|start| leading_reference(&text[start..], prefix));
    named
        .map(|(reference, _)| reference)
        .filter(|reference| reference.prefix.eq_ignore_ascii_case(prefix))
        .collect()
}

/// Cuts every phrase that starts with one of `openings` out of `rest` and adds what `read` makes of the words after it.
fn take(
    rest: &mut String,
    openings: &[&str],
    facts: &mut Vec<Remark>,
    read: impl Fn(&str) -> Option<(Remark, usize)>,
) {
    let mut from = 0;
    loop {
        let small = rest.to_ascii_lowercase();
        let found = openings
            .iter()
            .filter_map(|opening| Some((small[from..].find(opening)? + from, opening.len())))
            .min();
        let Some((start, length)) = found else { return };
        let after = start + length;
        match read(&rest[after..]) {
            Some((fact, read)) => {
                facts.push(fact);
                // A semicolon stays behind, because what stood on both sides are two facts.
                rest.replace_range(start..after + read, ";");
                from = start;
            }
            None => from = after,
        }
    }
}

/// Returns the date at the start of `text`, and where it ends.
pub(in crate::import) fn leading_date(text: &str) -> Option<(NaiveDate, usize)> {
    let skipped = text.len() - text.trim_start_matches([' ', ':', '-', '(']).len();
    let on = text[skipped..].strip_prefix("on ").map_or(skipped, |_| skipped + 3);
    leading(text, on, 3, |words| date_of(&Cell::of(words)))
}

/// Returns the case named at the start of `text`, and where its name ends.
fn leading_reference(text: &str, prefix: &str) -> Option<(CaseReference, usize)> {
    leading(text, 0, 2, |words| reference_of(words, prefix))
}

/// Returns the reference that `text` is, with `prefix` before a bare number.
pub(in crate::import) fn reference_of(text: &str, prefix: &str) -> Option<CaseReference> {
    let is_bare = text.trim_start().starts_with(|letter: char| letter.is_ascii_digit());
    if is_bare { format!("{prefix}.{}", text.trim()).parse().ok() } else { text.parse().ok() }
}

/// Tries the first `most` words of `text` from `start`, then fewer, and returns what `read` makes of them with their end.
fn leading<T>(text: &str, start: usize, most: usize, read: impl Fn(&str) -> Option<T>) -> Option<(T, usize)> {
    let base = text.get(start..)?;
    let mut ends = Vec::new();
    let mut inside = false;
    for (index, letter) in base.char_indices() {
        if letter.is_whitespace() && inside {
            ends.push(index);
        }
        inside = !letter.is_whitespace();
        if ends.len() == most {
            break;
        }
    }
    if ends.len() < most && inside {
        ends.push(base.len());
    }
    ends.into_iter().rev().find_map(|end| {
        let words = base[..end].trim_end_matches([',', ';', '.', ')', ':']);
        read(words.trim()).map(|value| (value, start + words.len()))
    })
}

fn of_other_kind(piece: &str) -> Remark {
    let small = piece.to_lowercase();
    let text = piece.to_owned();
    let words: Vec<&str> = small.split(|letter: char| !letter.is_alphanumeric()).collect();
    let has = |word: &str| words.contains(&word);
    let is_about_order = ORDER_WORDS.iter().any(|word| has(word));
    let news = [
        ("expired", OrderStage::Ended, Some(OrderOutcome::Expired)),
        ("failed", OrderStage::Ended, Some(OrderOutcome::FailedBeforeExpiry)),
        ("abandoned", OrderStage::Ended, Some(OrderOutcome::Abandoned)),
        ("granted", OrderStage::InPlace, None),
        ("refused", OrderStage::Refused, None),
        ("dismissed", OrderStage::Refused, None),
    ];
    match news.into_iter().find(|(word, ..)| is_about_order && has(word)) {
        Some((_, stage, outcome)) => Remark::OrderNews { stage, outcome, text },
        None if OUTSIDE.iter().any(|word| has(word)) => Remark::OutsideFact { text },
        None => Remark::Note { text },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn case(number: u32) -> CaseReference {
        CaseReference::new("DEMO", number)
    }

    fn day(text: &str) -> Option<NaiveDate> {
        Some(text.parse().unwrap())
    }

    #[test]
    fn two_facts_in_one_remark_are_told_apart() {
        let facts =
            [Remark::ReOpened { on: day("2017-01-24") }, Remark::UnderScheme { scheme: "HAVEN".into() }];
        assert_eq!(interpret("Re-opened 24/01/2017 Case under HAVEN", "DEMO"), facts);
        assert_eq!(interpret("Case under HAVEN. Reopened on 24 January 2017", "DEMO"), facts);
    }

    #[test]
    fn links_are_read_however_the_reference_is_written() {
        for written in ["Split from DEMO.21", "split from demo 21", "Split from DEMO21.", "Split from 21"] {
            assert_eq!(interpret(written, "DEMO"), [Remark::SplitFrom { reference: case(21) }], "{written}");
        }
        assert_eq!(
            interpret("Combined with DEMO 21, residents told", "DEMO"),
            [Remark::CombinedWith { reference: case(21) }, Remark::Note { text: "residents told".into() }]
        );
    }

    #[test]
    fn a_link_to_nothing_stays_a_note() {
        let text = "Combined with the other one";
        assert_eq!(interpret(text, "DEMO"), [Remark::Note { text: text.into() }]);
    }

    #[test]
    fn news_of_orders_and_facts_from_outside_are_kinds_of_their_own() {
        let ended = |outcome, text: &str| {
            [Remark::OrderNews { stage: OrderStage::Ended, outcome: Some(outcome), text: text.into() }]
        };
        assert_eq!(interpret("CBO expired", "DEMO"), ended(OrderOutcome::Expired, "CBO expired"));
        assert_eq!(interpret("ABC failed.", "DEMO"), ended(OrderOutcome::FailedBeforeExpiry, "ABC failed"));
        assert_eq!(interpret("In custody", "DEMO"), [Remark::OutsideFact { text: "In custody".into() }]);
        let call = "Engine failed to start";
        assert_eq!(interpret(call, "DEMO"), [Remark::Note { text: call.into() }], "no order is named");
    }

    #[test]
    fn a_remark_names_other_cases_only_by_whole_words() {
        assert_eq!(references_in("see DEMO 4 and demo.7", "DEMO"), [case(4), case(7)]);
        assert_eq!(references_in("xDEMO.4, DEMOLISHED 4 sheds", "DEMO"), []);
    }

    proptest::proptest! {
        #[test]
        fn no_remark_makes_it_stumble(text in "(?s).{0,80}", ending in "(re-opened|split from|case under|combined with)? ?.{0,12}") {
            interpret(&format!("{text}{ending}"), "DEMO");
            references_in(&text, "DEMO");
        }
    }
}
