//! Planning the slots: what the planner proposes, taking it over, and putting the order before back.

use domain::agenda::{Slot, Timed, missed};
use domain::ids::ItemId;
use domain::meeting::{Meeting, MeetingStatus};
use domain::planner::{Piece, Plan, customs_broken, plan};
use store::{Reader, Writer};

use super::building::{CHANGED, changeable, keep_order, places};
use super::get_agenda;
use super::visits::{Visiting, Visitors};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::item_facts::{self, ItemFacts, slots};
use crate::meetings::kept;
use crate::names::Names;
use crate::wire::everything::*;

/// A meeting with its items and what the planner makes of them.
struct Planned {
    items: Vec<ItemFacts>,
    pieces: Vec<Piece>,
    visitors: Visitors,
    plan: Plan,
}

impl Planned {
    fn load(reader: &Reader<'_>, names: &Names, meeting: &Meeting) -> Result<Self, Failure> {
        let items = item_facts::all(reader, reader.items_of(meeting.id)?)?;
        let visitors = Visitors::load(reader, names, meeting)?;
        let pieces: Vec<Piece> =
            items.iter().map(|facts| Piece::of(&facts.item, visitors.coming_for(facts))).collect();
        let plan = plan(meeting.starts, &pieces);
        Ok(Self { items, pieces, visitors, plan })
    }

    fn proposed(&self) -> Vec<&ItemFacts> {
        self.plan.order.iter().filter_map(|at| self.items.get(*at)).collect()
    }
}

/// Puts the items of a new agenda into the order that the planner proposes.
pub fn plan_new(writer: &mut Writer<'_>, names: &Names, meeting: &Meeting) -> Result<(), Failure> {
    let planned = Planned::load(writer, names, meeting)?;
    let order: Vec<ItemId> = planned.proposed().iter().map(|facts| facts.item.id).collect();
    put_in_order(writer, meeting, &order)
}

/// Refuses where the slots are not to be planned any more.
fn plannable(reader: &Reader<'_>, meeting: domain::ids::MeetingId) -> Result<Meeting, Failure> {
    let meeting = changeable(reader, meeting)?;
    match meeting.status {
        MeetingStatus::Running => Err(Failure::refused("The meeting is running; move its items one by one")),
        _ => Ok(meeting),
    }
}

pub fn plan_slots(desk: &mut Desk, request: OfMeeting) -> Result<SlotPlan, Failure> {
    desk.read(|reader| {
        let meeting = plannable(reader, request.meeting)?;
        let names = Names::load(reader)?;
        let planned = Planned::load(reader, &names, &meeting)?;
        if planned.items.is_empty() {
            return Err(Failure::refused("The agenda is empty").with_hint("Propose it first"));
        }
        let (as_is, proposed) = (planned.items.iter().collect::<Vec<_>>(), planned.proposed());
        let (slots_before, slots_after) =
            (slots(&meeting, &planned.items), slots(&meeting, proposed.iter().copied()));
        let before = planned.visitors.visiting(&meeting, &as_is);
        let after = planned.visitors.visiting(&meeting, &proposed);
        let waiting = |visits: &[Visiting]| visits.iter().map(|each| each.waiting).sum();
        let idle = |slots: &[Slot]| slots.iter().map(|slot| slot.idle).sum();
        Ok(SlotPlan {
            waiting_before: waiting(&before),
            waiting_after: waiting(&after),
            idle_before: idle(&slots_before),
            idle_after: idle(&slots_after),
            not_kept: missed_times(&proposed, &slots_after)
                .into_iter()
                .chain(customs_broken(&planned.pieces, &planned.plan.order))
                .collect(),
            unchanged: planned.plan.order.is_sorted(),
            exact: planned.plan.exact,
            items: planned
                .plan
                .order
                .iter()
                .zip(&proposed)
                .zip(&slots_after)
                .map(|((from, facts), slot)| PlannedItem {
                    item: facts.item.id,
                    heading: facts.heading(),
                    part: facts.item.group.words().to_owned(),
                    from: facts.item.position,
                    began: slots_before.get(*from).map_or(meeting.starts, |slot| slot.starts),
                    starts: slot.starts,
                    pinned: facts.item.pinned,
                    fixed_at: facts.item.fixed_at,
                })
                .collect(),
            agencies: compared(&before, &after),
        })
    })
}

fn missed_times(items: &[&ItemFacts], slots: &[Slot]) -> Vec<String> {
    let headings: Vec<String> = items.iter().map(|facts| facts.heading()).collect();
    let named: Vec<(Timed, &str)> = items
        .iter()
        .zip(&headings)
        .map(|(facts, heading)| (Timed::from(&facts.item), heading.as_str()))
        .collect();
    missed(slots, &named)
}

/// Returns the agencies that come for their own items, by when they arrive in the order proposed.
fn compared(before: &[Visiting], after: &[Visiting]) -> Vec<PlannedVisit> {
    let comes = |each: &&Visiting| matches!(each.visit, domain::agenda::Visit::Between { .. });
    let row = |each: &Visiting| {
        let was = before.iter().find(|was| was.agency.id == each.agency.id)?;
        Some(PlannedVisit {
            agency: each.agency.short_name.clone(),
            before: was.visit.words(),
            after: each.visit.words(),
            waiting_before: was.waiting,
            waiting_after: each.waiting,
        })
    };
    after.iter().filter(comes).filter_map(row).collect()
}

/// Writes the order of a meeting's items, which are exactly those of `order`.
fn put_in_order(writer: &mut Writer<'_>, meeting: &Meeting, order: &[ItemId]) -> Result<(), Failure> {
    let mut placed = places(&writer.items_of(meeting.id)?);
    let place = |item: ItemId| order.iter().position(|each| *each == item).unwrap_or(usize::MAX);
    placed.sort_by_key(|each| place(each.item));
    keep_order(writer, meeting.id, &placed)
}

pub fn apply_slots(desk: &mut Desk, request: ApplySlots) -> Result<AgendaView, Failure> {
    desk.write(CHANGED, |writer, _| {
        let meeting = plannable(writer, request.meeting)?;
        let before: Vec<ItemId> = writer.items_of(meeting.id)?.iter().map(|item| item.id).collect();
        let (mut there, mut asked) = (before.clone(), request.order.clone());
        there.sort_unstable();
        asked.sort_unstable();
        if there != asked {
            return Err(Failure::refused("The agenda was changed since; plan the slots again"));
        }
        if before != request.order {
            put_in_order(writer, &meeting, &request.order)?;
            writer.put_meeting(&Meeting { order_before: before, ..meeting })?;
        }
        Ok(())
    })?;
    get_agenda(desk, OfMeeting { meeting: request.meeting })
}

pub fn take_back_slots(desk: &mut Desk, request: OfMeeting) -> Result<AgendaView, Failure> {
    desk.write(CHANGED, |writer, _| {
        let meeting = plannable(writer, request.meeting)?;
        if meeting.order_before.is_empty() {
            return Err(Failure::refused("There is no planned order to take back"));
        }
        put_in_order(writer, &meeting, &meeting.order_before)?;
        forget_order_before(writer, meeting.id)
    })?;
    get_agenda(desk, request)
}

/// Forgets the order before the planner's: once items moved by hand, nobody could say what taking it back means.
pub fn forget_order_before(writer: &mut Writer<'_>, meeting: domain::ids::MeetingId) -> Result<(), Failure> {
    let meeting = kept(writer, meeting)?;
    writer.put_meeting(&Meeting { order_before: Vec::new(), ..meeting })?;
    Ok(())
}
