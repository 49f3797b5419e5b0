//! Orders of a period: how many in place at its start, issued, ended with which outcome; each figure is its rows.

use std::collections::HashMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::event::{OrderEvent, OrderEventKind, standing_events};
use super::{Order, OrderOutcome, OrderStage};
use crate::ids::OrderId;

/// The days of a period, both among it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OrderPeriod {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
}

impl OrderPeriod {
    fn holds(self, day: NaiveDate) -> bool {
        self.from <= day && day <= self.to
    }
}

/// What happened to orders within a period. In place at the start + issued - ended = in place at the end.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OrderFigures {
    /// In place when the period began.
    pub in_place_at_start: Vec<OrderId>,
    /// Came into place within it.
    pub issued: Vec<OrderId>,
    /// Continued or varied within it.
    pub continued: Vec<OrderId>,
    /// Ended within it, with each outcome that occurs.
    pub ended: Vec<(OrderOutcome, Vec<OrderId>)>,
    /// In place when the period was over.
    pub in_place_at_end: Vec<OrderId>,
    /// Refused or dismissed within it.
    pub refused: Vec<OrderId>,
    /// Given up within it.
    pub not_progressed: Vec<OrderId>,
    /// On hold when the period was over.
    pub on_hold: Vec<OrderId>,
    /// Came into place, ended or were put aside on a day that nobody told, so that no period can count them.
    pub undated: Vec<OrderId>,
}

impl OrderFigures {
    /// Returns how many ended, with whichever outcome.
    pub fn ended_in_all(&self) -> usize {
        self.ended.iter().map(|(_, orders)| orders.len()).sum()
    }

    /// Tells whether any figure counts `order`.
    pub fn counts(&self, order: OrderId) -> bool {
        let lists = [
            &self.in_place_at_start,
            &self.issued,
            &self.continued,
            &self.in_place_at_end,
            &self.refused,
            &self.not_progressed,
            &self.on_hold,
            &self.undated,
        ];
        let ended = self.ended.iter().map(|(_, orders)| orders);
        lists.into_iter().chain(ended).any(|list| list.contains(&order))
    }
}

const OUTCOMES: [OrderOutcome; 5] = [
    OrderOutcome::Positive,
    OrderOutcome::SomeGoodEffect,
    OrderOutcome::FailedBeforeExpiry,
    OrderOutcome::Expired,
    OrderOutcome::Abandoned,
];

/// Counts what happened to `orders`, whose steps are `events`, within a period.
pub fn figures_of(orders: &[Order], events: &[OrderEvent], period: OrderPeriod) -> OrderFigures {
    let mut steps: HashMap<OrderId, Vec<OrderEvent>> = HashMap::new();
    for event in events {
        steps.entry(event.order).or_default().push(event.clone());
    }
    let standing =
        |order: &Order| steps.get(&order.id).map(|events| standing_events(events)).unwrap_or_default();
    let pick = |wanted: &dyn Fn(&Order) -> bool| -> Vec<OrderId> {
        orders.iter().filter(|order| wanted(order)).map(|order| order.id).collect()
    };
    let ended_with = |outcome: OrderOutcome| {
        let ended = pick(&|order| {
            order.outcome == Some(outcome)
                && life(order).is_some_and(|(_, end)| end.is_some_and(|end| period.holds(end)))
        });
        (!ended.is_empty()).then_some((outcome, ended))
    };
    let put_aside = |stage: OrderStage| {
        pick(&|order| order.stage == stage && order.ended_on.is_some_and(|on| period.holds(on)))
    };
    OrderFigures {
        in_place_at_start: pick(&|order| {
            life(order)
                .is_some_and(|(begin, end)| begin < period.from && end.is_none_or(|end| end >= period.from))
        }),
        issued: pick(&|order| life(order).is_some_and(|(begin, _)| period.holds(begin))),
        continued: pick(&|order| {
            let continued = |event: &&&OrderEvent| {
                event.kind == OrderEventKind::Moved && event.stage == OrderStage::Continued
            };
            standing(order).iter().filter(continued).any(|event| event.on.is_some_and(|on| period.holds(on)))
        }),
        ended: OUTCOMES.into_iter().filter_map(ended_with).collect(),
        in_place_at_end: pick(&|order| {
            life(order)
                .is_some_and(|(begin, end)| begin <= period.to && end.is_none_or(|end| end > period.to))
        }),
        refused: put_aside(OrderStage::Refused),
        not_progressed: put_aside(OrderStage::NotProgressed),
        on_hold: pick(&|order| stood_at(&standing(order), period.to) == Some(OrderStage::OnHold)),
        undated: pick(&is_undated),
    }
}

