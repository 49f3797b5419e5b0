//! Combining: one case goes on in another and becomes a signpost to it.

use chrono::NaiveDate;

use crate::case::{CaseError, CaseLink, LinkKind, survivor_of};
use crate::case_file::{CaseFile, Movable};
use crate::case_move::{CaseMove, MoveKind, Moved, Piece};
use crate::closing::ClosureCheck;
use crate::episode::{Closure, ClosureReason, EpisodeError};
use crate::ids::{CaseLinkId, CaseMoveId, EpisodeId, MeetingId};
use crate::order::OrderOn;
use crate::reference::CaseReference;
use crate::splitting::Plan;
use crate::words::table_date;

/// How cases are to be combined or split: the keys to use, the day, and what goes.
#[derive(Clone, Debug)]
pub struct Going<'a> {
    /// The key of the record of what moved.
    pub id: CaseMoveId,
    /// The key of the link.
    pub link: CaseLinkId,
    /// The day: the meeting's, or today outside a meeting.
    pub on: NaiveDate,
    /// The meeting; absent outside one.
    pub meeting: Option<MeetingId>,
    /// What goes along; all else stays.
    pub goes: &'a [Piece],
}

/// Says why cases cannot be split, combined, or put back as they were.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MoveError {
    /// The cases themselves do not allow it.
    #[error(transparent)]
    Case(#[from] CaseError),
    /// The day does not allow it.
    #[error(transparent)]
    Episode(#[from] EpisodeError),
    /// The survivor would be a signpost itself.
    #[error("{into} was combined with {survivor}; combine with {survivor} instead")]
    IntoSignpost {
        /// The case that was named.
        into: CaseReference,
        /// Where work goes on.
        survivor: CaseReference,
    },
    /// An open case would go on in a closed one.
    #[error("{0} is closed; re-open it first, or combine the other way round")]
    IntoClosed(CaseReference),
    /// A closed case would be split.
    #[error("{0} is closed; re-open it before a part of it goes on by itself")]
    SplitClosed(CaseReference),
    /// What was typed as a letter is none.
    #[error("Give one letter from a to z, or none for the next free number")]
    NotALetter,
    /// The reference is in use.
    #[error("{0} is taken; choose another letter")]
    LetterTaken(CaseReference),
    /// Something that was chosen is not on the case, or not open any more.
    #[error("The list changed since it was opened: something chosen is not on {0} any more. Choose again")]
    ListChanged(CaseReference),
    /// It is undone already.
    #[error("This is undone already")]
    AlreadyUndone,
    /// It was done in another meeting, or on another day.
    #[error("This can be undone in the same meeting only, or outside a meeting on the same day ({0})")]
    TooLate(String),
    /// The survivor went on in a third case since.
    #[error("{0} went on in another case since; undo that first")]
    WentOn(CaseReference),
    /// Something that went along is not where it went any more.
    #[error("{what} went on to another case since; undo that first")]
    MovedSince {
        /// What, in words.
        what: String,
    },
    /// The case that was split off was worked on.
    #[error(
        "{reference} was worked on since it was split off ({what}), so it stays; combine it with the other case instead"
    )]
    WorkedOn {
        /// The case.
        reference: CaseReference,
        /// What was done.
        what: &'static str,
    },
}

