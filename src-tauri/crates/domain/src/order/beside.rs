//! What is recorded beside the steps of an order: breaches, reviews, and offers of restorative justice.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::error::OrderError;
use super::kind::OrderCategory;
use super::{Order, OrderStage};
use crate::ids::{OrderBreachId, OrderId, OrderOfferId, OrderReviewId};
use crate::words::table_date;

/// A breach of an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OrderBreach {
    /// Its key.
    pub id: OrderBreachId,
    /// The order.
    pub order: OrderId,
    /// When.
    pub on: NaiveDate,
    /// What happened.
    pub what: String,
    /// What was done about it; empty until something was.
    pub done: String,
}

/// A review of an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OrderReview {
    /// Its key.
    pub id: OrderReviewId,
    /// The order.
    pub order: OrderId,
    /// When.
    pub on: NaiveDate,
    /// What came of it.
    pub what: String,
    /// When it is reviewed next; absent when it is not.
    pub next_on: Option<NaiveDate>,
}

/// How somebody answered an offer of restorative justice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum OfferAnswer {
    /// It was offered, and the answer is open.
    Offered,
    /// It was declined.
    Declined,
    /// It was taken up.
    TakenUp,
    /// It was found not suitable.
    NotSuitable,
}

impl OfferAnswer {
    /// Returns the answer in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Offered => "offered",
            Self::Declined => "declined",
            Self::TakenUp => "taken up",
            Self::NotSuitable => "not suitable",
        }
    }
}

/// An offer of restorative justice to somebody, or the answer; a later one for the same person takes its place, and both stay.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OrderOffer {
    /// Its key.
    pub id: OrderOfferId,
    /// The order.
    pub order: OrderId,
    /// When.
    pub on: NaiveDate,
    /// To whom, such as `the shopkeeper`.
    pub to_whom: String,
    /// How it stands.
    pub answer: OfferAnswer,
    /// What was said; empty when nothing was.
    pub note: String,
}

impl OrderBreach {
    /// Checks a breach of `order` that is recorded on `today`.
    pub fn checked(self, order: &Order, today: NaiveDate) -> Result<Self, OrderError> {
        was_in_place(order, "a breach")?;
        filled("what", &self.what, "Say how the order was broken")?;
        within(order, self.on, today)?;
        Ok(Self { what: self.what.trim().to_owned(), done: self.done.trim().to_owned(), ..self })
    }
}

impl OrderReview {
    /// Checks a review of `order` that is recorded on `today`.
    pub fn checked(self, order: &Order, today: NaiveDate) -> Result<Self, OrderError> {
        was_in_place(order, "a review")?;
        filled("what", &self.what, "Say what came of the review")?;
        within(order, self.on, today)?;
        if let Some(next) = self.next_on.filter(|next| *next <= self.on) {
            return Err(OrderError::backwards("next_on", self.on, next));
        }
        Ok(Self {
            what: self.what.trim().to_owned(),
            next_on: self.next_on.filter(|_| order.is_live()),
            ..self
        })
    }
}

impl OrderOffer {
    /// Checks an offer on `order`, whose type is of `category`, that is recorded on `today` after `earlier` ones.
    pub fn checked(
        self,
        order: &Order,
        category: Option<OrderCategory>,
        earlier: &[Self],
        today: NaiveDate,
    ) -> Result<Self, OrderError> {
        if category != Some(OrderCategory::RestorativeJustice) {
            return Err(OrderError::NoRestorativeJustice(order.kind.clone()));
        }
        filled("to_whom", &self.to_whom, "Say to whom it was offered, such as “the shopkeeper”")?;
        if self.on > today {
            return Err(OrderError::InFuture { field: "on", on: table_date(self.on) });
        }
        let before = earlier.iter().filter(|offer| offer.is_to_same(&self)).map(|offer| offer.on).max();
        if let Some(before) = before.filter(|before| self.on < *before) {
            return Err(OrderError::backwards("on", before, self.on));
        }
        Ok(Self { to_whom: self.to_whom.trim().to_owned(), note: self.note.trim().to_owned(), ..self })
    }

    fn is_to_same(&self, other: &Self) -> bool {
        self.to_whom.trim().to_lowercase() == other.to_whom.trim().to_lowercase()
    }
}

impl Order {
    /// Returns the order with the day that its latest review asked for; an order that is over is reviewed no more.
    pub fn reviewed(self, latest: Option<&OrderReview>) -> Self {
        match latest.filter(|_| self.is_live()) {
            Some(latest) => Self { review_on: latest.next_on, ..self },
            None => self,
        }
    }
}

/// Returns how the offers stand: the latest to each person, in the order in which people were first asked.
pub fn standing_offers(offers: &[OrderOffer]) -> Vec<&OrderOffer> {
    let mut standing: Vec<&OrderOffer> = Vec::new();
    for offer in offers {
        match standing.iter_mut().find(|known| known.is_to_same(offer)) {
            Some(known) if known.on <= offer.on => *known = offer,
            Some(_) => {}
            None => standing.push(offer),
        }
    }
    standing
}

