//! The room as the console shows it.

use domain::agenda::{Forecast, Paced, arrivals, forecast};
use domain::attendance::standing;
use domain::clock_time::ClockTime;
use domain::ids::{AgencyId, ItemId};
use domain::meeting::{Group, Meeting, MeetingStatus, RoomState};
use domain::moment::Moment;
use domain::redaction::Known;
use domain::room::level_words;
use store::Reader;

use super::{Loaded, attending, current, interrupted, state_of};
use crate::action_rows::RowMaker;
use crate::agenda::Visitors;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::item_facts::{ItemFacts, slots};
use crate::london;
use crate::meetings;
use crate::names::Names;
use crate::wire::everything::*;

pub fn get_room(desk: &mut Desk, request: OfMeeting) -> Result<RoomView, Failure> {
    let (now, today, clock) = (desk.now(), desk.today(), desk.clock());
    let (interruptions, withheld) = (desk.interruptions(), desk.withholds_projector());
    // Also while the projector is blank, so that the first item that is put there need not wait for it.
    let known = desk.known()?;
    desk.read(|reader| {
        let loaded = Loaded::load_kept(desk, reader, meetings::kept(reader, request.meeting)?)?;
        let mut state = state_of(reader, &loaded.meeting)?;
        if withheld {
            state.blank_projector();
        }
        let rows = RowMaker::load_kept(desk, reader, today)?;
        let settings = reader.settings()?;
        let pace = pace(&loaded, &state, now);
        let visitors = Visitors::load(reader, rows.names(), &loaded.meeting)?;
        let at = state.item.and_then(|item| loaded.facts(item));
        let current = match at {
            Some(facts) => {
                let raised = facts.item.about.case().is_some_and(|case| state.raised.contains(&case));
                Some(current::current(reader, &rows, &loaded, facts, raised, today)?)
            }
            None => None,
        };
        Ok(RoomView {
            changes: desk.changes(),
            meeting: meetings::row_of(&loaded.meeting, loaded.items.iter().map(|facts| &facts.item)),
            marking: settings.shown_marking(),
            clock,
            interruptions: if loaded.meeting.status == MeetingStatus::Running {
                interrupted::told(&state, interruptions)
            } else {
                Vec::new()
            },
            arrivals: told(&loaded, &state, &pace, clock, &visitors, rows.names()),
            items: items(&loaded, &state, rows.names(), now),
            forecasts: pace.starts,
            groups: groups(&loaded),
            behind_minutes: pace.behind,
            ends: pace.ends,
            current,
            attendance: attending::attendance(rows.names(), &loaded, &visitors),
            declaration: settings.declaration.clone(),
            declaration_read_at: loaded.meeting.declaration_read_at,
            projector: projector(reader, &rows, &known, &loaded, &state, at)?,
            single_letter_keys: settings.single_letter_keys,
        })
    })
}

fn pace(loaded: &Loaded, state: &RoomState, now: Moment) -> Forecast {
    let paced: Vec<Paced> = loaded
        .items
        .iter()
        .map(|facts| Paced {
            minutes: facts.item.minutes,
            began: facts.item.began_at.map(london::time),
            current: state.item == Some(facts.item.id),
            spent: u32::try_from(spent_ms(facts, state, now) / 1000).unwrap_or(u32::MAX),
            fixed_at: facts.item.fixed_at,
        })
        .collect();
    forecast(loaded.meeting.starts, forecast_from(&loaded.meeting, now), &paced)
}

/// Returns the second of the day to forecast from: a meeting that is over stands still, and on another day than its own,
/// before it begins, the plan holds.
fn forecast_from(meeting: &Meeting, now: Moment) -> u32 {
    if meeting.concluded_at.is_none() && meeting.began_at.is_none() && london::date(now) != meeting.date {
        meeting.starts.minutes() * 60
    } else {
        london::second(meeting.concluded_at.unwrap_or(now))
    }
}

/// Returns the milliseconds spent on an item until now.
fn spent_ms(facts: &ItemFacts, state: &RoomState, now: Moment) -> i64 {
    let running = if state.item == Some(facts.item.id) { state.running_ms(now) } else { 0 };
    facts.item.spent_ms + running
}

