//! Faults of the machine, while everything that writes a hub's folder is at work: the process is killed, the power is cut,
//! the disk refuses, the disk is full. What was acknowledged is there, nothing is half-applied, and a refusal is a sentence.
//!
//! This binary starts itself again as the process that is disturbed. Each test prints its seed and its counts;
//! `FAULTS_SEED` repeats a run. `HUB_TASKING_KILLS`, `HUB_TASKING_POWER_CUTS` and `HUB_TASKING_REFUSALS` say how often
//! (`make soak` sets them high). `tests/faults/README.md` at the top says how each is made.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "what must not happen ends the test"
)]
#![allow(clippy::print_stdout, reason = "the seed and the counts are what a run is told by")]

#[path = "../common/mod.rs"]
mod common;
#[path = "../common/dice/mod.rs"]
mod dice;
#[path = "../common/everything.rs"]
mod everything;
#[cfg(target_os = "linux")]
mod full_disk;
#[cfg(target_os = "linux")]
mod image;
mod kills;
#[path = "../common/places.rs"]
mod places;
#[cfg(target_os = "linux")]
mod power_cut;
#[cfg(target_os = "linux")]
mod refusals;
mod story;
#[cfg(target_os = "linux")]
mod trace;
mod victim;

use std::sync::atomic::{AtomicUsize, Ordering};

use store::{ImportKey, StoreError, Writer};

const SEED: u64 = 20_261_124;

/// Does the work for each number below `how_many` on as many threads as there are cores, and returns what came of all.
fn on_all_cores<T: Send>(how_many: usize, work: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let next = AtomicUsize::new(0);
    let workers = std::thread::available_parallelism().map_or(1, |cores| cores.get());
    std::thread::scope(|scope| {
        let each = || {
            let mut done = Vec::new();
            loop {
                let number = next.fetch_add(1, Ordering::Relaxed);
                if number >= how_many {
                    return done;
                }
                done.push(work(number));
            }
        };
        let all: Vec<_> = (0..workers).map(|_| scope.spawn(each)).collect();
        all.into_iter().flat_map(|worker| worker.join().expect("every fault was survived")).collect()
    })
}
