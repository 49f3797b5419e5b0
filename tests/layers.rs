//! The house keeps its floors: who knows whom, which packages ship, under which licences, and how long files are.

// Because every function here is a test or serves one: a broken expectation has to end it.
#![allow(clippy::expect_used)]

#[path = "layers/crates.rs"]
mod crates;
#[path = "layers/files.rs"]
mod files;
#[path = "layers/licences.rs"]
mod licences;
#[path = "layers/network.rs"]
mod network;
#[path = "layers/shipped.rs"]
mod shipped;
