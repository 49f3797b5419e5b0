//! Which change is allowed from where: considered, being prepared, applied for, in place, ended, and the ways aside.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::error::OrderError;
use super::kind::{OrderType, type_on};
use super::{Order, OrderOn, OrderOutcome, OrderStage};
use crate::ids::{OrderId, SubjectId};
use crate::words::table_date;

/// Returns the stages that an order may move to from `stage`; none from where it is over.
pub fn next_stages(stage: OrderStage) -> &'static [OrderStage] {
    use OrderStage::*;
    match stage {
        Considered => &[BeingPrepared, AppliedFor, InPlace, OnHold, Refused, NotProgressed],
        BeingPrepared => &[AppliedFor, InPlace, OnHold, Refused, NotProgressed],
        AppliedFor => &[InPlace, OnHold, Refused, NotProgressed],
        OnHold => &[Considered, BeingPrepared, AppliedFor, InPlace, OnHold, Refused, NotProgressed],
        InPlace | Continued => &[Continued, Ended],
        Refused | NotProgressed | Ended => &[],
    }
}

/// How an order is written down for the first time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FirstStep {
    /// Where it stands: on the way, or in place.
    pub stage: OrderStage,
    /// Since when.
    pub on: NaiveDate,
    /// Since when it was considered, where that was earlier; absent when not known.
    pub considered_on: Option<NaiveDate>,
    /// The last day on which it holds; absent before it is in place, and when open-ended.
    pub expires_on: Option<NaiveDate>,
    /// When to review it, or to look at it again; absent when nobody has to.
    pub review_on: Option<NaiveDate>,
    /// The last day for an appeal; absent when there is none.
    pub appeal_ends_on: Option<NaiveDate>,
}

/// A move from one stage to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OrderStep {
    /// Where it moves to.
    pub to: OrderStage,
    /// The day.
    pub on: NaiveDate,
    /// Why it is on hold, refused or not progressed; what was varied; what else is to be said. May be empty where the
    /// stage asks for none.
    pub reason: String,
    /// The last day on which it holds from now on; for in place and continued.
    pub expires_on: Option<NaiveDate>,
    /// When to review it or to look at it again; absent when nobody has to.
    pub review_on: Option<NaiveDate>,
    /// The last day for an appeal; for in place.
    pub appeal_ends_on: Option<NaiveDate>,
    /// What it achieved; for ended.
    pub outcome: Option<OrderOutcome>,
}

/// The dates of an order, when they are put right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[allow(missing_docs)]
pub struct OrderDates {
    pub considered_on: Option<NaiveDate>,
    pub in_place_on: Option<NaiveDate>,
    pub expires_on: Option<NaiveDate>,
    pub review_on: Option<NaiveDate>,
    pub appeal_ends_on: Option<NaiveDate>,
    pub ended_on: Option<NaiveDate>,
}

impl Order {
    /// Writes an order down for the first time; its type is the row that holds on the day of the step.
    pub fn begun(
        id: OrderId,
        kind: &str,
        on: OrderOn,
        subject: Option<SubjectId>,
        first: FirstStep,
        types: &[OrderType],
        today: NaiveDate,
    ) -> Result<Self, OrderError> {
        let may_begin = first.stage == OrderStage::InPlace
            || first.stage.is_pending() && first.stage != OrderStage::OnHold;
        if !may_begin {
            return Err(OrderError::NotFromHere { from: "new", to: first.stage.words() });
        }
        not_ahead("on", first.on, today)?;
        let in_place = first.stage == OrderStage::InPlace;
        let considered_on = first.considered_on.or((!in_place).then_some(first.on));
        if let Some(considered) = considered_on.filter(|considered| first.on < *considered) {
            return Err(OrderError::backwards("on", considered, first.on));
        }
        let row = type_on(types, kind, first.on);
        let order = Self {
            kind: row.map_or_else(|| kind.trim().to_owned(), |row| row.fields.name.clone()),
            order_type: row.map(|row| row.id),
            subject,
            considered_on,
            in_place_on: in_place.then_some(first.on),
            expires_on: first.expires_on.filter(|_| in_place),
            review_on: first.review_on,
            appeal_ends_on: first.appeal_ends_on.filter(|_| in_place),
            ..Self::as_published(id, kind, on, first.stage)
        };
        order.looked_at_after(first.on)?.checked()
    }

