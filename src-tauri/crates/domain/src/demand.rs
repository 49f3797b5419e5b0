//! Demand: dated counts of calls or incidents before, during and after a case, so that one sees whether it helped.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::episode::Episode;
use crate::ids::{CaseId, DemandCountId};
use crate::words::table_date;

/// The letters that the name of a source may have.
pub const SOURCE_LETTERS: usize = 120;

/// What was counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Counted {
    /// Calls for service.
    Calls,
    /// Recorded incidents.
    Incidents,
}

impl Counted {
    /// Returns what was counted, as it follows a number.
    pub fn words(self, number: u32) -> &'static str {
        match (self, number) {
            (Self::Calls, 1) => "call",
            (Self::Calls, _) => "calls",
            (Self::Incidents, 1) => "incident",
            (Self::Incidents, _) => "incidents",
        }
    }
}

/// When a count lies in the life of its case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DemandPhase {
    /// Before the case was first opened.
    Before,
    /// While it was open, or between its episodes.
    During,
    /// After it was closed.
    After,
}

impl DemandPhase {
    /// Returns the phase in a word.
    pub fn words(self) -> &'static str {
        match self {
            Self::Before => "before",
            Self::During => "during",
            Self::After => "after",
        }
    }
}

/// One count of calls or incidents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DemandCount {
    /// Its key.
    pub id: DemandCountId,
    /// The case.
    pub case: CaseId,
    /// What was counted.
    pub counted: Counted,
    /// The first day of the count.
    pub first_day: NaiveDate,
    /// The last day of the count, which is counted.
    pub last_day: NaiveDate,
    /// How many.
    pub number: u32,
    /// Whose count it is, such as `Police, STORM`.
    pub source: String,
}

/// Says why a count cannot be as asked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DemandError {
    /// It ends before it begins.
    #[error("The count cannot end on {last}, before it begins on {first}")]
    EndsBeforeItBegins {
        /// The first day, in words.
        first: String,
        /// The refused last day, in words.
        last: String,
    },
    /// It counts what has not happened yet.
    #[error("Calls and incidents are counted up to today, not to {0}")]
    InTheFuture(String),
    /// Nobody says whose count it is.
    #[error("Say whose count it is, such as the police")]
    NoSource,
    /// The source is a text of its own.
    #[error("Name the source in a few words, at most {SOURCE_LETTERS} letters")]
    LongSource,
    /// The same days are counted by the same source already.
    #[error("{source_name} counted {days} already; amend that count, or choose other days")]
    CountedTwice {
        /// The source.
        source_name: String,
        /// The days that are counted, in words.
        days: String,
    },
}

impl DemandCount {
    /// Checks what every count must hold; `others` are the counts of the case that are there already.
    pub fn checked(self, others: &[Self], today: NaiveDate) -> Result<Self, DemandError> {
        let source = self.source.trim().to_owned();
        if self.last_day < self.first_day {
            let (first, last) = (table_date(self.first_day), table_date(self.last_day));
            return Err(DemandError::EndsBeforeItBegins { first, last });
        }
        if self.last_day > today {
            return Err(DemandError::InTheFuture(table_date(self.last_day)));
        }
        if source.is_empty() {
            return Err(DemandError::NoSource);
        }
        if source.chars().count() > SOURCE_LETTERS {
            return Err(DemandError::LongSource);
        }
        let same = |other: &&Self| {
            other.id != self.id
                && other.counted == self.counted
                && other.source.to_lowercase() == source.to_lowercase()
                && other.first_day <= self.last_day
                && self.first_day <= other.last_day
        };
        match others.iter().find(same) {
            Some(other) => {
                Err(DemandError::CountedTwice { source_name: other.source.clone(), days: other.days_words() })
            }
            None => Ok(Self { source, ..self }),
        }
    }

    /// Returns the days of the count, both ends counted.
    pub fn days(&self) -> i64 {
        (self.last_day - self.first_day).num_days() + 1
    }

    /// Returns its days in words: `1 Sep 2026 to 30 Sep 2026`.
    pub fn days_words(&self) -> String {
        match self.first_day == self.last_day {
            true => table_date(self.first_day),
            false => format!("{} to {}", table_date(self.first_day), table_date(self.last_day)),
        }
    }

    /// Returns how many there were in four weeks on average, in tenths: counts of unequal length are compared by it.
    pub fn per_four_weeks_in_tenths(&self) -> u32 {
        let tenths = f64::from(self.number) * 280.0 / self.days().max(1) as f64;
        tenths.round() as u32
    }

