//! Writing an action together with what its log says of the change: the only way in which an action changes.

use chrono::NaiveDate;
use domain::action::{Action, ActionUpdate};
use domain::action_log::{Entry, of_change, of_new};
use domain::ids::{ActionUpdateId, AgencyId, MeetingId, OfficerId};
use store::{Reader, Writer};

use crate::desk::Identifiers;
use crate::failure::Failure;
use crate::names::Names;

/// What every entry of one change has in common.
pub(crate) struct Log<'a> {
    names: Names,
    meeting: Option<MeetingId>,
    on: NaiveDate,
    by: &'a str,
}

impl<'a> Log<'a> {
    /// Begins entries dated `on` by the user `by`, at the meeting that is running, if one is.
    pub(crate) fn begin(reader: &Reader<'_>, on: NaiveDate, by: &'a str) -> Result<Self, Failure> {
        let meeting = crate::meetings::running(reader)?.map(|meeting| meeting.id);
        Ok(Self { names: Names::load(reader)?, meeting, on, by })
    }

    /// Writes the entries that a new action begins with.
    pub(crate) fn write_new(
        &self,
        writer: &mut Writer<'_>,
        ids: &mut Identifiers,
        action: &Action,
    ) -> Result<(), Failure> {
        self.write(writer, ids, action, of_new(action, &|agency, officer| self.owner(agency, officer)))
    }

    fn write(
        &self,
        writer: &mut Writer<'_>,
        ids: &mut Identifiers,
        action: &Action,
        entries: Vec<Entry>,
    ) -> Result<(), Failure> {
        for Entry { kind, text } in entries {
            writer.add_action_update(&ActionUpdate {
                id: ActionUpdateId::new(&mut **ids),
                action: action.id,
                on: self.on,
                text,
                by: self.by.to_owned(),
                kind,
                meeting: self.meeting,
            })?;
        }
        Ok(())
    }

    fn owner(&self, agency: AgencyId, officer: Option<OfficerId>) -> String {
        let agency = self.names.short(Some(agency));
        match officer {
            Some(officer) => format!("{agency}, {}", self.names.officer(Some(officer))),
            None => agency.to_owned(),
        }
    }
}

/// Writes `after` in the place of `before`, with the log entries of the change; nothing when nothing changed. `reason` is
/// what was given for it, and may be empty.
pub(crate) fn save_action(
    writer: &mut Writer<'_>,
    ids: &mut Identifiers,
    before: &Action,
    after: Action,
    reason: &str,
    log: &Log<'_>,
) -> Result<(), Failure> {
    writer.put_action(&after)?;
    let entries = of_change(before, &after, reason, &|agency, officer| log.owner(agency, officer));
    log.write(writer, ids, &after, entries)
}
