//! What our own paper prints beside what is written: heads and feet of pages, lines of nothing but labels and boxes, and
//! the line of what was not answered.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::labels::{ORDINARY, Target};
use super::marks::ROLES;
use crate::guide::{GuidePart, QUESTIONS};
use crate::likeness::plain;

/// How the line of a filled form begins that names what was left open.
pub const NOT_ANSWERED: &str = "Not answered:";

/// What stands beside the heading of what was done so far on a blank form.
pub const TRIED_LEAD: &str = "A referral comes to a meeting after the agency has done all that it can and several agencies \
are needed. You need not attend, but may be asked to progress agreed actions.";
/// What stands beside the heading of the first person on a blank form.
pub const PERSON_LEAD: &str = "What is not known stays empty.";

/// Returns what stands beside the heading of a guide on a blank form.
pub fn lead(part: GuidePart) -> &'static str {
    match part {
        GuidePart::Offender => "Only when somebody causes harm",
        GuidePart::Victim => "Only when somebody suffers or is at risk",
        GuidePart::Location => "Only when it is about a place",
        GuidePart::AboutVictims | GuidePart::AboutOffenders => "",
    }
}

/// Every piece that the paper prints, the longest first, with the field of a label.
static PIECES: LazyLock<Vec<(String, Option<Target>)>> = LazyLock::new(|| {
    let mut pieces = Vec::new();
    for asked in ORDINARY {
        pieces.push((asked.label.to_owned(), Some(asked.target)));
        pieces.push((asked.hint.to_owned(), None));
    }
    for question in QUESTIONS {
        pieces.push((question.words.to_owned(), Some(Target::Answer(question.key))));
        pieces.push((question.hint.to_owned(), None));
        pieces.push((question.options.join(" "), None));
    }
    pieces.push((ROLES.join(" "), None));
    pieces.retain(|(words, _)| !words.is_empty());
    pieces.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
    pieces
});

/// Returns the labels of a line that holds nothing but what the paper prints, at least a label with something beside it;
/// absent when anything in it was written.
pub fn labels_alone(line: &str) -> Option<Vec<Target>> {
    let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
    let (mut rest, mut labels, mut pieces) = (line.as_str(), Vec::new(), 0);
    while !rest.is_empty() {
        let ends = |words: &str| !rest[words.len()..].starts_with(char::is_alphanumeric);
        let (words, target) =
            PIECES.iter().find(|(words, _)| rest.starts_with(words.as_str()) && ends(words))?;
        rest = rest[words.len()..].trim_start();
        labels.extend(*target);
        pieces += 1;
    }
    (pieces > 1 && !labels.is_empty()).then_some(labels)
}

/// Returns a line without what a blank form prints beside its headings; nothing of a line that is only that.
pub fn without_lead(line: &str) -> &str {
    let leads = GuidePart::GUIDES.map(lead).into_iter().chain([TRIED_LEAD, PERSON_LEAD]);
    let trimmed = line.trim();
    for lead in leads {
        if trimmed.contains(' ') && lead.contains(trimmed) {
            return "";
        }
        let first: String = lead.split_inclusive(' ').take(4).collect();
        let at = line.find(first.trim_end()).filter(|at| *at > 0 && lead.starts_with(line[*at..].trim()));
        if let Some(at) = at {
            return line[..at].trim_end();
        }
    }
    line
}

/// Heads and feet of pages, skipped line after line.
pub struct Pages<'text> {
    /// Lines that stand once on every page.
    repeated: HashSet<&'text str>,
    /// Whether a sign of its own begins each page, as a converter writes it.
    fed: bool,
    in_foot: bool,
    beside_marking: bool,
    /// An abbreviation that the line before did not spell out to its end.
    begun: Option<String>,
}

