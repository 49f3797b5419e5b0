//! Why an order, or a row of the list of types, cannot be as asked.

use chrono::NaiveDate;

use crate::words::table_date;

/// Says why an order cannot be as asked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OrderError {
    /// No type is named.
    #[error("Say which order or intervention it is")]
    NoKind,
    /// An ended order has no outcome.
    #[error("Say with which outcome the order ended")]
    EndedWithoutOutcome,
    /// An order that is not ended has an outcome.
    #[error("Only an ended order has an outcome")]
    OutcomeBeforeEnd,
    /// One of its days lies before the day it follows.
    #[error("{then} is before {first}, and an order does not go backwards")]
    Backwards {
        /// The field of the refused day.
        field: &'static str,
        /// The earlier day, in words.
        first: String,
        /// The refused day, in words.
        then: String,
    },
    /// A step lies ahead of today.
    #[error("{on} is still to come: record the step when it was taken")]
    InFuture {
        /// The field of the refused day.
        field: &'static str,
        /// The refused day, in words.
        on: String,
    },
    /// The change is not allowed from where the order stands.
    #[error("An order that is {from} cannot become {to}")]
    NotFromHere {
        /// Where it stands, in words.
        from: &'static str,
        /// What was asked, in words.
        to: &'static str,
    },
    /// It was put on hold, refused, given up or continued without a reason.
    #[error("{0}")]
    NoReason(&'static str),
    /// It is put on hold, and nobody looks at it again.
    #[error("Say when to look at it again")]
    NoLookAgain,
    /// It is said to have expired before its last day.
    #[error("It runs until {expires}, so it had not expired on {on}; choose another outcome or day")]
    NotExpiredYet {
        /// Its last day, in words.
        expires: String,
        /// The refused day, in words.
        on: String,
    },
    /// It is said to have failed before expiry after it had run out.
    #[error("It ran out on {expires}, so on {on} it could not fail before expiry")]
    FailedAfterExpiry {
        /// Its last day, in words.
        expires: String,
        /// The refused day, in words.
        on: String,
    },
    /// A breach or review is told of an order that was never in place.
    #[error("The order is {stage} and was not in place; {what} belongs to one that was")]
    NotInPlace {
        /// Where it stands, in words.
        stage: &'static str,
        /// What was asked, in words.
        what: &'static str,
    },
    /// A breach or review is told of a day after the order had ended.
    #[error("The order ended on {ended}")]
    AfterItsEnd {
        /// Its last day, in words.
        ended: String,
    },
    /// A breach, a review or an offer says nothing.
    #[error("{words}")]
    NothingSaid {
        /// The field that is empty.
        field: &'static str,
        /// What to fill in.
        words: &'static str,
    },
    /// An offer is told of an order that is no restorative justice.
    #[error("Offers belong to restorative justice; {0} is something else")]
    NoRestorativeJustice(String),
    /// The last step cannot be taken back.
    #[error("{0}")]
    StaysTaken(&'static str),
}

impl OrderError {
    /// Returns the refusal of the day `then` of `field`, which lies before `first`.
    pub(super) fn backwards(field: &'static str, first: NaiveDate, then: NaiveDate) -> Self {
        Self::Backwards { field, first: table_date(first), then: table_date(then) }
    }
}

/// Says why a row of the list of types cannot be as asked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OrderTypeError {
    /// It has no name.
    #[error("Give the type a name, such as ABC")]
    NoName,
    /// There is one of that name already.
    #[error("“{0}” is in the list already")]
    Known(String),
    /// It does not say where its periods come from.
    #[error("Say where the periods come from: an Act, a court’s practice, the hub’s own rule")]
    NoSource,
    /// A period is nought or beyond what anybody keeps.
    #[error("A period is between 1 and 1,200 {unit}")]
    Period {
        /// The field of the period.
        field: &'static str,
        /// Its unit, in words.
        unit: &'static str,
    },
    /// It can be extended, but to no more than its own period.
    #[error("An extension goes beyond the usual period")]
    ExtendedToLess,
    /// The change begins no later than the row that it changes.
    #[error("This row holds from {0}; a change begins after that")]
    BeginsTooEarly(String),
    /// The row is not in force any more.
    #[error("This row held until {0}; change the one that is in force")]
    Over(String),
}
