//! Orders.

use domain::ids::*;
use domain::order::*;

use super::*;

pub fn order(dice: &mut Dice, id: OrderId, known: &Known) -> Order {
    let on = match dice.below(4) {
        0 => OrderOn::Case { case: known.case, episode: known.episode },
        1 => OrderOn::Referral { referral: known.referral },
        2 => OrderOn::Place { place: dice.text() },
        _ => OrderOn::Alone,
    };
    Order {
        id,
        kind: dice.text(),
        order_type: None,
        on,
        subject: dice.maybe(|_| known.subject),
        stage: dice.of(&[
            OrderStage::Considered,
            OrderStage::InPlace,
            OrderStage::NotProgressed,
            OrderStage::Ended,
        ]),
        considered_on: dice.maybe(Dice::day),
        in_place_on: dice.maybe(Dice::day),
        expires_on: dice.maybe(Dice::day),
        review_on: dice.maybe(Dice::day),
        appeal_ends_on: dice.maybe(Dice::day),
        ended_on: dice.maybe(Dice::day),
        outcome: dice.maybe(|dice| dice.of(&[OrderOutcome::SomeGoodEffect, OrderOutcome::Abandoned])),
        reason: dice.text(),
        conditions: dice.some(Dice::text),
        note: dice.text(),
    }
}

pub fn order_type(dice: &mut Dice, id: OrderTypeId) -> OrderType {
    OrderType {
        id,
        fields: OrderTypeFields {
            name: dice.text(),
            stands_for: dice.text(),
            category: dice.of(&[OrderCategory::Enforcement, OrderCategory::RestorativeJustice]),
            period: dice.maybe(period),
            counting: Counting {
                first_day: dice.coin(),
                without_weekends: dice.coin(),
                without_bank_holidays: dice.coin(),
            },
            appeal: dice.maybe(period),
            review_after: dice.maybe(period),
            review_every: dice.maybe(period),
            review_only_under_18: dice.coin(),
            extendable_to: dice.maybe(period),
            source: dice.text(),
        },
        valid_from: dice.maybe(Dice::day),
        valid_until: dice.maybe(Dice::day),
        is_default: dice.coin(),
    }
}

fn period(dice: &mut Dice) -> Period {
    let units = [PeriodUnit::Days, PeriodUnit::Weeks, PeriodUnit::Months, PeriodUnit::Years];
    Period { amount: dice.number(), unit: dice.of(&units) }
}

pub fn order_event(
    dice: &mut Dice,
    id: OrderEventId,
    order: &Order,
    serial: u32,
    known: &Known,
) -> OrderEvent {
    OrderEvent {
        id,
        order: order.id,
        serial,
        kind: dice.of(&[OrderEventKind::Began, OrderEventKind::AsFound, OrderEventKind::Moved]),
        stage: order.stage,
        on: dice.maybe(Dice::day),
        reason: dice.text(),
        outcome: order.outcome,
        expires_on: dice.maybe(Dice::day),
        review_on: dice.maybe(Dice::day),
        by: dice.text(),
        meeting: dice.maybe(|_| known.meeting),
        takes_back: None,
        before: dice.maybe(|_| order.state()),
    }
}

pub fn breach(dice: &mut Dice, id: OrderBreachId, order: OrderId) -> OrderBreach {
    OrderBreach { id, order, on: dice.day(), what: dice.text(), done: dice.text() }
}

pub fn review(dice: &mut Dice, id: OrderReviewId, order: OrderId) -> OrderReview {
    OrderReview { id, order, on: dice.day(), what: dice.text(), next_on: dice.maybe(Dice::day) }
}

pub fn offer(dice: &mut Dice, id: OrderOfferId, order: OrderId) -> OrderOffer {
    let answers =
        [OfferAnswer::Offered, OfferAnswer::Declined, OfferAnswer::TakenUp, OfferAnswer::NotSuitable];
    OrderOffer {
        id,
        order,
        on: dice.day(),
        to_whom: dice.text(),
        answer: dice.of(&answers),
        note: dice.text(),
    }
}
