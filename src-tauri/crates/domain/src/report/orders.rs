//! Orders and interventions by type and outcome: in place at the start, issued, ended, refused, on hold.

use std::collections::BTreeMap;

use crate::order::{Order, OrderOutcome, OrderStage};

use super::figure::{Figure, Line, Named, Parts, Row, Section, Table};
use super::{Period, Records};

fn row(order: &Order) -> Row {
    Row::Order(order.id)
}

fn in_place_at(order: &Order, period: Period, start: bool) -> bool {
    let in_place = order.in_place_on.filter(|_| order.was_in_place());
    in_place.is_some_and(|began| match start {
        true => period.begins_with(began, order.ended_on),
        false => period.ends_with(began, order.ended_on),
    })
}

fn ended_in(order: &Order, period: Period) -> bool {
    order.stage == OrderStage::Ended && order.ended_on.is_some_and(|day| period.holds(day))
}

/// Returns the section about orders.
pub(super) fn section(records: &Records<'_>, period: Period) -> Section {
    Section {
        named: Named::new("orders", "Orders and interventions"),
        tables: vec![by_type(records.orders, period), by_outcome(records.orders, period)],
        notes: Vec::new(),
    }
}

/// Tells whether an order counts in a column for a period.
type Counts = fn(&Order, Period) -> bool;

fn by_type(orders: &[Order], period: Period) -> Table {
    let tests: [(&str, &str, Counts); 6] = [
        ("in_place_at_start", "In place at start", |order, period| in_place_at(order, period, true)),
        ("issued", "Issued", |order, period| order.in_place_on.is_some_and(|day| period.holds(day))),
        ("ended", "Ended", ended_in),
        ("in_place_at_end", "In place at end", |order, period| in_place_at(order, period, false)),
        ("refused", "Refused", |order, _| order.stage == OrderStage::Refused),
        ("on_hold", "On hold", |order, _| order.stage == OrderStage::OnHold),
    ];
    let mut kinds: BTreeMap<String, (String, Vec<&Order>)> = BTreeMap::new();
    for order in orders {
        let kind = order.kind.trim();
        kinds.entry(kind.to_lowercase()).or_insert_with(|| (kind.to_owned(), Vec::new())).1.push(order);
    }
    let line = |named: Named, here: &[&Order]| Line {
        named,
        figures: tests
            .iter()
            .map(|(_, _, test)| {
                Figure::count(here.iter().filter(|order| test(order, period)).map(|order| row(order)))
            })
            .collect(),
    };
    let all: Vec<&Order> = orders.iter().collect();
    Table {
        named: Named::new("by_type", "By type"),
        columns: tests.iter().map(|(key, words, _)| Named::new(*key, *words)).collect(),
        lines: kinds.into_iter().map(|(key, (words, here))| line(Named::new(key, words), &here)).collect(),
        whole: Some(line(Named::new("all", "All orders"), &all)),
        parts: Parts::AddUp,
    }
}

fn by_outcome(orders: &[Order], period: Period) -> Table {
    let ended: Vec<&Order> = orders.iter().filter(|order| ended_in(order, period)).collect();
    let line = |key: &str, words: String, wanted: Option<OrderOutcome>| Line {
        named: Named::new(key, words),
        figures: vec![Figure::count(
            ended.iter().filter(|order| wanted.is_none() || order.outcome == wanted).map(|order| row(order)),
        )],
    };
    let outcomes = [
        ("positive", OrderOutcome::Positive),
        ("some_good_effect", OrderOutcome::SomeGoodEffect),
        ("failed_before_expiry", OrderOutcome::FailedBeforeExpiry),
        ("expired", OrderOutcome::Expired),
        ("abandoned", OrderOutcome::Abandoned),
    ];
    Table {
        named: Named::new("by_outcome", "Ended, by outcome"),
        columns: vec![Named::new("ended", "Ended")],
        lines: outcomes
            .into_iter()
            .map(|(key, outcome)| line(key, crate::words::capital(outcome.words()), Some(outcome)))
            .collect(),
        whole: Some(line("all", "All ended".to_owned(), None)),
        parts: Parts::AddUp,
    }
}
