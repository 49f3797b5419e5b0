//! All orders as the command line lists them, with everything that is recorded of each.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::ids::{MeetingId, OrderId};
use domain::order::{Order, OrderEvent, OrderOn, standing_events};

use super::OrderPlaces;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::wire::everything::*;

/// Returns every order, in the order in which they were entered.
pub fn order_entries(desk: &Desk) -> Result<Vec<OrderEntry>, Failure> {
    desk.allow(domain::rights::Right::View)?;
    desk.read(|reader| {
        let places = OrderPlaces::load(reader)?;
        let meetings: HashMap<MeetingId, NaiveDate> =
            reader.list_meetings()?.into_iter().map(|meeting| (meeting.id, meeting.date)).collect();
        let mut breaches = grouped(reader.list_order_breaches()?, |entry| entry.order);
        let mut reviews = grouped(reader.list_order_reviews()?, |entry| entry.order);
        let mut offers = grouped(reader.list_order_offers()?, |entry| entry.order);
        let mut events = grouped(reader.list_order_events()?, |event| event.order);
        let entry = |order: Order| {
            let id = order.id;
            let steps = events.remove(&id).unwrap_or_default();
            let entry = entry(&places, order, &steps, &meetings);
            OrderEntry {
                breaches: each(breaches.remove(&id), |breach| OrderEntryBreach {
                    on: breach.on,
                    what: breach.what,
                    done: breach.done,
                }),
                reviews: each(reviews.remove(&id), |review| OrderEntryReview {
                    on: review.on,
                    what: review.what,
                    next: review.next_on,
                }),
                offers: each(offers.remove(&id), |offer| OrderEntryOffer {
                    on: offer.on,
                    to_whom: offer.to_whom,
                    answer: offer.answer,
                    note: offer.note,
                }),
                ..entry
            }
        };
        Ok(reader.list_orders()?.into_iter().map(entry).collect())
    })
}

fn grouped<T>(entries: Vec<T>, order: impl Fn(&T) -> OrderId) -> HashMap<OrderId, Vec<T>> {
    let mut groups: HashMap<OrderId, Vec<T>> = HashMap::new();
    for entry in entries {
        groups.entry(order(&entry)).or_default().push(entry);
    }
    groups
}

fn each<T, U>(entries: Option<Vec<T>>, turn: impl Fn(T) -> U) -> Vec<U> {
    entries.unwrap_or_default().into_iter().map(turn).collect()
}

fn entry(
    places: &OrderPlaces,
    order: Order,
    events: &[OrderEvent],
    meetings: &HashMap<MeetingId, NaiveDate>,
) -> OrderEntry {
    let number = places.number(&order);
    let OrderRow { order, stands_for, category, reference, .. } = places.row(order);
    let (on, place) = match order.on {
        OrderOn::Case { .. } => ("case", None),
        OrderOn::Referral { .. } => ("referral", None),
        OrderOn::Place { place } => ("place", Some(place)),
        OrderOn::Alone => ("alone", None),
    };
    let step = |event: &&OrderEvent| OrderEntryStep {
        stage: event.stage,
        on: event.on,
        reason: event.reason.clone(),
        by: event.by.clone(),
        meeting: event.meeting.and_then(|meeting| meetings.get(&meeting).copied()),
    };
    OrderEntry {
        id: order.id,
        kind: order.kind,
        stands_for,
        category,
        on: on.to_owned(),
        reference,
        number,
        place,
        stage: order.stage,
        considered: order.considered_on,
        in_place: order.in_place_on,
        expires: order.expires_on,
        review: order.review_on,
        appeal_ends: order.appeal_ends_on,
        ended: order.ended_on,
        outcome: order.outcome,
        reason: order.reason,
        conditions: order.conditions,
        breaches: Vec::new(),
        reviews: Vec::new(),
        offers: Vec::new(),
        history: standing_events(events).iter().map(step).collect(),
        note: order.note,
    }
}
