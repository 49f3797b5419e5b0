//! The line of time: what was done, by its number, at its place between the first month and the last.

use super::setter::Setter;
use crate::layout::block::{Block, Drawn};
use crate::layout::page::{Drawing, MEASURE};
use crate::layout::text::{Align, Paragraph};
use crate::model::StudyStep;

/// The height of the line below the numbers, in points.
const LINE: f32 = 21.0;
/// The least distance of two numbers.
const APART: f32 = 15.0;
/// The space left at both ends, so that no number stands outside.
const MARGIN: f32 = 8.0;

/// Returns the drawing; a single step needs none.
pub fn drawing(set: Setter<'_>, steps: &[StudyStep]) -> Option<Block> {
    let (first, last) = (steps.first()?, steps.last()?);
    if steps.len() < 2 {
        return None;
    }
    let span = steps.iter().map(|step| step.months_in).max().unwrap_or(0).max(1);
    let along =
        |step: &StudyStep| MARGIN + (MEASURE - 2.0 * MARGIN) * f32::from(step.months_in) / f32::from(span);
    let (left, right) = ((MARGIN, LINE), (MEASURE - MARGIN, LINE));
    let mut shapes =
        vec![Drawing::Polyline { points: vec![left, right], thickness: 1.1, colour: set.style.line }];
    let mut texts = Vec::new();
    for ((step, x), number) in steps.iter().zip(number_places(steps, along)).zip(1..) {
        shapes.push(Drawing::Dot { centre: (along(step), LINE), radius: 3.0, colour: set.style.ink });
        let number = Paragraph::new(format!("{number}"), set.strong().tabular(), set.style.leading);
        texts.push((x - APART / 2.0, APART, 0.0, number.aligned(Align::Centre)));
    }
    let months = [(&first.month, Align::Left), (&last.month, Align::Right)];
    texts.extend(months.map(|(month, align)| (0.0, MEASURE, LINE + 7.0, set.remark(month).aligned(align))));
    let told: Vec<String> =
        steps.iter().zip(1..).map(|(step, at)| format!("step {at} in {}", step.month)).collect();
    let alternative = Some(format!("The steps on a line of time: {}.", domain::words::listed(&told)));
    Some(Block::Drawn(Drawn { shapes, texts, height: LINE + 34.0, alternative }))
}

/// Returns where the numbers stand: over their dots, moved aside where several fall into one month.
fn number_places(steps: &[StudyStep], along: impl Fn(&StudyStep) -> f32) -> Vec<f32> {
    let mut places: Vec<f32> = Vec::new();
    for step in steps {
        let least = places.last().map_or(0.0, |last| last + APART);
        places.push(along(step).max(least));
    }
    // What was pushed over the right end is pushed back, the last one first.
    let mut most = MEASURE - MARGIN;
    for place in places.iter_mut().rev() {
        *place = place.min(most);
        most = *place - APART;
    }
    places
}
