//! Draws a paper as data into a file, as `hub-tasking paper render` does, without the rest of the program.

use std::ops::ControlFlow;

use papers::PaperFile;
use papers::style::Style;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let (model, out) = (arguments.next().unwrap_or_default(), arguments.next().unwrap_or_default());
    let file = PaperFile::read(&std::fs::read_to_string(model)?)?;
    let made = papers::make(&file.paper, &Style::default(), &mut |_| ControlFlow::Continue(()))?;
    std::fs::write(out, made.bytes)?;
    Ok(())
}
