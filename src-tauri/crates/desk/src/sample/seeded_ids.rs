//! Identifiers of a sample hub: shaped like UUIDv7, with the sample's own day in them.

use chrono::NaiveDate;
use domain::ids::IdSource;
use uuid::{Builder, Uuid};

use super::chance::Chance;

/// How many identifiers share a millisecond: as many as fit the twelve bits behind it.
const PER_MILLISECOND: u64 = 4096;

/// Gives out the same identifiers for the same seed and day, each one after the earlier ones.
pub struct SeededIds {
    chance: Chance,
    begins_ms: u64,
    given: u64,
}

impl SeededIds {
    /// Returns the identifiers of `seed`, dated the day before `today` so that those of real work sort after them.
    pub fn of(seed: u64, today: NaiveDate) -> Self {
        let day_before = today.pred_opt().unwrap_or(today).and_time(chrono::NaiveTime::MIN);
        let begins_ms = u64::try_from(day_before.and_utc().timestamp_millis()).unwrap_or(0);
        Self { chance: Chance::of(seed ^ 0x5EED_1D5E), begins_ms, given: 0 }
    }
}

impl IdSource for SeededIds {
    fn next_id(&mut self) -> Uuid {
        let (millisecond, within) = (self.given / PER_MILLISECOND, self.given % PER_MILLISECOND);
        self.given += 1;
        let mut rest = [0; 10];
        rest[..2].copy_from_slice(&(within as u16).to_be_bytes());
        rest[2..].copy_from_slice(&self.chance.next().to_be_bytes());
        Builder::from_unix_timestamp_millis(self.begins_ms + millisecond, &rest).into_uuid()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seeded_identifiers_sort_in_the_order_in_which_they_were_given_out() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let (mut one, mut other) = (SeededIds::of(1, today), SeededIds::of(1, today));
        let ids: Vec<Uuid> = (0..10_000).map(|_| one.next_id()).collect();
        assert!(ids.windows(2).all(|pair| pair[0] < pair[1]), "lists are read in the order of entering");
        assert!(ids.iter().all(|id| *id == other.next_id()), "a seed decides every identifier");
        assert_eq!(ids[0].get_version_num(), 7);
    }
}
