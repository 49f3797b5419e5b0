//! How the domain's values stand in a column: identifiers as 16 bytes, days as `YYYY-MM-DD`, instants as milliseconds,
//! words of an enum as its wire word, short lists and small values as JSON text.

use chrono::NaiveDate;
use domain::clock_time::ClockTime;
use domain::ids::*;
use domain::moment::Moment;
use domain::reference::{CaseReference, ReferralNumber};
use domain::score::Points;
use rusqlite::Row;
use rusqlite::types::Value;
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error as WordError, StrDeserializer};
use uuid::Uuid;

use crate::error::StoreError;

/// A value that fits into one column.
pub(crate) trait Column: Sized {
    /// Returns the value as the column holds it.
    fn to_value(&self) -> Value;
    /// Reads the value back; absent when the column holds something else.
    fn from_value(value: Value) -> Option<Self>;
}

/// Reads the columns of a row from left to right.
pub(crate) struct Columns<'row, 'statement> {
    row: &'row Row<'statement>,
    at: usize,
}

impl<'row, 'statement> Columns<'row, 'statement> {
    /// Begins at the first column of `row`.
    pub fn of(row: &'row Row<'statement>) -> Self {
        Self { row, at: 0 }
    }

    /// Returns the next column; an error when it does not hold what it should.
    pub fn take<T: Column>(&mut self) -> Result<T, StoreError> {
        let value: Value = self.row.get(self.at)?;
        self.at += 1;
        T::from_value(value).ok_or_else(|| StoreError::Unreadable { column: self.at })
    }
}

impl<T: Column> Column for Option<T> {
    fn to_value(&self) -> Value {
        self.as_ref().map_or(Value::Null, T::to_value)
    }

    fn from_value(value: Value) -> Option<Self> {
        match value {
            Value::Null => Some(None),
            present => T::from_value(present).map(Some),
        }
    }
}

impl Column for String {
    fn to_value(&self) -> Value {
        Value::Text(self.clone())
    }

    fn from_value(value: Value) -> Option<Self> {
        match value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }
}

impl Column for bool {
    fn to_value(&self) -> Value {
        Value::Integer(i64::from(*self))
    }

    fn from_value(value: Value) -> Option<Self> {
        match value {
            Value::Integer(number @ (0 | 1)) => Some(number == 1),
            _ => None,
        }
    }
}

impl Column for NaiveDate {
    fn to_value(&self) -> Value {
        Value::Text(self.format("%Y-%m-%d").to_string())
    }

    fn from_value(value: Value) -> Option<Self> {
        String::from_value(value)?.parse().ok()
    }
}

impl Column for Moment {
    fn to_value(&self) -> Value {
        Value::Integer(self.0)
    }

    fn from_value(value: Value) -> Option<Self> {
        i64::from_value(value).map(Self)
    }
}

impl Column for ClockTime {
    fn to_value(&self) -> Value {
        Value::Integer(i64::from(self.minutes()))
    }

    fn from_value(value: Value) -> Option<Self> {
        let minutes = u16::from_value(value)?;
        Self::new(minutes / 60, minutes % 60)
    }
}

impl Column for Points {
    fn to_value(&self) -> Value {
        Value::Integer(i64::from(self.in_hundredths()))
    }

    fn from_value(value: Value) -> Option<Self> {
        i32::from_value(value).map(Self::hundredths)
    }
}

impl Column for CaseReference {
    fn to_value(&self) -> Value {
        Value::Text(self.to_string())
    }

    fn from_value(value: Value) -> Option<Self> {
        String::from_value(value)?.parse().ok()
    }
}

impl Column for ReferralNumber {
    fn to_value(&self) -> Value {
        self.0.to_value()
    }

    fn from_value(value: Value) -> Option<Self> {
        u32::from_value(value).map(Self)
    }
}

impl Column for Uuid {
    fn to_value(&self) -> Value {
        Value::Blob(self.as_bytes().to_vec())
    }

    fn from_value(value: Value) -> Option<Self> {
        match value {
            Value::Blob(bytes) => Self::from_slice(&bytes).ok(),
            _ => None,
        }
    }
}

macro_rules! whole_numbers {
    ($($number:ty),*) => {$(
        impl Column for $number {
            fn to_value(&self) -> Value {
                Value::Integer(i64::from(*self))
            }

            fn from_value(value: Value) -> Option<Self> {
                match value {
                    Value::Integer(number) => Self::try_from(number).ok(),
                    _ => None,
                }
            }
        }
    )*};
}
whole_numbers!(u8, u16, u32, i32, i64);

