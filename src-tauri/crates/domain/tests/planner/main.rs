//! The slot planner against everything that can be worked out in another way.

mod agendas;
mod brute_force;
mod subsets;

use agendas::{agenda, starts, with_wishes};
use domain::planner::{Piece, obeys_the_rules, plan};

fn told(pieces: &[Piece]) -> String {
    pieces
        .iter()
        .map(|piece| {
            let agencies: Vec<u128> = piece.agencies.iter().map(|id| id.0.as_u128()).collect();
            format!("{:?} {} {agencies:?} {:?} {}\n", piece.stand, piece.minutes, piece.fixed, piece.pinned)
        })
        .collect()
}

#[test]
fn up_to_eight_items_are_planned_as_well_as_every_permutation_tried() {
    for items in 1..=8 {
        for seed in 0..50 {
            let plain = agenda(seed * 31 + u64::from(items), items, 5);
            let pieces = if seed % 2 == 0 { plain } else { with_wishes(plain, seed) };
            let planned = plan(starts(), &pieces);
            assert!(planned.exact, "{items} items are few");
            assert!(brute_force::allowed(&pieces, &planned.order), "{:?}\n{}", planned.order, told(&pieces));
            let cost = brute_force::cost(&pieces, &planned.order);
            assert_eq!(cost, planned.cost, "the planner costs what it planned as the clock does");
            assert_eq!(
                cost,
                brute_force::least(&pieces),
                "seed {seed}, {:?}\n{}",
                planned.order,
                told(&pieces)
            );
        }
    }
}

#[test]
fn twelve_items_are_planned_as_well_as_a_dynamic_programme_over_all_sets() {
    for seed in 0..50 {
        let pieces = agenda(1_000 + seed, 12, 6);
        let planned = plan(starts(), &pieces);
        assert!(planned.exact && brute_force::allowed(&pieces, &planned.order));
        assert_eq!(planned.cost.waited, subsets::least_waiting(&pieces), "seed {seed}\n{}", told(&pieces));
    }
}
