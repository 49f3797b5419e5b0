//! (a) The process is killed at a chance moment of every story.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use crate::dice::Dice;
use crate::places::told;
use crate::story::{Reference, Story};
use crate::{SEED, on_all_cores, victim};

const KILLS: u64 = 200;

/// How long the story takes in a process of its own, once it began.
fn time_of(reference: &Reference) -> Duration {
    let folder = reference.begun();
    let begun = Instant::now();
    reference.story.told_on(folder.path(), &mut |_| Ok(())).unwrap();
    begun.elapsed()
}

#[test]
fn what_was_acknowledged_survives_a_kill_whatever_was_being_written() {
    let (seed, how_many) =
        (told("FAULTS_SEED", SEED), usize::try_from(told("HUB_TASKING_KILLS", KILLS)).unwrap());
    let references: Vec<(Reference, Duration)> = Story::ALL
        .map(|story| {
            let reference = Reference::of(story);
            let takes = time_of(&reference);
            (reference, takes)
        })
        .into();
    let survived = on_all_cores(how_many, |number| {
        let (reference, takes) = &references[number % references.len()];
        let mut dice = Dice(seed.wrapping_add(number as u64));
        // It may take longer in a process of its own than in the one that was measured.
        let after = Duration::from_micros(dice.below(u64::try_from(takes.as_micros()).unwrap() * 5 / 4 + 1));
        let folder = reference.begun();
        let said = victim::killed(reference.story, folder.path(), after);
        let how = match reference.survived(folder.path(), said.acknowledged) {
            Ok(_) if said.ended => "ended before the kill",
            Ok(held) if held > said.acknowledged => "written, not acknowledged",
            Ok(_) => "as acknowledged",
            Err(lost) => {
                panic!("seed {seed}, point {number}, {:?} killed after {after:?}: {lost}", reference.story)
            }
        };
        (reference.story, how)
    });
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for (story, how) in &survived {
        *counts.entry(format!("{story:?}, {how}")).or_default() += 1;
    }
    println!("seed {seed}, {} kills, 0 lost: {counts:#?}", survived.len());
    assert_eq!(survived.len(), how_many);
}
