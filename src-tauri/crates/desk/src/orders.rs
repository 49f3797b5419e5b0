//! Orders and interventions.

use crate::desk::Desk;
use crate::failure::Failure;
use crate::wire::everything::*;

pub fn list_orders(_desk: &mut Desk, _request: Nothing) -> Result<OrdersView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn add_order(_desk: &mut Desk, _request: AddOrder) -> Result<OrderRow, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn amend_order(_desk: &mut Desk, _request: AmendOrder) -> Result<OrderRow, Failure> {
    Err(Failure::refused("not built yet"))
}
