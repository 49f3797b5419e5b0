//! Who saw what: looks are noted, and everything that the audit knows of a person is put together.

mod gathering;
mod sheet;

use domain::ids::SubjectId;
use domain::words::count;
use store::Reader;
use uuid::Uuid;

use crate::desk::Desk;
use crate::failure::Failure;
use crate::wire::everything::*;

pub(crate) use sheet::{access_sheet, disclosure_sheet};

/// The kind under which the audit holds that somebody looked.
pub(crate) const VIEW: &str = "view";
/// The kind under which the audit holds that rows of a table were copied.
const TABLE_COPY: &str = "rows copied";

impl Desk {
    /// Notes that the person at the desk looks at a record: once until the hub is locked, because a screen asks for its
    /// record again and again. A disk that refuses the note does not keep the record from whoever chairs; the next look
    /// tries again.
    pub(crate) fn note_look(&mut self, record: Uuid) {
        let is_new = self.opened().is_some_and(|open| !open.looked_at.contains(&record));
        if !is_new || self.write(&[], |writer, _| Ok(writer.note(VIEW, Some(record), &"record")?)).is_err() {
            return;
        }
        if let Ok(open) = self.hub_mut() {
            open.looked_at.insert(record);
        }
    }
}

pub fn get_access(desk: &mut Desk, request: GetAccess) -> Result<AccessView, Failure> {
    desk.read(|reader| view(reader, request.person))
}

/// Notes that rows of a table were copied for another program: they leave the hub as a printed list would.
pub fn note_table_copy(desk: &mut Desk, request: TableCopied) -> Result<Nothing, Failure> {
    desk.write(&["history"], |writer, _| Ok(writer.note(TABLE_COPY, None, &request)?))?;
    Ok(Nothing {})
}

/// Returns who saw what of a person, the latest first.
pub(crate) fn view(reader: &Reader<'_>, person: SubjectId) -> Result<AccessView, Failure> {
    let subject = reader.get_subject(person)?;
    let subject = subject.ok_or_else(|| Failure::refused("That person is not in the record"))?;
    let held = gathering::Held::of(reader, person)?;
    let mut rows = gathering::rows(reader, &held)?;
    // By the running numbers of the audit, because a clock may have been set back.
    rows.sort_by_key(|(serial, _)| std::cmp::Reverse(*serial));
    let head = reader.audit_head()?;
    let ends: String = head.hash.chars().take(8).collect();
    Ok(AccessView {
        person: subject.name,
        records: held.names(),
        rows: rows.into_iter().map(|(_, row)| row).collect(),
        source: format!(
            "From the audit, whose {} end with {ends}. Lists and searches are not noted record by record; whoever \
             unlocked the hub could see them.",
            count(usize::try_from(head.serial).unwrap_or(usize::MAX), "row", "rows")
        ),
    })
}
