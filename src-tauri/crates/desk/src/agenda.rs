//! The agenda builder.

use domain::ids::ReferralId;
use domain::meeting::About;
use store::Writer;

use crate::desk::Desk;
use crate::failure::Failure;
use crate::wire::everything::*;

/// Takes a referral that is no longer tabled off every agenda that is still ahead.
pub fn take_off(writer: &mut Writer<'_>, referral: ReferralId) -> Result<(), Failure> {
    for meeting in writer.list_meetings()?.into_iter().filter(|meeting| meeting.status.is_ahead()) {
        for item in writer.items_of(meeting.id)? {
            if item.about == (About::Referral { referral }) {
                writer.remove_item(item.id)?;
            }
        }
    }
    Ok(())
}

pub fn get_agenda(_desk: &mut Desk, _request: OfMeeting) -> Result<AgendaView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn propose_agenda(_desk: &mut Desk, _request: OfMeeting) -> Result<AgendaView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn add_item(_desk: &mut Desk, _request: AddItem) -> Result<AgendaView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn amend_item(_desk: &mut Desk, _request: AmendItem) -> Result<AgendaView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn move_item(_desk: &mut Desk, _request: MoveItem) -> Result<AgendaView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn remove_item(_desk: &mut Desk, _request: OfItem) -> Result<AgendaView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn issue_agenda(_desk: &mut Desk, _request: OfMeeting) -> Result<AgendaView, Failure> {
    Err(Failure::refused("not built yet"))
}

pub fn reopen_agenda(_desk: &mut Desk, _request: OfMeeting) -> Result<AgendaView, Failure> {
    Err(Failure::refused("not built yet"))
}
