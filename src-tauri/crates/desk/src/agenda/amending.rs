//! Changing an agenda: its items, their places and who is there throughout; issuing it and taking it back.

use chrono::NaiveDate;
use domain::agenda::{moved, regrouped};
use domain::ids::ItemId;
use domain::issue::IssuedPaper;
use domain::meeting::{About, Group, Item, Meeting, MeetingStatus, Need, PresenceHere};
use store::{Reader, Writer};

use super::building::{
    CHANGED, changeable, checked_time, keep_order, kept_item, minutes_given, places, renumber, was_taken_up,
};
use super::gathering::Gathered;
use super::get_agenda;
use super::planning::forget_order_before;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::issues::freeze;
use crate::meetings::kept;
use crate::names::Names;
use crate::wire::everything::*;

/// Changes the agenda that an item stands on and gives its view back.
fn change(
    desk: &mut Desk,
    id: ItemId,
    work: impl FnOnce(&mut Writer<'_>, &Meeting, Item, Vec<Item>) -> Result<(), Failure>,
) -> Result<AgendaView, Failure> {
    let meeting = desk.write(CHANGED, |writer, _| {
        let item = kept_item(writer, id)?;
        let meeting = changeable(writer, item.meeting)?;
        let items = writer.items_of(meeting.id)?;
        work(writer, &meeting, item, items)?;
        Ok(meeting.id)
    })?;
    get_agenda(desk, OfMeeting { meeting })
}

pub fn amend_item(desk: &mut Desk, request: AmendItem) -> Result<AgendaView, Failure> {
    let today = desk.today();
    change(desk, request.item, |writer, meeting, item, items| {
        let minutes = minutes_given(Some(request.minutes), || item.minutes)?;
        let title = request.title.map_or_else(|| item.title.clone(), |title| title.trim().to_owned());
        if item.about == About::Other && title.is_empty() {
            return Err(Failure::refused("Give the item a title").at("title"));
        }
        let fixed_at = match request.fixed_at == item.fixed_at {
            true => item.fixed_at,
            false => checked_time(item.about, request.fixed_at, meeting)?,
        };
        let let_go = item.pinned && !request.pinned && request.group == item.group;
        let group = if let_go { usual_part(writer, &item, meeting, today)? } else { request.group };
        let (id, depth, pinned, needs) =
            (item.id, request.depth, request.pinned, checked_needs(writer, request.needs)?);
        let before = places(&items);
        let order = regrouped(before.clone(), id, group);
        writer.put_item(&Item { title, depth, minutes, fixed_at, pinned, needs, ..item })?;
        keep_order(writer, meeting.id, &order)?;
        if order == before { Ok(()) } else { forget_order_before(writer, meeting.id) }
    })
}

/// Returns what the user says of agencies, each named once, or refuses one that is not in the list.
fn checked_needs(reader: &Reader<'_>, needs: Vec<Need>) -> Result<Vec<Need>, Failure> {
    let names = Names::load(reader)?;
    let mut said: Vec<Need> = Vec::new();
    for need in needs {
        if !names.agencies.contains_key(&need.agency) {
            return Err(Failure::refused("That agency is not in the list").at("needs"));
        }
        said.retain(|each| each.agency != need.agency);
        said.push(need);
    }
    Ok(said)
}

/// Returns the part that an item stands in by what it is about: a move by hand may have taken it into another.
fn usual_part(
    reader: &Reader<'_>,
    item: &Item,
    meeting: &Meeting,
    today: NaiveDate,
) -> Result<Group, Failure> {
    Ok(match item.about {
        About::Welcome | About::MattersArising => Group::Opening,
        About::Referral { .. } => Group::Referrals,
        About::OrdersDue => Group::Others,
        About::Case { case } => {
            let gathered = Gathered::load(reader, &Names::load(reader)?, meeting, today)?;
            let open = gathered.cases.iter().find(|open| open.facts.case.id == case);
            open.map_or(item.group, |open| gathered.wanted(open).group())
        }
        About::Break | About::Other => item.group,
    })
}

pub fn move_item(desk: &mut Desk, request: MoveItem) -> Result<AgendaView, Failure> {
    change(desk, request.item, |writer, meeting, item, items| {
        let order = moved(places(&items), item.id, request.to);
        writer.put_item(&Item { pinned: true, ..item })?;
        keep_order(writer, meeting.id, &order)?;
        forget_order_before(writer, meeting.id)
    })
}

pub fn set_presence(desk: &mut Desk, request: SetPresence) -> Result<AgendaView, Failure> {
    desk.write(CHANGED, |writer, _| {
        let mut meeting = changeable(writer, request.meeting)?;
        let names = Names::load(writer)?;
        let agency = names.agencies.get(&request.agency).ok_or_else(crate::agencies::no_such_agency)?;
        meeting.presences.retain(|here| here.agency != agency.id);
        if let Some(presence) = request.presence.filter(|presence| *presence != agency.presence) {
            meeting.presences.push(PresenceHere { agency: agency.id, presence });
        }
        Ok(writer.put_meeting(&meeting)?)
    })?;
    get_agenda(desk, OfMeeting { meeting: request.meeting })
}

pub fn remove_item(desk: &mut Desk, request: OfItem) -> Result<AgendaView, Failure> {
    change(desk, request.item, |writer, meeting, item, _| {
        if was_taken_up(writer, &item)? {
            return Err(Failure::refused("The room has come to this item already; it stays in the minutes"));
        }
        writer.remove_item(item.id)?;
        renumber(writer, meeting.id)
    })
}

pub fn issue_agenda(desk: &mut Desk, request: OfMeeting) -> Result<AgendaView, Failure> {
    let (now, by) = (desk.now(), desk.hub()?.user.name.clone());
    desk.write(CHANGED, |writer, ids| {
        let mut meeting = kept(writer, request.meeting)?;
        if writer.items_of(meeting.id)?.is_empty() {
            return Err(Failure::refused("The agenda is empty")
                .with_hint("Propose it, or add what is to be spoken of"));
        }
        // An agenda that is out already goes out once more: what changed since makes a late sheet.
        if meeting.status != MeetingStatus::Issued {
            meeting.become_status(MeetingStatus::Issued)?;
        }
        // The day of the first issue stays, because lights and lateness are read on it and would all differ otherwise.
        let first = writer.issues_of(meeting.id, IssuedPaper::Agenda)?.into_iter().next();
        meeting.issued_at = Some(first.map_or(now, |first| first.at));
        writer.put_meeting(&meeting)?;
        freeze(writer, ids, &meeting, IssuedPaper::Agenda, &by, now)
    })?;
    get_agenda(desk, request)
}

pub fn reopen_agenda(desk: &mut Desk, request: OfMeeting) -> Result<AgendaView, Failure> {
    desk.write(CHANGED, |writer, _| {
        let mut meeting = kept(writer, request.meeting)?;
        meeting.become_status(MeetingStatus::Planned)?;
        meeting.issued_at = None;
        meeting.cancelled_because = String::new();
        Ok(writer.put_meeting(&meeting)?)
    })?;
    get_agenda(desk, request)
}
