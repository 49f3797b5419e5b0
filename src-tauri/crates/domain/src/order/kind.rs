//! The hub's list of types of orders and interventions: periods and reviews as rows of data, with source and validity.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::error::OrderTypeError;
use super::period::{Counting, Period};
use crate::ids::OrderTypeId;
use crate::words::table_date;

/// No period is longer than so many of its unit.
const LONGEST: u32 = 1_200;

/// What an order or intervention is meant to do. Its share is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum OrderCategory {
    /// It forbids, and a breach has consequences.
    Enforcement,
    /// It helps somebody to keep to what was agreed.
    Support,
    /// It brings two sides to terms.
    Mediation,
    /// It brings who was harmed and who did it together.
    RestorativeJustice,
}

impl OrderCategory {
    /// Returns the category in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Enforcement => "enforcement",
            Self::Support => "support",
            Self::Mediation => "mediation",
            Self::RestorativeJustice => "restorative justice",
        }
    }
}

/// What a row of the list says, apart from when it holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OrderTypeFields {
    /// Its name, such as `ABC`.
    pub name: String,
    /// What it stands for, such as `acceptable behaviour contract`; empty when the name says it.
    pub stands_for: String,
    /// What it is meant to do.
    pub category: OrderCategory,
    /// How long it usually holds; absent when a court or the hub fixes it each time.
    pub period: Option<Period>,
    /// Which days count, in all of its periods.
    pub counting: Counting,
    /// How long an appeal is open from the day it is in place; absent when there is none.
    pub appeal: Option<Period>,
    /// When it is reviewed first; absent when the rhythm alone says it.
    pub review_after: Option<Period>,
    /// How often it is reviewed; absent when it is not, or only once.
    pub review_every: Option<Period>,
    /// Whether only an order on somebody under 18 is reviewed.
    pub review_only_under_18: bool,
    /// How long it may hold in all once it is extended; absent when there is no such limit, or no extension.
    pub extendable_to: Option<Period>,
    /// Where the periods come from.
    pub source: String,
}

/// A row of the list of types: what holds for orders of a name made within its validity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OrderType {
    /// Its key.
    pub id: OrderTypeId,
    /// What it says.
    pub fields: OrderTypeFields,
    /// The first day on which it holds; absent when it held always.
    pub valid_from: Option<NaiveDate>,
    /// The last day on which it holds; absent while it does.
    pub valid_until: Option<NaiveDate>,
    /// True for a row that came with the program and was not changed.
    pub is_default: bool,
}

impl OrderTypeFields {
    /// Checks what every row must hold.
    pub fn checked(self) -> Result<Self, OrderTypeError> {
        let fields = Self {
            name: self.name.trim().to_owned(),
            stands_for: self.stands_for.trim().to_owned(),
            source: self.source.trim().to_owned(),
            ..self
        };
        if fields.name.is_empty() {
            return Err(OrderTypeError::NoName);
        }
        let periods = [
            ("period", fields.period),
            ("appeal", fields.appeal),
            ("review_after", fields.review_after),
            ("review_every", fields.review_every),
            ("extendable_to", fields.extendable_to),
        ];
        for (field, period) in periods {
            if let Some(period) = period.filter(|period| !(1..=LONGEST).contains(&period.amount)) {
                return Err(OrderTypeError::Period { field, unit: period.unit.words().1 });
            }
        }
        let end = |period: Option<Period>| {
            period.and_then(|period| period.last_day(NaiveDate::default(), Counting::default()))
        };
        if let (Some(usual), Some(extended)) = (end(fields.period), end(fields.extendable_to))
            && extended <= usual
        {
            return Err(OrderTypeError::ExtendedToLess);
        }
        if fields.source.is_empty() {
            return Err(OrderTypeError::NoSource);
        }
        Ok(fields)
    }
}

impl OrderType {
    /// Tells whether the row holds on `day`.
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.valid_from.is_none_or(|from| from <= day) && self.valid_until.is_none_or(|until| day <= until)
    }

    /// Changes what the row says from the day `from` on, and returns the rows to keep: the old one with its end and the new
    /// one with its beginning, so that orders made before keep theirs.
    ///
    /// A row that begins on that very day and that no order uses is changed where it stands: it was only just typed.
    pub fn changed(
        self,
        id: OrderTypeId,
        fields: OrderTypeFields,
        from: NaiveDate,
        used: bool,
    ) -> Result<Vec<Self>, OrderTypeError> {
        let fields = fields.checked()?;
        if self.valid_from == Some(from) && self.valid_until.is_none() && !used {
            return Ok(vec![Self { fields, is_default: false, ..self }]);
        }
        let ended = self.ended(from)?;
        let new = Self { id, fields, valid_from: Some(from), valid_until: None, is_default: false };
        Ok(vec![ended, new])
    }

    /// Ends the row with the day before `from`.
    pub fn ended(self, from: NaiveDate) -> Result<Self, OrderTypeError> {
        if let Some(until) = self.valid_until {
            return Err(OrderTypeError::Over(table_date(until)));
        }
        if let Some(begins) = self.valid_from.filter(|begins| from <= *begins) {
            return Err(OrderTypeError::BeginsTooEarly(table_date(begins)));
        }
        Ok(Self { valid_until: from.pred_opt(), ..self })
    }
}

