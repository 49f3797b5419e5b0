//! What of an order comes due: its end, a review, the end of an appeal, the day to look again.

use chrono::{NaiveDate, TimeDelta};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Order;
use crate::words::{short_date, table_date};

/// An order that ends or is reviewed within so many days is brought up in time to do something about it.
const ORDER_DAYS: i64 = 28;

/// What falls due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DueKind {
    /// Its last day.
    Ends,
    /// A review.
    Review,
    /// The last day for an appeal.
    AppealEnds,
    /// The day to look again at an order that is not in place.
    LookAgain,
}

impl DueKind {
    /// Returns what falls due in words, as it follows the order: `ends`, `review`.
    pub fn words(self) -> &'static str {
        match self {
            Self::Ends => "ends",
            Self::Review => "review",
            Self::AppealEnds => "appeal ends",
            Self::LookAgain => "look again",
        }
    }
}

/// An order that falls due.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct OrderDue {
    /// The day.
    pub on: NaiveDate,
    /// Its type.
    pub kind: String,
    /// What falls due.
    pub what: DueKind,
}

impl OrderDue {
    /// Returns the next end, review or look of `order`; absent when there is none.
    pub fn of(order: &Order) -> Option<Self> {
        order.expected().into_iter().min()
    }

    /// Returns what falls due of `order` soon enough for a meeting on `day` to speak of it: within four weeks (a default),
    /// or earlier and not seen to; absent when nothing does.
    pub fn at_meeting(order: &Order, day: NaiveDate) -> Option<Self> {
        Self::all_at_meeting(order, day).into_iter().next()
    }

    /// Returns everything of `order` that a meeting on `day` has to know of, soonest first: within four weeks (a default),
    /// or earlier and not seen to.
    pub fn all_at_meeting(order: &Order, day: NaiveDate) -> Vec<Self> {
        order.due_by(day, day.checked_add_signed(TimeDelta::days(ORDER_DAYS)).unwrap_or(day))
    }

    /// Returns what falls due and why, as a paper of `today` prints it beside the day: `first review, in place since
    /// 1 Jun 2026`. `reviewed` is the day of the last review; absent before the first.
    pub fn why(&self, order: &Order, reviewed: Option<NaiveDate>, today: NaiveDate) -> String {
        let since = order.in_place_on.map(|day| format!(", in place since {}", table_date(day)));
        let since = since.unwrap_or_default();
        let words = match (self.what, reviewed) {
            (DueKind::Review, Some(last)) => format!("review, last on {}", table_date(last)),
            (DueKind::Review, None) => format!("first review{since}"),
            (DueKind::Ends | DueKind::AppealEnds, _) => format!("{}{since}", self.what.words()),
            (DueKind::LookAgain, _) => {
                let stage = order.stage.words();
                let reason = match order.reason.trim() {
                    "" => String::new(),
                    reason => format!(": {reason}"),
                };
                format!("look again, {stage}{reason}")
            }
        };
        if self.on < today { format!("overdue: {words}") } else { words }
    }

    /// Returns it in words: `CBO ends 15 Dec`.
    pub fn words(&self) -> String {
        format!("{} {} {}", self.kind, self.what.words(), short_date(self.on))
    }
}

impl Order {
    /// Returns the next day on which somebody has to look at the order; absent when none is known.
    pub fn due_on(&self) -> Option<NaiveDate> {
        OrderDue::of(self).map(|due| due.on)
    }

    /// Returns everything of the order that falls due until `until`, soonest first: also what should have been seen to
    /// before `today`, but no appeal that is over.
    pub fn due_by(&self, today: NaiveDate, until: NaiveDate) -> Vec<OrderDue> {
        let appeal = self.appeal_ends_on.filter(|on| self.stage.is_in_place() && *on >= today);
        let appeal = appeal.map(|on| self.due(on, DueKind::AppealEnds));
        let mut due: Vec<OrderDue> =
            self.expected().into_iter().chain(appeal).filter(|due| due.on <= until).collect();
        due.sort();
        due
    }

    fn expected(&self) -> Vec<OrderDue> {
        let looks = if self.stage.is_in_place() { DueKind::Review } else { DueKind::LookAgain };
        let ends = self.expires_on.filter(|_| self.stage.is_in_place()).map(|on| self.due(on, DueKind::Ends));
        let looks = self.review_on.filter(|_| self.is_live()).map(|on| self.due(on, looks));
        ends.into_iter().chain(looks).collect()
    }

    fn due(&self, on: NaiveDate, what: DueKind) -> OrderDue {
        OrderDue { on, kind: self.kind.clone(), what }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{day, order};
    use super::super::{OrderOutcome, OrderStage};
    use super::*;

    fn dated(stage: OrderStage) -> Order {
        Order {
            in_place_on: Some(day("2026-06-01")),
            expires_on: Some(day("2026-12-01")),
            review_on: Some(day("2026-09-01")),
            appeal_ends_on: Some(day("2026-06-21")),
            ..order(stage)
        }
    }

    #[test]
    fn the_next_look_is_the_earlier_of_review_and_expiry_while_the_order_lives() {
        assert_eq!(dated(OrderStage::InPlace).due_on(), Some(day("2026-09-01")));
        let ended = Order { outcome: Some(OrderOutcome::Expired), ..dated(OrderStage::Ended) };
        assert_eq!(ended.due_on(), None);
    }

    #[test]
    fn everything_within_the_weeks_is_listed_and_what_was_missed_stays() {
        let words = |today: &str, until: &str| -> Vec<String> {
            let due = dated(OrderStage::InPlace).due_by(day(today), day(until));
            due.iter().map(OrderDue::words).collect()
        };
        assert_eq!(words("2026-06-02", "2026-06-30"), ["ABC appeal ends 21 Jun"]);
        assert_eq!(words("2026-06-21", "2026-09-01"), ["ABC appeal ends 21 Jun", "ABC review 1 Sep"]);
        assert_eq!(
            words("2026-10-01", "2026-12-01"),
            ["ABC review 1 Sep", "ABC ends 1 Dec"],
            "the appeal is over"
        );
    }

    #[test]
    fn a_paper_says_why_it_falls_due_and_that_it_is_overdue() {
        let order = dated(OrderStage::InPlace);
        let told = |order: &Order, today: &str, reviewed: Option<NaiveDate>| -> Vec<String> {
            let due = OrderDue::all_at_meeting(order, day(today));
            due.iter().map(|due| due.why(order, reviewed, day(today))).collect()
        };
        assert_eq!(told(&order, "2026-08-10", None), ["first review, in place since 1 Jun 2026"]);
        assert_eq!(
            told(&order, "2026-11-10", Some(day("2026-08-30"))),
            ["overdue: review, last on 30 Aug 2026", "ends, in place since 1 Jun 2026"],
            "the end is told beside the review"
        );
        let held = Order { reason: "no statement yet".into(), ..dated(OrderStage::OnHold) };
        assert_eq!(told(&held, "2026-08-10", None), ["look again, on hold: no statement yet"]);
    }

    #[test]
    fn an_order_on_hold_is_looked_at_again_and_does_not_end() {
        let due = dated(OrderStage::OnHold).due_by(day("2026-08-01"), day("2027-01-01"));
        assert_eq!(due.iter().map(|due| due.what).collect::<Vec<_>>(), [DueKind::LookAgain]);
    }
}
