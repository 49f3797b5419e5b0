//! Do we need to meet? What waits for a meeting, what to do with it, and the notice when it is not held.

use chrono::{Days, NaiveDate};
use domain::agenda::{Following, Waiting, advice, notice};
use domain::calendar;
use domain::meeting::{Meeting, MeetingStatus};
use store::Reader;

use super::gathering::Gathered;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::meetings::kept;
use crate::names::Names;
use crate::wire::everything::*;

/// Returns whether there is need for a meeting that is ahead; absent when it runs or is over.
pub fn need_of(
    reader: &Reader<'_>,
    meeting: &Meeting,
    today: NaiveDate,
) -> Result<Option<NeedView>, Failure> {
    if !matches!(meeting.status, MeetingStatus::Planned | MeetingStatus::Issued) {
        return Ok(None);
    }
    let names = Names::load(reader)?;
    let gathered = Gathered::load(reader, &names, meeting, today)?;
    let items = reader.items_of(meeting.id)?;
    let waiting = Waiting {
        referrals: gathered.referrals.len() as u32,
        orders_due: gathered.orders_due,
        by_hand: items.iter().filter(|item| item.about == domain::meeting::About::Other).count() as u32,
        ..Waiting::on_cases(gathered.cases.iter().map(|case| gathered.wanted(case).facts))
    };
    Ok(Some(NeedView {
        meeting: meeting.id,
        words: waiting.words(),
        needed: waiting.needs_meeting(),
        matters: waiting.matters(),
        advice: advice(meeting.date, &waiting, reader.settings()?.meeting_day),
    }))
}

pub fn get_need(desk: &mut Desk, request: OfMeeting) -> Result<NeedOfMeeting, Failure> {
    let today = desk.today();
    desk.read(|reader| {
        let need = need_of(reader, &kept(reader, request.meeting)?, today)?;
        Ok(NeedOfMeeting { need })
    })
}

pub fn draft_notice(desk: &mut Desk, request: DraftNotice) -> Result<NoticeDraft, Failure> {
    desk.read(|reader| {
        let meeting = kept(reader, request.meeting)?;
        let drafted =
            notice(&reader.settings()?.hub, &meeting, &request.because, following(reader, &meeting)?);
        Ok(NoticeDraft {
            to: recipients(&Names::load(reader)?),
            subject: drafted.subject,
            text: drafted.text,
        })
    })
}

/// Returns the meeting after `meeting`: the next that is planned, or else the day that the rules propose.
fn following(reader: &Reader<'_>, meeting: &Meeting) -> Result<Following, Failure> {
    let later = |each: &Meeting| each.id != meeting.id && each.status.is_ahead() && each.date > meeting.date;
    let planned = reader.list_meetings()?.into_iter().find(later);
    if let Some(next) = planned {
        return Ok(Following { date: next.date, starts: next.starts, planned: true });
    }
    let from = meeting.date.checked_add_days(Days::new(1)).unwrap_or(meeting.date);
    let date = calendar::next_meeting_day(from, reader.settings()?.meeting_day);
    Ok(Following { date, starts: meeting.starts, planned: false })
}

/// Returns to whom a notice goes: everybody who usually comes, and agencies from which nobody is named.
fn recipients(names: &Names) -> Vec<String> {
    let mut agencies: Vec<_> = names.agencies.values().filter(|agency| agency.active).collect();
    agencies.sort_by_key(|agency| agency.name.to_lowercase());
    let mut all = Vec::new();
    for agency in agencies {
        let comes = |officer: &&domain::agency::Officer| {
            officer.agency == agency.id && officer.active && officer.attends
        };
        let mut officers: Vec<_> = names.officers.values().filter(comes).collect();
        officers.sort_by_key(|officer| officer.name.to_lowercase());
        all.extend(officers.iter().map(|officer| match officer.email.trim() {
            "" => format!("{}, {}", officer.name, agency.name),
            email => format!("{}, {} <{email}>", officer.name, agency.name),
        }));
        if officers.is_empty() {
            all.push(agency.name.clone());
        }
    }
    all
}
