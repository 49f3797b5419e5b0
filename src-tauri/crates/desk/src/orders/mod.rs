//! Orders and interventions: the list, one order, its steps, what is recorded beside them, and the list of types.

mod beside;
mod entries;
mod figures;
mod people;
mod steps;
mod types;
mod view;

pub use beside::{add_order_offer, remove_order_entry, set_order_breach, set_order_review};
pub use entries::order_entries;
pub use figures::get_order_figures;
pub use people::list_order_people;
pub use steps::{add_order, amend_order, move_order, take_back_order_step};
pub use types::{add_order_type, amend_order_type, end_order_type, list_order_types, propose_order_dates};
pub use view::{get_order, words as step_words};

use std::cmp::Reverse;
use std::collections::HashMap;

use chrono::{Days, NaiveDate};
use domain::case::Case;
use domain::ids::{CaseId, OrderId, ReferralId};
use domain::order::{Order, OrderOn, OrderType, named_type};
use domain::reference::{CaseReference, ReferralNumber};
use store::Reader;

use crate::desk::Desk;
use crate::failure::Failure;
use crate::wire::everything::*;

/// Orders and reviews within this many days are due soon (a default).
const SOON_DAYS: u64 = 28;
/// What falls due is listed this many days ahead: twelve weeks.
const AHEAD_DAYS: u64 = 84;

/// What orders are shown with: references, the list of types, how often each was broken.
pub struct OrderPlaces {
    cases: HashMap<CaseId, CaseReference>,
    referrals: HashMap<ReferralId, ReferralNumber>,
    types: Vec<OrderType>,
    breaches: HashMap<OrderId, u32>,
}

impl OrderPlaces {
    /// Loads the references of all cases and referrals.
    pub fn load(reader: &Reader<'_>) -> Result<Self, Failure> {
        Ok(Self {
            cases: reader.list_references()?.into_iter().collect(),
            referrals: reader.list_referrals()?.into_iter().map(|each| (each.id, each.number)).collect(),
            ..Self::without_references(reader)?
        })
    }

    /// Knows only what these orders are on, because few of a large hub's cases have one.
    pub fn of_orders<'a>(
        reader: &Reader<'_>,
        orders: impl IntoIterator<Item = &'a Order>,
    ) -> Result<Self, Failure> {
        let mut places = Self::without_references(reader)?;
        for order in orders {
            match order.on {
                OrderOn::Case { case, .. } => {
                    if let Some(found) = reader.get_case(case)? {
                        places.cases.insert(case, found.reference);
                    }
                }
                OrderOn::Referral { referral } => {
                    if let Some(found) = reader.get_referral(referral)? {
                        places.referrals.insert(referral, found.number);
                    }
                }
                OrderOn::Place { .. } | OrderOn::Alone => {}
            }
        }
        Ok(places)
    }

    /// Knows these cases only, for the orders on them.
    pub fn of_cases<'a>(
        reader: &Reader<'_>,
        cases: impl IntoIterator<Item = &'a Case>,
    ) -> Result<Self, Failure> {
        let cases = cases.into_iter().map(|case| (case.id, case.reference.clone())).collect();
        Ok(Self { cases, ..Self::without_references(reader)? })
    }

    fn without_references(reader: &Reader<'_>) -> Result<Self, Failure> {
        let mut breaches: HashMap<OrderId, u32> = HashMap::new();
        for breach in reader.list_order_breaches()? {
            *breaches.entry(breach.order).or_default() += 1;
        }
        let types = reader.list_order_types()?;
        Ok(Self { cases: HashMap::new(), referrals: HashMap::new(), types, breaches })
    }

    /// Returns the list of types.
    pub fn types(&self) -> &[OrderType] {
        &self.types
    }

    /// Returns the row of the list that holds for an order, or else tells what its name stands for today.
    pub fn type_of(&self, order: &Order) -> Option<&OrderType> {
        let own = self.types.iter().find(|row| Some(row.id) == order.order_type);
        own.or_else(|| named_type(&self.types, &order.kind))
    }

    /// Returns the number of the referral that an order is on; absent when on none.
    pub fn number(&self, order: &Order) -> Option<ReferralNumber> {
        match &order.on {
            OrderOn::Referral { referral } => self.referrals.get(referral).copied(),
            _ => None,
        }
    }

    /// Returns the row of an order.
    pub fn row(&self, order: Order) -> OrderRow {
        let reference = match &order.on {
            OrderOn::Case { case, .. } => self.cases.get(case).cloned(),
            _ => None,
        };
        let on_words = match &order.on {
            OrderOn::Case { .. } => reference.as_ref().map(ToString::to_string).unwrap_or_default(),
            OrderOn::Referral { .. } => {
                self.number(&order).map(|number| number.to_string()).unwrap_or_default()
            }
            OrderOn::Place { place } => place.clone(),
            OrderOn::Alone => "stands alone".to_owned(),
        };
        let of = self.type_of(&order).map(|row| &row.fields);
        OrderRow {
            stands_for: of.map(|fields| fields.stands_for.clone()).unwrap_or_default(),
            category: of.map(|fields| fields.category),
            on_words,
            reference,
            due_on: order.due_on(),
            breaches: self.breaches.get(&order.id).copied().unwrap_or_default(),
            order,
        }
    }
}