macro_rules! identifiers {
    ($($id:ty),* $(,)?) => {$(
        impl Column for $id {
            fn to_value(&self) -> Value {
                self.0.to_value()
            }

            fn from_value(value: Value) -> Option<Self> {
                Uuid::from_value(value).map(Self)
            }
        }
    )*};
}
identifiers!(
    UserId,
    AgencyId,
    OfficerId,
    AreaId,
    SubjectId,
    CaseId,
    EpisodeId,
    ScoreId,
    MatrixVersionId,
    ActionId,
    ActionUpdateId,
    ActionTemplateId,
    LightSettingId,
    OrderId,
    OrderTypeId,
    OrderEventId,
    OrderBreachId,
    OrderReviewId,
    OrderOfferId,
    ReferralId,
    AgencyCheckId,
    CaseLinkId,
    CaseMoveId,
    DemandCountId,
    ForumLinkId,
    MeetingId,
    ItemId,
    AttendanceId,
    KeyPointId,
    DecisionId,
    WrittenUpdateId,
    MinutesRevisionId,
    RetentionChoiceId,
    DisposalId,
    IssueId,
    IssuePartId,
    IssuedCopyId,
    DisclosureId,
);

/// Returns the wire word of a unit variant; nothing for anything that is not one.
fn word_of<T: serde::Serialize>(word: &T) -> Value {
    match serde_json::to_value(word) {
        Ok(serde_json::Value::String(text)) => Value::Text(text),
        _ => Value::Null,
    }
}

macro_rules! words {
    ($($word:ty),* $(,)?) => {$(
        impl Column for $word {
            fn to_value(&self) -> Value {
                word_of(self)
            }

            fn from_value(value: Value) -> Option<Self> {
                let text = String::from_value(value)?;
                let word: StrDeserializer<'_, WordError> = text.as_str().into_deserializer();
                Self::deserialize(word).ok()
            }
        }
    )*};
}
words!(
    domain::action::ActionStatus,
    domain::action::ActionType,
    domain::action_log::LogKind,
    domain::agency::Field,
    domain::agency::PackRule,
    domain::agency::Presence,
    domain::case::CaseKind,
    domain::case::LinkKind,
    domain::case::ReviewRule,
    domain::case_move::MoveKind,
    domain::demand::Counted,
    domain::disclosure::Level,
    domain::episode::ClosureReason,
    domain::issue::IssuedPaper,
    domain::light::Light,
    domain::matrix::MatrixKind,
    domain::meeting::AttendanceMode,
    domain::meeting::Depth,
    domain::meeting::Group,
    domain::meeting::MeetingKind,
    domain::meeting::MeetingStatus,
    domain::order::OfferAnswer,
    domain::order::OrderCategory,
    domain::order::OrderEventKind,
    domain::order::OrderOutcome,
    domain::order::OrderStage,
    domain::referral::CheckAnswer,
    domain::referral::ReferralStatus,
    domain::referral::Source,
    domain::retention::ChoiceKind,
    domain::retention::RecordType,
    domain::rights::Role,
    domain::score::ScoreRoute,
    domain::score::ScoreStage,
    domain::subject::SubjectRole,
);

macro_rules! values_as_json {
    ($($value:ty),* $(,)?) => {$(
        impl Column for $value {
            fn to_value(&self) -> Value {
                serde_json::to_string(self).map_or(Value::Null, Value::Text)
            }

            fn from_value(value: Value) -> Option<Self> {
                serde_json::from_str(&String::from_value(value)?).ok()
            }
        }
    )*};
}
values_as_json!(
    Vec<String>,
    Vec<AgencyId>,
    Vec<CaseId>,
    Vec<ItemId>,
    Vec<domain::meeting::Need>,
    Vec<domain::meeting::PresenceHere>,
    Vec<domain::agenda::Told>,
    Vec<domain::factor::Factor>,
    Vec<domain::referral::ReferralOutcome>,
    Vec<domain::subject::AgencyReference>,
    domain::order::Counting,
    domain::order::OrderState,
    domain::closing::ClosureCheck,
    domain::order::Period,
    domain::guide::GuideAnswers,
    Vec<domain::guide::GuidePart>,
    Vec<domain::retention::DisposedRecord>,
    Vec<domain::retention::RowsGone>,
    Vec<domain::case_move::Moved>,
    Vec<domain::matrix::FactorAnswer>,
    domain::matrix::Matrix,
    domain::meeting::SharedScoring,
);
