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
        ended_on: dice.maybe(Dice::day),
        outcome: dice.maybe(|dice| dice.of(&[OrderOutcome::SomeGoodEffect, OrderOutcome::Abandoned])),
        note: dice.text(),
    }
}
