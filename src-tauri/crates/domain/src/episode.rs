//! Episodes: a case that comes back keeps its reference and gets a new episode with its own dates and scores.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::closing::ClosureCheck;
use crate::ids::{CaseId, EpisodeId};
use crate::words::table_date;

/// Why an episode was closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ClosureReason {
    /// The meeting closed it.
    Closed,
    /// The case was combined with another.
    Combined,
    /// The case was handed over to a scheme.
    HandedOver,
}

impl ClosureReason {
    /// Returns the reason as the word that stands before the day: `closed`, `handed over`.
    pub fn words(self) -> &'static str {
        match self {
            Self::Closed => "closed",
            Self::Combined => "combined",
            Self::HandedOver => "handed over",
        }
    }
}

/// The end of an episode.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Closure {
    /// The day.
    pub on: NaiveDate,
    /// Why.
    pub reason: ClosureReason,
    /// Why there is no closing score; absent when there is one, and for imported rows.
    pub no_score_because: Option<String>,
    /// A summary; empty when none was written.
    pub summary: String,
    /// What was settled with it; empty for imported rows.
    #[serde(default)]
    pub check: ClosureCheck,
}

impl Closure {
    /// Returns what the closure says, for the case's page and its minutes: the summary, what was settled, and why there is
    /// no closing score.
    pub fn lines(&self) -> Vec<String> {
        let summary = Some(self.summary.trim()).filter(|summary| !summary.is_empty()).map(str::to_owned);
        let unscored = self.no_score_because.as_ref().map(|because| format!("No closing score: {because}"));
        summary.into_iter().chain(self.check.lines()).chain(unscored).collect()
    }
}

/// One episode of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Episode {
    /// Its key.
    pub id: EpisodeId,
    /// The case.
    pub case: CaseId,
    /// Its running number within the case, from 1.
    pub serial: u32,
    /// The day it was opened.
    pub opened: NaiveDate,
    /// Its end; absent while open.
    pub closed: Option<Closure>,
    /// The age that a register gives for it; absent for topics and cases opened here.
    pub age_as_published: Option<u8>,
    /// True when a register gives the same number as initial and as current score.
    pub equal_scores_as_published: bool,
    /// Why the case came back; absent for a first episode and for imported rows.
    pub reopened_because: Option<String>,
    /// The scheme that the case was handed over to; absent when it was not.
    pub handed_to: Option<String>,
    /// Remarks of a register that have no other place.
    pub notes: Vec<String>,
}

/// Says why an episode cannot be opened or closed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EpisodeError {
    /// It is closed before it was opened.
    #[error("The case was opened on {opened} and cannot be closed before that, on {closed}")]
    ClosedBeforeOpened {
        /// The day it was opened, in words.
        opened: String,
        /// The refused day, in words.
        closed: String,
    },
    /// It is already closed.
    #[error("The case is already closed, since {0}")]
    AlreadyClosed(String),
    /// Another episode is still open.
    #[error("The case is already open, since {0}")]
    AlreadyOpen(String),
    /// Nobody says why it comes back.
    #[error("Say why the case comes back")]
    ReopenedWithoutReason,
    /// It would begin before the last one ended.
    #[error("The case was closed on {closed} and cannot be re-opened before that, on {opened}")]
    OpenedBeforeClosed {
        /// The day the last episode ended, in words.
        closed: String,
        /// The refused day, in words.
        opened: String,
    },
}

impl Episode {
    /// Returns a first episode that opens on `day`.
    pub fn first(id: EpisodeId, case: CaseId, day: NaiveDate) -> Self {
        Self {
            id,
            case,
            serial: 1,
            opened: day,
            closed: None,
            age_as_published: None,
            equal_scores_as_published: false,
            reopened_because: None,
            handed_to: None,
            notes: Vec::new(),
        }
    }

    /// Says why the case came back: without it the next reader cannot tell a new episode from a mistake.
    pub fn because(self, reason: &str) -> Result<Self, EpisodeError> {
        match reason.trim() {
            "" => Err(EpisodeError::ReopenedWithoutReason),
            reason => Ok(Self { reopened_because: Some(reason.to_owned()), ..self }),
        }
    }

