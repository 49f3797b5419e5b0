//! The agenda as the builder shows it.

use chrono::NaiveDate;
use domain::agenda::{Slot, Timed, length, missed, overflow};
use domain::calendar;
use domain::light::LightRules;
use domain::meeting::{About, Meeting, MeetingStatus};
use store::Reader;

use super::gathering::Gathered;
use super::visits::{visits, who_comes};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::item_facts::{self, ItemFacts, lights, slots};
use crate::meetings;
use crate::names::Names;
use crate::wire::everything::*;

pub fn get_agenda(desk: &mut Desk, request: OfMeeting) -> Result<AgendaView, Failure> {
    let today = desk.today();
    desk.read(|reader| {
        let meeting = meetings::kept(reader, request.meeting)?;
        let settings = reader.settings()?;
        let names = Names::load(reader)?;
        let items = item_facts::all(reader, reader.items_of(meeting.id)?)?;
        let slots = slots(&meeting, &items);
        let headings: Vec<(Timed, String)> =
            items.iter().map(|facts| (Timed::from(&facts.item), facts.heading())).collect();
        let headings: Vec<(Timed, &str)> =
            headings.iter().map(|(timed, each)| (*timed, each.as_str())).collect();
        let planned_minutes: u32 = items.iter().map(|facts| facts.item.minutes).sum();
        let timed: Vec<Timed> = headings.iter().map(|(timed, _)| *timed).collect();
        let takes = length(meeting.starts, &timed);
        let visits = visits(reader, &names, &meeting, &items)?;
        let editable = matches!(meeting.status, MeetingStatus::Planned | MeetingStatus::Running);
        let ahead = editable || meeting.status == MeetingStatus::Issued;
        let not_on_it = if ahead { candidates(reader, &names, &meeting, &items, today)? } else { Vec::new() };
        Ok(AgendaView {
            meeting: meetings::row(reader, &meeting)?,
            goes_out_on: calendar::agenda_day(meeting.date),
            freezes_at: settings.agenda_freezes,
            groups: groups(&items, &slots, &names, &meeting, today, settings.lights),
            planned_minutes,
            ends: meeting.starts.plus(takes),
            spare_minutes: i64_to_minutes(i64::from(meeting.minutes) - i64::from(takes)),
            overflow: overflow(meeting.starts, meeting.minutes, &headings),
            not_kept: missed(&slots, &headings),
            waiting_minutes: visits.iter().map(|each| each.waiting).sum(),
            who_comes: visits.into_iter().map(who_comes).collect(),
            can_take_back: meeting.status == MeetingStatus::Planned && !meeting.order_before.is_empty(),
            not_on_it,
            editable,
        })
    })
}

fn i64_to_minutes(minutes: i64) -> i32 {
    i32::try_from(minutes).unwrap_or(i32::MIN)
}

fn groups(
    items: &[ItemFacts],
    slots: &[Slot],
    names: &Names,
    meeting: &Meeting,
    today: NaiveDate,
    rules: LightRules,
) -> Vec<AgendaGroup> {
    let mut groups: Vec<AgendaGroup> = Vec::new();
    for (facts, slot) in items.iter().zip(slots) {
        let group = facts.item.group;
        if groups.last().is_none_or(|last| last.group != group) {
            groups.push(AgendaGroup {
                group,
                words: group.words().to_owned(),
                minutes: 0,
                items: Vec::new(),
            });
        }
        let Some(last) = groups.last_mut() else { continue };
        last.minutes += facts.item.minutes;
        last.items.push(AgendaItem {
            id: facts.item.id,
            position: facts.item.position,
            about: facts.item.about,
            reference: facts.reference(),
            title: meetings::title(facts, names, meeting.date),
            why: facts.item.why.clone(),
            depth: facts.item.depth,
            starts: slot.starts,
            minutes: facts.item.minutes,
            lights: facts.lights(today, rules),
            agencies: facts.agencies().into_iter().map(|id| names.short(Some(id)).to_owned()).collect(),
            over_time: slot.beyond,
            idle: slot.idle,
            late: slot.late,
            fixed_at: facts.item.fixed_at,
            pinned: facts.item.pinned,
            needs: needs(facts, names),
        });
    }
    groups
}

/// Returns the agencies that an item concerns or that the user named for it, with whether each is needed.
fn needs(facts: &ItemFacts, names: &Names) -> Vec<AgencyNeed> {
    let (concerned, needed) = (facts.concerned(), facts.agencies());
    let said = facts.item.needs.iter().map(|need| need.agency).filter(|agency| !concerned.contains(agency));
    let all = concerned.iter().copied().chain(said);
    all.map(|agency| AgencyNeed {
        agency,
        name: names.short(Some(agency)).to_owned(),
        by_record: concerned.contains(&agency),
        needed: needed.contains(&agency),
    })
    .collect()
}

/// Returns the open cases and tabled referrals that are not on the agenda: what is due first.
fn candidates(
    reader: &Reader<'_>,
    names: &Names,
    meeting: &Meeting,
    items: &[ItemFacts],
    today: NaiveDate,
) -> Result<Vec<AgendaCandidate>, Failure> {
    let gathered = Gathered::load(reader, names, meeting, today)?;
    let settings = reader.settings()?;
    let there = |about: About| items.iter().any(|facts| facts.item.about == about);
    let referrals = gathered.referrals.iter().map(|tabled| {
        let item = gathered.tabled(tabled).candidate(&settings.slots);
        AgendaCandidate {
            about: item.about,
            reference: tabled.0.number.to_string(),
            title: tabled.0.title.clone(),
            why: item.why,
            due: true,
            depth: item.depth,
            group: item.group,
            minutes: item.minutes,
            lights: Vec::new(),
        }
    });
    let mut cases: Vec<_> = gathered.cases.iter().collect();
    cases.sort_by(|one, other| one.facts.case.reference.cmp(&other.facts.case.reference));
    let cases = cases.into_iter().map(|open| {
        let (item, due) = gathered.wanted(open).candidate(&settings.slots);
        AgendaCandidate {
            about: item.about,
            reference: open.facts.case.reference.to_string(),
            title: open.words.clone(),
            why: item.why,
            due,
            depth: item.depth,
            group: item.group,
            minutes: item.minutes,
            lights: lights(&open.facts.actions, today, settings.lights),
        }
    });
    let mut all: Vec<AgendaCandidate> = referrals.chain(cases).filter(|each| !there(each.about)).collect();
    all.sort_by_key(|each| !each.due);
    Ok(all)
}
