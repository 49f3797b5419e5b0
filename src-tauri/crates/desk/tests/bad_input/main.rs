//! Bad input to every command of the list: a sentence or a correct success, no panic, nothing half-written.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "what must not happen ends the test"
)]
#![allow(clippy::print_stderr, reason = "what was tried is what a failure is understood with")]

#[path = "../support/contract.rs"]
mod contract;
#[path = "../support/dice.rs"]
mod dice;
#[path = "../support/inventing.rs"]
mod inventing;
#[path = "../support/mod.rs"]
mod support;

use std::io::{Read, Seek, SeekFrom};
use std::panic::{AssertUnwindSafe, catch_unwind};

use contract::Contract;
use desk::commands::{self, COMMANDS};
use desk::wire::everything::*;
use domain::rights::Role;
use inventing::{ABSURD_DATES, Dice, Inventor, Known, absurd_texts};
use serde_json::{Value, json};
use support::{PASSPHRASE, Place};

/// What asks nothing of the record, or replaces it: a hub is created, opened and left in tests of their own.
const LEFT_OUT: [&str; 7] =
    ["create_hub", "unlock", "lock", "open_sample", "leave_sample", "back_up_now", "renew_backups"];

/// What freezes a whole paper, each of which makes later lists longer: with them the sweep takes minutes more.
const FREEZES: [&str; 3] = ["issue_agenda", "approve_minutes", "run_issue"];

/// Places in a request, as a path of names and numbers.
fn places(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                found.push(format!("{at}/{name}"));
                places(value, &format!("{at}/{name}"), found);
            }
        }
        Value::Array(values) => {
            for (number, value) in values.iter().enumerate() {
                found.push(format!("{at}/{number}"));
                places(value, &format!("{at}/{number}"), found);
            }
        }
        _ => {}
    }
}

/// What is put in place of one value: texts, days, numbers, keys of nobody, nothing, and the wrong kind.
///
/// Of texts and days each place gets the next few of the list, because all in all places would take minutes.
fn bad_values(turn: usize) -> Vec<Value> {
    let texts = absurd_texts();
    let mut values: Vec<Value> =
        (0..3).map(|at| Value::from(texts[(3 * turn + at) % texts.len()].clone())).collect();
    values.extend((0..2).map(|at| Value::from(ABSURD_DATES[(2 * turn + at) % ABSURD_DATES.len()])));
    values.extend(never_right());
    values
}

/// What hardly any place of a request takes.
fn never_right() -> Vec<Value> {
    vec![
        Value::Null,
        json!(-1),
        json!(1e300),
        json!(4_294_967_296_i64),
        json!(true),
        json!([]),
        json!({}),
        json!("01920000-0000-7000-8000-0000ffffffff"),
        json!("CSH.4294967295"),
        json!("CSH.999"),
    ]
}

/// One value of those, or one of a size that nobody types.
fn any_bad_value(dice: &mut Dice) -> Value {
    match dice.below(8) {
        0..=2 => Value::from(dice.one(&absurd_texts()).clone()),
        3 => Value::from(*dice.one(&ABSURD_DATES)),
        4 => Value::from("ẅ ".repeat(1 << dice.below(17))),
        5 => json!(vec![0; 1 << dice.below(12)]),
        _ => dice.one(&never_right()).clone(),
    }
}

/// After so many changes a hub is begun anew, because what lists it whole takes longer the more is in it.
const GROWN: u32 = 1500;

struct Sweep {
    place: Place,
    known: Known,
    contract: Contract,
    dice: Dice,
    turn: usize,
    tried: u32,
    refused: u32,
    /// The changes told when the hub had been filled.
    filled: u32,
    /// What went wrong, all of it, because one run should tell everything.
    wrong: Vec<String>,
}

impl Sweep {
    fn new() -> Self {
        let place = Place::with_hub_of(Role::Chair);
        Self {
            place,
            known: Known::default(),
            contract: Contract::read(),
            dice: Dice(7),
            turn: 0,
            tried: 0,
            refused: 0,
            filled: 0,
            wrong: Vec::new(),
        }
    }

    /// Begins with another hub, once this one has grown and is as whole as it says.
    fn begin_anew_when_grown(&mut self) {
        self.make_sure_it_is_open();
        if self.place.desk.changes() - self.filled < GROWN {
            return;
        }
        self.end_hub();
        self.place = Place::with_hub_of(Role::Chair);
        self.known = Known::default();
        self.fill();
    }

    /// Checks the hub once more before it is left.
    fn end_hub(&mut self) {
        self.make_sure_it_is_open();
        let report = self.place.desk.opened().unwrap().store.check().unwrap();
        assert!(report.ok, "{:?}", report.problems);
    }

