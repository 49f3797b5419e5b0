//! The day an answer tells of: `on 20 November`, `18/11`, `yesterday`, `last Tuesday`. It lies behind the sender.

use chrono::{Datelike, Days, NaiveDate};

use crate::action_line::{self, day_of_week, folded};
use crate::words::month_of;

/// Returns the one day that a text tells of, as seen from the day it was sent; absent where it tells none or several, or
/// one to come.
pub(super) fn told(text: &str, sent: NaiveDate) -> Option<NaiveDate> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut days: Vec<NaiveDate> = Vec::new();
    for at in 0..words.len() {
        if let Some(day) = at_word(&words, at, sent)
            && !days.contains(&day)
        {
            days.push(day);
        }
    }
    match days.as_slice() {
        [only] if *only <= sent => Some(*only),
        _ => None,
    }
}

fn at_word(words: &[&str], at: usize, sent: NaiveDate) -> Option<NaiveDate> {
    let bare = |at: usize| {
        let word = words.get(at).copied().unwrap_or_default();
        word.trim_matches(|letter: char| !letter.is_alphanumeric())
    };
    let lower = |at: usize| folded(bare(at));
    let word = bare(at);
    match lower(at).as_str() {
        "today" => return Some(sent),
        "yesterday" => return sent.checked_sub_days(Days::new(1)),
        _ => {}
    }
    if let Some(day) = numbers(word, sent) {
        return Some(day);
    }
    if let (Some(day), Some(month)) = (day_of_month(&lower(at)), month_of(&lower(at + 1))) {
        let year = lower(at + 2).parse().ok().filter(|year| (1900..=2999).contains(year));
        return latest(day, month, year, sent);
    }
    let before = if at == 0 { String::new() } else { lower(at - 1) };
    let full = lower(at).ends_with("day");
    let weekday = day_of_week(&lower(at)).filter(|_| full || ["on", "last"].contains(&before.as_str()))?;
    // Because `Tuesday 24 November` is told by its date.
    if before == "next" || day_of_month(&lower(at + 1)).is_some() || numbers(bare(at + 1), sent).is_some() {
        return None;
    }
    let back = (sent.weekday().num_days_from_monday() + 7 - weekday) % 7;
    sent.checked_sub_days(Days::new(u64::from(back)))
}

fn numbers(word: &str, sent: NaiveDate) -> Option<NaiveDate> {
    let mark = word.chars().find(|letter| ['/', '-', '.'].contains(letter))?;
    let parts: Option<Vec<u32>> = word
        .split(mark)
        .map(|part| {
            part.parse().ok().filter(|_| part.bytes().all(|byte| byte.is_ascii_digit()) && part.len() <= 4)
        })
        .collect();
    match parts?.as_slice() {
        [day, month] if mark != '-' => latest(*day, *month, None, sent),
        [year, month, day] if *year > 999 => {
            NaiveDate::from_ymd_opt(i32::try_from(*year).ok()?, *month, *day)
        }
        [day, month, year] => {
            let century = if *year < 100 { 2000 } else { 0 };
            NaiveDate::from_ymd_opt(i32::try_from(*year).ok()? + century, *month, *day)
        }
        _ => None,
    }
}

/// Returns the day in the given year, or else the last time it came.
fn latest(day: u32, month: u32, year: Option<i32>, sent: NaiveDate) -> Option<NaiveDate> {
    let this_year = sent.year();
    match year {
        Some(year) => NaiveDate::from_ymd_opt(year, month, day),
        None => (this_year - 8..=this_year)
            .rev()
            .filter_map(|year| NaiveDate::from_ymd_opt(year, month, day))
            .find(|day| *day <= sent),
    }
}

fn day_of_month(word: &str) -> Option<u32> {
    action_line::day_of_month(word).filter(|day| (1..=31).contains(day))
}
