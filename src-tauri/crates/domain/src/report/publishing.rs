//! A table as it is published: no count below five is told, nor what it could be reckoned from (statistical disclosure
//! control, as the Office for National Statistics describes it for tables of counts).

use super::figure::{Figure, Line, Parts, Table, Value};

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

/// Returns the figures of a table in words, as they are published: a line for each of its lines, then the whole.
pub fn published(table: &Table) -> Vec<Vec<String>> {
    let lines: Vec<&Line> = table.lines.iter().chain(&table.whole).collect();
    let mut cells: Vec<Vec<Cell>> =
        lines.iter().map(|line| line.figures.iter().map(by_itself).collect()).collect();
    // Because what is withheld in a column can be reckoned from its row, and the other way round, until nothing changes.
    while hide_in_columns(table, &mut cells) | hide_in_rows(&lines, &mut cells) {}
    let words = |(line, cells): (&&Line, &Vec<Cell>)| {
        line.figures.iter().zip(cells).map(|(figure, cell)| cell.words(figure)).collect()
    };
    lines.iter().zip(&cells).map(words).collect()
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
    use crate::report::{Named, Row};

    fn rows(count: u128) -> Vec<Row> {
        (0..count).map(|number| Row::Referral(ReferralId(Uuid::from_u128(number)))).collect()
    }

    fn line(figures: &[u128]) -> Line {
        let figures = figures.iter().map(|count| Figure::count(rows(*count))).collect();
        Line { named: Named::new("line", "line"), figures }
    }

    fn table(lines: &[&[u128]], whole: Option<&[u128]>) -> Vec<Vec<String>> {
        let columns = lines.first().map_or(0, |line| line.len());
        published(&Table {
            named: Named::new("table", "table"),
            columns: (0..columns).map(|_| Named::new("column", "column")).collect(),
            lines: lines.iter().map(|figures| line(figures)).collect(),
            whole: whole.map(line),
            parts: Parts::AddUp,
        })
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
