//! Places in the running order: parts stay whole, and positions count from 1 without gaps.

use crate::ids::ItemId;
use crate::meeting::Group;

/// An item's place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The item.
    pub item: ItemId,
    /// The part it stands in.
    pub group: Group,
}

/// Moves `item` to place `to`, counted from 1 and past the end meaning the end; it joins the part found there.
///
/// An item that is not among them changes nothing.
pub fn moved(mut order: Vec<Placed>, item: ItemId, to: u32) -> Vec<Placed> {
    let Some(from) = order.iter().position(|placed| placed.item == item) else { return order };
    let to = (to.max(1) as usize - 1).min(order.len() - 1);
    let group = order[to].group;
    order.remove(from);
    order.insert(to, Placed { item, group });
    order
}

/// Puts a new item at the end of its part.
pub fn appended(mut order: Vec<Placed>, new: Placed) -> Vec<Placed> {
    let after = order.iter().rposition(|placed| placed.group == new.group).map(|at| at + 1);
    let before = || order.iter().position(|placed| placed.group > new.group);
    let at = after.or_else(before).unwrap_or(order.len());
    order.insert(at, new);
    order
}

/// Puts an item into another part, at its end; in its own part it keeps its place.
pub fn regrouped(order: Vec<Placed>, item: ItemId, group: Group) -> Vec<Placed> {
    if order.contains(&Placed { item, group }) {
        return order;
    }
    let others = order.into_iter().filter(|placed| placed.item != item).collect();
    appended(others, Placed { item, group })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    fn placed(number: u128, group: Group) -> Placed {
        Placed { item: ItemId(Uuid::from_u128(number)), group }
    }

    fn agenda() -> Vec<Placed> {
        vec![
            placed(1, Group::Opening),
            placed(2, Group::Housing),
            placed(3, Group::Housing),
            placed(4, Group::YoungPeople),
            placed(5, Group::Others),
        ]
    }

    fn numbers(order: &[Placed]) -> Vec<u128> {
        order.iter().map(|placed| placed.item.0.as_u128()).collect()
    }

    #[test]
    fn a_moved_item_joins_the_part_it_comes_to() {
        let down = moved(agenda(), ItemId(Uuid::from_u128(3)), 4);
        assert_eq!(numbers(&down), [1, 2, 4, 3, 5]);
        assert_eq!(down[3].group, Group::YoungPeople);
        let up = moved(agenda(), ItemId(Uuid::from_u128(4)), 3);
        assert_eq!((numbers(&up), up[2].group), (vec![1, 2, 4, 3, 5], Group::Housing));
    }

    #[test]
    fn past_the_end_is_the_end() {
        let last = moved(agenda(), ItemId(Uuid::from_u128(2)), 99);
        assert_eq!((numbers(&last), last[4].group), (vec![1, 3, 4, 5, 2], Group::Others));
    }

    #[test]
    fn a_new_item_stands_at_the_end_of_its_part_or_before_the_next() {
        assert_eq!(numbers(&appended(agenda(), placed(9, Group::Housing))), [1, 2, 3, 9, 4, 5]);
        assert_eq!(numbers(&appended(agenda(), placed(9, Group::Referrals))), [1, 2, 3, 4, 9, 5]);
        assert_eq!(numbers(&appended(Vec::new(), placed(9, Group::Others))), [9]);
    }

    #[test]
    fn an_item_that_keeps_its_part_keeps_its_place() {
        let item = ItemId(Uuid::from_u128(2));
        assert_eq!(numbers(&regrouped(agenda(), item, Group::Housing)), [1, 2, 3, 4, 5]);
        assert_eq!(numbers(&regrouped(agenda(), item, Group::Others)), [1, 3, 4, 5, 2]);
    }

    proptest! {
        #[test]
        fn moving_keeps_every_item_and_every_part_whole(item in 1u128..=5, to in 0u32..9) {
            let order = moved(agenda(), ItemId(Uuid::from_u128(item)), to);
            let mut all = numbers(&order);
            all.sort_unstable();
            prop_assert_eq!(all, vec![1, 2, 3, 4, 5]);
            prop_assert!(order.windows(2).all(|pair| pair[0].group <= pair[1].group));
        }
    }
}
