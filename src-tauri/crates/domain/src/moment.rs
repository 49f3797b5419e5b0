//! Instants, as the store keeps them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// An instant in UTC, in milliseconds since 1 January 1970.
///
/// Never used for order: a clock can be moved back, so order comes from running numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
#[ts(type = "number")]
pub struct Moment(pub i64);
