//! The report of a period on the command line: as JSON, or as plain aligned text.

use chrono::NaiveDate;
use clap::Subcommand;
use desk::commands;
use desk::desk::Desk;
use desk::failure::Failure;
use desk::wire::everything::*;

use super::arguments::Key;
use super::printing;

#[derive(Debug, Subcommand)]
pub enum ReportCommand {
    /// Count a period: cases, referrals, orders, scores, time to close
    Year {
        /// The first day
        #[arg(long, value_name = "YYYY-MM-DD")]
        from: NaiveDate,
        /// The last day, counted too
        #[arg(long, value_name = "YYYY-MM-DD")]
        to: NaiveDate,
        /// Print JSON: every figure with the rows it is made of
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        key: Key,
    },
}

/// Prints the report of a period.
pub fn year(desk: &mut Desk, from: NaiveDate, to: NaiveDate, json: bool) -> Result<(), Failure> {
    let view = commands::get_report(desk, GetReport { from, to })?;
    if json { printing::json(&view) } else { text(&view).iter().try_for_each(|line| printing::line(line)) }
}

/// Returns the report as lines of text.
fn text(view: &ReportView) -> Vec<String> {
    let mut lines = vec![format!("{}: {}", view.hub, view.period)];
    for section in &view.sections {
        lines.extend([String::new(), section.title.to_uppercase()]);
        for table in &section.tables {
            lines.push(String::new());
            lines.extend(table_lines(table));
        }
        lines.extend(section.notes.iter().map(|note| format!("\n  {note}")));
    }
    lines
}

fn table_lines(table: &ReportTable) -> Vec<String> {
    let all: Vec<&ReportLine> = table.lines.iter().chain(&table.whole).collect();
    let wide = |text: &str| text.chars().count();
    let first = all.iter().map(|line| wide(&line.words)).chain([wide(&table.title)]).max().unwrap_or(0);
    let width = |column: usize| {
        let heading = table.columns.get(column).map_or(0, |each| wide(&each.title));
        let figures = all.iter().filter_map(|line| line.figures.get(column));
        figures.map(|figure| wide(&figure.words)).chain([heading]).max().unwrap_or(0)
    };
    let row = |words: &str, cells: Vec<&str>| {
        let cells = cells.iter().enumerate().map(|(column, cell)| format!("  {cell:>0$}", width(column)));
        format!("  {words:<first$}{}", cells.collect::<String>())
    };
    let mut lines = vec![row(&table.title, table.columns.iter().map(|column| &*column.title).collect())];
    for line in &all {
        lines.push(row(&line.words, line.figures.iter().map(|figure| &*figure.words).collect()));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(words: &str) -> ReportFigure {
        ReportFigure { value: None, words: words.to_owned(), rows: Vec::new() }
    }

    #[test]
    fn figures_stand_under_their_headings() {
        let line = |words: &str, figures: [&str; 2]| ReportLine {
            key: String::new(),
            words: words.to_owned(),
            figures: figures.map(figure).into(),
        };
        let column = |title: &str| ReportColumn { key: String::new(), title: title.to_owned() };
        let table = ReportTable {
            key: String::new(),
            title: "By kind".to_owned(),
            columns: vec![column("New"), column("Closed")],
            lines: vec![line("Person", ["12", "3"])],
            whole: Some(line("All cases", ["12", "1,003"])),
            parts: domain::report::Parts::AddUp,
        };
        assert_eq!(
            table_lines(&table),
            ["  By kind    New  Closed", "  Person      12       3", "  All cases   12   1,003"]
        );
    }
}
