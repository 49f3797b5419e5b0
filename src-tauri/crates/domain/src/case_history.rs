//! The history of a case: what happened to it, in order, told from the record.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::action::{Action, ActionStatus};
use crate::demand::DemandCount;
use crate::episode::{ClosureReason, Episode};
use crate::forum::ForumLink;
use crate::ids::MeetingId;
use crate::order::Order;
use crate::score::{Score, ScoreStage};

/// What kind of event it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CaseEventKind {
    /// It was referred, opened or re-opened.
    Opened,
    /// It was scored.
    Scored,
    /// Something was moved by splitting or combining.
    Moved,
    /// It was linked with another case or forum.
    Linked,
    /// An action was raised or settled.
    Action,
    /// An order was considered, came into place or ended.
    Order,
    /// Calls or incidents were counted.
    Demand,
    /// A meeting decided.
    Decided,
    /// It was closed, combined or handed over.
    Closed,
    /// It was printed.
    Printed,
}

/// One event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CaseEvent {
    /// The day; absent where the record does not tell.
    pub on: Option<NaiveDate>,
    /// What kind it is.
    pub kind: CaseEventKind,
    /// What happened, in words.
    pub words: String,
    /// The meeting it happened at; absent for all else.
    pub meeting: Option<MeetingId>,
}

impl CaseEvent {
    /// Returns an event of a day.
    pub fn new(on: impl Into<Option<NaiveDate>>, kind: CaseEventKind, words: impl Into<String>) -> Self {
        Self { on: on.into(), kind, words: words.into(), meeting: None }
    }

    /// Returns the event as one of a meeting.
    pub fn at(self, meeting: Option<MeetingId>) -> Self {
        Self { meeting, ..self }
    }
}

/// Returns events as they happened: by day, within a day from opening to printing; those without a day come first.
pub fn in_order(mut events: Vec<CaseEvent>) -> Vec<CaseEvent> {
    events.sort_by_key(|event| (event.on, event.kind));
    events
}

/// Returns how the episodes of a case began and ended.
pub fn of_episodes(episodes: &[Episode]) -> Vec<CaseEvent> {
    let mut events = Vec::new();
    for episode in episodes {
        let began = match (episode.serial, episode.reopened_because.as_deref()) {
            (1, _) => "Opened".to_owned(),
            (_, Some(reason)) => format!("Re-opened: {reason}"),
            _ => "Re-opened".to_owned(),
        };
        events.push(CaseEvent::new(episode.opened, CaseEventKind::Opened, began));
        let Some(closure) = &episode.closed else { continue };
        let ended = match (closure.reason, episode.handed_to.as_deref()) {
            (ClosureReason::HandedOver, Some(scheme)) => format!("Handed over to {scheme}"),
            (ClosureReason::HandedOver, None) => "Handed over".to_owned(),
            (ClosureReason::Combined, _) => "Closed: combined with another case".to_owned(),
            (ClosureReason::Closed, _) => "Closed".to_owned(),
        };
        let words = match closure.summary.trim() {
            "" => ended,
            summary => format!("{ended}. {summary}"),
        };
        events.push(CaseEvent::new(closure.on, CaseEventKind::Closed, words));
    }
    events
}

/// Returns the scores of a case.
pub fn of_scores(scores: &[Score]) -> Vec<CaseEvent> {
    let stage = |score: &Score| match score.stage {
        ScoreStage::Start => "at the start",
        ScoreStage::MidPoint => "at a mid-point",
        ScoreStage::Closure => "at closure",
        ScoreStage::AsPublished => "as published",
    };
    let words = |score: &Score| format!("Scored {} {}", score.total, stage(score));
    scores.iter().map(|score| CaseEvent::new(score.on, CaseEventKind::Scored, words(score))).collect()
}

