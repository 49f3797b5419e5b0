//! Finding the label that a line begins with, whatever the order of its words.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::labels::{ORDINARY, SECTIONS, Section, Target};
use super::marks;
use crate::guide::QUESTIONS;
use crate::likeness::plain;

/// More words than any label has.
const MOST_WORDS: usize = 18;
/// How much of two labels has to be the same, in percent of their words together.
const ENOUGH: usize = 75;

const EMPTY_WORDS: [&str; 47] = [
    "the", "a", "an", "of", "is", "are", "was", "were", "who", "what", "which", "how", "any", "it", "its",
    "to", "in", "on", "for", "and", "or", "by", "they", "them", "this", "that", "did", "does", "do", "has",
    "have", "been", "please", "your", "you", "us", "with", "at", "be", "if", "there", "people", "give",
    "state", "describe", "e", "eg",
];

/// What a line begins.
pub enum Found<'line> {
    /// A section.
    Section(Section),
    /// A field, with what stands on the same line after the label.
    Label {
        /// The field.
        target: Target,
        /// The rest of the line.
        rest: &'line str,
    },
    /// Neither: it goes on with what came before.
    Nothing,
}

struct Known {
    words: BTreeSet<String>,
    target: Result<Target, Section>,
    section: Option<Section>,
}

/// All labels in the words that count.
static KNOWN: LazyLock<Vec<Known>> = LazyLock::new(|| {
    let mut known = Vec::new();
    let mut add = |text: &str, target: Result<Target, Section>, section: Option<Section>| {
        known.push(Known { words: telling(text), target, section });
    };
    for asked in ORDINARY {
        let home = match asked.target {
            Target::Person(_) => Section::People(None),
            target => target.section(Section::Problem),
        };
        for text in std::iter::once(&asked.label).chain(asked.others) {
            add(text, Ok(asked.target), Some(home));
        }
    }
    for question in QUESTIONS {
        add(question.words, Ok(Target::Answer(question.key)), Some(Section::Part(question.part)));
    }
    for (section, texts) in SECTIONS {
        for text in *texts {
            add(text, Err(*section), None);
        }
    }
    known
});

/// Returns the words of a label that tell it from others, each once and in the singular; all of them when none tells.
fn telling(text: &str) -> BTreeSet<String> {
    let words = plain(text);
    let telling: BTreeSet<String> = words
        .iter()
        .filter(|word| !EMPTY_WORDS.contains(&word.as_str()))
        .map(|word| singular(word))
        .collect();
    if telling.is_empty() { words.into_iter().collect() } else { telling }
}

fn singular(word: &str) -> String {
    match word.strip_suffix("ies") {
        Some(stem) if stem.len() > 2 => format!("{stem}y"),
        _ if word.len() > 3 && !word.ends_with("ss") => word.strip_suffix('s').unwrap_or(word).to_owned(),
        _ => word.to_owned(),
    }
}

/// Returns the label that `line` begins with. `section` tells which of two equal labels is meant.
pub fn find(line: &str, section: Section) -> Found<'_> {
    // Because our form counts the people it has room for, and no other form heads a person by a number alone.
    if line.trim().strip_prefix("Person ").is_some_and(|number| number.parse::<u8>().is_ok()) {
        return Found::Section(Section::People(None));
    }
    // Because another form may head a person in the same words as ours heads its questions.
    let ours = |(section, texts): &&(Section, &[&str])| {
        matches!(section, Section::Part(_)) && texts.first() == Some(&line.trim())
    };
    if let Some((section, _)) = SECTIONS.iter().find(ours) {
        return Found::Section(*section);
    }
    let mut best: Option<(usize, bool, usize, &Known)> = None;
    for (end, closed) in ends(line) {
        let words = telling(&line[..end]);
        if words.is_empty() || words.len() > MOST_WORDS || plain(&line[..end]).len() > MOST_WORDS {
            continue;
        }
        for known in KNOWN.iter() {
            let score = likeness(&words, &known.words);
            // A line without a colon may be a sentence of an answer: there every word has to be the label's.
            let enough = if closed { ENOUGH } else { 100 };
            if score < enough || (!closed && !begins_as_label(&line[..end])) {
                continue;
            }
            let here = known.section.is_some_and(|home| same_section(home, section));
            let better = best.is_none_or(|(top, there, _, _)| (score, here) > (top, there));
            if better {
                best = Some((score, here, end, known));
            }
        }
    }
    match best {
        Some((_, _, _, Known { target: Err(section), .. })) => Found::Section(*section),
        Some((_, _, end, Known { target: Ok(target), .. })) => {
            Found::Label { target: *target, rest: after(&line[end..]) }
        }
        None => Found::Nothing,
    }
}

/// A label begins with a capital or a figure, and ends without a full stop.
fn begins_as_label(text: &str) -> bool {
    let first = text.trim_start().chars().find(|letter| letter.is_alphanumeric());
    first.is_some_and(|letter| !letter.is_lowercase()) && !text.trim_end().ends_with(['.', ',', ';'])
}

fn same_section(one: Section, other: Section) -> bool {
    one == other || matches!((one, other), (Section::People(_), Section::People(_)))
}

/// Returns the share of words that two labels have in common, in percent.
fn likeness(one: &BTreeSet<String>, other: &BTreeSet<String>) -> usize {
    let common = one.intersection(other).count();
    let all = one.len() + other.len() - common;
    (common * 100).checked_div(all).unwrap_or(0)
}

/// Returns where a label could end, with whether a mark of its own closes it there; the longest first.
fn ends(line: &str) -> Vec<(usize, bool)> {
    let mut ends = vec![(line.len(), line.trim_end().ends_with([':', '?']))];
    for (at, letter) in line.char_indices() {
        let next = at + letter.len_utf8();
        match letter {
            ':' | '?' => ends.push((next, true)),
            '\t' | '|' => ends.push((at, true)),
            '[' | '_' => ends.push((at, true)),
            ' ' if line[next..].starts_with([' ', '–', '-']) => ends.push((at, true)),
            '.' if line[next..].starts_with("..") => ends.push((at, true)),
            mark if marks::is_mark(mark) => ends.push((at, true)),
            _ => {}
        }
        if ends.len() > 12 {
            break;
        }
    }
    ends.retain(|(end, _)| *end > 0);
    ends.sort_by_key(|(end, _)| std::cmp::Reverse(*end));
    ends
}

/// Returns what follows a label, without the signs that part it from the answer.
fn after(rest: &str) -> &str {
    rest.trim_start_matches([':', '?', ' ', '\t', '|', '–', '-', '.'])
}
