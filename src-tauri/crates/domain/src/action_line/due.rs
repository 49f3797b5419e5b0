//! When an action is due: `by Fri`, `by 31 Oct`, `by 31/10/2026`, `by tomorrow`, `in 2 weeks`, `by next meeting`.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::word::{Word, folded};
use crate::words::{long_date, month_of, weekday};

/// What was understood of the date.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Due {
    /// The date; absent until understood.
    pub on: Option<NaiveDate>,
    /// Why something that looks like a date is none; absent otherwise.
    pub trouble: Option<String>,
}

/// What a phrase says, and how many words it takes.
struct Phrase {
    words: usize,
    says: Result<NaiveDate, String>,
}

const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const NUMBERS: [&str; 13] = [
    "nought", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
];
/// Years looked ahead for a day and month, so that 29 February is found over a century's gap.
const YEARS_AHEAD: i32 = 8;
/// An action is due within ten years.
const LONGEST_DAYS: u64 = 3660;

/// Takes the last phrase that says when out of `words`.
pub(super) fn take(words: &mut [Word<'_>], today: NaiveDate, next_meeting: Option<NaiveDate>) -> Due {
    let reading = Reading { words, today, next_meeting };
    let last = (0..words.len()).rev().find_map(|at| reading.phrase(at).map(|phrase| (at, phrase)));
    let Some((at, phrase)) = last else { return Due::default() };
    for word in &mut words[at..at + phrase.words] {
        word.taken = true;
    }
    match phrase.says {
        Ok(day) => Due { on: Some(day), trouble: None },
        Err(trouble) => Due { on: None, trouble: Some(trouble) },
    }
}

struct Reading<'a, 'line> {
    words: &'a [Word<'line>],
    today: NaiveDate,
    next_meeting: Option<NaiveDate>,
}

impl Reading<'_, '_> {
    fn folded(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| word.folded.as_str())
    }

    /// Returns the phrase that begins with `by` or `in` at this word; absent when there is none.
    fn phrase(&self, at: usize) -> Option<Phrase> {
        let found = match self.folded(at) {
            "by" => {
                let article = usize::from(self.folded(at + 1) == "the");
                let found = self.after_by(at + 1 + article)?;
                Phrase { words: found.words + article, ..found }
            }
            "in" => self.after_in(at + 1)?,
            _ => return None,
        };
        Some(Phrase { words: found.words + 1, ..found })
    }

    fn after_by(&self, at: usize) -> Option<Phrase> {
        let word = self.folded(at);
        let one = |says: Result<NaiveDate, String>| Some(Phrase { words: 1, says });
        match word {
            "today" => return one(Ok(self.today)),
            "tomorrow" => return one(ahead(self.today, 1).ok_or_else(|| no_date("tomorrow"))),
            "next" => return self.after_next(at + 1),
            _ => {}
        }
        if let Some(day) = day_of_week(word) {
            // A day of the week may stand before a date, and then it must be the date's own.
            let dated = self.date(at + 1).map(|date| {
                let says = date.says.and_then(|found| agrees(found, day));
                Phrase { words: date.words + 1, says }
            });
            return dated.or_else(|| one(self.next_weekday(day)));
        }
        self.date(at)
    }

    fn after_next(&self, at: usize) -> Option<Phrase> {
        let word = self.folded(at);
        if word == "meeting" {
            let says = self.next_meeting.ok_or_else(|| "a date: no next meeting is planned".to_owned());
            return Some(Phrase { words: 2, says });
        }
        let day = day_of_week(word)?;
        let name = weekday(self.next_weekday(day).ok()?);
        // People disagree whether it is the coming one or the one after.
        Some(Phrase { words: 2, says: Err(format!("a date: “next {name}” may be two different days")) })
    }

    fn after_in(&self, at: usize) -> Option<Phrase> {
        let number = match self.folded(at) {
            "a" | "an" => 1,
            word => match NUMBERS.iter().position(|name| *name == word) {
                Some(number) => number as u64,
                None => word.parse().ok()?,
            },
        };
        let unit = self.folded(at + 1);
        let says = match unit {
            "day" | "days" => ahead(self.today, number),
            "week" | "weeks" => ahead(self.today, number.saturating_mul(7)),
            "fortnight" | "fortnights" => ahead(self.today, number.saturating_mul(14)),
            "month" | "months" => months_ahead(self.today, number),
            _ => return None,
        };
        let told = says.ok_or_else(|| format!("a date: “in {number} {unit}” is none"));
        Some(Phrase { words: 2, says: told })
    }

    /// Returns the date written at this word: `31 Oct`, `31 October 2026`, `31/10`, `31/10/2026`, `2026-10-31`.
    fn date(&self, at: usize) -> Option<Phrase> {
        let word = self.words.get(at)?;
        let written = word.text.trim_matches(|letter: char| !letter.is_alphanumeric());
        if let Some(numbers) = numbers(written) {
            return Some(Phrase { words: 1, says: self.of_numbers(&numbers, written) });
        }
        let day = day_of_month(&word.folded)?;
        let month = month_of(self.folded(at + 1))?;
        let year = self.words.get(at + 2).and_then(|word| year(&word.folded));
        let words = 2 + usize::from(year.is_some());
        let told = self.words[at..at + words].iter().map(|word| word.text).collect::<Vec<_>>().join(" ");
        Some(Phrase { words, says: self.day(day, month, year, told.trim_end_matches([',', '.', ';'])) })
    }

    fn of_numbers(&self, numbers: &[u32], written: &str) -> Result<NaiveDate, String> {
        match *numbers {
            [day, month] => self.day(day, month, None, written),
            [year, month, day] if year > 999 => self.day(day, month, i32::try_from(year).ok(), written),
            [day, month, year] => {
                let century = if year < 100 { 2000 } else { 0 };
                self.day(day, month, i32::try_from(year + century).ok(), written)
            }
            _ => Err(no_date(written)),
        }
    }

    /// Returns the day, in the given year or else the next time it comes from tomorrow on.
    fn day(&self, day: u32, month: u32, year: Option<i32>, written: &str) -> Result<NaiveDate, String> {
        let this_year = self.today.year();
        let years = year.map_or(this_year..=this_year + YEARS_AHEAD, |year| year..=year);
        let mut days = years.filter_map(|year| NaiveDate::from_ymd_opt(year, month, day)).peekable();
        if days.peek().is_none() {
            return Err(no_date(written));
        }
        let last = self.today.checked_add_days(Days::new(LONGEST_DAYS)).unwrap_or(NaiveDate::MAX);
        match days.find(|day| *day > self.today) {
            Some(day) if day <= last => Ok(day),
            Some(_) => Err(format!("a date: “{written}” is too far away")),
            None => Err(format!("a date to come: “{written}” is over")),
        }
    }

    fn next_weekday(&self, day: u32) -> Result<NaiveDate, String> {
        let days = (day + 6 - self.today.weekday().num_days_from_monday()) % 7 + 1;
        ahead(self.today, u64::from(days)).ok_or_else(|| no_date(DAYS[day as usize]))
    }
}

