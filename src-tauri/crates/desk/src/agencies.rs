//! Agencies and their people.

use crate::desk::Desk;
use crate::failure::Failure;
use crate::wire::everything::*;

pub fn list_agencies(_desk: &mut Desk, _request: Nothing) -> Result<AgenciesView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn get_agency(_desk: &mut Desk, _request: GetAgency) -> Result<AgencyView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn add_agency(_desk: &mut Desk, _request: AddAgency) -> Result<AgencyView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn amend_agency(_desk: &mut Desk, _request: AmendAgency) -> Result<AgencyView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn add_officer(_desk: &mut Desk, _request: AddOfficer) -> Result<AgencyView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn amend_officer(_desk: &mut Desk, _request: AmendOfficer) -> Result<AgencyView, Failure> {
    Err(Failure::refused("not built yet"))
}
