//! Action numbers in a line, told apart from dates and fractions.

use crate::action_line::{day_of_week, folded};
use crate::reference::ActionNumber;

/// A number in a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// The number.
    pub number: ActionNumber,
    /// Where it begins, in bytes.
    pub start: usize,
    /// Where it ends, in bytes.
    pub end: usize,
}

/// Words after which `24/11` is a day and no action.
const BEFORE_A_DAY: [&str; 18] = [
    "on",
    "by",
    "since",
    "until",
    "till",
    "from",
    "before",
    "after",
    "dated",
    "date",
    "due",
    "commencing",
    "beginning",
    "wc",
    "week",
    "the",
    "of",
    "between",
];

/// Words that may stand before the number an answer begins with.
const BEFORE_A_NUMBER: [&str; 12] = [
    "action",
    "actions",
    "re",
    "ref",
    "reference",
    "no",
    "nos",
    "number",
    "numbers",
    "item",
    "update",
    "our",
];

/// Returns the action numbers of a line. What may as well be a day is a number at the head of the line, or where the hub
/// knows such an action and no word before it speaks of a day.
pub(super) fn find(line: &str, known: &dyn Fn(ActionNumber) -> bool) -> Vec<Found> {
    let found = line.match_indices('/').filter_map(|(slash, _)| around(line, slash));
    found.filter(|found| is_meant(line, *found, known)).collect()
}

/// Returns the number around a slash; absent where the digits belong to something longer.
fn around(line: &str, slash: usize) -> Option<Found> {
    let (before, after) = (&line[..slash], &line[slash + 1..]);
    let start = before.trim_end_matches(|letter: char| letter.is_ascii_digit()).len();
    let end =
        slash + 1 + after.len() - after.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
    let (meeting, serial) = (&line[start..slash], &line[slash + 1..end]);
    let plain = |digits: &str, most: usize| (1..=most).contains(&digits.len()) && !digits.starts_with('0');
    let between = meeting == "0";
    if !(plain(meeting, 4) || between) || !plain(serial, 3) {
        return None;
    }
    let stops = |letter: Option<char>| {
        letter.is_some_and(|letter| letter.is_alphanumeric() || matches!(letter, '/' | '\\' | '£' | '%'))
    };
    let mut next = line[end..].chars();
    let first = next.next();
    // Because `24/11.5` and `24/11-2026` are no actions, a digit after the mark stops as well.
    let longer = first.is_some_and(|mark| matches!(mark, '.' | '-' | ','))
        && next.next().is_some_and(|letter| letter.is_ascii_digit());
    if stops(line[..start].chars().next_back()) || stops(first) || longer {
        return None;
    }
    let number = ActionNumber { meeting: meeting.parse().ok()?, serial: serial.parse().ok()? };
    Some(Found { number, start, end })
}

fn is_meant(line: &str, found: Found, known: &dyn Fn(ActionNumber) -> bool) -> bool {
    let before = &line[..found.start];
    if words(before).all(|word| BEFORE_A_NUMBER.contains(&word.as_str()) || is_number(&word)) {
        return true;
    }
    let ActionNumber { meeting: day, serial: month } = found.number;
    let may_be_a_day = (1..=31).contains(&day) && (1..=12).contains(&month);
    let last = words(before).last().unwrap_or_default();
    let speaks_of_a_day = BEFORE_A_DAY.contains(&last.as_str()) || day_of_week(&last).is_some();
    match (may_be_a_day, known(found.number)) {
        (true, _) if speaks_of_a_day => false,
        (true, known) => known,
        (false, _) => true,
    }
}

fn words(text: &str) -> impl Iterator<Item = String> {
    let marks =
        |letter: char| letter.is_whitespace() || matches!(letter, '/' | ',' | ':' | '-' | '&' | '(' | '.');
    text.split(marks).map(folded).filter(|word| !word.is_empty())
}

fn is_number(word: &str) -> bool {
    word == "and" || word.chars().all(|letter| letter.is_ascii_digit())
}

/// Numbers that share one answer: `45/3, 45/4 and 45/6`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Group {
    /// The numbers, each once.
    pub numbers: Vec<ActionNumber>,
    /// Where the first begins, in bytes.
    pub start: usize,
    /// Where the last ends, in bytes.
    pub end: usize,
}

/// Puts together the numbers that nothing but a comma or `and` parts.
pub(super) fn grouped(line: &str, found: &[Found]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for each in found {
        let joins = |last: &&mut Group| {
            let between = &line[last.end..each.start];
            let only_marks = between.trim().chars().all(|letter| matches!(letter, ',' | '&' | '+'));
            let joint = |word: String| ["and", "or", "action", "actions"].contains(&word.as_str());
            only_marks || (!between.contains([':', ';', '.']) && words(between).all(joint))
        };
        match groups.last_mut().filter(joins) {
            Some(last) => {
                last.end = each.end;
                if !last.numbers.contains(&each.number) {
                    last.numbers.push(each.number);
                }
            }
            None => {
                groups.push(Group { numbers: vec![each.number], start: each.start, end: each.end });
            }
        }
    }
    groups
}
