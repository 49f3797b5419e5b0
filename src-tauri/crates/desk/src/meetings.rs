//! Meetings: planning and calling off.

use chrono::{Days, NaiveDate};
use domain::calendar::{self, DayKind};
use domain::ids::MeetingId;
use domain::meeting::{Item, Meeting, MeetingKind, MeetingStatus};
use domain::words;
use store::Reader;

use crate::desk::Desk;
use crate::failure::Failure;
use crate::item_facts;
use crate::names::Names;
use crate::wire::everything::*;

const CHANGED: &[&str] = &["meeting", "room"];

/// Returns the refusal of a meeting that is not in the record.
pub fn no_such_meeting() -> Failure {
    Failure::refused("That meeting is not in the record")
}

/// Returns the meeting of a key, or says that there is none.
pub fn kept(reader: &Reader<'_>, id: MeetingId) -> Result<Meeting, Failure> {
    reader.get_meeting(id)?.ok_or_else(no_such_meeting)
}

/// Returns who chairs a meeting, in whose name the room records; absent when nobody is named.
pub fn chair_of(desk: &Desk, meeting: Option<MeetingId>) -> Result<Option<String>, Failure> {
    let Some(id) = meeting else { return Ok(None) };
    desk.read(|reader| Ok(Some(kept(reader, id)?.chair).filter(|chair| !chair.is_empty())))
}

/// Returns the meeting that is running; absent when none is.
pub fn running(reader: &Reader<'_>) -> Result<Option<Meeting>, Failure> {
    Ok(reader.list_meetings()?.into_iter().find(|meeting| meeting.status == MeetingStatus::Running))
}

/// Returns who chairs the meeting that is running; absent when none runs or nobody is named.
pub fn running_chair(desk: &Desk) -> Result<Option<String>, Failure> {
    desk.read(|reader| {
        let meeting = running(reader)?;
        Ok(meeting.map(|meeting| meeting.chair).filter(|chair| !chair.is_empty()))
    })
}

/// Returns a meeting as a row, with how many items it has and how long they take.
pub fn row(reader: &Reader<'_>, meeting: &Meeting) -> Result<MeetingRow, Failure> {
    Ok(row_of(meeting, &reader.items_of(meeting.id)?))
}

/// Returns a meeting with these items as a row.
pub fn row_of<'a>(meeting: &Meeting, items: impl IntoIterator<Item = &'a Item>) -> MeetingRow {
    let (items, planned_minutes) =
        items.into_iter().fold((0, 0), |(items, minutes), item| (items + 1, minutes + item.minutes));
    MeetingRow {
        id: meeting.id,
        number: meeting.number,
        kind: meeting.kind,
        date: meeting.date,
        starts: meeting.starts,
        minutes: meeting.minutes,
        room: meeting.room.clone(),
        chair: meeting.chair.clone(),
        status: meeting.status,
        cancelled_because: meeting.cancelled_because.clone(),
        items,
        planned_minutes,
    }
}

pub fn list_meetings(desk: &mut Desk, _request: Nothing) -> Result<MeetingsView, Failure> {
    let today = desk.today();
    desk.read(|reader| {
        let mut meetings = reader.list_meetings()?;
        meetings.sort_by_key(|meeting| std::cmp::Reverse((meeting.date, meeting.starts, meeting.number)));
        let after = |meeting: &Meeting| meeting.date.checked_add_days(Days::new(1)).unwrap_or(meeting.date);
        let planned = meetings.iter().filter(|meeting| meeting.status.is_ahead()).map(after).max();
        let from = planned.unwrap_or(today).max(today);
        let weekday = reader.settings()?.meeting_day;
        let proposed = calendar::next_meeting_day(from, weekday);
        let rows: Result<_, _> = meetings.iter().map(|meeting| row(reader, meeting)).collect();
        let next = meetings.iter().rev().find(|meeting| meeting.status.is_ahead());
        let need = match next {
            Some(next) => crate::agenda::need_of(reader, next, today)?,
            None => None,
        };
        Ok(MeetingsView { proposed, remarks: remarks(from, proposed, weekday), rows: rows?, need })
    })
}

