//! Orders and interventions.

use chrono::NaiveDate;
use domain::ids::OrderId;
use domain::order::{Order, OrderOn, OrderOutcome, OrderStage};
use domain::reference::CaseReference;

wire! {
    /// All orders with their figures.
    pub struct OrdersView {
        /// In place now.
        pub in_place: u32,
        /// Considered, prepared, applied for or on hold.
        pub pending: u32,
        /// In place or pending, and due to be looked at within four weeks.
        pub due_soon: u32,
        /// One row an order: what is due first on top, ended ones last.
        pub rows: Vec<OrderRow>,
    }

    /// An order in a list.
    pub struct OrderRow {
        /// The order.
        pub order: Order,
        /// What its type stands for; empty when the hub's list does not tell.
        pub stands_for: String,
        /// What it is on, in words: a reference, a place, `stands alone`.
        pub on_words: String,
        /// The case's reference; absent when on none.
        pub reference: Option<CaseReference>,
        /// When somebody has to look at it next; absent when not known.
        pub due_on: Option<NaiveDate>,
    }

    /// Asks for a new order.
    pub struct AddOrder {
        /// Its type.
        pub kind: String,
        /// What it is on; for a case its open or latest episode is taken, so `episode` is not asked.
        pub on: OrderTarget,
        /// Where it stands.
        pub stage: OrderStage,
        /// Since when it is considered; absent when not known.
        pub considered_on: Option<NaiveDate>,
        /// Since when it is in place; absent before.
        pub in_place_on: Option<NaiveDate>,
        /// When it runs out; absent when open-ended.
        pub expires_on: Option<NaiveDate>,
        /// When to look at it again; absent when nobody has to.
        pub review_on: Option<NaiveDate>,
        /// When it ended; absent until then.
        pub ended_on: Option<NaiveDate>,
        /// What it achieved; present exactly when ended.
        pub outcome: Option<OrderOutcome>,
        /// Remarks.
        pub note: String,
    }

    /// What a new order is on.
    #[serde(tag = "on")]
    pub enum OrderTarget {
        /// A case.
        Case {
            /// Its reference.
            reference: CaseReference,
        },
        /// A place.
        Place {
            /// Which place.
            place: String,
        },
        /// Nothing.
        Alone,
        /// What it was on before; for amending only.
        Unchanged {
            /// As the order holds it.
            was: OrderOn,
        },
    }

    /// Asks to change an order.
    pub struct AmendOrder {
        /// The order.
        pub id: OrderId,
        /// As it is to be.
        pub order: AddOrder,
    }
}
