//! Types, steps, breaches, reviews and offers of orders on real SQLite: what was written is what is read.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

mod common;
#[path = "common/dice/mod.rs"]
mod dice;

use common::*;
use dice::{Dice, Known};
use domain::ids::*;
use domain::order::{Order, OrderCategory, OrderOn, OrderStage, OrderType, Period, PeriodUnit, named_type};
use proptest::prelude::*;
use store::{StoreError, Writer};

fn known() -> Known {
    Known {
        agency: AgencyId(id(101)),
        officer: OfficerId(id(102)),
        area: AreaId(id(103)),
        subject: SubjectId(id(104)),
        case: CaseId(id(105)),
        episode: EpisodeId(id(106)),
        meeting: MeetingId(id(107)),
        referral: ReferralId(id(108)),
        item: ItemId(id(109)),
        action: ActionId(id(110)),
        matrix: MatrixVersionId(id(111)),
    }
}

fn order(writer: &mut Writer<'_>) -> Result<Order, StoreError> {
    let order = Order {
        conditions: vec!["Keeps away from the arcade".into(), "🏚️ “stays” out".into()],
        reason: "schedule first".into(),
        ..Order::as_published(OrderId(id(121)), "ABC", OrderOn::Alone, OrderStage::InPlace)
    };
    writer.put_order(&order)?;
    Ok(order)
}

fn type_named(types: &[OrderType], name: &str) -> OrderType {
    named_type(types, name).unwrap().clone()
}

#[test]
fn a_new_hub_has_the_published_list_with_its_default_periods() {
    let types = hub().read(|reader| reader.list_order_types());
    assert_eq!(types.len(), 15);
    for row in &types {
        assert!(row.is_default && !row.fields.source.is_empty(), "{}", row.fields.name);
        assert!((row.valid_from, row.valid_until) == (None, None), "{}", row.fields.name);
        assert!(row.fields.clone().checked().is_ok(), "{} passes its own checks", row.fields.name);
    }
    let words = |period: Option<Period>| period.map(Period::words).unwrap_or_default();
    let abc = type_named(&types, "ABC").fields;
    assert_eq!((words(abc.period), words(abc.review_after)), ("6 months".into(), "3 months".into()));
    let notice = type_named(&types, "CPN").fields;
    assert!(notice.counting.first_day, "counting the day of issue");
    assert_eq!(notice.appeal, Some(Period::of(21, PeriodUnit::Days)));
    let closure = type_named(&types, "Closure Order").fields;
    assert_eq!((words(closure.period), words(closure.extendable_to)), ("3 months".into(), "6 months".into()));
    let space = type_named(&types, "PSPO").fields;
    assert_eq!((words(space.period), words(space.review_every)), ("3 years".into(), "12 months".into()));
    let cbo = type_named(&types, "CBO").fields;
    assert!(cbo.review_only_under_18 && words(cbo.review_every) == "12 months");
    assert_eq!(type_named(&types, "RJ").fields.category, OrderCategory::RestorativeJustice);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn what_is_written_beside_an_order_is_what_is_read(seed: u64) {
        let mut made = hub();
        let dice = &mut Dice(seed);
        let order = made.write(order);
        prop_assert_eq!(made.read(|reader| reader.get_order(order.id)), Some(order.clone()));
        let known = known();
        let meeting = dice::meeting(dice, known.meeting, 45);
        let row = dice::order_type(dice, OrderTypeId(id(130)));
        let event = dice::order_event(dice, OrderEventId(id(131)), &order, 1, &known);
        let breach = dice::breach(dice, OrderBreachId(id(132)), order.id);
        let review = dice::review(dice, OrderReviewId(id(133)), order.id);
        let offer = dice::offer(dice, OrderOfferId(id(134)), order.id);
        let before = made.read(|reader| reader.audit_rows());
        made.write(|writer| {
            writer.put_meeting(&meeting)?;
            assert!(writer.put_order_type(&row)? && !writer.put_order_type(&row)?, "twice changes nothing");
            assert!(writer.add_order_event(&event)? && !writer.add_order_event(&event)?);
            assert!(writer.put_order_breach(&breach)? && !writer.put_order_breach(&breach)?);
            assert!(writer.put_order_review(&review)? && !writer.put_order_review(&review)?);
            assert!(writer.put_order_offer(&offer)? && !writer.put_order_offer(&offer)?);
            Ok(())
        });
        prop_assert_eq!(made.read(|reader| reader.audit_rows()), before + 6, "one audit row a change");
        prop_assert!(made.read(|reader| reader.list_order_types()).contains(&row));
        prop_assert_eq!(made.read(|reader| reader.list_order_events()), made.read(|reader| reader.events_of_order(order.id)));
        prop_assert_eq!(made.read(|reader| reader.events_of_order(order.id)), [event.clone()]);
        prop_assert_eq!(made.read(|reader| reader.breaches_of_order(order.id)), [breach]);
        prop_assert_eq!(made.read(|reader| reader.reviews_of_order(order.id)), [review]);
        prop_assert_eq!(made.read(|reader| reader.offers_of_order(order.id)), [offer]);
        let other = domain::order::OrderEvent { by: "somebody else".into(), ..event };
        let refused = made.try_write(|writer| writer.add_order_event(&other));
        let append_only = matches!(refused, Err(StoreError::AppendOnly { table: "order_event" }));
        prop_assert!(append_only, "a step never changes");
        prop_assert!(made.store.check().unwrap().ok);
    }
}

#[test]
fn a_breach_entered_by_mistake_is_taken_back_and_the_order_stays() {
    let mut made = hub();
    let order = made.write(order);
    let breach = dice::breach(&mut Dice(1), OrderBreachId(id(132)), order.id);
    made.write(|writer| writer.put_order_breach(&breach));
    assert!(made.write(|writer| writer.remove_order_breach(breach.id)));
    assert!(!made.write(|writer| writer.remove_order_breach(breach.id)), "once is enough");
    assert!(made.read(|reader| reader.list_order_breaches()).is_empty());
    assert_eq!(made.read(|reader| reader.get_order(order.id)), Some(order));
}
