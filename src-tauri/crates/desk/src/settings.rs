//! Settings, areas and the directory that pickers choose from.

use crate::desk::Desk;
use crate::failure::Failure;
use crate::wire::everything::*;

pub fn get_settings(_desk: &mut Desk, _request: Nothing) -> Result<SettingsView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn amend_settings(_desk: &mut Desk, _request: AmendSettings) -> Result<SettingsView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn add_area(_desk: &mut Desk, _request: AddArea) -> Result<SettingsView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn get_directory(_desk: &mut Desk, _request: Nothing) -> Result<Directory, Failure> {
    Err(Failure::refused("not built yet"))
}
