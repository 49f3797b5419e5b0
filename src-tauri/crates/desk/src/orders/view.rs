//! One order, whole.

use std::collections::HashSet;

use domain::ids::{OrderEventId, OrderId};
use domain::order::{
    NO_LEGAL_ADVICE, Order, OrderCategory, OrderEvent, OrderEventKind, OrderOffer, OrderStage, ProposedDates,
    next_stages, proposed, standing_events, standing_offers,
};
use domain::words::capital;
use store::Reader;

use super::people::{named, under_18};
use super::{OrderPlaces, kept};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::wire::everything::*;

pub fn get_order(desk: &mut Desk, request: GetOrder) -> Result<OrderView, Failure> {
    let view = desk.read(|reader| view(reader, request.id))?;
    desk.note_look(request.id.0);
    Ok(view)
}

/// Returns one order, whole.
pub fn view(reader: &Reader<'_>, id: OrderId) -> Result<OrderView, Failure> {
    let order = kept(reader, id)?;
    let places = OrderPlaces::of_orders(reader, [&order])?;
    let order_type = places.types().iter().find(|row| Some(row.id) == order.order_type).cloned();
    let computed = match (&order_type, order.in_place_on) {
        (Some(row), Some(begins)) => proposed(row, begins, under_18(reader, order.subject, begins)?),
        _ => ProposedDates::default(),
    };
    let subject = match order.subject {
        Some(id) => reader.get_subject(id)?.map(|subject| named(&subject, None)),
        None => None,
    };
    let (mut breaches, mut reviews) = (reader.breaches_of_order(id)?, reader.reviews_of_order(id)?);
    let (offers, events) = (reader.offers_of_order(id)?, reader.events_of_order(id)?);
    let has_entries = !(breaches.is_empty() && reviews.is_empty() && offers.is_empty());
    breaches.reverse();
    reviews.reverse();
    let row = places.row(order.clone());
    Ok(OrderView {
        order_type,
        computed,
        advice: NO_LEGAL_ADVICE.to_owned(),
        subject,
        steps: step_lines(reader, &events)?,
        breaches,
        reviews,
        offers: offer_lines(offers),
        next_stages: next_stages(order.stage).to_vec(),
        last_step: last_step(order, &events, has_entries),
        takes_offers: row.category == Some(OrderCategory::RestorativeJustice),
        row,
    })
}

fn step_lines(reader: &Reader<'_>, events: &[OrderEvent]) -> Result<Vec<OrderStepLine>, Failure> {
    let gone: HashSet<OrderEventId> = events.iter().filter_map(|event| event.takes_back).collect();
    let mut lines = Vec::with_capacity(events.len());
    for event in events.iter().rev() {
        let meeting = match event.meeting {
            Some(id) => reader.get_meeting(id)?.map(|meeting| OrderMeeting { id, date: meeting.date }),
            None => None,
        };
        lines.push(OrderStepLine {
            id: event.id,
            words: words(event),
            kind: event.kind,
            stage: event.stage,
            on: event.on,
            reason: event.reason.clone(),
            outcome: event.outcome,
            expires_on: event.expires_on,
            review_on: event.review_on,
            by: event.by.clone(),
            meeting,
            taken_back: gone.contains(&event.id),
        });
    }
    Ok(lines)
}

/// Returns what a step did, in words.
pub fn words(event: &OrderEvent) -> String {
    match (event.kind, event.stage) {
        (OrderEventKind::AsFound, stage) => format!("Found as {}", stage.words()),
        (OrderEventKind::PutRight, _) => "Dates put right".to_owned(),
        (OrderEventKind::TakenBack, stage) => format!("Taken back: {} again", stage.words()),
        (OrderEventKind::Moved, OrderStage::InPlace) => "Put in place".to_owned(),
        (OrderEventKind::Moved, OrderStage::Continued) => "Continued or varied".to_owned(),
        (OrderEventKind::Moved, OrderStage::Refused) => "Refused or dismissed".to_owned(),
        (OrderEventKind::Began | OrderEventKind::Moved, stage) => capital(stage.words()),
    }
}

fn last_step(order: Order, events: &[OrderEvent], has_entries: bool) -> Option<String> {
    let last = standing_events(events).last().copied()?;
    order.before(last, has_entries).is_ok().then(|| words(last))
}

fn offer_lines(offers: Vec<OrderOffer>) -> Vec<OrderOfferLine> {
    let standing: HashSet<_> = standing_offers(&offers).into_iter().map(|offer| offer.id).collect();
    let line = |offer: OrderOffer| OrderOfferLine { stands: standing.contains(&offer.id), offer };
    offers.into_iter().map(line).collect()
}
