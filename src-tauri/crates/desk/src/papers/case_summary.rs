//! The summary of one case, gathered from the record.

use ::papers::model as paper;
use chrono::NaiveDate;
use domain::case_history::{CaseEvent, of_episodes};
use domain::ids::CaseId;
use domain::reference::CaseReference;
use domain::words::capital;
use store::Reader;

use super::{abbreviations, agenda_pack, parts};
use crate::cases::view_of;
use crate::failure::Failure;
use crate::wire::everything::*;

/// Gathers the summary of a case as it stands on `today`, and returns it with the case's key.
pub fn gathered(
    reader: &Reader<'_>,
    reference: &CaseReference,
    today: NaiveDate,
) -> Result<(CaseId, paper::CaseSummary), Failure> {
    let view = view_of(reader, reference, today)?;
    let settings = reader.settings()?;
    let mut episodes: Vec<paper::EpisodeRow> = view.episodes.iter().map(episode_row).collect();
    episodes.reverse();
    let summary = paper::CaseSummary {
        hub: settings.hub.clone(),
        marking: parts::marking(&settings),
        printed_on: today,
        copy: None,
        reference: view.case.reference.to_string(),
        headline: headline(&view),
        signpost: view.signpost_to.as_ref().map(|to| signpost(&view.case.reference, to)),
        scores: view.episodes.first().map(parts::scores).unwrap_or_default(),
        outline: view.case.outline.clone(),
        key_issues: view.case.key_issues.clone(),
        facts: facts(&view),
        people: view.subjects.iter().map(person).collect(),
        episodes,
        actions: view.actions.iter().map(parts::action).collect(),
        orders: view
            .orders
            .iter()
            .map(|row| agenda_pack::order_row(reader, row))
            .collect::<Result<_, _>>()?,
        demand: view.demand.iter().map(bar).collect(),
        links: links(&view),
        decisions: view
            .decisions
            .iter()
            .map(|line| paper::DecisionRow {
                date: line.date,
                words: line.words.clone(),
                key_points: line.key_points.clone(),
            })
            .collect(),
        history: view.events.iter().map(history_row).collect(),
        abbreviations: abbreviations::all(reader)?,
    };
    Ok((view.case.id, summary))
}

fn signpost(from: &CaseReference, to: &CaseReference) -> String {
    format!("{from} was combined with {to}. Work goes on there; what is below stays as it was.")
}

/// Returns a person by name with the age band: the day of a child's birth stands on no paper, and that of an adult is
/// not needed here.
fn person(view: &SubjectView) -> String {
    let name = if view.subject.name.trim().is_empty() { "Name not known" } else { view.subject.name.trim() };
    let aliases = match view.subject.aliases.join(", ") {
        aliases if aliases.is_empty() => String::new(),
        aliases => format!("also {aliases}"),
    };
    let parts = [name, aliases.as_str(), view.age_band.as_str(), view.role.words()];
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(", ")
}

fn headline(view: &CaseView) -> String {
    let about = if view.case.title.is_empty() { &view.case.place } else { &view.case.title };
    let kind = match about.as_str() {
        "" => view.case.kind.words().to_owned(),
        about => format!("{}, {about}", view.case.kind.words()),
    };
    let Some(latest) = view.episodes.first() else { return kind };
    let began = if latest.episode.serial > 1 { "re-opened" } else { "opened" };
    let opened = format!("{began} {}", domain::words::long_date(latest.episode.opened));
    let ended = latest
        .episode
        .closed
        .as_ref()
        .map(|closure| format!(" · closed {}", domain::words::long_date(closure.on)));
    format!("{kind} · {opened}{}", ended.unwrap_or_default())
}

fn facts(view: &CaseView) -> Vec<(String, String)> {
    let lead = [view.lead_agency.as_str(), view.lead_officer.as_str()];
    let lead: Vec<&str> = lead.into_iter().filter(|name| !name.is_empty()).collect();
    let facts = [
        ("Lead", lead.join(", ")),
        ("Involved", view.involved.join(", ")),
        ("Legal lead", view.case.legal_lead.clone()),
        ("Place", view.case.place.clone()),
        ("Area", view.area.clone()),
        ("Beside the case", view.case.outside_facts.join("; ")),
        ("Review", view.review.clone()),
        ("Referral", view.case.referral.map(|number| number.to_string()).unwrap_or_default()),
    ];
    facts.into_iter().map(|(term, words)| (term.to_owned(), words)).collect()
}

fn episode_row(view: &EpisodeView) -> paper::EpisodeRow {
    let episode = &view.episode;
    let told = of_episodes(std::slice::from_ref(episode));
    let words: Vec<String> =
        told.into_iter().map(|event| event.words).filter(|words| words != "Opened").collect();
    let line = parts::scores(view);
    let totals: Vec<String> = view.scores.iter().map(|score| score.total.to_string()).collect();
    let scores = match (totals.join(" → "), line.state) {
        (totals, None) => totals,
        (totals, Some(state)) if totals.is_empty() => state,
        (totals, Some(state)) => format!("{totals}, {state}"),
    };
    paper::EpisodeRow {
        serial: episode.serial,
        opened: episode.opened,
        closed: episode.closed.as_ref().map(|closure| closure.on),
        words: words.join(". "),
        scores,
    }
}

fn bar(line: &DemandLine) -> paper::DemandBar {
    paper::DemandBar {
        phase: line.phase.words().to_owned(),
        words: line.words.clone(),
        source: line.count.source.clone(),
        per_four_weeks_in_tenths: line.per_four_weeks_in_tenths,
    }
}

fn links(view: &CaseView) -> Vec<(String, String)> {
    let cases = view.links.iter().map(|link| {
        let words = format!("{} {}", link.reference, link.title);
        (link.words.clone(), words.trim().to_owned())
    });
    let forums = view.forums.iter().map(|line| {
        let words = [line.link.forum.as_str(), line.when_words.as_str()];
        let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
        ("Other forum".to_owned(), words.join(", "))
    });
    cases.chain(forums).collect()
}

fn history_row(event: &CaseEvent) -> paper::HistoryRow {
    paper::HistoryRow { date: event.on, words: capital(&event.words) }
}
