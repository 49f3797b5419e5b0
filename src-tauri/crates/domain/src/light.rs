//! The traffic light of an action: what the facts suggest, and what a meeting may set instead.
//!
//! The published system has lights and no definition of them; this table is a default. Every status and due state has
//! exactly one light, and a light is always a colour, a word and a shape together.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::action::ActionStatus;

/// A light's colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Light {
    /// Overdue, blocked, or not undertaken.
    Red,
    /// Open and in date; with four colours, due within the days of warning.
    Amber,
    /// Done; with four colours, on track.
    Green,
    /// Done, with four colours only.
    Blue,
    /// In abeyance, not possible, superseded.
    Grey,
}

/// The shape that tells a light without its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Shape {
    /// Red.
    Square,
    /// Amber.
    Triangle,
    /// Green.
    Circle,
    /// Blue.
    Diamond,
    /// Grey.
    Dash,
}

impl Light {
    /// Returns the light's word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Red => "Red",
            Self::Amber => "Amber",
            Self::Green => "Green",
            Self::Blue => "Blue",
            Self::Grey => "Grey",
        }
    }

    /// Returns the light's shape.
    pub fn shape(self) -> Shape {
        match self {
            Self::Red => Shape::Square,
            Self::Amber => Shape::Triangle,
            Self::Green => Shape::Circle,
            Self::Blue => Shape::Diamond,
            Self::Grey => Shape::Dash,
        }
    }
}

/// How a hub reads its lights.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LightRules {
    /// Red when an action is not started this many days before it is due; absent switches the warning off.
    pub warn_not_started_days: Option<u16>,
    /// Blue for done, Green for on track, Amber for due within seven days.
    pub four_colours: bool,
}

/// The facts about an action that its light is read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LightFacts {
    /// Where the action stands.
    pub status: ActionStatus,
    /// Whether something stops it.
    pub blocked: bool,
    /// When it is due; absent for an action without a date.
    pub due: Option<NaiveDate>,
    /// The day on which the light is read.
    pub today: NaiveDate,
}

const FOUR_COLOURS_AMBER_DAYS: i64 = 7;

/// Returns the light that the facts suggest.
pub fn suggested(facts: LightFacts, rules: LightRules) -> Light {
    let done = if rules.four_colours { Light::Blue } else { Light::Green };
    match facts.status {
        ActionStatus::Done => done,
        ActionStatus::InAbeyance | ActionStatus::NotPossible | ActionStatus::Superseded => Light::Grey,
        ActionStatus::NotUndertaken => Light::Red,
        ActionStatus::NotStarted | ActionStatus::UnderWay => suggested_while_open(facts, rules),
    }
}

fn suggested_while_open(facts: LightFacts, rules: LightRules) -> Light {
    let days_left = facts.due.map(|due| (due - facts.today).num_days());
    let overdue = days_left.is_some_and(|days| days < 0);
    let not_started = facts.status == ActionStatus::NotStarted;
    let warned = match (rules.warn_not_started_days, days_left) {
        (Some(warning), Some(days)) => not_started && days <= i64::from(warning),
        _ => false,
    };
    if overdue || facts.blocked || warned {
        Light::Red
    } else if rules.four_colours && days_left.is_none_or(|days| days > FOUR_COLOURS_AMBER_DAYS) {
        Light::Green
    } else {
        Light::Amber
    }
}

/// The light of an action as it is shown: the one set by a meeting, or else the suggestion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ShownLight {
    /// The light to show.
    pub light: Light,
    /// What the facts suggest.
    pub suggested: Light,
    /// The reason that the meeting gave; absent while the suggestion is shown.
    pub reason: Option<String>,
}

impl ShownLight {
    /// Tells whether the meeting's light differs from what the facts suggest.
    pub fn disagrees(&self) -> bool {
        self.light != self.suggested
    }

    /// Returns the disagreement in words, without the reason: `set Amber, facts say Red`; absent where there is none.
    pub fn disagreement(&self) -> Option<String> {
        let words = || format!("set {}, facts say {}", self.light.word(), self.suggested.word());
        self.disagrees().then(words)
    }

    /// Returns the disagreement with its reason: `set Amber, facts say Red: the school asked`; absent where there is none.
    pub fn disagreement_with_reason(&self) -> Option<String> {
        let words = self.disagreement()?;
        Some(match self.reason.as_deref().map(str::trim).filter(|reason| !reason.is_empty()) {
            Some(reason) => format!("{words}: {reason}"),
            None => words,
        })
    }
}

#[cfg(test)]
mod table;

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn facts(status: ActionStatus, due: Option<&str>) -> LightFacts {
        LightFacts { status, blocked: false, due: due.map(day), today: day("2026-11-24") }
    }

    #[test]
    fn a_blocked_action_is_red_only_while_it_is_open() {
        let blocked = |status| LightFacts { blocked: true, ..facts(status, Some("2026-12-24")) };
        assert_eq!(suggested(blocked(ActionStatus::UnderWay), LightRules::default()), Light::Red);
        assert_eq!(suggested(blocked(ActionStatus::Done), LightRules::default()), Light::Green);
    }

    #[test]
    fn the_warning_reddens_what_is_not_started_and_leaves_what_is_under_way() {
        let rules = LightRules { warn_not_started_days: Some(3), four_colours: false };
        assert_eq!(suggested(facts(ActionStatus::NotStarted, Some("2026-11-27")), rules), Light::Red);
        assert_eq!(suggested(facts(ActionStatus::NotStarted, Some("2026-11-28")), rules), Light::Amber);
        assert_eq!(suggested(facts(ActionStatus::UnderWay, Some("2026-11-27")), rules), Light::Amber);
    }

    #[test]
    fn with_four_colours_green_means_on_track_and_blue_means_done() {
        let rules = LightRules { warn_not_started_days: None, four_colours: true };
        let read = |status, due| suggested(facts(status, Some(due)), rules);
        assert_eq!(read(ActionStatus::Done, "2026-12-24"), Light::Blue);
        assert_eq!(read(ActionStatus::UnderWay, "2026-12-02"), Light::Green);
        assert_eq!(read(ActionStatus::UnderWay, "2026-12-01"), Light::Amber);
        assert_eq!(read(ActionStatus::UnderWay, "2026-11-23"), Light::Red);
    }

    #[test]
    fn a_disagreement_reads_the_same_everywhere() {
        let shown = |suggested, reason: Option<&str>| ShownLight {
            light: Light::Amber,
            suggested,
            reason: reason.map(str::to_owned),
        };
        let set = shown(Light::Red, Some("the school asked"));
        assert_eq!(set.disagreement().as_deref(), Some("set Amber, facts say Red"));
        let words = set.disagreement_with_reason();
        assert_eq!(words.as_deref(), Some("set Amber, facts say Red: the school asked"));
        assert_eq!(
            shown(Light::Amber, Some("x")).disagreement_with_reason(),
            None,
            "the facts came round to it"
        );
    }
}
