//! What the host of a virtual machine takes away: work of other machines that held the processors of this one.

use std::fs;

/// What the host takes in a run that counts as disturbed, in milliseconds of all processors together: two ticks, because a
/// single one is now and then the end of something long before.
pub const DISTURBING: f64 = 20.0;

/// A tick of `/proc/stat`, in milliseconds.
const TICK: f64 = 10.0;

/// Returns how many milliseconds the host took since this machine started; nothing where no system tells, as on a computer
/// of its own and on everything but Linux.
pub fn stolen() -> f64 {
    let stat = fs::read_to_string("/proc/stat").unwrap_or_default();
    let ticks = stat.lines().next().and_then(|all| all.split_whitespace().nth(8)?.parse::<f64>().ok());
    ticks.unwrap_or_default() * TICK
}
