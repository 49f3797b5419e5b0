//! Building an agenda.

use domain::agenda::{Fixed, Placed, Proposed, Wanted, appended, moved, proposal, regrouped, usual_minutes};
use domain::ids::{ItemId, MeetingId, ReferralId};
use domain::meeting::{About, Depth, Group, Item, Meeting, MeetingStatus};
use domain::referral::ReferralStatus;
use store::{Reader, Writer};

use super::gathering::Gathered;
use super::get_agenda;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::meetings::kept;
use crate::names::Names;
use crate::wire::everything::*;

const CHANGED: &[&str] = &["meeting", "room"];

/// Takes a referral that is no longer tabled off every agenda that is still ahead.
pub fn take_off(writer: &mut Writer<'_>, referral: ReferralId) -> Result<(), Failure> {
    for meeting in writer.list_meetings()?.into_iter().filter(|meeting| meeting.status.is_ahead()) {
        for item in writer.items_of(meeting.id)? {
            if item.about == (About::Referral { referral }) && !was_taken_up(writer, &item)? {
                writer.remove_item(item.id)?;
            }
        }
        renumber(writer, meeting.id)?;
    }
    Ok(())
}

/// Tells whether the room came to the item, or anything was decided or noted under it: then it stays in the minutes.
fn was_taken_up(reader: &Reader<'_>, item: &Item) -> Result<bool, Failure> {
    let noted = |point: &domain::meeting::KeyPoint| point.item == item.id;
    Ok(item.began_at.is_some()
        || !reader.decisions_of_item(item.id)?.is_empty()
        || reader.key_points_of(item.meeting)?.iter().any(noted))
}

/// Returns the meeting, unless its agenda stands.
fn changeable(reader: &Reader<'_>, id: MeetingId) -> Result<Meeting, Failure> {
    let meeting = kept(reader, id)?;
    match meeting.status {
        MeetingStatus::Planned | MeetingStatus::Running => Ok(meeting),
        MeetingStatus::Issued => {
            Err(Failure::refused("The agenda was issued").with_hint("Re-open it to change it"))
        }
        status => Err(Failure::refused(format!("The meeting is {}; its agenda stands", status.words()))),
    }
}

fn kept_item(reader: &Reader<'_>, id: ItemId) -> Result<Item, Failure> {
    reader.get_item(id)?.ok_or_else(|| Failure::refused("That item is not on the agenda any more"))
}

pub fn propose_agenda(desk: &mut Desk, request: OfMeeting) -> Result<AgendaView, Failure> {
    let today = desk.today();
    desk.write(CHANGED, |writer, ids| {
        let meeting = changeable(writer, request.meeting)?;
        if meeting.status != MeetingStatus::Planned {
            return Err(Failure::refused("The meeting is running; add what is urgent by itself"));
        }
        let items = writer.items_of(meeting.id)?;
        let names = Names::load(writer)?;
        let gathered = Gathered::load(writer, &names, &meeting, today)?;
        let proposed = proposed(writer, &gathered, &meeting, &items)?;
        let mut order = places(&items);
        for each in proposed {
            let item = new_item(ItemId::new(&mut **ids), meeting.id, each, String::new());
            order = match items.is_empty() {
                true => order.into_iter().chain([placed(&item)]).collect(),
                false => appended(order, placed(&item)),
            };
            writer.put_item(&item)?;
        }
        keep_order(writer, meeting.id, &order)
    })?;
    get_agenda(desk, request)
}

