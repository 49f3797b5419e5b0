//! The case register as a paper, gathered from the record.

use std::collections::HashMap;

use ::papers::model as paper;
use chrono::NaiveDate;
use domain::case::CaseKind;
use domain::reference::CaseReference;
use domain::score::ScoreState;
use domain::subject::age_band;
use store::Reader;

use super::{abbreviations, parts};
use crate::cases::entries;
use crate::failure::Failure;
use crate::names::Names;
use crate::wire::everything::*;

/// Gathers the open cases as they are on `today`; with `closed` the closed ones too, an episode a line.
pub fn gathered(reader: &Reader<'_>, closed: bool, today: NaiveDate) -> Result<paper::Register, Failure> {
    let settings = reader.settings()?;
    let names = Names::load(reader)?;
    let leads: HashMap<CaseReference, String> = reader
        .list_cases()?
        .into_iter()
        .map(|case| (case.reference, names.short(case.lead_agency).to_owned()))
        .collect();
    let (mut open, mut ended) = (Vec::new(), Vec::new());
    for entry in entries(reader, today)? {
        let lead = leads.get(&entry.reference).cloned().unwrap_or_default();
        for (serial, episode) in (1..).zip(&entry.episodes) {
            let line = row(&entry, serial, episode, &lead);
            if episode.closed.is_none() { open.push(line) } else { ended.push(line) }
        }
    }
    let mut groups = vec![paper::RegisterGroup { label: "Open".to_owned(), rows: open }];
    if closed {
        groups.push(paper::RegisterGroup { label: "Closed".to_owned(), rows: ended });
    }
    Ok(paper::Register {
        hub: settings.hub.clone(),
        marking: parts::marking(&settings),
        title: "Case register".to_owned(),
        scope: if closed { "Open and closed cases" } else { "Open cases" }.to_owned(),
        printed_on: today,
        copy: None,
        groups,
        notes: Vec::new(),
        abbreviations: abbreviations::all(reader)?,
    })
}

fn row(entry: &RegisterEntry, serial: u32, episode: &RegisterEpisode, lead: &str) -> paper::RegisterRow {
    let is_latest = serial as usize == entry.episodes.len();
    let only_latest = |words: Option<String>| words.filter(|_| is_latest);
    let remarks = [
        entry.split_from.as_ref().filter(|_| serial == 1).map(|from| format!("split from {from}")),
        only_latest(entry.combined_into.as_ref().map(|into| format!("combined into {into}"))),
        only_latest(entry.handed_to.as_ref().map(|to| format!("handed over to {to}"))),
    ];
    let remarks: Vec<String> = remarks.into_iter().flatten().chain(episode.notes.iter().cloned()).collect();
    paper::RegisterRow {
        reference: match serial {
            1 => entry.reference.to_string(),
            serial => format!("{} ({serial})", entry.reference),
        },
        kind: match (entry.kind, episode.age) {
            (CaseKind::Person, Some(years)) => format!("Person, {}", age_band(years)),
            (kind, _) => kind.words().to_owned(),
        },
        key_issues: entry.key_issues.clone(),
        opened: episode.opened,
        closed: episode.closed,
        initial: episode.initial_score,
        current: episode.current_score,
        score_state: match episode.score_state {
            ScoreState::Scored => String::new(),
            state => state.words().to_owned(),
        },
        orders_in_place: episode.orders_in_place.clone(),
        orders_considered: episode.orders_considered.clone(),
        cross_references: entry.cross_references.iter().map(ToString::to_string).collect(),
        lead: lead.to_owned(),
        remark: remarks.join("; "),
    }
}
