//! Draws the pages of the invented sample papers as pictures into a folder, and says how long that takes.

#[path = "../tests/samples/mod.rs"]
mod samples;

use std::ops::ControlFlow;
use std::time::Instant;

use papers::Pictures;
use papers::style::Style;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args().nth(1).unwrap_or_else(|| ".".to_owned());
    let mut told = String::new();
    let sixty = ("sixty", papers::Paper::Agenda(samples::long_pack(60)));
    for (name, paper) in samples::all().into_iter().chain([sixty]) {
        let begun = Instant::now();
        let pictures = Pictures::lay_out(&paper, &Style::default(), &mut |_| ControlFlow::Continue(()))?;
        let laid = begun.elapsed();
        let mut bytes = 0;
        for page in 0..pictures.pages() {
            let svg = pictures.svg(page)?.unwrap_or_default();
            bytes += svg.len();
            std::fs::write(format!("{folder}/{name}-{}.svg", page + 1), svg)?;
        }
        let (pages, drawn) = (pictures.pages(), begun.elapsed() - laid);
        told.push_str(&format!(
            "{name}: laid out {laid:.1?}, {pages} pages drawn {drawn:.1?}, {} KiB\n",
            bytes / 1024
        ));
    }
    std::fs::write(format!("{folder}/figures.txt"), told)?;
    Ok(())
}
