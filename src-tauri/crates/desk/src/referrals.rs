//! Referrals: form, triage, checks.

use crate::desk::Desk;
use crate::failure::Failure;
use crate::wire::everything::*;

pub fn list_referrals(_desk: &mut Desk, _request: Nothing) -> Result<ReferralsView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn get_referral(_desk: &mut Desk, _request: GetReferral) -> Result<ReferralView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn add_referral(_desk: &mut Desk, _request: ReferralForm) -> Result<ReferralView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn amend_referral(_desk: &mut Desk, _request: AmendReferral) -> Result<ReferralView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn table_referral(_desk: &mut Desk, _request: TableReferral) -> Result<ReferralView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn untable_referral(_desk: &mut Desk, _request: GetReferral) -> Result<ReferralView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn return_referral(_desk: &mut Desk, _request: SettleReferral) -> Result<ReferralView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn signpost_referral(_desk: &mut Desk, _request: SettleReferral) -> Result<ReferralView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn set_agency_check(_desk: &mut Desk, _request: SetAgencyCheck) -> Result<ReferralView, Failure> {
    Err(Failure::refused("not built yet"))
}
