//! What the pages look like: small pictures of every sample paper in colour and in grey, beside those that people looked at.
//!
//! After a change of the design: look at the pages (`cargo run -p papers --example samples -- DIR`), then
//! `WRITE_PICTURES=1 cargo nextest run -p papers --test pictures` takes the pictures anew.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod samples;
mod tools;

use std::path::{Path, PathBuf};
use std::process::Command;

use lopdf::{Stream, dictionary};

/// How finely the pages are drawn, in dots per inch: enough for the place, size and colour of everything.
const DOTS: &str = "40";
/// How many pages of each paper are kept: where a paper is long, the others look like the second.
const PAGES: usize = 3;
/// How far the pictures may be apart on average, of 255: edges are smoothed a little differently from version to version.
const APART: f64 = 1.2;
/// A dot that differs by more than this is another dot.
const OTHER: u8 = 72;
/// How many dots of ten thousand may be others.
const OTHERS: usize = 25;

/// A picture: its width, its height, its bytes row by row.
struct Picture {
    width: u32,
    height: u32,
    bytes: Vec<u8>,
}

/// Reads a picture as `pdftoppm` writes it: eight bits, grey or of three colours, row after row.
///
/// The rows of a PNG are packed as a stream of a PDF may be, so that the reader of papers reads them.
fn read(file: &Path) -> Option<Picture> {
    let bytes = std::fs::read(file).ok()?;
    let number = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
    let (width, height) = (number(16), number(20));
    let colours = if bytes[25] == 2 { 3 } else { 1 };
    assert_eq!((bytes[24], bytes[28]), (8, 0), "eight bits, row after row");
    let mut packed = Vec::new();
    let mut at = 8;
    while at < bytes.len() {
        let length = number(at) as usize;
        if &bytes[at + 4..at + 8] == b"IDAT" {
            packed.extend(&bytes[at + 8..at + 8 + length]);
        }
        at += length + 12;
    }
    let rows = dictionary! { "Predictor" => 15, "Colors" => colours, "Columns" => i64::from(width) };
    let stream = Stream::new(dictionary! { "Filter" => "FlateDecode", "DecodeParms" => rows }, packed);
    let bytes = stream.decompressed_content().unwrap();
    assert_eq!(bytes.len() as i64, i64::from(width * height) * colours, "{}", file.display());
    Some(Picture { width, height, bytes })
}

/// Returns how the two differ, or nothing when a reader would not see it.
fn difference(drawn: &Picture, kept: &Picture) -> Option<String> {
    if (drawn.width, drawn.height, drawn.bytes.len()) != (kept.width, kept.height, kept.bytes.len()) {
        return Some("it has another size".to_owned());
    }
    let pairs = || drawn.bytes.iter().zip(&kept.bytes).map(|(one, other)| one.abs_diff(*other));
    let apart = pairs().map(f64::from).sum::<f64>() / drawn.bytes.len() as f64;
    let others = pairs().filter(|apart| *apart > OTHER).count() * 10_000 / drawn.bytes.len();
    (apart > APART || others > OTHERS)
        .then(|| format!("it is {apart:.2} apart on average, and {others} of 10,000 dots are others"))
}

/// Compares the pages of every sample paper with the pictures that are kept.
fn compare(manner: &str, options: &[&str]) {
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pictures").join(manner);
    let anew = std::env::var_os("WRITE_PICTURES").is_some();
    let mut wrong = Vec::new();
    for (name, paper) in samples::all() {
        let made = tools::made(&paper);
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("paper.pdf");
        std::fs::write(&file, made.bytes).unwrap();
        let last = PAGES.min(made.pages).to_string();
        let said = Command::new("pdftoppm")
            .args(["-png", "-r", DOTS, "-f", "1", "-l", &last])
            .args(options)
            .arg(&file)
            .arg(folder.path().join("page"))
            .output()
            .unwrap();
        assert!(said.status.success() && said.stderr.is_empty(), "{}", String::from_utf8_lossy(&said.stderr));
        let mut pages: Vec<PathBuf> =
            std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path()).collect();
        pages.retain(|page| page != &file);
        pages.sort();
        for (at, page) in pages.iter().enumerate() {
            let file = kept.join(format!("{name}-{}.png", at + 1));
            if anew {
                std::fs::create_dir_all(&kept).unwrap();
                std::fs::copy(page, &file).unwrap();
            }
            match (read(page), read(&file)) {
                (Some(drawn), Some(kept)) => {
                    wrong.extend(
                        difference(&drawn, &kept).map(|how| format!("{name}, page {}: {how}", at + 1)),
                    );
                }
                _ => wrong.push(format!("{name}, page {}: no picture is kept", at + 1)),
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_page_looks_as_it_did_in_colour() {
    compare("colour", &[]);
}

#[test]
fn every_page_looks_as_it_did_in_grey() {
    compare("grey", &["-gray"]);
}

#[test]
fn a_light_of_another_colour_is_another_picture() {
    let white = Picture { width: 100, height: 100, bytes: vec![255; 30_000] };
    let mut other = Picture { bytes: white.bytes.clone(), ..white };
    // A square of nine dots: smaller than any light at this size.
    for row in 0..9 {
        other.bytes[row * 300..row * 300 + 27].fill(90);
    }
    assert!(difference(&white, &other).is_some());
    assert!(difference(&white, &white).is_none());
}
