//! Actions: what an agency owes a case, by when, and what became of it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::acceptance::{Acceptance, Escalation};
use crate::action_log::LogKind;
use crate::ids::{ActionId, ActionUpdateId, AgencyId, CaseId, LightSettingId, MeetingId, OfficerId};
use crate::light::{Light, LightFacts, LightRules, ShownLight, suggested};
use crate::moment::Moment;
use crate::reference::ActionNumber;

/// Where an action stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ActionStatus {
    /// Agreed, and nothing has happened yet.
    NotStarted,
    /// Begun.
    UnderWay,
    /// Finished.
    Done,
    /// Waiting on purpose.
    InAbeyance,
    /// Cannot be done: circumstances changed.
    NotPossible,
    /// The agency did not do it; the chair holds partners to account for these.
    NotUndertaken,
    /// Another action took its place.
    Superseded,
}

impl ActionStatus {
    /// Every status, in the order in which people choose them.
    pub const ALL: [Self; 7] = [
        Self::NotStarted,
        Self::UnderWay,
        Self::Done,
        Self::InAbeyance,
        Self::NotPossible,
        Self::NotUndertaken,
        Self::Superseded,
    ];

    /// Tells whether somebody still owes the action.
    pub fn is_open(self) -> bool {
        matches!(self, Self::NotStarted | Self::UnderWay | Self::InAbeyance)
    }

    /// Tells whether the status asks why: the chair holds partners to account for what was not done.
    pub fn asks_reason(self) -> bool {
        matches!(self, Self::NotPossible | Self::NotUndertaken)
    }

    /// Returns the status in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::NotStarted => "not started",
            Self::UnderWay => "under way",
            Self::Done => "done",
            Self::InAbeyance => "in abeyance",
            Self::NotPossible => "not possible",
            Self::NotUndertaken => "not undertaken",
            Self::Superseded => "superseded",
        }
    }
}

/// What an action is, in a neutral word that may stand on the projector.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ActionType {
    /// A visit.
    Visit,
    /// A letter.
    Letter,
    /// A meeting.
    Meeting,
    /// A referral to a service.
    Referral,
    /// A check of records.
    Check,
    /// A file to the legal team.
    FileToLegal,
    /// A patrol.
    Patrol,
    /// A repair.
    Repair,
    /// Anything else.
    Other,
}

impl ActionType {
    /// Returns the type in a word that tells nothing about a person.
    pub fn words(self) -> &'static str {
        match self {
            Self::Visit => "Visit",
            Self::Letter => "Letter",
            Self::Meeting => "Meeting",
            Self::Referral => "Referral",
            Self::Check => "Check",
            Self::FileToLegal => "File to legal",
            Self::Patrol => "Patrol",
            Self::Repair => "Repair",
            Self::Other => "Other",
        }
    }

    /// Proposes the type from what the action says; `Other` where no word tells it.
    pub fn proposed(what: &str) -> Self {
        let what = what.to_lowercase();
        let says = |words: &[&str]| words.iter().any(|word| what.contains(word));
        match () {
            () if says(&["legal", "court file", "schedule of"]) => Self::FileToLegal,
            () if says(&["visit", "see at home", "call on"]) => Self::Visit,
            () if says(&["letter", "write to", "warning"]) => Self::Letter,
            () if says(&["referral", "refer "]) => Self::Referral,
            () if says(&["patrol"]) => Self::Patrol,
            () if says(&["repair", "fix ", "board up", "lighting"]) => Self::Repair,
            () if says(&["check", "search records", "confirm"]) => Self::Check,
            () if says(&["meet", "case conference"]) => Self::Meeting,
            () => Self::Other,
        }
    }
}

