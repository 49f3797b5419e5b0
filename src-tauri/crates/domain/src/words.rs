//! Dates and counts in the words of the field: British, spelled out in prose, short in tables.

use chrono::{Datelike, NaiveDate};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// Returns the name of the date's month: `October`.
pub fn month(date: NaiveDate) -> &'static str {
    MONTHS[date.month0() as usize]
}

/// Returns the month, 1 to 12, whose name the word is or begins: three letters at least, in any case.
pub(crate) fn month_of(word: &str) -> Option<u32> {
    let begins = |name: &str| name.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word));
    let at = MONTHS.iter().position(|name| word.len() >= 3 && begins(name))?;
    u32::try_from(at + 1).ok()
}

/// Tells whether the word is the whole name of a month, in any case.
pub(crate) fn is_month(word: &str) -> bool {
    MONTHS.iter().any(|name| name.eq_ignore_ascii_case(word))
}

/// Returns the name of the date's day of the week: `Tuesday`.
pub fn weekday(date: NaiveDate) -> &'static str {
    DAYS[date.weekday().num_days_from_monday() as usize]
}

/// Returns a date for prose, with its day: `Tuesday 24 October 2017`.
pub fn full_date(date: NaiveDate) -> String {
    format!("{} {}", weekday(date), long_date(date))
}

/// Returns a date for prose, without its day: `24 October 2017`.
pub fn long_date(date: NaiveDate) -> String {
    format!("{} {} {}", date.day(), month(date), date.year())
}

/// Returns a date for tables: `24 Oct 2017`.
pub fn table_date(date: NaiveDate) -> String {
    format!("{} {}", short_date(date), date.year())
}

/// Returns a date for narrow columns where the year is plain: `24 Oct`.
pub fn short_date(date: NaiveDate) -> String {
    format!("{} {}", date.day(), &month(date)[..3])
}

/// Returns a count with its noun: `1 action`, `3 actions`, `4,824 actions`.
pub fn count(number: usize, singular: &str, plural: &str) -> String {
    format!("{} {}", thousands(number), if number == 1 { singular } else { plural })
}

/// Returns a number with commas between its thousands: `85`, `5,312`.
pub fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let mut told = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            told.push(',');
        }
        told.push(digit);
    }
    told
}

/// Returns names joined as in prose: `a`, `a and b`, `a, b and c`.
pub fn listed<T: AsRef<str>>(names: &[T]) -> String {
    match names {
        [] => String::new(),
        [only] => only.as_ref().to_owned(),
        [most @ .., last] => {
            let most: Vec<&str> = most.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", most.join(", "), last.as_ref())
        }
    }
}

/// Returns a text with its first letter as a capital, to open a sentence.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Returns a text in which dates with their month in letters have lost their day: `on 3 March 2026` is `on March 2026`.
pub fn without_days(text: &str) -> String {
    let is_day = |word: &str| {
        let ending = ["st", "nd", "rd", "th"].into_iter().find_map(|ending| word.strip_suffix(ending));
        ending.unwrap_or(word).parse::<u32>().is_ok_and(|day| (1..=31).contains(&day))
    };
    let words: Vec<&str> = text.split(' ').collect();
    let stays = |at: &usize| {
        let next =
            words.get(at + 1).map(|word| word.trim_end_matches(|letter: char| !letter.is_alphabetic()));
        !(is_day(words[*at]) && next.is_some_and(|word| month_of(word).is_some()))
    };
    (0..words.len()).filter(stays).map(|at| words[at]).collect::<Vec<_>>().join(" ")
}

/// Returns minutes as `1 h 36 min`, `45 min` or `2 h`.
pub fn duration(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, minutes) => format!("{hours} h {minutes} min"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_known_by_its_first_three_letters() {
        assert_eq!(["March", "sept", "DEC", "may"].map(month_of), [Some(3), Some(9), Some(12), Some(5)]);
        assert_eq!(["ma", "marsh", "", "märz"].map(month_of), [None; 4]);
    }

    #[test]
    fn thousands_are_parted_by_commas() {
        assert_eq!(
            [0, 85, 999, 1000, 5312, 1_234_567].map(thousands),
            ["0", "85", "999", "1,000", "5,312", "1,234,567"]
        );
        assert_eq!(count(4824, "record", "records"), "4,824 records");
    }

    #[test]
    fn dates_read_as_the_published_papers_do() {
        let date = NaiveDate::from_ymd_opt(2017, 10, 24).unwrap();
        assert_eq!(full_date(date), "Tuesday 24 October 2017");
        assert_eq!(table_date(date), "24 Oct 2017");
    }

    #[test]
    fn lists_join_with_and_only_before_the_last() {
        assert_eq!(listed(&["Police", "Housing", "Probation"]), "Police, Housing and Probation");
        assert_eq!(listed(&["Police"]), "Police");
        assert_eq!(listed::<&str>(&[]), "");
    }

    #[test]
    fn durations_leave_out_what_is_nought() {
        assert_eq!(duration(96), "1 h 36 min");
        assert_eq!(duration(120), "2 h");
        assert_eq!(duration(5), "5 min");
    }

    #[test]
    fn a_date_loses_its_day_and_a_number_stays() {
        let text = "Opened on 17 October 2025, seen 2nd Nov. and 3 times; 14 Mayfield Road, 40 March";
        assert_eq!(
            without_days(text),
            "Opened on October 2025, seen Nov. and 3 times; 14 Mayfield Road, 40 March"
        );
    }
}
