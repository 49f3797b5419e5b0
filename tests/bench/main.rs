//! Figures of the shipped program, each beside the figure it is held against; nothing fails on a clock.
//!
//! `HUB_TASKING_PROGRAM` names the program. The words after the command name the parts to measure (`process`, `room`, `preview`);
//! without any, all are.

// Because figures are read on a terminal.
#![allow(clippy::print_stdout)]

mod figures;
mod meeting;
mod preview;
mod recorder;
mod room;
mod spans;
mod whole_program;

use acceptance::Outcome;

/// How many cases a large hub holds.
const CASES: &str = "5000";

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome<()> {
    let parts: Vec<String> = std::env::args().skip(1).collect();
    let wanted = |part: &str| parts.is_empty() || parts.iter().any(|each| each == part);
    if wanted("process") {
        whole_program::print()?;
    }
    if wanted("room") {
        room::print().await?;
    }
    if wanted("preview") {
        preview::print().await?;
    }
    Ok(())
}
