//! The mid-point score: asked for after so many weeks or so many reviews since the start score.

use chrono::NaiveDate;

use crate::episode::Episode;
use crate::meeting::{Depth, Item, Meeting};
use crate::score::{Score, ScoreStage};
use crate::words::count;

/// When a mid-point score is asked for (a default of the hub's settings).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MidPointRule {
    /// After more than so many weeks.
    pub weeks: u32,
    /// After so many reviews; 0 when reviews are not counted.
    pub reviews: u32,
}

/// An open episode that lacks its mid-point score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MidPointMissed {
    /// Whole weeks since the start score, or since the opening when there is none.
    pub weeks: u32,
    /// Reviews since then.
    pub reviews: u32,
    /// Whether there is a start score.
    pub scored_at_start: bool,
}

impl MidPointRule {
    /// Tells whether an episode lacks its mid-point score today; `reviewed` are the days of the meetings that discussed the
    /// case.
    pub fn missed(
        self,
        episode: &Episode,
        scores: &[Score],
        reviewed: &[NaiveDate],
        today: NaiveDate,
    ) -> Option<MidPointMissed> {
        let own = || scores.iter().filter(|score| score.episode == episode.id);
        if !episode.is_open() || own().any(|score| score.stage != ScoreStage::Start) {
            return None;
        }
        let start = own().max_by_key(|score| score.serial);
        let since = start.and_then(|score| score.on).unwrap_or(episode.opened);
        let days = u32::try_from((today - since).num_days()).unwrap_or(0);
        let reviews = reviewed.iter().filter(|day| **day > since && **day <= today).count();
        let reviews = u32::try_from(reviews).unwrap_or(u32::MAX);
        let late = days > self.weeks.saturating_mul(7) || (self.reviews > 0 && reviews >= self.reviews);
        late.then_some(MidPointMissed { weeks: days / 7, reviews, scored_at_start: start.is_some() })
    }
}

impl MidPointMissed {
    /// Returns how long the score is waited for: `9 weeks and 7 reviews since the start score`.
    pub fn words(self) -> String {
        let weeks = count(self.weeks as usize, "week", "weeks");
        let reviews = count(self.reviews as usize, "review", "reviews");
        match self.scored_at_start {
            true => format!("{weeks} and {reviews} since the start score"),
            false => format!("open for {weeks}, {reviews}, never scored"),
        }
    }
}

/// Tells whether an item of a meeting is a review of its case: the meeting is over and discussed it, not only noted it.
pub fn is_review(meeting: &Meeting, item: &Item) -> bool {
    meeting.is_over() && item.began_at.is_some() && item.depth != Depth::Noted
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::ids::{CaseId, EpisodeId, ItemId, MeetingId, ScoreId};
    use crate::meeting::{About, Group, MeetingKind, MeetingStatus};
    use crate::moment::Moment;
    use crate::score::Points;

    const RULE: MidPointRule = MidPointRule { weeks: 8, reviews: 3 };

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn episode() -> Episode {
        Episode::first(EpisodeId(Uuid::nil()), CaseId(Uuid::nil()), day("2026-09-01"))
    }

    fn score(stage: ScoreStage, on: &str) -> Score {
        Score {
            id: ScoreId(Uuid::nil()),
            episode: EpisodeId(Uuid::nil()),
            serial: 1,
            stage,
            on: Some(day(on)),
            total: Points::whole(50),
            matrix: String::new(),
            answers: None,
            route: None,
            reason: String::new(),
            scorer: String::new(),
        }
    }

    fn missed(scores: &[Score], reviewed: &[&str], today: &str) -> Option<String> {
        let reviewed: Vec<NaiveDate> = reviewed.iter().map(|text| day(text)).collect();
        RULE.missed(&episode(), scores, &reviewed, day(today)).map(MidPointMissed::words)
    }

    #[test]
    fn weeks_are_counted_from_the_start_score_and_not_from_the_opening() {
        let start = score(ScoreStage::Start, "2026-09-29");
        assert_eq!(missed(std::slice::from_ref(&start), &[], "2026-11-24"), None, "eight weeks to the day");
        assert_eq!(
            missed(&[start], &[], "2026-11-25").as_deref(),
            Some("8 weeks and 0 reviews since the start score")
        );
    }

    #[test]
    fn enough_reviews_ask_for_it_earlier() {
        let start = [score(ScoreStage::Start, "2026-09-29")];
        let reviewed = ["2026-09-29", "2026-10-06", "2026-10-13"];
        assert_eq!(missed(&start, &reviewed, "2026-10-14"), None, "the meeting that scored is no review");
        assert_eq!(
            missed(&start, &["2026-10-06", "2026-10-13", "2026-10-20"], "2026-10-20").as_deref(),
            Some("3 weeks and 3 reviews since the start score")
        );
        let uncounted = MidPointRule { reviews: 0, ..RULE };
        let days = [day("2026-10-06"), day("2026-10-13"), day("2026-10-20")];
        assert_eq!(uncounted.missed(&episode(), &start, &days, day("2026-10-20")), None);
    }

    #[test]
    fn a_case_never_scored_is_told_as_one() {
        assert_eq!(
            missed(&[], &[], "2026-11-24").as_deref(),
            Some("open for 12 weeks, 0 reviews, never scored")
        );
    }

    #[test]
    fn a_later_score_or_a_closure_ends_the_waiting() {
        let scores = [score(ScoreStage::Start, "2026-09-01"), score(ScoreStage::MidPoint, "2026-10-06")];
        assert_eq!(missed(&scores, &[], "2026-12-24"), None);
    }

    #[test]
    fn a_review_is_a_meeting_that_is_over_and_came_to_speak_of_the_case() {
        let meeting = |status| Meeting {
            id: MeetingId(Uuid::nil()),
            number: 14,
            kind: MeetingKind::Tasking,
            date: day("2026-10-06"),
            starts: "14:00".parse().unwrap(),
            minutes: 120,
            room: String::new(),
            chair: String::new(),
            status,
            cancelled_because: String::new(),
            issued_at: None,
            began_at: None,
            concluded_at: None,
            declaration_read_at: None,
            approved_by: None,
            approved_at: None,
            confirmed_by: None,
            confirmed_at: None,
            confirmed_in: None,
            presences: Vec::new(),
            order_before: Vec::new(),
        };
        let item = |depth, began_at| Item {
            id: ItemId(Uuid::nil()),
            meeting: MeetingId(Uuid::nil()),
            position: 1,
            about: About::Case { case: CaseId(Uuid::nil()) },
            group: Group::Others,
            title: String::new(),
            depth,
            minutes: 12,
            why: String::new(),
            began_at,
            left_at: None,
            spent_ms: 0,
            level: None,
            fixed_at: None,
            pinned: false,
            needs: Vec::new(),
        };
        let spoken = item(Depth::Full, Some(Moment(1)));
        assert!(is_review(&meeting(MeetingStatus::Concluded), &spoken));
        assert!(!is_review(&meeting(MeetingStatus::Running), &spoken), "still running");
        assert!(!is_review(&meeting(MeetingStatus::Confirmed), &item(Depth::Noted, Some(Moment(1)))));
        assert!(!is_review(&meeting(MeetingStatus::Confirmed), &item(Depth::Full, None)), "not reached");
    }
}
