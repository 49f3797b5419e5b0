//! Orders and interventions: by type, ended by outcome, offers of restorative justice, and what those issued are for.

use std::collections::BTreeMap;

use crate::ids::OrderId;
use crate::order::{
    OfferAnswer, Order, OrderCategory, OrderFigures, OrderOutcome, OrderPeriod, figures_of, named_type,
};

use super::figure::{Figure, Line, Named, Parts, Row, Section, Table};
use super::{Period, Records};

fn counted(orders: &[OrderId]) -> Figure {
    Figure::count(orders.iter().copied().map(Row::Order))
}

fn figures(records: &Records<'_>, orders: &[Order], period: Period) -> OrderFigures {
    figures_of(orders, records.order_events, OrderPeriod { from: period.from, to: period.to })
}

/// Returns the section about orders.
pub(super) fn section(records: &Records<'_>, period: Period) -> Section {
    let all = figures(records, records.orders, period);
    let mut notes = vec!["In place at start + issued − ended = in place at end.".to_owned()];
    if !all.undated.is_empty() {
        notes.push("Day not known: came into place, ended or were put aside on a day that nobody told, so that no period counts them.".to_owned());
    }
    Section {
        named: Named::new("orders", "Orders and interventions"),
        tables: vec![by_type(records, &all, period), by_outcome(&all), offers(records, period)],
        notes,
    }
}

fn by_type(records: &Records<'_>, all: &OrderFigures, period: Period) -> Table {
    let line = |named: Named, of: &OrderFigures| {
        let ended: Vec<OrderId> = of.ended.iter().flat_map(|(_, orders)| orders.iter().copied()).collect();
        let columns = [
            &of.in_place_at_start,
            &of.issued,
            &of.continued,
            &ended,
            &of.in_place_at_end,
            &of.refused,
            &of.not_progressed,
            &of.on_hold,
            &of.undated,
        ];
        Line { named, figures: columns.into_iter().map(|orders| counted(orders)).collect() }
    };
    let mut kinds: BTreeMap<String, (String, Vec<Order>)> = BTreeMap::new();
    for order in records.orders {
        let kind = order.kind.trim();
        let of_kind = kinds.entry(kind.to_lowercase()).or_insert_with(|| (kind.to_owned(), Vec::new()));
        of_kind.1.push(order.clone());
    }
    Table {
        named: Named::new("by_type", "By type"),
        columns: vec![
            Named::new("in_place_at_start", "In place at start"),
            Named::new("issued", "Issued"),
            Named::new("continued", "Continued or varied"),
            Named::new("ended", "Ended"),
            Named::new("in_place_at_end", "In place at end"),
            Named::new("refused", "Refused"),
            Named::new("not_progressed", "Not progressed"),
            Named::new("on_hold", "On hold at end"),
            Named::new("undated", "Day not known"),
        ],
        lines: kinds
            .into_iter()
            .map(|(key, (words, orders))| line(Named::new(key, words), &figures(records, &orders, period)))
            .collect(),
        whole: Some(line(Named::new("all", "All orders"), all)),
        parts: Parts::AddUp,
    }
}

fn by_outcome(all: &OrderFigures) -> Table {
    let outcomes = [
        ("positive", OrderOutcome::Positive),
        ("some_good_effect", OrderOutcome::SomeGoodEffect),
        ("failed_before_expiry", OrderOutcome::FailedBeforeExpiry),
        ("expired", OrderOutcome::Expired),
        ("abandoned", OrderOutcome::Abandoned),
    ];
    let ended = |wanted: Option<OrderOutcome>| {
        let fitting = all.ended.iter().filter(|(outcome, _)| wanted.is_none_or(|wanted| wanted == *outcome));
        Figure::count(fitting.flat_map(|(_, orders)| orders.iter().copied()).map(Row::Order))
    };
    let line = |key: &str, words: String, wanted| Line {
        named: Named::new(key, words),
        figures: vec![ended(wanted)],
    };
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

/// Restorative justice offered in the period. An order may be offered to several people, so that the lines overlap.
fn offers(records: &Records<'_>, period: Period) -> Table {
    let line = |key: &str, words: &str, wanted: Option<OfferAnswer>| {
        let offers = records.order_offers.iter().filter(|offer| period.holds(offer.on));
        let fitting = offers.filter(|offer| wanted.is_none_or(|answer| answer == offer.answer));
        Line {
            named: Named::new(key, words),
            figures: vec![Figure::count(fitting.map(|offer| Row::Order(offer.order)))],
        }
    };
    Table {
        named: Named::new("offers", "Restorative justice, by answer in the period"),
        columns: vec![Named::new("orders", "Offers")],
        lines: vec![
            line("offered", "Offered", Some(OfferAnswer::Offered)),
            line("declined", "Declined", Some(OfferAnswer::Declined)),
            line("taken_up", "Taken up", Some(OfferAnswer::TakenUp)),
            line("not_suitable", "Not suitable", Some(OfferAnswer::NotSuitable)),
        ],
        whole: Some(line("all", "All offers", None)),
        parts: Parts::Overlap,
    }
}

/// Returns the section about what the issued orders are meant to do.
pub(super) fn shares(records: &Records<'_>, period: Period) -> Section {
    let issued: Vec<&Order> = {
        let ids = figures(records, records.orders, period).issued;
        records.orders.iter().filter(|order| ids.contains(&order.id)).collect()
    };
    let category = |order: &Order| -> Option<OrderCategory> {
        let by_row = records.order_types.iter().find(|row| Some(row.id) == order.order_type);
        by_row.or_else(|| named_type(records.order_types, &order.kind)).map(|row| row.fields.category)
    };
    let line = |key: &str, words: String, wanted: &dyn Fn(Option<OrderCategory>) -> bool| {
        let rows = || issued.iter().filter(|order| wanted(category(order))).map(|order| Row::Order(order.id));
        Line {
            named: Named::new(key, words),
            figures: vec![Figure::count(rows()), Figure::share(rows(), issued.len())],
        }
    };
    let categories = [
        ("enforcement", OrderCategory::Enforcement),
        ("support", OrderCategory::Support),
        ("mediation", OrderCategory::Mediation),
        ("restorative_justice", OrderCategory::RestorativeJustice),
    ];
    let mut lines: Vec<Line> = categories
        .into_iter()
        .map(|(key, category)| {
            line(key, crate::words::capital(category.words()), &move |found| found == Some(category))
        })
        .collect();
    lines.push(line("not_in_list", "Type not in the hub’s list".to_owned(), &|found| found.is_none()));
    Section {
        named: Named::new("shares", "Enforcement, support, mediation and restorative justice"),
        tables: vec![Table {
            named: Named::new(
                "issued",
                "Orders and interventions issued in the period, by what they are for",
            ),
            columns: vec![Named::new("issued", "Issued"), Named::new("share", "Share")],
            lines,
            whole: Some(line("all", "All issued".to_owned(), &|_| true)),
            parts: Parts::AddUp,
        }],
        notes: vec!["What a type is for stands in the hub’s list of types, in the settings.".to_owned()],
    }
}
