//! Cases: the register, one case, and the work on it.

use crate::desk::Desk;
use crate::failure::Failure;
use crate::wire::everything::*;

pub fn list_cases(_desk: &mut Desk, _request: Nothing) -> Result<RegisterView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn get_case(_desk: &mut Desk, _request: GetCase) -> Result<CaseView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn add_case(_desk: &mut Desk, _request: AddCase) -> Result<CaseView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn amend_case(_desk: &mut Desk, _request: AmendCase) -> Result<CaseView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn add_case_subject(_desk: &mut Desk, _request: AddCaseSubject) -> Result<CaseView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn amend_case_subject(_desk: &mut Desk, _request: AmendCaseSubject) -> Result<CaseView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn remove_case_subject(_desk: &mut Desk, _request: RemoveCaseSubject) -> Result<CaseView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn add_score(_desk: &mut Desk, _request: AddScore) -> Result<CaseView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn close_case(_desk: &mut Desk, _request: CloseCase) -> Result<CaseView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn reopen_case(_desk: &mut Desk, _request: ReopenCase) -> Result<CaseView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn link_cases(_desk: &mut Desk, _request: LinkCases) -> Result<CaseView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn unlink_cases(_desk: &mut Desk, _request: UnlinkCases) -> Result<Nothing, Failure> {
    Err(Failure::refused("not built yet"))
}
