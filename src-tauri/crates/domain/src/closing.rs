//! Closing a case: what has to be settled first, what is only told, and the summary drafted from the record.
//!
//! Open actions and the score block a closure, because a closed case with loose ends is one that nobody comes back to.
//! Orders and who is told do not: an order outlives its case, and a meeting may tell nobody.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::action::{Action, ActionStatus, LightSetting};
use crate::case::Case;
use crate::ids::{ActionId, OrderId, ScoreId};
use crate::order::Order;
use crate::reference::ActionNumber;
use crate::score::{Points, Score, ScoreStage};
use crate::words::{capital, count, listed, long_date};

/// What becomes of an action that is open when its case is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ActionEnding {
    /// It was done.
    Done,
    /// Nobody needs it any more.
    Superseded,
    /// It stays owed on purpose, with a reason.
    StaysOpen,
}

/// How an open action was settled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SettledAction {
    /// The action.
    pub action: ActionId,
    /// Its number.
    pub number: ActionNumber,
    /// What is to be done.
    pub what: String,
    /// What becomes of it.
    pub ending: ActionEnding,
    /// Why; may be empty unless it stays open.
    pub reason: String,
    /// Where it stood before, for taking the closure back.
    pub was: ActionStatus,
    /// The light that a meeting had set, for taking the closure back; absent when none was.
    pub light_was: Option<LightSetting>,
}

/// An order that stays when its case is closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OrderLeft {
    /// The order.
    pub order: OrderId,
    /// In words: `CBO in place until 3 March 2027`.
    pub words: String,
    /// Who watches it from now on; may be empty.
    pub watched_by: String,
}

/// What was settled when a case was closed; stored with the closure.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ClosureCheck {
    /// The actions that were open.
    pub actions: Vec<SettledAction>,
    /// The orders that stay.
    pub orders: Vec<OrderLeft>,
    /// Who is told, from the list that was offered.
    pub told: Vec<String>,
    /// Who else is told, in words; may be empty.
    pub told_besides: String,
    /// The score that was given with the closure, for taking it back; absent when none was given with it.
    pub score: Option<ScoreId>,
}

/// What was said of one open action.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EndedAction {
    /// The action.
    pub action: ActionId,
    /// What becomes of it.
    pub ending: ActionEnding,
    /// Why; may be empty unless it stays open.
    pub reason: String,
}

/// Who watches an order from now on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WatchedOrder {
    /// The order.
    pub order: OrderId,
    /// Who watches it; may be empty.
    pub watched_by: String,
}

/// What was answered to the checklist.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ClosingAnswers {
    /// What becomes of each open action.
    pub actions: Vec<EndedAction>,
    /// Who watches the orders that stay.
    pub orders: Vec<WatchedOrder>,
    /// Who is told, from the list that was offered.
    pub told: Vec<String>,
    /// Who else is told, in words; may be empty.
    pub told_besides: String,
    /// The summary; may be empty.
    pub summary: String,
}

/// Says why a case cannot be closed yet.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ClosingError {
    /// Nothing was said of open actions.
    #[error("Say what becomes of {0}: done, superseded, or staying open on purpose")]
    OpenActions(String),
    /// An action stays open without a reason.
    #[error("Say why {0} stays open although the case is closed")]
    OpenWithoutReason(ActionNumber),
    /// An action would have been done before it was raised.
    #[error("{number} was raised on {raised} and cannot have been done before that")]
    DoneBeforeRaised {
        /// The action.
        number: ActionNumber,
        /// The day it was raised, in words.
        raised: String,
    },
    /// There is neither a closing score nor a reason.
    #[error("Give the closing score, or say why there is none")]
    NoScore,
}

/// What the record knows of a case that is to be closed.
#[derive(Clone, Copy, Debug)]
pub struct ClosingFacts<'a> {
    /// The case.
    pub case: &'a Case,
    /// The day its episode was opened.
    pub opened: NaiveDate,
    /// The day it is closed.
    pub on: NaiveDate,
    /// Its actions, all of them.
    pub actions: &'a [Action],
    /// Its orders, all of them.
    pub orders: &'a [Order],
    /// The scores of the open episode, in their order.
    pub scores: &'a [Score],
}

/// What decides about the closing score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClosingScore<'a> {
    /// It is given now.
    Given(Points),
    /// It was given before.
    Already(Points),
    /// There is none, for a reason.
    None(&'a str),
}

