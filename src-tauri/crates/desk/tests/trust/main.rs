//! Journeys of trust: who may open the hub, what lies in its copies, and who saw what.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a step of a journey that fails ends the test where it failed"
)]

mod access;
mod copies;
mod locking;
#[allow(dead_code, reason = "the scene is that of the meetings, of which these journeys use a part")]
#[path = "../meeting/scene.rs"]
mod scene;
#[path = "../support/mod.rs"]
mod support;
mod users;

use desk::commands;
use desk::failure::Failure;
use desk::wire::everything::*;
use support::Place;

fn unlock(place: &mut Place, passphrase: &str) -> Result<HubStatus, Failure> {
    commands::unlock(&mut place.desk, Unlock { passphrase: passphrase.into(), user: None })
}

fn lock(place: &mut Place) {
    commands::lock(&mut place.desk, Nothing {}).unwrap();
}