/// Returns what is due and not on the agenda yet; what was put there by hand stays as it is.
fn proposed(
    reader: &Reader<'_>,
    gathered: &Gathered,
    meeting: &Meeting,
    items: &[Item],
) -> Result<Vec<Proposed>, Failure> {
    let there = |about: About| items.iter().any(|item| item.about == about);
    let cases: Vec<Wanted<'_>> = gathered
        .cases
        .iter()
        .filter(|case| !there(About::Case { case: case.facts.case.id }))
        .map(|case| gathered.wanted(case))
        .collect();
    let referrals: Vec<_> = gathered
        .referrals
        .iter()
        .filter(|(referral, _)| !there(About::Referral { referral: referral.id }))
        .map(|tabled| gathered.tabled(tabled))
        .collect();
    let framing = [About::Welcome, About::MattersArising, About::OrdersDue];
    let others = items.iter().filter(|item| !framing.contains(&item.about));
    let fixed = Fixed {
        room_minutes: meeting.minutes,
        taken_minutes: others.map(|item| item.minutes).sum(),
        arising: gathered.arising,
        orders_due: gathered.orders_due,
        slots: reader.settings()?.slots,
    };
    let proposed = proposal(&fixed, &cases, &referrals);
    Ok(proposed.into_iter().filter(|item| !there(item.about)).collect())
}

fn new_item(id: ItemId, meeting: MeetingId, proposed: Proposed, title: String) -> Item {
    Item {
        id,
        meeting,
        position: 0,
        about: proposed.about,
        group: proposed.group,
        title,
        depth: proposed.depth,
        minutes: proposed.minutes,
        why: proposed.why,
        began_at: None,
        left_at: None,
        spent_ms: 0,
        level: None,
        fixed_at: None,
        pinned: false,
        needs: Vec::new(),
    }
}

fn placed(item: &Item) -> Placed {
    Placed { item: item.id, group: item.group }
}

fn places(items: &[Item]) -> Vec<Placed> {
    items.iter().map(placed).collect()
}

/// Writes places and parts as `order` has them.
fn keep_order(writer: &mut Writer<'_>, meeting: MeetingId, order: &[Placed]) -> Result<(), Failure> {
    for item in writer.items_of(meeting)? {
        let Some(at) = order.iter().position(|placed| placed.item == item.id) else { continue };
        let position = u32::try_from(at + 1).unwrap_or(u32::MAX);
        writer.put_item(&Item { position, group: order[at].group, ..item })?;
    }
    Ok(())
}

fn renumber(writer: &mut Writer<'_>, meeting: MeetingId) -> Result<(), Failure> {
    let order = places(&writer.items_of(meeting)?);
    keep_order(writer, meeting, &order)
}

pub fn add_item(desk: &mut Desk, request: AddItem) -> Result<AgendaView, Failure> {
    let today = desk.today();
    desk.write(CHANGED, |writer, ids| {
        let meeting = changeable(writer, request.meeting)?;
        let items = writer.items_of(meeting.id)?;
        refuse_twice(writer, &items, request.about)?;
        let names = Names::load(writer)?;
        let gathered = Gathered::load(writer, &names, &meeting, today)?;
        let slots = writer.settings()?.slots;
        let usual = match request.about {
            About::Case { case } => {
                let found = gathered.cases.iter().find(|open| open.facts.case.id == case);
                let open = found.ok_or_else(|| closed_case(writer, case))?;
                gathered.wanted(open).candidate(&slots).0
            }
            About::Referral { referral } => {
                let found = gathered.referrals.iter().find(|(tabled, _)| tabled.id == referral);
                let tabled = found.ok_or_else(|| untabled(writer, referral))?;
                gathered.tabled(tabled).candidate(&slots)
            }
            about => other(about, &request, gathered.orders_due, &slots)?,
        };
        let depth = request.depth.unwrap_or(usual.depth);
        let minutes = minutes_given(request.minutes, || match depth == usual.depth {
            true => usual.minutes,
            false => usual_minutes(request.about, depth, &slots),
        })?;
        let why = if meeting.status == MeetingStatus::Running { "urgent".to_owned() } else { usual.why };
        let group = request.group.unwrap_or(usual.group);
        let proposed = Proposed { about: request.about, group, why, depth, minutes };
        let item = new_item(ItemId::new(&mut **ids), meeting.id, proposed, request.title.trim().to_owned());
        writer.put_item(&item)?;
        keep_order(writer, meeting.id, &appended(places(&items), placed(&item)))
    })?;
    get_agenda(desk, OfMeeting { meeting: request.meeting })
}

