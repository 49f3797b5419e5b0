//! What is recorded beside the steps of an order: breaches, reviews, offers of restorative justice.

use domain::ids::{OrderBreachId, OrderId, OrderOfferId, OrderReviewId};
use domain::order::{Order, OrderBreach, OrderOffer, OrderReview};
use store::Writer;

use super::steps::{CHANGED, Recording};
use super::{OrderPlaces, kept, view};
use crate::desk::{Desk, Identifiers};
use crate::failure::Failure;
use crate::wire::everything::*;

pub fn set_order_breach(desk: &mut Desk, request: SetOrderBreach) -> Result<OrderView, Failure> {
    record(desk, request.order, |writer, ids, order, recording| {
        if let Some(id) = request.id {
            let known = writer.get_order_breach(id)?.filter(|breach| breach.order == order.id);
            known.ok_or_else(|| Failure::refused("That breach is not in the record"))?;
        }
        let id = request.id.unwrap_or_else(|| OrderBreachId::new(&mut **ids));
        let breach =
            OrderBreach { id, order: order.id, on: request.on, what: request.what, done: request.done };
        writer.put_order_breach(&breach.checked(&order, recording.today)?)?;
        Ok(())
    })
}

pub fn set_order_review(desk: &mut Desk, request: SetOrderReview) -> Result<OrderView, Failure> {
    record(desk, request.order, |writer, ids, order, recording| {
        if let Some(id) = request.id {
            let known = writer.get_order_review(id)?.filter(|review| review.order == order.id);
            known.ok_or_else(|| Failure::refused("That review is not in the record"))?;
        }
        let id = request.id.unwrap_or_else(|| OrderReviewId::new(&mut **ids));
        let review =
            OrderReview { id, order: order.id, on: request.on, what: request.what, next_on: request.next_on };
        let review = review.checked(&order, recording.today)?;
        writer.put_order_review(&review)?;
        let latest = writer.reviews_of_order(order.id)?.pop();
        writer.put_order(&order.reviewed(latest.as_ref()))?;
        Ok(())
    })
}

pub fn add_order_offer(desk: &mut Desk, request: AddOrderOffer) -> Result<OrderView, Failure> {
    record(desk, request.order, |writer, ids, order, recording| {
        let category =
            OrderPlaces::of_orders(writer, [&order])?.type_of(&order).map(|row| row.fields.category);
        let earlier = writer.offers_of_order(order.id)?;
        let offer = OrderOffer {
            id: OrderOfferId::new(&mut **ids),
            order: order.id,
            on: request.on,
            to_whom: request.to_whom,
            answer: request.answer,
            note: request.note,
        };
        writer.put_order_offer(&offer.checked(&order, category, &earlier, recording.today)?)?;
        Ok(())
    })
}

pub fn remove_order_entry(desk: &mut Desk, request: RemoveOrderEntry) -> Result<OrderView, Failure> {
    let gone = || Failure::refused("That entry is not in the record");
    let order = desk.read(|reader| {
        let order = match &request {
            RemoveOrderEntry::Breach { id } => reader.get_order_breach(*id)?.map(|entry| entry.order),
            RemoveOrderEntry::Review { id } => reader.get_order_review(*id)?.map(|entry| entry.order),
            RemoveOrderEntry::Offer { id } => reader.get_order_offer(*id)?.map(|entry| entry.order),
        };
        order.ok_or_else(gone)
    })?;
    record(desk, order, |writer, _, _, _| {
        match &request {
            RemoveOrderEntry::Breach { id } => writer.remove_order_breach(*id)?,
            RemoveOrderEntry::Review { id } => writer.remove_order_review(*id)?,
            RemoveOrderEntry::Offer { id } => writer.remove_order_offer(*id)?,
        };
        Ok(())
    })
}

/// Records something beside an order in the name of the running meeting's chair, if one runs, and gives its view back.
fn record(
    desk: &mut Desk,
    id: OrderId,
    work: impl FnOnce(&mut Writer<'_>, &mut Identifiers, Order, &Recording) -> Result<(), Failure>,
) -> Result<OrderView, Failure> {
    let recording = Recording::now(desk)?;
    desk.write_in_name_of(recording.chair.as_deref(), CHANGED, |writer, ids| {
        let order = kept(writer, id)?;
        work(writer, ids, order, &recording)
    })?;
    desk.read(|reader| view::view(reader, id))
}
