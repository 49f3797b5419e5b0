//! Closing and re-opening a case.

use domain::episode::{Closure, ClosureReason, Episode};
use domain::ids::EpisodeId;
use domain::score::ScoreStage;
use store::Writer;

use super::{editable, get_case, latest_episode};
use crate::desk::{Desk, Identifiers};
use crate::failure::Failure;
use crate::scoring::record_score;
use crate::wire::everything::*;

pub fn close_case(desk: &mut Desk, request: CloseCase) -> Result<CaseView, Failure> {
    let by = desk.hub()?.user.name.clone();
    if request.on > desk.today() {
        return Err(Failure::refused("A case is not closed in the future").at("on"));
    }
    let reference = desk.write(&["case", "score", "room"], |writer, ids| {
        let case = editable(writer, request.case)?;
        close_episode(writer, ids, request, &by)?;
        Ok(case.reference)
    })?;
    get_case(desk, GetCase { reference })
}

/// Closes the open episode of a case, with its closing score or the reason why there is none.
pub(crate) fn close_episode(
    writer: &mut Writer<'_>,
    ids: &mut Identifiers,
    request: CloseCase,
    by: &str,
) -> Result<EpisodeId, Failure> {
    let mut episode = latest_episode(writer, request.case)?;
    let because = request.no_score_because.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    let scored = domain::scoring::closing_score(&writer.scores_of(request.case)?, episode.id).is_some();
    if request.score.is_none() && because.is_none() && !scored {
        return Err(Failure::refused("Give the closing score, or say why there is none")
            .at("no_score_because")
            .with_hint("Otherwise nobody can tell later whether it was re-scored"));
    }
    let scheme = request.hand_over_to.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    let reason = if scheme.is_some() { ClosureReason::HandedOver } else { ClosureReason::Closed };
    let summary = request.summary.trim().to_owned();
    let no_score_because = because.filter(|_| request.score.is_none() && !scored);
    episode.close(Closure { on: request.on, reason, no_score_because, summary })?;
    episode.handed_to = scheme.or(episode.handed_to);
    if let Some(total) = request.score {
        let closing = AddScore {
            case: request.case,
            stage: ScoreStage::Closure,
            on: request.on,
            total,
            route: None,
            reason: String::new(),
        };
        record_score(writer, ids, &episode, closing, by)?;
    }
    writer.put_episode(&episode)?;
    Ok(episode.id)
}

pub fn reopen_case(desk: &mut Desk, request: ReopenCase) -> Result<CaseView, Failure> {
    if request.on > desk.today() {
        return Err(Failure::refused("A case is not re-opened in the future").at("on"));
    }
    let reference = desk.write(&["case"], |writer, ids| {
        let case = editable(writer, request.case)?;
        let earlier = writer.episodes_of(case.id)?;
        let episode = Episode::reopening(EpisodeId::new(&mut **ids), &earlier, request.on)?;
        writer.put_episode(&episode)?;
        Ok(case.reference)
    })?;
    get_case(desk, GetCase { reference })
}