fn items(loaded: &Loaded, state: &RoomState, names: &Names, now: Moment) -> Vec<RoomItem> {
    let each = loaded.items.iter();
    each.map(|facts| {
        let item = &facts.item;
        let is_current = state.item == Some(item.id);
        RoomItem {
            id: item.id,
            position: item.position,
            group: item.group,
            reference: facts.reference(),
            words: facts.words(names, loaded.meeting.date),
            minutes: item.minutes,
            spent_seconds: u32::try_from(spent_ms(facts, state, now) / 1000).unwrap_or(u32::MAX),
            running_since: state.running_since.filter(|_| is_current),
            state: match (is_current, item.began_at) {
                (true, _) => RoomItemState::Current,
                (false, Some(_)) => RoomItemState::Done,
                (false, None) => RoomItemState::Ahead,
            },
            decided: !item.asks_decision() || loaded.decision(item.id).is_some(),
        }
    })
    .collect()
}

/// Returns the parts of the agenda that have items, in their order.
fn groups(loaded: &Loaded) -> Vec<RoomGroup> {
    let mut groups: Vec<Group> = loaded.items.iter().map(|facts| facts.item.group).collect();
    groups.dedup();
    groups.into_iter().map(|group| RoomGroup { group, words: group.words().to_owned() }).collect()
}

/// Returns whom to tell that they are to come at another time than they last heard: agencies that come for their own items,
/// the one in hand among them, wrote nothing instead and are not there yet. Each is told of its first item from here.
fn told(
    loaded: &Loaded,
    state: &RoomState,
    pace: &Forecast,
    clock: ClockTime,
    visitors: &Visitors,
    names: &Names,
) -> Vec<RoomArrival> {
    if loaded.meeting.status != MeetingStatus::Running {
        return Vec::new();
    }
    let entered = standing(&loaded.attendance);
    let awaited = |facts: &ItemFacts| -> Vec<AgencyId> {
        let mut coming = visitors.coming_for(facts);
        coming.retain(|agency| !entered.iter().any(|entry| entry.agency == Some(*agency)));
        coming
    };
    let each = loaded.items.iter().zip(slots(&loaded.meeting, &loaded.items)).zip(&pace.starts);
    let in_hand = |facts: &ItemFacts| state.item == Some(facts.item.id);
    // Because an item that the room came back to began long ago, and is wanted now.
    let returned = |facts: &ItemFacts| in_hand(facts) && facts.item.spent_ms > 0;
    let from_here: Vec<_> = each
        .filter(|((facts, _), _)| facts.item.began_at.is_none() || in_hand(facts))
        .map(|((facts, slot), now)| (slot.starts, if returned(facts) { clock } else { *now }, awaited(facts)))
        .collect();
    let arrivals = arrivals(&from_here, &state.told).into_iter();
    arrivals
        .map(|arrival| RoomArrival {
            agency: arrival.agency,
            planned: arrival.planned,
            now: arrival.now,
            words: arrival.words(names.short(Some(arrival.agency))),
        })
        .collect()
}

/// Returns what the projector shows; the level is told of the item that is on it, or else of the current one.
fn projector(
    reader: &Reader<'_>,
    rows: &RowMaker,
    known: &Known,
    loaded: &Loaded,
    state: &RoomState,
    at: Option<&ItemFacts>,
) -> Result<ProjectorState, Failure> {
    let shown: Option<ItemId> = state.projected.filter(|_| !state.blank);
    let facts = shown.and_then(|item| loaded.facts(item)).or(at);
    let (level, limit) = facts.map_or((state.level, None), |facts| loaded.level_of(state, facts));
    Ok(ProjectorState {
        blank: shown.is_none(),
        item: shown,
        chosen: state.level,
        level,
        limit,
        words: level_words(level, limit),
        scoring: state.shared_scoring().is_some(),
        view: crate::projector::view(reader, rows, known, loaded, state)?,
    })
}
