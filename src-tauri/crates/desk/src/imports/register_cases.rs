//! The parts of a register's cases: the case itself, its scores, its orders, its links.

use std::collections::HashMap;

use domain::case::{Case, CaseKind, CaseLink, LinkKind, survivor_of};
use domain::episode::Episode;
use domain::factor::factors_of;
use domain::ids::{CaseId, CaseLinkId, OrderEventId, OrderId, ScoreId, SubjectId};
use domain::import::{RegisterCase, RegisterEpisode, Remark};
use domain::order::{Order, OrderEventKind, OrderOn, OrderStage, OrderType, Recorded, type_on};
use domain::reference::CaseReference;
use domain::score::{AS_PUBLISHED, Points, Score, ScoreStage, summarise};
use domain::subject::{AgeAsTold, Subject, SubjectPart, SubjectRole};

use super::register::outside_facts;
use super::understood::Pen;
use crate::failure::Failure;

/// Adds a case as a register tells it, with the person it is about, of whom only the age is known.
pub fn add_case(pen: &mut Pen<'_, '_>, from: &RegisterCase) -> Result<Case, Failure> {
    let id = CaseId::new(&mut **pen.ids);
    let case = Case {
        factors: factors_of(&from.key_issues),
        key_issues: from.key_issues.clone(),
        subjects: subject_of(pen, from)?.into_iter().collect(),
        outside_facts: outside_facts(from),
        ..Case::new(id, from.reference.clone(), from.kind)
    }
    .checked(true)?;
    pen.writer.put_case(&case)?;
    Ok(case)
}

/// Keeps the person a register's case is about: without a name, but with the age, because it decides what may be shown.
fn subject_of(pen: &mut Pen<'_, '_>, from: &RegisterCase) -> Result<Option<SubjectPart>, Failure> {
    let told = from.episodes.iter().rev().find_map(|episode| Some((episode.age?, episode.opened)));
    let Some((years, on)) = told.filter(|_| from.kind == CaseKind::Person) else { return Ok(None) };
    let id = SubjectId::new(&mut **pen.ids);
    pen.writer
        .put_subject(&Subject { age_as_told: Some(AgeAsTold { years, on }), ..Subject::unknown(id) })?;
    Ok(Some(SubjectPart { subject: id, role: SubjectRole::NotTold }))
}

/// Adds the scores of a row: the initial one dated at opening, the current one only where it differs, its day unknown.
pub fn add_scores(pen: &mut Pen<'_, '_>, episode: &Episode, source: &RegisterEpisode) -> Result<(), Failure> {
    if let Some(initial) = source.initial_score {
        add_score(pen, episode, ScoreStage::Start, initial)?;
    }
    match source.current_score {
        Some(current) if source.initial_score != Some(current) => {
            add_score(pen, episode, ScoreStage::AsPublished, current)
        }
        _ => Ok(()),
    }
}

/// Adds what corrects the scores of an episode to those of its row; earlier totals stay on record.
pub fn correct_scores(
    pen: &mut Pen<'_, '_>,
    episode: &Episode,
    source: &RegisterEpisode,
) -> Result<(), Failure> {
    let scores: Vec<Score> =
        pen.writer.scores_of(episode.case)?.into_iter().filter(|score| score.episode == episode.id).collect();
    let before = summarise(&scores, false);
    if let Some(initial) = source.initial_score.filter(|initial| before.initial != Some(*initial)) {
        add_score(pen, episode, ScoreStage::Start, initial)?;
    }
    let current = source.current_score.filter(|current| before.current != Some(*current));
    match current {
        Some(current) if !episode.equal_scores_as_published || before.current.is_some() => {
            add_score(pen, episode, ScoreStage::AsPublished, current)
        }
        _ => Ok(()),
    }
}

