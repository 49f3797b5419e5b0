//! The slot planner against everything that can be worked out in another way.

#![allow(clippy::unwrap_used, reason = "what these tests make themselves must not fail")]

mod agendas;
mod brute_force;
mod subsets;

use agendas::{agency, agenda, starts, with_wishes};
use domain::meeting::Group;
use domain::planner::{Cost, Effort, Piece, Stand, best_found, customs_broken, obeys_the_rules, plan};
use proptest::prelude::*;

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

/// What a search of ten minutes found; `fixtures/README.md` says how.
#[derive(serde::Deserialize)]
struct Best {
    seed: u64,
    items: u32,
    waited: u32,
}

#[test]
fn forty_items_are_planned_within_five_per_cent_of_a_search_of_ten_minutes() {
    let kept: Vec<Best> = serde_json::from_str(include_str!("../fixtures/planner-best.json")).unwrap();
    assert!(kept.iter().any(|best| best.items == 40));
    for Best { seed, items, waited } in kept {
        let pieces = agenda(seed, items, items / 4);
        let planned = plan(starts(), &pieces);
        assert!(brute_force::allowed(&pieces, &planned.order), "seed {seed}");
        let found = brute_force::cost(&pieces, &planned.order).waited;
        assert!(found * 100 <= waited * 105, "seed {seed}: {found} minutes, the long search found {waited}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn every_plan_keeps_the_rules_and_is_never_worse_than_an_order_that_kept_them(
        seed in 0u64..10_000,
        items in 1u32..16,
        wishes in proptest::bool::ANY,
    ) {
        let plain = agenda(seed, items, 6);
        let pieces = if wishes { with_wishes(plain, seed) } else { plain };
        let planned = plan(starts(), &pieces);
        let mut all = planned.order.clone();
        all.sort_unstable();
        prop_assert_eq!(all, (0..pieces.len()).collect::<Vec<_>>(), "every item once");
        prop_assert!(brute_force::allowed(&pieces, &planned.order), "{:?}", planned.order);
        let given: Vec<usize> = (0..pieces.len()).collect();
        prop_assert_eq!(obeys_the_rules(&pieces), brute_force::allowed(&pieces, &given));
        if obeys_the_rules(&pieces) {
            prop_assert!(planned.cost <= planned.given);
        }
    }

    #[test]
    fn a_plan_that_is_planned_again_stays_as_it_is(seed in 0u64..10_000, items in 1u32..12) {
        let pieces = agenda(seed, items, 5);
        let planned = plan(starts(), &pieces);
        let again: Vec<Piece> = planned.order.iter().map(|item| pieces[*item].clone()).collect();
        prop_assert!(plan(starts(), &again).order.is_sorted(), "{}", told(&again));
    }
}

#[test]
fn a_break_may_fall_amid_young_people_and_interrupts_no_part() {
    let young = |minutes| Piece {
        minutes,
        stand: Stand::In(Group::YoungPeople),
        agencies: vec![agency(1)],
        fixed: None,
        pinned: false,
    };
    let at = |minutes| Some(starts().plus(minutes));
    let rest = Piece { minutes: 10, stand: Stand::Break, agencies: Vec::new(), fixed: at(12), pinned: false };
    let planned = plan(starts(), &[rest, young(12), young(12)]);
    assert_eq!(planned.order, [1, 0, 2]);
    assert_eq!(
        (planned.cost.late, planned.cost.young_runs, planned.cost.waited),
        (0, 1, 10),
        "they wait through it"
    );
}

#[test]
fn what_the_user_fixed_comes_in_its_time_even_before_housing() {
    let piece = |group, fixed| Piece {
        minutes: 10,
        stand: Stand::In(group),
        agencies: Vec::new(),
        fixed,
        pinned: false,
    };
    let fixed = piece(Group::Others, Some(starts().plus(10)));
    let planned = plan(starts(), &[piece(Group::Housing, None), piece(Group::Housing, None), fixed]);
    assert_eq!((planned.order, planned.cost.late, planned.cost.waited), (vec![0, 2, 1], 0, 0));
}

#[test]
fn the_search_by_itself_finds_what_the_exact_plan_finds_on_twelve_items() {
    for seed in 0..12 {
        let pieces = agenda(2_000 + seed, 12, 6);
        let found = best_found(starts(), &pieces, Effort::usual(pieces.len()));
        let Cost { late, young_runs, waited, .. } = plan(starts(), &pieces).cost;
        assert_eq!((found.late, found.young_runs, found.waited), (late, young_runs, waited), "seed {seed}");
    }
}

#[test]
fn eighty_five_items_with_pins_breaks_and_fixed_times_keep_the_rules_and_wait_less() {
    for seed in [85, 86] {
        let pieces = with_wishes(agenda(seed, 85, 20), seed);
        let planned = plan(starts(), &pieces);
        assert!(!planned.exact && brute_force::allowed(&pieces, &planned.order), "seed {seed}");
        assert_eq!(brute_force::cost(&pieces, &planned.order), planned.cost);
        assert_eq!(plan(starts(), &pieces), planned, "the same agenda, the same plan");
        assert!(planned.cost < planned.given, "{:?} was {:?}", planned.cost, planned.given);
    }
}

#[test]
fn customs_that_the_users_own_places_break_are_told() {
    let piece = |group, pinned| Piece {
        minutes: 5,
        stand: Stand::In(group),
        agencies: Vec::new(),
        fixed: None,
        pinned,
    };
    let (housing, young, other) = (Group::Housing, Group::YoungPeople, Group::Others);
    let kept =
        [piece(Group::Opening, false), piece(housing, false), piece(young, false), piece(other, false)];
    assert_eq!(customs_broken(&kept, &plan(starts(), &kept).order), Vec::<String>::new());
    let pinned = [piece(young, true), piece(housing, false), piece(other, true), piece(young, false)];
    let told = customs_broken(&pinned, &plan(starts(), &pinned).order);
    assert_eq!(
        told,
        [
            "Housing does not all come first, because of what is fixed or kept in place",
            "Young people’s items stand in 2 places, because of what is fixed or kept in place",
        ]
    );
}
