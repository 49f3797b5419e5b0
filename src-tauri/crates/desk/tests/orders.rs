//! Journeys: orders from considered to ended, what is recorded beside them, types as data, figures of a period.

#![allow(clippy::unwrap_used, reason = "a step of a journey that fails ends the test where it failed")]

mod support;

use chrono::NaiveDate;
use desk::commands;
use desk::failure::Failure;
use desk::wire::everything::*;
use domain::case::{CaseKind, ReviewRule};
use domain::ids::{OrderId, SubjectId};
use domain::order::{
    DueKind, OfferAnswer, OrderDates, OrderEventKind, OrderOutcome, OrderStage, OrderStep, OrderTypeFields,
    Period, PeriodUnit,
};
use domain::reference::CaseReference;
use domain::rights::Role;
use domain::subject::SubjectRole;
use support::Place;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Adds a case about a person of an age, and returns its reference and the person.
fn case_about(place: &mut Place, age: u8) -> (CaseReference, SubjectId) {
    let fields = CaseFields {
        kind: CaseKind::Person,
        title: String::new(),
        outline: "Calls from three neighbours".into(),
        key_issues: vec!["ASB".into()],
        factors: None,
        place: String::new(),
        area: None,
        source: None,
        lead_agency: None,
        lead_officer: None,
        legal_lead: String::new(),
        involved: Vec::new(),
        review_rule: ReviewRule::EveryMeeting,
        outside_facts: Vec::new(),
    };
    let person = NewSubject {
        fields: SubjectFields {
            name: "Kit Osei".into(),
            aliases: Vec::new(),
            date_of_birth: None,
            age: Some(age),
            addresses: Vec::new(),
            telephones: Vec::new(),
            agency_references: Vec::new(),
        },
        role: SubjectRole::Perpetrator,
    };
    let request = AddCase { fields, opened: day("2026-01-05"), subjects: vec![person], initial_score: None };
    let view = commands::add_case(&mut place.desk, request).unwrap();
    (view.case.reference, view.subjects[0].subject.id)
}

fn considered(kind: &str, on: OrderTarget, since: &str) -> AddOrder {
    AddOrder {
        kind: kind.into(),
        on,
        subject: None,
        stage: OrderStage::Considered,
        since: day(since),
        considered_on: None,
        expires_on: None,
        review_on: None,
        appeal_ends_on: None,
        conditions: Vec::new(),
        note: String::new(),
    }
}

fn add(place: &mut Place, request: AddOrder) -> OrderView {
    commands::add_order(&mut place.desk, request).unwrap()
}

fn to(stage: OrderStage, on: &str) -> OrderStep {
    OrderStep {
        to: stage,
        on: day(on),
        reason: String::new(),
        expires_on: None,
        review_on: None,
        appeal_ends_on: None,
        outcome: None,
    }
}

fn step(place: &mut Place, id: OrderId, step: OrderStep) -> Result<OrderView, Failure> {
    commands::move_order(&mut place.desk, MoveOrder { id, step })
}

fn field_of(refused: Result<OrderView, Failure>) -> String {
    refused.unwrap_err().field.unwrap_or_default()
}

