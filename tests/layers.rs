//! The house keeps its floors: who knows whom, which packages ship, under which licences, and how long files are.

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