/// Returns since when an order was in place and until when; absent when it never was, or a day of it is not known.
fn life(order: &Order) -> Option<(NaiveDate, Option<NaiveDate>)> {
    let begin = order.in_place_on.filter(|_| order.was_in_place())?;
    match order.stage {
        OrderStage::Ended => Some((begin, Some(order.ended_on?))),
        _ => Some((begin, None)),
    }
}

fn is_undated(order: &Order) -> bool {
    match order.stage {
        OrderStage::Refused | OrderStage::NotProgressed => order.ended_on.is_none(),
        _ => order.was_in_place() && life(order).is_none(),
    }
}

/// Returns where an order stood at the end of `day`; absent when nothing was known of it then.
fn stood_at(standing: &[&OrderEvent], day: NaiveDate) -> Option<OrderStage> {
    let until = standing.iter().filter(|event| event.kind != OrderEventKind::PutRight);
    until.take_while(|event| event.on.is_none_or(|on| on <= day)).last().map(|event| event.stage)
}

#[cfg(test)]
mod tests {
    use chrono::Days;
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::super::event::Recorded;
    use super::super::testing::{day, order};
    use super::super::{OrderStep, next_stages};
    use super::*;
    use crate::ids::OrderEventId;

    const STAGES: [OrderStage; 9] = [
        OrderStage::Considered,
        OrderStage::BeingPrepared,
        OrderStage::AppliedFor,
        OrderStage::InPlace,
        OrderStage::Continued,
        OrderStage::OnHold,
        OrderStage::Refused,
        OrderStage::NotProgressed,
        OrderStage::Ended,
    ];

    fn recorded(serial: u32) -> Recorded {
        Recorded {
            id: OrderEventId(Uuid::from_u128(u128::from(serial))),
            serial,
            by: String::new(),
            meeting: None,
        }
    }

    /// Walks an order through `moves` from 1 January 2026 on; what the rules refuse is not done. A move of 9 takes the
    /// last step back.
    fn walked(id: u128, moves: &[(usize, u64)]) -> (Vec<Order>, Vec<OrderEvent>) {
        let begin = day("2026-01-01");
        let mut now = Order {
            id: OrderId(Uuid::from_u128(id)),
            considered_on: Some(begin),
            ..order(OrderStage::Considered)
        };
        let mut events = vec![now.event(OrderEventKind::Began, Some(begin), "", None, recorded(1))];
        let mut on = begin;
        for (serial, (target, days)) in (2_u32..).zip(moves) {
            if *target == STAGES.len() {
                let Some(last) = standing_events(&events).last().map(|last| (*last).clone()) else {
                    continue;
                };
                let Ok(Some(before)) = now.clone().before(&last, false) else { continue };
                let back = before.event(OrderEventKind::TakenBack, Some(on), "", None, recorded(serial));
                events.push(OrderEvent { takes_back: Some(last.id), ..back });
                now = before;
                on = standing_events(&events).last().and_then(|last| last.on).unwrap_or(begin);
                continue;
            }
            let to = STAGES[*target];
            let step = OrderStep {
                to,
                on: on + Days::new(*days),
                reason: "said".into(),
                expires_on: None,
                review_on: (to == OrderStage::OnHold).then(|| day("2030-01-01")),
                appeal_ends_on: None,
                outcome: (to == OrderStage::Ended).then_some(OUTCOMES[(days % 5) as usize]),
            };
            let Ok(next) = now.clone().step(&step, Some(on), &[], day("2027-12-31")) else { continue };
            let before = Some(now.state());
            now = next;
            on = step.on;
            events.push(now.event(OrderEventKind::Moved, Some(on), "", before, recorded(serial)));
        }
        (vec![now], events)
    }