impl<'a> ClosingFacts<'a> {
    /// Returns the actions that somebody still owes.
    pub fn open_actions(&self) -> impl Iterator<Item = &'a Action> {
        self.actions.iter().filter(|action| action.status.is_open())
    }

    /// Returns the orders that outlive the case: those in force, and those that may still come.
    pub fn staying_orders(&self) -> impl Iterator<Item = &'a Order> {
        self.orders.iter().filter(|order| order.stage.is_in_place() || order.stage.is_pending())
    }

    /// Returns the closing score that was given before; absent when none was.
    pub fn score_already(&self) -> Option<Points> {
        self.scores.iter().rfind(|score| score.stage == ScoreStage::Closure).map(|score| score.total)
    }

    /// Decides about the closing score: the one given now, or before, or the reason why there is none.
    pub fn score<'r>(
        &self,
        given: Option<Points>,
        because: Option<&'r str>,
    ) -> Result<ClosingScore<'r>, ClosingError> {
        match (given, self.score_already(), because.map(str::trim).filter(|text| !text.is_empty())) {
            (Some(given), ..) => Ok(ClosingScore::Given(given)),
            (None, Some(already), _) => Ok(ClosingScore::Already(already)),
            (None, None, Some(because)) => Ok(ClosingScore::None(because)),
            (None, None, None) => Err(ClosingError::NoScore),
        }
    }

    /// Returns what is stored with the closure; refuses while an open action is not settled. Answers about what is not
    /// open any more are left out.
    pub fn settled(&self, answers: &ClosingAnswers) -> Result<ClosureCheck, ClosingError> {
        let mut unsettled = Vec::new();
        let mut actions = Vec::new();
        for action in self.open_actions() {
            match answers.actions.iter().find(|each| each.action == action.id) {
                Some(answer) => actions.push(self.settle(action, answer)?),
                None => unsettled.push(action.number.to_string()),
            }
        }
        if !unsettled.is_empty() {
            return Err(ClosingError::OpenActions(listed(&unsettled)));
        }
        let watched = |order: &Order| {
            let answer = answers.orders.iter().find(|each| each.order == order.id);
            answer.map(|each| each.watched_by.trim().to_owned()).unwrap_or_default()
        };
        let orders = self.staying_orders();
        Ok(ClosureCheck {
            actions,
            orders: orders
                .map(|order| OrderLeft {
                    order: order.id,
                    words: order_words(order),
                    watched_by: watched(order),
                })
                .collect(),
            told: answers
                .told
                .iter()
                .map(|each| each.trim().to_owned())
                .filter(|each| !each.is_empty())
                .collect(),
            told_besides: answers.told_besides.trim().to_owned(),
            score: None,
        })
    }

    fn settle(&self, action: &Action, answer: &EndedAction) -> Result<SettledAction, ClosingError> {
        let reason = answer.reason.trim().to_owned();
        if answer.ending == ActionEnding::StaysOpen && reason.is_empty() {
            return Err(ClosingError::OpenWithoutReason(action.number));
        }
        if answer.ending == ActionEnding::Done && self.on < action.raised_on {
            let raised = crate::words::table_date(action.raised_on);
            return Err(ClosingError::DoneBeforeRaised { number: action.number, raised });
        }
        Ok(SettledAction {
            action: action.id,
            number: action.number,
            what: action.what.clone(),
            ending: answer.ending,
            reason,
            was: action.status,
            light_was: action.light_set.clone(),
        })
    }

    /// Drafts the closing summary from the record: opened, why, what was done, the scores, the outcome. `endings` are what
    /// is already said of open actions, `given` the closing score, `scheme` to whom it is handed over.
    pub fn summary(&self, endings: &[EndedAction], given: Option<Points>, scheme: Option<&str>) -> String {
        let sentences = [
            Some(self.opened_sentence()),
            self.actions_sentence(endings),
            self.orders_sentence(),
            self.score_sentence(given),
            Some(match scheme.map(str::trim).filter(|scheme| !scheme.is_empty()) {
                Some(scheme) => format!("Handed over to {scheme} on {}.", long_date(self.on)),
                None => format!("Closed on {}.", long_date(self.on)),
            }),
        ];
        sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    fn opened_sentence(&self) -> String {
        let opened = long_date(self.opened);
        match self.case.key_issues.as_slice() {
            [] => format!("Opened on {opened}."),
            issues => format!("Opened on {opened} for {}.", listed(issues)),
        }
    }

    fn actions_sentence(&self, endings: &[EndedAction]) -> Option<String> {
        if self.actions.is_empty() {
            return None;
        }
        let status = |action: &Action| match endings.iter().find(|each| each.action == action.id) {
            Some(EndedAction { ending: ActionEnding::Done, .. }) => ActionStatus::Done,
            Some(EndedAction { ending: ActionEnding::Superseded, .. }) => ActionStatus::Superseded,
            _ => action.status,
        };
        let parts: Vec<String> = ActionStatus::ALL
            .into_iter()
            .filter_map(|each| {
                let number = self.actions.iter().filter(|action| status(action) == each).count();
                (number > 0).then(|| format!("{number} {}", each.words()))
            })
            .collect();
        let all = count(self.actions.len(), "action was agreed", "actions were agreed");
        Some(format!("{}: {}.", capital(&all), listed(&parts)))
    }

    fn orders_sentence(&self) -> Option<String> {
        let orders: Vec<String> = self.orders.iter().map(order_words).collect();
        (!orders.is_empty()).then(|| format!("Orders and interventions: {}.", listed(&orders)))
    }

    fn score_sentence(&self, given: Option<Points>) -> Option<String> {
        let first = self.scores.first().map(|score| score.total);
        let last = given.or_else(|| self.score_already());
        match (first, last) {
            (None, None) => None,
            (None, Some(last)) => Some(format!("Score {last} at closure, none at the start.")),
            (Some(first), None) => Some(format!("Score {first} at the start, not scored at closure.")),
            (Some(first), Some(last)) if first == last => {
                Some(format!("Score {first} at the start and, scored again, at closure."))
            }
            (Some(first), Some(last)) => Some(format!("Score {first} at the start, {last} at closure.")),
        }
    }
}

