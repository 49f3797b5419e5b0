//! The minutes, gathered from the record.

use ::papers::model as paper;
use chrono::NaiveDate;
use domain::action::Action;
use domain::attendance::standing;
use domain::issue::IssuedPaper;
use domain::meeting::{About, Attendance, AttendanceMode, Meeting, MeetingStatus, MinutesRevision};
use domain::minutes::{previous_of, text_of};
use domain::report::Period;
use domain::score::{Score, ScoreStage, ScoreState};
use domain::words::listed;
use store::Reader;

use super::{abbreviations, parts};
use crate::action_rows::RowMaker;
use crate::failure::Failure;
use crate::issues::Frozen;
use crate::item_facts::{CaseFacts, ItemFacts};
use crate::london;
use crate::minutes::{closing_lines, raised_at, raised_under};
use crate::room::{Loaded, attendance_lines, heading_line};
use crate::wire::actions::ActionRow;

struct Gathering<'a, 'store> {
    reader: &'a Reader<'store>,
    loaded: Loaded,
    rows: RowMaker,
    revisions: Vec<MinutesRevision>,
    raised: Vec<ActionRow>,
    previous: Option<NaiveDate>,
    next: Option<Meeting>,
}

/// Gathers the minutes of a meeting. Lights are read on the meeting's day.
pub fn gathered(reader: &Reader<'_>, meeting: Meeting) -> Result<paper::MinutesPaper, Failure> {
    if meeting.began_at.is_none() {
        return Err(Failure::refused("The meeting has not begun; there are no minutes yet"));
    }
    let meetings = reader.list_meetings()?;
    let rows = RowMaker::load(reader, meeting.date)?;
    let gathering = Gathering {
        reader,
        revisions: reader.revisions_of(meeting.id)?,
        raised: raised_at(reader, &rows, &meeting)?,
        previous: previous_of(&meeting, &meetings).map(|each| each.date),
        next: next_of(&meeting, &meetings).cloned(),
        loaded: Loaded::load(reader, meeting)?,
        rows,
    };
    gathering.paper()
}

/// Returns the meeting that follows; absent when none is planned.
fn next_of<'a>(meeting: &Meeting, meetings: &'a [Meeting]) -> Option<&'a Meeting> {
    let later = |each: &&Meeting| {
        (each.date, each.number) > (meeting.date, meeting.number) && each.status != MeetingStatus::Cancelled
    };
    meetings.iter().filter(later).min_by_key(|each| (each.date, each.number))
}

/// Returns how far the minutes of a meeting have come.
pub fn status(reader: &Reader<'_>, meeting: &Meeting) -> Result<paper::MinutesStatus, Failure> {
    let (Some(by), Some(at)) = (meeting.approved_by.clone(), meeting.approved_at) else {
        return Ok(paper::MinutesStatus::Draft);
    };
    let on = london::date(at);
    if meeting.status != MeetingStatus::Confirmed {
        return Ok(paper::MinutesStatus::Approved { by, on });
    }
    let at_meeting = meeting.confirmed_in.map(|id| reader.get_meeting(id)).transpose()?.flatten();
    let (confirmed, confirmed_by) = match (at_meeting, meeting.confirmed_at) {
        (Some(meeting), _) => (meeting.date, None),
        (None, Some(at)) => (london::date(at), meeting.confirmed_by.clone()),
        // Minutes that were confirmed before it was kept when: they are confirmed at the next meeting (published practice).
        (None, None) => (next_of(meeting, &reader.list_meetings()?).map_or(on, |next| next.date), None),
    };
    Ok(paper::MinutesStatus::Confirmed { by, on, confirmed, confirmed_by })
}

/// Returns the number of the first paragraph of a meeting's minutes in the formal style: they run on through the municipal
/// year (published practice). Minutes that were approved keep theirs, and the next ones to be approved go on after the
/// highest, because a number that was given is given once.
fn first_paragraph(reader: &Reader<'_>, meeting: &Meeting) -> Result<u32, Failure> {
    if let Some(frozen) = Frozen::first(reader, meeting.id, IssuedPaper::Minutes)? {
        return Ok(frozen.minutes(|_| false)?.first_paragraph.max(1));
    }
    let Some(year) = Period::municipal_year_of(meeting.date) else { return Ok(1) };
    let mut next = 1;
    for other in reader.list_meetings()?.into_iter().filter(|other| year.holds(other.date)) {
        if let Some(frozen) = Frozen::first(reader, other.id, IssuedPaper::Minutes)? {
            let minutes = frozen.minutes(|_| true)?;
            next = next.max(minutes.first_paragraph.max(1) + ::papers::formal_paragraphs(&minutes));
        }
    }
    Ok(next)
}