fn no_date(written: &str) -> String {
    format!("a date: there is no “{written}”")
}

fn agrees(date: NaiveDate, day: u32) -> Result<NaiveDate, String> {
    if date.weekday().num_days_from_monday() == day {
        return Ok(date);
    }
    Err(format!("a date: {} is a {}", long_date(date), weekday(date)))
}

/// Returns the day `days` after today; absent below one and beyond ten years.
fn ahead(today: NaiveDate, days: u64) -> Option<NaiveDate> {
    today.checked_add_days(Days::new(days)).filter(|_| (1..=LONGEST_DAYS).contains(&days))
}

fn months_ahead(today: NaiveDate, months: u64) -> Option<NaiveDate> {
    let months = u32::try_from(months).ok().filter(|months| (1..=120).contains(months))?;
    today.checked_add_months(Months::new(months))
}

/// Returns the day of the week from Monday, 0 to 6, that a word of at least three letters begins.
pub(crate) fn day_of_week(word: &str) -> Option<u32> {
    let word = if word == "weds" { "wed" } else { word };
    let at = DAYS.iter().position(|name| word.len() >= 3 && name.starts_with(word))?;
    u32::try_from(at).ok()
}

/// Returns the number of `31`, `31st`, `2nd`.
pub(crate) fn day_of_month(word: &str) -> Option<u32> {
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
    digits.parse().ok().filter(|_| digits.len() <= 2)
}

fn year(word: &str) -> Option<i32> {
    word.parse().ok().filter(|year| word.len() == 4 && (1900..=2999).contains(year))
}

/// Returns the two or three numbers of `31/10`, `31.10.2026`, `2026-10-31`.
fn numbers(written: &str) -> Option<Vec<u32>> {
    let mark = written.chars().find(|letter| ['/', '-', '.'].contains(letter))?;
    let parts: Option<Vec<u32>> = written
        .split(mark)
        .map(|part| part.parse().ok().filter(|_| part.len() <= 4 && folded(part) == part))
        .collect();
    parts.filter(|parts| (2..=3).contains(&parts.len()))
}
