//! What happens to the computer's clock: it stands still while a laptop sleeps or the program is closed, and it can be set
//! back. A meeting goes on all the same; the room says what happened.

use crate::moment::Moment;

/// A look at the clock that comes later than this after the one before was kept from coming.
const KEPT_FROM_LOOKING_MS: i64 = 120_000;

/// A clock that differs by less corrected itself, which is nobody's concern.
const CORRECTED_MS: i64 = 60_000;

/// What interrupted the program's time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Interruption {
    /// The computer slept, or its clock was set on: nothing tells which.
    Slept(Span),
    /// The program was not running: since the last thing that it wrote, as far as it knows.
    Closed(Span),
    /// The clock was set back: `until` lies before `from`.
    SetBack(Span),
}

/// From when until when, by the computer's clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// When the time was last known to be right.
    pub from: Moment,
    /// What the clock said at the next look.
    pub until: Moment,
}

/// Looks at the clock again and again, and notices what happened between two looks.
#[derive(Clone, Copy, Debug)]
pub struct ClockWatch {
    began: Moment,
    seen: Moment,
    opened: bool,
}

impl ClockWatch {
    /// Begins to watch.
    pub fn begin(now: Moment) -> Self {
        Self { began: now, seen: now, opened: false }
    }

    /// Looks at the clock; absent when it went on as it should.
    pub fn look(&mut self, now: Moment) -> Option<Interruption> {
        let span = Span { from: self.seen, until: now };
        self.seen = now;
        match span.milliseconds() {
            passed if passed <= -CORRECTED_MS => Some(Interruption::SetBack(span)),
            passed if passed >= KEPT_FROM_LOOKING_MS => Some(Interruption::Slept(span)),
            _ => None,
        }
    }

    /// Compares the clock with the last thing that the record holds, when the program opens it for the first time.
    pub fn open(&mut self, last_written: Moment, now: Moment) -> Option<Interruption> {
        let first = !std::mem::replace(&mut self.opened, true);
        let span = Span { from: last_written, until: now };
        match span.milliseconds() {
            _ if !first => None,
            passed if passed <= -CORRECTED_MS => Some(Interruption::SetBack(span)),
            passed if passed >= KEPT_FROM_LOOKING_MS && last_written < self.began => {
                Some(Interruption::Closed(span))
            }
            _ => None,
        }
    }
}

impl Interruption {
    /// Returns the milliseconds that an item's clock, running since `running_since`, counted of it; 0 for a clock set back.
    pub fn counted_ms(&self, running_since: Moment) -> i64 {
        match self {
            Self::SetBack(_) => 0,
            Self::Slept(span) | Self::Closed(span) => (span.until.0 - span.from.max(running_since).0).max(0),
        }
    }
}

impl Span {
    /// Returns its length in milliseconds; below nought for a clock that was set back.
    fn milliseconds(self) -> i64 {
        self.until.0.saturating_sub(self.from.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: i64 = 60_000;

    fn at(minutes: i64) -> Moment {
        Moment(minutes * MINUTE)
    }

    #[test]
    fn a_clock_that_goes_on_is_no_news_and_neither_is_a_busy_minute() {
        let mut watch = ClockWatch::begin(at(100));
        assert_eq!(watch.look(at(100)), None);
        assert_eq!(watch.look(Moment(at(101).0 + 59_000)), None, "a long task kept it from looking");
        assert_eq!(watch.look(at(101)), None, "the clock was corrected by less than a minute");
    }

    #[test]
    fn a_laptop_that_slept_is_told_once() {
        let mut watch = ClockWatch::begin(at(100));
        assert_eq!(watch.look(at(123)), Some(Interruption::Slept(Span { from: at(100), until: at(123) })));
        assert_eq!(watch.look(at(124)), None);
    }

    #[test]
    fn a_clock_that_is_set_back_is_told_while_running_and_at_opening() {
        let mut watch = ClockWatch::begin(at(100));
        assert_eq!(watch.look(at(40)), Some(Interruption::SetBack(Span { from: at(100), until: at(40) })));
        assert_eq!(watch.look(at(41)), None, "it is watched from there on");
        let found = ClockWatch::begin(at(40)).open(at(100), at(40));
        assert_eq!(found, Some(Interruption::SetBack(Span { from: at(100), until: at(40) })));
    }

    #[test]
    fn a_program_that_was_closed_tells_since_when_and_a_lock_does_not() {
        let mut watch = ClockWatch::begin(at(100));
        let closed = watch.open(at(80), at(101));
        assert_eq!(closed, Some(Interruption::Closed(Span { from: at(80), until: at(101) })));
        assert_eq!(watch.open(at(101), at(130)), None, "it was locked for a while");
        assert_eq!(ClockWatch::begin(at(100)).open(at(100), at(130)), None, "this program wrote it");
    }

    #[test]
    fn an_item_counts_only_what_passed_while_it_ran() {
        let slept = Interruption::Slept(Span { from: at(10), until: at(30) });
        assert_eq!(slept.counted_ms(at(5)), 20 * MINUTE);
        assert_eq!(slept.counted_ms(at(20)), 10 * MINUTE);
        assert_eq!(slept.counted_ms(at(31)), 0, "the room has come to another item");
        assert_eq!(Interruption::SetBack(Span { from: at(30), until: at(10) }).counted_ms(at(5)), 0);
    }
}
