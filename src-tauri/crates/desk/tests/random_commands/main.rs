//! Ten thousand random commands, and none of them leads into a state that the rules forbid.
//!
//! The requests are invented from the contract, so that a new command takes part from the day it is in the list. Each run
//! prints its seed; `RANDOM_COMMANDS_SEED` and `RANDOM_COMMANDS` (how many) repeat or lengthen one.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "what must not happen ends the test"
)]
#![allow(clippy::print_stderr, reason = "the seed and the last commands are what a failure is repeated with")]

#[path = "../support/contract.rs"]
mod contract;
#[path = "../support/dice.rs"]
mod dice;
mod forbidden;
mod hub;
#[path = "../support/inventing.rs"]
mod inventing;
mod leading;
mod story;
#[path = "../support/mod.rs"]
mod support;

use std::collections::BTreeMap;

use desk::commands::COMMANDS;
use domain::rights::{Right, Role};
use serde_json::Value;

use hub::Hub;
use inventing::Dice;
use story::Story;

/// A walk that comes to everything that has to be come to; with a new command every walk is another.
const SEED: u64 = 3;
const COMMANDS_IN_ALL: usize = 10_000;
/// The whole state is looked at after so many commands.
const LOOK_EVERY: usize = 100;
const ROLES: [Role; 4] = [Role::Chair, Role::Coordinator, Role::Deputy, Role::Reader];

fn told(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

#[test]
fn no_sequence_of_commands_reaches_a_forbidden_state() {
    let seed = told("RANDOM_COMMANDS_SEED", SEED);
    let commands = usize::try_from(told("RANDOM_COMMANDS", COMMANDS_IN_ALL as u64)).unwrap();
    eprintln!("seed {seed}, {commands} commands");
    let mut hub = Hub::new();
    // Because an invented name of a file is a good one here and there, and lies where one works.
    std::env::set_current_dir(hub.place.folder.path()).unwrap();
    let mut dice = Dice(seed);
    let mut story = Story::new(seed);
    let mut done: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
    let mut role = Role::Chair;
    for number in 1..=commands {
        if number % 40 == 0 {
            role = if dice.chance(70) { ROLES[dice.below(2)] } else { ROLES[dice.below(4)] };
            hub.sign_in(role);
        }
        hub.move_clock(&mut dice);
        let command = story.next_command(&mut dice);
        let request = story.request(&hub, command.name, &mut dice);
        story.note(number, role, command.name, &request);

        let looked_at = number % LOOK_EVERY == 0;
        let before = looked_at.then(|| hub.digests());
        let head = hub.audit_rows();
        let answer = hub.call(command.name, request.clone());
        let written = hub.written_since(head);
        let counted = done.entry(command.name).or_default();
        match &answer {
            Ok(answer) => {
                counted.0 += 1;
                story.learn(command.name, answer);
                assert!(role.holds(command.right), "{role:?} did {} without the right", command.name);
                if command.right == Right::View {
                    assert_eq!(written, 0, "{} only looks", command.name);
                }
            }
            Err(failure) => {
                counted.1 += 1;
                assert_eq!(written, 0, "{} was refused ({failure}) and wrote all the same", command.name);
                // What cannot be read is refused before anybody asks who sends it.
                let refused =
                    failure.message.contains("may not") || failure.message.contains("cannot be read");
                assert!(role.holds(command.right) || refused, "{role:?}: {} says {failure}", command.name);
            }
        }
        inner_rights(role, command.name, &request, answer.is_ok());
        if let Some(before) = before {
            forbidden::audit(&hub, &before, head, written, command.name);
            forbidden::state(&mut hub);
            story.watch_signposts(&hub);
        }
    }
    let all = |done: &BTreeMap<&str, (u32, u32)>| {
        done.iter()
            .map(|(name, (ok, refused))| format!("{name} {ok}/{refused}"))
            .collect::<Vec<_>>()
            .join(", ")
    };
    eprintln!("done/refused: {}", all(&done));
    eprintln!("reached: {:?}", forbidden::reached(&hub));
    if commands >= COMMANDS_IN_ALL {
        for (what, count) in forbidden::reached(&hub) {
            assert!(count > 0, "no command ever led to “{what}”, so that the test proves nothing about it");
        }
    }
    story.rest();
}

/// A right that a field of the request needs beside the command's own.
fn inner_rights(role: Role, command: &str, request: &Value, done: bool) {
    if command == "table_referral" && done && !request["override_reason"].is_null() {
        assert!(role.holds(Right::OverrideGate), "{role:?} overrode the gate");
    }
}

#[test]
fn every_command_of_the_list_can_be_invented() {
    let contract = contract::Contract::read();
    let known = inventing::Known::default();
    let mut dice = Dice(1);
    let today = "2026-11-24".parse().unwrap();
    let mut inventor =
        inventing::Inventor { contract: &contract, known: &known, dice: &mut dice, today, absurd: 0 };
    for command in COMMANDS {
        let request = inventor.request(command.name);
        assert!(request.is_object(), "{}: {request}", command.name);
    }
}
