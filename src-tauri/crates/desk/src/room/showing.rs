//! What goes on the projector, and at which level.

use domain::disclosure::Level;
use domain::ids::ItemId;
use serde::Serialize;

use super::{Loaded, Room, change, get_room};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::item_facts::ItemFacts;
use crate::wire::everything::*;

/// What the audit holds of a projection: showing is disclosing.
#[derive(Serialize)]
struct Projection {
    item: u32,
    heading: String,
    level: Level,
    observer_present: bool,
    overruled_because: Option<String>,
    scoring_shared: bool,
}

/// Notes what the projector shows now; nothing while it is blank.
pub(super) fn note_projection(room: &mut Room<'_, '_>) -> Result<(), Failure> {
    let Some(item) = room.state.projected.filter(|_| !room.state.blank) else { return Ok(()) };
    let shown = room.writer.get_item(item)?.filter(|item| item.meeting == room.meeting.id);
    let Some(shown) = shown else { return Ok(()) };
    let only = vec![ItemFacts::load(room.writer, shown)?];
    let loaded = Loaded::with(room.writer, room.meeting.clone(), only)?;
    let Some(facts) = loaded.facts(item) else { return Ok(()) };
    let (level, _) = loaded.level_of(&room.state, facts);
    let note = Projection {
        item: facts.item.position,
        heading: facts.heading(),
        level,
        observer_present: loaded.is_observed(facts),
        overruled_because: room.state.observer_override.clone(),
        scoring_shared: room.state.shared_scoring().is_some(),
    };
    Ok(room.writer.note("projection", Some(item.0), &note)?)
}

impl Room<'_, '_> {
    /// Writes where the room stands, and notes what the projector shows then.
    pub(super) fn keep_shown(&mut self) -> Result<(), Failure> {
        self.keep_state()?;
        note_projection(self)
    }
}

pub fn show_on_projector(desk: &mut Desk, request: ShowOnProjector) -> Result<RoomView, Failure> {
    let blanks = request.item.is_none();
    // Because a full disk must not keep a name on the wall, the audience sees nothing before anything is written.
    if blanks {
        desk.withhold_projector(true);
    }
    let meeting = request.meeting;
    let mut shown = put_on_projector(desk, request);
    match &shown {
        Ok(_) if desk.withholds_projector() => {
            desk.withhold_projector(false);
            // Because the view that came back still withholds what is shown now.
            if !blanks {
                shown = get_room(desk, OfMeeting { meeting });
            }
        }
        Err(_) if blanks => desk.tell(&["room"]),
        Ok(_) | Err(_) => {}
    }
    shown.map_err(|failure| match blanks {
        true => failure.with_hint("The projector is blank all the same, until something is shown again"),
        false => failure,
    })
}

fn put_on_projector(desk: &mut Desk, request: ShowOnProjector) -> Result<RoomView, Failure> {
    change(desk, request.meeting, |room| {
        match request.item {
            None => room.state.blank_projector(),
            Some(id) => {
                // Never an item that is still to come: people in the room are not there for it yet.
                if room.item(id)?.began_at.is_none() {
                    return Err(Failure::refused("Only an item that the room has come to is shown"));
                }
                room.state.project(id);
            }
        }
        room.keep_shown()
    })
}

/// Blanks the projector of the meeting that is running, because nobody steers it; without one it is blank already.
pub fn blank_projector(desk: &mut Desk) -> Result<(), Failure> {
    let running = desk.read(|reader| Ok(reader.running_room()?))?;
    let Some(meeting) = running.map(|state| state.meeting) else { return Ok(()) };
    show_on_projector(desk, ShowOnProjector { meeting, item: None }).map(drop)
}

pub fn set_projector_level(desk: &mut Desk, request: SetProjectorLevel) -> Result<RoomView, Failure> {
    change(desk, request.meeting, |room| {
        match request.item {
            None => room.state.level = request.level,
            Some(id) => set_item_level(room, id, request.level)?,
        }
        room.keep_shown()
    })
}

fn set_item_level(room: &mut Room<'_, '_>, id: ItemId, level: Level) -> Result<(), Failure> {
    let mut item = room.item(id)?;
    item.level = Some(level);
    room.writer.put_item(&item)?;
    Ok(())
}

pub fn raise_child(desk: &mut Desk, request: RaiseChild) -> Result<RoomView, Failure> {
    change(desk, request.meeting, |room| {
        crate::cases::kept(room.writer, request.case)?;
        if !room.state.raised.contains(&request.case) {
            room.state.raised.push(request.case);
        }
        room.keep_shown()
    })
}

pub fn overrule_observer(desk: &mut Desk, request: OverruleObserver) -> Result<RoomView, Failure> {
    change(desk, request.meeting, |room| {
        let reason = request.reason.trim();
        room.state.observer_override = (!reason.is_empty()).then(|| reason.to_owned());
        room.keep_shown()
    })
}
