//! Journeys: a meeting from its plan to its confirmed minutes.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "the scene's own steps must not fail")]

mod agenda;
mod decisions;
mod papers;
mod planning;
mod projector;
mod room;
mod scene;
mod scoring;
#[path = "../support/mod.rs"]
mod support;
