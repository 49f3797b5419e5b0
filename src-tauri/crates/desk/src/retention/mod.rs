//! Retention: the due list, choices for one record, disposal and its certificate.

mod certificate;
mod disposing;
mod due;
mod standing;
mod view;

use domain::ids::RetentionChoiceId;
use domain::retention::{RecordRef, RetentionChoice};
use store::Writer;

use crate::desk::Desk;
use crate::failure::Failure;
use crate::wire::everything::*;

pub use disposing::{dispose_records, renew_backups};
pub use view::get_retention;

pub(crate) use certificate::certificate;
pub(crate) use disposing::let_old_copies_go;
pub(crate) use view::due_line;

const CHANGED: &[&str] = &["retention"];

pub fn keep_record(desk: &mut Desk, request: KeepRecord) -> Result<RetentionView, Failure> {
    let (by, today) = (desk.hub()?.user.name.clone(), desk.today());
    desk.write(CHANGED, |writer, ids| {
        let found = due::found(writer, today, request.record)?;
        let id = RetentionChoiceId::new(&mut **ids);
        let until = (request.until, found.review.review_on);
        let keep = RetentionChoice::keep(id, request.record, until, &request.why, (&by, today))?;
        Ok(writer.put_retention_choice(&keep)?)
    })?;
    get_retention(desk, Nothing {})
}

pub fn hold_record(desk: &mut Desk, request: HoldRecord) -> Result<RetentionView, Failure> {
    let (by, today) = (desk.hub()?.user.name.clone(), desk.today());
    desk.write(CHANGED, |writer, ids| {
        known(writer, request.record)?;
        let id = RetentionChoiceId::new(&mut **ids);
        let hold = RetentionChoice::hold(id, request.record, request.until, &request.why, (&by, today))?;
        Ok(writer.put_retention_choice(&hold)?)
    })?;
    get_retention(desk, Nothing {})
}

/// Lets through what is in the record: a case, a referral, a person, an order or a meeting of any standing can be held.
fn known(writer: &Writer<'_>, record: RecordRef) -> Result<(), Failure> {
    match standing::is_there(writer, record)? {
        true => Ok(()),
        false => Err(Failure::refused("That record is not there any more")),
    }
}

pub fn lift_hold(desk: &mut Desk, request: LiftHold) -> Result<RetentionView, Failure> {
    let (by, today) = (desk.hub()?.user.name.clone(), desk.today());
    desk.write(CHANGED, |writer, _| {
        let found = writer.get_retention_choice(request.id)?;
        let mut hold = found.ok_or_else(|| Failure::refused("That hold is not in the record"))?;
        hold.lift(&request.why, (&by, today))?;
        Ok(writer.put_retention_choice(&hold)?)
    })?;
    get_retention(desk, Nothing {})
}
