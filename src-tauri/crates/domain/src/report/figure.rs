//! Figures and the tables they stand in. A figure is made of its rows and nothing else: its count is their number.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ids::{EpisodeId, ItemId, OrderId, ReferralId};

/// A row of the record that a figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Row {
    /// An episode of a case.
    Episode(EpisodeId),
    /// A referral.
    Referral(ReferralId),
    /// An order or intervention.
    Order(OrderId),
    /// What a meeting did under an item.
    Item(ItemId),
}

/// What a figure says about its rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// How many they are.
    Count,
    /// Which part of a whole they are.
    Share {
        /// How many rows the whole has.
        of: usize,
    },
    /// Something measured of them, in hundredths of its unit.
    Measure {
        /// The number in hundredths.
        hundredths: i64,
        /// True where a plus belongs before a rise, because the figure is a change.
        signed: bool,
    },
    /// There is nothing to measure it from.
    Nothing,
}

/// A figure with the rows that it opens to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// What it says about its rows.
    pub value: Value,
    /// Its rows, each once, sorted.
    pub rows: Vec<Row>,
}

impl Figure {
    /// Returns the count of `rows`; a row named twice counts once.
    pub fn count(rows: impl IntoIterator<Item = Row>) -> Self {
        Self { value: Value::Count, rows: sorted(rows) }
    }

    /// Returns what part of a whole of `of` rows these are; nothing where the whole is empty.
    pub fn share(rows: impl IntoIterator<Item = Row>, of: usize) -> Self {
        let value = if of == 0 { Value::Nothing } else { Value::Share { of } };
        Self { value, rows: sorted(rows) }
    }

    /// Returns something measured of `rows` in hundredths; nothing where there is none to measure.
    pub fn measured(rows: impl IntoIterator<Item = Row>, hundredths: Option<i64>, signed: bool) -> Self {
        let value = hundredths.map_or(Value::Nothing, |hundredths| Value::Measure { hundredths, signed });
        Self { value, rows: sorted(rows) }
    }

    /// Returns the figure as a number: a count, a share in per cent, or what was measured; absent where there is none.
    pub fn number(&self) -> Option<f64> {
        match self.value {
            Value::Count => Some(self.rows.len() as f64),
            Value::Share { of } => Some((self.rows.len() as f64 * 1000.0 / of as f64).round() / 10.0),
            Value::Measure { hundredths, .. } => Some(hundredths as f64 / 100.0),
            Value::Nothing => None,
        }
    }

    /// Returns the figure as it is printed: `14`, `36%`, `−12.5`, and a dash where there is none.
    pub fn words(&self) -> String {
        match self.value {
            Value::Count => grouped(self.rows.len()),
            Value::Share { of } => format!("{:.0}%", self.rows.len() as f64 * 100.0 / of as f64),
            Value::Measure { hundredths, signed } => {
                let sign = match hundredths.signum() {
                    -1 => "−",
                    1 if signed => "+",
                    _ => "",
                };
                format!("{sign}{}", f64::from(u32::try_from(hundredths.abs()).unwrap_or(u32::MAX)) / 100.0)
            }
            Value::Nothing => "–".to_owned(),
        }
    }
}

fn sorted(rows: impl IntoIterator<Item = Row>) -> Vec<Row> {
    rows.into_iter().collect::<BTreeSet<Row>>().into_iter().collect()
}

/// Returns a count with commas between thousands, as people read it.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let first = digits.len() % 3;
    let (head, tail) = digits.split_at(first);
    let groups = tail.as_bytes().chunks(3).map(|group| String::from_utf8_lossy(group).into_owned());
    let head = (!head.is_empty()).then(|| head.to_owned());
    head.into_iter().chain(groups).collect::<Vec<_>>().join(",")
}

/// Words with the short stable name that JSON uses for them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The stable name, in lower case with underscores.
    pub key: String,
    /// The words.
    pub words: String,
}

impl Named {
    /// Returns words with their stable name.
    pub fn new(key: impl Into<String>, words: impl Into<String>) -> Self {
        Self { key: key.into(), words: words.into() }
    }
}

/// A line of a table: what it is about, and a figure for each column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What the line is about.
    pub named: Named,
    /// The figures, one for each column.
    pub figures: Vec<Figure>,
}

/// How the lines of a table belong to its last, the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Parts {
    /// Each row stands in exactly one line, so that the lines add up to the whole.
    AddUp,
    /// A row may stand in several lines, which together hold all of the whole.
    Overlap,
    /// The table has no whole.
    Apart,
}

/// A table of figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The table's title.
    pub named: Named,
    /// What the columns say.
    pub columns: Vec<Named>,
    /// The lines; the whole is not among them.
    pub lines: Vec<Line>,
    /// The whole; absent where there is none.
    pub whole: Option<Line>,
    /// How the lines belong to the whole.
    pub parts: Parts,
}

/// A section of the report: tables, and sentences that explain them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The section's title.
    pub named: Named,
    /// Its tables.
    pub tables: Vec<Table>,
    /// What a reader has to know, a sentence each.
    pub notes: Vec<String>,
}

/// Returns the middle of numbers in hundredths, halfway between the two middle ones; absent when there are none.
pub fn median(hundredths: impl IntoIterator<Item = i64>) -> Option<i64> {
    let mut all: Vec<i64> = hundredths.into_iter().collect();
    all.sort_unstable();
    let upper = *all.get(all.len() / 2)?;
    let lower = if all.len().is_multiple_of(2) { *all.get(all.len() / 2 - 1)? } else { upper };
    Some((lower + upper) / 2)
}

/// Returns the mean of numbers in hundredths, rounded to a hundredth; absent when there are none.
pub fn mean(hundredths: impl IntoIterator<Item = i64>) -> Option<i64> {
    let all: Vec<i64> = hundredths.into_iter().collect();
    let count = i64::try_from(all.len()).ok().filter(|count| *count > 0)?;
    let sum: i64 = all.iter().sum();
    Some((sum as f64 / count as f64).round() as i64)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn row(number: u128) -> Row {
        Row::Referral(ReferralId(Uuid::from_u128(number)))
    }

    #[test]
    fn a_figure_is_the_number_of_its_rows_and_a_row_counts_once() {
        let figure = Figure::count([row(2), row(1), row(2)]);
        assert_eq!((figure.number(), figure.words(), figure.rows.len()), (Some(2.0), "2".to_owned(), 2));
        assert_eq!(Figure::count((0..1234).map(row)).words(), "1,234");
    }

    #[test]
    fn shares_of_nothing_and_measures_of_nobody_are_a_dash() {
        assert_eq!(Figure::share([], 0).words(), "–");
        assert_eq!(Figure::measured([], None, false).number(), None);
        assert_eq!(Figure::share([row(1)], 3).words(), "33%");
        assert_eq!(Figure::share([row(1)], 3).number(), Some(33.3));
    }

    #[test]
    fn changes_carry_their_sign() {
        let change = |hundredths| Figure::measured([row(1)], Some(hundredths), true).words();
        assert_eq!((change(-1250), change(500), change(0)), ("−12.5".into(), "+5".into(), "0".into()));
    }

    #[test]
    fn the_median_of_an_even_number_lies_between_the_two_in_the_middle() {
        assert_eq!(median([300, 100, 200]), Some(200));
        assert_eq!(median([100, 200]), Some(150));
        assert_eq!(median([]), None);
        assert_eq!(mean([100, 101, 101]), Some(101));
    }
}