/// Says why days before the proposed one were passed over, and whether its bank holidays are known.
fn remarks(from: NaiveDate, proposed: NaiveDate, weekday: domain::settings::Weekday) -> Vec<String> {
    let is_weekday = |day: &NaiveDate| {
        use chrono::Datelike;
        day.weekday().num_days_from_monday() == weekday.days_from_monday()
    };
    let passed = from.iter_days().take_while(|day| *day < proposed).filter(is_weekday);
    let mut remarks: Vec<String> = passed
        .filter_map(|day| {
            let why = calendar::not_held_because(day)?;
            Some(format!("No meeting on {}: {why}", words::full_date(day)))
        })
        .collect();
    if calendar::day_kind(proposed) == DayKind::NotKnown {
        remarks.push(format!(
            "The bank holidays that this program knows end with {}; check the date by hand",
            calendar::LAST_YEAR
        ));
    }
    remarks
}

pub fn get_meeting(desk: &mut Desk, request: OfMeeting) -> Result<MeetingRow, Failure> {
    desk.read(|reader| row(reader, &kept(reader, request.meeting)?))
}

pub fn add_meeting(desk: &mut Desk, request: AddMeeting) -> Result<MeetingRow, Failure> {
    let plan = checked(request, desk.today())?;
    let meeting = desk.write(CHANGED, |writer, ids| {
        let meeting = Meeting {
            id: MeetingId::new(&mut **ids),
            number: writer.next_meeting_number()?,
            kind: MeetingKind::Tasking,
            date: plan.date,
            starts: plan.starts,
            minutes: plan.minutes,
            room: plan.room,
            chair: plan.chair,
            status: MeetingStatus::Planned,
            cancelled_because: String::new(),
            issued_at: None,
            began_at: None,
            concluded_at: None,
            declaration_read_at: None,
            approved_by: None,
            approved_at: None,
            confirmed_by: None,
            confirmed_at: None,
            confirmed_in: None,
            presences: Vec::new(),
            order_before: Vec::new(),
        };
        writer.put_meeting(&meeting)?;
        Ok(meeting.id)
    })?;
    get_meeting(desk, OfMeeting { meeting })
}

/// Checks what every plan of a meeting must hold.
fn checked(plan: AddMeeting, today: NaiveDate) -> Result<AddMeeting, Failure> {
    if plan.date < today {
        return Err(Failure::refused("Choose a day from today on").at("date"));
    }
    if !(15..=480).contains(&plan.minutes) {
        return Err(Failure::refused("A meeting takes between 15 minutes and 8 hours").at("minutes"));
    }
    if plan.starts.minutes() + plan.minutes > 24 * 60 {
        return Err(Failure::refused("A meeting ends before midnight").at("starts"));
    }
    Ok(AddMeeting { room: plan.room.trim().to_owned(), chair: plan.chair.trim().to_owned(), ..plan })
}

pub fn amend_meeting(desk: &mut Desk, request: AmendMeeting) -> Result<MeetingRow, Failure> {
    let before = desk.read(|reader| kept(reader, request.meeting))?;
    // A day that stays may lie in the past: a meeting that was held late still gets its room and its chair.
    let earliest = desk.today().min(before.date);
    let plan = checked(request.plan, earliest)?;
    desk.write(CHANGED, |writer, _| {
        let mut meeting = kept(writer, request.meeting)?;
        if !matches!(meeting.status, MeetingStatus::Planned | MeetingStatus::Issued) {
            let words = format!("The meeting is {} and its plan stands", meeting.status.words());
            return Err(Failure::refused(words));
        }
        (meeting.date, meeting.starts, meeting.minutes) = (plan.date, plan.starts, plan.minutes);
        (meeting.room, meeting.chair) = (plan.room, plan.chair);
        Ok(writer.put_meeting(&meeting)?)
    })?;
    get_meeting(desk, OfMeeting { meeting: request.meeting })
}

