//! What interrupted the meeting's time, and taking it off the item that counted it.

use domain::clock_watch::{Interruption, Span};
use domain::meeting::RoomState;
use domain::moment::Moment;

use super::change;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::london;
use crate::wire::everything::*;

pub fn settle_interruptions(desk: &mut Desk, request: SettleInterruptions) -> Result<RoomView, Failure> {
    let (now, interruptions) = (desk.now(), desk.interruptions().to_vec());
    let settled = change(desk, request.meeting, |room| {
        let counted = counted_ms(&room.state, &interruptions);
        room.state.restart_clock(if request.take_off { counted } else { 0 }, now);
        room.keep_state()
    })?;
    desk.settle_interruptions();
    Ok(RoomView { interruptions: Vec::new(), ..settled })
}

/// Returns what interrupted the meeting, in words.
pub fn told(state: &RoomState, interruptions: &[Interruption]) -> Vec<RoomInterruption> {
    let each = interruptions.iter().map(|interruption| RoomInterruption {
        words: words(interruption),
        counted_minutes: u32::try_from(counted_ms(state, &[*interruption]) / 60_000).unwrap_or_default(),
    });
    each.collect()
}

/// Returns the milliseconds of them that the current item's clock counted; 0 while it is paused.
fn counted_ms(state: &RoomState, interruptions: &[Interruption]) -> i64 {
    state.running_since.map_or(0, |since| interruptions.iter().map(|each| each.counted_ms(since)).sum())
}

/// Returns what happened, in a sentence.
pub fn words(interruption: &Interruption) -> String {
    match interruption {
        Interruption::Slept(span) => {
            format!("This laptop slept, or its clock was set on, {}.", from_until(*span))
        }
        Interruption::Closed(span) => {
            format!(
                "The program was closed: the last thing recorded before was at {}.",
                when(span.from, span.until)
            )
        }
        Interruption::SetBack(span) => format!(
            "This laptop’s clock was set back: the record goes to {}, and the clock says {}. Everything stays in the \
             order in which it was recorded; set the clock right, because the times in the minutes come from it.",
            when(span.from, span.until),
            when(span.until, span.until),
        ),
    }
}

fn from_until(span: Span) -> String {
    format!("from {} to {}", when(span.from, span.until), when(span.until, span.until))
}

/// Returns the time of day, with the day when that is not the day of `beside`.
fn when(moment: Moment, beside: Moment) -> String {
    let (date, time) = (london::date(moment), london::time(moment).words());
    if date == london::date(beside) { time } else { format!("{time} on {}", domain::words::short_date(date)) }
}
