//! Source files stay short, finished, and in the folder that may name what they name.

use std::{
    fs,
    path::{Path, PathBuf},
};

use acceptance::places::project;

const SOURCES: &[&str] = &["src-tauri/src", "src-tauri/crates", "tests", "ui/src"];
const NOT_OURS: &[&str] = &["node_modules", "target", "dist", "gen", "fixtures"];
const GENERATED: &str = "ui/src/backend/contract.ts";

/// Words of a package and the one folder whose sources may use them.
const WORDS_WITH_ONE_HOME: &[(&str, &str)] = &[
    ("rusqlite", "src-tauri/crates/store"),
    ("printpdf", "src-tauri/crates/papers"),
    ("lopdf", "src-tauri/crates/papers"),
    ("tauri::", "src-tauri/src"),
];

#[test]
fn no_source_file_is_longer_than_a_reader_can_hold() {
    for file in sources(&["rs", "ts", "svelte"]) {
        let limit = if file.extension().is_some_and(|it| it == "svelte") { 400 } else { 500 };
        let lines = read(&file).lines().count();
        assert!(lines <= limit, "{} has {lines} lines: split it by what it says", file.display());
    }
}

#[test]
fn a_package_with_one_home_appears_in_no_other_source() {
    // Because the tests of the layers have to spell the words that they look for.
    for file in sources(&["rs"]).iter().filter(|file| !file.starts_with("tests/layers")) {
        let text = read(file);
        for (word, home) in WORDS_WITH_ONE_HOME {
            assert!(
                file.starts_with(home) || !text.contains(word),
                "{} says {word}, which belongs to {home}",
                file.display()
            );
        }
    }
}

#[test]
fn nothing_is_left_for_later_and_no_test_is_switched_off() {
    // Because the project's other searches would find these words here, they are put together.
    let marks = [concat!("TO", "DO"), concat!("FIX", "ME"), "#[ignore", ".skip(", ".only("];
    for file in sources(&["rs", "ts", "svelte"]).iter().filter(|file| !file.starts_with("tests/layers")) {
        let text = read(file);
        for mark in marks {
            // Because iterators skip too: `.skip(` is a switched-off test only in TypeScript.
            let counts = !mark.starts_with('.') || file.extension().is_some_and(|it| it == "ts");
            assert!(!(counts && text.contains(mark)), "{} says {mark}", file.display());
        }
    }
}

fn sources(endings: &[&str]) -> Vec<PathBuf> {
    let mut waiting: Vec<PathBuf> = SOURCES.iter().map(|folder| project().join(folder)).collect();
    let mut found = Vec::new();
    while let Some(folder) = waiting.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            let name = entry.file_name();
            if path.is_dir() {
                if !NOT_OURS.iter().any(|it| name == *it) {
                    waiting.push(path);
                }
            } else if path.extension().is_some_and(|it| endings.iter().any(|ending| it == *ending)) {
                found.push(path.strip_prefix(project()).expect("it lies in the project").to_path_buf());
            }
        }
    }
    found.retain(|file| file != Path::new(GENERATED));
    assert!(!found.is_empty(), "the project has sources");
    found
}

fn read(file: &Path) -> String {
    fs::read_to_string(project().join(file)).expect("a source file is text")
}
