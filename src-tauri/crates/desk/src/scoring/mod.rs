//! Scoring a case: factor by factor, or by a total alone.

mod reviews;

pub(crate) use reviews::{mid_point_words, reviews};

use chrono::NaiveDate;
use domain::episode::Episode;
use domain::ids::ScoreId;
use domain::matrix::{MatrixFactor, MatrixKind, MatrixOption};
use domain::scoring::{Basis, NewScore, previous_answers, stage_after};
use store::Writer;

use crate::cases::{editable, get_case, kept, latest_episode};
use crate::desk::{Desk, Identifiers};
use crate::failure::Failure;
use crate::matrices;
use crate::wire::everything::*;

pub fn get_scoring(desk: &mut Desk, request: GetScoring) -> Result<ScoringView, Failure> {
    let today = desk.today();
    desk.read(|reader| {
        let case = kept(reader, request.case)?;
        let episode = latest_episode(reader, case.id)?;
        let all = matrices::load(reader)?;
        let version = all.in_force(MatrixKind::of(case.kind));
        let scores = reader.scores_of(case.id)?;
        let same_kind = |answers: &domain::score::ScoreAnswers| {
            all.get(answers.version).is_some_and(|made_with| made_with.kind == version.kind)
        };
        let previous = previous_answers(&scores, same_kind).and_then(|score| {
            let answers = score.answers.clone()?;
            Some(PreviousAnswers {
                earlier_episode: score.episode != episode.id,
                other_version: answers.version != version.id,
                answers: answers.chosen,
                score: score.clone(),
            })
        });
        let scores: Vec<_> = scores.into_iter().filter(|score| score.episode == episode.id).collect();
        Ok(ScoringView {
            case: case.id,
            kind: case.kind,
            version: matrices::view(reader, &version, &all)?,
            previous,
            stage: stage_after(&scores),
            opened: episode.opened,
            closed: episode.closed.as_ref().map(|closure| closure.on),
            mid_point: mid_point_words(reader, &case, &episode, &scores, today)?,
            reference: case.reference,
            scores,
        })
    })
}

pub fn get_answers(desk: &mut Desk, request: GetAnswers) -> Result<AnswersView, Failure> {
    desk.read(|reader| {
        let scores = reader.scores_of(request.case)?;
        let score = scores.into_iter().find(|score| score.id == request.score);
        let score = score.ok_or_else(|| Failure::refused("That score is not in the record"))?;
        let Some(given) = &score.answers else {
            return Err(Failure::refused("Nothing but the total of that score is known"));
        };
        let all = matrices::load(reader)?;
        let answered = matrices::kept(&all, given.version)?.matrix.answered(&given.chosen);
        let line = |(factor, option): (&MatrixFactor, &MatrixOption)| AnsweredFactor {
            title: factor.title.clone(),
            answer: option.words.clone(),
            weight: option.weight,
        };
        Ok(AnswersView { answers: answered.map(line).collect(), score })
    })
}

pub fn score_case(desk: &mut Desk, request: ScoreCase) -> Result<CaseView, Failure> {
    let (today, by) = (desk.today(), desk.hub()?.user.name.clone());
    let chair = crate::meetings::running_chair(desk)?;
    let reference = desk.write_in_name_of(chair.as_deref(), CHANGED, |writer, ids| {
        let case = editable(writer, request.case)?;
        let episode = latest_episode(writer, case.id)?;
        let all = matrices::load(writer)?;
        let version = matrices::kept(&all, request.version)?;
        matrices::keep(writer, version)?;
        let basis = Basis::Factors { version, kind: case.kind, answers: request.answers };
        let ScoreCase { stage, on, route, reason, .. } = request;
        write(writer, ids, &episode, NewScore { stage, on, basis, route, reason }, (today, &by))?;
        Ok(case.reference)
    })?;
    get_case(desk, GetCase { reference })
}

pub fn add_score(desk: &mut Desk, request: AddScore) -> Result<CaseView, Failure> {
    let (today, by) = (desk.today(), desk.hub()?.user.name.clone());
    let chair = crate::meetings::running_chair(desk)?;
    let reference = desk.write_in_name_of(chair.as_deref(), CHANGED, |writer, ids| {
        let case = editable(writer, request.case)?;
        let episode = latest_episode(writer, case.id)?;
        write(writer, ids, &episode, by_total(request), (today, &by))?;
        Ok(case.reference)
    })?;
    get_case(desk, GetCase { reference })
}

/// What windows look at again after a score.
const CHANGED: &[&str] = &["case", "score", "room"];

/// Adds a total that is part of something else: an opening, a closure. That has its own rule about days to come.
pub(crate) fn record_score(
    writer: &mut Writer<'_>,
    ids: &mut Identifiers,
    episode: &Episode,
    request: AddScore,
    by: &str,
) -> Result<(), Failure> {
    let on = request.on;
    write(writer, ids, episode, by_total(request), (on, by))
}

fn by_total(request: AddScore) -> NewScore<'static> {
    let AddScore { stage, on, total, route, reason, .. } = request;
    NewScore { stage, on, basis: Basis::Total(total), route, reason }
}

fn write(
    writer: &mut Writer<'_>,
    ids: &mut Identifiers,
    episode: &Episode,
    new: NewScore<'_>,
    (today, by): (NaiveDate, &str),
) -> Result<(), Failure> {
    let earlier = writer.scores_of(episode.case)?;
    writer.add_score(&new.of(ScoreId::new(&mut **ids), episode, &earlier, today, by)?)?;
    Ok(())
}
