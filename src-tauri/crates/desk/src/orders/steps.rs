//! The steps of an order: written down, moved from stage to stage, put right, taken back.

use chrono::NaiveDate;
use domain::ids::{MeetingId, OrderEventId, OrderId};
use domain::meeting::{Meeting, MeetingStatus};
use domain::order::{
    FirstStep, Order, OrderEvent, OrderEventKind, OrderOn, OrderState, Recorded, standing_events,
};
use domain::referral::ReferralStatus;
use store::Writer;

use super::people::check_subject;
use super::{kept, view};
use crate::desk::{Desk, Identifiers};
use crate::failure::Failure;
use crate::wire::everything::*;

/// What an order's step changes, for the windows that show it.
pub(super) const CHANGED: &[&str] = &["order", "case", "referral", "room"];

/// Who records, and in which meeting.
pub(super) struct Recording {
    pub by: String,
    pub chair: Option<String>,
    pub meeting: Option<MeetingId>,
    pub today: NaiveDate,
}

impl Recording {
    /// Returns who records now, in the name of the running meeting's chair if one runs.
    pub fn now(desk: &Desk) -> Result<Self, Failure> {
        let running = |meeting: &Meeting| meeting.status == MeetingStatus::Running;
        let meeting = desk.read(|reader| Ok(reader.list_meetings()?.into_iter().find(running)))?;
        Ok(Self {
            by: desk.hub()?.user.name.clone(),
            chair: crate::meetings::running_chair(desk)?,
            meeting: meeting.map(|meeting| meeting.id),
            today: desk.today(),
        })
    }
}

pub fn add_order(desk: &mut Desk, request: AddOrder) -> Result<OrderView, Failure> {
    let recording = Recording::now(desk)?;
    let id = desk.write_in_name_of(recording.chair.as_deref(), CHANGED, |writer, ids| {
        let on = target(writer, &request.on)?;
        let first = FirstStep {
            stage: request.stage,
            on: request.since,
            considered_on: request.considered_on,
            expires_on: request.expires_on,
            review_on: request.review_on,
            appeal_ends_on: request.appeal_ends_on,
        };
        let id = OrderId::new(&mut **ids);
        let types = writer.list_order_types()?;
        let order = Order::begun(id, &request.kind, on, request.subject, first, &types, recording.today)?;
        let order =
            Order { conditions: lines(&request.conditions), note: request.note.trim().to_owned(), ..order };
        check_subject(writer, &order)?;
        writer.put_order(&order)?;
        let recorded = next(ids, &[], &recording);
        let event = order.event(OrderEventKind::Began, Some(request.since), "", None, recorded);
        writer.add_order_event(&event)?;
        Ok(id)
    })?;
    desk.read(|reader| view::view(reader, id))
}

pub fn move_order(desk: &mut Desk, request: MoveOrder) -> Result<OrderView, Failure> {
    change(desk, request.id, |change, order, events| {
        let last = standing_events(events).iter().filter_map(|event| event.on).max();
        let types = change.writer.list_order_types()?;
        let step = request.step;
        let before = order.state();
        let moved = order.step(&step, last, &types, change.recording.today)?;
        change.keep(&moved, events, (OrderEventKind::Moved, step.on, step.reason.as_str()), before)
    })
}

pub fn amend_order(desk: &mut Desk, request: AmendOrder) -> Result<OrderView, Failure> {
    change(desk, request.id, |change, order, events| {
        let before = order.state();
        let today = change.recording.today;
        let put_right = order.put_right(request.dates, today)?;
        let amended = Order {
            subject: request.subject,
            conditions: lines(&request.conditions),
            note: request.note.trim().to_owned(),
            ..put_right
        };
        check_subject(change.writer, &amended)?;
        if amended.state() == before {
            change.writer.put_order(&amended)?;
            return Ok(());
        }
        change.keep(&amended, events, (OrderEventKind::PutRight, today, ""), before)
    })
}

