//! What an agency takes home of one case: a plain text for its own system, so that nothing is typed twice.

use chrono::NaiveDate;

use crate::action::Action;
use crate::words::{full_date, long_date};

/// What a meeting left with one agency on one case. Names of the people concerned are not in it.
#[derive(Clone, Debug)]
pub struct CopyOut<'a> {
    /// The case's or referral's reference.
    pub reference: &'a str,
    /// What the agency calls the people concerned in its own system; empty when it told none.
    pub own_references: Vec<&'a str>,
    /// The day of the meeting.
    pub met_on: NaiveDate,
    /// What was decided, in words; absent until then.
    pub decision: Option<String>,
    /// The agency's open actions on the case, each with its number and the officer who has it; empty without one.
    pub actions: Vec<(&'a Action, &'a str)>,
}

impl CopyOut<'_> {
    /// Returns the text, a line for each thing.
    pub fn text(&self) -> String {
        let mut lines =
            vec![format!("{} · Hub Tasking meeting of {}", self.reference, full_date(self.met_on))];
        if !self.own_references.is_empty() {
            lines.push(format!("Your reference: {}", self.own_references.join(", ")));
        }
        let decision = self.decision.as_deref().unwrap_or("none recorded yet");
        lines.push(format!("Decision: {decision}"));
        if self.actions.is_empty() {
            lines.push("Your actions: none".to_owned());
        } else {
            lines.push("Your actions:".to_owned());
            lines.extend(self.actions.iter().map(|(action, officer)| action_line(action, officer)));
        }
        lines.join("\n")
    }
}

fn action_line(action: &Action, officer: &str) -> String {
    let mut parts = vec![format!("{} {}", action.number, action.what)];
    if !officer.is_empty() {
        parts.push(officer.to_owned());
    }
    parts.push(match action.due {
        Some(due) => format!("due {}", long_date(due)),
        None => "no date yet".to_owned(),
    });
    parts.push(action.status.words().to_owned());
    format!("- {}", parts.join(" · "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::action::testing::{action, day};

    #[test]
    fn it_says_what_was_decided_and_what_the_agency_owes_by_number_and_day() {
        let owed =
            Action { what: "home visit with the school".into(), due: Some(day("2026-11-27")), ..action() };
        let text = CopyOut {
            reference: "DEMO.45",
            own_references: vec!["H-7788"],
            met_on: day("2026-11-24"),
            decision: Some("Continue".into()),
            actions: vec![(&owed, "J Bell")],
        };
        assert_eq!(
            text.text(),
            format!(
                "DEMO.45 · Hub Tasking meeting of Tuesday 24 November 2026\nYour reference: H-7788\n\
                 Decision: Continue\nYour actions:\n- {} home visit with the school · J Bell · \
                 due 27 November 2026 · not started",
                owed.number
            )
        );
    }

    #[test]
    fn what_is_not_there_is_said() {
        let text = CopyOut {
            reference: "R.61",
            own_references: Vec::new(),
            met_on: day("2026-11-24"),
            decision: None,
            actions: Vec::new(),
        };
        assert!(text.text().ends_with("Decision: none recorded yet\nYour actions: none"));
    }
}
