//! Closing and re-opening a case.

use domain::closing::ClosingScore;
use domain::episode::{Closure, ClosureReason, Episode};
use domain::ids::EpisodeId;
use domain::score::ScoreStage;
use store::Writer;

use super::checklist::{ClosingRecord, settle};
use super::{editable, get_case};
use crate::desk::{Desk, Identifiers};
use crate::failure::Failure;
use crate::scoring::record_score;
use crate::wire::everything::*;

pub fn close_case(desk: &mut Desk, request: CloseCase) -> Result<CaseView, Failure> {
    let by = desk.hub()?.user.name.clone();
    if request.on > desk.today() {
        return Err(Failure::refused("A case is not closed in the future").at("on"));
    }
    let reference = desk.write(&["case", "score", "action", "room"], |writer, ids| {
        let case = editable(writer, request.case)?;
        close_episode(writer, ids, request, &by)?;
        Ok(case.reference)
    })?;
    get_case(desk, GetCase { reference })
}

/// Closes the open episode of a case: settles its open actions, with its closing score or the reason why there is none.
pub(crate) fn close_episode(
    writer: &mut Writer<'_>,
    ids: &mut Identifiers,
    request: CloseCase,
    by: &str,
) -> Result<EpisodeId, Failure> {
    let record = ClosingRecord::load(writer, request.case)?;
    let facts = record.facts(request.on);
    let score = facts.score(request.score, request.no_score_because.as_deref())?;
    let check = facts.settled(&request.answers)?;
    let scheme = request.hand_over_to.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    let reason = if scheme.is_some() { ClosureReason::HandedOver } else { ClosureReason::Closed };
    let summary = request.answers.summary.trim().to_owned();
    let no_score_because = match score {
        ClosingScore::None(because) => Some(because.to_owned()),
        ClosingScore::Given(_) | ClosingScore::Already(_) => None,
    };
    let mut episode = record.episode.clone();
    episode.close(Closure { on: request.on, reason, no_score_because, summary, check: check.clone() })?;
    settle(writer, ids, &check, request.on, by)?;
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
        let given = writer.scores_of(episode.case)?.into_iter().filter(|score| score.episode == episode.id);
        let given = given.max_by_key(|score| score.serial).map(|score| score.id);
        episode.closed.as_mut().into_iter().for_each(|closure| closure.check.score = given);
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
        let episode =
            Episode::reopening(EpisodeId::new(&mut **ids), &earlier, request.on)?.because(&request.reason)?;
        writer.put_episode(&episode)?;
        Ok(case.reference)
    })?;
    get_case(desk, GetCase { reference })
}
