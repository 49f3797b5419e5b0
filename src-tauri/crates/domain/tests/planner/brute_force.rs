//! Every permutation, costed in another way than the planner does: from each agency's own clock times.

use domain::meeting::Group;
use domain::planner::{Cost, Piece, Stand};

use crate::agendas::starts;

/// Returns what an order costs, by walking through the meeting and asking every agency when it came and left.
pub fn cost(pieces: &[Piece], order: &[usize]) -> Cost {
    let mut clock = starts().minutes();
    let (mut late, mut idle) = (0, 0);
    let mut spans = vec![(0, 0); pieces.len()];
    for item in order {
        if let Some(fixed) = pieces[*item].fixed.map(|time| time.minutes()) {
            if fixed > clock {
                idle += fixed - clock;
                clock = fixed;
            } else {
                late += clock - fixed;
            }
        }
        spans[*item] = (clock, clock + pieces[*item].minutes);
        clock += pieces[*item].minutes;
    }
    let mut agencies: Vec<_> = pieces.iter().flat_map(|piece| piece.agencies.clone()).collect();
    agencies.sort();
    agencies.dedup();
    let mut waited = idle;
    for agency in agencies {
        let own: Vec<usize> =
            (0..pieces.len()).filter(|item| pieces[*item].agencies.contains(&agency)).collect();
        let arrives = own.iter().map(|item| spans[*item].0).min().unwrap();
        let leaves = own.iter().map(|item| spans[*item].1).max().unwrap();
        waited += leaves - arrives - own.iter().map(|item| pieces[*item].minutes).sum::<u32>();
    }
    let groups: Vec<Group> = order.iter().filter_map(|item| group(&pieces[*item])).collect();
    let begins = |at: usize| at == 0 || groups[at - 1] != groups[at];
    let runs = (0..groups.len()).filter(|at| begins(*at)).count() as u32;
    let young =
        (0..groups.len()).filter(|at| begins(*at) && groups[*at] == Group::YoungPeople).count() as u32;
    let moved = order.iter().enumerate().map(|(place, item)| place.abs_diff(*item) as u32).sum();
    Cost { late, young_runs: young, waited, runs, moved }
}

fn group(piece: &Piece) -> Option<Group> {
    match piece.stand {
        Stand::In(group) => Some(group),
        Stand::Closing => Some(Group::Others),
        Stand::Break => None,
    }
}

/// Tells whether an order keeps the rules, said rule by rule.
pub fn allowed(pieces: &[Piece], order: &[usize]) -> bool {
    if order.iter().enumerate().any(|(place, item)| pieces[*item].pinned && place != *item)
        || (0..order.len()).any(|place| pieces[place].pinned && order[place] != place)
    {
        return false;
    }
    let bound: Vec<usize> = order
        .iter()
        .copied()
        .filter(|item| {
            let piece = &pieces[*item];
            !piece.pinned && piece.fixed.is_none() && piece.stand != Stand::Break
        })
        .collect();
    let is = |item: usize, stand: Stand| pieces[item].stand == stand;
    let opening: Vec<usize> =
        bound.iter().copied().filter(|item| is(*item, Stand::In(Group::Opening))).collect();
    let housing = bound.iter().filter(|item| is(**item, Stand::In(Group::Housing))).count();
    let closing = bound.iter().filter(|item| is(**item, Stand::Closing)).count();
    let young: Vec<usize> =
        (0..bound.len()).filter(|at| is(bound[*at], Stand::In(Group::YoungPeople))).collect();
    bound.starts_with(&opening)
        && opening.is_sorted()
        && bound[opening.len()..].iter().take(housing).all(|item| is(*item, Stand::In(Group::Housing)))
        && bound.iter().rev().take(closing).all(|item| is(*item, Stand::Closing))
        && young.windows(2).all(|pair| pair[1] == pair[0] + 1)
}

/// Returns the least cost of all allowed orders.
pub fn least(pieces: &[Piece]) -> Cost {
    let mut order: Vec<usize> = (0..pieces.len()).collect();
    let mut best = None;
    every_order(&mut order, 0, &mut |order| {
        if allowed(pieces, order) {
            let cost = cost(pieces, order);
            best = best.filter(|least| *least <= cost).or(Some(cost));
        }
    });
    best.unwrap()
}

fn every_order(order: &mut [usize], from: usize, see: &mut impl FnMut(&[usize])) {
    if from == order.len() {
        return see(order);
    }
    for other in from..order.len() {
        order.swap(from, other);
        every_order(order, from + 1, see);
        order.swap(from, other);
    }
}
