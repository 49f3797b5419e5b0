//! What became of the sample's actions beside their status: accepted, declined, given to somebody else, escalated; and the
//! hub's usual actions.

use chrono::NaiveDate;
use domain::acceptance::{Acceptance, Answer, Escalation, NewOwner};
use domain::action::{Action, ActionStatus, ActionType};
use domain::action_template::{ActionTemplate, shipped};
use domain::ids::ActionTemplateId;

use super::COORDINATOR;
use super::calendar::{moved, working};
use super::maker::Maker;
use crate::actions::{Log, save_action};
use crate::failure::Failure;

/// Which agencies mostly do the first usual actions, by their place in the shipped list.
const USUAL_AGENCIES: [(usize, &str); 5] =
    [(1, "housing"), (5, "mental_health"), (6, "substance"), (10, "police"), (11, "police")];

impl Maker<'_, '_> {
    /// Lets agencies answer, hands one action on and escalates two.
    pub fn make_owners(&mut self) -> Result<(), Failure> {
        let actions = self.writer.list_actions()?;
        let given = |action: &&Action| action.status.is_open() && action.acceptance == Acceptance::NotAsked;
        let mut given: Vec<Action> = actions.iter().filter(given).cloned().collect();
        given.sort_by_key(|action| std::cmp::Reverse(action.number));
        let mut given = given.into_iter();
        if let Some(action) = given.next() {
            self.answered(action, None)?;
        }
        if let Some(action) = given.next() {
            self.answered(action, Some("The tenancy ended in the spring; the new landlord has to be asked"))?;
        }
        if let Some(action) = given.find(|action| action.status == ActionStatus::UnderWay) {
            self.handed_on(action)?;
        }
        let today = self.made.calendar.today;
        let late = |action: &&Action| action.days_late(today) > 6 && action.status.is_open();
        let not_done = |action: &&Action| action.status == ActionStatus::NotUndertaken;
        let escalated: Vec<Action> =
            actions.iter().find(late).into_iter().chain(actions.iter().find(not_done)).cloned().collect();
        for action in escalated {
            self.escalated(action)?;
        }
        Ok(())
    }

    /// An agency that was not there is asked, and answers: it accepts, or declines because of something.
    fn answered(&mut self, given: Action, declines: Option<&str>) -> Result<(), Failure> {
        let asked = Action { acceptance: Acceptance::Awaited, ..given.clone() };
        let on = self.since(&given, 2);
        let told_by = given.officer.map(|id| self.writer.get_officer(id)).transpose()?.flatten();
        let told_by = told_by.map_or_else(|| "the duty officer".to_owned(), |officer| officer.name);
        let reason = declines.unwrap_or_default().to_owned();
        let mut answered = asked.clone();
        let today = self.made.calendar.today;
        answered.answer(Answer { accepts: declines.is_none(), on, told_by, reason }, today)?;
        self.write(&given, asked.clone(), "", given.raised_on)?;
        self.write(&asked, answered, "", on)
    }

    fn handed_on(&mut self, given: Action) -> Result<(), Failure> {
        let other = if self.made.agency("community") == Some(given.agency) { "housing" } else { "community" };
        let Some(agency) = self.made.agency(other) else { return Ok(()) };
        let officer = self.made.regular(other).map(|(id, _)| id);
        let reason = "The officer who knew the family has left".to_owned();
        let mut taken = given.clone();
        taken.reassign(&NewOwner { agency, officer, reason: reason.clone(), absent: false })?;
        let on = self.since(&given, 5);
        self.write(&given, taken, &reason, on)
    }

    fn escalated(&mut self, given: Action) -> Result<(), Failure> {
        let to = "the agency’s area manager".to_owned();
        let reason = "Spoken of at two meetings without an answer".to_owned();
        let on = self.made.calendar.last.max(given.raised_on);
        let mut taken = given.clone();
        taken.escalate(Escalation { to, reason, on }, self.made.calendar.today)?;
        self.write(&given, taken, "", on)
    }

    fn since(&self, action: &Action, days: i64) -> NaiveDate {
        self.made.calendar.by_today(working(moved(action.raised_on, days)).max(action.raised_on))
    }

    fn write(&mut self, before: &Action, after: Action, reason: &str, on: NaiveDate) -> Result<(), Failure> {
        let log = Log::begin(self.writer, on, COORDINATOR)?;
        save_action(self.writer, self.ids, before, after, reason, &log)
    }

    /// Names the agencies of usual actions, and adds one of the hub's own.
    pub fn make_templates(&mut self) -> Result<(), Failure> {
        let list = shipped();
        for (at, agency) in USUAL_AGENCIES {
            let agency = self.made.agency(agency);
            if let Some(template) = list.get(at) {
                self.writer.put_action_template(&ActionTemplate { agency, ..template.clone() })?;
            }
        }
        self.writer.put_action_template(&ActionTemplate {
            id: ActionTemplateId::new(&mut **self.ids),
            position: list.len() as u32 + 1,
            what: "Check the camera and report back".to_owned(),
            kind: ActionType::Check,
            days: Some(7),
            agency: self.made.agency("community"),
            retired: false,
        })?;
        Ok(())
    }
}
