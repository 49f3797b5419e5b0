//! The list of types of orders and interventions, with the days on which each row holds.

use domain::order::{OrderType, OrderTypeFields};
use rusqlite::types::Value;
use uuid::Uuid;

use crate::column::{Column, Columns};
use crate::error::StoreError;
use crate::reader::Reader;
use crate::record::Record;
use crate::writer::Writer;

impl Record for OrderType {
    const TABLE: &'static str = "order_type";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "name",
        "stands_for",
        "category",
        "period",
        "counting",
        "appeal",
        "review_after",
        "review_every",
        "review_only_under_18",
        "extendable_to",
        "source",
        "valid_from",
        "valid_until",
        "is_default",
    ];

    fn key(&self) -> Uuid {
        self.id.0
    }

    fn values(&self) -> Vec<Value> {
        let fields = &self.fields;
        vec![
            self.id.to_value(),
            fields.name.to_value(),
            fields.stands_for.to_value(),
            fields.category.to_value(),
            fields.period.to_value(),
            fields.counting.to_value(),
            fields.appeal.to_value(),
            fields.review_after.to_value(),
            fields.review_every.to_value(),
            fields.review_only_under_18.to_value(),
            fields.extendable_to.to_value(),
            fields.source.to_value(),
            self.valid_from.to_value(),
            self.valid_until.to_value(),
            self.is_default.to_value(),
        ]
    }

    fn read(columns: &mut Columns<'_, '_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: columns.take()?,
            fields: OrderTypeFields {
                name: columns.take()?,
                stands_for: columns.take()?,
                category: columns.take()?,
                period: columns.take()?,
                counting: columns.take()?,
                appeal: columns.take()?,
                review_after: columns.take()?,
                review_every: columns.take()?,
                review_only_under_18: columns.take()?,
                extendable_to: columns.take()?,
                source: columns.take()?,
            },
            valid_from: columns.take()?,
            valid_until: columns.take()?,
            is_default: columns.take()?,
        })
    }
}

impl Reader<'_> {
    /// Returns all rows of the list, also those that do not hold any more, by name and then from the earliest on.
    pub fn list_order_types(&self) -> Result<Vec<OrderType>, StoreError> {
        self.list("WHERE removed = 0 ORDER BY lower(name), valid_from, id", [])
    }
}

impl Writer<'_> {
    /// Adds or amends a row of the list; returns whether anything changed.
    pub fn put_order_type(&mut self, row: &OrderType) -> Result<bool, StoreError> {
        self.put(row)
    }
}
