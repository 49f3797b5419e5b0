//! Reviews of orders, and what came of them.

use domain::ids::{OrderId, OrderReviewId};
use domain::order::OrderReview;

use crate::column::Column;
use crate::error::StoreError;
use crate::reader::Reader;
use crate::writer::Writer;

crate::record::record! {
    OrderReview in "order_review", found by |_| None, key id, { id, order as order_id, on as day, what, next_on }
}

impl Reader<'_> {
    /// Returns the reviews of an order, the earliest first.
    pub fn reviews_of_order(&self, order: OrderId) -> Result<Vec<OrderReview>, StoreError> {
        self.list("WHERE order_id = ?1 AND removed = 0 ORDER BY day, id", [order.to_value()])
    }

    /// Returns the reviews of all orders, the earliest first.
    pub fn list_order_reviews(&self) -> Result<Vec<OrderReview>, StoreError> {
        self.list("WHERE removed = 0 ORDER BY day, id", [])
    }

    /// Returns a review; absent when there is none.
    pub fn get_order_review(&self, id: OrderReviewId) -> Result<Option<OrderReview>, StoreError> {
        self.get(id.0)
    }
}

impl Writer<'_> {
    /// Adds or amends a review; returns whether anything changed.
    pub fn put_order_review(&mut self, review: &OrderReview) -> Result<bool, StoreError> {
        self.put(review)
    }

    /// Takes a review back that was entered by mistake; returns whether it was there.
    pub fn remove_order_review(&mut self, id: OrderReviewId) -> Result<bool, StoreError> {
        self.take_back::<OrderReview>(id.0)
    }
}