    fn invented(&mut self, command: &str) -> Value {
        let today = self.place.desk.today();
        let Self { known, contract, dice, .. } = self;
        Inventor { contract, known, dice, today, absurd: 0 }.request(command)
    }

    fn call(&mut self, command: &str, request: Value) -> Result<Value, desk::failure::Failure> {
        let answer = commands::dispatch(&mut self.place.desk, command, request);
        if let Ok(answer) = &answer {
            let shape = self.contract.response(command).clone();
            self.known.learn(&self.contract, &shape, answer);
        }
        answer
    }

    /// Fills the hub a little, with what the commands themselves invent.
    fn fill(&mut self) {
        for round in 0..60 {
            for command in COMMANDS.iter().filter(|each| !LEFT_OUT.contains(&each.name)) {
                let makes = command.name.starts_with("add_") || round % 10 == 0;
                if makes
                    && !command.name.starts_with("make_")
                    && !command.name.starts_with("export_")
                    && !command.name.contains("dispos")
                    && !FREEZES.contains(&command.name)
                {
                    let request = self.invented(command.name);
                    let _ = self.call(command.name, request);
                }
            }
            self.place.after_minutes(11);
        }
        self.filled = self.place.desk.changes();
        self.make_sure_it_is_open();
        // Because a count that stood still would have every refusal pass.
        let before = self.committed();
        let named = AddArea { name: format!("Area {}", self.turn) };
        commands::add_area(&mut self.place.desk, named).unwrap();
        assert_ne!(self.committed(), before, "the log counts what is written");
    }

    /// A refusal is a sentence for a person, and not what a library says to a programmer.
    fn is_sentence(message: &str) -> bool {
        let tells_of_inside = ["constraint", "SQL", "Some(", "None", "panicked", "unwrap", "sqlite", "serde"];
        let begins =
            message.chars().next().is_some_and(|first| first.is_uppercase() || !first.is_alphabetic());
        begins
            && message.chars().count() > 8
            && !tells_of_inside.iter().any(|inside| message.contains(inside))
    }

    fn attempt(&mut self, command: &str, at: &str, request: Value) {
        self.tried += 1;
        self.make_sure_it_is_open();
        let before = self.committed();
        let told: String = request.to_string().chars().take(300).collect();
        let answer = catch_unwind(AssertUnwindSafe(|| self.call(command, request)));
        let problem = match answer {
            Err(_) => Some("it panicked".to_owned()),
            Ok(Ok(_)) => None,
            Ok(Err(failure)) => {
                self.refused += 1;
                // A caller that does not hold to the contract is answered for a programmer.
                let of_the_contract = failure.message.starts_with("The request cannot be read");
                let after = self.committed();
                match () {
                    () if after.is_none() => Some(format!("it was refused ({failure}) and closed the hub")),
                    () if after != before => {
                        Some(format!("it was refused ({failure}) and wrote all the same"))
                    }
                    () if !of_the_contract && !Self::is_sentence(&failure.message) => {
                        Some(format!("it says “{failure}”"))
                    }
                    () => None,
                }
            }
        };
        if let Some(problem) = problem {
            self.wrong.push(format!("{command}, {at}: {problem} — {told}"));
        }
    }

    /// How many transactions wrote something, as the index of the write-ahead log counts them (SQLite's "WAL-mode file
    /// format", field `iChange`): it stands still while nothing is written, or what is written is given up again. Absent
    /// while the hub is closed.
    fn committed(&self) -> Option<[u8; 4]> {
        let index = self.place.folder.path().join("hub/hub.db-shm");
        let mut count = [0; 4];
        let mut file = std::fs::File::open(index).ok()?;
        file.seek(SeekFrom::Start(8)).ok()?;
        file.read_exact(&mut count).ok()?;
        Some(count)
    }

    /// Because some commands close the hub, and one that is closed refuses everything.
    fn make_sure_it_is_open(&mut self) {
        if self.place.desk.opened().is_none() {
            let request = Unlock { passphrase: PASSPHRASE.into(), user: None };
            commands::unlock(&mut self.place.desk, request).unwrap();
        }
    }