pub fn take_back_order_step(
    desk: &mut Desk,
    request: TakeBackOrderStep,
) -> Result<OrderStepTakenBack, Failure> {
    let id = request.id;
    let recording = Recording::now(desk)?;
    let stays = desk.write_in_name_of(recording.chair.as_deref(), CHANGED, |writer, ids| {
        let order = kept(writer, id)?;
        let events = writer.events_of_order(id)?;
        let Some(last) = standing_events(&events).last().map(|last| (*last).clone()) else {
            return Err(Failure::refused("No step of this order is known"));
        };
        let entries = writer.breaches_of_order(id)?.len()
            + writer.reviews_of_order(id)?.len()
            + writer.offers_of_order(id)?.len();
        let Some(before) = order.before(&last, entries > 0)? else {
            writer.remove_order(id)?;
            return Ok(false);
        };
        writer.put_order(&before)?;
        let recorded = next(ids, &events, &recording);
        let (on, reason) = (Some(recording.today), request.reason.as_str());
        let back = before.event(OrderEventKind::TakenBack, on, reason, None, recorded);
        writer.add_order_event(&OrderEvent { takes_back: Some(last.id), ..back })?;
        Ok(true)
    })?;
    let order = if stays { Some(desk.read(|reader| view::view(reader, id))?) } else { None };
    Ok(OrderStepTakenBack { order })
}

/// A change of one order within its transaction.
struct Change<'a, 'store> {
    writer: &'a mut Writer<'store>,
    ids: &'a mut Identifiers,
    recording: &'a Recording,
}

impl Change<'_, '_> {
    /// Keeps the order as it now stands, with the step that led there.
    fn keep(
        &mut self,
        order: &Order,
        events: &[OrderEvent],
        (kind, on, reason): (OrderEventKind, NaiveDate, &str),
        before: OrderState,
    ) -> Result<(), Failure> {
        self.writer.put_order(order)?;
        let recorded = next(self.ids, events, self.recording);
        self.writer.add_order_event(&order.event(kind, Some(on), reason, Some(before), recorded))?;
        Ok(())
    }
}

/// Changes one order in the name of the running meeting's chair, if one runs, and gives its view back.
fn change(
    desk: &mut Desk,
    id: OrderId,
    work: impl FnOnce(&mut Change<'_, '_>, Order, &[OrderEvent]) -> Result<(), Failure>,
) -> Result<OrderView, Failure> {
    let recording = Recording::now(desk)?;
    desk.write_in_name_of(recording.chair.as_deref(), CHANGED, |writer, ids| {
        let order = kept(writer, id)?;
        let events = writer.events_of_order(id)?;
        work(&mut Change { writer, ids, recording: &recording }, order, &events)
    })?;
    desk.read(|reader| view::view(reader, id))
}

fn next(ids: &mut Identifiers, events: &[OrderEvent], recording: &Recording) -> Recorded {
    Recorded {
        id: OrderEventId::new(&mut **ids),
        serial: events.iter().map(|event| event.serial).max().unwrap_or(0) + 1,
        by: recording.by.clone(),
        meeting: recording.meeting,
    }
}

fn lines(texts: &[String]) -> Vec<String> {
    texts.iter().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()).collect()
}

fn target(writer: &Writer<'_>, target: &OrderTarget) -> Result<OrderOn, Failure> {
    match target {
        OrderTarget::Case { reference } => {
            let case = crate::cases::found(writer, reference).map_err(|failure| failure.at("reference"))?;
            crate::cases::editable(writer, case.id)?;
            let episode = crate::cases::latest_episode(writer, case.id)?;
            Ok(OrderOn::Case { case: case.id, episode: episode.id })
        }
        OrderTarget::Referral { referral } => {
            let referral = crate::referrals::kept(writer, *referral)?;
            match (referral.status, referral.case) {
                (ReferralStatus::Adopted, Some(case)) => {
                    let reference = crate::cases::kept(writer, case)?.reference;
                    let words = format!("{} became {reference}; put the order on the case", referral.number);
                    Err(Failure::refused(words).at("referral"))
                }
                _ => Ok(OrderOn::Referral { referral: referral.id }),
            }
        }
        OrderTarget::Place { place } if place.trim().is_empty() => {
            Err(Failure::refused("Say which place the order is on").at("place"))
        }
        OrderTarget::Place { place } => Ok(OrderOn::Place { place: place.trim().to_owned() }),
        OrderTarget::Alone => Ok(OrderOn::Alone),
    }
}