/// An action on a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Action {
    /// Its key.
    pub id: ActionId,
    /// Its stable number.
    pub number: ActionNumber,
    /// The case it is on.
    pub case: CaseId,
    /// The meeting that raised it; absent for one raised between meetings or imported.
    pub raised_at: Option<MeetingId>,
    /// The day it was raised.
    pub raised_on: NaiveDate,
    /// What is to be done.
    pub what: String,
    /// The neutral word for it.
    pub kind: ActionType,
    /// The agency that owes it.
    pub agency: AgencyId,
    /// The person who owes it; absent until named.
    pub officer: Option<OfficerId>,
    /// When it is due; absent until a date is agreed.
    pub due: Option<NaiveDate>,
    /// Where it stands.
    pub status: ActionStatus,
    /// When it was finished; present exactly when done.
    pub done_on: Option<NaiveDate>,
    /// What stops it; absent when nothing does.
    pub blocked: Option<String>,
    /// Whether an agency that was not there when it was given the action has accepted it.
    pub acceptance: Acceptance,
    /// To whom it was escalated; absent when it was not.
    pub escalated: Option<Escalation>,
    /// The light that a meeting set; falls with the next change of status or due date.
    pub light_set: Option<LightSetting>,
}

/// A light that a meeting set instead of the suggested one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LightSetting {
    /// Its key.
    pub id: LightSettingId,
    /// The light that was set.
    pub light: Light,
    /// Why.
    pub reason: String,
    /// When.
    pub at: Moment,
}

/// One entry of an action's log, never changed afterwards.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ActionUpdate {
    /// Its key.
    pub id: ActionUpdateId,
    /// The action it tells of.
    pub action: ActionId,
    /// The day it tells of.
    pub on: NaiveDate,
    /// What happened.
    pub text: String,
    /// Who said so, as written in the log.
    pub by: String,
    /// What the entry tells.
    pub kind: LogKind,
    /// The meeting that was running; absent between meetings and for imported entries.
    pub meeting: Option<MeetingId>,
}

