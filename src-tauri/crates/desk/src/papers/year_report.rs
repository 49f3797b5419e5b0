//! The report of a period as a paper, gathered from the record, beside the same days a year before.

use ::papers::model as paper;
use chrono::NaiveDate;
use domain::report::{Period, Published, Report, Section, Table, Value, published};
use domain::words::capital;
use store::Reader;

use super::{abbreviations, parts};
use crate::failure::Failure;
use crate::reports::{HEADLINES, counted};

/// Gathers the report of a period; for publication without small counts and without what they could be reckoned from.
pub fn gathered(
    reader: &Reader<'_>,
    from: NaiveDate,
    to: NaiveDate,
    for_publication: bool,
) -> Result<paper::YearReport, Failure> {
    let period = Period::between(from, to)?;
    let settings = reader.settings()?;
    let report = Printed::of(counted(reader, period)?, for_publication);
    let before = match period.year_before() {
        Some(before) => Some(Printed::of(counted(reader, before)?, for_publication)),
        None => None,
    };
    // Because a year of which the hub knows nothing would be compared as a year in which nothing happened.
    let before = before.filter(|before| !before.is_empty());
    Ok(paper::YearReport {
        hub: settings.hub.clone(),
        marking: match for_publication {
            true => paper::Marking { text: String::new(), ..parts::marking(&settings) },
            false => parts::marking(&settings),
        },
        title: if for_publication { "Report for publication" } else { "Report" }.to_owned(),
        period: period.words(),
        compared_with: before.as_ref().map(|before| before.report.period.words()).unwrap_or_default(),
        copy: None,
        headlines: headlines(&report, before.as_ref()),
        opening: if for_publication { vec![SMALL_COUNTS.to_owned()] } else { Vec::new() },
        sections: report.report.sections.iter().map(|section| report.section(section)).collect(),
        abbreviations: abbreviations::all(reader)?,
    })
}

const SMALL_COUNTS: &str = "Counts from 1 to 4 are not told, because they could point to somebody, and neither is what they \
                            could be reckoned from.";

/// A report on its way to paper.
struct Printed {
    report: Report,
    /// Its figures for publication; absent where all are told.
    published: Option<Published>,
}

impl Printed {
    fn of(report: Report, for_publication: bool) -> Self {
        Self { published: for_publication.then(|| published(&report)), report }
    }

    fn is_empty(&self) -> bool {
        let tables = self.report.sections.iter().flat_map(|section| &section.tables);
        let lines = tables.flat_map(|table| table.lines.iter().chain(&table.whole));
        lines.flat_map(|line| &line.figures).all(|figure| figure.rows.is_empty())
    }

    /// Returns the figures of a table in words: a line for each of its lines, then the whole.
    fn words(&self, section: &Section, table: &Table) -> Vec<Vec<String>> {
        if let Some(published) = &self.published {
            let told = published.table(&section.named.key, &table.named.key);
            return told.map(<[_]>::to_vec).unwrap_or_default();
        }
        let words = |line: &domain::report::Line| line.figures.iter().map(|figure| figure.words()).collect();
        table.lines.iter().chain(&table.whole).map(words).collect()
    }

    /// Returns a figure in the words of its table; absent where there is none.
    fn figure(&self, [section, table, line, column]: [&str; 4]) -> Option<String> {
        let section = self.report.sections.iter().find(|each| each.named.key == section)?;
        let table = section.tables.iter().find(|each| each.named.key == table)?;
        let column = table.columns.iter().position(|each| each.key == column)?;
        let line = table.lines.iter().chain(&table.whole).position(|each| each.named.key == line)?;
        self.words(section, table).get(line)?.get(column).cloned()
    }

    fn section(&self, section: &Section) -> paper::YearSection {
        // Because a sentence may tell a count that the tables withhold.
        let told =
            |note: &&String| self.published.is_none() || !note.chars().any(|letter| letter.is_ascii_digit());
        paper::YearSection {
            title: section.named.words.clone(),
            notes: section.notes.iter().filter(told).cloned().collect(),
            tables: section.tables.iter().map(|table| self.table(section, table)).collect(),
        }
    }

    fn table(&self, section: &Section, table: &Table) -> paper::YearTable {
        let mut words = self.words(section, table);
        let whole = table.whole.as_ref().and_then(|line| Some((line, words.pop()?)));
        let bars = bars(table);
        let lines = table.lines.iter().zip(words).enumerate();
        paper::YearTable {
            title: capital(&table.named.words),
            columns: table.columns.iter().map(|column| column.words.clone()).collect(),
            lines: lines
                .map(|(at, (line, figures))| paper::YearLine {
                    words: line.named.words.clone(),
                    // A bar would tell what its figure does not.
                    bar: bars.get(at).copied().flatten().filter(|_| self.published.is_none()),
                    figures,
                })
                .collect(),
            whole: whole.map(|(line, figures)| paper::YearLine {
                words: line.named.words.clone(),
                figures,
                bar: None,
            }),
        }
    }
}

/// Returns how long the bar of each line is, in thousandths of the longest: for the first column, where it counts.
fn bars(table: &Table) -> Vec<Option<u16>> {
    let count = |line: &domain::report::Line| {
        line.figures.first().filter(|figure| figure.value == Value::Count).map(|figure| figure.rows.len())
    };
    let counts: Vec<Option<usize>> = table.lines.iter().map(count).collect();
    let longest = counts.iter().flatten().copied().max().unwrap_or(0).max(1);
    let share = |count: usize| u16::try_from(count * 1000 / longest).unwrap_or(1000);
    // One line alone is compared with nothing.
    counts.into_iter().map(|each| each.filter(|_| table.lines.len() > 1).map(share)).collect()
}

fn headlines(report: &Printed, before: Option<&Printed>) -> Vec<paper::Headline> {
    let headline = |(words, path): (&str, [&str; 4])| {
        let section = report.report.sections.iter().find(|each| each.named.key == path[0]);
        Some(paper::Headline {
            figure: report.figure(path)?,
            words: words.to_owned(),
            before: before.and_then(|before| before.figure(path)),
            section: section.map(|section| section.named.words.clone()),
        })
    };
    HEADLINES.into_iter().filter_map(headline).collect()
}
