//! A report as it is published: no count below five is told, nor what it could be reckoned from within its table, or from
//! the same rows in another one (cell suppression, as statistical offices use it for tables of counts).

use std::collections::{BTreeMap, BTreeSet};

use super::Report;
use super::figure::{Figure, Line, Parts, Row, Section, Table, Value};

/// Below this, a count could point to somebody.
const TOLD_FROM: usize = 5;
/// What stands for a count below five.
const FEW: &str = "fewer than 5";
/// What stands for a figure from which one below five could be reckoned, and for what was measured of so few.
const WITHHELD: &str = "withheld";

/// How a cell of the table is published.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cell {
    Told,
    Few,
    Withheld,
}

/// The figures of a report in words, as they are published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published(BTreeMap<(String, String), Vec<Vec<String>>>);

impl Published {
    /// Returns the figures of a table by the stable names of its section and itself: a line for each of its lines, then the
    /// whole; absent where there is no such table.
    pub fn table(&self, section: &str, table: &str) -> Option<&[Vec<String>]> {
        self.0.get(&(section.to_owned(), table.to_owned())).map(Vec::as_slice)
    }
}

/// Returns the figures of all tables of a report as they are published.
pub fn published(report: &Report) -> Published {
    let named = |section: &'_ Section| section.named.key.clone();
    let tables = report.sections.iter().flat_map(|section| {
        section.tables.iter().map(move |table| ((named(section), table.named.key.clone()), table))
    });
    let (names, tables): (Vec<_>, Vec<&Table>) = tables.unzip();
    Published(names.into_iter().zip(words(&tables)).collect())
}

fn lines(table: &Table) -> Vec<&Line> {
    table.lines.iter().chain(&table.whole).collect()
}

/// Returns the figures of tables that stand beside each other, in words.
fn words(tables: &[&Table]) -> Vec<Vec<Vec<String>>> {
    let by_itself = |table: &&Table| -> Vec<Vec<Cell>> {
        lines(table).iter().map(|line| line.figures.iter().map(by_itself).collect()).collect()
    };
    let mut cells: Vec<Vec<Vec<Cell>>> = tables.iter().map(by_itself).collect();
    // Because what is hidden in a column can be reckoned from its line, and the other way round, and stands in other tables
    // too, until nothing changes.
    loop {
        let mut changed = hide_the_same(tables, &mut cells);
        for (table, cells) in tables.iter().zip(&mut cells) {
            changed |= hide_in_columns(table, cells) | hide_in_rows(&lines(table), cells);
        }
        if !changed {
            break;
        }
    }
    let line = |(line, cells): (&Line, &Vec<Cell>)| -> Vec<String> {
        line.figures.iter().zip(cells).map(|(figure, cell)| cell.words(figure)).collect()
    };
    let table =
        |(table, cells): (&&Table, &Vec<Vec<Cell>>)| lines(table).into_iter().zip(cells).map(line).collect();
    tables.iter().zip(&cells).map(table).collect()
}

/// Withholds what counts, or shares out, the same rows as a figure that is hidden elsewhere.
fn hide_the_same(tables: &[&Table], cells: &mut [Vec<Vec<Cell>>]) -> bool {
    let counts = |figure: &Figure| !matches!(figure.value, Value::Measure { .. } | Value::Nothing);
    let mut hidden: BTreeSet<&[Row]> = BTreeSet::new();
    for (table, cells) in tables.iter().zip(&*cells) {
        for (line, cells) in lines(table).into_iter().zip(cells) {
            let figures = line.figures.iter().zip(cells);
            let hides = figures.filter(|(figure, cell)| **cell != Cell::Told && figure.value == Value::Count);
            hidden.extend(hides.map(|(figure, _)| figure.rows.as_slice()));
        }
    }
    let mut changed = false;
    for (table, cells) in tables.iter().zip(cells) {
        for (line, cells) in lines(table).into_iter().zip(cells) {
            for (figure, cell) in line.figures.iter().zip(cells) {
                if *cell == Cell::Told && counts(figure) && hidden.contains(figure.rows.as_slice()) {
                    *cell = Cell::Withheld;
                    changed = true;
                }
            }
        }
    }
    changed
}

impl Cell {
    fn words(self, figure: &Figure) -> String {
        match self {
            Self::Told => figure.words(),
            Self::Few => FEW.to_owned(),
            Self::Withheld => WITHHELD.to_owned(),
        }
    }
}

fn is_few(count: usize) -> bool {
    (1..TOLD_FROM).contains(&count)
}

/// Tells how a figure is published as far as it stands alone.
fn by_itself(figure: &Figure) -> Cell {
    let rows = figure.rows.len();
    match figure.value {
        Value::Count if is_few(rows) => Cell::Few,
        Value::Measure { .. } if is_few(rows) => Cell::Withheld,
        // What is left of the whole is a count too.
        Value::Share { of } if [rows, of, of.saturating_sub(rows)].into_iter().any(is_few) => Cell::Withheld,
        _ => Cell::Told,
    }
}

