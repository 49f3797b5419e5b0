//! Draws the pages of the invented sample papers as pictures into a folder, and says how long that takes.

#[path = "../tests/samples/mod.rs"]
mod samples;

use std::ops::ControlFlow;
use std::time::Instant;

use papers::style::{Colour, Style};
use papers::{Drawn, PaperError, Pictures, glyph_outline};

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
            let svg = svg(&pictures.drawn(page)?.unwrap_or_default())?;
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

/// Returns a page as an SVG file, as a window draws it.
fn svg(page: &[Drawn]) -> Result<String, PaperError> {
    let mut svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"595.276\" height=\"841.89\">\
        <path fill=\"#fff\" d=\"M0 0H596V842H0z\"/>"
        .to_owned();
    let ink = |Colour(red, green, blue): &Colour| format!("#{red:02x}{green:02x}{blue:02x}");
    for mark in page {
        let path = match mark {
            Drawn::Line { colour, scale, left, baseline, glyphs } => {
                let mut line = format!("<g fill=\"{}\">", ink(colour));
                for (glyph, place) in glyphs {
                    let outline = glyph_outline(*glyph)?.unwrap_or_default();
                    let x = left + *place as f32 * scale;
                    let matrix = format!("matrix({scale} 0 0 -{scale} {x} {baseline})");
                    line.push_str(&format!("<path transform=\"{matrix}\" d=\"{outline}\"/>"));
                }
                line + "</g>"
            }
            Drawn::Filled { colour, path } => format!("<path fill=\"{}\" d=\"{path}\"/>", ink(colour)),
            Drawn::Stroked { colour, thickness, path } => {
                let (ink, width) = (ink(colour), thickness);
                format!("<path fill=\"none\" stroke=\"{ink}\" stroke-width=\"{width}\" d=\"{path}\"/>")
            }
        };
        svg.push_str(&path);
    }
    Ok(svg + "</svg>")
}
