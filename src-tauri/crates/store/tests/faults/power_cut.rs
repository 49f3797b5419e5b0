//! (b) The power is cut at a chance moment of every story: the recorded writes are replayed, those that were not flushed
//! dropped, torn or reordered. Each image opens to a state that was committed, with all that was acknowledged.

use std::collections::BTreeMap;

use crate::dice::Dice;
use crate::image::Disk;
use crate::places::told;
use crate::story::{Reference, Story};
use crate::trace::{Event, recorded};
use crate::{SEED, on_all_cores};

const IMAGES: u64 = 200;

struct Recording {
    reference: Reference,
    events: Vec<Event>,
    /// The folder by which the events name the hub's.
    root: std::path::PathBuf,
    /// The first event that can be cut off.
    begins: usize,
}

impl Recording {
    fn of(story: Story) -> Self {
        let reference = Reference::of(story);
        let folder = reference.begun();
        let root = folder.path().canonicalize().unwrap();
        let events = recorded(story, &root).events;
        let begins = events.iter().position(|event| matches!(event, Event::Said(0))).expect("it began");
        let written = events.iter().filter(|event| matches!(event, Event::Written { .. })).count();
        assert!(
            written > 2 && events.len() > begins + 5,
            "{story:?}: {written} writes in {} events",
            events.len()
        );
        Self { reference, events, root, begins }
    }

    /// Cuts the power after so many events, and returns how many steps were acknowledged and how many are held.
    fn cut_after(&self, events: usize, dice: &mut Dice) -> Result<(usize, usize), String> {
        let mut disk = Disk::with(self.reference.prepared.path(), &self.root);
        let mut acknowledged = 0;
        for event in &self.events[..events] {
            disk.take(event);
            if let Event::Said(number) = event {
                acknowledged = *number;
            }
        }
        let folder = tempfile::tempdir().unwrap();
        disk.cut(folder.path(), dice);
        self.reference.survived(folder.path(), acknowledged).map(|held| (acknowledged, held))
    }
}

#[test]
fn every_image_that_a_power_cut_can_leave_opens_to_a_committed_state() {
    let (seed, how_many) =
        (told("FAULTS_SEED", SEED), usize::try_from(told("HUB_TASKING_POWER_CUTS", IMAGES)).unwrap());
    let recordings: Vec<Recording> = Story::ALL.map(Recording::of).into();
    let survived = on_all_cores(how_many, |number| {
        let recording = &recordings[number % recordings.len()];
        let mut dice = Dice(seed.wrapping_add(number as u64));
        let left = recording.events.len() - recording.begins;
        let at = recording.begins + dice.below(left as u64 + 1) as usize;
        let story = recording.reference.story;
        match recording.cut_after(at, &mut dice) {
            Ok((acknowledged, held)) => (story, held > acknowledged),
            Err(lost) => {
                panic!(
                    "seed {seed}, image {number}, {story:?} cut after {at} of {} events: {lost}",
                    recording.events.len()
                )
            }
        }
    });
    let mut counts: BTreeMap<(Story, bool), usize> = BTreeMap::new();
    survived.iter().for_each(|one| *counts.entry(*one).or_default() += 1);
    let events: usize = recordings.iter().map(|recording| recording.events.len()).sum();
    println!(
        "seed {seed}, {} images of {events} recorded events, 0 lost (true: more held than acknowledged): {counts:?}",
        survived.len()
    );
    assert_eq!(survived.len(), how_many);
}