/// Withholds the smallest figures of a column until what is hidden of its whole is five or more.
fn hide_in_columns(table: &Table, cells: &mut [Vec<Cell>]) -> bool {
    let Some(whole) = table.whole.as_ref().filter(|_| table.parts == Parts::AddUp) else { return false };
    let mut changed = false;
    for column in 0..whole.figures.len() {
        let count = |line: &Line| line.figures.get(column).map_or(0, |figure| figure.rows.len());
        let counted = whole.figures.get(column).is_some_and(|figure| figure.value == Value::Count);
        let told = |cells: &[Vec<Cell>], at: usize| cells[at].get(column) == Some(&Cell::Told);
        if !counted || !told(cells, table.lines.len()) {
            continue;
        }
        loop {
            let hidden = (0..table.lines.len()).filter(|at| !told(cells, *at));
            let hidden: usize = hidden.map(|at| count(&table.lines[at])).sum();
            let next = (0..table.lines.len())
                .filter(|at| told(cells, *at) && count(&table.lines[*at]) > 0)
                .min_by_key(|at| count(&table.lines[*at]));
            match next {
                Some(at) if is_few(hidden) => cells[at][column] = Cell::Withheld,
                _ => break,
            }
            changed = true;
        }
    }
    changed
}

/// Withholds a second figure where one alone is hidden in a line of three counts or more: what came and went can be
/// reckoned from what was there before and after.
fn hide_in_rows(lines: &[&Line], cells: &mut [Vec<Cell>]) -> bool {
    let mut changed = false;
    for (line, cells) in lines.iter().zip(cells) {
        let counted = |at: &usize| line.figures[*at].value == Value::Count;
        let counts: Vec<usize> = (0..line.figures.len()).filter(counted).collect();
        let hidden = counts.iter().filter(|at| cells[**at] != Cell::Told).count();
        let next = counts
            .iter()
            .copied()
            .filter(|at| cells[*at] == Cell::Told && !line.figures[*at].rows.is_empty());
        if let Some(at) = next.min_by_key(|at| line.figures[*at].rows.len())
            && hidden == 1
            && counts.len() > 2
        {
            cells[at] = Cell::Withheld;
            changed = true;
        }
    }
    changed
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::ids::ReferralId;
    use crate::report::Named;

    fn rows(count: u128) -> Vec<Row> {
        (0..count).map(|number| Row::Referral(ReferralId(Uuid::from_u128(number)))).collect()
    }

    fn line(figures: &[u128]) -> Line {
        let figures = figures.iter().map(|count| Figure::count(rows(*count))).collect();
        Line { named: Named::new("line", "line"), figures }
    }

    fn made(lines: &[&[u128]], whole: Option<&[u128]>) -> Table {
        let columns = lines.first().map_or(0, |line| line.len());
        Table {
            named: Named::new("table", "table"),
            columns: (0..columns).map(|_| Named::new("column", "column")).collect(),
            lines: lines.iter().map(|figures| line(figures)).collect(),
            whole: whole.map(line),
            parts: Parts::AddUp,
        }
    }

    fn table(lines: &[&[u128]], whole: Option<&[u128]>) -> Vec<Vec<String>> {
        words(&[&made(lines, whole)]).remove(0)
    }

    #[test]
    fn counts_below_five_are_not_told_and_none_at_all_is() {
        assert_eq!(table(&[&[4], &[0], &[5]], None), [["fewer than 5"], ["0"], ["5"]]);
    }

    #[test]
    fn what_is_hidden_cannot_be_reckoned_from_the_whole() {
        assert_eq!(
            table(&[&[3], &[9], &[20]], Some(&[32])),
            [["fewer than 5"], ["withheld"], ["20"], ["32"]]
        );
        // Two hidden ones that are one each would be known from their sum.
        assert_eq!(
            table(&[&[1], &[1], &[6], &[20]], Some(&[28])),
            [["fewer than 5"], ["fewer than 5"], ["withheld"], ["20"], ["28"]]
        );
        // Of a whole that is not told nothing can be reckoned.
        assert_eq!(table(&[&[3], &[0]], Some(&[3])), [["fewer than 5"], ["0"], ["fewer than 5"]]);
    }

    #[test]
    fn what_is_hidden_cannot_be_reckoned_from_its_line() {
        assert_eq!(table(&[&[12, 9, 2, 19]], None), [["12", "withheld", "fewer than 5", "19"]]);
    }

    #[test]
    fn what_is_withheld_in_one_table_is_told_in_none() {
        // Started with 12, 9 came, 2 came again, 7 went, 16 are left: that 2 came again must not follow from the 7 that went.
        let flow = made(&[&[12, 9, 2, 7, 16]], None);
        let mut ways = made(&[&[7]], Some(&[7]));
        ways.lines[0].figures.push(Figure::share(rows(7), 20));
        let told = words(&[&flow, &ways]);
        assert_eq!(told[0], [["12", "9", "fewer than 5", "withheld", "16"]]);
        assert_eq!(told[1], [vec!["withheld", "withheld"], vec!["withheld"]]);
    }

    #[test]
    fn what_is_measured_of_few_is_withheld_and_so_is_a_share_that_leaves_few() {
        let cell = |figure| by_itself(&figure) == Cell::Withheld;
        assert!(
            cell(Figure::measured(rows(3), Some(100), false))
                && !cell(Figure::measured(rows(5), Some(100), false))
        );
        assert!(cell(Figure::share(rows(18), 20)) && cell(Figure::share(rows(2), 20)));
        assert!(!cell(Figure::share(rows(10), 20)) && !cell(Figure::share(rows(20), 20)));
    }
}
