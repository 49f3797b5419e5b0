//! A case with everything on it, and which of it can go to another case.

use crate::action::Action;
use crate::case::{Case, CaseLink, LinkKind};
use crate::case_move::{MoveKind, Piece};
use crate::episode::Episode;
use crate::ids::CaseId;
use crate::order::Order;

/// A case with its episodes, actions and orders, as splitting and combining look at it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseFile {
    /// The case.
    pub case: Case,
    /// Its episodes.
    pub episodes: Vec<Episode>,
    /// Its actions.
    pub actions: Vec<Action>,
    /// Its orders.
    pub orders: Vec<Order>,
}

/// Something that can go, or the reason why it stays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Movable {
    /// What it is.
    pub piece: Piece,
    /// Whether it goes unless somebody chooses otherwise.
    pub goes: bool,
    /// Why it has to stay; absent when it may go.
    pub stays_because: Option<&'static str>,
}

impl CaseFile {
    /// Returns the open episode; absent while the case is closed.
    pub fn open_episode(&self) -> Option<&Episode> {
        self.episodes.iter().find(|episode| episode.is_open())
    }

    /// Returns the open episode, or else the latest one.
    pub fn latest_episode(&self) -> Option<&Episode> {
        self.episodes.iter().max_by_key(|episode| (episode.is_open(), episode.serial))
    }

    /// Returns what can go to another case: people, open actions, orders that are in place or pending, and when the
    /// whole case goes on in `into`, its cross references.
    ///
    /// What is finished stays where it was decided. Combining takes everything along unless told otherwise, a split
    /// nothing.
    pub fn movable(&self, kind: MoveKind, into: Option<&Self>, links: &[CaseLink]) -> Vec<Movable> {
        let goes = kind == MoveKind::Combined;
        let free = |piece| Movable { piece, goes, stays_because: None };
        let mut movable = Vec::new();
        for part in &self.case.subjects {
            let there = into.is_some_and(|into| into.knows(part.subject));
            let piece = free(Piece::Person { subject: part.subject });
            movable.push(if there { piece.staying("is there already") } else { piece });
        }
        let open = self.actions.iter().filter(|action| action.status.is_open());
        movable.extend(open.map(|action| free(Piece::Action { action: action.id })));
        let live = |order: &&Order| order.stage.is_in_place() || order.stage.is_pending();
        let orders = self.orders.iter().filter(live);
        movable.extend(orders.map(|order| free(Piece::Order { order: order.id })));
        if let Some(into) = into {
            for link in links.iter().filter(|link| link.is_cross_reference_of(self.case.id)) {
                let piece = free(Piece::Link { link: link.id });
                let other = link.other_than(self.case.id);
                let known = |each: &CaseLink| {
                    each.joins(into.case.id, other) && each.kind == LinkKind::CrossReference
                };
                movable.push(match () {
                    () if other == into.case.id => piece.staying("refers to the case it goes on in"),
                    () if links.iter().any(known) => piece.staying("is there already"),
                    () => piece,
                });
            }
        }
        movable
    }

    /// Tells whether a person has a part in the case.
    pub fn knows(&self, subject: crate::ids::SubjectId) -> bool {
        self.case.subjects.iter().any(|part| part.subject == subject)
    }
}

impl Movable {
    fn staying(self, because: &'static str) -> Self {
        Self { goes: false, stays_because: Some(because), ..self }
    }
}

impl CaseLink {
    /// Tells whether the link is a cross reference that `case` is an end of.
    pub fn is_cross_reference_of(&self, case: CaseId) -> bool {
        self.kind == LinkKind::CrossReference && (self.from == case || self.to == case)
    }

    /// Returns the end that is not `case`.
    pub fn other_than(&self, case: CaseId) -> CaseId {
        if self.from == case { self.to } else { self.from }
    }

    /// Tells whether the link is one between these two, in either direction.
    pub fn joins(&self, one: CaseId, other: CaseId) -> bool {
        (self.from, self.to) == (one, other) || (self.from, self.to) == (other, one)
    }

    /// Returns the link with `new` in the place of `old`.
    pub fn with_end(self, old: CaseId, new: CaseId) -> Self {
        let end = |case| if case == old { new } else { case };
        Self { from: end(self.from), to: end(self.to), ..self }
    }
}
