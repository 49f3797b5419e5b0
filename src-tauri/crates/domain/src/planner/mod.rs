//! The slot planner: the running order in which agencies that come for their own items wait least.
//!
//! Hard rules, for items that the user has not placed: the opening stands first and in its order, housing before the
//! others, young people's items together, what closes the meeting last. An item that the user pinned keeps its number in
//! the running order, and an item with a fixed time begins then: the planner works around both. What is left is chosen by
//! [`Cost`]. Small agendas are planned exactly, larger ones by a search with a fixed number of steps and a seed of its own:
//! the same agenda always gets the same plan.

mod board;
mod cost;
mod dice;
mod exact;
mod search;

use crate::clock_time::ClockTime;
use crate::ids::AgencyId;
use crate::meeting::{About, Group, Item};

use board::Board;

pub use cost::Cost;
pub use search::{Effort, best_found};

/// Where an item may stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stand {
    /// Within its part of the agenda.
    In(Group),
    /// After everything else: orders and reviews due.
    Closing,
    /// A break: it belongs to no part and interrupts none.
    Break,
}

/// An item as the planner sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// How long it is given, in minutes.
    pub minutes: u32,
    /// Where it may stand.
    pub stand: Stand,
    /// The agencies that come for it and are not there throughout.
    pub agencies: Vec<AgencyId>,
    /// When it has to begin; absent when it may begin at any time.
    pub fixed: Option<ClockTime>,
    /// Whether the user put it where it stands.
    pub pinned: bool,
}

impl Piece {
    /// Returns an item as the planner sees it; `agencies` are those that come for it and are not there throughout.
    pub fn of(item: &Item, agencies: Vec<AgencyId>) -> Self {
        let stand = match item.about {
            About::Break => Stand::Break,
            About::OrdersDue => Stand::Closing,
            _ => Stand::In(item.group),
        };
        Self { minutes: item.minutes, stand, agencies, fixed: item.fixed_at, pinned: item.pinned }
    }
}

/// A planned running order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The items in their new order, each by its place in the order given, from 0.
    pub order: Vec<usize>,
    /// What the new order costs.
    pub cost: Cost,
    /// What the order given costs.
    pub given: Cost,
    /// True when no order is better; false when the search found none.
    pub exact: bool,
}

/// Plans the running order of a meeting that begins at `starts`; `pieces` stand in the order given.
///
/// An order given that obeys the rules and is as good as any is returned unchanged.
pub fn plan(starts: ClockTime, pieces: &[Piece]) -> Plan {
    let board = Board::new(starts, pieces);
    let given = board.cost(&board.given());
    let exact = exact::plan(&board);
    let is_exact = exact.is_some();
    let order = exact.unwrap_or_else(|| search::plan(&board, Effort::usual(pieces.len())));
    Plan { cost: board.cost(&order), order, given, exact: is_exact }
}

/// Says which customs an order does not keep, a sentence each: only what the user placed can break them.
pub fn customs_broken(pieces: &[Piece], order: &[usize]) -> Vec<String> {
    let parts: Vec<Group> = order
        .iter()
        .filter_map(|item| match pieces.get(*item)?.stand {
            Stand::In(group) => Some(group),
            Stand::Closing => Some(Group::Others),
            Stand::Break => None,
        })
        .collect();
    let last_housing = parts.iter().rposition(|part| *part == Group::Housing).unwrap_or(0);
    let others_first = parts[..last_housing].iter().any(|part| *part > Group::Housing);
    let begins = |at: &usize| parts[*at] == Group::YoungPeople && (*at == 0 || parts[*at - 1] != parts[*at]);
    let young = (0..parts.len()).filter(begins).count();
    let why = "because of what is fixed or kept in place";
    let housing = others_first.then(|| format!("Housing does not all come first, {why}"));
    let apart = (young > 1).then(|| format!("Young people’s items stand in {young} places, {why}"));
    housing.into_iter().chain(apart).collect()
}

/// Tells whether the order of `pieces` as it stands obeys the hard rules.
pub fn obeys_the_rules(pieces: &[Piece]) -> bool {
    let board = Board::new(ClockTime::from_minutes(0), pieces);
    board.allows(&board.given())
}
