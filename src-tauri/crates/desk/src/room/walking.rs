//! Going through the agenda: beginning, going to an item, the clock, concluding.

use domain::ids::ItemId;
use domain::meeting::{Meeting, MeetingStatus, RoomState};
use domain::moment::Moment;

use super::{Room, change, get_open_ends, get_room, state_of};
use crate::desk::Desk;
use crate::failure::{Code, Failure};
use crate::meetings::{chair_of, kept};
use crate::wire::everything::*;

/// So many open ends are named in a question; the room's view lists them all.
const NAMED_ENDS: usize = 3;

pub fn begin_meeting(desk: &mut Desk, request: OfMeeting) -> Result<RoomView, Failure> {
    let (now, today) = (desk.now(), desk.today());
    let chair = chair_of(desk, Some(request.meeting))?;
    desk.write_in_name_of(chair.as_deref(), &["room", "meeting"], |writer, ids| {
        let running = |each: &Meeting| each.status == MeetingStatus::Running && each.id != request.meeting;
        if let Some(other) = writer.list_meetings()?.into_iter().find(running) {
            let day = domain::words::full_date(other.date);
            return Err(Failure::refused(format!(
                "The meeting of {day} is still running; conclude it first"
            )));
        }
        let mut meeting = kept(writer, request.meeting)?;
        let items = writer.items_of(meeting.id)?;
        let Some(first) = items.first() else {
            return Err(Failure::refused("The agenda is empty")
                .with_hint("Propose it, or add what is to be spoken of"));
        };
        meeting.begin(now, today)?;
        writer.put_meeting(&meeting)?;
        let state = state_of(writer, &meeting)?;
        let mut room = Room { writer, ids, meeting, state };
        room.enter(first.id, now)
    })?;
    get_room(desk, request)
}

impl Room<'_, '_> {
    /// Comes to an item: its clock runs, and the projector is blank until the item is put there.
    fn enter(&mut self, id: ItemId, now: Moment) -> Result<(), Failure> {
        let mut item = self.item(id)?;
        item.began_at = item.began_at.or(Some(now));
        self.writer.put_item(&item)?;
        self.state = RoomState { item: Some(id), running_since: Some(now), ..self.state.clone() };
        self.state.blank_projector();
        self.keep_state()
    }

    /// Leaves the current item; nothing happens when the room is at none.
    fn leave(&mut self, now: Moment) -> Result<(), Failure> {
        let Some(id) = self.state.item else { return Ok(()) };
        // The item may have been taken off the agenda meanwhile, and then its time is nobody's.
        if let Some(mut item) = self.writer.get_item(id)? {
            item.spent_ms += self.state.running_ms(now);
            item.left_at = Some(now);
            self.writer.put_item(&item)?;
        }
        self.state.item = None;
        self.state.running_since = None;
        self.state.blank_projector();
        self.keep_state()
    }
}

pub fn go_to_item(desk: &mut Desk, request: GoToItem) -> Result<RoomView, Failure> {
    let now = desk.now();
    change(desk, request.meeting, |room| {
        if request.item.is_some() && request.item == room.state.item {
            return Ok(());
        }
        if let Some(item) = request.item {
            room.item(item)?;
        }
        room.leave(now)?;
        match request.item {
            Some(item) => {
                // Who comes to an item in the room sees its record, as on its own page.
                room.writer.note(crate::access::VIEW, Some(item.0), &"item")?;
                room.enter(item, now)
            }
            None => Ok(()),
        }
    })
}

pub fn pause_clock(desk: &mut Desk, request: PauseClock) -> Result<RoomView, Failure> {
    let now = desk.now();
    change(desk, request.meeting, |room| {
        let Some(id) = room.state.item else { return Ok(()) };
        let mut item = room.item(id)?;
        item.spent_ms += room.state.running_ms(now);
        room.writer.put_item(&item)?;
        room.state.running_since = (!request.paused).then_some(now);
        room.keep_state()
    })
}

pub fn conclude_meeting(desk: &mut Desk, request: ConcludeMeeting) -> Result<RoomView, Failure> {
    let now = desk.now();
    let open = get_open_ends(desk, OfMeeting { meeting: request.meeting })?.ends;
    let concluded = change(desk, request.meeting, |room| {
        if !request.with_open_ends && !open.is_empty() {
            return Err(unsettled(&open));
        }
        room.leave(now)?;
        room.meeting.become_status(MeetingStatus::Concluded)?;
        room.meeting.concluded_at = Some(now);
        room.writer.put_meeting(&room.meeting)?;
        crate::replies::forget_email(room.writer, room.meeting.id)
    })?;
    // Or the next look would take the meeting's own time for sleep, and lock what is being written up.
    desk.take_clock();
    desk.ask_for_copy();
    Ok(concluded)
}

fn unsettled(open: &[OpenEnd]) -> Failure {
    let named: Vec<&str> = open.iter().take(NAMED_ENDS).map(|end| end.words.as_str()).collect();
    let more = open.len().saturating_sub(NAMED_ENDS);
    let rest = if more > 0 { format!("; and {more} more") } else { String::new() };
    let count = domain::words::count(open.len(), "thing is not settled", "things are not settled");
    Failure::of(Code::OpenEnds, format!("{count}. {}{rest}", named.join("; ")))
        .with_hint("Settle them, or conclude all the same; the minutes say so")
}
