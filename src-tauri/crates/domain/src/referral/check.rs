//! Agency checks: what those who were asked know about a referral.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ReferralError;
use crate::ids::{AgencyCheckId, AgencyId, ReferralId};

/// An agency's answer to "is this known to you?".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CheckAnswer {
    /// No reply yet.
    NoReply,
    /// Known.
    Known,
    /// Not known.
    NotKnown,
}

/// One agency's check of a referral.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AgencyCheck {
    /// Its key.
    pub id: AgencyCheckId,
    /// The referral.
    pub referral: ReferralId,
    /// The agency that was asked.
    pub agency: AgencyId,
    /// What it said.
    pub answer: CheckAnswer,
    /// In its words; empty when it added none.
    pub note: String,
    /// The day it replied; absent until it does, and where it was not kept.
    pub replied_on: Option<NaiveDate>,
}

/// How far the checks of a referral have come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CheckCounts {
    /// Agencies that were asked.
    pub asked: u32,
    /// To whom it is known.
    pub known: u32,
    /// To whom it is not known.
    pub not_known: u32,
    /// Who did not reply yet.
    pub no_reply: u32,
}

impl CheckCounts {
    /// Counts `checks`.
    pub fn of<'a>(checks: impl IntoIterator<Item = &'a AgencyCheck>) -> Self {
        let mut counts = Self::default();
        for check in checks {
            counts.asked += 1;
            match check.answer {
                CheckAnswer::Known => counts.known += 1,
                CheckAnswer::NotKnown => counts.not_known += 1,
                CheckAnswer::NoReply => counts.no_reply += 1,
            }
        }
        counts
    }

    /// Returns how many replied.
    pub fn replied(self) -> u32 {
        self.known + self.not_known
    }
}

impl AgencyCheck {
    /// Keeps an answer. The day of reply is `on`; absent, it is the one kept before, or `today` for a first reply. No
    /// reply has no day.
    pub fn answer(
        &mut self,
        answer: CheckAnswer,
        on: Option<NaiveDate>,
        today: NaiveDate,
    ) -> Result<(), ReferralError> {
        if on.is_some_and(|day| day > today) {
            return Err(ReferralError::ReplyInTheFuture);
        }
        self.answer = answer;
        self.replied_on = match answer {
            CheckAnswer::NoReply => None,
            CheckAnswer::Known | CheckAnswer::NotKnown => on.or(self.replied_on).or(Some(today)),
        };
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn asked() -> AgencyCheck {
        AgencyCheck {
            id: AgencyCheckId(Uuid::nil()),
            referral: ReferralId(Uuid::nil()),
            agency: AgencyId(Uuid::nil()),
            answer: CheckAnswer::NoReply,
            note: String::new(),
            replied_on: None,
        }
    }

    #[test]
    fn a_reply_is_dated_today_unless_told_otherwise_and_keeps_its_day() {
        let today = day("2026-11-24");
        let mut check = asked();
        check.answer(CheckAnswer::Known, None, today).unwrap();
        assert_eq!(check.replied_on, Some(today));
        check.answer(CheckAnswer::NotKnown, None, day("2026-12-01")).unwrap();
        assert_eq!(check.replied_on, Some(today), "a corrected answer was still given that day");
        check.answer(CheckAnswer::NotKnown, Some(day("2026-11-20")), today).unwrap();
        assert_eq!(check.replied_on, Some(day("2026-11-20")));
        check.answer(CheckAnswer::NoReply, None, today).unwrap();
        assert_eq!(check.replied_on, None, "no reply has no day");
    }

    #[test]
    fn a_reply_does_not_come_from_the_future() {
        let mut check = asked();
        let refused = check.answer(CheckAnswer::Known, Some(day("2026-11-25")), day("2026-11-24"));
        assert_eq!(refused, Err(ReferralError::ReplyInTheFuture));
        assert_eq!(check, asked(), "a refusal changes nothing");
    }

    #[test]
    fn the_answers_are_counted_each_by_itself() {
        let answers = [CheckAnswer::Known, CheckAnswer::NotKnown, CheckAnswer::NoReply, CheckAnswer::Known];
        let checks: Vec<_> = answers.map(|answer| AgencyCheck { answer, ..asked() }).into();
        let counts = CheckCounts::of(&checks);
        assert_eq!(counts, CheckCounts { asked: 4, known: 2, not_known: 1, no_reply: 1 });
        assert_eq!(counts.replied(), 3);
    }
}