/// Says why an action cannot be as asked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ActionError {
    /// Nothing says what is to be done.
    #[error("Say what is to be done")]
    NothingToDo,
    /// The due date lies before the day it was raised.
    #[error("The action was raised on {raised} and cannot be due before that, on {due}")]
    DueBeforeRaised {
        /// The day it was raised, in words.
        raised: String,
        /// The refused date, in words.
        due: String,
    },
    /// The day of completion lies before the day it was raised.
    #[error("The action was raised on {raised} and cannot have been done before that, on {done}")]
    DoneBeforeRaised {
        /// The day it was raised, in words.
        raised: String,
        /// The refused date, in words.
        done: String,
    },
    /// A light is set without a reason.
    #[error("Give the reason for setting another light than the suggested one")]
    LightWithoutReason,
    /// Something that has to be accounted for has no reason.
    #[error("Say why {0}")]
    NoReason(&'static str),
    /// An answer about an acceptance that nobody asked for.
    #[error("The agency was there when it was given the action, so its acceptance is not asked for")]
    NotAsked,
    /// Nobody told the answer.
    #[error("Say who told you")]
    ToldByNobody,
    /// An action is declined without a reason.
    #[error("Say why the agency declines it")]
    DeclinedWithoutReason,
    /// The answer was given before the action was raised.
    #[error("The action was raised on {raised} and cannot have been answered before that, on {answered}")]
    AnsweredBeforeRaised {
        /// The day it was raised, in words.
        raised: String,
        /// The refused date, in words.
        answered: String,
    },
    /// The action is escalated before it was raised.
    #[error("The action was raised on {raised} and cannot have been escalated before that, on {escalated}")]
    EscalatedBeforeRaised {
        /// The day it was raised, in words.
        raised: String,
        /// The refused date, in words.
        escalated: String,
    },
    /// The day has not come yet.
    #[error("That day has not come yet")]
    InFuture,
    /// The action goes to whoever has it.
    #[error("They have the action already; choose another agency or another person")]
    SameOwner,
    /// The action is escalated to nobody.
    #[error("Name the person or the level it is escalated to")]
    EscalatedToNobody,
    /// Nobody owes the action any more.
    #[error("The action is {0}; nobody owes it any more")]
    IsOver(&'static str),
}

impl Action {
    /// Checks what every action must hold: words, and dates in their order.
    pub fn checked(self) -> Result<Self, ActionError> {
        if self.what.trim().is_empty() {
            return Err(ActionError::NothingToDo);
        }
        match self.due {
            Some(due) if due < self.raised_on => Err(self.due_before_raised(due)),
            _ => Ok(self),
        }
    }

    fn due_before_raised(&self, due: NaiveDate) -> ActionError {
        let words = crate::words::table_date;
        ActionError::DueBeforeRaised { raised: words(self.raised_on), due: words(due) }
    }

    /// Moves the due date. A light that was set falls, because it was set for the old date.
    pub fn move_due(&mut self, due: Option<NaiveDate>) -> Result<(), ActionError> {
        if let Some(due) = due.filter(|due| *due < self.raised_on) {
            return Err(self.due_before_raised(due));
        }
        if self.due != due {
            self.due = due;
            self.light_set = None;
        }
        Ok(())
    }

    /// Changes the status on `day`. A light that was set falls; done twice keeps the first date, because minutes
    /// already printed must stay true. `reason` may be empty unless the status asks for one.
    pub fn set_status(
        &mut self,
        status: ActionStatus,
        day: NaiveDate,
        reason: &str,
    ) -> Result<(), ActionError> {
        if status == self.status {
            return Ok(());
        }
        if status.asks_reason() && reason.trim().is_empty() {
            return Err(ActionError::NoReason(match status {
                ActionStatus::NotPossible => "it is not possible any more",
                _ => "it was not undertaken",
            }));
        }
        if status == ActionStatus::Done && day < self.raised_on {
            let words = crate::words::table_date;
            return Err(ActionError::DoneBeforeRaised { raised: words(self.raised_on), done: words(day) });
        }
        self.status = status;
        self.done_on = (status == ActionStatus::Done).then_some(day);
        self.light_set = None;
        Ok(())
    }

    /// Sets another light than the suggested one, or falls back to the suggestion when both are the same.
    pub fn set_light(
        &mut self,
        setting: LightSetting,
        today: NaiveDate,
        rules: LightRules,
    ) -> Result<(), ActionError> {
        if setting.light == self.suggested_light(today, rules) {
            self.light_set = None;
            return Ok(());
        }
        if setting.reason.trim().is_empty() {
            return Err(ActionError::LightWithoutReason);
        }
        self.light_set = Some(setting);
        Ok(())
    }

    /// Returns the light that the facts suggest on `today`.
    pub fn suggested_light(&self, today: NaiveDate, rules: LightRules) -> Light {
        let blocked = self.blocked.is_some();
        suggested(LightFacts { status: self.status, blocked, due: self.due, today }, rules)
    }

    /// Returns the light to show on `today`, with what the facts suggest beside it.
    pub fn shown_light(&self, today: NaiveDate, rules: LightRules) -> ShownLight {
        let suggested = self.suggested_light(today, rules);
        match &self.light_set {
            Some(set) => ShownLight { light: set.light, suggested, reason: Some(set.reason.clone()) },
            None => ShownLight { light: suggested, suggested, reason: None },
        }
    }

    /// Returns how many days late the action is or was done; 0 when in date or without a date.
    pub fn days_late(&self, today: NaiveDate) -> u32 {
        let until = match self.status {
            ActionStatus::Done => self.done_on,
            ActionStatus::NotStarted | ActionStatus::UnderWay => Some(today),
            _ => None,
        };
        match (self.due, until) {
            (Some(due), Some(until)) => u32::try_from((until - due).num_days()).unwrap_or(0),
            _ => 0,
        }
    }

    /// Returns the words beside the due date: `7 days late`, `done 10 Nov`, `done 3 days late`; empty when in date.
    pub fn due_words(&self, today: NaiveDate) -> String {
        let late = |days: u32| crate::words::count(days as usize, "day late", "days late");
        match (self.status, self.done_on, self.days_late(today)) {
            (ActionStatus::Done, Some(done), 0) => format!("done {}", crate::words::short_date(done)),
            (ActionStatus::Done, _, days) => format!("done {}", late(days)),
            (ActionStatus::NotStarted | ActionStatus::UnderWay, _, 0) => String::new(),
            (ActionStatus::NotStarted | ActionStatus::UnderWay, _, days) => late(days),
            (status, ..) => status.words().to_owned(),
        }
    }
}

#[cfg(test)]
pub(crate) mod testing {
    use uuid::Uuid;

    use super::*;

    pub fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// An action of 3 November, due on the 17th.
    pub fn action() -> Action {
        Action {
            id: ActionId(Uuid::nil()),
            number: ActionNumber { meeting: 45, serial: 3 },
            case: CaseId(Uuid::nil()),
            raised_at: None,
            raised_on: day("2026-11-03"),
            what: "Joint visit with school about attendance".into(),
            kind: ActionType::Visit,
            agency: AgencyId(Uuid::nil()),
            officer: None,
            due: Some(day("2026-11-17")),
            status: ActionStatus::NotStarted,
            done_on: None,
            blocked: None,
            acceptance: Acceptance::NotAsked,
            escalated: None,
            light_set: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::testing::{action, day};
    use super::*;

    fn amber() -> LightSetting {
        LightSetting {
            id: LightSettingId(Uuid::nil()),
            light: Light::Amber,
            reason: "the school asked for a date after half term".into(),
            at: Moment(0),
        }
    }

    #[test]
    fn an_action_done_twice_keeps_its_first_date() {
        let mut action = action();
        action.set_status(ActionStatus::Done, day("2026-11-10"), "").unwrap();
        action.set_status(ActionStatus::Done, day("2026-11-20"), "").unwrap();
        assert_eq!(action.done_on, Some(day("2026-11-10")));
    }

    #[test]
    fn an_action_reopened_is_no_longer_done_on_any_day() {
        let mut action = action();
        action.set_status(ActionStatus::Done, day("2026-11-10"), "").unwrap();
        action.set_status(ActionStatus::UnderWay, day("2026-11-12"), "").unwrap();
        assert_eq!(action.done_on, None);
    }

    #[test]
    fn a_set_light_holds_until_status_or_due_date_changes() {
        let (today, rules) = (day("2026-11-24"), LightRules::default());
        let mut action = action();
        action.set_light(amber(), today, rules).unwrap();
        let shown = action.shown_light(today, rules);
        assert_eq!((shown.light, shown.suggested), (Light::Amber, Light::Red));
        assert!(shown.disagrees());

        let mut moved = action.clone();
        moved.move_due(Some(day("2026-12-01"))).unwrap();
        assert_eq!(moved.light_set, None, "a new due date ends the setting");

        action.set_status(ActionStatus::UnderWay, today, "").unwrap();
        assert_eq!(action.shown_light(today, rules).light, Light::Red, "a new status ends the setting");
    }

    #[test]
    fn setting_another_light_needs_a_reason() {
        let mut action = action();
        let silent = LightSetting { reason: "  ".into(), ..amber() };
        let refusal = action.set_light(silent, day("2026-11-24"), LightRules::default());
        assert_eq!(refusal, Err(ActionError::LightWithoutReason));
    }

    #[test]
    fn an_action_cannot_be_due_before_it_was_raised() {
        let mut action = action();
        assert!(action.move_due(Some(day("2026-11-02"))).is_err());
        assert_eq!(action.due, Some(day("2026-11-17")), "the refused date changes nothing");
    }

    #[test]
    fn what_was_not_done_asks_why() {
        let on = day("2026-11-10");
        for status in ActionStatus::ALL {
            let mut action = action();
            let refused = action.set_status(status, on, " ").is_err();
            let wanted = [ActionStatus::NotPossible, ActionStatus::NotUndertaken].contains(&status);
            assert_eq!(refused, wanted, "{status:?}");
            assert!(action.set_status(status, on, "no staff").is_ok(), "{status:?}");
        }
    }

    #[test]
    fn lateness_is_told_in_words() {
        let mut action = action();
        assert_eq!(action.due_words(day("2026-11-17")), "");
        assert_eq!(action.due_words(day("2026-11-24")), "7 days late");
        action.set_status(ActionStatus::Done, day("2026-11-20"), "").unwrap();
        assert_eq!(action.due_words(day("2026-11-24")), "done 3 days late");
    }
}
