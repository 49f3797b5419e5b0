//! Offers of restorative justice, and the answers to them.

use domain::ids::{OrderId, OrderOfferId};
use domain::order::OrderOffer;

use crate::column::Column;
use crate::error::StoreError;
use crate::reader::Reader;
use crate::writer::Writer;

crate::record::record! {
    OrderOffer in "order_offer", found by |_| None, key id, { id, order as order_id, on as day, to_whom, answer, note }
}

impl Reader<'_> {
    /// Returns the offers of an order, the earliest first.
    pub fn offers_of_order(&self, order: OrderId) -> Result<Vec<OrderOffer>, StoreError> {
        self.list("WHERE order_id = ?1 AND removed = 0 ORDER BY day, id", [order.to_value()])
    }

    /// Returns the offers of all orders, the earliest first.
    pub fn list_order_offers(&self) -> Result<Vec<OrderOffer>, StoreError> {
        self.list("WHERE removed = 0 ORDER BY day, id", [])
    }

    /// Returns an offer; absent when there is none.
    pub fn get_order_offer(&self, id: OrderOfferId) -> Result<Option<OrderOffer>, StoreError> {
        self.get(id.0)
    }
}

impl Writer<'_> {
    /// Adds or amends an offer; returns whether anything changed.
    pub fn put_order_offer(&mut self, offer: &OrderOffer) -> Result<bool, StoreError> {
        self.put(offer)
    }

    /// Takes an offer back that was entered by mistake; returns whether it was there.
    pub fn remove_order_offer(&mut self, id: OrderOfferId) -> Result<bool, StoreError> {
        self.take_back::<OrderOffer>(id.0)
    }
}
