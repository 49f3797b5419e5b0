//! One case, whole.

use chrono::NaiveDate;
use domain::case::{Case, CaseLink, LinkKind, survivor_of};
use domain::disclosure::Level;
use domain::episode::Episode;
use domain::ids::CaseId;
use domain::reference::CaseReference;
use domain::score::{Score, summarise};
use domain::words;
use store::Reader;

use super::demand::demand_lines;
use super::events::events_of;
use super::forums::forum_lines;
use super::moving::{may_undo_hand_over, move_views};
use super::{found, kept, subject_view};
use crate::action_rows::RowMaker;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::orders::OrderPlaces;
use crate::scoring::mid_point_words;
use crate::wire::everything::*;

pub fn get_case(desk: &mut Desk, request: GetCase) -> Result<CaseView, Failure> {
    let today = desk.today();
    let view = desk.read(|reader| view_of(reader, &request.reference, today))?;
    desk.note_look(view.case.id.0);
    Ok(view)
}

/// Returns a case, whole, as it stands on `today`.
pub(crate) fn view_of(
    reader: &Reader<'_>,
    reference: &CaseReference,
    today: NaiveDate,
) -> Result<CaseView, Failure> {
    let case = found(reader, reference)?;
    let rows = RowMaker::load(reader, today)?;
    let names = rows.names();
    let settings = reader.settings()?;
    let matrices = crate::matrices::load(reader)?;
    let scores = reader.scores_of(case.id)?;
    let kept_episodes = reader.episodes_of(case.id)?;
    let mut episodes: Vec<EpisodeView> =
        kept_episodes.iter().map(|episode| episode_view(episode.clone(), &scores, today)).collect();
    episodes.sort_by_key(|each| std::cmp::Reverse(each.episode.serial));
    let subjects = subjects_of(reader, &case, today)?;
    let links = reader.list_links()?;
    let survivor = survivor_of(case.id, &links);
    let signpost_to = if survivor == case.id { None } else { Some(kept(reader, survivor)?.reference) };
    let places = OrderPlaces::of_cases(reader, [&case])?;
    let latest = episodes.first().and_then(|each| each.scores.last());
    let child = subjects.iter().any(|subject| subject.child);
    Ok(CaseView {
        actions: rows.rows_of(reader, &case.reference, reader.actions_of(case.id)?)?,
        orders: reader.orders_of(case.id)?.into_iter().map(|order| places.row(order)).collect(),
        links: link_views(reader, case.id, &links)?,
        decisions: decisions(reader, &case)?,
        lead_agency: names.agency(case.lead_agency).to_owned(),
        lead_officer: names.officer(case.lead_officer).to_owned(),
        involved: case.involved.iter().map(|id| names.agency(Some(*id)).to_owned()).collect(),
        area: names.area(case.area).to_owned(),
        priority: matrices.priority(latest, settings.bands),
        mid_point: match episodes.first() {
            Some(latest) => mid_point_words(reader, &case, &latest.episode, &latest.scores, today)?,
            None => None,
        },
        signpost_to,
        projector: projector_words(child),
        review: review_words(reader, &case)?,
        open: episodes.iter().any(|each| each.episode.is_open()),
        episodes,
        demand: demand_lines(reader, case.id, &kept_episodes)?,
        forums: forum_lines(reader, case.id)?,
        moves: move_views(reader, &case, today)?,
        events: events_of(reader, &case, names, today)?,
        may_undo_hand_over: may_undo_hand_over(reader, case.id, today)?,
        subjects,
        case,
    })
}

/// Returns an episode with those of `scores` that belong to it.
pub(crate) fn episode_view(episode: Episode, scores: &[Score], today: NaiveDate) -> EpisodeView {
    let mut scores: Vec<Score> = scores.iter().filter(|score| score.episode == episode.id).cloned().collect();
    scores.sort_by_key(|score| score.serial);
    EpisodeView {
        summary: summarise(&scores, episode.equal_scores_as_published),
        closing: episode.closed.as_ref().map(domain::episode::Closure::lines).unwrap_or_default(),
        days_open: u32::try_from(episode.days_open(today)).unwrap_or(0),
        scores,
        episode,
    }
}

