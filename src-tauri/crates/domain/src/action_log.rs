//! The log of an action: every change writes its own entry, and one rule says which.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::acceptance::Acceptance;
use crate::action::{Action, ActionStatus};
use crate::ids::{AgencyId, OfficerId};
use crate::words::table_date;

/// What an entry of the log tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LogKind {
    /// What somebody said happened.
    Said,
    /// Where the action stands.
    Status,
    /// Where it stands, with the reason that this status asks for.
    StatusWithReason,
    /// When it is due.
    Due,
    /// Who owes it.
    Owner,
    /// What stops it.
    Blocked,
    /// Whether an absent agency accepted it.
    Acceptance,
    /// To whom it was taken.
    Escalation,
    /// What is to be done.
    Wording,
}

impl LogKind {
    /// The kinds that tell what became of the action, as its last update: the others stand beside it already, and name
    /// officers whom a projector must not show.
    pub const TOLD: [Self; 2] = [Self::Said, Self::StatusWithReason];

    /// Tells whether an entry of this kind is an update in words.
    pub fn is_told(self) -> bool {
        Self::TOLD.contains(&self)
    }

    /// Returns the kind in a word; empty for what somebody said.
    pub fn words(self) -> &'static str {
        match self {
            Self::Said => "",
            Self::Status | Self::StatusWithReason => "Status",
            Self::Due => "Due",
            Self::Owner => "Owner",
            Self::Blocked => "Blocked",
            Self::Acceptance => "Acceptance",
            Self::Escalation => "Escalated",
            Self::Wording => "Wording",
        }
    }
}

/// An entry that a change writes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What it tells.
    pub kind: LogKind,
    /// In words: what it was, and what it is.
    pub text: String,
}

/// Returns the entries that the change from `before` to `after` writes, so that no use case can forget one; none when
/// nothing changed. `reason` is what was given for it, and may be empty; `owner` names an agency and its person.
pub fn of_change(
    before: &Action,
    after: &Action,
    reason: &str,
    owner: &dyn Fn(AgencyId, Option<OfficerId>) -> String,
) -> Vec<Entry> {
    let because = match reason.trim() {
        "" => String::new(),
        reason => format!(": {reason}"),
    };
    let mut entries = Vec::new();
    let mut write = |kind, text| entries.push(Entry { kind, text });
    if (&before.what, before.kind) != (&after.what, after.kind) {
        write(LogKind::Wording, wording(before, after));
    }
    if before.status != after.status {
        let (kind, because) = match after.status.asks_reason() && !because.is_empty() {
            true => (LogKind::StatusWithReason, because.as_str()),
            false => (LogKind::Status, because.as_str()),
        };
        write(kind, format!("{} → {}{because}", before.status.words(), status_words(after)));
    }
    if before.due != after.due {
        let words = |action: &Action| action.due.map_or("no date".to_owned(), table_date);
        write(LogKind::Due, format!("{} → {}{because}", words(before), words(after)));
    }
    if (before.agency, before.officer) != (after.agency, after.officer) {
        let words = |action: &Action| owner(action.agency, action.officer);
        write(LogKind::Owner, format!("{} → {}{because}", words(before), words(after)));
    }
    if before.blocked != after.blocked {
        write(LogKind::Blocked, blocked(before.blocked.as_deref(), after.blocked.as_deref()));
    }
    if before.acceptance != after.acceptance {
        write(LogKind::Acceptance, acceptance(&after.acceptance, &owner(after.agency, None)));
    }
    if let Some(escalation) = after.escalated.as_ref().filter(|_| before.escalated != after.escalated) {
        let on = table_date(escalation.on);
        write(LogKind::Escalation, format!("to {} on {on}: {}", escalation.to, escalation.reason));
    }
    entries
}

/// Returns the entries that a new action begins its log with; none for an agency that was there.
pub fn of_new(action: &Action, owner: &dyn Fn(AgencyId, Option<OfficerId>) -> String) -> Vec<Entry> {
    match action.acceptance {
        Acceptance::NotAsked => Vec::new(),
        _ => {
            let text = acceptance(&action.acceptance, &owner(action.agency, None));
            vec![Entry { kind: LogKind::Acceptance, text }]
        }
    }
}

fn wording(before: &Action, after: &Action) -> String {
    let mut changes = Vec::new();
    if before.what != after.what {
        changes.push(format!("“{}” → “{}”", before.what, after.what));
    }
    if before.kind != after.kind {
        changes.push(format!("{} → {}", before.kind.words(), after.kind.words()));
    }
    changes.join("; ")
}

fn status_words(after: &Action) -> String {
    match (after.status, after.done_on) {
        (ActionStatus::Done, Some(on)) => format!("done on {}", table_date(on)),
        (status, _) => status.words().to_owned(),
    }
}