    /// Returns the episode that re-opens the case of `earlier` on `day`; at most one episode is open.
    pub fn reopening(id: EpisodeId, earlier: &[Self], day: NaiveDate) -> Result<Self, EpisodeError> {
        let last = earlier.iter().max_by_key(|episode| episode.serial);
        if let Some(open) = earlier.iter().find(|episode| episode.is_open()) {
            return Err(EpisodeError::AlreadyOpen(table_date(open.opened)));
        }
        let Some((last, closure)) = last.and_then(|last| last.closed.as_ref().map(|closed| (last, closed)))
        else {
            return Err(EpisodeError::AlreadyOpen(table_date(day)));
        };
        if day < closure.on {
            let (closed, opened) = (table_date(closure.on), table_date(day));
            return Err(EpisodeError::OpenedBeforeClosed { closed, opened });
        }
        Ok(Self { serial: last.serial + 1, ..Self::first(id, last.case, day) })
    }

    /// Tells whether the episode is open.
    pub fn is_open(&self) -> bool {
        self.closed.is_none()
    }

    /// Closes the episode.
    pub fn close(&mut self, closure: Closure) -> Result<(), EpisodeError> {
        if let Some(closed) = &self.closed {
            return Err(EpisodeError::AlreadyClosed(table_date(closed.on)));
        }
        if closure.on < self.opened {
            let (opened, closed) = (table_date(self.opened), table_date(closure.on));
            return Err(EpisodeError::ClosedBeforeOpened { opened, closed });
        }
        self.closed = Some(closure);
        Ok(())
    }

    /// Returns the days from opening to closure, or to `today` while open.
    pub fn days_open(&self, today: NaiveDate) -> i64 {
        let until = self.closed.as_ref().map_or(today, |closure| closure.on);
        (until - self.opened).num_days().max(0)
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn opened(text: &str) -> Episode {
        Episode::first(EpisodeId(Uuid::nil()), CaseId(Uuid::nil()), day(text))
    }

    fn closure(text: &str) -> Closure {
        Closure {
            on: day(text),
            reason: ClosureReason::Closed,
            no_score_because: None,
            summary: String::new(),
            check: ClosureCheck::default(),
        }
    }

    #[test]
    fn an_episode_closed_twice_keeps_its_first_date() {
        let mut episode = opened("2026-01-10");
        episode.close(closure("2026-02-10")).unwrap();
        assert!(matches!(episode.close(closure("2026-03-10")), Err(EpisodeError::AlreadyClosed(_))));
        assert_eq!(episode.closed.map(|closed| closed.on), Some(day("2026-02-10")));
    }

    #[test]
    fn an_episode_is_not_closed_before_it_was_opened() {
        let mut episode = opened("2026-01-10");
        let refusal = episode.close(closure("2026-01-09")).unwrap_err();
        assert_eq!(
            refusal.to_string(),
            "The case was opened on 10 Jan 2026 and cannot be closed before that, on 9 Jan 2026"
        );
        assert!(episode.is_open());
    }

    #[test]
    fn at_most_one_episode_is_open() {
        let open = opened("2026-01-10");
        let again = Episode::reopening(EpisodeId(Uuid::nil()), &[open], day("2026-05-01"));
        assert!(matches!(again, Err(EpisodeError::AlreadyOpen(_))));
    }

    #[test]
    fn a_case_reopens_with_the_next_number_and_not_before_it_was_closed() {
        let mut first = opened("2026-01-10");
        first.close(closure("2026-02-10")).unwrap();
        let id = EpisodeId(Uuid::nil());
        assert!(Episode::reopening(id, std::slice::from_ref(&first), day("2026-02-09")).is_err());
        let second = Episode::reopening(id, &[first], day("2026-02-10")).unwrap();
        assert_eq!((second.serial, second.is_open()), (2, true));
        assert_eq!(second.clone().because(" "), Err(EpisodeError::ReopenedWithoutReason));
        let told = second.because(" calls began again ").unwrap();
        assert_eq!(told.reopened_because.as_deref(), Some("calls began again"));
    }
}