    fn sweep(&mut self, command: &str) {
        let mut swept = std::collections::BTreeSet::new();
        // Several times, because each invention leaves other parts of the request out.
        for _ in 0..4 {
            let good = self.invented(command);
            let mut found = Vec::new();
            places(&good, "", &mut found);
            found.retain(|at| swept.insert(at.clone()));
            for at in found {
                self.turn += 1;
                for bad in bad_values(self.turn) {
                    let mut request = good.clone();
                    if let Some(value) = request.pointer_mut(&at) {
                        *value = bad;
                    }
                    self.attempt(command, &at, request);
                }
                let mut missing = good.clone();
                if let Some((parent, name)) = at.rsplit_once('/')
                    && let Some(fields) = missing.pointer_mut(parent).and_then(Value::as_object_mut)
                {
                    fields.remove(name);
                    self.attempt(command, &at, missing);
                }
            }
        }
        self.attempt(command, "whole", json!({}));
        self.attempt(command, "whole", json!(null));
    }

    /// Calls a command so many times with a request of which some places hold what was drawn.
    fn at_random(&mut self, command: &str, times: u32) {
        for _ in 0..times {
            let mut request = self.invented(command);
            let mut changed = String::new();
            for _ in 0..=self.dice.below(3) {
                let mut found = Vec::new();
                places(&request, "", &mut found);
                if found.is_empty() {
                    break;
                }
                let at = self.dice.one(&found).clone();
                if let Some(value) = request.pointer_mut(&at) {
                    *value = any_bad_value(&mut self.dice);
                }
                changed = format!("{changed} {at}");
            }
            self.attempt(command, &changed, request);
            self.begin_anew_when_grown();
        }
    }
}

/// Puts bad input into every fourth command, from the one at `first`; four parts, because each can have a core, and a process
/// of its own with its own folder to work in and its own peak of memory, as the runner of the tests gives it.
fn sweep_from(first: usize) {
    let mut sweep = Sweep::new();
    sweep.fill();
    // Because a bad name of a file is a good one here and there, and lies where one works.
    let files = tempfile::tempdir().unwrap();
    std::env::set_current_dir(files.path()).unwrap();
    let began = std::time::Instant::now();
    let (wanted, mut commands) = (wanted(), 0);
    for command in COMMANDS.iter().filter(|each| !LEFT_OUT.contains(&each.name)).skip(first).step_by(PARTS) {
        let before = sweep.tried;
        sweep.sweep(command.name);
        sweep.at_random(command.name, wanted.saturating_sub(sweep.tried - before));
        commands += 1;
    }
    sweep.end_hub();
    let Sweep { tried, refused, .. } = sweep;
    eprintln!(
        "bad input: {tried} requests to {commands} commands, at least {wanted} to each, seed 7: {refused} refused, in {:?}",
        began.elapsed()
    );
    let peak = peak_mebibytes();
    assert!(peak < 512, "no request may cost this much memory: {peak} MiB");
    let all = sweep.wrong.len();
    sweep.wrong.sort();
    sweep.wrong.dedup_by_key(|each| each.split('—').next().map(str::to_owned));
    assert!(all == 0, "{all} went wrong:\n{}", sweep.wrong[..sweep.wrong.len().min(60)].join("\n"));
    assert!(sweep.refused > 1000, "so little was refused that nothing bad can have been put in");
}

const PARTS: usize = 4;

#[test]
fn no_bad_input_breaks_a_command_or_leaves_half_of_it() {
    sweep_from(0);
}

#[test]
fn no_bad_input_breaks_a_command_or_leaves_half_of_it_second_part() {
    sweep_from(1);
}

#[test]
fn no_bad_input_breaks_a_command_or_leaves_half_of_it_third_part() {
    sweep_from(2);
}

#[test]
fn no_bad_input_breaks_a_command_or_leaves_half_of_it_fourth_part() {
    sweep_from(3);
}

/// Returns how many requests each command gets at least: `HUB_TASKING_REQUESTS`, or 200.
fn wanted() -> u32 {
    std::env::var("HUB_TASKING_REQUESTS").ok().and_then(|wanted| wanted.parse().ok()).unwrap_or(200)
}

/// Returns the most memory that this process ever held, in MiB; 0 where the system does not tell.
fn peak_mebibytes() -> u64 {
    let told = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = told.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kibibytes = peak.and_then(|peak| peak.split_whitespace().next()?.parse::<u64>().ok());
    kibibytes.unwrap_or_default() / 1024
}

#[test]
fn long_and_foreign_texts_come_back_as_they_were_typed() {
    let mut place = Place::with_hub();
    for text in absurd_texts() {
        let kept = domain::plain_text::readable(&text).trim().to_owned();
        let named = AddArea { name: text.clone() };
        match commands::add_area(&mut place.desk, named) {
            Ok(view) => assert!(view.areas.iter().any(|area| area.name == kept), "{kept:.40} is in the list"),
            Err(failure) => assert!(kept.is_empty() || kept.chars().count() > 200, "{failure}: {kept:.40}"),
        }
    }
}
