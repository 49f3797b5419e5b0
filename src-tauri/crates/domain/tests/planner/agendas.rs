//! Agendas made from a seed: the same on every machine, so that what a long search found once can be compared for ever.

use domain::clock_time::ClockTime;
use domain::ids::AgencyId;
use domain::meeting::Group;
use domain::planner::{Piece, Stand};
use uuid::Uuid;

/// When every meeting of these begins.
pub fn starts() -> ClockTime {
    ClockTime::from_minutes(14 * 60)
}

/// A linear congruential generator (Knuth's MMIX), so that agendas owe nothing to the planner's own dice.
pub struct Seeded(u64);

impl Seeded {
    pub fn new(seed: u64) -> Self {
        let mut seeded = Self(seed);
        seeded.below(7);
        seeded
    }

    pub fn below(&mut self, bound: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as u32) % bound
    }

    pub fn one_in(&mut self, times: u32) -> bool {
        self.below(times) == 0
    }
}

pub fn agency(number: u32) -> AgencyId {
    AgencyId(Uuid::from_u128(u128::from(number) + 1))
}

/// Returns an agenda of so many items in parts, each for some of so many part-time agencies.
pub fn agenda(seed: u64, items: u32, agencies: u32) -> Vec<Piece> {
    let mut seeded = Seeded::new(seed);
    let mut pieces: Vec<Piece> = (0..items)
        .map(|item| {
            let stand = match seeded.below(10) {
                0 if item < 3 => Stand::In(Group::Opening),
                0..=2 => Stand::In(Group::Housing),
                3..=4 => Stand::In(Group::YoungPeople),
                5 => Stand::In(Group::Referrals),
                6 if item + 1 == items => Stand::Closing,
                _ => Stand::In(Group::Others),
            };
            let mut concerned: Vec<AgencyId> =
                (0..seeded.below(4)).map(|_| agency(seeded.below(agencies))).collect();
            concerned.sort_unstable();
            concerned.dedup();
            let minutes = [2, 5, 5, 8, 10, 12, 12, 15][seeded.below(8) as usize];
            Piece { minutes, stand, agencies: concerned, fixed: None, pinned: false }
        })
        .collect();
    pieces.sort_by_key(|piece| piece.stand != Stand::In(Group::Opening));
    pieces
}

/// Returns the same agenda with fixed times, a break and pins in it.
pub fn with_wishes(mut pieces: Vec<Piece>, seed: u64) -> Vec<Piece> {
    let mut seeded = Seeded::new(seed);
    let count = pieces.len() as u32;
    let time = |seeded: &mut Seeded| Some(starts().plus(5 * seeded.below(1 + 2 * count)));
    for piece in &mut pieces {
        if piece.stand != Stand::In(Group::Opening) && seeded.one_in(4) {
            piece.fixed = time(&mut seeded);
        }
        piece.pinned = seeded.one_in(6);
    }
    if seeded.one_in(2) {
        let at = seeded.below(count) as usize;
        let fixed = time(&mut seeded);
        pieces[at] = Piece { minutes: 10, stand: Stand::Break, agencies: Vec::new(), fixed, pinned: false };
    }
    pieces
}
