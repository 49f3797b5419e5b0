//! Taking an action back that was raised by mistake.

use crate::acceptance::Acceptance;
use crate::action::{Action, ActionStatus};
use crate::ids::MeetingId;

/// Says why an action is not taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotTakenBack {
    /// It was not raised at the meeting that runs.
    #[error("It was not raised at this meeting: set its status instead")]
    RaisedElsewhere,
    /// Something happened to it since.
    #[error("Something happened to it since it was raised: set its status instead")]
    MovedOn,
}

impl Action {
    /// Takes the action back that `meeting` raised by mistake, while nothing happened to it since: it keeps its number and
    /// stands in its case as superseded, because a record loses nothing, and the meeting did not raise it.
    pub fn take_back(&mut self, meeting: Option<MeetingId>) -> Result<(), NotTakenBack> {
        if meeting.is_none() || self.raised_at != meeting {
            return Err(NotTakenBack::RaisedElsewhere);
        }
        let answered = matches!(self.acceptance, Acceptance::Accepted { .. } | Acceptance::Declined { .. });
        let untouched = self.status == ActionStatus::NotStarted && self.blocked.is_none();
        if !untouched || answered || self.escalated.is_some() {
            return Err(NotTakenBack::MovedOn);
        }
        self.status = ActionStatus::Superseded;
        self.light_set = None;
        self.raised_at = None;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::acceptance::Escalation;
    use crate::action::testing::{action, day};

    const MEETING: Option<MeetingId> = Some(MeetingId(Uuid::from_u128(7)));

    fn raised() -> Action {
        Action { raised_at: MEETING, status: ActionStatus::NotStarted, ..action() }
    }

    #[test]
    fn what_was_raised_by_mistake_stays_in_its_case_as_superseded() {
        let mut action = Action { acceptance: Acceptance::Awaited, ..raised() };
        action.take_back(MEETING).unwrap();
        assert_eq!((action.status, action.raised_at), (ActionStatus::Superseded, None));
        assert_eq!(action.number, raised().number);
    }

    #[test]
    fn nothing_is_taken_back_of_another_meeting_or_of_none() {
        for meeting in [None, Some(MeetingId(Uuid::from_u128(8)))] {
            assert_eq!(raised().take_back(meeting), Err(NotTakenBack::RaisedElsewhere));
        }
        let between = Action { raised_at: None, ..raised() };
        assert_eq!(between.clone().take_back(None), Err(NotTakenBack::RaisedElsewhere));
    }

    #[test]
    fn what_has_a_history_is_not_taken_back() {
        let on = day("2026-11-24");
        let moved = [
            Action { status: ActionStatus::UnderWay, ..raised() },
            Action { blocked: Some("no consent".into()), ..raised() },
            Action { acceptance: Acceptance::Accepted { on, told_by: "J Bell".into() }, ..raised() },
            Action {
                escalated: Some(Escalation { to: "manager".into(), reason: "late".into(), on }),
                ..raised()
            },
        ];
        for mut action in moved {
            assert_eq!(action.take_back(MEETING), Err(NotTakenBack::MovedOn));
        }
    }
}
