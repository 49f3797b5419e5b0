//! The report of a period: sections of tables, each figure with the rows it is made of.

use chrono::NaiveDate;
use domain::report::Parts;

wire! {
    /// Asks for the report of a period, its first and last day counted.
    pub struct GetReport {
        /// The first day.
        pub from: NaiveDate,
        /// The last day.
        pub to: NaiveDate,
    }

    /// The report of a period. `report year --json` prints it as it is; keys stay, words may change.
    pub struct ReportView {
        /// The first day.
        pub from: NaiveDate,
        /// The last day.
        pub to: NaiveDate,
        /// The period in words.
        pub period: String,
        /// The hub.
        pub hub: String,
        /// The figures to begin with, in reading order.
        pub headlines: Vec<ReportHeadline>,
        /// The sections, in reading order.
        pub sections: Vec<ReportSection>,
        /// Every row that a figure names, once.
        pub rows: Vec<ReportRow>,
    }

    /// A figure that stands at the top, with the place in the report where it stands again.
    pub struct ReportHeadline {
        /// What it says.
        pub words: String,
        /// The section.
        pub section: String,
        /// The table.
        pub table: String,
        /// The line.
        pub line: String,
        /// The column.
        pub column: String,
        /// The figure.
        pub figure: ReportFigure,
    }

    /// A section of the report.
    pub struct ReportSection {
        /// Its stable name.
        pub key: String,
        /// Its title.
        pub title: String,
        /// What a reader has to know, a sentence each.
        pub notes: Vec<String>,
        /// Its tables.
        pub tables: Vec<ReportTable>,
    }

    /// A table of figures.
    pub struct ReportTable {
        /// Its stable name within the section.
        pub key: String,
        /// Its title.
        pub title: String,
        /// Its columns.
        pub columns: Vec<ReportColumn>,
        /// Its lines, without the whole.
        pub lines: Vec<ReportLine>,
        /// The whole; null where there is none.
        pub whole: Option<ReportLine>,
        /// How the lines belong to the whole.
        pub parts: Parts,
    }

    /// A column of a table.
    pub struct ReportColumn {
        /// Its stable name within the table.
        pub key: String,
        /// Its heading.
        pub title: String,
    }

    /// A line of a table.
    pub struct ReportLine {
        /// Its stable name within the table.
        pub key: String,
        /// What it is about.
        pub words: String,
        /// Its figures, one for each column.
        pub figures: Vec<ReportFigure>,
    }

    /// A figure and what it is made of.
    pub struct ReportFigure {
        /// The number: a count, per cent, days, points or minutes; null where there is nothing to measure.
        pub value: Option<f64>,
        /// The number as it is printed.
        pub words: String,
        /// The ids of its rows.
        pub rows: Vec<String>,
    }

    /// A row of the record that figures are made of.
    pub struct ReportRow {
        /// Its name within the report, such as `CSH.12`, `CSH.12 (2)` for a second episode, `R.61`.
        pub id: String,
        /// What it is called on screen.
        pub reference: String,
        /// What it is about; may be empty.
        pub words: String,
        /// The dates and numbers that put it into its figures.
        pub detail: String,
        /// The address of the screen that shows it.
        pub address: String,
    }
}
