//! What happened to a case, told from the record and its audit.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::action::Action;
use domain::case::{Case, LinkKind};
use domain::case_history::{
    CaseEvent, CaseEventKind, in_order, of_actions, of_demand, of_episodes, of_forums, of_orders, of_scores,
};
use domain::deciding;
use domain::ids::UserId;
use serde::Deserialize;
use store::Reader;
use uuid::Uuid;

use super::moving::move_views;
use crate::failure::Failure;
use crate::london;
use crate::names::Names;
use crate::wire::everything::*;

/// The kind under which the audit holds printed papers.
const PAPER: &str = "paper";

/// What is read of a paper's note in the audit.
#[derive(Deserialize)]
struct Printed {
    file_name: String,
    pages: u32,
}

/// Returns what happened to a case, the first first.
pub(crate) fn events_of(
    reader: &Reader<'_>,
    case: &Case,
    names: &Names,
    today: NaiveDate,
) -> Result<Vec<CaseEvent>, Failure> {
    let mut events = of_episodes(&reader.episodes_of(case.id)?);
    if let Some(number) = case.referral {
        let received = reader.find_referral(number)?.map(|referral| referral.received_on);
        events.push(CaseEvent::new(received, CaseEventKind::Opened, format!("Referred as {number}")));
    }
    events.extend(of_scores(&reader.scores_of(case.id)?));
    let agency = |action: &Action| names.short(Some(action.agency));
    events.extend(of_actions(&reader.actions_of(case.id)?, agency));
    events.extend(of_orders(&reader.orders_of(case.id)?));
    events.extend(of_forums(&reader.forums_of(case.id)?));
    events.extend(of_demand(&reader.demand_of(case.id)?));
    events.extend(moved(&move_views(reader, case, today)?));
    events.extend(linked(reader, case)?);
    events.extend(decided_and_printed(reader, case)?);
    events.extend(printed(reader, case.id.0, "Printed: ")?);
    Ok(in_order(events))
}

fn moved(moves: &[MoveView]) -> Vec<CaseEvent> {
    let words = |each: &MoveView| {
        let went = if each.went.is_empty() { String::new() } else { format!(": {}", each.went.join("; ")) };
        let undone = if each.undone { " (undone)" } else { "" };
        let other = each.other.as_ref().map_or_else(|| "a case".to_owned(), ToString::to_string);
        format!("{} {other}{undone}{went}", each.words)
    };
    moves.iter().map(|each| CaseEvent::new(each.on, CaseEventKind::Moved, words(each))).collect()
}

fn linked(reader: &Reader<'_>, case: &Case) -> Result<Vec<CaseEvent>, Failure> {
    let mut events = Vec::new();
    for link in reader.list_links()? {
        let ours = link.kind == LinkKind::CrossReference && link.is_cross_reference_of(case.id);
        if let (true, Some(on)) = (ours, link.on) {
            let other = super::kept(reader, link.other_than(case.id))?.reference;
            events.push(CaseEvent::new(on, CaseEventKind::Linked, format!("X-Ref {other}")));
        }
    }
    Ok(events)
}

/// Returns what meetings decided on the case, and which of their papers took it out of the program.
fn decided_and_printed(reader: &Reader<'_>, case: &Case) -> Result<Vec<CaseEvent>, Failure> {
    let mut events = Vec::new();
    for item in reader.items_about_case(case.id)? {
        let Some(meeting) = reader.get_meeting(item.meeting)? else { continue };
        let decisions = reader.decisions_of_item(item.id)?;
        if let Some(decision) = deciding::standing(&decisions) {
            let words = decision.outcome.words(&decision.text);
            let event = CaseEvent::new(meeting.date, CaseEventKind::Decided, words);
            events.push(event.at(Some(meeting.id)));
        }
        let words = format!("Printed with meeting {}: ", meeting.number);
        events.extend(printed(reader, meeting.id.0, &words)?);
    }
    Ok(events)
}

/// Returns the papers that the audit holds of a record.
fn printed(reader: &Reader<'_>, id: Uuid, before: &str) -> Result<Vec<CaseEvent>, Failure> {
    let users: HashMap<UserId, String> =
        reader.list_users()?.into_iter().map(|user| (user.id, user.name)).collect();
    let papers = reader.history_about(id)?.into_iter().filter(|entry| entry.kind == PAPER);
    let events = papers.map(|entry| {
        let paper: Option<Printed> = entry.value.and_then(|value| serde_json::from_value(value).ok());
        let what = match paper {
            Some(paper) => {
                let pages = domain::words::count(paper.pages as usize, "page", "pages");
                format!("{}, {pages}", paper.file_name)
            }
            None => "a paper whose name was disposed of".to_owned(),
        };
        let by = users.get(&entry.user).map(|name| format!(", by {name}")).unwrap_or_default();
        CaseEvent::new(london::date(entry.at), CaseEventKind::Printed, format!("{before}{what}{by}"))
    });
    Ok(events.collect())
}