#[test]
fn an_order_on_a_case_goes_from_considered_to_ended_and_shows_in_the_register_until_then() {
    let mut place = Place::with_hub();
    let (reference, person) = case_about(&mut place, 19);
    let on = OrderTarget::Case { reference };
    let request = AddOrder {
        subject: Some(person),
        conditions: vec![" Keeps away from the arcade ".into(), " ".into()],
        ..considered("abc", on, "2026-09-01")
    };
    let view = add(&mut place, request);
    assert_eq!(
        (view.row.order.kind.as_str(), view.row.stands_for.as_str()),
        ("ABC", "acceptable behaviour contract")
    );
    assert_eq!(view.row.order.conditions, ["Keeps away from the arcade"]);
    assert_eq!(view.subject.as_ref().map(|person| person.name.as_str()), Some("Kit Osei"));
    let id = view.row.order.id;
    let shown =
        |place: &mut Place| commands::list_cases(&mut place.desk, Nothing {}).unwrap().rows[0].orders.clone();
    assert_eq!(shown(&mut place), ["ABC considered"]);

    let proposed =
        ProposeOrderDates { kind: "ABC".into(), on: day("2026-10-01"), subject: None, continues: None };
    let proposed = commands::propose_order_dates(&mut place.desk, proposed).unwrap();
    assert_eq!(proposed.dates.expires_on, Some(day("2027-04-01")), "six months");
    assert_eq!(proposed.dates.review_on, Some(day("2027-01-01")), "reviewed at three");
    assert!(proposed.advice.contains("not legal advice") && proposed.is_default);
    // The court or the partners said another day: what is recorded is theirs, and the computed day stays in sight.
    let made = OrderStep { expires_on: Some(day("2027-03-31")), ..to(OrderStage::InPlace, "2026-10-01") };
    let view = step(&mut place, id, made).unwrap();
    assert_eq!(view.row.order.expires_on, Some(day("2027-03-31")));
    assert_eq!(view.computed.expires_on, Some(day("2027-04-01")));
    assert_eq!(shown(&mut place), ["ABC"]);

    assert_eq!(field_of(step(&mut place, id, to(OrderStage::Ended, "2026-11-20"))), "outcome");
    let expired = OrderStep { outcome: Some(OrderOutcome::Expired), ..to(OrderStage::Ended, "2026-11-20") };
    assert_eq!(field_of(step(&mut place, id, expired.clone())), "outcome", "it runs until March");
    let positive = OrderStep { outcome: Some(OrderOutcome::Positive), ..expired };
    let view = step(&mut place, id, positive).unwrap();
    assert!(view.next_stages.is_empty());
    assert!(shown(&mut place).is_empty());
    let stages: Vec<OrderStage> = view.steps.iter().map(|step| step.stage).collect();
    assert_eq!(stages, [OrderStage::Ended, OrderStage::InPlace, OrderStage::Considered], "the latest first");
    assert_eq!(view.steps[0].by, "Alex Marsh");
}

#[test]
fn no_step_goes_back_in_time_or_from_where_it_is_not_allowed_and_nothing_is_half_written() {
    let mut place = Place::with_hub();
    let id = add(&mut place, considered("CBO", OrderTarget::Alone, "2026-09-01")).row.order.id;
    assert_eq!(field_of(step(&mut place, id, to(OrderStage::InPlace, "2026-08-31"))), "on");
    assert_eq!(field_of(step(&mut place, id, to(OrderStage::InPlace, "2026-11-25"))), "on", "to come");
    assert_eq!(field_of(step(&mut place, id, to(OrderStage::Ended, "2026-09-02"))), "stage");
    assert_eq!(field_of(step(&mut place, id, to(OrderStage::OnHold, "2026-09-02"))), "reason");
    assert_eq!(field_of(step(&mut place, id, to(OrderStage::NotProgressed, "2026-09-02"))), "reason");
    step(&mut place, id, to(OrderStage::AppliedFor, "2026-09-20")).unwrap();
    assert_eq!(
        field_of(step(&mut place, id, to(OrderStage::InPlace, "2026-09-19"))),
        "on",
        "before it was applied for"
    );
    let view = commands::get_order(&mut place.desk, GetOrder { id }).unwrap();
    assert_eq!(
        (view.row.order.stage, view.steps.len()),
        (OrderStage::AppliedFor, 2),
        "refusals leave nothing"
    );
}

#[test]
fn the_last_step_is_taken_back_and_both_stay_in_the_history() {
    let mut place = Place::with_hub();
    let id = add(&mut place, considered("CBO", OrderTarget::Alone, "2026-09-01")).row.order.id;
    step(&mut place, id, to(OrderStage::Refused, "2026-10-01")).unwrap();
    let back = |place: &mut Place| {
        let request = TakeBackOrderStep { id, reason: "it was another one".into() };
        commands::take_back_order_step(&mut place.desk, request)
    };
    let view = back(&mut place).unwrap().order.unwrap();
    assert_eq!((view.row.order.stage, view.row.order.ended_on), (OrderStage::Considered, None));
    assert_eq!(view.steps.len(), 3);
    assert!(view.steps[1].taken_back && view.steps[0].kind == OrderEventKind::TakenBack);
    assert_eq!(view.last_step.as_deref(), Some("Considered"));
    assert!(back(&mut place).unwrap().order.is_none(), "an order whose first step is taken back is gone");
    assert!(commands::list_orders(&mut place.desk, Nothing {}).unwrap().rows.is_empty());
}