fn blocked(before: Option<&str>, after: Option<&str>) -> String {
    match (before, after) {
        (None, Some(now)) => format!("set: {now}"),
        (Some(was), Some(now)) => format!("{was} → {now}"),
        (Some(was), None) => format!("cleared: {was}"),
        (None, None) => String::new(),
    }
}

fn acceptance(now: &Acceptance, agency: &str) -> String {
    match now {
        Acceptance::NotAsked => format!("{agency} was there, so it is not asked"),
        Acceptance::Awaited => format!("asked of {agency}, which was not there"),
        Acceptance::Accepted { on, told_by } => {
            format!("{agency} accepted on {}, told by {told_by}", table_date(*on))
        }
        Acceptance::Declined { on, told_by, reason } => {
            format!("{agency} declined on {}, told by {told_by}: {reason}", table_date(*on))
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::acceptance::Escalation;
    use crate::action::ActionType;
    use crate::action::testing::{action, day};

    fn owner(agency: AgencyId, officer: Option<OfficerId>) -> String {
        let agency = if agency.0.is_nil() { "Housing" } else { "Police" };
        officer.map_or(agency.to_owned(), |_| format!("{agency}, A Khan"))
    }

    fn entries(reason: &str, change: impl FnOnce(&mut Action)) -> Vec<(LogKind, String)> {
        let before = action();
        let mut after = before.clone();
        change(&mut after);
        of_change(&before, &after, reason, &owner).into_iter().map(|each| (each.kind, each.text)).collect()
    }

    #[test]
    fn a_change_of_nothing_writes_nothing() {
        assert_eq!(entries("because", |_| {}), []);
    }

    /// A reason, a change, and the entry it writes.
    type Row = (&'static str, fn(&mut Action), LogKind, &'static str);

    #[test]
    fn each_change_writes_what_it_was_and_what_it_is() {
        let table: [Row; 9] = [
            (
                "",
                |it| it.set_status(ActionStatus::Done, day("2026-11-10"), "").unwrap(),
                LogKind::Status,
                "not started → done on 10 Nov 2026",
            ),
            (
                "no staff until January",
                |it| it.set_status(ActionStatus::NotUndertaken, day("2026-11-10"), "x").unwrap(),
                LogKind::StatusWithReason,
                "not started → not undertaken: no staff until January",
            ),
            ("", |it| it.due = None, LogKind::Due, "17 Nov 2026 → no date"),
            (
                "the tenancy ended",
                |it| {
                    it.agency = AgencyId(Uuid::from_u128(9));
                    it.officer = Some(OfficerId(Uuid::from_u128(3)));
                },
                LogKind::Owner,
                "Housing → Police, A Khan: the tenancy ended",
            ),
            ("", |it| it.blocked = Some("no interpreter".into()), LogKind::Blocked, "set: no interpreter"),
            (
                "",
                |it| it.acceptance = Acceptance::Awaited,
                LogKind::Acceptance,
                "asked of Housing, which was not there",
            ),
            (
                "",
                |it| {
                    let (on, told_by) = (day("2026-11-06"), "J Bell".into());
                    it.acceptance = Acceptance::Declined { on, told_by, reason: "not our tenant".into() };
                },
                LogKind::Acceptance,
                "Housing declined on 6 Nov 2026, told by J Bell: not our tenant",
            ),
            (
                "",
                |it| {
                    let (to, reason) = ("the area manager".into(), "twice late".into());
                    it.escalated = Some(Escalation { to, reason, on: day("2026-11-24") });
                },
                LogKind::Escalation,
                "to the area manager on 24 Nov 2026: twice late",
            ),
            ("", |it| it.kind = ActionType::Letter, LogKind::Wording, "Visit → Letter"),
        ];
        for (reason, change, kind, text) in table {
            assert_eq!(entries(reason, change), [(kind, text.to_owned())]);
        }
    }

    #[test]
    fn clearing_what_stopped_it_keeps_what_it_was() {
        let before = Action { blocked: Some("no interpreter".into()), ..action() };
        let after = Action { blocked: None, ..before.clone() };
        let written = of_change(&before, &after, "", &owner);
        assert_eq!(written[0].text, "cleared: no interpreter");
    }

    #[test]
    fn two_changes_at_once_write_two_entries() {
        let written = entries("asked for", |it| {
            it.due = Some(day("2026-12-01"));
            it.set_status(ActionStatus::UnderWay, day("2026-11-10"), "").unwrap();
        });
        let kinds: Vec<LogKind> = written.iter().map(|(kind, _)| *kind).collect();
        assert_eq!(kinds, [LogKind::Status, LogKind::Due]);
    }

    #[test]
    fn only_what_was_said_and_reasons_count_as_updates() {
        use LogKind::*;
        let told: Vec<LogKind> =
            [Said, Status, StatusWithReason, Due, Owner, Blocked, Acceptance, Escalation, Wording]
                .into_iter()
                .filter(|kind| kind.is_told())
                .collect();
        assert_eq!(told, LogKind::TOLD);
    }
}