    fn in_place(id: u128, from: &str, ended: Option<(&str, OrderOutcome)>) -> Order {
        Order {
            id: OrderId(Uuid::from_u128(id)),
            in_place_on: Some(day(from)),
            ended_on: ended.map(|(on, _)| day(on)),
            outcome: ended.map(|(_, outcome)| outcome),
            ..order(if ended.is_some() { OrderStage::Ended } else { OrderStage::InPlace })
        }
    }

    #[test]
    fn a_period_counts_its_first_and_its_last_day() {
        let orders = [
            in_place(1, "2026-03-31", None),
            in_place(2, "2026-04-01", None),
            in_place(3, "2026-03-31", Some(("2026-03-31", OrderOutcome::Positive))),
            in_place(4, "2026-03-01", Some(("2026-04-01", OrderOutcome::Expired))),
            in_place(5, "2026-06-30", Some(("2026-06-30", OrderOutcome::Abandoned))),
            in_place(6, "2026-07-01", None),
            Order { id: OrderId(Uuid::from_u128(7)), ..order(OrderStage::InPlace) },
        ];
        let figures =
            figures_of(&orders, &[], OrderPeriod { from: day("2026-04-01"), to: day("2026-06-30") });
        let ids = |ids: &[OrderId]| ids.iter().map(|id| id.0.as_u128()).collect::<Vec<_>>();
        assert_eq!(ids(&figures.in_place_at_start), [1, 4], "3 had ended before");
        assert_eq!(ids(&figures.issued), [2, 5]);
        assert_eq!(figures.ended_in_all(), 2);
        assert_eq!(
            ids(&figures.in_place_at_end),
            [1, 2],
            "what ended on the last day is not in place at its end"
        );
        assert_eq!(ids(&figures.undated), [7], "nobody told since when");
    }

    #[test]
    fn an_order_is_on_hold_at_the_end_of_a_period_by_the_step_that_stood_then() {
        let (orders, events) = walked(1, &[(5, 31), (3, 59)]);
        let at =
            |to: &str| figures_of(&orders, &events, OrderPeriod { from: day("2026-01-01"), to: day(to) });
        assert_eq!(at("2026-01-31").on_hold.len(), 0);
        assert_eq!(at("2026-02-01").on_hold.len(), 1);
        assert_eq!(at("2026-04-01").on_hold.len(), 0, "it came into place");
        let (orders, events) = walked(1, &[(5, 31), (9, 0)]);
        let taken_back =
            figures_of(&orders, &events, OrderPeriod { from: day("2026-01-01"), to: day("2026-12-31") });
        assert!(taken_back.on_hold.is_empty(), "the step was taken back");
    }

    proptest! {
        #[test]
        fn in_place_at_the_start_and_issued_less_ended_is_in_place_at_the_end(
            walks in prop::collection::vec(prop::collection::vec((0_usize..10, 0_u64..90), 0..8), 1..12),
            from in 0_u64..800, length in 0_u64..500,
        ) {
            let (mut orders, mut events) = (Vec::new(), Vec::new());
            for (id, moves) in (1_u128..).zip(&walks) {
                let (walked_orders, walked_events) = walked(id, moves);
                orders.extend(walked_orders);
                events.extend(walked_events);
            }
            let from = day("2025-10-01") + Days::new(from);
            let figures = figures_of(&orders, &events, OrderPeriod { from, to: from + Days::new(length) });
            prop_assert_eq!(
                figures.in_place_at_start.len() + figures.issued.len() - figures.ended_in_all(),
                figures.in_place_at_end.len()
            );
            prop_assert!(figures.undated.is_empty(), "every step has its day");
        }

        #[test]
        fn no_walk_reaches_what_the_rules_forbid(moves in prop::collection::vec((0_usize..10, 0_u64..90), 0..40)) {
            let (orders, events) = walked(1, &moves);
            let order = &orders[0];
            prop_assert!(order.clone().checked().is_ok());
            prop_assert_eq!(order.stage == OrderStage::Ended, order.outcome.is_some());
            let standing = standing_events(&events);
            prop_assert_eq!(standing.last().map(|event| event.stage), Some(order.stage));
            for pair in standing.windows(2) {
                prop_assert!(next_stages(pair[0].stage).contains(&pair[1].stage));
                prop_assert!(pair[0].on <= pair[1].on, "no date goes backwards");
            }
        }
    }
}
