//! Building an agenda.

use domain::agenda::{
    Fixed, Placed, Proposed, Timed, Wanted, appended, proposal, running_order, usual_minutes,
};
use domain::clock_time::ClockTime;
use domain::ids::{ItemId, MeetingId, ReferralId};
use domain::meeting::{About, Depth, Group, Item, Meeting, MeetingStatus};
use domain::referral::ReferralStatus;
use store::{Reader, Writer};

use super::gathering::Gathered;
use super::get_agenda;
use super::planning::{forget_order_before, plan_new};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::meetings::kept;
use crate::names::Names;
use crate::wire::everything::*;

pub(super) const CHANGED: &[&str] = &["meeting", "room"];

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
pub(super) fn was_taken_up(reader: &Reader<'_>, item: &Item) -> Result<bool, Failure> {
    let noted = |point: &domain::meeting::KeyPoint| point.item == item.id;
    Ok(item.began_at.is_some()
        || !reader.decisions_of_item(item.id)?.is_empty()
        || reader.key_points_of(item.meeting)?.iter().any(noted))
}

/// Returns the meeting, unless its agenda stands.
pub(super) fn changeable(reader: &Reader<'_>, id: MeetingId) -> Result<Meeting, Failure> {
    let meeting = kept(reader, id)?;
    match meeting.status {
        MeetingStatus::Planned | MeetingStatus::Running => Ok(meeting),
        MeetingStatus::Issued => {
            Err(Failure::refused("The agenda was issued").with_hint("Re-open it to change it"))
        }
        status => Err(Failure::refused(format!("The meeting is {}; its agenda stands", status.words()))),
    }
}

pub(super) fn kept_item(reader: &Reader<'_>, id: ItemId) -> Result<Item, Failure> {
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
        keep_order(writer, meeting.id, &order)?;
        if items.is_empty() {
            plan_new(writer, &names, &meeting)
        } else {
            forget_order_before(writer, meeting.id)
        }
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

pub(super) fn places(items: &[Item]) -> Vec<Placed> {
    items.iter().map(placed).collect()
}

/// Writes places and parts as `order` has them; a break counts to the part that it stands in or after.
pub(super) fn keep_order(
    writer: &mut Writer<'_>,
    meeting: MeetingId,
    order: &[Placed],
) -> Result<(), Failure> {
    let mut items = writer.items_of(meeting)?;
    let mut part = None;
    for (position, placed) in (1..).zip(order) {
        let Some(at) = items.iter().position(|item| item.id == placed.item) else { continue };
        let item = items.swap_remove(at);
        let group = part.filter(|_| item.about == About::Break).unwrap_or(placed.group);
        part = Some(group);
        writer.put_item(&Item { position, group, ..item })?;
    }
    Ok(())
}

pub(super) fn renumber(writer: &mut Writer<'_>, meeting: MeetingId) -> Result<(), Failure> {
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
        let fixed_at = checked_time(request.about, request.fixed_at, &meeting)?;
        let proposed = Proposed { about: request.about, group, why, depth, minutes };
        let title = request.title.trim().to_owned();
        let item = Item { fixed_at, ..new_item(ItemId::new(&mut **ids), meeting.id, proposed, title) };
        writer.put_item(&item)?;
        let order = match request.about {
            About::Break => at_its_time(&meeting, &items, &item),
            _ => appended(places(&items), placed(&item)),
        };
        keep_order(writer, meeting.id, &order)?;
        forget_order_before(writer, meeting.id)
    })?;
    get_agenda(desk, OfMeeting { meeting: request.meeting })
}

pub(super) fn minutes_given(given: Option<u32>, usual: impl FnOnce() -> u32) -> Result<u32, Failure> {
    match given {
        None => Ok(usual()),
        Some(minutes) if (1..=240).contains(&minutes) => Ok(minutes),
        Some(_) => Err(Failure::refused("An item takes between 1 and 240 minutes").at("minutes")),
    }
}

/// Refuses a fixed time before the meeting, and a break without one.
pub(super) fn checked_time(
    about: About,
    fixed: Option<ClockTime>,
    meeting: &Meeting,
) -> Result<Option<ClockTime>, Failure> {
    match fixed {
        None if about == About::Break => Err(Failure::refused("Say when the break begins").at("fixed_at")),
        Some(time) if time < meeting.starts || time >= meeting.ends() => {
            let (from, to) = (meeting.starts.words(), meeting.ends().words());
            Err(Failure::refused(format!("The meeting is from {from} to {to}; choose a time within it"))
                .at("fixed_at"))
        }
        fixed => Ok(fixed),
    }
}

/// Returns the order with a break before the first item that is not over when it begins.
fn at_its_time(meeting: &Meeting, items: &[Item], new: &Item) -> Vec<Placed> {
    let timed: Vec<Timed> = items.iter().map(Timed::from).collect();
    let slots = running_order(meeting.starts, meeting.minutes, &timed);
    let over = slots.iter().take_while(|slot| Some(slot.ends) <= new.fixed_at).count();
    let mut order = places(items);
    order.insert(over, placed(new));
    order
}

/// Refuses what is on the agenda already.
fn refuse_twice(reader: &Reader<'_>, items: &[Item], about: About) -> Result<(), Failure> {
    let there = items.iter().find(|item| item.about == about && !about.may_stand_twice());
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
        About::Break => (Group::Others, Depth::Noted),
        _ => (Group::Others, Depth::Quick),
    };
    let why = if about == About::OrdersDue { format!("{orders_due}, noted") } else { String::new() };
    Ok(Proposed { about, group, why, depth, minutes: usual_minutes(about, depth, slots) })
}
