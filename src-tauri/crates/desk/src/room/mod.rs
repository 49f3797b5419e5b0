//! The meeting room: running the meeting, and what the console shows of it.

mod attending;
mod copying;
mod current;
mod deciding;
mod interrupted;
mod loaded;
mod noting;
mod open_ends;
mod sharing;
mod showing;
mod telling;
mod view;
mod walking;

pub use attending::{
    add_attendance, attendance_lines, entry_of, read_declaration, usual_people, withdraw_attendance,
};
pub use copying::copy_out;
pub use current::{heading_line, last_decided};
pub use deciding::{decide, withdraw_decision};
pub use interrupted::{settle_interruptions, words as words_of_interruption};
pub use loaded::Loaded;
pub use noting::{
    add_key_point, add_written_update, amend_written_update, show_key_point, show_written_update,
    withdraw_key_point, withdraw_written_update,
};
pub use open_ends::get_open_ends;
pub use sharing::{share_scoring, unshare_scoring};
pub use showing::{blank_projector, overrule_observer, raise_child, set_projector_level, show_on_projector};
pub use telling::note_told;
pub use view::get_room;
pub use walking::{begin_meeting, conclude_meeting, go_to_item, pause_clock};

use domain::ids::{ItemId, MeetingId};
use domain::meeting::{Item, Meeting, MeetingStatus, RoomState};
use store::{Reader, Writer};

use crate::desk::{Desk, Identifiers};
use crate::failure::Failure;
use crate::meetings::{chair_of, kept};
use crate::wire::everything::*;

/// The record as the room holds it while it writes.
struct Room<'a, 'store> {
    writer: &'a mut Writer<'store>,
    ids: &'a mut Identifiers,
    meeting: Meeting,
    state: RoomState,
}

impl Room<'_, '_> {
    /// Writes where the room stands.
    fn keep_state(&mut self) -> Result<(), Failure> {
        self.writer.put_room_state(&self.state)?;
        Ok(())
    }

    /// Returns an item of this meeting.
    fn item(&self, id: ItemId) -> Result<Item, Failure> {
        let item = self.writer.get_item(id)?.filter(|item| item.meeting == self.meeting.id);
        item.ok_or_else(|| Failure::refused("That item is not on this meeting’s agenda"))
    }
}

/// Changes the room of a running meeting in the name of its chair, and gives the room's view back.
fn change(
    desk: &mut Desk,
    meeting: MeetingId,
    work: impl FnOnce(&mut Room<'_, '_>) -> Result<(), Failure>,
) -> Result<RoomView, Failure> {
    let chair = chair_of(desk, Some(meeting))?;
    desk.write_in_name_of(
        chair.as_deref(),
        &["room", "meeting", "case", "action", "order", "referral"],
        |writer, ids| {
            let kept = kept(writer, meeting)?;
            if kept.status != MeetingStatus::Running {
                let words = format!("The meeting is {}, not running", kept.status.words());
                return Err(Failure::refused(words));
            }
            let state = state_of(writer, &kept)?;
            work(&mut Room { writer, ids, meeting: kept, state })
        },
    )?;
    get_room(desk, OfMeeting { meeting })
}

/// Returns the meeting that an item stands on.
fn meeting_of(desk: &Desk, item: ItemId) -> Result<MeetingId, Failure> {
    desk.read(|reader| {
        let item = reader.get_item(item)?;
        item.map(|item| item.meeting)
            .ok_or_else(|| Failure::refused("That item is not on the agenda any more"))
    })
}

/// Returns where the room stands; before it was entered: at no item, blank, at initials.
fn state_of(reader: &Reader<'_>, meeting: &Meeting) -> Result<RoomState, Failure> {
    let kept = reader.room_state(meeting.id)?;
    Ok(kept.unwrap_or_else(|| RoomState::of_new_room(meeting.id)))
}
