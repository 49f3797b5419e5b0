//! Disposal: what a chair or deputy approves is erased, the file is written anew, and a certificate says what went.

use chrono::NaiveDate;
use domain::ids::DisposalId;
use domain::moment::Moment;
use domain::retention::{DisposedRecord, RecordRef, RecordType, RetentionRules, copies_gone_by};
use store::{Gone, Writer};
use uuid::Uuid;

use super::due::{self, Found, NOTES};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::london;
use crate::wire::everything::*;

pub fn dispose_records(desk: &mut Desk, request: DisposeRecords) -> Result<Disposal, Failure> {
    let (by, today, now) = (desk.hub()?.user.name.clone(), desk.today(), desk.now());
    let reason = Disposal::approval(&request.reason, request.records.len())?;
    let copies: Vec<NaiveDate> =
        crate::backups::backups(desk)?.iter().map(|backup| london::date(backup.at)).collect();
    let changed =
        &["retention", "case", "action", "order", "referral", "subject", "meeting", "score", "room"];
    let disposal = desk.write(changed, |writer, ids| {
        let mut chosen = chosen(writer, today, &request.records)?;
        // Audit notes go last, so that those of this transaction are not among them.
        chosen.sort_by_key(|found| found.record);
        let rules = writer.settings()?.retention;
        let (gone, number) = (erase(writer, &chosen, &rules, now)?, writer.next_disposal_number()?);
        let disposal = Disposal {
            id: DisposalId::new(&mut **ids),
            number,
            on: today,
            approved_by: by,
            reason,
            records: chosen.iter().map(|found| disposed(found, &rules)).collect(),
            rows: gone.rows(),
            values: gone.values(),
            digest: gone.digest(),
            copies: u32::try_from(copies.len()).unwrap_or(u32::MAX),
            copies_gone_by: copies_gone_by(today, &copies),
        };
        writer.add_disposal(&disposal, &gone)?;
        Ok(disposal)
    })?;
    desk.hub()?.store.compact().map_err(|error| {
        Failure::from(error).with_hint("The records are disposed of; make room on the disk and dispose of the next ones soon, so that the file is written anew")
    })?;
    match crate::papers::clear_private_folder(desk.folder()).as_slice() {
        [] => Ok(disposal),
        held => Err(Failure::refused(format!(
            "The records are disposed of, but papers are still open: {}",
            held.join(", ")
        ))
        .with_hint("Close them and lock the hub: they are removed then")),
    }
}

/// Returns what was chosen, each due and free, or says of the first one that is not why not.
fn chosen(writer: &Writer<'_>, today: NaiveDate, wanted: &[RecordRef]) -> Result<Vec<Found>, Failure> {
    let mut all = due::all(writer, today)?;
    let mut chosen: Vec<Found> = Vec::with_capacity(wanted.len());
    for record in wanted {
        if chosen.iter().any(|found| found.record == *record) {
            continue;
        }
        let at = all.iter().position(|found| found.record == *record);
        let found = all.swap_remove(at.ok_or_else(gone_already)?);
        found.review.may_go(&found.reference)?;
        chosen.push(found);
    }
    Ok(chosen)
}

fn gone_already() -> Failure {
    Failure::refused("One of the records is not on the list any more").with_hint("Look at the list again")
}

fn erase(
    writer: &mut Writer<'_>,
    chosen: &[Found],
    rules: &RetentionRules,
    now: Moment,
) -> Result<Gone, Failure> {
    let mut records: Vec<(RecordType, Uuid)> = Vec::new();
    let mut references = Vec::new();
    for found in chosen {
        records.push((found.record.of, found.record.record));
        // Cases that were combined with it go with it.
        records.extend(found.with.iter().map(|case| (RecordType::ClosedCase, *case)));
        references.push(found.reference.clone());
        for case in writer.list_cases()?.into_iter().filter(|case| found.with.contains(&case.id.0)) {
            references.push(case.reference.to_string());
        }
    }
    let mut gone = writer.erase(&records, &references)?;
    if chosen.iter().any(|found| found.record.of == RecordType::Disclosures) {
        let keep = rules.of(RecordType::Disclosures);
        let today = london::date(now);
        let mut last = None;
        for at in writer.noted_at(&NOTES)?.into_iter().filter(|at| keep.from(london::date(*at)) <= today) {
            last = last.max(Some(at));
        }
        if let Some(last) = last {
            gone.extend(writer.erase_notes_before(Moment(last.0 + 1), &NOTES)?);
        }
    }
    Ok(gone)
}

fn disposed(found: &Found, rules: &RetentionRules) -> DisposedRecord {
    let of = found.record.of;
    // A person has no number, and initials with dates could tell who it was.
    let reference = match of {
        RecordType::Person => "a person".to_owned(),
        _ => found.reference.clone(),
    };
    DisposedRecord {
        of,
        record: found.record.record,
        reference,
        since: found.review.since,
        review_on: found.review.review_on,
        rule: rules.words(of),
    }
}

/// Backups in the hub's own folder that hold what was disposed of since they were made.
#[derive(Default)]
pub struct OldCopies {
    /// How many.
    pub number: u32,
    /// By which day the last of them is gone; absent when there is none.
    pub gone_by: Option<NaiveDate>,
    /// Before which instant they were made.
    before: Option<Moment>,
}

/// Returns the backups that hold what was disposed of since; `due_on` narrows to disposals whose copies are to be gone.
fn copies_of(desk: &Desk, due_on: Option<NaiveDate>) -> Result<OldCopies, Failure> {
    let disposals = desk.read(|reader| Ok(reader.disposed_at()?))?;
    let wanted = disposals.iter().filter(|(each, _)| due_on.is_none_or(|day| each.copies_gone_by <= day));
    let Some((_, last)) = wanted.max_by_key(|(_, at)| *at) else { return Ok(OldCopies::default()) };
    let older = crate::backups::backups(desk)?.iter().filter(|backup| backup.at < *last).count();
    let gone_by = disposals.iter().map(|(each, _)| each.copies_gone_by).max().filter(|_| older > 0);
    Ok(OldCopies { number: u32::try_from(older).unwrap_or(u32::MAX), gone_by, before: Some(*last) })
}

/// Returns the backups that hold what was disposed of since they were made.
pub fn old_copies(desk: &Desk) -> Result<OldCopies, Failure> {
    copies_of(desk, None)
}

/// Removes the backups whose day has come, once a newer one is verified; called after every backup.
pub(crate) fn let_old_copies_go(desk: &Desk) -> Result<(), Failure> {
    if let Some(before) = copies_of(desk, Some(desk.today()))?.before {
        desk.hub()?.store.remove_backups_before(before)?;
    }
    Ok(())
}

pub fn renew_backups(desk: &mut Desk, _request: Nothing) -> Result<RetentionView, Failure> {
    crate::backups::back_up(desk)?;
    if let Some(before) = old_copies(desk)?.before {
        let removed = desk.hub()?.store.remove_backups_before(before)?;
        desk.write(&["settings", "retention"], |writer, _| {
            Ok(writer.note("backups removed", None, &removed)?)
        })?;
    }
    super::get_retention(desk, Nothing {})
}