/// Returns an order in the few words of a register: `CBO`, `CBO considered`; absent when it is over.
pub fn in_few_words(order: &Order) -> Option<String> {
    match order.stage {
        stage if stage.is_in_place() => Some(order.kind.clone()),
        stage if stage.is_pending() => Some(format!("{} {}", order.kind, stage.words())),
        _ => None,
    }
}

pub fn list_orders(desk: &mut Desk, _request: Nothing) -> Result<OrdersView, Failure> {
    let today = desk.today();
    desk.read(|reader| {
        let places = OrderPlaces::load(reader)?;
        let mut rows: Vec<OrderRow> =
            reader.list_orders()?.into_iter().map(|order| places.row(order)).collect();
        rows.sort_by_key(|row| {
            let live = row.order.is_live();
            (!live, row.due_on.is_none(), row.due_on, Reverse(row.order.ended_on), row.order.id)
        });
        let count = |wanted: &dyn Fn(&OrderRow) -> bool| rows.iter().filter(|row| wanted(row)).count() as u32;
        Ok(OrdersView {
            in_place: count(&|row| row.order.stage.is_in_place()),
            pending: count(&|row| row.order.stage.is_pending()),
            due_soon: count(&|row| !due_lines(row, today, SOON_DAYS).is_empty()),
            coming: coming(&rows, today),
            rows,
        })
    })
}

/// Returns what of `rows` falls due within twelve weeks, or should have been seen to; soonest first.
pub fn coming(rows: &[OrderRow], today: NaiveDate) -> Vec<OrderDueLine> {
    let mut lines: Vec<OrderDueLine> =
        rows.iter().flat_map(|row| due_lines(row, today, AHEAD_DAYS)).collect();
    lines.sort_by_key(|line| (line.on, line.order));
    lines
}

fn due_lines(row: &OrderRow, today: NaiveDate, days: u64) -> Vec<OrderDueLine> {
    let until = today.checked_add_days(Days::new(days)).unwrap_or(today);
    let line = |due: domain::order::OrderDue| OrderDueLine {
        order: row.order.id,
        kind: due.kind,
        on_words: row.on_words.clone(),
        alone: row.order.on == OrderOn::Alone,
        what: due.what,
        on: due.on,
    };
    row.order.due_by(today, until).into_iter().map(line).collect()
}

/// Returns the order of a key, or says that there is none.
fn kept(reader: &Reader<'_>, id: OrderId) -> Result<Order, Failure> {
    reader.get_order(id)?.ok_or_else(|| Failure::refused("That order is not in the record"))
}
