//! A test in a network namespace of its own, which holds no interface but the one that leads back to itself.

use std::{env, fs, os::unix::fs::MetadataExt, process::Command};

use crate::Outcome;

const VARIABLE: &str = "HUB_TASKING_ALONE";

/// Tells whether this process is in such a namespace.
pub fn is_alone() -> bool {
    env::var_os(VARIABLE).is_some()
}

/// Runs the test of that name once more in such a namespace, and fails as it does.
pub fn again_alone(test: &str) -> Outcome<()> {
    let mut unshare = Command::new("unshare");
    unshare.arg("--net");
    if fs::metadata("/proc/self")?.uid() != 0 {
        unshare.arg("--map-root-user");
    }
    // Because the driver is spoken to by the way that leads back.
    let begin = "ip link set lo up && exec \"$0\" \"$@\"";
    let status = unshare
        .args(["sh", "-c", begin])
        .arg(env::current_exe()?)
        .args([test, "--exact", "--nocapture"])
        .env(VARIABLE, "yes")
        .status()?;
    if status.success() { Ok(()) } else { Err(format!("{test} failed without a network: {status}").into()) }
}

/// Fails unless every interface leads back to this machine.
pub fn no_way_out() -> Outcome<()> {
    let interfaces = fs::read_to_string("/proc/self/net/dev")?;
    let named = interfaces.lines().filter_map(|line| line.split_once(':')).map(|(name, _)| name.trim());
    match named.into_iter().find(|name| *name != "lo") {
        None => Ok(()),
        Some(way) => Err(format!("the interface {way} leads out of the namespace").into()),
    }
}

/// Returns the number of a display that nobody outside the namespace uses: the X server looks for a free one among those
/// inside only, and its files lie where the others have theirs.
pub(crate) fn display_number() -> Option<String> {
    is_alone().then(|| format!(":{}", 1000 + std::process::id() % 50_000))
}
