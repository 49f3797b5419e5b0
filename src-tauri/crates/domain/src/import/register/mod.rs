//! The case register: every row an episode, the rows of one reference a case.

mod case;
mod links;
mod opening;
mod remark;
mod row;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use case::{RegisterCase, RegisterEpisode};
pub use remark::Remark;
pub(super) use remark::{leading_date, reference_of};
pub use row::{Hub, RegisterRow, ScoreCell};

use self::case::Grouping;
use self::row::read_row;
use super::fields::SheetKind;
use super::findings::Anomaly;
use super::headings::{Headings, Mapping};
use super::reader::Reader;
use super::sheet::Sheet;
use super::table::{Refused, Table};

/// A register as understood, before anything is written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RegisterImport {
    /// What the columns were taken for.
    pub headings: Headings,
    /// The rows in their order.
    pub rows: Vec<RegisterRow>,
    /// The cases in the order of their references.
    pub cases: Vec<RegisterCase>,
    /// What is odd and what is done about it, by row.
    pub anomalies: Vec<Anomaly>,
    /// Counts to compare with what is known of the register.
    pub figures: RegisterFigures,
}

/// Counts of a register.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RegisterFigures {
    /// Rows of data.
    pub rows: u32,
    /// Cases.
    pub cases: u32,
    /// Episodes.
    pub episodes: u32,
    /// Closed episodes with two scores.
    pub closed_with_scores: u32,
    /// Those of them whose scores are equal: unchanged or never re-scored, nobody can tell.
    pub without_change: u32,
    /// Those of them whose score rose.
    pub rose: u32,
}

/// Understands `sheet` as a case register, or refuses it with every fault found.
///
/// Refused are missing columns and case numbers, impossible dates, episodes that close before they open or overlap, a kind that
/// is none, and two different rows with the same reference and opening date.
pub fn read_register(sheet: &Sheet, mapping: &Mapping, hub: &Hub) -> Result<RegisterImport, Refused> {
    let mut table = Table::lay_out(sheet, SheetKind::Register, mapping)?;
    let mut anomalies = std::mem::take(&mut table.anomalies);
    let mut rows: Vec<RegisterRow> = Vec::with_capacity(table.rows.len());
    let mut refusals = Vec::new();
    if let Some(first) = table.rows.first() {
        let mut reader = Reader::new(&table, first);
        for row in &table.rows {
            reader.turn_to(row);
            let read = read_row(&mut reader, hub, rows.last());
            rows.extend(read);
        }
        anomalies.append(&mut reader.anomalies);
        refusals.append(&mut reader.refusals);
    }
    // Cases are not looked at while rows are missing, because they would be blamed for what the missing rows said.
    if !refusals.is_empty() {
        return Err(Refused { headings: Some(table.headings), refusals });
    }
    let mut grouping = Grouping { table: &table, anomalies, refusals };
    let mut cases = grouping.cases_of(&rows);
    grouping.link(&mut cases, &rows);
    grouping.name_odd_openings(&rows, hub);
    let Grouping { mut anomalies, mut refusals, .. } = grouping;
    if !refusals.is_empty() {
        refusals.sort_by_key(|refusal| refusal.row);
        return Err(Refused { headings: Some(table.headings), refusals });
    }
    anomalies.sort_by_key(|anomaly| anomaly.row);
    let figures = figures_of(&rows, &cases);
    Ok(RegisterImport { headings: table.headings, rows, cases, anomalies, figures })
}

fn figures_of(rows: &[RegisterRow], cases: &[RegisterCase]) -> RegisterFigures {
    let closed = cases.iter().flat_map(|case| &case.episodes).filter(|episode| episode.closed.is_some());
    let scored: Vec<_> =
        closed.filter_map(|episode| Some((episode.initial_score?, episode.current_score?))).collect();
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    RegisterFigures {
        rows: count(rows.len()),
        cases: count(cases.len()),
        episodes: count(cases.iter().map(|case| case.episodes.len()).sum()),
        closed_with_scores: count(scored.len()),
        without_change: count(scored.iter().filter(|(initial, current)| initial == current).count()),
        rose: count(scored.iter().filter(|(initial, current)| current > initial).count()),
    }
}

#[cfg(test)]
mod tests;
