//! Actions: what agencies owe, and what became of it.

use crate::desk::Desk;
use crate::failure::Failure;
use crate::wire::everything::*;

pub fn list_actions(_desk: &mut Desk, _request: Nothing) -> Result<ActionsView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn get_action(_desk: &mut Desk, _request: GetAction) -> Result<ActionView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn add_action(_desk: &mut Desk, _request: AddAction) -> Result<ActionView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn amend_action(_desk: &mut Desk, _request: AmendAction) -> Result<ActionView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn set_action_status(_desk: &mut Desk, _request: SetActionStatus) -> Result<ActionView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn add_action_update(_desk: &mut Desk, _request: AddActionUpdate) -> Result<ActionView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn set_light(_desk: &mut Desk, _request: SetLight) -> Result<ActionView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn understand_action_line(
    _desk: &mut Desk,
    _request: UnderstandActionLine,
) -> Result<UnderstoodActionLine, Failure> {
    Err(Failure::refused("not built yet"))
}
