//! The item the room is at.

use chrono::NaiveDate;
use domain::case::CaseKind;
use domain::meeting::{About, Meeting};
use domain::minutes::standing_points;
use domain::words::{long_date, short_date};
use store::Reader;

use super::Loaded;
use crate::action_rows::RowMaker;
use crate::cases::{episode_view, link_views, subject_view};
use crate::failure::Failure;
use crate::item_facts::{CaseFacts, ItemFacts, people};
use crate::names::Names;
use crate::orders::OrderPlaces;
use crate::wire::everything::*;

/// Returns the line beside an item's heading: `T.R., 16–17, at risk · opened 6 October 2026 · lead Police, PC 1204`.
pub fn heading_line(facts: &ItemFacts, names: &Names, day: NaiveDate) -> String {
    if let Some(of_case) = &facts.case {
        return case_line(of_case, facts, names, day);
    }
    if let Some(referral) = &facts.referral {
        let parts = [facts.words(names, day), referral.title.clone(), people_words(facts, day)];
        return joined(&parts);
    }
    String::new()
}

fn case_line(of_case: &CaseFacts, facts: &ItemFacts, names: &Names, day: NaiveDate) -> String {
    let case = &of_case.case;
    let who = match case.kind {
        CaseKind::Person if !facts.subjects.is_empty() => people_words(facts, day),
        _ => facts.words(names, day),
    };
    let lead = [names.short(case.lead_agency), names.officer(case.lead_officer)];
    let lead: Vec<&str> = lead.into_iter().filter(|name| !name.is_empty()).collect();
    let lead = if lead.is_empty() { String::new() } else { format!("lead {}", lead.join(", ")) };
    joined(&[who, format!("opened {}", long_date(of_case.episode.opened)), lead])
}

