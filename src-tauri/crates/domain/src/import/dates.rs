//! Dates as registers write them, always with the day before the month.

use chrono::{Duration, NaiveDate};

use super::sheet::Cell;
use crate::words::month_of;

/// The years a register can speak of; anything else is a slip of the pen.
const YEARS: std::ops::RangeInclusive<i32> = 1950..=2099;

/// Two-digit years up to this one are of this century, later ones of the last.
const PIVOT: i32 = 69;

/// Returns the date in `cell`, or nothing when it is not a date between 1950 and 2099.
///
/// Understood are `30-Jun-16`, `30 June 2016`, `30/06/2016` (also with `-` or `.`), `2016-06-30` with or without a time, a
/// workbook's date, and a workbook's bare number of days since 1900. A year of two digits up to 69 is of this century, a later
/// one of the last.
pub fn date_of(cell: &Cell) -> Option<NaiveDate> {
    let date = match cell {
        Cell::Empty => None,
        Cell::Date(date) => Some(*date),
        Cell::Number(days) => from_serial(*days),
        Cell::Text(text) => from_text(text),
    };
    date.filter(|date| YEARS.contains(&chrono::Datelike::year(date)))
}

/// Returns the date that a workbook of the usual 1900 system keeps as `days`.
fn from_serial(days: f64) -> Option<NaiveDate> {
    let is_in_reach = (18_264.0..73_051.0).contains(&days);
    // Because Excel believes in a 29 February 1900, counting starts at 30 December 1899 for all later days.
    let start = NaiveDate::from_ymd_opt(1899, 12, 30)?;
    if is_in_reach { start.checked_add_signed(Duration::days(days as i64)) } else { None }
}

fn from_text(text: &str) -> Option<NaiveDate> {
    let text = without_time(text.trim());
    if let (true, Ok(days)) = (text.len() == 5, text.parse::<u32>()) {
        return from_serial(f64::from(days));
    }
    let parts: Vec<&str> =
        text.split(['-', '/', '.', ' ', ',']).map(str::trim).filter(|part| !part.is_empty()).collect();
    let [first, second, third] = parts.as_slice() else { return None };
    if first.len() == 4 && number(first).is_some() {
        return NaiveDate::from_ymd_opt(number(first)?, month(second)?, number(third)?.try_into().ok()?);
    }
    NaiveDate::from_ymd_opt(year(third)?, month(second)?, day(first)?)
}

/// Cuts off the time that exported dates carry: `2017-03-14 00:00:00`, `2017-03-14T00:00`.
fn without_time(text: &str) -> &str {
    let Some(colon) = text.find(':') else { return text };
    let before = text.get(..colon).unwrap_or(text);
    before.rfind(['T', ' ']).map_or(text, |end| before[..end].trim_end())
}

fn number(text: &str) -> Option<i32> {
    let is_plain = text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_plain { text.parse().ok() } else { None }
}

fn day(text: &str) -> Option<u32> {
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|ending| text.strip_suffix(ending)).unwrap_or(text);
    number(digits)?.try_into().ok()
}

fn month(text: &str) -> Option<u32> {
    if let Some(number) = number(text) {
        return number.try_into().ok();
    }
    month_of(text)
}

fn year(text: &str) -> Option<i32> {
    let year = number(text)?;
    match text.len() {
        4 => Some(year),
        2 if year <= PIVOT => Some(2000 + year),
        2 => Some(1900 + year),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        date_of(&Cell::of(text)).map(|date| date.to_string())
    }

    #[test]
    fn a_date_is_read_in_every_form_that_registers_have() {
        let forms = [
            "14-Mar-17",
            "14-Mar-2017",
            "14-MARCH-17",
            "14 March 2017",
            "14th March 2017",
            "14/03/2017",
            "14/3/17",
            "14.03.2017",
            "14-03-2017",
            "2017-03-14",
            "2017-03-14T00:00:00",
            "2017-03-14 00:00",
            "14/03/2017 09:30",
            "42808",
        ];
        for form in forms {
            assert_eq!(read(form).as_deref(), Some("2017-03-14"), "{form}");
        }
        assert_eq!(
            date_of(&Cell::Number(42808.4)),
            NaiveDate::from_ymd_opt(2017, 3, 14),
            "a time of day is let go"
        );
    }

    #[test]
    fn a_day_that_no_calendar_has_is_no_date() {
        let impossible = [
            "31-Feb-17",
            "30/13/2017",
            "03/14/2017",
            "2017-02-29",
            "00/01/2017",
            "32-Jan-17",
            "soon",
            "Mar-17",
            "14-Ma-17",
            "14-Mar-217",
            "2017",
            "1",
            "14-Mar-1817",
            "14-Mar-20170",
            "14/03/2017/1",
            "-",
            "5:00",
            "T:",
        ];
        for form in impossible {
            assert_eq!(read(form), None, "{form}");
        }
        assert_eq!(date_of(&Cell::Number(40.0)), None, "a score in the wrong column is no date");
        assert_eq!(date_of(&Cell::Number(f64::NAN)), None);
    }

    #[test]
    fn a_year_of_two_digits_turns_over_after_sixty_nine() {
        assert_eq!(read("01-Jan-69").as_deref(), Some("2069-01-01"));
        assert_eq!(read("01-Jan-70").as_deref(), Some("1970-01-01"));
    }

    #[test]
    fn the_twenty_ninth_of_february_is_a_day_in_leap_years() {
        assert_eq!(read("29-Feb-16").as_deref(), Some("2016-02-29"));
    }
}
