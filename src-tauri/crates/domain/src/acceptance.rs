//! Who owes an action: acceptance by an agency that was not there, reassigning, and escalating.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::action::{Action, ActionError, ActionStatus};
use crate::ids::{AgencyId, OfficerId};
use crate::words::table_date;

/// Whether the agency that owes an action has accepted it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "acceptance", rename_all = "snake_case")]
pub enum Acceptance {
    /// It was there when the action was given, so that nobody has to ask.
    #[default]
    NotAsked,
    /// It was not there, and has not answered yet.
    Awaited,
    /// It accepted.
    Accepted {
        /// The day it answered.
        on: NaiveDate,
        /// Who told the hub.
        told_by: String,
    },
    /// It declined: the chair decides what becomes of the action.
    Declined {
        /// The day it answered.
        on: NaiveDate,
        /// Who told the hub.
        told_by: String,
        /// Why.
        reason: String,
    },
}

/// To whom an action was escalated, and why; falls when somebody else gets the action.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Escalation {
    /// The named person or level, such as `the agency’s area manager`.
    pub to: String,
    /// Why.
    pub reason: String,
    /// The day.
    pub on: NaiveDate,
}

/// An agency's answer to an action that awaits its acceptance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Whether it accepts.
    pub accepts: bool,
    /// The day it answered.
    pub on: NaiveDate,
    /// Who told the hub.
    pub told_by: String,
    /// Why it declines; may be empty when it accepts.
    pub reason: String,
}

/// Who gets an action, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewOwner {
    /// The agency.
    pub agency: AgencyId,
    /// The person; absent until named.
    pub officer: Option<OfficerId>,
    /// Why somebody else gets it.
    pub reason: String,
    /// Whether the agency was not there when it was given the action.
    pub absent: bool,
}

impl Action {
    /// Tells whether the agency still has to accept the action; nobody waits for an action that is over.
    pub fn awaits_acceptance(&self) -> bool {
        self.acceptance == Acceptance::Awaited && self.status.is_open()
    }

    /// Tells whether the agency declined the action and nobody else got it yet.
    pub fn is_declined(&self) -> bool {
        matches!(self.acceptance, Acceptance::Declined { .. }) && self.status.is_open()
    }

    /// Returns the escalation while it still means something: the action is owed, or was not undertaken.
    pub fn standing_escalation(&self) -> Option<&Escalation> {
        self.escalated.as_ref().filter(|_| self.may_escalate())
    }

