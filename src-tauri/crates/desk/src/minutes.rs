//! The minutes: drafted from what was captured, corrected, approved, confirmed.

use domain::ids::{ItemId, MinutesRevisionId};
use domain::issue::IssuedPaper;
use domain::meeting::{Meeting, MeetingStatus, MinutesRevision, Outcome};
use domain::minutes::{confirming, text_of};
use store::Reader;

use crate::action_rows::RowMaker;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::issues::freeze;
use crate::item_facts::ItemFacts;
use crate::meetings::{self, kept};
use crate::room::{Loaded, attendance_lines, heading_line};
use crate::wire::everything::*;

const CHANGED: &[&str] = &["meeting", "room"];

pub fn get_minutes(desk: &mut Desk, request: OfMeeting) -> Result<MinutesView, Failure> {
    let today = desk.today();
    desk.read(|reader| {
        let loaded = Loaded::load(reader, kept(reader, request.meeting)?)?;
        let rows = RowMaker::load(reader, today)?;
        let revisions = reader.revisions_of(loaded.meeting.id)?;
        let raised = raised_at(reader, &rows, &loaded.meeting)?;
        let items =
            loaded.items.iter().map(|facts| item(&loaded, facts, &rows, &revisions, &raised)).collect();
        let meeting = &loaded.meeting;
        Ok(MinutesView {
            meeting: meetings::row(reader, meeting)?,
            attendance: attendance_lines(&loaded.attendance, rows.names()),
            declaration_read_at: meeting.declaration_read_at,
            began_at: meeting.began_at,
            concluded_at: meeting.concluded_at,
            items,
            approved_by: meeting.approved_by.clone(),
            approved_at: meeting.approved_at,
            corrections: revisions.iter().filter(|each| each.item.is_none()).cloned().collect(),
            correctable: meeting.minutes_are_correctable().is_ok(),
        })
    })
}

/// Returns the actions that a meeting raised, by number.
pub fn raised_at(reader: &Reader<'_>, rows: &RowMaker, meeting: &Meeting) -> Result<Vec<ActionRow>, Failure> {
    let mut raised = Vec::new();
    for action in reader.actions_raised_at(meeting.id)? {
        let reference = crate::cases::kept(reader, action.case)?.reference;
        let last = reader.updates_of(action.id)?.into_iter().rfind(|update| update.kind.is_told());
        raised.push(rows.row(action, reference, last));
    }
    raised.sort_by_key(|row| row.number);
    Ok(raised)
}

/// Returns those of `raised` that were raised under an item: on its case, or on the case its referral became.
pub fn raised_under(facts: &ItemFacts, raised: &[ActionRow]) -> Vec<ActionRow> {
    let case = facts.item.about.case().or(facts.referral.as_ref().and_then(|referral| referral.case));
    raised.iter().filter(|row| Some(row.case) == case).cloned().collect()
}

fn item(
    loaded: &Loaded,
    facts: &ItemFacts,
    rows: &RowMaker,
    revisions: &[MinutesRevision],
    raised: &[ActionRow],
) -> MinutesItem {
    let id = facts.item.id;
    let of_case = facts.case.as_ref().map(|of_case| &of_case.case.reference);
    MinutesItem {
        id,
        position: facts.item.position,
        heading: facts.heading(),
        line: heading_line(facts, rows.names(), loaded.meeting.date),
        text: text_of(id, &loaded.key_points, revisions),
        decision: loaded.decided(facts).unwrap_or_default(),
        asks_decision: facts.item.asks_decision(),
        closing: closing_lines(facts, loaded),
        new_actions: raised_under(facts, raised),
        corrections: revisions.iter().filter(|each| each.item == Some(id)).cloned().collect(),
        reference: of_case.or(facts.became.as_ref()).map(ToString::to_string),
    }
}

/// Returns what was settled when the meeting closed the item's case; none when it did not.
pub fn closing_lines(facts: &ItemFacts, loaded: &Loaded) -> Vec<String> {
    let decided = loaded.decision(facts.item.id).map(|decision| &decision.outcome);
    let closes = matches!(decided, Some(Outcome::Close { .. } | Outcome::HandOver { .. }));
    let closure = facts.case.as_ref().and_then(|of_case| of_case.episode.closed.as_ref());
    let here = closure.filter(|closure| closes && closure.on == loaded.meeting.date);
    here.map(|closure| closure.lines()).unwrap_or_default()
}

pub fn correct_minutes(desk: &mut Desk, request: CorrectMinutes) -> Result<MinutesView, Failure> {
    let (at, by) = (desk.now(), desk.hub()?.user.name.clone());
    let corrector = by.clone();
    desk.write(CHANGED, |writer, ids| {
        let meeting = kept(writer, request.meeting)?;
        meeting.minutes_are_correctable()?;
        let revisions = writer.revisions_of(meeting.id)?;
        let before = text_before(writer, &meeting, request.item, &revisions)?;
        let after = request.text.trim().to_owned();
        if before == after {
            return Ok(());
        }
        writer.add_revision(&MinutesRevision {
            id: MinutesRevisionId::new(&mut **ids),
            meeting: meeting.id,
            item: request.item,
            serial: revisions.iter().map(|each| each.serial).max().unwrap_or(0) + 1,
            before,
            after,
            by,
            at,
            after_approval: meeting.status == MeetingStatus::Approved,
        })?;
        if meeting.status == MeetingStatus::Approved {
            freeze(writer, ids, &meeting, IssuedPaper::Minutes, &corrector, at)?;
        }
        Ok(())
    })?;
    get_minutes(desk, OfMeeting { meeting: request.meeting })
}

/// Returns what the minutes say now of an item, or of the meeting as a whole.
fn text_before(
    reader: &Reader<'_>,
    meeting: &Meeting,
    item: Option<ItemId>,
    revisions: &[MinutesRevision],
) -> Result<String, Failure> {
    let Some(item) = item else {
        let whole = revisions.iter().filter(|each| each.item.is_none()).max_by_key(|each| each.serial);
        return Ok(whole.map(|each| each.after.clone()).unwrap_or_default());
    };
    if reader.get_item(item)?.is_none_or(|item| item.meeting != meeting.id) {
        return Err(Failure::refused("That item is not on this meeting’s agenda"));
    }
    Ok(text_of(item, &reader.key_points_of(meeting.id)?, revisions))
}

pub fn approve_minutes(desk: &mut Desk, request: OfMeeting) -> Result<MinutesView, Failure> {
    let (at, by) = (desk.now(), desk.hub()?.user.name.clone());
    desk.write(CHANGED, |writer, ids| {
        let mut meeting = kept(writer, request.meeting)?;
        meeting.become_status(MeetingStatus::Approved)?;
        meeting.approved_by = Some(by.clone());
        meeting.approved_at = Some(at);
        writer.put_meeting(&meeting)?;
        freeze(writer, ids, &meeting, IssuedPaper::Minutes, &by, at)
    })?;
    get_minutes(desk, request)
}

pub fn confirm_minutes(desk: &mut Desk, request: OfMeeting) -> Result<MinutesView, Failure> {
    let (at, by) = (desk.now(), desk.hub()?.user.name.clone());
    desk.write(CHANGED, |writer, _| {
        let mut meeting = kept(writer, request.meeting)?;
        meeting.become_status(MeetingStatus::Confirmed)?;
        meeting.confirmed_in = confirming(&meeting, &writer.list_meetings()?).map(|other| other.id);
        meeting.confirmed_by = Some(by);
        meeting.confirmed_at = Some(at);
        Ok(writer.put_meeting(&meeting)?)
    })?;
    get_minutes(desk, request)
}
