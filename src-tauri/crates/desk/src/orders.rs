//! Orders and interventions.

use std::cmp::Reverse;
use std::collections::HashMap;

use chrono::{Days, NaiveDate};
use domain::case::Case;
use domain::ids::{CaseId, OrderId, ReferralId};
use domain::order::{KINDS, Order, OrderOn, OrderStage};
use domain::reference::{CaseReference, ReferralNumber};
use store::{Reader, Writer};

use crate::desk::Desk;
use crate::failure::Failure;
use crate::wire::everything::*;

/// Orders and reviews within this many days are due soon (a default).
const SOON_DAYS: u64 = 28;

/// The references that orders are shown with.
pub struct OrderPlaces {
    cases: HashMap<CaseId, CaseReference>,
    referrals: HashMap<ReferralId, ReferralNumber>,
}

impl OrderPlaces {
    /// Loads the references of all cases and referrals.
    pub fn load(reader: &Reader<'_>) -> Result<Self, Failure> {
        Ok(Self {
            cases: reader.list_cases()?.into_iter().map(|case| (case.id, case.reference)).collect(),
            referrals: reader.list_referrals()?.into_iter().map(|each| (each.id, each.number)).collect(),
        })
    }

    /// Knows one case only, for the orders on it.
    pub fn of_case(case: &Case) -> Self {
        Self { cases: HashMap::from([(case.id, case.reference.clone())]), referrals: HashMap::new() }
    }

    /// Returns the row of an order.
    pub fn row(&self, order: Order) -> OrderRow {
        let reference = match &order.on {
            OrderOn::Case { case, .. } => self.cases.get(case).cloned(),
            _ => None,
        };
        let on_words = match &order.on {
            OrderOn::Case { .. } => reference.as_ref().map(ToString::to_string).unwrap_or_default(),
            OrderOn::Referral { referral } => {
                self.referrals.get(referral).map(ToString::to_string).unwrap_or_default()
            }
            OrderOn::Place { place } => place.clone(),
            OrderOn::Alone => "stands alone".to_owned(),
        };
        let stands_for = KINDS.iter().find(|(kind, _)| kind.eq_ignore_ascii_case(&order.kind));
        OrderRow {
            stands_for: stands_for.map(|(_, words)| (*words).to_owned()).unwrap_or_default(),
            on_words,
            reference,
            due_on: order.due_on(),
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
            let stage = row.order.stage;
            let live = stage.is_in_place() || stage.is_pending();
            (!live, row.due_on.is_none(), row.due_on, Reverse(row.order.ended_on), row.order.id)
        });
        let count = |wanted: &dyn Fn(&OrderRow) -> bool| rows.iter().filter(|row| wanted(row)).count() as u32;
        Ok(OrdersView {
            in_place: count(&|row| row.order.stage.is_in_place()),
            pending: count(&|row| row.order.stage.is_pending()),
            due_soon: count(&|row| is_due_soon(row.due_on, today)),
            rows,
        })
    })
}

/// Tells whether `due` lies before the end of the next four weeks, or has passed.
pub fn is_due_soon(due: Option<NaiveDate>, today: NaiveDate) -> bool {
    let horizon = today.checked_add_days(Days::new(SOON_DAYS)).unwrap_or(today);
    due.is_some_and(|due| due <= horizon)
}

pub fn add_order(desk: &mut Desk, request: AddOrder) -> Result<OrderRow, Failure> {
    let id = desk.write(&["order", "case", "room"], |writer, ids| {
        let on = target(writer, &request.on)?;
        let order = filled(OrderId::new(&mut **ids), on, request).checked()?;
        writer.put_order(&order)?;
        Ok(order.id)
    })?;
    row(desk, id)
}

pub fn amend_order(desk: &mut Desk, request: AmendOrder) -> Result<OrderRow, Failure> {
    desk.write(&["order", "case", "room"], |writer, _| {
        let before = writer.get_order(request.id)?.ok_or_else(no_such_order)?;
        let on = target(writer, &request.order.on)?;
        let order = Order { subject: before.subject, ..filled(request.id, on, request.order) }.checked()?;
        writer.put_order(&order)?;
        Ok(())
    })?;
    row(desk, request.id)
}

fn filled(id: OrderId, on: OrderOn, request: AddOrder) -> Order {
    Order {
        id,
        kind: request.kind.trim().to_owned(),
        on,
        subject: None,
        stage: request.stage,
        considered_on: request.considered_on,
        in_place_on: request.in_place_on,
        expires_on: request.expires_on,
        review_on: request.review_on,
        ended_on: request.ended_on,
        outcome: request.outcome.filter(|_| request.stage == OrderStage::Ended),
        note: request.note.trim().to_owned(),
    }
}

fn target(writer: &Writer<'_>, target: &OrderTarget) -> Result<OrderOn, Failure> {
    match target {
        OrderTarget::Case { reference } => {
            let case = crate::cases::found(writer, reference)?;
            crate::cases::editable(writer, case.id)?;
            let episode = crate::cases::latest_episode(writer, case.id)?;
            Ok(OrderOn::Case { case: case.id, episode: episode.id })
        }
        OrderTarget::Place { place } if place.trim().is_empty() => {
            Err(Failure::refused("Say which place the order is on").at("place"))
        }
        OrderTarget::Place { place } => Ok(OrderOn::Place { place: place.trim().to_owned() }),
        OrderTarget::Alone => Ok(OrderOn::Alone),
        OrderTarget::Unchanged { was } => Ok(was.clone()),
    }
}

fn row(desk: &Desk, id: OrderId) -> Result<OrderRow, Failure> {
    desk.read(|reader| {
        let order = reader.get_order(id)?.ok_or_else(no_such_order)?;
        Ok(OrderPlaces::load(reader)?.row(order))
    })
}

fn no_such_order() -> Failure {
    Failure::refused("That order is not in the record")
}
