//! The harness of the acceptance tests: displays, a driver, and the application in its real window.
//!
//! Whatever a test starts is stopped, by its process id, when its owner is dropped.

mod application;
mod display;
mod monitors;
pub mod places;
mod process;
mod waiting;

pub use application::Application;
pub use display::Display;
pub use monitors::TwoMonitors;
pub use waiting::eventually;

/// What a step of a test hands back: a value, or a sentence that says what went wrong.
pub type Outcome<T> = Result<T, Box<dyn std::error::Error + Send + Sync>>;
