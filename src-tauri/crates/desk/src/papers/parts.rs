//! The parts that agenda pack and minutes share.

use ::papers::model as paper;
use domain::acceptance::Acceptance;
use domain::action::ActionStatus;
use domain::meeting::Meeting;
use domain::score::ScoreState;
use domain::settings::Settings;
use domain::words::short_date;
use store::Reader;

use crate::action_rows::RowMaker;
use crate::failure::Failure;
use crate::wire::everything::*;

/// The title of the meeting as papers print it.
pub const TITLE: &str = "Hub Tasking meeting";

/// Returns the marking of every page.
pub fn marking(settings: &Settings) -> paper::Marking {
    paper::Marking { text: settings.marking.clone(), sample: settings.sample, stamp: None }
}

/// Returns an action as a row with its light.
pub fn action(row: &ActionRow) -> paper::ActionRow {
    let light = paper::ShownLight {
        light: row.light.light,
        reason: row.light.reason.clone().or_else(|| row.blocked.clone()),
        suggested: row.light.disagrees().then_some(row.light.suggested),
    };
    let in_hand = matches!(row.status, ActionStatus::NotStarted | ActionStatus::UnderWay);
    let due = row.due.map(short_date).unwrap_or_default();
    paper::ActionRow {
        number: row.number.to_string(),
        light: Some(light),
        what: row.what.clone(),
        last_update: row.last_update.as_ref().map(|each| format!("{}: {}", short_date(each.on), each.text)),
        agency: row.agency.name.clone(),
        person: row.officer.as_ref().map(|officer| officer.name.clone()),
        due: if in_hand { due } else { row.due_words.clone() },
        late: (in_hand && row.days_late > 0).then(|| row.due_words.clone()),
        is_new: row.is_new,
        tags: tags(row),
    }
}

/// Returns what stands beside an action in words: whether it is accepted, and to whom it was escalated.
fn tags(row: &ActionRow) -> Vec<String> {
    let declined = match &row.acceptance {
        Acceptance::Declined { reason, .. } if row.declined => Some(format!("declined: {reason}")),
        _ => None,
    };
    let awaited = row.awaits_acceptance.then(|| "awaits acceptance".to_owned());
    let escalated = row.escalated.as_ref();
    let escalated = escalated.map(|each| format!("escalated to {} on {}", each.to, short_date(each.on)));
    awaited.into_iter().chain(declined).chain(escalated).collect()
}

/// Returns an action that was only just agreed: without light and log.
pub fn agreed(row: &ActionRow) -> paper::ActionRow {
    let due = row.due.map(short_date).unwrap_or_default();
    paper::ActionRow { light: None, last_update: None, due, late: None, is_new: false, ..action(row) }
}

/// Returns the matters that arise from the last minutes.
pub fn arising(
    reader: &Reader<'_>,
    rows: &RowMaker,
    meeting: &Meeting,
) -> Result<Vec<paper::ArisingRow>, Failure> {
    let mut arising = Vec::new();
    for action in crate::agenda::matters_arising(reader, meeting)? {
        let reference = crate::cases::kept(reader, action.case)?.reference;
        let updates = reader.updates_of(action.id)?;
        let said = updates.iter().rfind(|update| update.kind.is_told() && update.on <= meeting.date);
        let outcome = said.map(|update| format!("{}: {}", short_date(update.on), update.text));
        let row = rows.row(action, reference, None);
        arising.push(paper::ArisingRow {
            reference: Some(row.reference.to_string()),
            matter: format!("{} {}: {}", row.number, row.agency.name, row.what),
            outcome: outcome.or_else(|| Some(row.due_words).filter(|words| !words.is_empty())),
        });
    }
    Ok(arising)
}

/// Returns the scores of an episode with what the figures alone do not tell.
pub fn scores(episode: &EpisodeView) -> paper::ScoreLine {
    let points = episode.scores.iter().map(|score| paper::ScorePoint { date: score.on, value: score.total });
    let state = Some(episode.summary).filter(|summary| summary.state != ScoreState::Scored);
    let state = state.map(|summary| summary.words.to_owned());
    paper::ScoreLine { points: points.collect(), state }
}
