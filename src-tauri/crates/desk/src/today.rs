//! Today: what the first screen tells.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::acceptance::Acceptance;
use domain::calendar::{self, DayKind};
use domain::clock_watch::Interruption;
use domain::meeting::{Meeting, MeetingStatus};
use domain::referral::ReferralStatus;
use domain::settings::{Settings, is_copy_old};
use domain::words;
use store::Reader;

use crate::cases::list_cases;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::orders::list_orders;
use crate::wire::everything::*;

pub fn get_today(desk: &mut Desk, _request: Nothing) -> Result<TodayView, Failure> {
    let today = desk.today();
    let register = list_cases(desk, Nothing {})?;
    let orders = list_orders(desk, Nothing {})?;
    let actions = crate::actions::list_actions(desk, Nothing {})?;
    let backup = crate::backups::last_backup(desk).map(crate::london::date);
    let refused =
        desk.copy_refused.clone().map(|why| format!("The copy of the record could not be made. {why}"));
    let copying = desk.copy_due || desk.copying;
    let set_back: Vec<String> = desk
        .interruptions()
        .iter()
        .filter(|each| matches!(each, Interruption::SetBack(_)))
        .map(crate::room::words_of_interruption)
        .collect();
    desk.read(|reader| {
        let meetings = reader.list_meetings()?;
        let settings = reader.settings()?;
        let ahead = |meeting: &&Meeting| meeting.status.is_ahead();
        let next = meetings.iter().filter(ahead).min_by_key(|meeting| (meeting.date, meeting.starts));
        let triage = crate::referrals::rows(reader, |referral| referral.status == ReferralStatus::InTriage)?;
        let coming: Vec<TodayLine> = orders.coming.iter().map(coming).collect();
        let need = match next {
            Some(next) => crate::agenda::need_of(reader, next, today)?,
            None => None,
        };
        let mut remarks = remarks(next.map_or(today, |meeting| meeting.date));
        // A copy that is on its way is not asked for.
        remarks.extend(copy_wanted(today, backup).filter(|_| !copying));
        remarks.extend(elsewhere(&settings, today));
        if register.rows.is_empty() {
            remarks.clear();
        }
        remarks.extend(refused);
        remarks.extend(set_back);
        Ok(TodayView {
            today,
            next: next.map(|meeting| crate::meetings::row(reader, meeting)).transpose()?,
            proposed: calendar::next_meeting_day(today, settings.meeting_day),
            need: need_words(next, need.as_ref(), register.figures.open),
            // Because a new hub that plans its first meeting is not to be told to cancel it.
            advice: need.filter(|need| need.needed || register.figures.open > 0).map(|need| need.advice),
            replies: next.map(|meeting| replies(reader, meeting, today)).transpose()?.flatten(),
            before_pack: before_pack(next, &triage, today),
            late: late(&actions.rows),
            acceptance: acceptance(&actions.rows),
            coming,
            without_mid_point: without_mid_point(&register.rows),
            counts: RailCounts {
                cases: register.figures.open,
                referrals: triage.len() as u32,
                actions: actions.open,
                orders: orders.in_place + orders.pending,
            },
            triage,
            remarks,
            review_due: crate::retention::due_line(reader, today)?,
        })
    })
}

fn need_words(next: Option<&Meeting>, need: Option<&NeedView>, open: u32) -> String {
    match (next, need) {
        (Some(meeting), _) if meeting.status == MeetingStatus::Running => "The meeting is running".to_owned(),
        (_, None | Some(NeedView { needed: false, .. })) if open == 0 => "No case is open yet".to_owned(),
        (None, _) => "No meeting is planned".to_owned(),
        (Some(_), need) => need.map(|need| need.words.clone()).unwrap_or_default(),
    }
}

fn replies(reader: &Reader<'_>, meeting: &Meeting, today: NaiveDate) -> Result<Option<TodayLine>, Failure> {
    let words = crate::replies::count(reader, meeting, today)?;
    let address = format!("/meetings/{}/replies", meeting.id);
    Ok(words.map(|words| TodayLine { words, on: None, address }))
}

