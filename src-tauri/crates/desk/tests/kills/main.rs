//! A process that runs a two-hour meeting is killed at two hundred points: everything that it acknowledged is there, and
//! the room opens where it was.
//!
//! This binary starts itself again for each point, as the process that is killed. Each run prints its seed; `KILLS_SEED`
//! repeats one, and `HUB_TASKING_KILLS` says at how many points (`make soak`: a thousand).

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "what must not happen ends the test"
)]
#![allow(clippy::print_stderr, reason = "the seed and the point are what a failure is repeated with")]

#[path = "../support/dice.rs"]
mod dice;
mod expected;
mod hub;
#[path = "../meeting/scene.rs"]
#[allow(dead_code, reason = "the journeys through a meeting use all of it")]
mod scene;
mod script;
#[path = "../support/mod.rs"]
mod support;
mod victim;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use dice::Dice;
use expected::Expected;
use hub::{Opened, State};
use script::{Script, Step};

const SEED: u64 = 20_261_124;
const POINTS: u64 = 200;

fn told(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

/// The meeting that nobody kills: how the record stands after each step, and how long each took.
struct Reference {
    script: Script,
    states: Vec<State>,
    took: Vec<Duration>,
    /// The minutes at the end, as the wire has them.
    minutes: String,
}

impl Reference {
    fn run(folder: &Path) -> Self {
        let mut opened = Opened::at(folder);
        opened.unlock();
        let script = Script::read(&mut opened.desk);
        let mut states = vec![State::of(&mut opened, &script)];
        let mut took = vec![Duration::ZERO];
        for number in 1..=script.steps.len() {
            let begun = Instant::now();
            opened.take(&script, number);
            took.push(begun.elapsed());
            Expected::after(&script.steps[..number]).assert_in(&mut opened.desk, script.meeting);
            states.push(State::of(&mut opened, &script));
        }
        let minutes = opened.minutes(&script);
        Self { script, states, took, minutes }
    }
}

/// Where a process is killed: once it acknowledged so many steps, at rest or so long into the next one.
#[derive(Clone, Copy, Debug)]
struct Point {
    acknowledged: usize,
    into_the_next: Option<Duration>,
    /// Whether the meeting is taken up and run to its end, or concluded at once.
    to_the_end: bool,
}

fn points(how_many: usize, dice: &mut Dice, reference: &Reference) -> Vec<Point> {
    let steps = reference.script.steps.len();
    let mut point = |number: usize| {
        let acknowledged = number * steps / how_many;
        let next = u64::try_from(reference.took[acknowledged + 1].as_micros()).unwrap();
        // A step takes longer in a process of its own than in the one that was measured.
        let within = Duration::from_micros(dice.throw() % (next * 3 / 2).max(1));
        let into_the_next = dice.chance(50).then_some(within);
        Point { acknowledged, into_the_next, to_the_end: number.is_multiple_of(4) || acknowledged == 0 }
    };
    (0..how_many).map(&mut point).collect()
}

/// What came of a kill: how many steps were acknowledged, and how many the record holds.
struct Survived {
    acknowledged: usize,
    held: usize,
}

fn kill_at(point: Point, prepared: &Path, reference: &Reference) -> Survived {
    let folder = tempfile::tempdir().unwrap();
    hub::copy(prepared, folder.path());
    let acknowledged = victim::killed(folder.path(), point.acknowledged, point.into_the_next);
    let Reference { script, states, .. } = reference;

    let mut opened = Opened::at(folder.path());
    opened.come_to(acknowledged);
    opened.unlock();
    opened.assert_sound();
    let is = |opened: &mut Opened, number: usize| {
        opened.come_to(number);
        State::of(opened, script).same_record(&states[number])
    };
    let after = (acknowledged + 1).min(script.steps.len());
    let held = match is(&mut opened, acknowledged) {
        Ok(()) => acknowledged,
        Err(not_before) => match is(&mut opened, after) {
            Ok(()) => after,
            Err(not_after) => panic!(
                "after {acknowledged} acknowledged steps the record is neither as it was then ({not_before}) nor as \
                 after {:?} ({not_after})",
                script.steps[after - 1]
            ),
        },
    };
    let unlocked_before = usize::from(acknowledged > 0 || held > 0);
    opened.assert_chained(&states[held], unlocked_before, acknowledged == 0);
    Expected::after(&script.steps[..held]).assert_in(&mut opened.desk, script.meeting);

    if point.to_the_end {
        (held + 1..=script.steps.len()).for_each(|number| opened.take(script, number));
        let ended = State::of(&mut opened, script);
        ended.same_record(&states[script.steps.len()]).expect("the meeting goes on to the same end");
        assert_eq!(
            opened.minutes(script),
            reference.minutes,
            "the minutes are those of the meeting nobody killed"
        );
    } else if held < script.steps.len() {
        Step::Conclude.take(&mut opened.desk, script.meeting).expect("the meeting is concluded");
        let steps: Vec<Step> = script.steps[..held].iter().cloned().chain([Step::Conclude]).collect();
        Expected::after(&steps).assert_in(&mut opened.desk, script.meeting);
    }
    opened.assert_sound();
    Survived { acknowledged, held }
}

#[test]
fn what_was_acknowledged_survives_a_kill_at_any_point() {
    let seed = told("KILLS_SEED", SEED);
    let how_many = usize::try_from(told("HUB_TASKING_KILLS", POINTS)).unwrap();
    let prepared = hub::prepared();
    let folder = tempfile::tempdir().unwrap();
    hub::copy(prepared.path(), folder.path());
    let reference = Reference::run(folder.path());
    eprintln!("seed {seed}, {how_many} points in {} steps", reference.script.steps.len());
    let points = points(how_many, &mut Dice(seed), &reference);
    let next = AtomicUsize::new(0);
    let workers = std::thread::available_parallelism().map_or(1, |cores| cores.get());
    let survived: Vec<Survived> = std::thread::scope(|scope| {
        let work = || {
            let mut survived = Vec::new();
            while let Some(point) = points.get(next.fetch_add(1, Ordering::Relaxed)) {
                let kill = || kill_at(*point, prepared.path(), &reference);
                match std::panic::catch_unwind(std::panic::AssertUnwindSafe(kill)) {
                    Ok(one) => survived.push(one),
                    Err(failed) => {
                        eprintln!("seed {seed}, killed at {point:?}");
                        std::panic::resume_unwind(failed);
                    }
                }
            }
            survived
        };
        let all: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        all.into_iter().flat_map(|worker| worker.join().expect("every point survived")).collect()
    });
    let mut reached: BTreeMap<&str, usize> = BTreeMap::new();
    for one in &survived {
        let how = if one.held > one.acknowledged { "written, not acknowledged" } else { "as acknowledged" };
        *reached.entry(how).or_default() += 1;
    }
    eprintln!("{} kills: {reached:?}", survived.len());
    assert_eq!(survived.len(), how_many);
}

/// The process that is killed; without a folder to run in, it proves that nothing else ends the meeting.
#[test]
fn a_meeting_that_nobody_kills_runs_to_its_end() {
    match std::env::var_os(victim::FOLDER) {
        Some(folder) => victim::run(Path::new(&folder)),
        None => {
            let prepared = hub::prepared();
            let mut opened = Opened::at(prepared.path());
            opened.unlock();
            let script = Script::read(&mut opened.desk);
            for number in 1..=script.steps.len() {
                opened.take(&script, number);
            }
            Expected::after(&script.steps).assert_in(&mut opened.desk, script.meeting);
            opened.assert_sound();
        }
    }
}
