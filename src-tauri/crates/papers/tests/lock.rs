//! A copy with a password: other people's readers refuse it without, and find all of it with.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod samples;
mod tools;

use std::path::PathBuf;
use std::process::{Command, Output};

use papers::{PaperError, lock};
use samples::pack;
use tempfile::TempDir;

const PASSWORD: &str = "Weaver Court, 12 Möwen";

/// Returns the pack locked, in a folder that goes with the test.
fn locked() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("locked.pdf");
    let bytes = lock(&tools::agenda(&pack()).bytes, PASSWORD, [7; 32]).unwrap();
    std::fs::write(&file, bytes).unwrap();
    (folder, file)
}

fn run(tool: &str, arguments: &[&str], file: &PathBuf) -> Output {
    let mut command = Command::new(tool);
    command.args(arguments).arg(file);
    if tool == "pdftotext" {
        command.arg("-");
    }
    command.output().unwrap()
}

#[test]
fn qpdf_and_poppler_open_it_with_the_password_and_find_its_text() {
    let (_folder, file) = locked();
    let checked = run("qpdf", &[&format!("--password={PASSWORD}"), "--check"], &file);
    let said = String::from_utf8_lossy(&checked.stdout).into_owned();
    assert!(checked.status.success(), "{said}{}", String::from_utf8_lossy(&checked.stderr));
    assert!(said.contains("No syntax or stream encoding errors found"), "{said}");
    let encryption = run("qpdf", &[&format!("--password={PASSWORD}"), "--show-encryption"], &file);
    let encryption = String::from_utf8_lossy(&encryption.stdout).into_owned();
    assert!(encryption.contains("R = 6") && encryption.contains("AESv3"), "{encryption}");
    assert!(encryption.contains("extract for accessibility: allowed"), "{encryption}");
    let text = run("pdftotext", &["-raw", "-upw", PASSWORD], &file);
    let text = String::from_utf8(text.stdout).unwrap().replace('\u{c}', "\n--- next page ---\n");
    let plain = tools::agenda(&pack()).pages().join("\n\n--- next page ---\n");
    assert_eq!(text.split_whitespace().collect::<Vec<_>>(), {
        let mut words: Vec<&str> = plain.split_whitespace().collect();
        words.extend(["---", "next", "page", "---"]);
        words
    });
}

#[test]
fn a_wrong_password_and_none_are_refused() {
    let (_folder, file) = locked();
    for wrong in ["", "weaver court, 12 möwen", "Weaver Court"] {
        let text = run("pdftotext", &["-upw", wrong], &file);
        assert!(!text.status.success() && text.stdout.is_empty(), "poppler opened it with {wrong:?}");
        let checked = run("qpdf", &[&format!("--password={wrong}"), "--check"], &file);
        assert!(!checked.status.success(), "qpdf opened it with {wrong:?}");
    }
    let bytes = std::fs::read(&file).unwrap();
    let visible = String::from_utf8_lossy(&bytes);
    assert!(!visible.contains("Hub Tasking") && !visible.contains("DEMO.45"), "the title lies open");
}

#[test]
fn two_copies_with_other_keys_differ_and_a_password_that_would_not_count_is_refused() {
    let bytes = tools::agenda(&pack()).bytes;
    assert_ne!(lock(&bytes, PASSWORD, [7; 32]).unwrap(), lock(&bytes, PASSWORD, [8; 32]).unwrap());
    for password in ["", &"x".repeat(128)] {
        assert!(matches!(lock(&bytes, password, [7; 32]), Err(PaperError::Password { .. })));
    }
    assert!(matches!(lock(b"no paper", PASSWORD, [7; 32]), Err(PaperError::Locking(_))));
}

#[test]
fn mupdf_opens_it_with_the_password_only() {
    let (_folder, file) = locked();
    let python = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../tools/checkers/bin/python");
    assert!(python.exists(), "MuPDF is not installed. Run: tests/setup/checkers.sh (make test does it too)");
    let script = "import sys, pymupdf\n\
        document = pymupdf.open(sys.argv[1])\n\
        print(bool(document.authenticate('wrong')), bool(document.authenticate(sys.argv[2])))\n\
        print(document.metadata['title'], len(document), 'DEMO.45' in document[4].get_text())\n";
    let output = Command::new(python).args(["-c", script]).arg(&file).arg(PASSWORD).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let expected = "False True\nAgenda pack: Hub Tasking meeting, Tuesday 24 November 2026 8 True\n";
    assert_eq!(said, expected, "{}", String::from_utf8_lossy(&output.stderr));
}
