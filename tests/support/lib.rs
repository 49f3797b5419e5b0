//! The harness of the acceptance tests: displays, a driver, and the application in its real window.
//!
//! Whatever a test starts is stopped, by its process id, when its owner is dropped.

mod alone;
mod application;
mod clock;
mod command_line;
mod display;
mod fault;
mod monitors;
mod page;
pub mod places;
mod process;
mod steps;
mod waiting;

pub use alone::{again_alone, is_alone, no_way_out};
pub use application::Application;
pub use clock::Clock;
pub use command_line::{
    Ran, hub_tasking, libraries_of_command_line, sample_hub, sample_hub_of_today, sample_meetings,
};
pub use display::Display;
pub use fault::{Fault, Outcome};
pub use monitors::TwoMonitors;
pub use thirtyfour::Key;
pub use waiting::{HANG, eventually};
