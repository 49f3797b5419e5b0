//! The orders of the sample, step by step.

use domain::order::{OfferAnswer, OrderOutcome, OrderStage};

use super::{cells, lines, word};
use crate::sample::calendar::When;

/// An order to be.
#[derive(Clone, Debug)]
pub struct OrderWords {
    /// Its type.
    pub kind: &'static str,
    /// What it is on: a case's number, `referral 53`, `place ...`, `alone`.
    pub on: &'static str,
    /// Its note.
    pub note: &'static str,
    /// Its steps, the first one first.
    pub steps: Vec<StepWords>,
    /// What it forbids and asks for.
    pub conditions: Vec<&'static str>,
    /// Breaches: when, what happened, what was done.
    pub breaches: Vec<(When, &'static str, &'static str)>,
    /// Reviews: when, what came of it, when next.
    pub reviews: Vec<(When, &'static str, Option<When>)>,
    /// Offers and answers: when, to whom, the answer, what was said.
    pub offers: Vec<(When, &'static str, OfferAnswer, &'static str)>,
}

/// A step of an order.
#[derive(Clone, Copy, Debug)]
pub struct StepWords {
    /// Where it leads.
    pub stage: OrderStage,
    /// When.
    pub on: When,
    /// The last day after it.
    pub expires: DayWords,
    /// The day to look again after it.
    pub review: DayWords,
    /// What the order achieved; absent until it ended.
    pub outcome: Option<OrderOutcome>,
    /// Why.
    pub reason: &'static str,
}

/// A day as the words give it.
#[derive(Clone, Copy, Debug)]
pub enum DayWords {
    /// There is none.
    None,
    /// This day.
    On(When),
    /// The day that follows from the type's periods.
    Computed,
}

impl DayWords {
    fn read(text: &str) -> Self {
        match (text, When::read(text, 1)) {
            ("=", _) => Self::Computed,
            (_, Some(when)) => Self::On(when),
            (_, None) => Self::None,
        }
    }
}

/// Reads the orders.
pub fn orders() -> Vec<OrderWords> {
    let mut orders: Vec<OrderWords> = Vec::new();
    for (key, rest) in lines(include_str!("orders.txt")) {
        match (key, cells(rest).as_slice(), orders.last_mut()) {
            ("order", [kind, on, note], _) => orders.push(OrderWords {
                kind,
                on,
                note: note.trim_matches('-'),
                steps: Vec::new(),
                conditions: Vec::new(),
                breaches: Vec::new(),
                reviews: Vec::new(),
                offers: Vec::new(),
            }),
            ("begin", [stage, on, expires, review], Some(order)) => {
                order.steps.extend(step([stage, on, expires, review, "-", "-"]));
            }
            ("step", [stage, on, expires, review, outcome, reason], Some(order)) => {
                order.steps.extend(step([stage, on, expires, review, outcome, reason]));
            }
            ("condition", _, Some(order)) => order.conditions.push(rest),
            ("breach", [on, what, done], Some(order)) => {
                order.breaches.extend(When::read(on, 1).map(|on| (on, *what, *done)));
            }
            ("reviewed", [on, what, next], Some(order)) => {
                order.reviews.extend(When::read(on, 1).map(|on| (on, *what, When::read(next, 1))));
            }
            ("offer", [on, to_whom, answer, note], Some(order)) => {
                let read = When::read(on, 1).zip(word(answer));
                order.offers.extend(read.map(|(on, answer)| (on, *to_whom, answer, note.trim_matches('-'))));
            }
            _ => {}
        }
    }
    orders
}

fn step([stage, on, expires, review, outcome, reason]: [&'static str; 6]) -> Option<StepWords> {
    Some(StepWords {
        stage: word(stage)?,
        on: When::read(on, 1)?,
        expires: DayWords::read(expires),
        review: DayWords::read(review),
        outcome: word(outcome),
        reason: reason.trim_matches('-'),
    })
}