#[test]
fn breaches_and_reviews_stand_beside_an_order_and_a_review_names_the_next() {
    let mut place = Place::with_hub();
    let on = OrderTarget::Place { place: "the market square".into() };
    let request = AddOrder { stage: OrderStage::InPlace, ..considered("PSPO", on, "2026-03-02") };
    let id = add(&mut place, request).row.order.id;
    let breach = |on: &str, what: &str| SetOrderBreach {
        order: id,
        id: None,
        on: day(on),
        what: what.into(),
        done: String::new(),
    };
    assert_eq!(field_of(commands::set_order_breach(&mut place.desk, breach("2026-03-01", "drinking"))), "on");
    assert_eq!(field_of(commands::set_order_breach(&mut place.desk, breach("2026-04-01", " "))), "what");
    let long = "ά🙂 محمد\u{301} ".repeat(700);
    let view = commands::set_order_breach(&mut place.desk, breach("2026-04-01", &long)).unwrap();
    assert_eq!((view.breaches[0].what.as_str(), view.row.breaches), (long.trim(), 1));
    let done = SetOrderBreach {
        id: Some(view.breaches[0].id),
        done: "Fixed penalty".into(),
        ..breach("2026-04-01", "Drinking at the fountain")
    };
    let view = commands::set_order_breach(&mut place.desk, done).unwrap();
    assert_eq!((view.breaches.len(), view.breaches[0].done.as_str()), (1, "Fixed penalty"));
    let review = SetOrderReview {
        order: id,
        id: None,
        on: day("2026-09-01"),
        what: "Complaints halved".into(),
        next_on: Some(day("2026-12-08")),
    };
    let view = commands::set_order_review(&mut place.desk, review).unwrap();
    assert_eq!(view.row.due_on, Some(day("2026-12-08")));
    let back = TakeBackOrderStep { id, reason: String::new() };
    assert!(
        commands::take_back_order_step(&mut place.desk, back).is_err(),
        "what is recorded needs the order"
    );
    let remove = RemoveOrderEntry::Breach { id: view.breaches[0].id };
    assert!(commands::remove_order_entry(&mut place.desk, remove).unwrap().breaches.is_empty());
}

#[test]
fn offers_belong_to_restorative_justice_and_the_latest_answer_stands() {
    let mut place = Place::with_hub();
    let abc = add(&mut place, considered("ABC", OrderTarget::Alone, "2026-09-01")).row.order.id;
    let id = add(&mut place, considered("RJ", OrderTarget::Alone, "2026-09-01")).row.order.id;
    let offer = |order, on: &str, answer| AddOrderOffer {
        order,
        on: day(on),
        to_whom: "the shopkeeper".into(),
        answer,
        note: String::new(),
    };
    let elsewhere =
        commands::add_order_offer(&mut place.desk, offer(abc, "2026-09-02", OfferAnswer::Offered));
    assert!(elsewhere.unwrap_err().message.contains("restorative justice"));
    commands::add_order_offer(&mut place.desk, offer(id, "2026-09-02", OfferAnswer::Offered)).unwrap();
    let view =
        commands::add_order_offer(&mut place.desk, offer(id, "2026-09-16", OfferAnswer::TakenUp)).unwrap();
    let stand: Vec<bool> = view.offers.iter().map(|line| line.stands).collect();
    assert_eq!((stand, view.takes_offers), (vec![false, true], true));
}

#[test]
fn what_comes_due_is_listed_within_twelve_weeks_and_leads_the_day() {
    let mut place = Place::with_hub();
    let notice = AddOrder {
        stage: OrderStage::InPlace,
        appeal_ends_on: Some(day("2026-12-07")),
        expires_on: Some(day("2027-02-15")),
        review_on: Some(day("2026-11-20")),
        ..considered("CPN", OrderTarget::Alone, "2026-11-17")
    };
    add(&mut place, notice);
    add(
        &mut place,
        AddOrder {
            review_on: Some(day("2027-03-01")),
            ..considered("CBO", OrderTarget::Alone, "2026-11-17")
        },
    );
    let view = commands::list_orders(&mut place.desk, Nothing {}).unwrap();
    let coming: Vec<(DueKind, NaiveDate)> = view.coming.iter().map(|line| (line.what, line.on)).collect();
    assert_eq!(
        coming,
        [
            (DueKind::Review, day("2026-11-20")),
            (DueKind::AppealEnds, day("2026-12-07")),
            (DueKind::Ends, day("2027-02-15")),
        ],
        "what was missed first; the look in fourteen weeks waits"
    );
    assert_eq!(view.due_soon, 1);
    let today = commands::get_today(&mut place.desk, Nothing {}).unwrap();
    assert_eq!(today.coming.len(), 3);
    assert!(today.coming[0].words.starts_with("CPN") && today.coming[0].address.starts_with("/orders/"));
}

