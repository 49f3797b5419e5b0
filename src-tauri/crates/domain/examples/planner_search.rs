//! Searches long for the least waiting of a 40-item agenda: what it finds is kept in `tests/fixtures/planner-best.json`.
//!
//! `cargo run --release -p domain --example planner_search -- SEED MINUTES` prints a line of JSON; with `time` for MINUTES
//! it says how long the usual plan takes instead.
#![allow(
    clippy::disallowed_macros,
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::print_stdout,
    reason = "a program for measuring, which needs a clock and says what it found; the rules stay without"
)]

#[allow(dead_code, reason = "the tests use more of it")]
#[path = "../tests/planner/agendas.rs"]
mod agendas;

use std::time::{Duration, Instant};

use domain::planner::{Effort, best_found, plan};

fn main() {
    let asked: Vec<String> = std::env::args().skip(1).collect();
    let number = |at: usize, usual: u64| asked.get(at).and_then(|text| text.parse().ok()).unwrap_or(usual);
    let (seed, items) = (number(0, 40), number(2, 40) as u32);
    let pieces = agendas::agenda(seed, items, items / 4);
    if asked.get(1).is_some_and(|text| text == "time") {
        let began = Instant::now();
        let planned = plan(agendas::starts(), &pieces);
        let took = began.elapsed().as_millis();
        let (exact, given, now) = (planned.exact, planned.given.waited, planned.cost.waited);
        println!("seed {seed}, {items} items: {took} ms, exact {exact}, waiting {given} before, {now} after");
        return;
    }
    let until = Instant::now() + Duration::from_secs(60 * number(1, 10));
    let mut best = None;
    let mut round = 0;
    while Instant::now() < until {
        let effort = Effort { steps: 3_000_000, rounds: 1, memory: 20_000, seed: seed * 1_000 + round };
        let found = best_found(agendas::starts(), &pieces, effort).waited;
        if best.is_none_or(|best| found < best) {
            best = Some(found);
        }
        round += 1;
    }
    let best = best.unwrap_or_default();
    println!("{{ \"seed\": {seed}, \"items\": {items}, \"waited\": {best}, \"rounds\": {round} }}");
}