    /// Returns where the count lies in the life of its case. One that begins before the case and reaches into it counts
    /// as during, because what the hub did may show in it.
    pub fn phase(&self, episodes: &[Episode]) -> DemandPhase {
        let opened = episodes.iter().map(|episode| episode.opened).min();
        let open = episodes.iter().any(Episode::is_open);
        let closed = episodes.iter().filter_map(|episode| Some(episode.closed.as_ref()?.on)).max();
        match (opened, closed) {
            (Some(opened), _) if self.last_day < opened => DemandPhase::Before,
            (_, Some(closed)) if !open && self.first_day > closed => DemandPhase::After,
            _ => DemandPhase::During,
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::episode::{Closure, ClosureReason};
    use crate::ids::EpisodeId;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn count(first: &str, last: &str, number: u32) -> DemandCount {
        DemandCount {
            id: DemandCountId(Uuid::from_u128(u128::from(number))),
            case: CaseId(Uuid::nil()),
            counted: Counted::Calls,
            first_day: day(first),
            last_day: day(last),
            number,
            source: "Police".into(),
        }
    }

    fn today() -> NaiveDate {
        day("2026-11-24")
    }

    #[test]
    fn a_count_names_its_source_and_ends_after_it_begins_and_before_tomorrow() {
        let good = count("2026-09-01", "2026-09-30", 12);
        assert_eq!(good.clone().checked(&[], today()), Ok(good.clone()));
        let nobody = DemandCount { source: " ".into(), ..good.clone() };
        assert_eq!(nobody.checked(&[], today()), Err(DemandError::NoSource));
        let novel = DemandCount { source: "x".repeat(10_000), ..good };
        assert_eq!(novel.checked(&[], today()), Err(DemandError::LongSource));
        assert!(count("2026-09-30", "2026-09-01", 1).checked(&[], today()).is_err());
        assert!(count("2026-11-01", "2026-11-25", 1).checked(&[], today()).is_err());
    }

    #[test]
    fn the_same_days_are_not_counted_twice_by_the_same_source() {
        let there = [count("2026-09-01", "2026-09-30", 12)];
        let again = count("2026-09-30", "2026-10-31", 5);
        let refusal = again.clone().checked(&there, today()).unwrap_err();
        assert_eq!(
            refusal.to_string(),
            "Police counted 1 Sep 2026 to 30 Sep 2026 already; amend that count, or choose other days"
        );
        let other = DemandCount { source: "Housing".into(), ..again.clone() };
        assert!(other.checked(&there, today()).is_ok(), "another source counts other calls");
        let incidents = DemandCount { counted: Counted::Incidents, ..again };
        assert!(incidents.checked(&there, today()).is_ok());
        assert!(there[0].clone().checked(&there, today()).is_ok(), "a count may be amended");
    }

    #[test]
    fn counts_of_unequal_length_are_compared_by_four_weeks() {
        assert_eq!(count("2026-09-01", "2026-09-28", 12).per_four_weeks_in_tenths(), 120);
        assert_eq!(count("2026-09-01", "2026-09-07", 3).per_four_weeks_in_tenths(), 120);
        assert_eq!(count("2026-09-01", "2026-09-01", 0).per_four_weeks_in_tenths(), 0);
    }

    #[test]
    fn a_count_lies_before_during_or_after_its_case() {
        let mut episode = Episode::first(EpisodeId(Uuid::nil()), CaseId(Uuid::nil()), day("2026-06-01"));
        let phase =
            |episode: &Episode, first, last| count(first, last, 1).phase(std::slice::from_ref(episode));
        assert_eq!(phase(&episode, "2026-05-01", "2026-05-31"), DemandPhase::Before);
        assert_eq!(phase(&episode, "2026-05-15", "2026-06-15"), DemandPhase::During);
        assert_eq!(phase(&episode, "2026-10-01", "2026-10-31"), DemandPhase::During, "it is still open");
        let (reason, summary) = (ClosureReason::Closed, String::new());
        episode
            .close(Closure {
                on: day("2026-09-01"),
                reason,
                no_score_because: None,
                summary,
                check: Default::default(),
            })
            .unwrap();
        assert_eq!(phase(&episode, "2026-09-02", "2026-10-31"), DemandPhase::After);
        assert_eq!(phase(&episode, "2026-08-15", "2026-10-31"), DemandPhase::During);
    }
}