#[test]
fn the_figures_of_a_period_open_their_rows_and_sum() {
    let mut place = Place::with_hub();
    let from =
        |since: &str| AddOrder { stage: OrderStage::InPlace, ..considered("ABC", OrderTarget::Alone, since) };
    let early = add(&mut place, from("2026-01-05")).row.order.id;
    add(&mut place, from("2026-05-05"));
    let end =
        OrderStep { outcome: Some(OrderOutcome::SomeGoodEffect), ..to(OrderStage::Ended, "2026-06-30") };
    step(&mut place, early, end).unwrap();
    let refused = add(&mut place, considered("CBO", OrderTarget::Alone, "2026-04-01")).row.order.id;
    step(&mut place, refused, to(OrderStage::Refused, "2026-05-01")).unwrap();
    let period = OrderPeriod { from: day("2026-04-01"), to: day("2026-06-30") };
    let view = commands::get_order_figures(&mut place.desk, period).unwrap();
    let figures = &view.figures;
    assert_eq!(figures.in_place_at_start, [early]);
    assert_eq!((figures.issued.len(), figures.ended_in_all(), figures.in_place_at_end.len()), (1, 1, 1));
    assert_eq!(figures.ended, [(OrderOutcome::SomeGoodEffect, vec![early])]);
    assert_eq!(figures.refused, [refused]);
    assert_eq!(view.rows.len(), 3, "every order that a figure counts");
    let backwards = OrderPeriod { from: period.to, to: period.from };
    let refused = commands::get_order_figures(&mut place.desk, backwards).unwrap_err();
    assert_eq!(refused.field.as_deref(), Some("to"));
}

fn types(place: &mut Place) -> Vec<OrderTypeRow> {
    commands::list_order_types(&mut place.desk, Nothing {}).unwrap().rows
}

fn abc(place: &mut Place) -> OrderTypeRow {
    types(place).into_iter().find(|each| each.row.fields.name == "ABC" && each.holds).unwrap()
}

#[test]
fn a_changed_type_holds_from_its_day_and_orders_made_before_keep_theirs() {
    let mut place = Place::with_hub();
    let made =
        |since: &str| AddOrder { stage: OrderStage::InPlace, ..considered("ABC", OrderTarget::Alone, since) };
    let before = add(&mut place, made("2026-10-01")).row.order.id;
    let row = abc(&mut place);
    assert!(row.row.is_default && row.orders == 1);
    let fields =
        OrderTypeFields { period: Some(Period::of(12, PeriodUnit::Months)), ..row.row.fields.clone() };
    let change = |id, fields: &OrderTypeFields, from: &str| AmendOrderType {
        id,
        fields: fields.clone(),
        from: day(from),
    };
    let nameless = OrderTypeFields { source: " ".into(), ..fields.clone() };
    let refused =
        commands::amend_order_type(&mut place.desk, change(row.row.id, &nameless, "2026-11-01")).unwrap_err();
    assert_eq!(refused.field.as_deref(), Some("source"));
    commands::amend_order_type(&mut place.desk, change(row.row.id, &fields, "2026-11-01")).unwrap();
    let after = add(&mut place, made("2026-11-02")).row.order.id;
    let period = |place: &mut Place, id| {
        let of = commands::get_order(&mut place.desk, GetOrder { id }).unwrap().order_type.unwrap();
        of.fields.period.unwrap().words()
    };
    assert_eq!(period(&mut place, before), "6 months");
    assert_eq!(period(&mut place, after), "12 months");
    assert_eq!(types(&mut place).iter().filter(|each| each.row.fields.name == "ABC").count(), 2);
    let again = abc(&mut place);
    let early =
        commands::amend_order_type(&mut place.desk, change(again.row.id, &fields, "2026-11-01")).unwrap_err();
    assert_eq!(early.field.as_deref(), Some("from"), "an order uses that row already");
    let twice = AddOrderType { fields, from: None };
    let refused = commands::add_order_type(&mut place.desk, twice).unwrap_err();
    assert_eq!(refused.field.as_deref(), Some("name"));
    commands::end_order_type(&mut place.desk, EndOrderType { id: again.row.id, from: day("2026-11-24") })
        .unwrap();
    let directory = commands::get_directory(&mut place.desk, Nothing {}).unwrap();
    assert!(directory.order_types.iter().all(|row| row.fields.name != "ABC"), "it is not offered any more");
}