    /// Moves the order to another stage; `last` is the day of its last step, before which nothing goes back, absent when
    /// no day is known. An order that comes into place takes the row of the list that holds on that day.
    pub fn step(
        self,
        step: &OrderStep,
        last: Option<NaiveDate>,
        types: &[OrderType],
        today: NaiveDate,
    ) -> Result<Self, OrderError> {
        if !next_stages(self.stage).contains(&step.to) {
            return Err(OrderError::NotFromHere { from: self.stage.words(), to: step.to.words() });
        }
        not_ahead("on", step.on, today)?;
        let latest = [last, self.considered_on, self.in_place_on].into_iter().flatten().max();
        if let Some(latest) = latest.filter(|latest| step.on < *latest) {
            return Err(OrderError::backwards("on", latest, step.on));
        }
        let reason = step.reason.trim().to_owned();
        let moved = Self { stage: step.to, reason: reason.clone(), ..self };
        let moved = match step.to {
            OrderStage::Considered | OrderStage::BeingPrepared | OrderStage::AppliedFor => {
                Self { review_on: step.review_on, ..moved }
            }
            OrderStage::OnHold => {
                given(&reason, "Give the reason why it is on hold")?;
                step.review_on.ok_or(OrderError::NoLookAgain)?;
                Self { review_on: step.review_on, ..moved }
            }
            OrderStage::InPlace => {
                let row = type_on(types, &moved.kind, step.on);
                Self {
                    order_type: row.map(|row| row.id).or(moved.order_type),
                    in_place_on: Some(step.on),
                    expires_on: step.expires_on,
                    review_on: step.review_on,
                    appeal_ends_on: step.appeal_ends_on,
                    ..moved
                }
            }
            OrderStage::Continued => {
                if reason.is_empty() && step.expires_on == moved.expires_on {
                    return Err(OrderError::NoReason("Say what was varied, or give the new last day"));
                }
                Self { expires_on: step.expires_on, review_on: step.review_on, ..moved }
            }
            OrderStage::Refused => Self { ended_on: Some(step.on), ..moved },
            OrderStage::NotProgressed => {
                given(&reason, "Give the reason why the order was not progressed")?;
                Self { ended_on: Some(step.on), ..moved }
            }
            OrderStage::Ended => {
                let outcome = step.outcome.ok_or(OrderError::EndedWithoutOutcome)?;
                moved.may_end_with(outcome, step.on)?;
                Self { ended_on: Some(step.on), outcome: Some(outcome), ..moved }
            }
        };
        if let Some(expires) = moved.expires_on.filter(|expires| step.to.is_in_place() && *expires < step.on)
        {
            return Err(OrderError::backwards("expires_on", step.on, expires));
        }
        if moved.is_live() { moved.looked_at_after(step.on)?.checked() } else { moved.checked() }
    }

    /// Puts the dates of the order right. A day that is known may be another, but not become unknown again, and no day is
    /// told of a stage that the order did not reach.
    pub fn put_right(self, dates: OrderDates, today: NaiveDate) -> Result<Self, OrderError> {
        let known = [
            ("considered_on", self.considered_on, dates.considered_on),
            ("in_place_on", self.in_place_on, dates.in_place_on),
            ("ended_on", self.ended_on, dates.ended_on),
        ];
        for (field, before, now) in known {
            match now {
                None if before.is_some() => {
                    let words = "Give the day; only an order that came from a register may lack it";
                    return Err(OrderError::NothingSaid { field, words });
                }
                None => {}
                Some(now) => not_ahead(field, now, today)?,
            }
        }
        let (in_place, over) = (self.was_in_place(), !self.is_live());
        Self {
            considered_on: dates.considered_on,
            in_place_on: dates.in_place_on.filter(|_| in_place),
            expires_on: dates.expires_on.filter(|_| in_place),
            review_on: dates.review_on,
            appeal_ends_on: dates.appeal_ends_on.filter(|_| in_place),
            ended_on: dates.ended_on.filter(|_| over),
            ..self
        }
        .checked()
    }

    /// Returns the dates of the order.
    pub fn dates(&self) -> OrderDates {
        OrderDates {
            considered_on: self.considered_on,
            in_place_on: self.in_place_on,
            expires_on: self.expires_on,
            review_on: self.review_on,
            appeal_ends_on: self.appeal_ends_on,
            ended_on: self.ended_on,
        }
    }

    fn looked_at_after(self, on: NaiveDate) -> Result<Self, OrderError> {
        match self.review_on {
            Some(review) if review < on => Err(OrderError::backwards("review_on", on, review)),
            _ => Ok(self),
        }
    }

    fn may_end_with(&self, outcome: OrderOutcome, on: NaiveDate) -> Result<(), OrderError> {
        let words = |expires: NaiveDate| (table_date(expires), table_date(on));
        match (outcome, self.expires_on) {
            (OrderOutcome::Expired, Some(expires)) if on < expires => {
                let (expires, on) = words(expires);
                Err(OrderError::NotExpiredYet { expires, on })
            }
            (OrderOutcome::FailedBeforeExpiry, Some(expires)) if on > expires => {
                let (expires, on) = words(expires);
                Err(OrderError::FailedAfterExpiry { expires, on })
            }
            _ => Ok(()),
        }
    }
}

