//! What a running order costs.

use super::board::Board;
use crate::meeting::Group;

/// What a running order costs: each line counts only between orders that are equal in all lines before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cost {
    /// Minutes by which items with a fixed time begin too late, in sum.
    pub late: u32,
    /// Times that young people's items begin anew after something else: more than once only where the user placed some.
    pub young_runs: u32,
    /// Minutes that agencies wait between their own items, in sum, and the minutes that the room itself waits for a fixed
    /// time.
    pub waited: u32,
    /// Times that a part of the agenda begins or goes on after another.
    pub runs: u32,
    /// Places by which items stand away from where they stood, in sum.
    pub moved: u32,
}

/// A running order up to some item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Tally {
    /// What it costs so far.
    pub cost: Cost,
    /// Minutes since midnight.
    pub time: u32,
    /// The part that the last item stands in; absent before the first that stands in one.
    pub part: Option<Group>,
}

impl Board {
    /// Returns the tally of an empty running order.
    pub(super) fn nothing(&self) -> Tally {
        Tally { cost: Cost::default(), time: self.starts, part: None }
    }

    /// Returns the tally with `item` at `place`; `before`, `from` and `after` are the agencies of the items before it, of
    /// it and those after it, and of those after it.
    pub(super) fn then(
        &self,
        mut tally: Tally,
        item: usize,
        place: usize,
        [before, from, after]: [u128; 3],
    ) -> Tally {
        let cost = &mut tally.cost;
        if let Some(fixed) = self.fixed[item] {
            cost.late += tally.time.saturating_sub(fixed);
            let idle = fixed.saturating_sub(tally.time);
            cost.waited += idle * (1 + (before & from).count_ones());
            tally.time += idle;
        }
        let waiting = before & after & !self.agencies[item];
        cost.waited += self.minutes[item] * waiting.count_ones();
        tally.time += self.minutes[item];
        if let Some(part) = self.parts[item]
            && tally.part != Some(part)
        {
            cost.runs += 1;
            cost.young_runs += u32::from(part == Group::YoungPeople);
            tally.part = Some(part);
        }
        cost.moved += place.abs_diff(item) as u32;
        tally
    }

    /// Returns what a running order costs.
    pub(super) fn cost(&self, order: &[usize]) -> Cost {
        self.cost_with(order, &mut Vec::new())
    }

    /// Returns the same with memory that is lent, because a search asks for it very often.
    pub(super) fn cost_with(&self, order: &[usize], ahead: &mut Vec<u128>) -> Cost {
        ahead.clear();
        ahead.resize(order.len() + 1, 0);
        for (place, item) in order.iter().enumerate().rev() {
            ahead[place] = ahead[place + 1] | self.agencies[*item];
        }
        let (mut tally, mut before) = (self.nothing(), 0);
        for (place, item) in order.iter().enumerate() {
            tally = self.then(tally, *item, place, [before, ahead[place], ahead[place + 1]]);
            before |= self.agencies[*item];
        }
        tally.cost
    }
}