/// Returns the changes that let `from` go on in `into`.
///
/// `links` are all links of the hub. The open episode of `from`, if there is one, closes on the day with that reason.
pub fn combine(
    from: &CaseFile,
    into: &CaseFile,
    links: &[CaseLink],
    references: &dyn Fn(crate::ids::CaseId) -> Option<CaseReference>,
    going: &Going<'_>,
) -> Result<Plan, MoveError> {
    let (signpost, survivor) = (&from.case, &into.case);
    if signpost.id == survivor.id {
        return Err(CaseError::CombinedWithItself(signpost.reference.clone()).into());
    }
    let leads_to = survivor_of(survivor.id, links);
    if leads_to == signpost.id {
        let (from, to) = (signpost.reference.clone(), survivor.reference.clone());
        return Err(CaseError::CombinedInCircle { from, to }.into());
    }
    if leads_to != survivor.id {
        let into = survivor.reference.clone();
        let survivor = references(leads_to).unwrap_or_else(|| into.clone());
        return Err(MoveError::IntoSignpost { into, survivor });
    }
    if survivor_of(signpost.id, links) != signpost.id {
        let to = references(survivor_of(signpost.id, links)).unwrap_or_else(|| survivor.reference.clone());
        return Err(CaseError::IsSignpost { from: signpost.reference.clone(), to }.into());
    }
    if from.open_episode().is_some() && into.open_episode().is_none() {
        return Err(MoveError::IntoClosed(survivor.reference.clone()));
    }
    let mut plan = Plan::default();
    let closed = close(from, survivor.reference.to_string().as_str(), going.on, &mut plan)?;
    let movable = from.movable(MoveKind::Combined, Some(into), links);
    let moved =
        chosen(&movable, going.goes, from)?.map(|piece| moved(from, piece)).collect::<Option<Vec<_>>>();
    let moved = moved.ok_or_else(|| MoveError::ListChanged(signpost.reference.clone()))?;
    let episode = into.latest_episode().map(|episode| episode.id);
    let mut grown = survivor.clone();
    for moved in &moved {
        match *moved {
            Moved::Person { part, .. } => grown.subjects.push(part),
            Moved::Link { link } => plan.links.extend(
                links
                    .iter()
                    .filter(|each| each.id == link)
                    .map(|each| each.clone().with_end(signpost.id, survivor.id)),
            ),
            other => plan.take(from, other, survivor.id, episode),
        }
    }
    if grown != *survivor {
        plan.cases.push(grown);
    }
    plan.links.push(CaseLink {
        id: going.link,
        kind: LinkKind::CombinedInto,
        from: signpost.id,
        to: survivor.id,
        on: Some(going.on),
    });
    plan.made = Some(CaseMove {
        id: going.id,
        kind: MoveKind::Combined,
        link: going.link,
        from: signpost.id,
        to: survivor.id,
        on: going.on,
        meeting: going.meeting,
        closed,
        moved,
        undone: false,
    });
    Ok(plan)
}

fn close(
    from: &CaseFile,
    into: &str,
    on: NaiveDate,
    plan: &mut Plan,
) -> Result<Option<EpisodeId>, EpisodeError> {
    let Some(open) = from.open_episode() else { return Ok(None) };
    let mut episode = open.clone();
    episode.close(Closure {
        on,
        reason: ClosureReason::Combined,
        no_score_because: Some(format!("combined with {into} on {}", table_date(on))),
        summary: String::new(),
        check: ClosureCheck::default(),
    })?;
    plan.episodes.push(episode);
    Ok(Some(open.id))
}

/// Returns the chosen pieces, each once and in the order of the list; refuses one that is not in it or has to stay.
pub(crate) fn chosen<'a>(
    movable: &'a [Movable],
    goes: &'a [Piece],
    from: &CaseFile,
) -> Result<impl Iterator<Item = Piece> + 'a, MoveError> {
    let may_go =
        |piece: &Piece| movable.iter().any(|each| each.piece == *piece && each.stays_because.is_none());
    if !goes.iter().all(may_go) {
        return Err(MoveError::ListChanged(from.case.reference.clone()));
    }
    Ok(movable.iter().map(|each| each.piece).filter(|piece| goes.contains(piece)))
}

/// Returns a piece with what brings it back; absent when it is not on the case.
pub(crate) fn moved(from: &CaseFile, piece: Piece) -> Option<Moved> {
    Some(match piece {
        Piece::Person { subject } => {
            let at = from.case.subjects.iter().position(|part| part.subject == subject)?;
            Moved::Person { part: from.case.subjects[at], at: u32::try_from(at).ok()? }
        }
        Piece::Action { action } => Moved::Action { action },
        Piece::Order { order } => {
            let OrderOn::Case { episode, .. } = from.orders.iter().find(|each| each.id == order)?.on else {
                return None;
            };
            Moved::Order { order, episode }
        }
        Piece::Link { link } => Moved::Link { link },
    })
}
