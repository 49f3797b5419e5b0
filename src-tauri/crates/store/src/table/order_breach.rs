//! Breaches of orders, and what was done about them.

use domain::ids::{OrderBreachId, OrderId};
use domain::order::OrderBreach;

use crate::column::Column;
use crate::error::StoreError;
use crate::reader::Reader;
use crate::writer::Writer;

crate::record::record! {
    OrderBreach in "order_breach", found by |_| None, key id, { id, order as order_id, on as day, what, done }
}

impl Reader<'_> {
    /// Returns the breaches of an order, the earliest first.
    pub fn breaches_of_order(&self, order: OrderId) -> Result<Vec<OrderBreach>, StoreError> {
        self.list("WHERE order_id = ?1 AND removed = 0 ORDER BY day, id", [order.to_value()])
    }

    /// Returns the breaches of all orders, the earliest first.
    pub fn list_order_breaches(&self) -> Result<Vec<OrderBreach>, StoreError> {
        self.list("WHERE removed = 0 ORDER BY day, id", [])
    }

    /// Returns a breach; absent when there is none.
    pub fn get_order_breach(&self, id: OrderBreachId) -> Result<Option<OrderBreach>, StoreError> {
        self.get(id.0)
    }
}

impl Writer<'_> {
    /// Adds or amends a breach; returns whether anything changed.
    pub fn put_order_breach(&mut self, breach: &OrderBreach) -> Result<bool, StoreError> {
        self.put(breach)
    }

    /// Takes a breach back that was entered by mistake; returns whether it was there.
    pub fn remove_order_breach(&mut self, id: OrderBreachId) -> Result<bool, StoreError> {
        self.take_back::<OrderBreach>(id.0)
    }
}
