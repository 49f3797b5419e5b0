//! What was planted into which column, and how the export should tell it.

use chrono::{Days, NaiveDate};
use domain::words::{long_date, table_date};

/// The columns with what stands in them: one of the ways to write it has to be found.
#[derive(Default)]
pub struct Planted {
    told: Vec<(&'static str, Vec<String>)>,
}

impl Planted {
    fn note(&mut self, column: &'static str, ways: Vec<String>) -> usize {
        self.told.push((column, ways));
        self.told.len()
    }

    /// A word that stands nowhere else.
    pub fn text(&mut self, column: &'static str) -> String {
        let word =
            format!("word{:03}{}", self.told.len(), column.rsplit('.').next().unwrap().replace('_', ""));
        self.note(column, vec![word.clone()]);
        word
    }

    /// A list of one such word.
    pub fn texts(&mut self, column: &'static str) -> Vec<String> {
        vec![self.text(column)]
    }

    /// A day that stands nowhere else.
    pub fn day(&mut self, column: &'static str) -> NaiveDate {
        let first = NaiveDate::from_ymd_opt(2001, 1, 3).unwrap();
        let day = first + Days::new(self.told.len() as u64 * 31);
        self.note(column, vec![table_date(day).to_lowercase(), long_date(day).to_lowercase()]);
        day
    }

    /// A number that stands nowhere else.
    pub fn number(&mut self, column: &'static str) -> u32 {
        let number = 70_000 + self.told.len() as u32;
        self.note(column, vec![number.to_string()]);
        number
    }

    /// What a value that is no text reads as.
    pub fn says(&mut self, column: &'static str, words: &str) {
        self.note(column, vec![words.to_lowercase()]);
    }

    /// Returns the columns with something planted.
    pub fn columns(&self) -> impl Iterator<Item = &'static str> {
        self.told.iter().map(|(column, _)| *column)
    }

    /// Returns the columns of which a text does not tell what was planted.
    pub fn missing_in(&self, text: &str) -> Vec<String> {
        let missing = self.told.iter().filter(|(_, ways)| !ways.iter().any(|way| text.contains(way)));
        missing.map(|(column, _)| (*column).to_owned()).collect()
    }
}
