//! What could stand at the cursor: agencies and people after `@`, people after an agency, days after `by`, and usual
//! actions by their first words.

use std::ops::Range;

use chrono::Days;

use super::owner::{Owner, names_of};
use super::word::{Word, folded, folded_words};
use super::{Completion, Surroundings};
use crate::agency::Agency;
use crate::words::{count, full_date, weekday};

/// More would not be read.
const MOST: usize = 8;
/// Fewer letters begin too many usual actions.
const FEWEST_LETTERS: usize = 2;

/// Returns the completions at `cursor`, which counts UTF-16 code units.
pub(super) fn at(
    line: &str,
    cursor: u32,
    words: &[Word<'_>],
    owner: &Owner,
    around: Surroundings<'_>,
) -> Vec<Completion> {
    let cursor = byte_of(line, cursor);
    let proposed = people_of(line, cursor, words, owner, around)
        .or_else(|| after_at(line, cursor, words, around))
        .or_else(|| after_by(line, cursor, words, around))
        .or_else(|| usual(line, cursor, words, around))
        .unwrap_or_default();
    let place = |(range, text, label): Proposal| {
        let space = if line[range.end..].starts_with(char::is_whitespace) { "" } else { " " };
        Completion {
            from: utf16_of(line, range.start),
            to: utf16_of(line, range.end),
            text: format!("{text}{space}"),
            label,
        }
    };
    proposed.into_iter().take(MOST).map(place).collect()
}

/// What is replaced, in bytes; what stands there then; what the list shows.
type Proposal = (Range<usize>, String, String);

/// Proposes agencies and people where the cursor stands in a name after `@`.
fn after_at(
    line: &str,
    cursor: usize,
    words: &[Word<'_>],
    around: Surroundings<'_>,
) -> Option<Vec<Proposal>> {
    let at = words.iter().rfind(|word| word.start < cursor && word.text.starts_with('@'))?;
    let typed = folded_words(line.get(at.start..cursor)?);
    let range = at.start..cursor;
    let agencies = active(around).filter(|agency| names_of(agency).any(|name| begins(name, &typed)));
    let agencies = agencies.map(|agency| {
        let written = written(agency, around);
        (range.clone(), format!("@{written}"), agency.name.clone())
    });
    let officers = around.officers.iter().filter(|officer| officer.active && !typed.is_empty());
    let officers = officers.filter(|officer| begins(&officer.name, &typed)).filter_map(|officer| {
        let agency = active(around).find(|agency| agency.id == officer.agency)?;
        let text = format!("@{} {}", written(agency, around), officer.name);
        Some((range.clone(), text, format!("{}, {}", officer.name, agency.name)))
    });
    let found: Vec<Proposal> = agencies.chain(officers).collect();
    (!found.is_empty()).then_some(found)
}

/// Proposes the people of the understood agency where the cursor stands behind its name.
fn people_of(
    line: &str,
    cursor: usize,
    words: &[Word<'_>],
    owner: &Owner,
    around: Surroundings<'_>,
) -> Option<Vec<Proposal>> {
    let agency = owner.agency?;
    let behind = words.get(owner.named.clone())?.last()?.end();
    let between = line.get(behind..cursor)?;
    let typed = folded_words(between);
    if !between.starts_with(char::is_whitespace) || typed.len() > 3 {
        return None;
    }
    let from = behind + (between.len() - between.trim_start().len());
    let officers = around.officers.iter().filter(|officer| officer.active && officer.agency == agency);
    let named =
        officers.filter(|officer| begins(&officer.name, &typed) && folded_words(&officer.name) != typed);
    let found: Vec<Proposal> =
        named.map(|officer| (from..cursor, officer.name.clone(), officer.name.clone())).collect();
    (!found.is_empty()).then_some(found)
}

/// Proposes days where the cursor stands behind `by`.
fn after_by(
    line: &str,
    cursor: usize,
    words: &[Word<'_>],
    around: Surroundings<'_>,
) -> Option<Vec<Proposal>> {
    let by = words.iter().rfind(|word| word.end() < cursor && word.folded == "by")?;
    let between = line.get(by.end()..cursor)?;
    let typed = folded_words(between);
    if typed.len() > 1 {
        return None;
    }
    let from = by.end() + (between.len() - between.trim_start().len());
    let tomorrow = around.today.checked_add_days(Days::new(1))?;
    let meeting = around.next_meeting.map(|day| ("next meeting".to_owned(), day));
    let coming = (2..=7).filter_map(|days| around.today.checked_add_days(Days::new(days)));
    let days = std::iter::once(("tomorrow".to_owned(), tomorrow))
        .chain(meeting)
        .chain(coming.map(|day| (weekday(day).to_owned(), day)));
    let fits = |text: &str| typed.first().is_none_or(|typed| folded(text).starts_with(typed.as_str()));
    let found: Vec<Proposal> = days
        .filter(|(text, _)| fits(text))
        .map(|(text, day)| {
            let label =
                if text == weekday(day) { full_date(day) } else { format!("{text}, {}", full_date(day)) };
            (from..cursor, text, label)
        })
        .collect();
    (!found.is_empty()).then_some(found)
}

/// Proposes usual actions whose first words are all that the line says so far: with their agency and days to go.
fn usual(line: &str, cursor: usize, words: &[Word<'_>], around: Surroundings<'_>) -> Option<Vec<Proposal>> {
    let first = words.first()?.start;
    let typed = folded_words(line.get(first..cursor)?);
    let letters: usize = typed.iter().map(|word| word.chars().count()).sum();
    let alone = words.iter().all(|word| !word.taken) && line.get(cursor..)?.trim().is_empty();
    if !alone || letters < FEWEST_LETTERS {
        return None;
    }
    let fits = |what: &str| {
        let what = folded_words(what);
        let last = typed.len() - 1;
        typed.len() <= what.len()
            && what != typed
            && what[..last] == typed[..last]
            && what[last].starts_with(typed[last].as_str())
    };
    let found: Vec<Proposal> = around
        .templates
        .iter()
        .filter(|each| !each.retired && fits(&each.what))
        .map(|each| {
            let agency = active(around).find(|agency| Some(agency.id) == each.agency);
            let agency = agency.map(|agency| written(agency, around));
            let days = each.days.map(|days| count(usize::from(days), "day", "days"));
            let text = [
                Some(each.what.clone()),
                agency.map(|agency| format!("@{agency}")),
                days.as_ref().map(|days| format!("in {days}")),
            ];
            let label = [Some("usual action".to_owned()), Some(each.kind.words().to_owned()), days];
            let joined =
                |parts: [Option<String>; 3], with| parts.into_iter().flatten().collect::<Vec<_>>().join(with);
            (first..cursor, joined(text, " "), joined(label, " · "))
        })
        .collect();
    (!found.is_empty()).then_some(found)
}

fn active<'a>(around: Surroundings<'a>) -> impl Iterator<Item = &'a Agency> {
    around.agencies.iter().filter(|agency| agency.active)
}

/// Returns the name to write for an agency: the short one where no other agency has it too.
fn written<'a>(agency: &'a Agency, around: Surroundings<'_>) -> &'a str {
    let short = agency.short_name.as_str();
    let same = |name: &str| folded_words(name) == folded_words(short);
    let shared = active(around).any(|other| other.id != agency.id && names_of(other).any(same));
    if short.trim().is_empty() || shared { &agency.name } else { short }
}

/// Tells whether the typed words begin a name, or the last of them begins one of its later words.
fn begins(name: &str, typed: &[String]) -> bool {
    let name = folded_words(name);
    let run = |from: usize| {
        typed.len() <= name.len() - from
            && typed.iter().enumerate().all(|(at, word)| match at + 1 == typed.len() {
                true => name[from + at].starts_with(word.as_str()),
                false => name[from + at] == *word,
            })
    };
    (0..name.len()).any(run)
}

/// Returns the byte where a count of UTF-16 code units ends; the end of the line when past it.
fn byte_of(line: &str, units: u32) -> usize {
    let mut left = units as usize;
    for (at, letter) in line.char_indices() {
        if left < letter.len_utf16() {
            return at;
        }
        left -= letter.len_utf16();
    }
    line.len()
}

fn utf16_of(line: &str, byte: usize) -> u32 {
    let units: usize = line[..byte].chars().map(char::len_utf16).sum();
    u32::try_from(units).unwrap_or(u32::MAX)
}
