//! The steps of orders, in the order of arrival, never changed once written.

use domain::ids::OrderId;
use domain::order::OrderEvent;

use crate::column::Column;
use crate::error::StoreError;
use crate::reader::Reader;
use crate::writer::Writer;

crate::record::record! {
    #[append_only = true]
    OrderEvent in "order_event", found by |_| None, key id,
    {
        id, order as order_id, serial, kind, stage, on as day, reason, outcome, expires_on, review_on, by as said_by, meeting,
        takes_back, before,
    }
}

impl Reader<'_> {
    /// Returns the steps of an order, the first one first.
    pub fn events_of_order(&self, order: OrderId) -> Result<Vec<OrderEvent>, StoreError> {
        self.list("WHERE order_id = ?1 AND removed = 0 ORDER BY serial", [order.to_value()])
    }

    /// Returns the steps of all orders, those of one order in their order.
    pub fn list_order_events(&self) -> Result<Vec<OrderEvent>, StoreError> {
        self.list("WHERE removed = 0 ORDER BY order_id, serial", [])
    }
}

impl Writer<'_> {
    /// Adds a step; returns whether it is new. The same step with other values is refused.
    pub fn add_order_event(&mut self, event: &OrderEvent) -> Result<bool, StoreError> {
        self.put(event)
    }
}
