//! The line of scores: small, beside the reference, with its words under it.

use domain::words::long_date;

use super::setter::Setter;
use crate::layout::block::{Block, Drawn};
use crate::layout::faces::Weight;
use crate::layout::page::Drawing;
use crate::layout::text::{Align, Paragraph, TextStyle};
use crate::model::{ScoreLine, ScorePoint};

/// The width of the column that holds the line and its words, in points.
pub const WIDTH: f32 = 150.0;
/// The size of the line itself.
const LINE: (f32, f32) = (104.0, 18.0);
/// The space above the line: it stands beside the capitals of the reference.
const ABOVE: f32 = 9.0;

/// Returns the drawing, or nothing where there is neither a score nor anything to say about it.
pub fn drawing(set: Setter<'_>, scores: &ScoreLine) -> Option<Block> {
    drawn(set, scores, told)
}

/// Returns the drawing for a paper in which nobody is to be recognised: no day is told.
pub fn drawing_without_days(set: Setter<'_>, scores: &ScoreLine) -> Option<Block> {
    drawn(set, scores, |point| point.value.to_string())
}

fn drawn(set: Setter<'_>, scores: &ScoreLine, told: impl Fn(&ScorePoint) -> String) -> Option<Block> {
    let points = &scores.points;
    if points.is_empty() && scores.state.is_none() {
        return None;
    }
    let several = points.len() > 1;
    let below = if several { ABOVE + LINE.1 + 7.0 } else { ABOVE };
    let caption = caption(set, scores);
    let shapes = if several { shapes(set, points) } else { Vec::new() };
    let words: Vec<String> = points.iter().map(told).collect();
    let alternative = several.then(|| format!("Scores, lower is better: {}.", words.join(", then ")));
    let lines = 2.0;
    let height = below + set.style.small * 1.32 * lines;
    let texts = vec![(0.0, WIDTH, below, caption)];
    Some(Block::Drawn(Drawn { shapes, texts, height, alternative }))
}

fn caption(set: Setter<'_>, scores: &ScoreLine) -> Paragraph {
    let small = set.small();
    let strong = TextStyle::new(Weight::Bold, set.style.heading, set.style.ink);
    let mut spans = Vec::new();
    match scores.points.as_slice() {
        [] => spans.push(set.span("no score", small)),
        [earlier @ .., last] => {
            spans.push(set.span("score ", small));
            for point in earlier {
                spans.push(set.span(format!("{} → ", point.value), small));
            }
            spans.push(set.span(last.value.to_string(), strong));
            if !earlier.is_empty() {
                spans.push(set.span(", lower is better", small));
            }
        }
    }
    if let Some(state) = &scores.state {
        spans.push(set.span(format!(", {state}"), small));
    }
    Paragraph::of(spans, set.style.small * 1.4).aligned(Align::Right)
}

fn told(point: &ScorePoint) -> String {
    match point.date {
        Some(date) => format!("{} on {}", point.value, long_date(date)),
        None => format!("{}, date not known", point.value),
    }
}

/// Returns the line and its dots, the first and last dates at its ends; without all dates the steps are equal.
fn shapes(set: Setter<'_>, points: &[ScorePoint]) -> Vec<Drawing> {
    let values = || points.iter().map(|point| point.value.in_hundredths());
    let lowest = values().min().unwrap_or_default();
    let highest = values().max().unwrap_or_default();
    let spread = (highest - lowest).max(1) as f32;
    let days: Option<Vec<i64>> =
        points.iter().map(|point| Some((point.date? - points.first()?.date?).num_days())).collect();
    let steps = (points.len() - 1).max(1) as f32;
    let along = |at: usize| match &days {
        Some(days) if days.last().is_some_and(|last| *last > 0) => {
            days[at] as f32 / days.last().copied().unwrap_or(1) as f32
        }
        _ => at as f32 / steps,
    };
    let left = WIDTH - LINE.0 - 4.0;
    let place = |at: usize| {
        let value = points[at].value.in_hundredths();
        let height = if highest == lowest { 0.5 } else { (highest - value) as f32 / spread };
        (left + along(at) * LINE.0, ABOVE + height * LINE.1)
    };
    let places: Vec<(f32, f32)> = (0..points.len()).map(place).collect();
    let last = places.len() - 1;
    let line = Drawing::Polyline { points: places.clone(), thickness: 1.3, colour: set.style.ink };
    let dots = places.iter().enumerate().map(|(at, &centre)| {
        let radius = if at == last { 3.0 } else { 2.2 };
        Drawing::Dot { centre, radius, colour: set.style.ink }
    });
    std::iter::once(line).chain(dots).collect()
}
