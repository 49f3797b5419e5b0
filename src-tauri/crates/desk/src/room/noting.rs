//! Key points and written updates.

use domain::ids::{ItemId, KeyPointId, MeetingId, WrittenUpdateId};
use domain::meeting::{KeyPoint, WrittenUpdate};
use store::{Reader, Writer};

use super::{change, get_room, meeting_of, showing};
use crate::desk::{Desk, Identifiers};
use crate::failure::Failure;
use crate::meetings::{chair_of, kept};
use crate::wire::everything::*;

fn said(text: &str) -> Result<String, Failure> {
    match text.trim() {
        "" => Err(Failure::refused("Write what was said").at("text")),
        text => Ok(text.to_owned()),
    }
}

pub fn add_key_point(desk: &mut Desk, request: AddKeyPoint) -> Result<RoomView, Failure> {
    let at = desk.now();
    let text = said(&request.text)?;
    let meeting = meeting_of(desk, request.item)?;
    change(desk, meeting, |room| {
        let before = room.writer.key_points_of_item(request.item)?;
        let serial = before.iter().map(|point| point.serial).max().unwrap_or(0) + 1;
        let id = KeyPointId::new(&mut **room.ids);
        let point = KeyPoint { id, item: request.item, serial, text, shown: false, withdrawn: false, at };
        room.writer.add_key_point(&point)?;
        forget_draft(room.writer, request.item, &point.text)
    })
}

/// Forgets what the journal holds of a key point with the same write that stores it, because a program that is killed between
/// the two would offer it again. What was typed on behind the stored words stays; anything else is what they were typed over.
fn forget_draft(writer: &mut Writer<'_>, item: ItemId, stored: &str) -> Result<(), Failure> {
    let key = format!("room/{item}/key_point");
    let kept = writer.drafts(&key)?;
    let rest = kept.iter().find_map(|draft| draft.text.trim_start().strip_prefix(stored)).unwrap_or_default();
    Ok(writer.save_draft(&key, rest.trim_start())?)
}

/// Returns the running meeting in which a key point was noted.
fn meeting_of_point(desk: &Desk, id: KeyPointId) -> Result<MeetingId, Failure> {
    desk.read(|reader| {
        for meeting in in_hand(reader)? {
            if reader.key_points_of(meeting)?.iter().any(|point| point.id == id) {
                return Ok(meeting);
            }
        }
        Err(Failure::refused("That key point is not one of the running meeting"))
    })
}

/// Returns the meetings whose room can still be worked in, the running one first.
fn in_hand(reader: &Reader<'_>) -> Result<Vec<MeetingId>, Failure> {
    let mut ahead: Vec<_> =
        reader.list_meetings()?.into_iter().filter(|meeting| meeting.status.is_ahead()).collect();
    ahead.sort_by_key(|meeting| meeting.began_at.is_none());
    Ok(ahead.into_iter().map(|meeting| meeting.id).collect())
}

pub fn withdraw_key_point(desk: &mut Desk, request: OfKeyPoint) -> Result<RoomView, Failure> {
    let meeting = meeting_of_point(desk, request.id)?;
    change(desk, meeting, |room| {
        room.writer.show_key_point(request.id, false)?;
        room.writer.withdraw_key_point(request.id)?;
        Ok(())
    })
}

pub fn show_key_point(desk: &mut Desk, request: ShowKeyPoint) -> Result<RoomView, Failure> {
    let meeting = meeting_of_point(desk, request.id)?;
    change(desk, meeting, |room| {
        room.writer.show_key_point(request.id, request.shown)?;
        showing::note_projection(room)
    })
}

fn sent(text: &str) -> Result<String, Failure> {
    match text.trim() {
        "" => Err(Failure::refused("Write what the agency sent").at("text")),
        text => Ok(text.to_owned()),
    }
}

/// Changes the written updates of a meeting that is still ahead or running, in the name of its chair.
fn change_updates(
    desk: &mut Desk,
    meeting: MeetingId,
    work: impl FnOnce(&mut Writer<'_>, &mut Identifiers) -> Result<(), Failure>,
) -> Result<RoomView, Failure> {
    let chair = chair_of(desk, Some(meeting))?;
    desk.write_in_name_of(chair.as_deref(), &["room", "meeting", "case"], |writer, ids| {
        let meeting = kept(writer, meeting)?;
        if !meeting.status.is_ahead() {
            return Err(Failure::refused(format!("The meeting is {}", meeting.status.words())));
        }
        work(writer, ids)
    })?;
    get_room(desk, OfMeeting { meeting })
}

pub fn add_written_update(desk: &mut Desk, request: AddWrittenUpdate) -> Result<RoomView, Failure> {
    let at = desk.now();
    let text = sent(&request.text)?;
    change_updates(desk, request.meeting, |writer, ids| {
        crate::cases::kept(writer, request.case)?;
        let id = WrittenUpdateId::new(&mut **ids);
        let (meeting, case, agency) = (request.meeting, request.case, request.agency);
        writer.add_written_update(&WrittenUpdate { id, meeting, case, agency, text, shown: false, at })?;
        Ok(())
    })
}

/// Puts other words in the place of an update: it is added anew and the former one is taken back, so that both stay in
/// the history. What stood on the projector has to be put there again.
pub fn amend_written_update(desk: &mut Desk, request: AmendWrittenUpdate) -> Result<RoomView, Failure> {
    let at = desk.now();
    let text = sent(&request.text)?;
    let meeting = meeting_of_update(desk, request.id)?;
    change_updates(desk, meeting, |writer, ids| {
        let before = writer.written_updates_of(meeting)?.into_iter().find(|update| update.id == request.id);
        let Some(before) = before else { return Ok(()) };
        if before.text == text {
            return Ok(());
        }
        let id = WrittenUpdateId::new(&mut **ids);
        writer.remove_written_update(before.id)?;
        writer.add_written_update(&WrittenUpdate { id, text, shown: false, at, ..before })?;
        Ok(())
    })
}

pub fn withdraw_written_update(desk: &mut Desk, request: OfWrittenUpdate) -> Result<RoomView, Failure> {
    let meeting = meeting_of_update(desk, request.id)?;
    change_updates(desk, meeting, |writer, _| {
        writer.remove_written_update(request.id)?;
        Ok(())
    })
}

pub fn show_written_update(desk: &mut Desk, request: ShowWrittenUpdate) -> Result<RoomView, Failure> {
    let meeting = meeting_of_update(desk, request.id)?;
    change(desk, meeting, |room| {
        room.writer.show_written_update(request.id, request.shown)?;
        showing::note_projection(room)
    })
}

fn meeting_of_update(desk: &Desk, id: WrittenUpdateId) -> Result<MeetingId, Failure> {
    desk.read(|reader| {
        for meeting in in_hand(reader)? {
            if reader.written_updates_of(meeting)?.iter().any(|update| update.id == id) {
                return Ok(meeting);
            }
        }
        Err(Failure::refused("That update was not sent for the running meeting"))
    })
}