fn add_score(
    pen: &mut Pen<'_, '_>,
    episode: &Episode,
    stage: ScoreStage,
    total: Points,
) -> Result<(), Failure> {
    let scores = pen.writer.scores_of(episode.case)?;
    let last = scores.iter().filter(|score| score.episode == episode.id).map(|score| score.serial).max();
    pen.writer.add_score(&Score {
        answers: None,
        id: ScoreId::new(&mut **pen.ids),
        episode: episode.id,
        serial: last.unwrap_or(0) + 1,
        stage,
        on: (stage == ScoreStage::Start).then_some(episode.opened),
        total,
        matrix: AS_PUBLISHED.to_owned(),
        route: None,
        reason: String::new(),
        scorer: String::new(),
    })?;
    Ok(())
}

/// Returns an order of a row; what the remark tells of an order is told of the only one there is.
pub fn order_of(
    id: OrderId,
    episode: &Episode,
    kind: &str,
    stage: OrderStage,
    source: &RegisterEpisode,
    types: &[OrderType],
) -> Order {
    let all = source.orders_in_place.len() + source.orders_considered.len();
    let news = source.remarks.iter().find_map(|remark| match remark {
        Remark::OrderNews { stage, outcome, text } if all == 1 => Some((*stage, *outcome, text.clone())),
        _ => None,
    });
    let (stage, outcome, note) = news.unwrap_or((stage, None, String::new()));
    let on = OrderOn::Case { case: episode.case, episode: episode.id };
    let row = type_on(types, kind, episode.opened);
    Order { order_type: row.map(|row| row.id), outcome, note, ..Order::as_published(id, kind, on, stage) }
}

/// Adds an order of a row with the step that it was found at, whose day no register tells.
pub fn add_order(pen: &mut Pen<'_, '_>, order: &Order) -> Result<(), Failure> {
    pen.writer.put_order(order)?;
    let recorded =
        Recorded { id: OrderEventId::new(&mut **pen.ids), serial: 1, by: String::new(), meeting: None };
    pen.writer.add_order_event(&order.event(OrderEventKind::AsFound, order.ended_on, "", None, recorded))?;
    Ok(())
}

/// Joins cases by the links that a register tells, each pair once; what the hub has already stays.
pub fn link<'a>(pen: &mut Pen<'_, '_>, cases: impl Iterator<Item = &'a RegisterCase>) -> Result<(), Failure> {
    let ids: HashMap<CaseReference, CaseId> =
        pen.writer.list_references()?.into_iter().map(|(id, reference)| (reference, id)).collect();
    let mut links = pen.writer.list_links()?;
    for case in cases {
        let Some(from) = ids.get(&case.reference).copied() else { continue };
        let split = case.split_from.iter().map(|other| (LinkKind::SplitFrom, other));
        let combined = case.combined_into.iter().map(|other| (LinkKind::CombinedInto, other));
        let crossed = case.cross_references.iter().map(|other| (LinkKind::CrossReference, other));
        // Splits and combinations first, because a plain cross reference of the same pair says nothing more.
        for (kind, other) in split.chain(combined).chain(crossed) {
            let Some(to) = ids.get(other).copied().filter(|to| *to != from) else { continue };
            if must_not_join(kind, from, to, &links) {
                continue;
            }
            let link = CaseLink { id: CaseLinkId::new(&mut **pen.ids), kind, from, to, on: None };
            pen.writer.put_link(&link)?;
            links.push(link);
        }
    }
    Ok(())
}

/// Tells whether a link is there already, says nothing new, or would lead a combination in a circle.
fn must_not_join(kind: LinkKind, from: CaseId, to: CaseId, links: &[CaseLink]) -> bool {
    let joined = |link: &CaseLink| (link.from, link.to) == (from, to) || (link.from, link.to) == (to, from);
    match kind {
        LinkKind::CrossReference => {
            // The partner's own row tells the split or combination, and may be written after this one.
            links.iter().any(joined)
        }
        LinkKind::SplitFrom => links.iter().any(|link| link.kind == kind && joined(link)),
        LinkKind::CombinedInto => survivor_of(to, links) == from || survivor_of(from, links) != from,
    }
}
