//! Journeys: a meeting from its plan to its confirmed minutes.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "the scene's own steps must not fail")]

mod acceptance;
mod agenda;
mod closing;
mod decisions;
mod interruptions;
mod issues;
mod kept;
mod life_of_a_case;
mod moving;
mod need;
mod other_papers;
mod papers;
mod planning;
mod preview;
mod projector;
mod publishing;
mod replies;
mod room;
mod running;
mod scene;
mod scoring;
mod slots;
#[path = "../support/mod.rs"]
mod support;