fn subjects_of(reader: &Reader<'_>, case: &Case, today: NaiveDate) -> Result<Vec<SubjectView>, Failure> {
    let mut subjects = Vec::with_capacity(case.subjects.len());
    for part in &case.subjects {
        if let Some(subject) = reader.get_subject(part.subject)? {
            subjects.push(subject_view(subject, part.role, today));
        }
    }
    Ok(subjects)
}

/// Returns the links of a case as read from its end, sorted by the other case.
pub(crate) fn link_views(
    reader: &Reader<'_>,
    case: CaseId,
    links: &[CaseLink],
) -> Result<Vec<LinkView>, Failure> {
    let mut views = Vec::new();
    for link in links.iter().filter(|link| link.from == case || link.to == case) {
        let outward = link.from == case;
        let other = kept(reader, if outward { link.to } else { link.from })?;
        let words = match (link.kind, outward) {
            (LinkKind::CrossReference, _) => "X-Ref",
            (LinkKind::SplitFrom, true) => "Split from",
            (LinkKind::SplitFrom, false) => "Split off",
            (LinkKind::CombinedInto, true) => "Combined with",
            (LinkKind::CombinedInto, false) => "Combined here",
        };
        let open = reader.episodes_of(other.id)?.iter().any(Episode::is_open);
        views.push(LinkView {
            id: link.id,
            kind: link.kind,
            words: words.to_owned(),
            reference: other.reference,
            title: other.title,
            open,
        });
    }
    views.sort_by(|one, other| one.reference.cmp(&other.reference));
    Ok(views)
}

/// Returns what meetings said and decided on a case, also while it was a referral; the latest first.
fn decisions(reader: &Reader<'_>, case: &Case) -> Result<Vec<DecisionLine>, Failure> {
    let mut items = reader.items_about_case(case.id)?;
    if let Some(referral) = case.referral.map(|number| reader.find_referral(number)).transpose()?.flatten() {
        items.extend(reader.items_about_referral(referral.id)?);
    }
    let mut lines = Vec::new();
    for item in items {
        let Some(meeting) = reader.get_meeting(item.meeting)? else { continue };
        let key_points: Vec<String> = reader
            .key_points_of(meeting.id)?
            .into_iter()
            .filter(|point| point.item == item.id && !point.withdrawn)
            .map(|point| point.text)
            .collect();
        let standing = reader
            .decisions_of(meeting.id)?
            .into_iter()
            .filter(|decision| decision.item == item.id && !decision.withdrawn)
            .max_by_key(|decision| decision.serial);
        let words = standing.map(|each| each.outcome.words(&each.text)).unwrap_or_default();
        if !words.is_empty() || !key_points.is_empty() {
            lines.push(DecisionLine { meeting: meeting.id, date: meeting.date, words, key_points });
        }
    }
    lines.sort_by_key(|line| std::cmp::Reverse(line.date));
    Ok(lines)
}

fn projector_words(child: bool) -> String {
    match child {
        true => format!("{} until the chair raises it (child)", words::capital(Level::Reference.words())),
        false => "At the meeting’s level".to_owned(),
    }
}

fn review_words(reader: &Reader<'_>, case: &Case) -> Result<String, Failure> {
    let rule = words::capital(case.review_rule.words());
    let mut ahead: Option<NaiveDate> = None;
    for item in reader.items_about_case(case.id)? {
        let meeting = reader.get_meeting(item.meeting)?.filter(|meeting| meeting.status.is_ahead());
        ahead = ahead.max(meeting.map(|meeting| meeting.date));
    }
    Ok(match ahead {
        Some(date) => format!("{rule} · next on {}", words::long_date(date)),
        None => rule,
    })
}
