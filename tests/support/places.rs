//! Where the tests find the program, the tools and their own output.

use std::path::{Path, PathBuf};

/// Returns the folder of the whole project.
pub fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map(Path::to_path_buf).unwrap_or_default()
}

/// Returns the program under test: the one that `HUB_TASKING_PROGRAM` names, or else the one that `make test` has built
/// beside the test programs.
pub fn program() -> PathBuf {
    let named = std::env::var_os("HUB_TASKING_PROGRAM").map(PathBuf::from);
    named.unwrap_or_else(|| built().join(format!("hub-tasking{}", std::env::consts::EXE_SUFFIX)))
}

/// Returns the pinned `tauri-driver` in the cached tools folder.
pub fn tauri_driver() -> PathBuf {
    project().join("tools/bin/tauri-driver")
}

/// Returns a file that the tests read, such as a real register.
pub fn fixture(name: &str) -> PathBuf {
    project().join("tests/fixtures").join(name)
}

/// Returns the folder that receives the pictures of screens.
pub fn screenshots() -> PathBuf {
    project().join("target/screenshots")
}

fn built() -> PathBuf {
    // Because a test program lies in `target/<profile>/deps`, one folder below the program.
    std::env::current_exe()
        .ok()
        .and_then(|test| test.parent().and_then(Path::parent).map(Path::to_path_buf))
        .unwrap_or_else(|| project().join("target/debug"))
}