/// Returns when the actions of a case were raised, and when they were done; `agency` names who owes one.
pub fn of_actions<'a>(actions: &[Action], agency: impl Fn(&Action) -> &'a str) -> Vec<CaseEvent> {
    let mut events = Vec::new();
    for action in actions {
        let words = format!("Action {} raised, {}: {}", action.number, agency(action), action.what);
        let raised = CaseEvent::new(action.raised_on, CaseEventKind::Action, words);
        events.push(raised.at(action.raised_at));
        if let (ActionStatus::Done, Some(done)) = (action.status, action.done_on) {
            let words = format!("Action {} done, {}", action.number, agency(action));
            events.push(CaseEvent::new(done, CaseEventKind::Action, words));
        }
    }
    events
}

/// Returns when the orders of a case were considered, in place and ended.
pub fn of_orders(orders: &[Order]) -> Vec<CaseEvent> {
    let mut events = Vec::new();
    for order in orders {
        let kind = &order.kind;
        let ended = match order.outcome {
            Some(outcome) => format!("{kind} ended, {}", outcome.words()),
            None => format!("{kind} ended"),
        };
        let dated = [
            (order.considered_on, format!("{kind} considered")),
            (order.in_place_on, format!("{kind} in place")),
            (order.ended_on, ended),
        ];
        let told = dated.into_iter().filter(|(on, _)| on.is_some());
        events.extend(told.map(|(on, words)| CaseEvent::new(on, CaseEventKind::Order, words)));
    }
    events
}

/// Returns since when the case is linked to other forums, and until when.
pub fn of_forums(forums: &[ForumLink]) -> Vec<CaseEvent> {
    let mut events = Vec::new();
    for link in forums {
        let began = format!("Known to {}", link.forum);
        events.push(CaseEvent::new(link.since, CaseEventKind::Linked, began));
        if link.until.is_some() {
            let ended = format!("No longer before {}", link.forum);
            events.push(CaseEvent::new(link.until, CaseEventKind::Linked, ended));
        }
    }
    events
}

/// Returns the counts of calls and incidents, at the end of their days.
pub fn of_demand(counts: &[DemandCount]) -> Vec<CaseEvent> {
    let words = |count: &DemandCount| {
        let (number, what) = (count.number, count.counted.words(count.number));
        format!("{number} {what}, {} ({})", count.days_words(), count.source)
    };
    counts.iter().map(|count| CaseEvent::new(count.last_day, CaseEventKind::Demand, words(count))).collect()
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::episode::Closure;
    use crate::ids::{CaseId, EpisodeId};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_case_that_came_back_tells_why_and_ends_with_where_it_went() {
        let ids = (EpisodeId(Uuid::nil()), CaseId(Uuid::nil()));
        let mut first = Episode::first(ids.0, ids.1, day("2026-01-10"));
        let closure = |on: &str, reason, summary: &str| Closure {
            on: day(on),
            reason,
            no_score_because: None,
            summary: summary.into(),
            check: Default::default(),
        };
        first.close(closure("2026-03-01", ClosureReason::Closed, "Quiet since")).unwrap();
        let reopened = Episode::reopening(ids.0, std::slice::from_ref(&first), day("2026-05-01")).unwrap();
        let mut second = reopened.because("calls began again").unwrap();
        second.close(closure("2026-06-01", ClosureReason::HandedOver, "")).unwrap();
        second.handed_to = Some("SAFE".into());
        let words: Vec<String> =
            in_order(of_episodes(&[second, first])).into_iter().map(|event| event.words).collect();
        assert_eq!(
            words,
            ["Opened", "Closed. Quiet since", "Re-opened: calls began again", "Handed over to SAFE"]
        );
    }

    #[test]
    fn what_has_no_day_comes_first_and_a_day_is_told_from_opening_to_printing() {
        let event = |on: &str, kind| CaseEvent::new(on.parse().ok(), kind, format!("{kind:?}"));
        let events = vec![
            event("2026-11-24", CaseEventKind::Printed),
            event("2026-11-24", CaseEventKind::Opened),
            event("2026-11-23", CaseEventKind::Closed),
            event("", CaseEventKind::Scored),
        ];
        let kinds: Vec<CaseEventKind> = in_order(events).into_iter().map(|event| event.kind).collect();
        use CaseEventKind::*;
        assert_eq!(kinds, [Scored, Closed, Opened, Printed]);
    }
}
