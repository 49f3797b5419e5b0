//! Orders and interventions.

use domain::ids::{CaseId, OrderId, ReferralId};
use domain::order::{Order, OrderOn};
use rusqlite::types::Value;
use uuid::Uuid;

use crate::column::{Column, Columns};
use crate::error::StoreError;
use crate::reader::Reader;
use crate::record::Record;
use crate::search::Words;
use crate::writer::Writer;

impl Record for Order {
    const TABLE: &'static str = "order_record";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "kind",
        "attached_to",
        "case_id",
        "episode",
        "referral",
        "place",
        "subject",
        "stage",
        "considered_on",
        "in_place_on",
        "expires_on",
        "review_on",
        "ended_on",
        "outcome",
        "note",
        "order_type",
        "appeal_ends_on",
        "reason",
        "conditions",
    ];

    fn key(&self) -> Uuid {
        self.id.0
    }

    fn values(&self) -> Vec<Value> {
        let (mut case, mut episode, mut referral, mut place) = (None, None, None, None);
        let attached_to = match &self.on {
            OrderOn::Case { case: of, episode: within } => {
                (case, episode) = (Some(*of), Some(*within));
                "case"
            }
            OrderOn::Referral { referral: of } => {
                referral = Some(*of);
                "referral"
            }
            OrderOn::Place { place: at } => {
                place = Some(at.clone());
                "place"
            }
            OrderOn::Alone => "alone",
        };
        vec![
            self.id.to_value(),
            self.kind.to_value(),
            Value::Text(attached_to.to_owned()),
            case.to_value(),
            episode.to_value(),
            referral.to_value(),
            place.to_value(),
            self.subject.to_value(),
            self.stage.to_value(),
            self.considered_on.to_value(),
            self.in_place_on.to_value(),
            self.expires_on.to_value(),
            self.review_on.to_value(),
            self.ended_on.to_value(),
            self.outcome.to_value(),
            self.note.to_value(),
            self.order_type.to_value(),
            self.appeal_ends_on.to_value(),
            self.reason.to_value(),
            self.conditions.to_value(),
        ]
    }

    fn read(columns: &mut Columns<'_, '_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: columns.take()?,
            kind: columns.take()?,
            on: read_attachment(columns)?,
            subject: columns.take()?,
            stage: columns.take()?,
            considered_on: columns.take()?,
            in_place_on: columns.take()?,
            expires_on: columns.take()?,
            review_on: columns.take()?,
            ended_on: columns.take()?,
            outcome: columns.take()?,
            note: columns.take()?,
            order_type: columns.take()?,
            appeal_ends_on: columns.take()?,
            reason: columns.take()?,
            conditions: columns.take()?,
        })
    }

    fn words(&self) -> Option<Words> {
        let place = match &self.on {
            OrderOn::Place { place } => place.as_str(),
            _ => "",
        };
        let body = self.conditions.iter().chain([&self.note, &self.reason]).map(String::as_str);
        Words::new(format!("{} {place}", self.kind).trim().to_owned(), body)
    }
}

fn read_attachment(columns: &mut Columns<'_, '_>) -> Result<OrderOn, StoreError> {
    let attached_to: String = columns.take()?;
    let (case, episode, referral, place) =
        (columns.take()?, columns.take()?, columns.take()?, columns.take()?);
    match (attached_to.as_str(), case, episode, referral, place) {
        ("case", Some(case), Some(episode), ..) => Ok(OrderOn::Case { case, episode }),
        ("referral", .., Some(referral), _) => Ok(OrderOn::Referral { referral }),
        ("place", .., Some(place)) => Ok(OrderOn::Place { place }),
        ("alone", ..) => Ok(OrderOn::Alone),
        _ => Err(StoreError::Unreadable { column: 3 }),
    }
}

impl Reader<'_> {
    /// Returns all orders in the order in which they were entered.
    pub fn list_orders(&self) -> Result<Vec<Order>, StoreError> {
        self.list("WHERE removed = 0 ORDER BY id", [])
    }

    /// Returns the orders on a case in the order in which they were entered.
    pub fn orders_of(&self, case: CaseId) -> Result<Vec<Order>, StoreError> {
        self.list("WHERE case_id = ?1 AND removed = 0 ORDER BY id", [case.to_value()])
    }

    /// Returns the orders on a referral in the order in which they were entered.
    pub fn orders_of_referral(&self, referral: ReferralId) -> Result<Vec<Order>, StoreError> {
        self.list("WHERE referral = ?1 AND removed = 0 ORDER BY id", [referral.to_value()])
    }

    /// Returns an order; absent when there is none.
    pub fn get_order(&self, id: OrderId) -> Result<Option<Order>, StoreError> {
        self.get(id.0)
    }
}

impl Writer<'_> {
    /// Adds or amends an order; returns whether anything changed.
    pub fn put_order(&mut self, order: &Order) -> Result<bool, StoreError> {
        self.put(order)
    }

    /// Takes an order back that was added by mistake; returns whether it was there.
    pub fn remove_order(&mut self, id: OrderId) -> Result<bool, StoreError> {
        self.take_back::<Order>(id.0)
    }
}
