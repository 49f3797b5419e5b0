//! Tells a month from somebody who is called April, May or June.

use std::ops::Range;

use super::folding::Folded;
use crate::words::month_of;

/// Tells whether the word at `word` is the month of a date: a day stands before it, as in `12 May` or `the 3rd of June`, or
/// a year after it.
pub fn is_month_of_date(text: &[Folded], word: Range<usize>) -> bool {
    let letters = |range: Range<usize>| text[range].iter().map(|each| each.letter).collect::<String>();
    let is_month = month_of(&letters(word.clone())).is_some();
    is_month && (ends_in_day(&letters(0..word.start)) || begins_with_year(&letters(word.end..text.len())))
}

fn ends_in_day(before: &str) -> bool {
    let before = before.trim_end_matches([' ', '-', '/']);
    let before = before.strip_suffix(" of").unwrap_or(before);
    let last = before.rsplit(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
    let day = ["st", "nd", "rd", "th"].iter().find_map(|ending| last.strip_suffix(ending)).unwrap_or(last);
    day.parse().is_ok_and(|day: u32| (1..=31).contains(&day))
}

fn begins_with_year(after: &str) -> bool {
    let year: String = after.trim_start().chars().take_while(|letter| letter.is_alphanumeric()).collect();
    year.len() == 4 && year.parse().is_ok_and(|year: u32| (1900..2100).contains(&year))
}
