//! The table of what was measured: median and 95th percentile beside the limit.

use super::host::DISTURBING;
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
    /// How it went, each time.
    pub runs: Vec<Run>,
}

/// One time that a thing was done.
#[derive(Clone, Copy, Debug)]
pub struct Run {
    /// How long it took.
    pub split: Split,
    /// What the host took meanwhile, in milliseconds.
    pub stolen: f64,
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

impl Figure {
    /// Prints the line; the split is that of the medians, and before paint stands the 95th percentile. Where the host took
    /// the processors away in some of the runs, a second line tells of the others.
    pub fn print(&self) {
        self.print_of(self.what, &self.runs);
        let calm: Vec<Run> = self.runs.iter().copied().filter(|run| run.stolen < DISTURBING).collect();
        if calm.len() < self.runs.len() {
            self.print_of("  runs that were not disturbed", &calm);
        }
    }

    fn print_of(&self, what: &str, runs: &[Run]) {
        let of = |part: fn(Split) -> f64| {
            let mut times: Vec<f64> = runs.iter().map(|run| part(run.split)).collect();
            times.sort_by(f64::total_cmp);
            times
        };
        let (whole, before) = (of(Split::whole), at(&of(Split::before_paint), 95));
        let (limit, kept) = match self.is_key {
            true => (format!("{BEFORE_PAINT:.0}"), verdict(before, BEFORE_PAINT)),
            false => ("–".to_owned(), ""),
        };
        println!(
            "{what:<30} {:<9} {:>4} {:>7.0} {:>7.0} {:>6.0} {:<4} {before:>11.0} {limit:>6} {kept:<4} {:>7.1} {:>6.1} {:>7.1} {:>6.1}",
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

fn verdict(time: f64, limit: f64) -> &'static str {
    if time <= limit { "yes" } else { "OVER" }
}

/// Returns the value below which so many of a hundred lie; nought when there is none.
fn at(sorted: &[f64], percent: usize) -> f64 {
    let rank = (sorted.len() * percent).div_ceil(100).max(1);
    sorted.get(rank - 1).copied().unwrap_or_default()
}
