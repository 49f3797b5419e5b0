//! The sample's orders and interventions, in every stage.

use domain::ids::OrderId;
use domain::order::{Order, OrderOn};

use super::maker::{Maker, first_subject};
use super::words::{OrderWords, orders};
use crate::failure::Failure;

impl Maker<'_, '_> {
    /// Makes the orders whose case or referral is in this sample.
    pub fn make_orders(&mut self) -> Result<(), Failure> {
        for words in orders() {
            self.make_order(&words)?;
        }
        Ok(())
    }

    fn make_order(&mut self, words: &OrderWords) -> Result<(), Failure> {
        let mut subject = None;
        let on = match words.on.split_once(' ').unwrap_or((words.on, "")) {
            ("alone", _) => OrderOn::Alone,
            ("place", place) => OrderOn::Place { place: place.to_owned() },
            ("referral", number) => {
                let known = number.parse().ok().and_then(|number: u32| self.made.referrals.get(&number));
                let Some(referral) = known else { return Ok(()) };
                OrderOn::Referral { referral: *referral }
            }
            (case, _) => {
                let Some(case) = self.made.cases.get(case) else { return Ok(()) };
                let Some(episode) = case.episodes.first() else { return Ok(()) };
                subject = first_subject(&case.subjects);
                OrderOn::Case { case: case.id, episode: *episode }
            }
        };
        let [considered_on, in_place_on, expires_on, review_on, ended_on] =
            words.days.map(|when| when.map(|when| self.made.calendar.day(when)));
        let order = Order {
            id: OrderId::new(&mut **self.ids),
            kind: words.kind.to_owned(),
            on,
            subject,
            stage: words.stage,
            considered_on,
            in_place_on,
            expires_on,
            review_on,
            ended_on,
            outcome: words.outcome,
            note: words.note.to_owned(),
        };
        self.writer.put_order(&order.checked()?)?;
        Ok(())
    }
}
