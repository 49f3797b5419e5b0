//! Splitting: a part of a case goes on as a case of its own.

use std::collections::BTreeSet;

use crate::action::Action;
use crate::case::{Case, CaseKind, CaseLink, LinkKind};
use crate::case_file::CaseFile;
use crate::case_move::{CaseMove, MoveKind, Moved};
use crate::combining::{Going, MoveError, chosen, moved};
use crate::episode::{Episode, EpisodeError};
use crate::ids::{CaseId, CaseLinkId, CaseMoveId, EpisodeId};
use crate::order::{Order, OrderOn};
use crate::reference::CaseReference;
use crate::words::table_date;

/// The changes that a splitting, a combining or an undoing makes; written in one transaction or not at all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// Cases as they are to be.
    pub cases: Vec<Case>,
    /// Episodes as they are to be.
    pub episodes: Vec<Episode>,
    /// Actions as they are to be.
    pub actions: Vec<Action>,
    /// Orders as they are to be.
    pub orders: Vec<Order>,
    /// Links as they are to be.
    pub links: Vec<CaseLink>,
    /// Links to be taken back.
    pub removed_links: Vec<CaseLinkId>,
    /// Episodes to be taken back.
    pub removed_episodes: Vec<EpisodeId>,
    /// Cases to be taken back.
    pub removed_cases: Vec<CaseId>,
    /// The record of what moved.
    pub made: Option<CaseMove>,
    /// The record that no longer holds.
    pub undone: Option<CaseMoveId>,
}

impl Plan {
    /// Takes an action or order from a case to another; people and links are no single rows and stay with the caller.
    pub(crate) fn take(&mut self, from: &CaseFile, moved: Moved, to: CaseId, episode: Option<EpisodeId>) {
        match moved {
            Moved::Action { action } => {
                let action = from.actions.iter().find(|each| each.id == action);
                self.actions.extend(action.map(|each| Action { case: to, ..each.clone() }));
            }
            Moved::Order { order, .. } => {
                let order = from.orders.iter().find(|each| each.id == order);
                let on = episode.map(|episode| OrderOn::Case { case: to, episode });
                let placed = order.zip(on).map(|(each, on)| Order { on, ..each.clone() });
                self.orders.extend(placed);
            }
            Moved::Person { .. } | Moved::Link { .. } => {}
        }
    }
}

/// The case that is split off, as the meeting wants it.
#[derive(Clone, Debug)]
pub struct SplitOff<'a> {
    /// Its key.
    pub id: CaseId,
    /// The key of its first episode.
    pub episode: EpisodeId,
    /// Its reference.
    pub reference: CaseReference,
    /// What it is about.
    pub kind: CaseKind,
    /// Its label; may be empty.
    pub title: &'a str,
    /// Its place; needed for a property.
    pub place: &'a str,
    /// Its outline; may be empty.
    pub outline: &'a str,
}

/// Returns the reference of a case that is split off: the next free number, or the number of the first case with a
/// letter given by hand.
pub fn reference_of(
    from: &CaseReference,
    letter: &str,
    next: u32,
    taken: &BTreeSet<CaseReference>,
) -> Result<CaseReference, MoveError> {
    let mut letters = letter.trim().chars();
    let reference = match (letters.next(), letters.next()) {
        (None, _) => CaseReference { prefix: from.prefix.clone(), number: next, suffix: None },
        (Some(letter), None) if letter.is_ascii_alphabetic() => {
            CaseReference { suffix: Some(letter.to_ascii_lowercase()), ..from.clone() }
        }
        _ => return Err(MoveError::NotALetter),
    };
    if taken.contains(&reference) { Err(MoveError::LetterTaken(reference)) } else { Ok(reference) }
}

/// Returns the changes that let a part of `from` go on as `off`, which is opened on the day.
///
/// Key issues, area, lead and involved agencies, source and review rule are those of the first case until somebody
/// changes them.
pub fn split(from: &CaseFile, off: &SplitOff<'_>, going: &Going<'_>) -> Result<Plan, MoveError> {
    let first = &from.case;
    let open = from.open_episode().ok_or_else(|| MoveError::SplitClosed(first.reference.clone()))?;
    if going.on < open.opened {
        let (closed, opened) = (table_date(open.opened), table_date(going.on));
        return Err(EpisodeError::OpenedBeforeClosed { closed, opened }.into());
    }
    let movable = from.movable(MoveKind::Split, None, &[]);
    let moved =
        chosen(&movable, going.goes, from)?.map(|piece| moved(from, piece)).collect::<Option<Vec<_>>>();
    let moved = moved.ok_or_else(|| MoveError::ListChanged(first.reference.clone()))?;
    let mut plan = Plan::default();
    let mut left = first.clone();
    let mut subjects = Vec::new();
    for moved in &moved {
        match *moved {
            Moved::Person { part, .. } => {
                left.subjects.retain(|each| each.subject != part.subject);
                subjects.push(part);
            }
            other => plan.take(from, other, off.id, Some(off.episode)),
        }
    }
    let case = Case {
        id: off.id,
        reference: off.reference.clone(),
        kind: off.kind,
        title: off.title.trim().to_owned(),
        outline: off.outline.trim().to_owned(),
        place: off.place.trim().to_owned(),
        subjects,
        outside_facts: Vec::new(),
        referral: None,
        legal_lead: String::new(),
        ..first.clone()
    };
    plan.cases.push(case.checked(false)?);
    if left != *first {
        plan.cases.push(left);
    }
    plan.episodes.push(Episode::first(off.episode, off.id, going.on));
    let (kind, on) = (LinkKind::SplitFrom, Some(going.on));
    plan.links.push(CaseLink { id: going.link, kind, from: off.id, to: first.id, on });
    plan.made = Some(CaseMove {
        id: going.id,
        kind: MoveKind::Split,
        link: going.link,
        from: first.id,
        to: off.id,
        on: going.on,
        meeting: going.meeting,
        closed: None,
        moved,
        undone: false,
    });
    Ok(plan)
}