fn was_in_place(order: &Order, what: &'static str) -> Result<(), OrderError> {
    if order.was_in_place() {
        Ok(())
    } else {
        Err(OrderError::NotInPlace { stage: order.stage.words(), what })
    }
}

fn filled(field: &'static str, text: &str, words: &'static str) -> Result<(), OrderError> {
    if text.trim().is_empty() { Err(OrderError::NothingSaid { field, words }) } else { Ok(()) }
}

fn within(order: &Order, on: NaiveDate, today: NaiveDate) -> Result<(), OrderError> {
    if on > today {
        return Err(OrderError::InFuture { field: "on", on: table_date(on) });
    }
    if let Some(began) = order.in_place_on.filter(|began| on < *began) {
        return Err(OrderError::backwards("on", began, on));
    }
    let ended = order.ended_on.filter(|_| order.stage == OrderStage::Ended);
    match ended.filter(|ended| on > *ended) {
        Some(ended) => Err(OrderError::AfterItsEnd { ended: table_date(ended) }),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::super::testing::{day, order};
    use super::*;

    fn breach(on: &str) -> OrderBreach {
        let id = OrderBreachId(Uuid::nil());
        OrderBreach {
            id,
            order: OrderId(Uuid::nil()),
            on: day(on),
            what: " seen at the gate ".into(),
            done: String::new(),
        }
    }

    fn in_place() -> Order {
        Order { in_place_on: Some(day("2026-06-01")), ..order(OrderStage::InPlace) }
    }

    #[test]
    fn a_breach_lies_within_the_time_of_an_order_that_was_in_place() {
        let today = day("2026-11-24");
        assert_eq!(breach("2026-06-01").checked(&in_place(), today).unwrap().what, "seen at the gate");
        assert!(matches!(
            breach("2026-05-31").checked(&in_place(), today),
            Err(OrderError::Backwards { .. })
        ));
        assert!(matches!(breach("2026-11-25").checked(&in_place(), today), Err(OrderError::InFuture { .. })));
        let ended = Order { stage: OrderStage::Ended, ended_on: Some(day("2026-08-01")), ..in_place() };
        assert!(matches!(breach("2026-08-02").checked(&ended, today), Err(OrderError::AfterItsEnd { .. })));
        let thought = order(OrderStage::Considered);
        assert!(matches!(breach("2026-06-01").checked(&thought, today), Err(OrderError::NotInPlace { .. })));
    }

    #[test]
    fn a_review_is_followed_by_a_later_one_or_none() {
        let review = |next: Option<&str>| OrderReview {
            id: OrderReviewId(Uuid::nil()),
            order: OrderId(Uuid::nil()),
            on: day("2026-09-01"),
            what: "kept".into(),
            next_on: next.map(day),
        };
        let today = day("2026-11-24");
        assert!(review(Some("2026-12-01")).checked(&in_place(), today).is_ok());
        assert!(review(None).checked(&in_place(), today).is_ok());
        assert!(matches!(
            review(Some("2026-09-01")).checked(&in_place(), today),
            Err(OrderError::Backwards { field: "next_on", .. })
        ));
    }

    fn offer(number: u128, to_whom: &str, on: &str, answer: OfferAnswer) -> OrderOffer {
        let id = OrderOfferId(Uuid::from_u128(number));
        OrderOffer {
            id,
            order: OrderId(Uuid::nil()),
            on: day(on),
            to_whom: to_whom.into(),
            answer,
            note: String::new(),
        }
    }

    #[test]
    fn the_latest_answer_of_each_person_stands() {
        let offers = [
            offer(1, "the shopkeeper", "2026-06-01", OfferAnswer::Offered),
            offer(2, "the neighbour", "2026-06-01", OfferAnswer::NotSuitable),
            offer(3, "The shopkeeper ", "2026-06-09", OfferAnswer::TakenUp),
        ];
        let standing: Vec<OfferAnswer> =
            standing_offers(&offers).into_iter().map(|offer| offer.answer).collect();
        assert_eq!(standing, [OfferAnswer::TakenUp, OfferAnswer::NotSuitable]);
        let restorative = Some(OrderCategory::RestorativeJustice);
        let early = offer(4, "the shopkeeper", "2026-06-08", OfferAnswer::Declined);
        let refused = early.clone().checked(&in_place(), restorative, &offers, day("2026-11-24"));
        assert!(
            matches!(refused, Err(OrderError::Backwards { .. })),
            "the answer does not come before the last one"
        );
        let elsewhere = early.checked(&in_place(), Some(OrderCategory::Support), &[], day("2026-11-24"));
        assert!(matches!(elsewhere, Err(OrderError::NoRestorativeJustice(_))));
    }
}