fn minutes_given(given: Option<u32>, usual: impl FnOnce() -> u32) -> Result<u32, Failure> {
    match given {
        None => Ok(usual()),
        Some(minutes) if (1..=240).contains(&minutes) => Ok(minutes),
        Some(_) => Err(Failure::refused("An item takes between 1 and 240 minutes").at("minutes")),
    }
}

/// Refuses what is on the agenda already.
fn refuse_twice(reader: &Reader<'_>, items: &[Item], about: About) -> Result<(), Failure> {
    let there = items.iter().find(|item| item.about == about && about != About::Other);
    let Some(item) = there else { return Ok(()) };
    let facts = crate::item_facts::ItemFacts::load(reader, item.clone())?;
    Err(Failure::refused(format!("{} is on the agenda already, item {}", facts.heading(), item.position)))
}

fn closed_case(reader: &Reader<'_>, case: domain::ids::CaseId) -> Failure {
    match crate::cases::kept(reader, case) {
        Ok(case) => Failure::refused(format!("{} is closed", case.reference))
            .with_hint("Re-open it to bring it to the meeting"),
        Err(failure) => failure,
    }
}

fn untabled(reader: &Reader<'_>, id: ReferralId) -> Failure {
    match crate::referrals::kept(reader, id) {
        Ok(referral) if referral.status == ReferralStatus::InTriage => {
            Failure::refused(format!("{} is in triage", referral.number)).with_hint("Table it first")
        }
        Ok(referral) => Failure::refused(format!("{} is {}", referral.number, referral.status.words())),
        Err(failure) => failure,
    }
}

/// Returns the usual item about neither a case nor a referral.
fn other(
    about: About,
    request: &AddItem,
    orders_due: u32,
    slots: &domain::settings::SlotLengths,
) -> Result<Proposed, Failure> {
    if about == About::Other && request.title.trim().is_empty() {
        return Err(Failure::refused("Give the item a title").at("title"));
    }
    let (group, depth) = match about {
        About::Welcome | About::MattersArising => (Group::Opening, Depth::Quick),
        About::OrdersDue => (Group::Others, Depth::Noted),
        _ => (Group::Others, Depth::Quick),
    };
    let why = if about == About::OrdersDue { format!("{orders_due}, noted") } else { String::new() };
    Ok(Proposed { about, group, why, depth, minutes: usual_minutes(about, depth, slots) })
}

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
    change(desk, request.item, |writer, meeting, item, items| {
        let minutes = minutes_given(Some(request.minutes), || item.minutes)?;
        let title = request.title.trim().to_owned();
        if item.about == About::Other && title.is_empty() {
            return Err(Failure::refused("Give the item a title").at("title"));
        }
        let id = item.id;
        writer.put_item(&Item { title, depth: request.depth, minutes, ..item })?;
        keep_order(writer, meeting.id, &regrouped(places(&items), id, request.group))
    })
}

pub fn move_item(desk: &mut Desk, request: MoveItem) -> Result<AgendaView, Failure> {
    change(desk, request.item, |writer, meeting, item, items| {
        keep_order(writer, meeting.id, &moved(places(&items), item.id, request.to))
    })
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
    let now = desk.now();
    desk.write(CHANGED, |writer, _| {
        let mut meeting = kept(writer, request.meeting)?;
        if writer.items_of(meeting.id)?.is_empty() {
            return Err(Failure::refused("The agenda is empty")
                .with_hint("Propose it, or add what is to be spoken of"));
        }
        meeting.become_status(MeetingStatus::Issued)?;
        meeting.issued_at = Some(now);
        Ok(writer.put_meeting(&meeting)?)
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