fn people_words(facts: &ItemFacts, day: NaiveDate) -> String {
    let person = |(subject, role): &(domain::subject::Subject, domain::subject::SubjectRole)| {
        let view = subject_view(subject.clone(), *role, day);
        let parts = [view.initials.as_str(), view.age_band.as_str(), role.words()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    };
    facts.subjects.iter().map(person).collect::<Vec<_>>().join("; ")
}

fn joined(parts: &[String]) -> String {
    parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// Returns the current item, whole.
pub(super) fn current(
    reader: &Reader<'_>,
    rows: &RowMaker,
    loaded: &Loaded,
    facts: &ItemFacts,
    raised: bool,
    today: NaiveDate,
) -> Result<CurrentItem, Failure> {
    let meeting = &loaded.meeting;
    let decision = loaded.decision(facts.item.id);
    let case = match (&facts.case, facts.referral.as_ref().and_then(|referral| referral.case)) {
        (Some(of_case), _) => Some(room_case(reader, rows, loaded, &of_case.case, today)?),
        // An adopted referral is a case from here on, so that actions can be raised on it.
        (None, Some(adopted)) => {
            Some(room_case(reader, rows, loaded, &crate::cases::kept(reader, adopted)?, today)?)
        }
        (None, None) => None,
    };
    let new_actions = case.iter().flat_map(|case| &case.actions);
    let new_actions = new_actions.filter(|action| action.raised_at == Some(meeting.id)).cloned().collect();
    Ok(CurrentItem {
        id: facts.item.id,
        position: facts.item.position,
        about: facts.item.about,
        heading: facts.heading(),
        line: heading_line(facts, rows.names(), meeting.date),
        referral: match &facts.referral {
            Some(referral) => Some(crate::referrals::view(reader, referral.id, today)?),
            None => None,
        },
        lines: lines(reader, rows, meeting, facts.item.about)?,
        key_points: standing_points(facts.item.id, &loaded.key_points)
            .map(|point| RoomKeyPoint { id: point.id, text: point.text.clone(), shown: point.shown })
            .collect(),
        decision: decision.map(|decision| RoomDecision {
            words: decision.outcome.words_naming(facts.became.as_ref(), &decision.text),
            decision: decision.clone(),
        }),
        new_actions,
        child_not_raised: facts.is_about_child(meeting.date) && !raised,
        concerned: super::copying::concerned(facts, case.as_ref(), rows.names()),
        case,
    })
}

/// Returns the lines of an item about neither a case nor a referral.
fn lines(
    reader: &Reader<'_>,
    rows: &RowMaker,
    meeting: &Meeting,
    about: About,
) -> Result<Vec<String>, Failure> {
    match about {
        About::MattersArising => arising_lines(reader, rows, meeting),
        About::OrdersDue => {
            let due = crate::agenda::orders_due(reader, meeting.date)?;
            let places = OrderPlaces::of_orders(reader, due.iter().map(|(_, order)| order))?;
            Ok(due
                .into_iter()
                .map(|(due, order)| format!("{} · {}", places.row(order).on_words, due.words()))
                .collect())
        }
        About::Welcome | About::Case { .. } | About::Referral { .. } | About::Break | About::Other => {
            Ok(Vec::new())
        }
    }
}

/// Returns the actions of the last meeting that are still owed, a line each.
pub fn arising_lines(
    reader: &Reader<'_>,
    rows: &RowMaker,
    meeting: &Meeting,
) -> Result<Vec<String>, Failure> {
    let mut lines = Vec::new();
    for action in crate::agenda::matters_arising(reader, meeting)? {
        let reference = crate::cases::kept(reader, action.case)?.reference;
        let row = rows.row(action, reference, None);
        let due = row.due.map(|due| format!("due {}", short_date(due))).unwrap_or_default();
        let heading = format!("{} {} {}: {}", row.number, row.reference, row.agency.name, row.what);
        lines.push(joined(&[heading, row.light.light.word().to_owned(), due, row.due_words]));
    }
    Ok(lines)
}

fn room_case(
    reader: &Reader<'_>,
    rows: &RowMaker,
    loaded: &Loaded,
    case: &domain::case::Case,
    today: NaiveDate,
) -> Result<RoomCase, Failure> {
    let places = OrderPlaces::of_cases(reader, [case])?;
    let links = reader.list_links()?;
    let episode = crate::cases::latest_episode(reader, case.id)?;
    let episode = episode_view(episode, &reader.scores_of(case.id)?, today);
    let subjects = people(reader, &case.subjects)?;
    let updates = loaded.updates.iter().filter(|update| update.case == case.id);
    Ok(RoomCase {
        id: case.id,
        reference: case.reference.clone(),
        kind: case.kind,
        outline: case.outline.clone(),
        key_issues: case.key_issues.clone(),
        subjects: subjects.into_iter().map(|(subject, role)| subject_view(subject, role, today)).collect(),
        actions: rows.rows_of(reader, &case.reference, reader.actions_of(case.id)?)?,
        orders: reader.orders_of(case.id)?.into_iter().map(|order| places.row(order)).collect(),
        links: link_views(reader, case.id, &links)?,
        mid_point: crate::scoring::mid_point_words(reader, case, &episode.episode, &episode.scores, today)?,
        episode,
        updates: updates
            .map(|update| RoomUpdate {
                id: update.id,
                agency: rows.names().agency(Some(update.agency)).to_owned(),
                text: update.text.clone(),
                shown: update.shown,
                at: update.at,
            })
            .collect(),
        last_decided: last_decided(reader, &loaded.meeting, case.id)?,
        outside_facts: case.outside_facts.clone(),
    })
}

/// Returns what the last meeting before this one decided about a case; empty when none did.
pub fn last_decided(
    reader: &Reader<'_>,
    meeting: &Meeting,
    case: domain::ids::CaseId,
) -> Result<String, Failure> {
    let mut last: Option<((NaiveDate, u32), String)> = None;
    for item in reader.items_about_case(case)?.into_iter().filter(|item| item.meeting != meeting.id) {
        let of = crate::meetings::kept(reader, item.meeting)?;
        let when = (of.date, of.number);
        let decisions = reader.decisions_of_item(item.id)?;
        let decision = domain::deciding::standing(&decisions);
        let earlier = when < (meeting.date, meeting.number);
        if let Some(decision) = decision.filter(|_| earlier && last.as_ref().is_none_or(|(at, _)| *at < when))
        {
            let words = decision.outcome.words(&decision.text);
            last = Some((when, format!("{}: {words}", short_date(of.date))));
        }
    }
    Ok(last.map(|(_, words)| words).unwrap_or_default())
}
