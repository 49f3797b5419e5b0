//! The agenda as the builder shows it.

use chrono::NaiveDate;
use domain::agency::Agency;
use domain::agenda::{Slot, Visit, overflow, running_order, visit};
use domain::calendar;
use domain::ids::AgencyId;
use domain::light::LightRules;
use domain::meeting::{About, Meeting, MeetingStatus};
use store::Reader;

use super::gathering::Gathered;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::item_facts::{self, ItemFacts, lights};
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
        let headings: Vec<(u32, String)> =
            items.iter().map(|facts| (facts.item.minutes, facts.heading())).collect();
        let headings: Vec<(u32, &str)> =
            headings.iter().map(|(minutes, each)| (*minutes, each.as_str())).collect();
        let planned_minutes: u32 = headings.iter().map(|(minutes, _)| minutes).sum();
        let editable = matches!(meeting.status, MeetingStatus::Planned | MeetingStatus::Running);
        let not_on_it =
            if editable { candidates(reader, &names, &meeting, &items, today)? } else { Vec::new() };
        Ok(AgendaView {
            meeting: meetings::row(reader, &meeting)?,
            goes_out_on: calendar::agenda_day(meeting.date),
            freezes_at: settings.agenda_freezes,
            groups: groups(&items, &slots, &names, &meeting, today, settings.lights),
            planned_minutes,
            ends: meeting.starts.plus(planned_minutes),
            spare_minutes: i64_to_minutes(i64::from(meeting.minutes) - i64::from(planned_minutes)),
            overflow: overflow(meeting.minutes, &headings),
            who_comes: who_comes(reader, &names, &meeting, &items, &slots)?,
            not_on_it,
            editable,
        })
    })
}

fn i64_to_minutes(minutes: i64) -> i32 {
    i32::try_from(minutes).unwrap_or(i32::MIN)
}

/// Returns when each item is, in their order.
pub fn slots(meeting: &Meeting, items: &[ItemFacts]) -> Vec<Slot> {
    let minutes: Vec<u32> = items.iter().map(|facts| facts.item.minutes).collect();
    running_order(meeting.starts, meeting.minutes, &minutes)
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
        });
    }
    groups
}

/// Returns when each agency that takes part is expected: those with items by arrival, then the others by name.
pub fn visits(
    reader: &Reader<'_>,
    names: &Names,
    meeting: &Meeting,
    items: &[ItemFacts],
) -> Result<Vec<(Agency, Visit)>, Failure> {
    visits_at(reader, names, meeting, items, &slots(meeting, items))
}

fn visits_at(
    reader: &Reader<'_>,
    names: &Names,
    meeting: &Meeting,
    items: &[ItemFacts],
    slots: &[Slot],
) -> Result<Vec<(Agency, Visit)>, Failure> {
    let written: Vec<AgencyId> =
        reader.written_updates_of(meeting.id)?.into_iter().map(|update| update.agency).collect();
    let mut visits: Vec<(Agency, Visit)> = names
        .agencies
        .values()
        .filter(|agency| agency.active)
        .map(|agency| {
            let concerns = |facts: &ItemFacts| facts.agencies().contains(&agency.id);
            let own: Vec<Slot> =
                items.iter().zip(slots).filter(|(facts, _)| concerns(facts)).map(|(_, slot)| *slot).collect();
            (agency.clone(), visit(agency.presence, written.contains(&agency.id), &own))
        })
        .collect();
    let rank = |visit: Visit| match visit {
        Visit::Between { arrives, .. } => (0, arrives.minutes()),
        Visit::Written => (1, 0),
        Visit::Throughout => (2, 0),
        Visit::NoItem => (3, 0),
    };
    visits.sort_by_cached_key(|(agency, visit)| (rank(*visit), agency.name.to_lowercase()));
    Ok(visits)
}

fn who_comes(
    reader: &Reader<'_>,
    names: &Names,
    meeting: &Meeting,
    items: &[ItemFacts],
    slots: &[Slot],
) -> Result<Vec<WhoComes>, Failure> {
    let line = |(agency, visit): (Agency, Visit)| {
        let (arrives, leaves) = match visit {
            Visit::Between { arrives, leaves } => (Some(arrives), Some(leaves)),
            _ => (None, None),
        };
        WhoComes { agency: agency.short_name, arrives, leaves, words: visit.words() }
    };
    Ok(visits_at(reader, names, meeting, items, slots)?.into_iter().map(line).collect())
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
