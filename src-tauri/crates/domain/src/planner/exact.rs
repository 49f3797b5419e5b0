//! Planning exactly: every set of items that can stand first, each at its cheapest.

use std::collections::BTreeMap;

use super::board::{Board, OPENING};
use super::cost::Tally;

/// At most so many sets are looked at; beyond, the search plans.
const MOST_SETS: usize = 60_000;

/// The items at the beginning of an order, at their cheapest.
struct Beginning {
    items: u128,
    tally: Tally,
    /// The last item, and the beginning before it by its place in the layer before.
    last: Option<(usize, usize)>,
}

/// Returns the best order; absent when the agenda is too large for it.
///
/// What follows a beginning depends only on which items stand in it, on the time, and on the part it ends in: of the
/// beginnings that share these three the cheapest is enough.
pub(super) fn plan(board: &Board) -> Option<Vec<usize>> {
    if board.len() > 128 {
        return None;
    }
    let mut layers = vec![vec![Beginning { items: 0, tally: board.nothing(), last: None }]];
    let mut sets = 0;
    for place in 0..board.len() {
        let mut layer: BTreeMap<_, Beginning> = BTreeMap::new();
        for (at, beginning) in layers[place].iter().enumerate() {
            let before = agencies_of(board, beginning.items);
            for item in next(board, beginning.items, place) {
                let items = beginning.items | 1 << item;
                let after = agencies_of(board, !items & full(board.len()));
                let from = after | board.agencies[item];
                let tally = board.then(beginning.tally, item, place, [before, from, after]);
                let new = Beginning { items, tally, last: Some((item, at)) };
                let key = (items, tally.time, tally.part);
                match layer.get(&key) {
                    Some(there) if there.tally.cost <= tally.cost => {}
                    _ => {
                        layer.insert(key, new);
                    }
                }
            }
            if sets + layer.len() > MOST_SETS {
                return None;
            }
        }
        sets += layer.len();
        layers.push(layer.into_values().collect());
    }
    Some(traced(&layers))
}

fn full(items: usize) -> u128 {
    if items == 128 { u128::MAX } else { (1 << items) - 1 }
}

fn agencies_of(board: &Board, items: u128) -> u128 {
    let mut left = items;
    let mut agencies = 0;
    while left != 0 {
        agencies |= board.agencies[left.trailing_zeros() as usize];
        left &= left - 1;
    }
    agencies
}

/// Returns the items that may stand at `place` after `items`.
fn next(board: &Board, items: u128, place: usize) -> impl Iterator<Item = usize> {
    let ahead = move |item: usize| items & 1 << item == 0;
    let lowest = (0..board.len()).filter(|item| ahead(*item)).filter_map(|item| board.ranks[item]).min();
    let young = |there: bool| (0..board.len()).any(|item| board.is_young(item) && ahead(item) != there);
    let amid_young = young(true) && young(false);
    let bound = move |item: usize, rank: u8| {
        Some(rank) == lowest
            && (!amid_young || board.is_young(item))
            && board.twins[item].is_none_or(|twin| !ahead(twin))
            && (rank != OPENING || (0..item).all(|each| board.ranks[each] != Some(OPENING) || !ahead(each)))
    };
    (0..board.len()).filter(move |item| match board.pinned[place] {
        Some(pinned) => *item == pinned,
        None => {
            ahead(*item)
                && board.pinned[*item].is_none()
                && board.ranks[*item].is_none_or(|rank| bound(*item, rank))
        }
    })
}

/// Returns the items of the cheapest order, from its end back to its beginning.
fn traced(layers: &[Vec<Beginning>]) -> Vec<usize> {
    let ends = layers.last().map(Vec::as_slice).unwrap_or_default();
    let best = ends.iter().enumerate().min_by_key(|(_, end)| end.tally.cost).map(|(at, _)| at);
    let (mut order, mut at) = (Vec::with_capacity(layers.len()), best);
    for layer in layers.iter().rev() {
        let step = at.and_then(|at| layer[at].last);
        order.extend(step.map(|(item, _)| item));
        at = step.map(|(_, before)| before);
    }
    order.reverse();
    order
}
