//! Folders that are copied whole, and numbers that whoever starts a test may set.
#![allow(dead_code, clippy::unwrap_used, reason = "helpers of tests, none of which needs all of them")]

use std::fs;
use std::path::Path;

/// Returns the number that the environment holds under a name, or another.
pub fn told(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

/// Copies a folder with everything in it into one that is there.
pub fn copy_all(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            fs::create_dir_all(&target).unwrap();
            copy_all(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
