//! Bringing sheets in: first what was understood, row by row; then, once confirmed, all or nothing.

mod actions;
mod agencies;
mod preview;
mod register;
mod register_cases;
mod remembered;
mod understood;

pub use preview::{DryRun, dry_run, preview_import};

use std::collections::BTreeSet;

use domain::import::RowPlan;

use self::remembered::Remembered;
use self::understood::understand;
use crate::desk::{Desk, Listener, Progress};
use crate::failure::{Code, Failure};
use crate::wire::everything::*;

/// What an import wrote so far.
#[derive(Default)]
struct Written {
    added: u32,
    updated: u32,
    skipped: u32,
}

/// Steps of a long import are told this often, in rows.
const TELL_EVERY: usize = 50;

pub fn confirm_import(desk: &mut Desk, request: ConfirmImport) -> Result<ImportDone, Failure> {
    let listener = desk.listener();
    told(listener.as_ref(), (0, 0), "Reading the sheet")?;
    let understood = understand(desk, &request.preview)?.map_err(|refused| {
        let first = refused.refusals.first().map(ToString::to_string).unwrap_or_default();
        Failure::refused(format!("{first} Nothing was written"))
    })?;
    let ticked: BTreeSet<u32> = request.update_rows.iter().copied().collect();
    told(listener.as_ref(), (0, 0), "Making a backup first")?;
    let backup = crate::backups::back_up(desk)?;
    let (today, by) = (desk.today(), desk.hub()?.user.name.clone());
    let written = desk.write(&["case", "action", "agency", "order", "score", "hub"], |writer, ids| {
        let remembered = Remembered::load(writer, &understood)?;
        let plans = remembered.plans(understood.left_over());
        let total = plans.len();
        let mut written = Written::default();
        let mut scribe = understood.scribe(writer, ids, today, by)?;
        for (done, plan) in plans.iter().enumerate() {
            if done % TELL_EVERY == 0 {
                told(listener.as_ref(), (done, total), "Writing what was confirmed")?;
            }
            match plan {
                RowPlan::New { row, key } => {
                    let record = scribe.add(*row)?;
                    remembered.keep(scribe.writer(), key, *row, record)?;
                    written.added += 1;
                }
                RowPlan::Changed { row, key, changes } if ticked.contains(row) => {
                    let record = remembered
                        .record(key)
                        .ok_or_else(|| Failure::refused("That row is not known any more"))?;
                    scribe.amend(*row, record, changes)?;
                    remembered.keep(scribe.writer(), key, *row, record)?;
                    written.updated += 1;
                }
                RowPlan::Same { .. } | RowPlan::Changed { .. } => written.skipped += 1,
                RowPlan::Missing { .. } => {}
            }
        }
        scribe.finish()?;
        remembered::keep_headings(writer, &understood, &request.preview)?;
        // The last moment at which everything can still be taken back.
        told(listener.as_ref(), (total, total), "Writing what was confirmed")?;
        Ok(written)
    })?;
    Ok(ImportDone {
        words: in_words(&written),
        added: written.added,
        updated: written.updated,
        skipped: written.skipped,
        backup: backup.path,
    })
}

/// Tells how far the import has come, 0 of 0 where nobody can say; fails when it was called off.
fn told(listener: &dyn Listener, (done, total): (usize, usize), words: &str) -> Result<(), Failure> {
    if listener.progress(Progress { task: "import", done, total, words }).is_break() {
        return Err(Failure::of(Code::Cancelled, "The import was called off; nothing was written"));
    }
    Ok(())
}

fn in_words(written: &Written) -> String {
    let rows = |count: u32| domain::words::count(count as usize, "row", "rows");
    let mut parts = vec![format!("{} added", rows(written.added))];
    if written.updated > 0 {
        parts.push(format!("{} changed", rows(written.updated)));
    }
    if written.skipped > 0 {
        parts.push(format!("{} left as they were", rows(written.skipped)));
    }
    format!("{}.", domain::words::capital(&domain::words::listed(&parts)))
}
