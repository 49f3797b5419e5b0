//! The hub as a whole: creating, opening, locking, backing up.

use crate::desk::Desk;
use crate::failure::Failure;
use crate::wire::everything::*;

pub fn hub_status(_desk: &mut Desk, _request: Nothing) -> Result<HubStatus, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn create_hub(_desk: &mut Desk, _request: CreateHub) -> Result<CreatedHub, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn unlock(_desk: &mut Desk, _request: Unlock) -> Result<HubStatus, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn lock(_desk: &mut Desk, _request: Nothing) -> Result<HubStatus, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn open_sample(_desk: &mut Desk, _request: Nothing) -> Result<HubStatus, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn back_up_now(_desk: &mut Desk, _request: Nothing) -> Result<BackupMade, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn check_hub(_desk: &mut Desk, _request: Nothing) -> Result<CheckView, Failure> {
    Err(Failure::refused("not built yet"))
}
