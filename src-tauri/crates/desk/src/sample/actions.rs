//! The sample's actions with their logs.

use chrono::NaiveDate;
use domain::acceptance::Acceptance;
use domain::action::{Action, ActionStatus, ActionType, ActionUpdate, LightSetting};
use domain::action_log::LogKind;
use domain::clock_time::ClockTime;
use domain::ids::{ActionId, ActionUpdateId, CaseId, LightSettingId, MeetingId};
use domain::light::Light;
use domain::reference::ActionNumber;

use super::calendar::{When, moved, working};
use super::maker::Maker;
use super::words::{ActionPlan, ActionWords, Due, Slots, Term, Theme};
use crate::failure::Failure;

/// What stops an action, by turns.
const BLOCKED: [&str; 3] = [
    "Waiting for the landlord’s consent",
    "The information-sharing form has not come back",
    "No interpreter before next month",
];

impl Maker<'_, '_> {
    /// Makes the actions of one episode.
    pub fn make_actions(
        &mut self,
        case: CaseId,
        theme: &Theme,
        term: &Term,
        slots: &Slots,
    ) -> Result<(), Failure> {
        if theme.actions.is_empty() {
            return Ok(());
        }
        for (at, plan) in term.actions.iter().enumerate() {
            let words = &theme.actions[at % theme.actions.len()];
            self.make_action(case, plan, words, slots)?;
        }
        Ok(())
    }

    fn make_action(
        &mut self,
        case: CaseId,
        plan: &ActionPlan,
        words: &ActionWords,
        slots: &Slots,
    ) -> Result<(), Failure> {
        let Some(agency) = self.made.agency(&words.agency) else { return Ok(()) };
        let officer = self.made.officer(&words.agency);
        let calendar = &self.made.calendar;
        let meeting = calendar.number(plan.raised);
        let raised_on = calendar.day(When::Meeting(plan.raised));
        let due = match plan.due {
            Due::BeforeLast(days) => working(moved(calendar.last, -days)),
            Due::AfterNext(days) => working(moved(calendar.next, days)),
        }
        .max(raised_on);
        let done_on = match plan.late {
            true => calendar.by_today(moved(due, 3)),
            false => working(moved(due, -2)).max(raised_on),
        };
        let blocked = plan.blocked.then(|| BLOCKED[self.made.chance.below(BLOCKED.len())].to_owned());
        let what = slots.fill(&words.what);
        let mut action = Action {
            id: ActionId::new(&mut **self.ids),
            number: ActionNumber { meeting, serial: self.made.next_serial(meeting) },
            case,
            raised_at: self.held(plan.raised),
            raised_on,
            kind: ActionType::proposed(&what),
            what,
            agency,
            officer: officer.as_ref().map(|(id, _)| *id),
            due: Some(due),
            status: plan.status,
            done_on: (plan.status == ActionStatus::Done).then_some(done_on),
            blocked,
            acceptance: if plan.awaits { Acceptance::Awaited } else { Acceptance::NotAsked },
            escalated: None,
            light_set: None,
        }
        .checked()?;
        if plan.light_set {
            let at = self.made.calendar.at(self.made.calendar.last, ClockTime::from_minutes(14 * 60 + 41));
            action.light_set = Some(LightSetting {
                id: LightSettingId::new(&mut **self.ids),
                light: Light::Amber,
                reason: "The last statement is promised for this week".to_owned(),
                at,
            });
        }
        self.writer.put_action(&action)?;
        let by = officer.map(|(_, name)| name).unwrap_or_default();
        self.make_log(&action, words, slots, &by)
    }

    /// Returns the key of the meeting that raised an action; absent for meetings that were not held in this hub.
    fn held(&self, back: u32) -> Option<MeetingId> {
        self.made.meetings.get(&back).copied()
    }

    fn make_log(
        &mut self,
        action: &Action,
        words: &ActionWords,
        slots: &Slots,
        by: &str,
    ) -> Result<(), Failure> {
        let entries = match action.status {
            ActionStatus::Done => words.log.len(),
            // The last entry often tells the end, which an action under way has not come to.
            ActionStatus::UnderWay => 1 + self.made.chance.below(words.log.len().saturating_sub(1)),
            ActionStatus::NotStarted => 0,
            _ => 1,
        };
        let until = action.done_on.unwrap_or(self.made.calendar.last).max(action.raised_on);
        let mut on = action.raised_on;
        for text in words.log.iter().take(entries) {
            on = working(moved(on, self.made.chance.between(2, 6))).clamp(on, until);
            self.add_entry(action, on, &slots.fill(text), by, LogKind::Said)?;
        }
        let last = match action.status {
            ActionStatus::InAbeyance => "until the court has decided",
            ActionStatus::NotPossible => "the person has moved away",
            ActionStatus::NotUndertaken => "no word from the agency",
            ActionStatus::Superseded => "another action takes its place",
            _ => return Ok(()),
        };
        let text = format!("{} → {}: {last}", ActionStatus::NotStarted.words(), action.status.words());
        self.add_entry(action, until, &text, by, LogKind::StatusWithReason)
    }

    fn add_entry(
        &mut self,
        action: &Action,
        on: NaiveDate,
        text: &str,
        by: &str,
        kind: LogKind,
    ) -> Result<(), Failure> {
        self.writer.add_action_update(&ActionUpdate {
            id: ActionUpdateId::new(&mut **self.ids),
            action: action.id,
            on,
            text: text.to_owned(),
            by: by.to_owned(),
            kind,
            meeting: None,
        })?;
        Ok(())
    }
}