fn not_ahead(field: &'static str, on: NaiveDate, today: NaiveDate) -> Result<(), OrderError> {
    if on > today { Err(OrderError::InFuture { field, on: table_date(on) }) } else { Ok(()) }
}

fn given(reason: &str, words: &'static str) -> Result<(), OrderError> {
    if reason.is_empty() { Err(OrderError::NoReason(words)) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::super::kind::tests::abc;
    use super::super::testing::{day, order};
    use super::*;

    const TODAY: &str = "2026-11-24";

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

    fn considered() -> Order {
        Order { considered_on: Some(day("2026-06-01")), ..order(OrderStage::Considered) }
    }

    fn stepped(from: Order, step: OrderStep) -> Result<Order, OrderError> {
        from.step(&step, None, &[abc()], day(TODAY))
    }

    #[test]
    fn an_order_goes_from_considered_to_ended_with_its_outcome() {
        let prepared = stepped(considered(), to(OrderStage::BeingPrepared, "2026-06-08")).unwrap();
        let applied = stepped(prepared, to(OrderStage::AppliedFor, "2026-06-15")).unwrap();
        let made = OrderStep { expires_on: Some(day("2026-12-22")), ..to(OrderStage::InPlace, "2026-06-22") };
        let in_place = stepped(applied, made).unwrap();
        assert_eq!((in_place.in_place_on, in_place.order_type), (Some(day("2026-06-22")), Some(abc().id)));
        let longer =
            OrderStep { expires_on: Some(day("2027-03-22")), ..to(OrderStage::Continued, "2026-10-01") };
        let continued = stepped(in_place, longer).unwrap();
        let end = OrderStep { outcome: Some(OrderOutcome::Positive), ..to(OrderStage::Ended, "2026-11-01") };
        let ended = stepped(continued, end).unwrap();
        assert_eq!((ended.ended_on, ended.outcome), (Some(day("2026-11-01")), Some(OrderOutcome::Positive)));
        assert_eq!(ended.considered_on, Some(day("2026-06-01")), "its days stay on record");
    }

    #[test]
    fn every_pair_of_stages_is_allowed_or_refused_as_the_table_says() {
        use OrderStage::*;
        let all = [
            Considered,
            BeingPrepared,
            AppliedFor,
            InPlace,
            Continued,
            OnHold,
            Refused,
            NotProgressed,
            Ended,
        ];
        for from in all {
            for target in all {
                let step = OrderStep {
                    reason: "said".into(),
                    review_on: Some(day("2026-12-01")),
                    outcome: Some(OrderOutcome::Positive),
                    ..to(target, "2026-11-01")
                };
                let step = OrderStep { outcome: step.outcome.filter(|_| target == Ended), ..step };
                let allowed = next_stages(from).contains(&target);
                assert_eq!(stepped(order(from), step).is_ok(), allowed, "{from:?} to {target:?}");
            }
        }
        for over in [Refused, NotProgressed, Ended] {
            assert!(next_stages(over).is_empty(), "{over:?} is the end");
        }
    }

    #[test]
    fn no_step_goes_back_behind_the_last_one_or_into_the_future() {
        let back = considered().step(&to(OrderStage::InPlace, "2026-05-31"), None, &[], day(TODAY));
        assert!(matches!(back, Err(OrderError::Backwards { field: "on", .. })));
        let held = considered().step(
            &to(OrderStage::InPlace, "2026-07-01"),
            Some(day("2026-07-02")),
            &[],
            day(TODAY),
        );
        assert!(
            matches!(held, Err(OrderError::Backwards { field: "on", .. })),
            "the last step has no column of its own"
        );
        let ahead = stepped(considered(), to(OrderStage::InPlace, "2026-11-25"));
        assert!(matches!(ahead, Err(OrderError::InFuture { .. })));
        let over = OrderStep { expires_on: Some(day("2026-06-30")), ..to(OrderStage::InPlace, "2026-07-01") };
        assert!(matches!(
            stepped(considered(), over),
            Err(OrderError::Backwards { field: "expires_on", .. })
        ));
        let looked =
            OrderStep { review_on: Some(day("2026-06-30")), ..to(OrderStage::InPlace, "2026-07-01") };
        assert!(matches!(
            stepped(considered(), looked),
            Err(OrderError::Backwards { field: "review_on", .. })
        ));
    }

    #[test]
    fn what_is_put_aside_says_why_and_what_is_on_hold_says_until_when() {
        assert!(matches!(
            stepped(considered(), to(OrderStage::OnHold, "2026-07-01")),
            Err(OrderError::NoReason(_))
        ));
        let why = OrderStep { reason: "detox".into(), ..to(OrderStage::OnHold, "2026-07-01") };
        assert_eq!(stepped(considered(), why.clone()), Err(OrderError::NoLookAgain));
        let hold = OrderStep { review_on: Some(day("2026-08-01")), ..why };
        let held = stepped(considered(), hold).unwrap();
        assert_eq!((held.reason.as_str(), held.review_on), ("detox", Some(day("2026-08-01"))));
        let silent = stepped(held, to(OrderStage::NotProgressed, "2026-08-01"));
        assert!(matches!(silent, Err(OrderError::NoReason(_))));
        let in_place = Order { expires_on: Some(day("2026-12-01")), ..order(OrderStage::InPlace) };
        let same = OrderStep { expires_on: in_place.expires_on, ..to(OrderStage::Continued, "2026-07-01") };
        assert!(matches!(stepped(in_place, same), Err(OrderError::NoReason(_))), "nothing was varied");
    }

    #[test]
    fn an_order_expires_on_its_last_day_and_fails_no_later() {
        let in_place = Order { expires_on: Some(day("2026-10-01")), ..order(OrderStage::InPlace) };
        let end = |on, outcome| OrderStep { outcome: Some(outcome), ..to(OrderStage::Ended, on) };
        let early = stepped(in_place.clone(), end("2026-09-30", OrderOutcome::Expired));
        assert!(matches!(early, Err(OrderError::NotExpiredYet { .. })));
        let late = stepped(in_place.clone(), end("2026-10-02", OrderOutcome::FailedBeforeExpiry));
        assert!(matches!(late, Err(OrderError::FailedAfterExpiry { .. })));
        assert!(stepped(in_place.clone(), end("2026-10-01", OrderOutcome::Expired)).is_ok());
        assert_eq!(
            stepped(in_place, to(OrderStage::Ended, "2026-10-01")),
            Err(OrderError::EndedWithoutOutcome)
        );
    }

    #[test]
    fn an_order_is_written_down_on_the_way_or_in_place() {
        let first = |stage, on: &str| FirstStep {
            stage,
            on: day(on),
            considered_on: None,
            expires_on: Some(day("2026-12-01")),
            review_on: None,
            appeal_ends_on: None,
        };
        let begin = |first| {
            Order::begun(OrderId(Uuid::nil()), " abc ", OrderOn::Alone, None, first, &[abc()], day(TODAY))
        };
        let placed = begin(first(OrderStage::InPlace, "2026-06-01")).unwrap();
        assert_eq!((placed.kind.as_str(), placed.in_place_on), ("ABC", Some(day("2026-06-01"))));
        let thought = begin(first(OrderStage::Considered, "2026-06-01")).unwrap();
        assert_eq!((thought.considered_on, thought.expires_on), (Some(day("2026-06-01")), None));
        assert!(matches!(begin(first(OrderStage::Ended, "2026-06-01")), Err(OrderError::NotFromHere { .. })));
        assert!(matches!(begin(first(OrderStage::InPlace, "2026-11-25")), Err(OrderError::InFuture { .. })));
        let backwards =
            FirstStep { considered_on: Some(day("2026-06-02")), ..first(OrderStage::InPlace, "2026-06-01") };
        assert!(matches!(begin(backwards), Err(OrderError::Backwards { .. })));
    }

    #[test]
    fn a_day_may_be_put_right_and_a_known_one_does_not_become_unknown() {
        let in_place = Order { in_place_on: Some(day("2026-06-01")), ..order(OrderStage::InPlace) };
        let earlier = OrderDates { in_place_on: Some(day("2026-05-01")), ..in_place.dates() };
        assert_eq!(
            in_place.clone().put_right(earlier, day(TODAY)).unwrap().in_place_on,
            Some(day("2026-05-01"))
        );
        let unknown = OrderDates { in_place_on: None, ..in_place.dates() };
        assert!(matches!(
            in_place.clone().put_right(unknown, day(TODAY)),
            Err(OrderError::NothingSaid { .. })
        ));
        let over = OrderDates { ended_on: Some(day("2026-07-01")), ..in_place.dates() };
        assert_eq!(in_place.put_right(over, day(TODAY)).unwrap().ended_on, None, "it has not ended");
        let imported = order(OrderStage::InPlace);
        let told = OrderDates { in_place_on: Some(day("2026-05-01")), ..imported.dates() };
        assert!(imported.put_right(told, day(TODAY)).is_ok());
    }
}