impl<'text> Pages<'text> {
    /// Looks at the whole text for what every page repeats.
    pub fn of(text: &'text str) -> Self {
        let pages = text.lines().filter_map(pages_told).max().unwrap_or(1);
        let mut repeated = HashSet::new();
        if pages > 1 {
            let mut counts = std::collections::HashMap::new();
            let lines = text.lines().map(|line| line.trim_matches(['\u{c}', ' ', '\t']));
            for line in lines.filter(|line| !line.is_empty()) {
                *counts.entry(line).or_insert(0_u32) += 1;
            }
            let on_all = |(line, count): (&'text str, u32)| (count == pages && is_head(line)).then_some(line);
            repeated.extend(counts.into_iter().filter_map(on_all));
        }
        Self { repeated, fed: text.contains('\u{c}'), in_foot: false, beside_marking: false, begun: None }
    }

    /// Tells whether a line is head or foot of a page; lines are asked for in their order.
    pub fn skips(&mut self, line: &str) -> bool {
        if line.contains('\u{c}') {
            self.in_foot = false;
        }
        let line = line.trim_matches(['\u{c}', ' ', '\t']);
        if pages_told(line).is_some() {
            (self.in_foot, self.beside_marking) = (true, true);
            return true;
        }
        if self.fed && self.in_foot {
            return true;
        }
        let beside = self.beside_marking;
        if !line.is_empty() {
            self.beside_marking = line.contains("OFFICIAL");
        }
        if let Some(begun) = self.begun.take().filter(|_| !line.is_empty()) {
            return self.spelled(&format!("{begun} {line}"));
        }
        self.repeated.contains(line) || (beside && names_form(line)) || self.spelled(line)
    }

    /// Tells whether a line spells out abbreviations, and remembers the last one where it goes on in the next line.
    fn spelled(&mut self, line: &str) -> bool {
        let found = spells_out(line);
        let last = line.rsplit(" · ").next().filter(|last| found && goes_on(last));
        self.begun = last.map(str::to_owned);
        found
    }
}

/// Returns how many pages a foot tells: `Page 2 of 3`, alone or beside the marking.
fn pages_told(line: &str) -> Option<u32> {
    let words = plain(line);
    let at = words.iter().rposition(|word| word == "page")?;
    match &words[at..] {
        [_, number, of, pages] if of == "of" && number.parse::<u32>().is_ok() && words.len() <= 12 => {
            pages.parse().ok()
        }
        _ => None,
    }
}

/// A head names the hub and the form; a label that stands on every page is none.
fn is_head(line: &str) -> bool {
    line.chars().any(char::is_alphabetic) && PIECES.iter().all(|(words, _)| words != line) && line.len() < 160
}

/// Tells whether a line spells out an abbreviation, as the foot of a page does: `YJS youth justice service`.
fn spells_out(line: &str) -> bool {
    let Some((short, words)) = line.split_once(' ') else { return false };
    let letters: Vec<char> = short.chars().filter(|letter| letter.is_uppercase()).collect();
    let initials: Vec<char> = words.split([' ', '-']).filter_map(|word| word.chars().next()).collect();
    let same = |at: usize| match (letters.get(at), initials.get(at)) {
        (Some(letter), Some(initial)) => letter.to_lowercase().eq([*initial]),
        _ => false,
    };
    letters.len() > 1 && same(0) && same(1)
}

/// Tells whether an abbreviation has more letters than words so far; a longer one may have two letters of one word.
fn goes_on(piece: &str) -> bool {
    let (short, words) = piece.split_once(' ').unwrap_or((piece, ""));
    let letters = short.chars().filter(|letter| letter.is_uppercase()).count();
    let words = words.split([' ', '-']).filter(|word| !word.is_empty()).count();
    letters > 1 && words + usize::from(letters > 3) < letters
}

fn names_form(line: &str) -> bool {
    let last = line.rsplit(' ').next().unwrap_or_default();
    let number = last.strip_prefix("R.").is_some_and(|number| number.parse::<u32>().is_ok());
    number || line.ends_with("blank form")
}
