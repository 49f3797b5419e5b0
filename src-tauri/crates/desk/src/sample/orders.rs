//! The sample's orders and interventions, in every stage, walked through by the rules.

use chrono::NaiveDate;
use domain::ids::{OrderBreachId, OrderEventId, OrderId, OrderOfferId, OrderReviewId, SubjectId};
use domain::order::{
    FirstStep, Order, OrderBreach, OrderCategory, OrderEventKind, OrderOffer, OrderOn, OrderReview,
    OrderStage, OrderStep, OrderType, ProposedDates, Recorded, named_type, proposed,
};

use super::COORDINATOR;
use super::calendar::When;
use super::maker::{Maker, first_subject};
use super::words::{DayWords, OrderWords, StepWords, orders};
use crate::failure::Failure;

impl Maker<'_, '_> {
    /// Makes the orders whose case or referral is in this sample.
    pub fn make_orders(&mut self) -> Result<(), Failure> {
        let types = self.writer.list_order_types()?;
        for words in orders() {
            if let Some((on, subject)) = self.order_on(&words) {
                self.make_order(&words, on, subject, &types)?;
            }
        }
        Ok(())
    }

    /// Returns what an order is on and whom it is about; absent when this sample does not hold that.
    fn order_on(&self, words: &OrderWords) -> Option<(OrderOn, Option<SubjectId>)> {
        match words.on.split_once(' ').unwrap_or((words.on, "")) {
            ("alone", _) => Some((OrderOn::Alone, None)),
            ("place", place) => Some((OrderOn::Place { place: place.to_owned() }, None)),
            ("referral", number) => {
                let referral = *self.made.referrals.get(&number.parse::<u32>().ok()?)?;
                Some((OrderOn::Referral { referral }, None))
            }
            (case, _) => {
                let case = self.made.cases.get(case)?;
                let on = OrderOn::Case { case: case.id, episode: *case.episodes.first()? };
                Some((on, first_subject(&case.subjects)))
            }
        }
    }

    fn make_order(
        &mut self,
        words: &OrderWords,
        on: OrderOn,
        subject: Option<SubjectId>,
        types: &[OrderType],
    ) -> Result<(), Failure> {
        let Some((first, steps)) = words.steps.split_first() else { return Ok(()) };
        let row = named_type(types, words.kind);
        let id = OrderId::new(&mut **self.ids);
        let today = self.made.calendar.today;
        let begun = self.first_step(first, row);
        let begun = Order::begun(id, words.kind, on, subject, begun, types, today)?;
        let mut order = Order {
            conditions: words.conditions.iter().map(|text| (*text).to_owned()).collect(),
            note: words.note.to_owned(),
            ..begun
        };
        self.keep_step(&order, first, 1, None)?;
        for (serial, step) in (2_u32..).zip(steps) {
            let before = order.state();
            order = order.step(&self.step(step, row), None, types, today)?;
            self.keep_step(&order, step, serial, Some(before))?;
        }
        self.writer.put_order(&order)?;
        self.make_entries(words, &order, row.map(|row| row.fields.category))
    }

    fn day(&self, when: When) -> NaiveDate {
        self.made.calendar.day(when)
    }

    fn day_of(&self, words: DayWords, computed: Option<NaiveDate>) -> Option<NaiveDate> {
        match words {
            DayWords::None => None,
            DayWords::On(when) => Some(self.day(when)),
            DayWords::Computed => computed,
        }
    }

    fn computed(&self, words: &StepWords, row: Option<&OrderType>) -> ProposedDates {
        match row.filter(|_| words.stage == OrderStage::InPlace) {
            Some(row) => proposed(row, self.day(words.on), None),
            None => ProposedDates::default(),
        }
    }

    fn first_step(&self, words: &StepWords, row: Option<&OrderType>) -> FirstStep {
        let computed = self.computed(words, row);
        FirstStep {
            stage: words.stage,
            on: self.day(words.on),
            considered_on: None,
            expires_on: self.day_of(words.expires, computed.expires_on),
            review_on: self.day_of(words.review, computed.review_on),
            appeal_ends_on: computed.appeal_ends_on,
        }
    }

    fn step(&self, words: &StepWords, row: Option<&OrderType>) -> OrderStep {
        let computed = self.computed(words, row);
        OrderStep {
            to: words.stage,
            on: self.day(words.on),
            reason: words.reason.to_owned(),
            expires_on: self.day_of(words.expires, computed.expires_on),
            review_on: self.day_of(words.review, computed.review_on),
            appeal_ends_on: computed.appeal_ends_on,
            outcome: words.outcome,
        }
    }

    fn keep_step(
        &mut self,
        order: &Order,
        words: &StepWords,
        serial: u32,
        before: Option<domain::order::OrderState>,
    ) -> Result<(), Failure> {
        let meeting = match words.on {
            When::Meeting(back) => self.made.meetings.get(&back).copied(),
            When::FromNext(_) => None,
        };
        let id = OrderEventId::new(&mut **self.ids);
        let recorded = Recorded { id, serial, by: COORDINATOR.to_owned(), meeting };
        let kind = if before.is_none() { OrderEventKind::Began } else { OrderEventKind::Moved };
        if before.is_none() {
            self.writer.put_order(order)?;
        }
        let event = order.event(kind, Some(self.day(words.on)), words.reason, before, recorded);
        self.writer.add_order_event(&event)?;
        Ok(())
    }

    fn make_entries(
        &mut self,
        words: &OrderWords,
        order: &Order,
        category: Option<OrderCategory>,
    ) -> Result<(), Failure> {
        let today = self.made.calendar.today;
        for (on, what, done) in &words.breaches {
            let id = OrderBreachId::new(&mut **self.ids);
            let (what, done) = ((*what).to_owned(), (*done).to_owned());
            let breach = OrderBreach { id, order: order.id, on: self.day(*on), what, done };
            self.writer.put_order_breach(&breach.checked(order, today)?)?;
        }
        for (on, what, next) in &words.reviews {
            let id = OrderReviewId::new(&mut **self.ids);
            let next_on = next.map(|next| self.day(next));
            let review =
                OrderReview { id, order: order.id, on: self.day(*on), what: (*what).to_owned(), next_on };
            self.writer.put_order_review(&review.checked(order, today)?)?;
        }
        let mut offers: Vec<OrderOffer> = Vec::new();
        for (on, to_whom, answer, note) in &words.offers {
            let id = OrderOfferId::new(&mut **self.ids);
            let (to_whom, note) = ((*to_whom).to_owned(), (*note).to_owned());
            let offer = OrderOffer { id, order: order.id, on: self.day(*on), to_whom, answer: *answer, note };
            let offer = offer.checked(order, category, &offers, today)?;
            self.writer.put_order_offer(&offer)?;
            offers.push(offer);
        }
        Ok(())
    }
}
