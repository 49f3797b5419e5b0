//! Triage: to the table, back to the referrer, elsewhere; and what the agencies answer.

use domain::ids::AgencyCheckId;
use domain::referral::{AgencyCheck, CheckAnswer};
use domain::rights::Right;

use super::{CHANGED, change, get_referral, no_such_referral};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::wire::everything::*;

pub fn table_referral(desk: &mut Desk, request: TableReferral) -> Result<ReferralView, Failure> {
    if request.override_reason.is_some() {
        desk.allow(Right::OverrideGate)?;
    }
    change(desk, request.id, |mut referral, _, _| {
        referral.table(request.override_reason.as_deref())?;
        Ok(referral)
    })
}

pub fn untable_referral(desk: &mut Desk, request: GetReferral) -> Result<ReferralView, Failure> {
    change(desk, request.id, |mut referral, writer, _| {
        referral.untable()?;
        crate::agenda::take_off(writer, request.id)?;
        Ok(referral)
    })
}

pub fn return_referral(desk: &mut Desk, request: SettleReferral) -> Result<ReferralView, Failure> {
    let today = desk.today();
    let day = request.on.unwrap_or(today);
    change(desk, request.id, |mut referral, writer, _| {
        referral.decided_by(day, today)?;
        referral.return_to_referrer(&request.note, day)?;
        crate::agenda::take_off(writer, request.id)?;
        Ok(referral)
    })
}

pub fn signpost_referral(desk: &mut Desk, request: SettleReferral) -> Result<ReferralView, Failure> {
    let today = desk.today();
    let day = request.on.unwrap_or(today);
    change(desk, request.id, |mut referral, _, _| {
        referral.decided_by(day, today)?;
        referral.signpost(&request.note, day)?;
        Ok(referral)
    })
}

pub fn set_agency_check(desk: &mut Desk, request: SetAgencyCheck) -> Result<ReferralView, Failure> {
    let today = desk.today();
    desk.write(CHANGED, |writer, ids| {
        writer.get_referral(request.referral)?.ok_or_else(no_such_referral)?;
        let asked = writer.checks_of(request.referral)?;
        let known = asked.into_iter().find(|check| check.agency == request.agency);
        let mut check = known.unwrap_or_else(|| AgencyCheck {
            id: AgencyCheckId::new(&mut **ids),
            referral: request.referral,
            agency: request.agency,
            answer: CheckAnswer::NoReply,
            note: String::new(),
            replied_on: None,
        });
        check.answer(request.answer, request.replied_on, today)?;
        check.note = request.note.trim().to_owned();
        Ok(writer.put_check(&check)?)
    })?;
    get_referral(desk, GetReferral { id: request.referral })
}
