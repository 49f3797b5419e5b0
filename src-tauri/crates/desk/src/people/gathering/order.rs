//! What is held of one order.

use domain::order::{Order, OrderEvent, OrderOn};
use domain::retention::{RecordRef, RecordType};
use domain::subject_access::HeldText;
use domain::words::table_date;

use super::Gatherer;
use super::lines::{Lines, joined};
use crate::failure::Failure;
use crate::orders::step_words;

impl Gatherer<'_> {
    pub(super) fn order(&self, lines: &mut Lines, order: &Order) -> Result<(), Failure> {
        let days = [
            ("considered", order.considered_on),
            ("in place", order.in_place_on),
            ("appeal until", order.appeal_ends_on),
            ("expires", order.expires_on),
            ("looked at again", order.review_on),
            ("ended", order.ended_on),
        ];
        let days =
            days.iter().filter_map(|(words, day)| day.map(|day| format!(", {words} {}", table_date(day))));
        let outcome = order.outcome.map(|outcome| format!(", {}", outcome.words())).unwrap_or_default();
        let of_another = order.subject.is_some_and(|subject| subject != self.person.id);
        let whose = if of_another { ", on another person" } else { "" };
        let text = format!("{}{}{outcome}{whose}", order.stage.words(), days.collect::<String>());
        lines.put(&order.kind, HeldText { text, about_others: of_another });
        let told = |text: &str| match of_another {
            true => self.access.of_another(text),
            false => self.access.text(text),
        };
        let kind = &order.kind;
        if let OrderOn::Place { place } = &order.on {
            lines.put(format!("Place of {kind}"), told(place));
        }
        lines.put(format!("Reason of {kind}"), told(&order.reason));
        lines.put(format!("Conditions of {kind}"), told(&order.conditions.join("\n")));
        lines.put(format!("Notes on {kind}"), told(&order.note));
        for event in self.reader.events_of_order(order.id)? {
            lines.put(format!("Step of {kind}"), told(&step(&event)));
        }
        for breach in self.reader.breaches_of_order(order.id)? {
            let done = match breach.done.as_str() {
                "" => String::new(),
                done => format!("Done about it: {done}"),
            };
            let label = format!("Breach of {kind}, {}", table_date(breach.on));
            lines.put(label, told(&joined(&[breach.what.as_str(), &done], "\n")));
        }
        for review in self.reader.reviews_of_order(order.id)? {
            let next = review.next_on.map(|next| format!("Next review {}", table_date(next)));
            let label = format!("Review of {kind}, {}", table_date(review.on));
            lines.put(label, told(&joined(&[review.what.as_str(), &next.unwrap_or_default()], "\n")));
        }
        for offer in self.reader.offers_of_order(order.id)? {
            let to = format!("{} to {}", offer.answer.words(), offer.to_whom);
            let label = format!("Offer of {kind}, {}", table_date(offer.on));
            lines.put(label, told(&joined(&[to.as_str(), &offer.note], ": ")));
        }
        self.choices(lines, RecordRef { of: RecordType::StandaloneOrder, record: order.id.0 });
        Ok(())
    }
}

/// Returns a step of an order with its day, its reason, what it led to and who recorded it.
fn step(event: &OrderEvent) -> String {
    let day = |words: &str, day: Option<_>| day.map(|day| format!("{words}{}", table_date(day)));
    let by = if event.by.is_empty() { String::new() } else { format!("recorded by {}", event.by) };
    joined(
        &[
            step_words(event),
            day("", event.on).unwrap_or_default(),
            event.outcome.map(|outcome| outcome.words().to_owned()).unwrap_or_default(),
            event.reason.clone(),
            day("expires ", event.expires_on).unwrap_or_default(),
            day("looked at again ", event.review_on).unwrap_or_default(),
            by,
        ],
        ", ",
    )
}
