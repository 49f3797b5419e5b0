//! The file itself: the same every time, sound, and silent about where it was made.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod samples;
mod tools;

use std::ops::ControlFlow;
use std::process::Command;

use papers::style::Style;
use papers::{Paper, PaperError, Step};
use samples::{HARD_NAMES, case, empty_pack, pack, record};
use tools::{agenda, minutes};

/// Set in the process that only draws the pack into the file named.
const DRAW_INTO: &str = "PAPERS_TEST_DRAW_INTO";

#[test]
fn the_same_pack_gives_the_same_bytes_in_one_process_and_in_two() {
    let here = agenda(&pack());
    let _another_in_between = minutes(&record());
    assert!(agenda(&pack()).bytes == here.bytes, "drawing twice in one process differs");
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("again.pdf");
    let drawn = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "another_process_draws_the_pack"])
        .env(DRAW_INTO, &file)
        .output()
        .unwrap();
    assert!(drawn.status.success());
    assert!(std::fs::read(file).unwrap() == here.bytes, "drawing in another process differs");
}

#[test]
fn another_process_draws_the_pack() {
    let paper = agenda(&pack());
    if let Some(file) = std::env::var_os(DRAW_INTO) {
        std::fs::write(file, &paper.bytes).unwrap();
    }
    assert!(paper.bytes.starts_with(b"%PDF-1.7"));
}

#[test]
fn another_pack_is_another_file() {
    let mut other = pack();
    other.cases[1].why_here.push('!');
    let identity = |text: &str| text.split("/ID [").nth(1).unwrap()[..80].to_owned();
    let (first, second) = (agenda(&pack()).unpacked(), agenda(&other).unpacked());
    assert_ne!(identity(&first), identity(&second), "the identity follows the content");
}

#[test]
fn qpdf_finds_nothing_wrong_with_either_paper() {
    for paper in [agenda(&pack()), agenda(&empty_pack()), minutes(&record())] {
        let said = paper.told("qpdf", &["--check"], &[]);
        assert!(said.contains("No syntax or stream encoding errors found"), "{said}");
    }
}

#[test]
fn every_face_is_embedded_cut_down_and_readable() {
    let mut hard = pack();
    hard.cases.extend(HARD_NAMES.map(|name| case(name, name)));
    for paper in [agenda(&hard), minutes(&record())] {
        let table = paper.told("pdffonts", &[], &[]);
        let faces: Vec<&str> = table.lines().skip(2).collect();
        assert!(faces.len() >= 4, "{table}");
        for face in faces {
            assert!(face.contains("yes yes yes"), "not embedded, subset and with Unicode: {face}");
        }
    }
}

#[test]
fn the_file_tells_neither_time_nor_person_nor_folder() {
    let unpacked = agenda(&pack()).unpacked();
    for leak in
        ["CreationDate", "ModDate", "/Author", "/Creator", "/work", "/home", "/root", "/tmp", "printpdf"]
    {
        assert!(!unpacked.contains(leak), "the file says {leak}");
    }
    assert!(unpacked.contains("/Producer (Hub Tasking)"));
}

#[test]
fn a_paper_stops_when_it_is_asked_to() {
    let mut steps = Vec::new();
    let stopped = papers::make(&Paper::Agenda(pack()), &Style::default(), &mut |step| {
        steps.push(step);
        if steps.len() > 3 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    assert!(matches!(stopped, Err(PaperError::Stopped)));
    assert_eq!(steps.len(), 4, "nothing more is done after the answer");
}

#[test]
fn progress_comes_step_by_step_to_the_end() {
    let mut steps = Vec::new();
    papers::make(&Paper::Minutes(record()), &Style::default(), &mut |step| {
        steps.push(step);
        ControlFlow::Continue(())
    })
    .unwrap();
    assert!(matches!(steps.first(), Some(Step::LayingOut { done: 0, .. })));
    assert!(steps.contains(&Step::Drawing { done: 0, of: 2 }));
    assert_eq!(steps.last(), Some(&Step::Finishing));
}