/// Somebody who may have to be told that a case is closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Tell {
    /// Who, as it is stored when ticked.
    pub who: String,
    /// Why they are on the list, such as `lead agency`.
    pub why: String,
}

/// Who has to do with a case, by name; an empty name is nobody.
#[derive(Clone, Debug, Default)]
pub struct Concerned<'a> {
    /// The lead agency.
    pub lead_agency: &'a str,
    /// The lead officer.
    pub lead_officer: &'a str,
    /// The other agencies that are involved.
    pub involved: Vec<&'a str>,
    /// The agencies and officers that owed it actions.
    pub owners: Vec<(&'a str, &'a str)>,
    /// Who referred it.
    pub referrer: &'a str,
    /// The initials of those who are victims or at risk.
    pub victims: Vec<String>,
}

impl Concerned<'_> {
    /// Returns who may have to be told, each once, with why.
    pub fn to_tell(&self) -> Vec<Tell> {
        let mut list: Vec<Tell> = Vec::new();
        let mut add = |who: &str, why: &str| {
            let who = who.trim();
            if !who.is_empty() && list.iter().all(|each| each.who != who) {
                list.push(Tell { who: who.to_owned(), why: why.to_owned() });
            }
        };
        add(self.lead_agency, "lead agency");
        add(self.lead_officer, "lead officer");
        self.involved.iter().for_each(|agency| add(agency, "involved"));
        self.owners.iter().for_each(|(agency, _)| add(agency, "had actions"));
        self.owners.iter().for_each(|(_, officer)| add(officer, "had actions"));
        add(self.referrer, "referred it");
        for victim in &self.victims {
            let who = if victim.is_empty() {
                "Victim contact".to_owned()
            } else {
                format!("Victim contact ({victim})")
            };
            add(&who, "victim or at risk");
        }
        list
    }
}

/// Returns an order in words: `CBO in place until 3 March 2027`, `ABC ended (positive)`.
pub fn order_words(order: &Order) -> String {
    let until = order.expires_on.filter(|_| order.stage.is_in_place());
    match (until, order.outcome) {
        (Some(until), _) => format!("{} {} until {}", order.kind, order.stage.words(), long_date(until)),
        (None, Some(outcome)) => format!("{} {} ({})", order.kind, order.stage.words(), outcome.words()),
        (None, None) => format!("{} {}", order.kind, order.stage.words()),
    }
}

impl ActionEnding {
    /// Returns what becomes of the action in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Superseded => "superseded",
            Self::StaysOpen => "stays open",
        }
    }

    /// Returns the status that the ending brings about; absent where it leaves the action as it is.
    pub fn status(self) -> Option<ActionStatus> {
        match self {
            Self::Done => Some(ActionStatus::Done),
            Self::Superseded => Some(ActionStatus::Superseded),
            Self::StaysOpen => None,
        }
    }
}

impl SettledAction {
    /// Puts `action` back to where it stood before the closure; returns whether it did. An action that was changed since
    /// is left as it is, because somebody else decided about it.
    pub fn put_back(&self, action: &mut Action) -> bool {
        let untouched = self.ending.status() == Some(action.status);
        if untouched {
            action.status = self.was;
            action.done_on = None;
            action.light_set = self.light_was.clone();
        }
        untouched
    }
}

impl ClosureCheck {
    /// Returns what was settled as lines for the case's page and its minutes; none where nothing was.
    pub fn lines(&self) -> Vec<String> {
        let because = |reason: &str| if reason.is_empty() { String::new() } else { format!(": {reason}") };
        let actions = self.actions.iter().map(|each| {
            format!("Action {} ({}) {}{}", each.number, each.what, each.ending.words(), because(&each.reason))
        });
        let orders = self.orders.iter().map(|each| match each.watched_by.as_str() {
            "" => format!("{} stays", each.words),
            watched_by => format!("{} stays, watched by {watched_by}", each.words),
        });
        let told: Vec<&str> =
            self.told.iter().map(String::as_str).chain([self.told_besides.as_str()]).collect();
        let told: Vec<&str> = told.into_iter().filter(|each| !each.is_empty()).collect();
        let told = (!told.is_empty()).then(|| format!("To be told: {}", told.join(", ")));
        actions.chain(orders).chain(told).collect()
    }
}

#[cfg(test)]
mod tests;
