//! Stretches of time, and how one press of a key splits into them.

/// A stretch of time, in milliseconds since 1970.
#[derive(Clone, Copy, Debug)]
pub struct Span {
    /// When it begins.
    pub from: f64,
    /// When it ends.
    pub to: f64,
}

/// Returns how many milliseconds of `within` the spans cover together.
fn covered(spans: impl IntoIterator<Item = Span>, within: Span) -> f64 {
    let cut = |span: Span| Span { from: span.from.max(within.from), to: span.to.min(within.to) };
    let mut spans: Vec<Span> = spans.into_iter().map(cut).filter(|span| span.from < span.to).collect();
    spans.sort_by(|one, other| one.from.total_cmp(&other.from));
    let (mut sum, mut until) = (0.0, f64::NEG_INFINITY);
    for span in spans {
        sum += (span.to - span.from.max(until)).max(0.0);
        until = until.max(span.to);
    }
    sum
}

/// How long one press of a key took, in milliseconds, from the key's event to the second frame after the change.
#[derive(Clone, Copy, Debug)]
pub struct Split {
    /// The desk was at work.
    pub backend: f64,
    /// A command was on its way to the desk or back.
    pub wire: f64,
    /// The page worked, or waited for itself.
    pub script: f64,
    /// The change was there and not yet drawn.
    pub paint: f64,
}

impl Split {
    /// Splits a press at `key` that changed the page at `change`, drawn at `drawn`, by what the pages asked and when the
    /// desk was at work.
    pub fn of(key: f64, change: f64, drawn: f64, asked: &[Span], desk: &[Span]) -> Self {
        let within = Span { from: key, to: change };
        let asked = covered(asked.iter().copied(), within);
        let backend = covered(desk.iter().copied(), within).min(asked);
        Self {
            backend,
            wire: asked - backend,
            script: (change - key - asked).max(0.0),
            paint: drawn - change,
        }
    }

    /// Returns all that happens before the page is drawn.
    pub fn before_paint(self) -> f64 {
        self.backend + self.wire + self.script
    }

    /// Returns the whole.
    pub fn whole(self) -> f64 {
        self.before_paint() + self.paint
    }
}
