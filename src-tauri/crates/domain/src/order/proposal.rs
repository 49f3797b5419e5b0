//! The dates that follow from a type's periods: proposed, never imposed, and no legal advice.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::kind::OrderType;
use super::period::{Counting, Period, PeriodUnit};
use crate::calendar::LAST_YEAR;
use crate::words::{capital, long_date};

/// What the dates of an order would be by its type; whoever records it decides.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ProposedDates {
    /// The last day on which it holds; absent when the type fixes none.
    pub expires_on: Option<NaiveDate>,
    /// When to review it; absent when nobody has to, or it depends on an age that is not known.
    pub review_on: Option<NaiveDate>,
    /// The last day for an appeal; absent when there is none.
    pub appeal_ends_on: Option<NaiveDate>,
    /// How each came about, a sentence each.
    pub words: Vec<String>,
}

impl ProposedDates {
    fn say(
        &mut self,
        what: &str,
        period: Period,
        begins: NaiveDate,
        counting: Counting,
    ) -> Option<NaiveDate> {
        let day = period.last_day(begins, counting)?;
        let from = match counting.first_day {
            true => format!("beginning with {}", long_date(begins)),
            false => format!("after {}", long_date(begins)),
        };
        let left_out = match (period.unit, counting.without_weekends, counting.without_bank_holidays) {
            (PeriodUnit::Days, true, true) => ", without weekends and bank holidays",
            (PeriodUnit::Days, true, false) => ", without weekends",
            (PeriodUnit::Days, false, true) => ", without bank holidays",
            _ => "",
        };
        self.words.push(format!("{what} {}: {} {from}{left_out}.", long_date(day), period.words()));
        if period.needs_unknown_holidays(begins, counting) {
            self.words.push(format!(
                "The bank holidays that this program knows end with {LAST_YEAR}; check {} by hand.",
                long_date(day)
            ));
        }
        Some(day)
    }
}

/// Returns the dates of an order of the type `of` that is in place from `begins` on; `under_18` is absent when the person
/// or the age is not known.
pub fn proposed(of: &OrderType, begins: NaiveDate, under_18: Option<bool>) -> ProposedDates {
    let fields = &of.fields;
    let mut dates = ProposedDates::default();
    if let Some(period) = fields.period {
        dates.expires_on = dates.say("Runs until", period, begins, fields.counting);
    }
    dates.review_on = review(&mut dates, of, begins, under_18, fields.review_after.or(fields.review_every));
    if let Some(period) = fields.appeal {
        dates.appeal_ends_on = dates.say("Appeal until", period, begins, fields.counting);
    }
    dates
}

/// Returns the dates of an order in place since `begins` that is continued or varied on `on`: its end is the longest that
/// the type allows in all, its next review by the type's rhythm.
pub fn proposed_continuation(
    of: &OrderType,
    begins: Option<NaiveDate>,
    on: NaiveDate,
    under_18: Option<bool>,
) -> ProposedDates {
    let fields = &of.fields;
    let mut dates = ProposedDates::default();
    match (fields.extendable_to, begins, fields.period) {
        (Some(period), Some(begins), _) => {
            dates.expires_on =
                dates.say("Runs, extended as far as the type allows, until", period, begins, fields.counting);
        }
        (None, _, Some(period)) => {
            dates.expires_on = dates.say("Runs until", period, on, fields.counting);
        }
        _ => {}
    }
    dates.review_on = review(&mut dates, of, on, under_18, fields.review_every.or(fields.review_after));
    dates
}

/// Proposes a review, unless it is one of people under 18 and the person is older, or nobody knows.
fn review(
    dates: &mut ProposedDates,
    of: &OrderType,
    begins: NaiveDate,
    under_18: Option<bool>,
    period: Option<Period>,
) -> Option<NaiveDate> {
    let period = period?;
    match under_18 {
        None if of.fields.review_only_under_18 => {
            let rhythm = format!(
                "reviewed after {} when the person is under 18; the age is not known.",
                period.words()
            );
            dates.words.push(capital(&rhythm));
            None
        }
        Some(false) if of.fields.review_only_under_18 => None,
        _ => {
            // A review is no statutory end: it is due by the corresponding date, whichever way the period itself counts.
            let counting = Counting { first_day: false, ..of.fields.counting };
            dates.say("Review by", period, begins, counting)
        }
    }
}

/// What stands beside every computed date and every period that is edited.
pub const NO_LEGAL_ADVICE: &str =
    "Periods are the hub’s own list, not legal advice; the order itself and the hub’s lawyer say what holds.";

#[cfg(test)]
mod tests {
    use super::super::kind::tests::abc;
    use super::super::kind::{OrderCategory, OrderTypeFields};
    use super::super::testing::day;
    use super::*;

    fn with(change: impl Fn(&mut OrderTypeFields)) -> OrderType {
        let mut row = abc();
        change(&mut row.fields);
        row
    }

    #[test]
    fn an_abc_runs_six_months_and_is_reviewed_at_three() {
        let dates = proposed(&abc(), day("2026-06-01"), None);
        assert_eq!(dates.expires_on, Some(day("2026-12-01")));
        assert_eq!(dates.review_on, Some(day("2026-09-01")));
        assert_eq!(dates.appeal_ends_on, None);
        assert_eq!(
            dates.words,
            [
                "Runs until 1 December 2026: 6 months after 1 June 2026.",
                "Review by 1 September 2026: 3 months after 1 June 2026."
            ]
        );
    }

    #[test]
    fn a_cbo_is_reviewed_every_year_only_when_the_person_is_under_18() {
        let cbo = with(|row| {
            row.category = OrderCategory::Enforcement;
            (row.period, row.review_after) = (None, None);
            row.review_every = Some(Period::of(12, PeriodUnit::Months));
            row.review_only_under_18 = true;
        });
        assert_eq!(proposed(&cbo, day("2026-06-01"), Some(true)).review_on, Some(day("2027-06-01")));
        assert_eq!(proposed(&cbo, day("2026-06-01"), Some(false)), ProposedDates::default());
        let unknown = proposed(&cbo, day("2026-06-01"), None);
        assert_eq!(unknown.review_on, None);
        assert!(unknown.words[0].contains("the age is not known"), "{:?}", unknown.words);
    }

    #[test]
    fn an_extension_counts_from_the_day_the_order_began() {
        let closure = with(|row| {
            row.period = Some(Period::of(3, PeriodUnit::Months));
            row.extendable_to = Some(Period::of(6, PeriodUnit::Months));
            row.counting.first_day = true;
        });
        let first = proposed(&closure, day("2026-09-16"), None);
        assert_eq!(first.expires_on, Some(day("2026-12-15")));
        let longer = proposed_continuation(&closure, Some(day("2026-09-16")), day("2026-12-10"), None);
        assert_eq!(longer.expires_on, Some(day("2027-03-15")));
    }

    #[test]
    fn the_appeal_of_a_notice_counts_its_day_of_issue() {
        let notice = with(|row| {
            (row.period, row.review_after) = (None, None);
            row.appeal = Some(Period::of(21, PeriodUnit::Days));
            row.counting.first_day = true;
        });
        let dates = proposed(&notice, day("2026-11-03"), None);
        assert_eq!((dates.expires_on, dates.appeal_ends_on), (None, Some(day("2026-11-23"))));
        assert!(dates.words[0].contains("21 days beginning with 3 November 2026"), "{:?}", dates.words);
    }
}
