//! What a person should know before an answer to an action is taken.

use crate::action::Action;
use crate::ids::AgencyId;
use crate::words::table_date;

/// Returns what speaks against taking an answer to `action` from `sender` as it stands, a sentence each; `name` names an
/// agency.
pub fn cautions(action: &Action, sender: Option<AgencyId>, name: &dyn Fn(AgencyId) -> String) -> Vec<String> {
    let mut cautions = Vec::new();
    if !action.status.is_open() {
        let since = action.done_on.map(|day| format!(" since {}", table_date(day))).unwrap_or_default();
        cautions.push(format!("{} is {} already{since}", action.number, action.status.words()));
    }
    if let Some(sender) = sender.filter(|sender| *sender != action.agency) {
        let (owner, sender) = (name(action.agency), name(sender));
        cautions.push(format!("{} belongs to {owner}, the e-mail is from {sender}", action.number));
    }
    cautions
}

/// Returns who said what an e-mail told, as logs keep it: who typed, and who sent it.
pub fn told_by_email(typed_by: &str, sender: &str) -> String {
    format!("{typed_by}, by e-mail from {}", sender.trim())
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::action::ActionStatus;
    use crate::action::testing::{action, day};

    #[test]
    fn a_closed_action_and_another_agencys_are_said_so() {
        let agency = |key: u128| AgencyId(Uuid::from_u128(key));
        let name = |agency: AgencyId| match agency.0.as_u128() {
            0 => "Housing".to_owned(),
            _ => "Probation".to_owned(),
        };
        let mut action = action();
        assert!(cautions(&action, None, &name).is_empty());
        assert!(cautions(&action, Some(agency(0)), &name).is_empty(), "its own agency answers");
        assert_eq!(
            cautions(&action, Some(agency(9)), &name),
            ["45/3 belongs to Housing, the e-mail is from Probation"]
        );
        action.set_status(ActionStatus::Done, day("2026-11-10"), "").unwrap();
        assert_eq!(cautions(&action, None, &name), ["45/3 is done already since 10 Nov 2026"]);
        action.set_status(ActionStatus::InAbeyance, day("2026-11-11"), "").unwrap();
        assert!(cautions(&action, None, &name).is_empty(), "what waits is still owed");
    }
}