fn before_pack(next: Option<&Meeting>, triage: &[ReferralRow], today: NaiveDate) -> Vec<TodayLine> {
    let mut lines = Vec::new();
    let Some(meeting) = next else { return lines };
    let line = |words: String, on: Option<NaiveDate>, address: String| TodayLine { words, on, address };
    if !triage.is_empty() {
        let count = words::count(triage.len(), "referral is", "referrals are");
        lines.push(line(format!("{count} in triage"), None, "/referrals".to_owned()));
    }
    if meeting.status == MeetingStatus::Planned {
        let goes_out = calendar::agenda_day(meeting.date);
        let words = match goes_out < today {
            true => "The agenda should have gone out",
            false => "The agenda goes out",
        };
        lines.push(line(words.to_owned(), Some(goes_out), format!("/meetings/{}/agenda", meeting.id)));
    }
    if meeting.room.is_empty() && meeting.status != MeetingStatus::Running {
        let address = format!("/meetings/{}/agenda", meeting.id);
        lines.push(line("The room is not known yet".to_owned(), None, address));
    }
    lines
}

fn late(rows: &[ActionRow]) -> Vec<LateLine> {
    let mut agencies: BTreeMap<(String, String), (u32, u32)> = BTreeMap::new();
    for row in rows.iter().filter(|row| row.status.is_open() && row.days_late > 0) {
        let key = (row.agency.name.clone(), row.agency.id.to_string());
        let (late, worst) = agencies.entry(key).or_default();
        *late += 1;
        *worst = row.days_late.max(*worst);
    }
    let line = |((agency, id), (late, worst_days)): ((String, String), (u32, u32))| LateLine {
        agency,
        late,
        worst_days,
        address: format!("/actions?agency={id}&late=1"),
    };
    let mut lines: Vec<LateLine> = agencies.into_iter().map(line).collect();
    lines.sort_by_key(|line| std::cmp::Reverse((line.late, line.worst_days)));
    lines
}

/// Returns the actions that nobody has taken on yet: declined ones are the chair's to decide.
fn acceptance(rows: &[ActionRow]) -> Vec<TodayLine> {
    let mut waiting: Vec<&ActionRow> =
        rows.iter().filter(|row| row.declined || row.awaits_acceptance).collect();
    waiting.sort_by_key(|row| (!row.declined, row.raised_on, row.number));
    let words = |row: &ActionRow| match &row.acceptance {
        Acceptance::Declined { reason, .. } => {
            format!("{} declined {} on {}: {reason}", row.agency.name, row.number, row.reference)
        }
        _ => format!("{} has not accepted {} on {}", row.agency.name, row.number, row.reference),
    };
    let line = |row: &&ActionRow| TodayLine {
        words: words(row),
        on: Some(row.raised_on),
        address: format!("/actions?action={}", row.id),
    };
    waiting.iter().map(line).collect()
}

fn coming(due: &OrderDueLine) -> TodayLine {
    let order = if due.alone { due.kind.clone() } else { format!("{} on {}", due.kind, due.on_words) };
    TodayLine {
        words: format!("{order}: {}", due.what.words()),
        on: Some(due.on),
        address: format!("/orders/{}", due.order),
    }
}

fn without_mid_point(rows: &[RegisterRow]) -> Vec<TodayLine> {
    let mut lacking: Vec<&RegisterRow> = rows.iter().filter(|row| row.lacks_mid_point).collect();
    lacking.sort_by_key(|row| std::cmp::Reverse(row.days_open));
    let line = |row: &RegisterRow| TodayLine {
        words: format!("{}: {}", row.reference, row.mid_point.as_deref().unwrap_or_default()),
        on: None,
        address: format!("/cases/{}", row.reference),
    };
    lacking.into_iter().map(line).collect()
}

/// Asks for a copy at another place when the last one is old; a sample hub holds nothing that could be lost.
fn elsewhere(settings: &Settings, today: NaiveDate) -> Option<String> {
    match &settings.copied_elsewhere {
        _ if settings.sample => None,
        None => Some(
            "No copy lies outside this laptop yet; make one on a memory stick in the settings".to_owned(),
        ),
        Some(last) if is_copy_old(last.on, today) => {
            Some(format!("The last copy outside this laptop is of {}", words::long_date(last.on)))
        }
        Some(_) => None,
    }
}

fn remarks(meeting: NaiveDate) -> Vec<String> {
    let mut remarks = Vec::new();
    if calendar::day_kind(meeting) == DayKind::NotKnown {
        remarks.push(format!(
            "The bank holidays that this program knows end with {}; check the date of the meeting by hand",
            calendar::LAST_YEAR
        ));
    }
    remarks
}

/// Asks for a copy in the hub's own folder where there is none, or none of late.
fn copy_wanted(today: NaiveDate, backup: Option<NaiveDate>) -> Option<String> {
    match backup {
        None => Some("There is no backup yet; make one in the settings".to_owned()),
        Some(day) if is_copy_old(day, today) => {
            Some(format!("The last backup is of {}", words::long_date(day)))
        }
        Some(_) => None,
    }
}