#[test]
fn a_coordinator_may_change_types_and_a_reader_may_record_nothing() {
    let mut place = Place::with_hub_of(Role::Coordinator);
    let row = abc(&mut place);
    let from = EndOrderType { id: row.row.id, from: day("2026-11-24") };
    assert!(commands::end_order_type(&mut place.desk, from).is_ok());
    let mut place = Place::with_hub_of(Role::Reader);
    assert!(commands::list_orders(&mut place.desk, Nothing {}).is_ok());
    let request = considered("ABC", OrderTarget::Alone, "2026-09-01");
    assert!(commands::add_order(&mut place.desk, request).is_err());
}

#[test]
fn a_cbo_on_somebody_under_18_is_reviewed_every_year() {
    let mut place = Place::with_hub();
    let propose = |place: &mut Place, subject| {
        let request =
            ProposeOrderDates { kind: "CBO".into(), on: day("2026-11-03"), subject, continues: None };
        commands::propose_order_dates(&mut place.desk, request).unwrap().dates.review_on
    };
    let (_, child) = case_about(&mut place, 15);
    let (_, grown) = case_about(&mut place, 34);
    assert_eq!(propose(&mut place, Some(child)), Some(day("2027-11-03")));
    assert_eq!(propose(&mut place, Some(grown)), None);
}

#[test]
fn dates_are_put_right_with_their_trace_and_the_person_is_one_of_the_case() {
    let mut place = Place::with_hub();
    let (reference, person) = case_about(&mut place, 19);
    let (_, stranger) = case_about(&mut place, 20);
    let on = OrderTarget::Case { reference };
    let people = commands::list_order_people(&mut place.desk, OrderPeople { on: on.clone() }).unwrap().people;
    assert_eq!(people.iter().map(|each| each.name.as_str()).collect::<Vec<_>>(), ["Kit Osei, 19"]);
    let request = AddOrder { stage: OrderStage::InPlace, ..considered("ABC", on, "2026-09-10") };
    let view = add(&mut place, request);
    let order = view.row.order;
    let amend = |subject, in_place: &str| AmendOrder {
        id: order.id,
        subject,
        conditions: vec!["Stays out of the arcade".into()],
        note: "signed twice".into(),
        dates: OrderDates { in_place_on: Some(day(in_place)), ..order.dates() },
    };
    let refused = commands::amend_order(&mut place.desk, amend(Some(stranger), "2026-09-10"));
    assert_eq!(field_of(refused), "subject");
    assert_eq!(field_of(commands::amend_order(&mut place.desk, amend(None, "2026-11-25"))), "in_place_on");
    let view = commands::amend_order(&mut place.desk, amend(Some(person), "2026-09-01")).unwrap();
    assert_eq!(view.row.order.in_place_on, Some(day("2026-09-01")));
    assert_eq!(view.steps[0].kind, OrderEventKind::PutRight);
    let same = commands::amend_order(&mut place.desk, amend(Some(person), "2026-09-01")).unwrap();
    assert_eq!(same.steps.len(), 2, "what did not change leaves no step");
}

#[test]
fn the_command_line_lists_every_order_with_what_it_is_on_and_its_history() {
    let mut place = Place::with_hub();
    let (reference, _) = case_about(&mut place, 19);
    add(&mut place, considered("CBO", OrderTarget::Case { reference }, "2026-09-01"));
    let on = OrderTarget::Place { place: " the market square ".into() };
    add(&mut place, AddOrder { stage: OrderStage::InPlace, ..considered("PSPO", on, "2026-03-02") });
    let entries = serde_json::to_value(desk::order_entries(&place.desk).unwrap()).unwrap();
    assert_eq!(
        (&entries[0]["type"], &entries[0]["on"], &entries[0]["reference"]),
        (&"CBO".into(), &"case".into(), &"CSH.1".into())
    );
    assert_eq!(
        (&entries[1]["place"], &entries[1]["in_place"]),
        (&"the market square".into(), &"2026-03-02".into())
    );
    assert_eq!(entries[1]["category"], "enforcement");
    assert_eq!(entries[1]["history"][0]["stage"], "in_place");
    for field in
        ["considered", "expires", "review", "ended", "outcome", "conditions", "breaches", "reviews", "note"]
    {
        assert!(entries[0].get(field).is_some(), "{field}");
    }
}