    /// Returns neutral words that may stand beside the action everywhere, without names and reasons.
    pub fn tags(&self) -> Vec<&'static str> {
        let tags = [
            self.awaits_acceptance().then_some("awaits acceptance"),
            self.is_declined().then_some("declined"),
            self.standing_escalation().map(|_| "escalated"),
        ];
        tags.into_iter().flatten().collect()
    }

    /// Notes what the agency answered. An agency that declined may still accept, and the other way round.
    pub fn answer(&mut self, answer: Answer, today: NaiveDate) -> Result<(), ActionError> {
        if self.acceptance == Acceptance::NotAsked {
            return Err(ActionError::NotAsked);
        }
        let Answer { accepts, on, told_by, reason } = answer;
        let (told_by, reason) = (told_by.trim().to_owned(), reason.trim().to_owned());
        match () {
            () if told_by.is_empty() => return Err(ActionError::ToldByNobody),
            () if !accepts && reason.is_empty() => return Err(ActionError::DeclinedWithoutReason),
            () if on < self.raised_on => {
                let (raised, answered) = (table_date(self.raised_on), table_date(on));
                return Err(ActionError::AnsweredBeforeRaised { raised, answered });
            }
            () if on > today => return Err(ActionError::InFuture),
            () => {}
        }
        self.acceptance = match accepts {
            true => Acceptance::Accepted { on, told_by },
            false => Acceptance::Declined { on, told_by, reason },
        };
        Ok(())
    }

    /// Gives the action to somebody else. Another agency is asked for its acceptance when it was not there; an
    /// escalation ends, because it was about whoever owed the action before.
    pub fn reassign(&mut self, to: &NewOwner) -> Result<(), ActionError> {
        if !self.status.is_open() {
            return Err(ActionError::IsOver(self.status.words()));
        }
        if (self.agency, self.officer) == (to.agency, to.officer) {
            return Err(ActionError::SameOwner);
        }
        if to.reason.trim().is_empty() {
            return Err(ActionError::NoReason("somebody else gets it"));
        }
        if self.agency != to.agency {
            self.acceptance = if to.absent { Acceptance::Awaited } else { Acceptance::NotAsked };
        }
        self.agency = to.agency;
        self.officer = to.officer;
        self.escalated = None;
        Ok(())
    }

    /// Takes the action to a named person or level; a later escalation takes the place of an earlier one.
    pub fn escalate(&mut self, escalation: Escalation, today: NaiveDate) -> Result<(), ActionError> {
        let Escalation { to, reason, on } = escalation;
        let (to, reason) = (to.trim().to_owned(), reason.trim().to_owned());
        match () {
            () if !self.may_escalate() => return Err(ActionError::IsOver(self.status.words())),
            () if to.is_empty() => return Err(ActionError::EscalatedToNobody),
            () if reason.is_empty() => return Err(ActionError::NoReason("it is escalated")),
            () if on < self.raised_on => {
                let (raised, escalated) = (table_date(self.raised_on), table_date(on));
                return Err(ActionError::EscalatedBeforeRaised { raised, escalated });
            }
            () if on > today => return Err(ActionError::InFuture),
            () => {}
        }
        self.escalated = Some(Escalation { to, reason, on });
        Ok(())
    }

    fn may_escalate(&self) -> bool {
        self.status.is_open() || self.status == ActionStatus::NotUndertaken
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::action::testing::{action, day};

    fn awaited() -> Action {
        Action { acceptance: Acceptance::Awaited, ..action() }
    }

    fn answer(accepts: bool, reason: &str) -> Answer {
        Answer { accepts, on: day("2026-11-06"), told_by: " J Bell ".into(), reason: reason.into() }
    }

    fn police(absent: bool) -> NewOwner {
        let agency = AgencyId(Uuid::from_u128(9));
        NewOwner { agency, officer: None, reason: "the tenancy ended".into(), absent }
    }

    #[test]
    fn an_absent_agency_accepts_with_the_day_and_who_told() {
        let mut action = awaited();
        assert_eq!(action.tags(), ["awaits acceptance"]);
        action.answer(answer(true, ""), day("2026-11-10")).unwrap();
        let accepted = Acceptance::Accepted { on: day("2026-11-06"), told_by: "J Bell".into() };
        assert_eq!(action.acceptance, accepted);
        assert_eq!(action.tags(), [""; 0], "nothing is left to say beside it");
    }

    #[test]
    fn declining_needs_a_reason_and_flags_the_action_until_somebody_else_has_it() {
        let mut action = awaited();
        let today = day("2026-11-10");
        assert_eq!(action.answer(answer(false, " "), today), Err(ActionError::DeclinedWithoutReason));
        assert!(action.awaits_acceptance(), "a refusal changes nothing");
        action.answer(answer(false, "not our tenant"), today).unwrap();
        assert!(action.is_declined() && !action.awaits_acceptance());
        action.reassign(&police(false)).unwrap();
        assert!(!action.is_declined());
    }

    #[test]
    fn an_agency_that_declined_may_still_accept() {
        let mut action = awaited();
        action.answer(answer(false, "not our tenant"), day("2026-11-10")).unwrap();
        action.answer(answer(true, ""), day("2026-11-10")).unwrap();
        assert!(!action.is_declined());
    }

    #[test]
    fn an_answer_names_who_told_and_a_day_that_can_be() {
        let today = day("2026-11-10");
        let nobody = Answer { told_by: "  ".into(), ..answer(true, "") };
        assert_eq!(awaited().answer(nobody, today), Err(ActionError::ToldByNobody));
        let early = Answer { on: day("2026-11-02"), ..answer(true, "") };
        assert!(matches!(awaited().answer(early, today), Err(ActionError::AnsweredBeforeRaised { .. })));
        let ahead = Answer { on: day("2026-11-11"), ..answer(true, "") };
        assert_eq!(awaited().answer(ahead, today), Err(ActionError::InFuture));
        assert_eq!(action().answer(answer(true, ""), today), Err(ActionError::NotAsked));
    }

    #[test]
    fn an_action_that_is_over_awaits_nobody() {
        let superseded = Action { status: ActionStatus::Superseded, ..awaited() };
        assert!(!superseded.awaits_acceptance() && superseded.tags().is_empty());
    }

    #[test]
    fn another_agency_is_asked_only_when_it_was_not_there() {
        let mut given = action();
        given.reassign(&police(true)).unwrap();
        assert!(given.awaits_acceptance());
        let mut given = awaited();
        given.reassign(&police(false)).unwrap();
        assert!(!given.awaits_acceptance());
    }

    #[test]
    fn another_person_of_the_same_agency_leaves_the_question_of_acceptance_as_it_is() {
        let mut given = awaited();
        let officer = Some(OfficerId(Uuid::from_u128(3)));
        let colleague = NewOwner { agency: given.agency, officer, ..police(false) };
        given.reassign(&colleague).unwrap();
        assert!(given.awaits_acceptance());
        assert_eq!(given.reassign(&colleague), Err(ActionError::SameOwner));
    }

    #[test]
    fn reassigning_needs_a_reason_and_an_action_that_is_owed() {
        let silent = NewOwner { reason: " ".into(), ..police(false) };
        assert!(matches!(action().reassign(&silent), Err(ActionError::NoReason(_))));
        let mut done = Action { status: ActionStatus::Done, ..action() };
        assert_eq!(done.reassign(&police(false)), Err(ActionError::IsOver("done")));
    }

    #[test]
    fn an_escalation_names_whom_and_why_and_ends_when_somebody_else_has_the_action() {
        let today = day("2026-11-24");
        let to = |to: &str, reason: &str| Escalation { to: to.into(), reason: reason.into(), on: today };
        let mut action = action();
        assert_eq!(action.escalate(to(" ", "late"), today), Err(ActionError::EscalatedToNobody));
        assert!(matches!(action.escalate(to("area manager", ""), today), Err(ActionError::NoReason(_))));
        action.escalate(to(" area manager ", "twice late"), today).unwrap();
        assert_eq!(action.tags(), ["escalated"]);
        assert_eq!(action.escalated.as_ref().map(|each| each.to.as_str()), Some("area manager"));
        action.reassign(&police(false)).unwrap();
        assert_eq!(action.escalated, None);
    }

    #[test]
    fn what_was_not_undertaken_can_be_escalated_and_what_is_done_cannot() {
        let today = day("2026-11-24");
        let escalation =
            Escalation { to: "area manager".into(), reason: "no word".into(), on: day("2026-11-20") };
        let mut action = Action { status: ActionStatus::NotUndertaken, ..action() };
        action.escalate(escalation.clone(), today).unwrap();
        assert_eq!(action.tags(), ["escalated"]);
        action.status = ActionStatus::Done;
        assert!(action.tags().is_empty(), "the tag falls with the reason for it");
        assert_eq!(action.escalate(escalation, today), Err(ActionError::IsOver("done")));
    }
}
