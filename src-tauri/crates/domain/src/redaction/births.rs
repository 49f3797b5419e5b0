//! Finds a date of birth in a text, in any way that people write dates.

use std::collections::HashSet;

use chrono::{Datelike, NaiveDate};

use super::Folded;
use crate::words::month_of;

/// A date as written.
#[derive(Clone, Copy)]
struct Written {
    day: u32,
    month: u32,
    year: i32,
    /// Whether only the last two figures of the year were written.
    short_year: bool,
}

/// Dates of birth, ready to be found in a text however many there are.
#[derive(Clone, Debug, Default)]
pub struct Births {
    days: HashSet<NaiveDate>,
    /// Day, month and the last two figures of the year.
    short: HashSet<(u32, u32, i32)>,
}

impl Births {
    /// Tells whether there are none.
    pub fn is_empty(&self) -> bool {
        self.days.is_empty()
    }

    /// Adds a date.
    pub fn add(&mut self, birth: NaiveDate) {
        self.days.insert(birth);
        self.short.insert(short(birth));
    }

    /// Takes those away that stand in `others` too.
    pub fn spare(&mut self, others: &Self) {
        self.days.retain(|birth| !others.days.contains(birth));
        self.short = self.days.iter().copied().map(short).collect();
    }

    /// Returns how many letters at `at` write one of the dates; absent when none does.
    pub fn birth_at(&self, text: &[Folded], at: usize) -> Option<usize> {
        let first = text.get(at)?.letter;
        if self.is_empty() || !first.is_alphanumeric() {
            return None;
        }
        let found = readings(text, at).into_iter().flatten().find(|(_, written)| self.holds(*written));
        found.map(|(end, _)| end - at)
    }

    fn holds(&self, Written { day, month, year, short_year }: Written) -> bool {
        if short_year {
            return self.short.contains(&(day, month, year));
        }
        NaiveDate::from_ymd_opt(year, month, day).is_some_and(|day| self.days.contains(&day))
    }
}

fn short(birth: NaiveDate) -> (u32, u32, i32) {
    (birth.day(), birth.month(), birth.year().rem_euclid(100))
}

/// Returns each way to read a date from `at`, with where it ends.
fn readings(text: &[Folded], at: usize) -> [Option<(usize, Written)>; 5] {
    let compact = |year_first: bool, short_year: bool| {
        let (end, figures) = figures(text, at)?;
        let written = match (figures.len(), year_first, short_year) {
            (8, true, false) => (number(&figures[6..])?, number(&figures[4..6])?, number(&figures[..4])?),
            (8, false, false) | (6, false, true) => {
                (number(&figures[..2])?, number(&figures[2..4])?, number(&figures[4..])?)
            }
            _ => return None,
        };
        let (day, month, year) = written;
        Some((end, Written { day, month, year: i32::try_from(year).ok()?, short_year }))
    };
    [
        day_first(text, at),
        other_first(text, at),
        compact(true, false),
        compact(false, false),
        compact(false, true),
    ]
}

/// Reads `4/3/2010`, `04.03.10`, `4th of March 2010`, `4 Mar '10`.
fn day_first(text: &[Folded], at: usize) -> Option<(usize, Written)> {
    let (after, day) = day(text, at)?;
    let (after, month) = month(text, between(text, after))?;
    let (end, year, short_year) = year(text, between(text, after))?;
    Some((end, Written { day, month, year, short_year }))
}

/// Reads `March 4th, 2010` and `2010-03-04`.
fn other_first(text: &[Folded], at: usize) -> Option<(usize, Written)> {
    if text.get(at)?.letter.is_ascii_digit() {
        let (after, year, short_year) = year(text, at).filter(|(_, _, short_year)| !short_year)?;
        let (after, month) = month(text, between(text, after))?;
        let (end, day) = day(text, between(text, after))?;
        return Some((end, Written { day, month, year, short_year }));
    }
    let (after, month) = month(text, at)?;
    let (after, day) = day(text, between(text, after))?;
    let (end, year, short_year) = year(text, between(text, after))?;
    Some((end, Written { day, month, year, short_year }))
}

fn run(text: &[Folded], at: usize, belongs: impl Fn(char) -> bool) -> (usize, String) {
    let run: String =
        text.iter().skip(at).map(|each| each.letter).take_while(|letter| belongs(*letter)).collect();
    (at + run.chars().count(), run)
}

fn figures(text: &[Folded], at: usize) -> Option<(usize, String)> {
    let (end, figures) = run(text, at, |letter| letter.is_ascii_digit());
    (!figures.is_empty()).then_some((end, figures))
}

fn number(figures: &str) -> Option<u32> {
    figures.parse().ok()
}

fn day(text: &[Folded], at: usize) -> Option<(usize, u32)> {
    let (end, day) = figures(text, at).filter(|(_, figures)| figures.len() <= 2)?;
    let (after, ordinal) = run(text, end, char::is_alphabetic);
    let end = if matches!(ordinal.as_str(), "st" | "nd" | "rd" | "th") { after } else { end };
    Some((end, number(&day)?))
}

fn month(text: &[Folded], at: usize) -> Option<(usize, u32)> {
    if let Some((end, month)) = figures(text, at) {
        return Some((end, number(&month).filter(|_| month.len() <= 2)?));
    }
    let (end, word) = run(text, at, char::is_alphabetic);
    Some((end, month_of(&word)?))
}

fn year(text: &[Folded], at: usize) -> Option<(usize, i32, bool)> {
    let at = if text.get(at).is_some_and(|each| each.letter == '\'') { at + 1 } else { at };
    let (end, year) = figures(text, at).filter(|(_, figures)| matches!(figures.len(), 2 | 4))?;
    Some((end, i32::try_from(number(&year)?).ok()?, year.len() == 2))
}

/// Returns where what separates two parts of a date ends.
fn between(text: &[Folded], at: usize) -> usize {
    let separates = |letter: char| matches!(letter, ' ' | '/' | '.' | '-' | ',' | '_' | '\\');
    let (end, _) = run(text, at, separates);
    let (after, word) = run(text, end, char::is_alphabetic);
    if word == "of" { run(text, after, separates).0 } else { end }
}