/// Returns the row that holds for orders named `name` that are made on `day`; absent when the list has none.
pub fn type_on<'a>(types: &'a [OrderType], name: &str, day: NaiveDate) -> Option<&'a OrderType> {
    types.iter().find(|each| is_named(each, name) && each.holds_on(day))
}

/// Checks that no other row of the list that still holds has the name `name`; `except` is the row that bears it now.
pub fn free_name(types: &[OrderType], name: &str, except: Option<OrderTypeId>) -> Result<(), OrderTypeError> {
    let taken = |row: &&OrderType| row.valid_until.is_none() && Some(row.id) != except && is_named(row, name);
    match types.iter().find(taken) {
        Some(row) => Err(OrderTypeError::Known(row.fields.name.clone())),
        None => Ok(()),
    }
}

/// Returns the latest row of a name, whether it holds or not: for what it stands for and its category.
pub fn named_type<'a>(types: &'a [OrderType], name: &str) -> Option<&'a OrderType> {
    types.iter().filter(|each| is_named(each, name)).max_by_key(|each| each.valid_from)
}

fn is_named(row: &OrderType, name: &str) -> bool {
    row.fields.name.to_lowercase() == name.trim().to_lowercase()
}

#[cfg(test)]
pub(super) mod tests {
    use uuid::Uuid;

    use super::super::period::PeriodUnit;
    use super::super::testing::day;
    use super::*;

    /// The default row of the ABC: six months, the first day not counted, review at three.
    pub fn abc() -> OrderType {
        OrderType {
            id: OrderTypeId(Uuid::from_u128(1)),
            fields: OrderTypeFields {
                name: "ABC".into(),
                stands_for: "acceptable behaviour contract".into(),
                category: OrderCategory::Support,
                period: Some(Period::of(6, PeriodUnit::Months)),
                counting: Counting::default(),
                appeal: None,
                review_after: Some(Period::of(3, PeriodUnit::Months)),
                review_every: None,
                review_only_under_18: false,
                extendable_to: None,
                source: "voluntary; usual practice".into(),
            },
            valid_from: None,
            valid_until: None,
            is_default: true,
        }
    }

    fn longer() -> OrderTypeFields {
        OrderTypeFields { period: Some(Period::of(12, PeriodUnit::Months)), ..abc().fields }
    }

    #[test]
    fn a_changed_row_begins_where_the_old_one_ends_and_each_day_has_one_row() {
        let rows = changed(abc(), "2026-12-01", true).unwrap();
        let (old, new) = (&rows[0], &rows[1]);
        assert_eq!((old.valid_until, new.valid_from), (Some(day("2026-11-30")), Some(day("2026-12-01"))));
        assert!(old.is_default && !new.is_default, "what the hub changed is its own");
        let period =
            |on: &str| type_on(&rows, "abc", day(on)).and_then(|row| row.fields.period).map(Period::words);
        assert_eq!(period("2026-11-30").as_deref(), Some("6 months"), "orders made before keep theirs");
        assert_eq!(period("2026-12-01").as_deref(), Some("12 months"));
        assert_eq!(named_type(&rows, "ABC"), Some(&rows[1]));
    }

    fn changed(row: OrderType, from: &str, used: bool) -> Result<Vec<OrderType>, OrderTypeError> {
        row.changed(OrderTypeId(Uuid::from_u128(2)), longer(), day(from), used)
    }

    #[test]
    fn a_change_does_not_reach_back_before_its_row() {
        let rows = changed(abc(), "2026-12-01", true).unwrap();
        let again = |at: usize, from, used| changed(rows[at].clone(), from, used);
        assert!(matches!(again(1, "2026-12-01", true), Err(OrderTypeError::BeginsTooEarly(_))));
        assert_eq!(again(1, "2026-12-01", false).map(|rows| rows.len()), Ok(1), "no order uses it yet");
        assert!(matches!(again(0, "2027-01-01", false), Err(OrderTypeError::Over(_))));
    }

    #[test]
    fn two_rows_that_hold_do_not_bear_one_name() {
        let rows = changed(abc(), "2026-12-01", true).unwrap();
        assert_eq!(free_name(&rows, "abc ", None), Err(OrderTypeError::Known("ABC".into())));
        assert!(free_name(&rows, "ABC", Some(rows[1].id)).is_ok(), "a row keeps its own name");
        assert!(free_name(&rows[..1], "ABC", None).is_ok(), "the old row is over");
    }

    #[test]
    fn a_row_names_its_source_and_its_periods_can_be() {
        let with = |change: fn(&mut OrderTypeFields)| {
            let mut fields = abc().fields;
            change(&mut fields);
            fields.checked()
        };
        assert_eq!(with(|row| row.name = " ".into()), Err(OrderTypeError::NoName));
        assert_eq!(with(|row| row.source = "".into()), Err(OrderTypeError::NoSource));
        let never = with(|row| row.appeal = Some(Period::of(0, PeriodUnit::Days)));
        assert_eq!(never, Err(OrderTypeError::Period { field: "appeal", unit: "days" }));
        let shorter = with(|row| row.extendable_to = Some(Period::of(24, PeriodUnit::Weeks)));
        assert_eq!(shorter, Err(OrderTypeError::ExtendedToLess));
        assert!(with(|row| row.extendable_to = Some(Period::of(1, PeriodUnit::Years))).is_ok());
    }
}
