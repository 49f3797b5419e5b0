//! Actions as rows, with everything a row tells beside the action itself.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;
use domain::action::{Action, ActionUpdate};
use domain::ids::{ActionId, CaseId, MeetingId};
use domain::light::{Light, LightRules};
use domain::meeting::Meeting;
use domain::reference::CaseReference;
use store::Reader;

use crate::desk::Desk;
use crate::failure::Failure;
use crate::kept_while::KeptWhile;
use crate::names::Names;
use crate::wire::actions::ActionRow;

/// What rows are made with.
pub struct RowMaker {
    basis: Arc<RowBasis>,
    today: NaiveDate,
}

/// What rows of any day are made with.
pub struct RowBasis {
    names: Names,
    rules: LightRules,
    last_begun: Option<MeetingId>,
}

/// What rows were made with when somebody asked last.
pub type KeptRowBasis = KeptWhile<RowBasis>;

/// The kinds of records that rows are made with, as the audit names them; a disposal forgets officers.
const BASIS: &[&str] = &["agency", "officer", "area", "settings", "meeting", "disposal"];

/// Returns the place where it is kept.
pub const fn no_basis_yet() -> KeptRowBasis {
    KeptWhile::of(BASIS)
}

impl RowBasis {
    fn load(reader: &Reader<'_>) -> Result<Self, Failure> {
        let last_begun = last_begun(&reader.list_meetings()?);
        let rules = reader.settings()?.lights;
        Ok(Self { names: Names::load(reader)?, rules, last_begun })
    }
}

impl RowMaker {
    /// Loads what rows of `today` are made with.
    pub fn load(reader: &Reader<'_>, today: NaiveDate) -> Result<Self, Failure> {
        Ok(Self { basis: Arc::new(RowBasis::load(reader)?), today })
    }

    /// Loads it for a key of the room, which is in a hurry.
    pub fn load_kept(desk: &Desk, reader: &Reader<'_>, today: NaiveDate) -> Result<Self, Failure> {
        let hub = desk.hub()?;
        Ok(Self { basis: hub.row_basis.or(&hub.store, || RowBasis::load(reader))?, today })
    }

    /// Returns the names that the rows use.
    pub fn names(&self) -> &Names {
        &self.basis.names
    }

    /// Returns the day on which lights and lateness are read.
    pub fn today(&self) -> NaiveDate {
        self.today
    }

    /// Returns the row of one action.
    pub fn row(
        &self,
        action: Action,
        reference: CaseReference,
        last_update: Option<ActionUpdate>,
    ) -> ActionRow {
        let light = action.shown_light(self.today, self.basis.rules);
        ActionRow {
            number: action.number,
            case: action.case,
            reference,
            kind: action.kind,
            agency: self.names().named_agency(action.agency),
            officer: self.names().named_officer(action.officer),
            raised_on: action.raised_on,
            raised_at: action.raised_at,
            due: action.due,
            due_words: action.due_words(self.today),
            days_late: action.days_late(self.today),
            status: action.status,
            disagreement: light.disagreement_with_reason(),
            light,
            last_update,
            awaits_acceptance: action.awaits_acceptance(),
            declined: action.is_declined(),
            escalated: action.standing_escalation().cloned(),
            tags: action.tags().into_iter().map(str::to_owned).collect(),
            acceptance: action.acceptance,
            is_new: action.raised_at.is_some() && action.raised_at == self.basis.last_begun,
            id: action.id,
            what: action.what,
            blocked: action.blocked,
        }
    }

    /// Returns the rows of one case's actions: open ones first, then by due date.
    pub fn rows_of(
        &self,
        reader: &Reader<'_>,
        reference: &CaseReference,
        actions: Vec<Action>,
    ) -> Result<Vec<ActionRow>, Failure> {
        let mut rows = Vec::with_capacity(actions.len());
        for action in actions {
            let last = reader.updates_of(action.id)?.into_iter().rfind(|update| update.kind.is_told());
            rows.push(self.row(action, reference.clone(), last));
        }
        sort(&mut rows);
        Ok(rows)
    }

    /// Returns the rows of all actions that `wanted` lets through.
    pub fn all(
        &self,
        reader: &Reader<'_>,
        wanted: impl Fn(&Action) -> bool,
    ) -> Result<Vec<ActionRow>, Failure> {
        let references: HashMap<CaseId, CaseReference> = reader.list_references()?.into_iter().collect();
        let mut updates: HashMap<ActionId, ActionUpdate> =
            reader.latest_updates()?.into_iter().map(|update| (update.action, update)).collect();
        let mut rows: Vec<ActionRow> = reader
            .list_actions()?
            .into_iter()
            .filter(wanted)
            .filter_map(|action| {
                let reference = references.get(&action.case)?.clone();
                let update = updates.remove(&action.id);
                Some(self.row(action, reference, update))
            })
            .collect();
        sort(&mut rows);
        Ok(rows)
    }
}

/// Returns the latest meeting that has begun: what it raised is new until the next one begins.
pub fn last_begun(meetings: &[Meeting]) -> Option<MeetingId> {
    meetings
        .iter()
        .filter(|meeting| meeting.began_at.is_some())
        .max_by_key(|meeting| meeting.number)
        .map(|meeting| meeting.id)
}

/// Sorts open actions first, the longest overdue on top, then by due date and number.
fn sort(rows: &mut [ActionRow]) {
    rows.sort_by_key(|row| {
        (!row.status.is_open(), Reverse(row.days_late), row.due.is_none(), row.due, row.number)
    });
}

/// Returns the lights worth a strip: those of open actions and of what is red or new, worst first.
pub fn strip(rows: &[ActionRow]) -> Vec<Light> {
    let mut lights: Vec<Light> = rows
        .iter()
        .filter(|row| row.status.is_open() || row.is_new || row.light.light == Light::Red)
        .map(|row| row.light.light)
        .collect();
    lights.sort();
    lights
}
