//! Planning by search: items, stretches of items and whole parts are moved while it pays.

use super::Piece;
use super::board::Board;
use super::cost::Cost;
use super::dice::Dice;
use crate::clock_time::ClockTime;

/// How many items a few are.
const A_FEW: usize = 6;

/// How long to search.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Effort {
    /// Changes tried in a round.
    pub steps: usize,
    /// Rounds, each from the order given.
    pub rounds: usize,
    /// How many steps back a change may be compared with in the first round, and twice as many in each round after: a
    /// longer memory takes worse orders for longer.
    pub memory: usize,
    /// What the dice begin with.
    pub seed: u64,
}

impl Effort {
    /// Returns the effort of a plan of so many items that somebody waits for.
    pub fn usual(items: usize) -> Self {
        Self { steps: (12 * items * items).max(40_000), rounds: 3, memory: 250, seed: 20_261_124 }
    }
}

/// Returns the lowest cost that a search of this effort finds: for measuring how good the usual effort is.
pub fn best_found(starts: ClockTime, pieces: &[Piece], effort: Effort) -> Cost {
    let board = Board::new(starts, pieces);
    board.cost(&plan(&board, effort))
}

/// Returns the best order found; never worse than the order given where that obeys the rules.
///
/// Late acceptance (Burke and Bykov 2017): a change is kept when the order is no worse than it is now or than it was
/// `memory` steps ago.
pub(super) fn plan(board: &Board, effort: Effort) -> Vec<usize> {
    let begins = board.put_right();
    let movable: Vec<usize> = begins.iter().copied().filter(|item| board.pinned[*item].is_none()).collect();
    let mut best = (board.cost(&begins), begins);
    if movable.len() < 2 {
        return best.1;
    }
    let mut dice = Dice(effort.seed);
    for of in 0..effort.rounds {
        let round_of = Effort { memory: effort.memory << of.min(4), ..effort };
        let found = round(board, &movable, round_of, &mut dice);
        if found.0 < best.0 {
            best = found;
        }
    }
    best.1
}

fn round(board: &Board, begins: &[usize], effort: Effort, dice: &mut Dice) -> (Cost, Vec<usize>) {
    let mut order = board.around_pins(begins);
    let cost = board.cost(&order);
    let mut memory = vec![cost; effort.memory.max(1)];
    let (mut now, mut best) = ((cost, begins.to_vec()), (cost, order.clone()));
    let (mut changed, mut ahead) = (Vec::with_capacity(begins.len()), Vec::new());
    for step in 0..effort.steps {
        changed.clone_from(&now.1);
        change(&mut changed, board, dice);
        let slot = step % memory.len();
        if board.keeps_parts(&changed) {
            board.put_around_pins(&changed, &mut order);
            let cost = board.cost_with(&order, &mut ahead);
            if cost <= now.0 || cost <= memory[slot] {
                now.0 = cost;
                std::mem::swap(&mut now.1, &mut changed);
            }
            if cost < best.0 {
                best.0 = cost;
                best.1.clone_from(&order);
            }
        }
        memory[slot] = memory[slot].min(now.0);
    }
    best
}

/// Lets two items change places, or moves a stretch of items to another place, sometimes turned round.
fn change(order: &mut [usize], board: &Board, dice: &mut Dice) {
    let count = order.len();
    if dice.below(4) == 0 {
        return order.swap(dice.below(count), dice.below(count));
    }
    let (from, length) = stretch(order, board, dice);
    if dice.below(4) == 0 {
        order[from..from + length].reverse();
    }
    if length == count {
        return;
    }
    let to = dice.below(count - length + 1);
    match to < from {
        true => order[to..from + length].rotate_right(length),
        false => order[from..to + length].rotate_left(length),
    }
}

/// Returns where a stretch begins and how long it is: mostly one item, sometimes a few or many, sometimes all young people's.
fn stretch(order: &[usize], board: &Board, dice: &mut Dice) -> (usize, usize) {
    let young = |item: &usize| board.is_young(*item);
    if dice.below(16) == 0
        && let (Some(first), Some(last)) = (order.iter().position(young), order.iter().rposition(young))
    {
        return (first, last + 1 - first);
    }
    let longest = [1, 1, A_FEW.min(order.len()), order.len()][dice.below(4)];
    let length = 1 + dice.below(longest);
    (dice.below(order.len() - length + 1), length)
}