impl Gathering<'_, '_> {
    fn paper(&self) -> Result<paper::MinutesPaper, Failure> {
        let settings = self.reader.settings()?;
        let meeting = &self.loaded.meeting;
        let items: Result<_, _> = self
            .loaded
            .items
            .iter()
            .filter(|facts| self.is_printed(facts))
            .map(|facts| self.item(facts))
            .collect();
        Ok(paper::MinutesPaper {
            hub: settings.hub.clone(),
            marking: parts::marking(&settings),
            title: parts::TITLE.to_owned(),
            date: meeting.date,
            commenced: meeting.began_at.map_or(meeting.starts, london::time),
            concluded: meeting.concluded_at.map(london::time),
            place: meeting.room.clone(),
            status: status(self.reader, meeting)?,
            copy: None,
            extract_of: None,
            notice: String::new(),
            style: paper::MinutesStyle::Tasking,
            first_paragraph: first_paragraph(self.reader, meeting)?,
            chair: meeting.chair.clone(),
            declaration: self.declaration(),
            attendance: self.attendance(),
            matters_arising: parts::arising(self.reader, &self.rows, meeting)?,
            items: items?,
            next_meeting: self.next.as_ref().map(|next| paper::NextMeeting {
                date: next.date,
                starts: Some(next.starts),
                place: next.room.clone(),
            }),
            corrections: self.corrections(),
            abbreviations: abbreviations::all(self.reader)?,
        })
    }

    fn declaration(&self) -> Option<String> {
        let read = self.loaded.meeting.declaration_read_at.map(london::time)?;
        let heard: Vec<String> = standing(&self.loaded.attendance)
            .into_iter()
            .filter(|entry| entry.heard_declaration)
            .map(|entry| entry.name.clone())
            .collect();
        let by = if heard.is_empty() { String::new() } else { format!("; heard by {}", listed(&heard)) };
        Some(format!("The confidentiality declaration was read at {}{by}.", read.words()))
    }

    fn attendance(&self) -> Vec<paper::AttendanceRow> {
        let chair = self.loaded.meeting.chair.as_str();
        attendance_lines(&self.loaded.attendance, self.rows.names())
            .into_iter()
            .map(|line| paper::AttendanceRow {
                presence: presence(&line.entry, chair),
                note: line.entry.items_words(),
                name: if line.entry.name == line.agency { String::new() } else { line.entry.name },
                agency: line.agency,
            })
            .collect()
    }

    /// Tells whether an item is printed by itself: what opens the meeting stands in attendance and matters arising
    /// already, and a break needs no minute, unless something was said.
    fn is_printed(&self, facts: &ItemFacts) -> bool {
        let opens = matches!(facts.item.about, About::Welcome | About::MattersArising | About::Break);
        !opens
            || self.loaded.decision(facts.item.id).is_some()
            || !text_of(facts.item.id, &self.loaded.key_points, &self.revisions).is_empty()
    }

    fn item(&self, facts: &ItemFacts) -> Result<paper::MinuteItem, Failure> {
        let id = facts.item.id;
        let text = text_of(id, &self.loaded.key_points, &self.revisions);
        let decision = self.loaded.decided(facts);
        let noted = || (!facts.item.asks_decision()).then(|| "Noted".to_owned());
        let line = heading_line(facts, self.rows.names(), self.loaded.meeting.date);
        Ok(paper::MinuteItem {
            reference: facts.reference(),
            headline: if line.is_empty() { facts.heading() } else { line },
            paragraph: None,
            taken: facts.item.began_at.map(london::time),
            purpose: match facts.reference() {
                Some(_) => facts.item.title.clone(),
                None => String::new(),
            },
            key_points: text.lines().map(str::to_owned).filter(|point| !point.trim().is_empty()).collect(),
            decision: decision.or_else(noted),
            closing: closing_lines(facts, &self.loaded),
            outcomes: Vec::new(),
            score: self.score(facts)?,
            override_reason: facts.referral.as_ref().and_then(|referral| referral.gate_override.clone()),
            new_actions: raised_under(facts, &self.raised).iter().map(parts::agreed).collect(),
            reviewed_actions: match &facts.case {
                Some(of_case) => self.reviewed(of_case)?,
                None => Vec::new(),
            },
        })
    }

