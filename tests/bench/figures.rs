//! The table of what was measured: median and 95th percentile beside the limit.

use super::spans::Split;

/// What the page takes by itself, before anything is drawn, in milliseconds.
const BEFORE_PAINT: f64 = 20.0;

/// One line of the table: a thing done again and again, as one window showed it.
pub struct Figure {
    /// What was done.
    pub what: &'static str,
    /// The window that showed it.
    pub window: &'static str,
    /// How long it may take at the 95th percentile, in milliseconds.
    pub limit: f64,
    /// Whether what comes before the drawing has a limit of its own.
    pub is_key: bool,
    /// How long it took, each time.
    pub runs: Vec<Split>,
}

/// Prints the heading of the table.
pub fn print_heading() {
    println!(
        "{:<30} {:<9} {:>4} {:>7} {:>7} {:>6}     {:>12} {:>6}     {:>8} {:>6} {:>7} {:>6}",
        "key to second frame, in ms",
        "window",
        "runs",
        "median",
        "95 %",
        "limit",
        "before paint",
        "limit",
        "backend",
        "wire",
        "script",
        "paint"
    );
}

/// Prints how long the fixed piece of work took in the resting page: how far that wanders is the machine's doing, and no
/// program on it can be steadier.
pub fn print_pace(works: &[f64]) {
    let sorted = sorted(works.iter().copied());
    println!(
        "a fixed piece of work in the resting page, {} times: {:.0} ms at best, {:.0} at the median, {:.0} at 95 %",
        sorted.len(),
        sorted.first().copied().unwrap_or_default(),
        at(&sorted, 50),
        at(&sorted, 95),
    );
}

impl Figure {
    /// Prints the line; the split is that of the medians, and before paint stands the 95th percentile.
    pub fn print(&self) {
        let of = |part: fn(Split) -> f64| sorted(self.runs.iter().map(|run| part(*run)));
        let (whole, before) = (of(Split::whole), at(&of(Split::before_paint), 95));
        let (limit, kept) = match self.is_key {
            true => (format!("{BEFORE_PAINT:.0}"), verdict(before, BEFORE_PAINT)),
            false => ("–".to_owned(), ""),
        };
        println!(
            "{:<30} {:<9} {:>4} {:>7.0} {:>7.0} {:>6.0} {:<4} {before:>11.0} {limit:>6} {kept:<4} {:>7.1} {:>6.1} {:>7.1} {:>6.1}",
            self.what,
            self.window,
            whole.len(),
            at(&whole, 50),
            at(&whole, 95),
            self.limit,
            verdict(at(&whole, 95), self.limit),
            at(&of(|split| split.backend), 50),
            at(&of(|split| split.wire), 50),
            at(&of(|split| split.script), 50),
            at(&of(|split| split.paint), 50),
        );
    }
}

fn sorted(times: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut sorted: Vec<f64> = times.collect();
    sorted.sort_by(f64::total_cmp);
    sorted
}

fn verdict(time: f64, limit: f64) -> &'static str {
    if time <= limit { "yes" } else { "OVER" }
}

/// Returns the value below which so many of a hundred lie; nought when there is none.
fn at(sorted: &[f64], percent: usize) -> f64 {
    let rank = (sorted.len() * percent).div_ceil(100).max(1);
    sorted.get(rank - 1).copied().unwrap_or_default()
}
