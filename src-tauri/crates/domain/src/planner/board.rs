//! An agenda laid out for planning: agencies as bits, parts as ranks, and which orders the rules allow.

use super::{Piece, Stand};
use crate::clock_time::ClockTime;
use crate::ids::AgencyId;
use crate::meeting::Group;

/// At most so many agencies are told apart; those with the fewest items are left out, which no meeting has come near.
const MOST_AGENCIES: usize = 128;

/// An agenda laid out for planning; every list has an entry an item, in the order given.
pub(super) struct Board {
    /// When the meeting begins, in minutes since midnight.
    pub starts: u32,
    /// How long each item is given.
    pub minutes: Vec<u32>,
    /// The agencies of each item that come for more than one, as bits: who comes for one never waits.
    pub agencies: Vec<u128>,
    /// When each item has to begin, in minutes since midnight.
    pub fixed: Vec<Option<u32>>,
    /// The part that each item stands in; absent for a break.
    pub parts: Vec<Option<Group>>,
    /// The rank by which each item is bound; absent for those that the user placed.
    pub ranks: Vec<Option<u8>>,
    /// Which item keeps each place.
    pub pinned: Vec<Option<usize>>,
    /// The item before each that the planner cannot tell from it.
    pub twins: Vec<Option<usize>>,
}

/// The rank of the opening, whose items keep their order too.
pub(super) const OPENING: u8 = 0;

fn rank(stand: Stand) -> u8 {
    match stand {
        Stand::In(Group::Opening) => OPENING,
        Stand::In(Group::Housing) => 1,
        Stand::In(Group::YoungPeople | Group::Referrals | Group::Others) => 2,
        Stand::Closing | Stand::Break => 3,
    }
}

impl Board {
    pub(super) fn new(starts: ClockTime, pieces: &[Piece]) -> Self {
        let seen = told_apart(pieces);
        let bit = |agency: &AgencyId| seen.binary_search(agency).map_or(0, |at| 1u128 << at);
        let bound = |piece: &Piece| !piece.pinned && piece.fixed.is_none() && piece.stand != Stand::Break;
        let mut board = Self {
            starts: starts.minutes(),
            minutes: pieces.iter().map(|piece| piece.minutes).collect(),
            agencies: pieces
                .iter()
                .map(|piece| piece.agencies.iter().map(bit).fold(0, |all, bit| all | bit))
                .collect(),
            fixed: pieces.iter().map(|piece| piece.fixed.map(ClockTime::minutes)).collect(),
            parts: pieces.iter().map(|piece| part(piece.stand)).collect(),
            ranks: pieces.iter().map(|piece| bound(piece).then(|| rank(piece.stand))).collect(),
            pinned: pieces.iter().enumerate().map(|(at, piece)| piece.pinned.then_some(at)).collect(),
            twins: Vec::new(),
        };
        board.twins =
            (0..pieces.len()).map(|item| (0..item).rev().find(|other| board.is_twin(item, *other))).collect();
        board
    }

    /// Tells whether the planner cannot tell two items apart, and may move both.
    fn is_twin(&self, one: usize, other: usize) -> bool {
        self.ranks[one].is_some()
            && self.ranks[one] == self.ranks[other]
            && self.parts[one] == self.parts[other]
            && self.minutes[one] == self.minutes[other]
            && self.agencies[one] == self.agencies[other]
    }

    pub(super) fn len(&self) -> usize {
        self.minutes.len()
    }

    /// Returns the order given.
    pub(super) fn given(&self) -> Vec<usize> {
        (0..self.len()).collect()
    }

    /// Tells whether an item is a young person's that the rules bind.
    pub(super) fn is_young(&self, item: usize) -> bool {
        self.ranks[item].is_some() && self.parts[item] == Some(Group::YoungPeople)
    }

    /// Tells whether an order obeys the hard rules.
    pub(super) fn allows(&self, order: &[usize]) -> bool {
        let keeps = |(place, pinned): (usize, &Option<usize>)| pinned.is_none_or(|item| order[place] == item);
        self.pinned.iter().enumerate().all(keeps) && self.keeps_parts(order)
    }

    /// Tells whether the items that the rules bind stand in the order of their ranks, young people's together.
    pub(super) fn keeps_parts(&self, order: &[usize]) -> bool {
        let (mut last, mut young_begun, mut young_over) = (None, false, false);
        for item in order {
            let Some(rank) = self.ranks[*item] else { continue };
            let in_order = match last {
                None => true,
                Some((before, of)) if of == rank => rank != OPENING || before < *item,
                Some((_, of)) => of < rank,
            };
            let young = self.is_young(*item);
            if !in_order || (young && young_over) {
                return false;
            }
            young_over |= young_begun && !young;
            young_begun |= young;
            last = Some((*item, rank));
        }
        true
    }

    /// Returns the order given, put right where it breaks the rules.
    pub(super) fn put_right(&self) -> Vec<usize> {
        let mut movable: Vec<usize> = (0..self.len()).filter(|item| self.pinned[*item].is_none()).collect();
        if !self.keeps_parts(&movable) {
            let young = movable.iter().position(|item| self.is_young(*item));
            let mut bound: Vec<usize> =
                movable.iter().copied().filter(|item| self.ranks[*item].is_some()).collect();
            let first = |item: usize| {
                if self.is_young(item) { young } else { movable.iter().position(|each| *each == item) }
            };
            bound.sort_by_key(|item| (self.ranks[*item], first(*item), *item));
            let mut bound = bound.into_iter();
            movable = movable
                .iter()
                .map(|item| if self.ranks[*item].is_some() { bound.next().unwrap_or(*item) } else { *item })
                .collect();
        }
        self.around_pins(&movable)
    }

    /// Returns the order of all items: those pinned in their places, the others around them in the order of `movable`.
    pub(super) fn around_pins(&self, movable: &[usize]) -> Vec<usize> {
        let mut order = Vec::with_capacity(self.len());
        self.put_around_pins(movable, &mut order);
        order
    }

    /// Puts the same into memory that is lent.
    pub(super) fn put_around_pins(&self, movable: &[usize], order: &mut Vec<usize>) {
        let mut movable = movable.iter().copied();
        order.clear();
        order.extend(self.pinned.iter().filter_map(|pinned| pinned.or_else(|| movable.next())));
    }
}

fn part(stand: Stand) -> Option<Group> {
    match stand {
        Stand::In(group) => Some(group),
        Stand::Closing => Some(Group::Others),
        Stand::Break => None,
    }
}

/// Returns the agencies that come for more than one item, in the order of their keys.
fn told_apart(pieces: &[Piece]) -> Vec<AgencyId> {
    let mut counted: std::collections::BTreeMap<AgencyId, usize> = std::collections::BTreeMap::new();
    for piece in pieces {
        let mut agencies = piece.agencies.clone();
        agencies.sort_unstable();
        agencies.dedup();
        for agency in agencies {
            *counted.entry(agency).or_default() += 1;
        }
    }
    let mut several: Vec<(usize, AgencyId)> =
        counted.into_iter().filter(|(_, items)| *items > 1).map(|(agency, items)| (items, agency)).collect();
    several.sort_by_key(|(items, agency)| (std::cmp::Reverse(*items), *agency));
    let mut agencies: Vec<AgencyId> =
        several.into_iter().take(MOST_AGENCIES).map(|(_, agency)| agency).collect();
    agencies.sort_unstable();
    agencies
}