    /// Returns the actions raised before this meeting that it spoke of: those owed, and those done since the last one.
    fn reviewed(&self, of_case: &CaseFacts) -> Result<Vec<paper::ActionRow>, Failure> {
        let meeting = &self.loaded.meeting;
        let spoken_of = |action: &Action| {
            let done = action.done_on.is_some_and(|on| self.previous.is_none_or(|since| on >= since));
            action.raised_on < meeting.date && (action.status.is_open() || done)
        };
        let spoken_of = of_case.actions.iter().filter(|action| spoken_of(action)).cloned().collect();
        let rows = self.rows.rows_of(self.reader, &of_case.case.reference, spoken_of)?;
        Ok(rows.iter().map(parts::action).collect())
    }

    /// Returns the score that was given at this meeting: `62 (mid-point), was 80; person matrix, version 2`.
    fn score(&self, facts: &ItemFacts) -> Result<Option<String>, Failure> {
        let Some(of_case) = &facts.case else { return Ok(None) };
        let mut scores: Vec<Score> = self
            .reader
            .scores_of(of_case.case.id)?
            .into_iter()
            .filter(|score| score.episode == of_case.episode.id)
            .collect();
        scores.sort_by_key(|score| score.serial);
        let at = scores.iter().rposition(|score| score.on == Some(self.loaded.meeting.date));
        Ok(at.map(|at| {
            let stage = match scores[at].stage {
                ScoreStage::Start => "at the start",
                ScoreStage::MidPoint => "mid-point",
                ScoreStage::Closure => "at closure",
                ScoreStage::AsPublished => "as published",
            };
            let (score, before) = (&scores[at], at.checked_sub(1).map(|before| scores[before].total));
            let before = match before {
                Some(before) if before == score.total => format!(", {}", ScoreState::Unchanged.words()),
                Some(before) => format!(", was {before}"),
                None => String::new(),
            };
            format!("{} ({stage}){before}; {}", score.total, score.matrix)
        }))
    }

    fn corrections(&self) -> Vec<paper::Correction> {
        let place = |revision: &MinutesRevision| {
            let facts = revision.item.and_then(|item| self.loaded.facts(item));
            facts.map_or_else(|| "the meeting as a whole".to_owned(), ItemFacts::heading)
        };
        let after = self.revisions.iter().filter(|revision| revision.after_approval);
        after
            .map(|revision| paper::Correction {
                date: london::date(revision.at),
                by: revision.by.clone(),
                place: place(revision),
                was: revision.before.clone(),
                now: revision.after.clone(),
            })
            .collect()
    }
}

fn presence(entry: &Attendance, chair: &str) -> paper::Presence {
    match entry.mode {
        AttendanceMode::InRoom | AttendanceMode::DialledIn if !chair.is_empty() && entry.name == chair => {
            paper::Presence::InTheChair
        }
        AttendanceMode::InRoom if !entry.substitute_for.is_empty() => {
            paper::Presence::Substitute { instead_of: entry.substitute_for.clone() }
        }
        AttendanceMode::InRoom => paper::Presence::Present,
        AttendanceMode::DialledIn => paper::Presence::DialIn,
        AttendanceMode::Apologies => paper::Presence::Apologies,
        AttendanceMode::Written => paper::Presence::WrittenUpdate,
        AttendanceMode::Observer => paper::Presence::Observer,
        // Because attendance lines leave out what was only announced, the other two never come here.
        AttendanceMode::NoContact | AttendanceMode::Coming | AttendanceMode::DiallingIn => {
            paper::Presence::NoContact
        }
    }
}