pub fn cancel_meeting(desk: &mut Desk, request: CancelMeeting) -> Result<MeetingRow, Failure> {
    let because = request.because.trim().to_owned();
    if because.is_empty() {
        return Err(Failure::refused("Say why the meeting is called off").at("because"));
    }
    desk.write(CHANGED, |writer, _| {
        let mut meeting = kept(writer, request.meeting)?;
        meeting.become_status(MeetingStatus::Cancelled)?;
        meeting.cancelled_because = because;
        writer.put_meeting(&meeting)?;
        crate::replies::forget_email(writer, meeting.id)
    })?;
    get_meeting(desk, OfMeeting { meeting: request.meeting })
}

/// Returns every meeting with its items, by date, as `meeting list --json` prints them.
pub fn meeting_entries(desk: &Desk) -> Result<Vec<MeetingEntry>, Failure> {
    desk.read(|reader| {
        let names = Names::load(reader)?;
        let meetings = reader.list_meetings()?;
        meetings.into_iter().map(|meeting| entry(reader, &names, meeting)).collect()
    })
}

fn entry(reader: &Reader<'_>, names: &Names, meeting: Meeting) -> Result<MeetingEntry, Failure> {
    let items = item_facts::all(reader, reader.items_of(meeting.id)?)?;
    let slots = item_facts::slots(&meeting, &items);
    let items = items
        .iter()
        .zip(slots)
        .map(|(facts, slot)| MeetingEntryItem {
            position: facts.item.position,
            reference: facts.reference(),
            title: title(facts, names, meeting.date),
            starts: slot.starts,
            minutes: facts.item.minutes,
        })
        .collect();
    Ok(MeetingEntry {
        id: meeting.id,
        date: meeting.date,
        starts: meeting.starts,
        kind: meeting.kind,
        status: meeting.status,
        items,
    })
}

/// Returns an item's title, or what it is where it has none.
pub fn title(facts: &item_facts::ItemFacts, names: &Names, day: NaiveDate) -> String {
    let own = facts.item.title.trim();
    let of_referral = facts.referral.as_ref().map(|referral| referral.title.trim()).unwrap_or_default();
    match (own, of_referral) {
        ("", "") => facts.words(names, day),
        ("", title) => title.to_owned(),
        (title, _) => title.to_owned(),
    }
}

/// Returns the meeting that `text` names: its date, its key or its number. Two meetings on the date are both named.
pub fn find_meeting(desk: &Desk, text: &str) -> Result<MeetingId, Failure> {
    desk.read(|reader| {
        let text = text.trim();
        if let Ok(date) = text.parse::<NaiveDate>() {
            let on = reader.meetings_on(date)?;
            return match on.as_slice() {
                [] => Err(Failure::refused(format!("There is no meeting on {}", words::table_date(date)))),
                [only] => Ok(only.id),
                several => {
                    let each = |meeting: &Meeting| format!("{} at {}", meeting.id, meeting.starts.words());
                    let listed: Vec<String> = several.iter().map(each).collect();
                    let day = words::table_date(date);
                    Err(Failure::refused(format!(
                        "There are {} meetings on {day}: {}; name one by its id",
                        several.len(),
                        words::listed(&listed)
                    )))
                }
            };
        }
        let named = |meeting: &Meeting| meeting.id.to_string() == text;
        let found = reader.list_meetings()?.into_iter().find(named);
        found.map(|meeting| meeting.id).ok_or_else(|| {
            Failure::refused(format!("“{text}” is neither the date nor the id of a meeting"))
                .with_hint("Write the date like 2026-11-24")
        })
    })
}
