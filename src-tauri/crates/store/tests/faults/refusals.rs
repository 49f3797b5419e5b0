//! (c) The N-th write, flush, rename, opening of every story fails, from the first to the last: it is said in a sentence, or
//! does not matter, and what was there is there.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use crate::on_all_cores;
use crate::places::told;
use crate::story::{Reference, Story};
use crate::trace::{Event, recorded, refused};

/// So many of all points, spread evenly; all of them when there are fewer.
const POINTS: u64 = 200;

/// The calls that a disk may refuse, with the errors.
const REFUSALS: [(&str, &[&str]); 8] = [
    ("pwrite64", &["EIO", "ENOSPC"]),
    ("write", &["EIO", "ENOSPC"]),
    ("fsync", &["EIO"]),
    ("fdatasync", &["EIO"]),
    ("rename", &["EIO", "ENOSPC"]),
    ("openat", &["EIO", "ENOSPC"]),
    ("mkdir", &["ENOSPC"]),
    ("unlink", &["EIO"]),
];

struct Disturbed {
    reference: Reference,
    /// What the story names below its folder.
    paths: BTreeSet<PathBuf>,
    steps: usize,
    /// How often it makes each call.
    calls: BTreeMap<String, usize>,
}

impl Disturbed {
    fn of(story: Story) -> Self {
        let reference = Reference::of(story);
        let folder = reference.begun();
        let root = folder.path().canonicalize().unwrap();
        let (mut paths, mut steps) = (BTreeSet::from([PathBuf::new()]), 0);
        let mut name = |path: &PathBuf| paths.extend(path.strip_prefix(&root).map(PathBuf::from));
        let told = recorded(story, &root);
        for event in &told.events {
            match event {
                Event::Created { path, .. }
                | Event::Written { path, .. }
                | Event::Resized { path, .. }
                | Event::Flushed { path }
                | Event::Removed { path }
                | Event::MadeFolder { path } => name(path),
                Event::Renamed { from, to } | Event::Copied { from, to, .. } => {
                    name(from);
                    name(to);
                }
                Event::Said(number) => steps = *number,
            }
        }
        Self { reference, paths, steps, calls: told.calls }
    }

    /// Lets the N-th call fail; returns whether there were so many at all.
    fn survives(&self, call: &str, error: &str, number: usize) -> Result<Option<&'static str>, String> {
        let folder = self.reference.begun();
        let root = folder.path().canonicalize().unwrap();
        // The folder itself is the empty path below itself, and joined to it would end in a slash.
        let paths: Vec<PathBuf> =
            self.paths.iter().map(|path| root.components().chain(path.components()).collect()).collect();
        let (said, made) = refused(self.reference.story, &root, (call, error, number), &paths);
        if !made {
            return Ok(None);
        }
        if !said.ended {
            return Err(format!("the process did not end by itself: {}", said.everything));
        }
        match &said.refused {
            Some(words) if !is_sentence(words) => return Err(format!("“{words}” is no plain sentence")),
            None if said.acknowledged < self.steps => {
                return Err("it ended early and said nothing".to_owned());
            }
            _ => {}
        }
        self.reference.survived(&root, said.acknowledged)?;
        Ok(Some(if said.refused.is_some() { "said in a sentence" } else { "did not matter" }))
    }
}

/// A sentence for the person at the screen: no word of the machinery in it.
fn is_sentence(words: &str) -> bool {
    let machinery = ["SqliteFailure", "Error {", "Os {", "panicked", "unwrap", "rusqlite"];
    words.chars().next().is_some_and(char::is_uppercase)
        && words.contains(' ')
        && machinery.iter().all(|word| !words.contains(word))
}

#[test]
fn whatever_call_the_disk_refuses_it_is_said_and_nothing_is_lost() {
    let how_many = usize::try_from(told("HUB_TASKING_REFUSALS", POINTS)).unwrap();
    let disturbed: Vec<Disturbed> = Story::ALL.map(Disturbed::of).into();
    let mut all = Vec::new();
    for each in &disturbed {
        for (call, errors) in REFUSALS {
            // One more than were counted, so that the last finds none.
            let calls = each.calls.get(call).copied().unwrap_or(0) + 1;
            all.extend(errors.iter().flat_map(|error| (1..=calls).map(move |nth| (each, call, *error, nth))));
        }
    }
    assert!(all.len() > 200, "only {} points", all.len());
    let chosen = how_many.min(all.len());
    let came = on_all_cores(chosen, |number| {
        let (each, call, error, nth) = all[number * all.len() / chosen];
        match each.survives(call, error, nth) {
            Ok(came) => (call, came.unwrap_or("was not made this time")),
            Err(lost) => panic!("{:?}, {call} number {nth} fails with {error}: {lost}", each.reference.story),
        }
    });
    let mut counts: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    came.iter().for_each(|one| *counts.entry(*one).or_default() += 1);
    println!("{chosen} of {} points at which the disk refuses, 0 lost: {counts:#?}", all.len());
}
