//! Wall-clock times of a meeting, without date and zone.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A time of day in Europe/London, in whole minutes since midnight (0 to 1439); `"14:05"` on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct ClockTime(u16);

/// Says why a text is not a time of day.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a time of day; write it like 14:00")]
pub struct NotAClockTime(pub String);

impl ClockTime {
    /// Returns the time at `hour` (0 to 23) and `minute` (0 to 59), or nothing outside these.
    pub fn new(hour: u16, minute: u16) -> Option<Self> {
        (hour < 24 && minute < 60).then_some(Self(hour * 60 + minute))
    }

    /// Returns the time `minutes` after midnight; past midnight it begins again at 0.
    pub fn from_minutes(minutes: u32) -> Self {
        Self((minutes % 1440) as u16)
    }

    /// Returns the whole minutes since midnight.
    pub fn minutes(self) -> u32 {
        u32::from(self.0)
    }

    /// Returns the time `minutes` later.
    pub fn plus(self, minutes: u32) -> Self {
        Self::from_minutes(self.minutes() + minutes)
    }

    /// Returns the minutes from `earlier` to this time; 0 when `earlier` is later.
    pub fn minutes_since(self, earlier: Self) -> u32 {
        self.minutes().saturating_sub(earlier.minutes())
    }

    /// Returns the time as British papers write it: `2.00 pm`.
    pub fn words(self) -> String {
        let half = if self.0 < 720 { "am" } else { "pm" };
        format!("{} {half}", self.short())
    }

    /// Returns the time without its half of the day, for columns: `2.00`.
    pub fn short(self) -> String {
        let hour = match self.0 / 60 % 12 {
            0 => 12,
            hour => hour,
        };
        format!("{hour}.{:02}", self.0 % 60)
    }
}

impl std::fmt::Display for ClockTime {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

impl std::str::FromStr for ClockTime {
    type Err = NotAClockTime;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let refused = || NotAClockTime(text.to_owned());
        let (hour, minute) = text.trim().split_once([':', '.']).ok_or_else(refused)?;
        let hour = hour.parse().map_err(|_| refused())?;
        let minute = minute.parse().map_err(|_| refused())?;
        Self::new(hour, minute).ok_or_else(refused)
    }
}

impl TryFrom<String> for ClockTime {
    type Error = NotAClockTime;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<ClockTime> for String {
    fn from(time: ClockTime) -> Self {
        time.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_written_as_british_papers_write_them() {
        let written = |text: &str| text.parse::<ClockTime>().unwrap().words();
        assert_eq!(written("14:00"), "2.00 pm");
        assert_eq!(written("00:05"), "12.05 am");
        assert_eq!(written("12:30"), "12.30 pm");
        assert_eq!(written("9:07"), "9.07 am");
    }

    #[test]
    fn a_time_that_cannot_be_is_refused_with_its_words() {
        let refused = "25:00".parse::<ClockTime>().unwrap_err();
        assert_eq!(refused.to_string(), "“25:00” is not a time of day; write it like 14:00");
        assert!("half past two".parse::<ClockTime>().is_err());
    }
}
