//! Draws the invented sample papers into a folder, so that people can look at every page.

#[path = "../tests/samples/mod.rs"]
mod samples;

use std::ops::ControlFlow;

use papers::style::Style;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args().nth(1).unwrap_or_else(|| ".".to_owned());
    for (name, paper) in samples::all() {
        let made = papers::make(&paper, &Style::default(), &mut |_| ControlFlow::Continue(()))?;
        std::fs::write(format!("{folder}/{name}.pdf"), made.bytes)?;
    }
    Ok(())
}
