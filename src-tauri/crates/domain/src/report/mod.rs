//! The report of a period: every figure is made of rows of the record and opens to them.
//!
//! Published figures were counted by hand and do not agree with each other. Here a count *is* its rows, a table says
//! whether its lines add up, and a property test holds it to that.

mod cases;
mod figure;
mod meetings;
mod orders;
mod period;
mod publishing;
mod referrals;
mod scores;

pub use figure::{Figure, Line, Named, Parts, Row, Section, Table, Value, mean, median};
pub use period::{NoPeriod, Period};
pub use publishing::{Published, published};
pub use referrals::minutes_spent;

use crate::agency::Area;
use crate::case::Case;
use crate::episode::Episode;
use crate::matrix::Matrices;
use crate::meeting::{Decision, Item, Meeting};
use crate::order::{Order, OrderEvent, OrderOffer, OrderType};
use crate::referral::Referral;
use crate::score::Score;

/// The records that a report is made of: all of the hub, because what was open at the start began before.
#[derive(Clone, Copy, Debug)]
pub struct Records<'a> {
    /// Cases.
    pub cases: &'a [Case],
    /// Areas.
    pub areas: &'a [Area],
    /// Episodes.
    pub episodes: &'a [Episode],
    /// Scores.
    pub scores: &'a [Score],
    /// The versions of the matrices that they were made with.
    pub matrices: &'a Matrices,
    /// Referrals.
    pub referrals: &'a [Referral],
    /// Orders.
    pub orders: &'a [Order],
    /// Their steps, those taken back among them.
    pub order_events: &'a [OrderEvent],
    /// The list of types, former rows among them.
    pub order_types: &'a [OrderType],
    /// Offers of restorative justice.
    pub order_offers: &'a [OrderOffer],
    /// Meetings.
    pub meetings: &'a [Meeting],
    /// Items of their agendas.
    pub items: &'a [Item],
    /// Decisions under the items, those taken back among them.
    pub decisions: &'a [Decision],
}

/// The report of a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The period.
    pub period: Period,
    /// Its sections, in reading order.
    pub sections: Vec<Section>,
}

/// Returns the report of `period`.
pub fn report(records: &Records<'_>, period: Period) -> Report {
    Report {
        period,
        sections: vec![
            cases::section(records, period),
            referrals::section(records, period),
            orders::section(records, period),
            orders::shares(records, period),
            meetings::section(records, period),
            scores::section(records, period),
            scores::time_to_close(records, period),
        ],
    }
}

impl Report {
    /// Returns the figure of a section, table, line and column by their stable names; absent where there is none.
    pub fn figure(&self, section: &str, table: &str, line: &str, column: &str) -> Option<&Figure> {
        let section = self.sections.iter().find(|each| each.named.key == section)?;
        let table = section.tables.iter().find(|each| each.named.key == table)?;
        let column = table.columns.iter().position(|each| each.key == column)?;
        let line = table.lines.iter().chain(&table.whole).find(|each| each.named.key == line)?;
        line.figures.get(column)
    }
}

#[cfg(test)]
mod tests;
