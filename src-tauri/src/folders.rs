//! Where data lives when nobody says otherwise.

use std::env;
use std::path::PathBuf;

const HUB: &str = "hub-tasking";
const SAMPLE: &str = "hub-tasking-sample";

/// Names the folder of the hub, for tests and for those who keep several.
const DATA_VARIABLE: &str = "HUB_TASKING_DATA";

/// Returns the folder of the hub: as the environment says, or under the person's own local data.
pub fn hub() -> PathBuf {
    env::var_os(DATA_VARIABLE).map(PathBuf::from).unwrap_or_else(|| local_data().join(HUB))
}

/// Returns the folder of the sample hub beside that of `hub`.
pub fn sample_beside(hub: &std::path::Path) -> PathBuf {
    match hub.parent() {
        Some(parent) if hub.file_name().is_some_and(|name| name != SAMPLE) => parent.join(SAMPLE),
        _ => hub.to_owned(),
    }
}

/// The folder for data that stays on this computer: on Windows the one that does not roam to a server.
fn local_data() -> PathBuf {
    let named = |variable: &str| env::var_os(variable).map(PathBuf::from).filter(|path| path.is_absolute());
    let home = || named("HOME").unwrap_or_else(|| PathBuf::from("."));
    if cfg!(windows) {
        named("LOCALAPPDATA").unwrap_or_else(|| PathBuf::from("."))
    } else if cfg!(target_os = "macos") {
        home().join("Library/Application Support")
    } else {
        named("XDG_DATA_HOME").unwrap_or_else(|| home().join(".local/share"))
    }
}
